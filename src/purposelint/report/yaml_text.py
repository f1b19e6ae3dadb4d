"""YAML of what scanned code and policies name: every text a text, nothing that a terminal obeys."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from purposelint.report.escaping import visible
from purposelint.report.json_contract import cleaned

_UNFOLDED = 1_000_000
"""Columns of a line: a text stays on one line, where a search finds it."""


def yaml_text(document: Mapping[str, Any], comments: Sequence[str] = ()) -> str:
    """Write a document below comments, in ASCII, keys in their order; the same one gives the same bytes."""
    import yaml  # noqa: PLC0415 - loaded only where YAML is written

    # Made anew by `cleaned`, no list stands twice, and so none is written as a reference to another.
    body = yaml.safe_dump(cleaned(document), sort_keys=False, default_flow_style=False, width=_UNFOLDED)
    return "".join(f"# {visible(comment)}\n" for comment in comments) + str(body)
