"""The report for reviewers: one HTML file that needs nothing beside it."""

from __future__ import annotations

from purposelint.domain.verdict import Verdict
from purposelint.report.look import PLAIN, Look

__all__ = ["html_page"]


def html_page(verdict: Verdict, look: Look = PLAIN) -> str:
    """The whole report as one HTML file; the same verdict gives the same bytes."""
    from purposelint.report.page.document import document  # noqa: PLC0415 - other formats need none of it

    del look
    return document(verdict)
