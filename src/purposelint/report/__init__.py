"""Reports: pure functions from a verdict to text. One format a file, and the table of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeAlias

from purposelint.domain.verdict import Verdict
from purposelint.report.comment import markdown
from purposelint.report.concise import concise
from purposelint.report.full import full
from purposelint.report.github import github
from purposelint.report.gitlab import gitlab
from purposelint.report.json_contract import json_contract
from purposelint.report.jsonl import jsonl
from purposelint.report.junit import junit
from purposelint.report.look import PLAIN, Look
from purposelint.report.page import html_page
from purposelint.report.sarif import sarif
from purposelint.report.sarif_open import sarif_open

Format: TypeAlias = Callable[[Verdict, Look], str]

FORMATS: Mapping[str, Format] = {
    "full": full,
    "concise": concise,
    "json": json_contract,
    "jsonl": jsonl,
    "sarif": sarif,
    "sarif-open": sarif_open,
    "github": github,
    "gitlab": gitlab,
    "junit": junit,
    "markdown": markdown,
    "html": html_page,
}
"""Every format by the name that `--output-format` takes."""

FOR_REVIEWERS = frozenset({"html"})
"""Formats that show more than a verdict holds by itself: its dossier (`session.for_reviewers`)."""

LINKED = frozenset({"html", "markdown", "github"})
"""Formats whose lines lead to a code host, `github` in its summary (`session.linked`)."""

__all__ = ["FORMATS", "FOR_REVIEWERS", "LINKED", "PLAIN", "Format", "Look", "render"]


def render(name: str, verdict: Verdict, look: Look = PLAIN) -> str:
    """Render a verdict in a named format; a name that is not in the table is a KeyError."""
    return FORMATS[name](verdict, look)
