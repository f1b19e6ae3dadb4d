"""SARIF of open findings alone: GitHub's code scanning takes suppressed results for open alerts."""

from __future__ import annotations

from dataclasses import replace

from purposelint.domain.verdict import Verdict
from purposelint.report.grouping import open_findings
from purposelint.report.look import PLAIN, Look
from purposelint.report.sarif import sarif


def sarif_open(verdict: Verdict, look: Look = PLAIN) -> str:
    """Render what `sarif` renders, without the findings that a suppression or the baseline silences."""
    return sarif(replace(verdict, findings=open_findings(verdict)), look)
