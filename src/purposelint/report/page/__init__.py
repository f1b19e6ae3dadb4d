"""The report for reviewers: one HTML file that needs nothing beside it."""

from __future__ import annotations

from purposelint.report.page.document import html_page

__all__ = ["html_page"]
