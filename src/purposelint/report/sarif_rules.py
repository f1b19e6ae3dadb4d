"""The table of codes as SARIF rules: what code scanning shows beside an alert."""

from __future__ import annotations

from typing import Any

from purposelint.domain.verdict import Code
from purposelint.report.sarif_limits import DESCRIPTION, NAME, TAGS

_SECURITY = {
    "PUR101": "4.0",
    "PUR102": "8.0",
    "PUR201": "4.0",
    "PUR202": "6.0",
    "PUR203": "6.0",
    "PUR301": "4.0",
    "PUR302": "6.0",
    "PUR501": "4.0",
}
"""Codes about data that goes somewhere are security alerts; those about declarations are not."""

_PRECISION = {"4": "very-high", "5": "high", "9": "very-high"}
_WEAKNESS = {"1": "external/cwe/cwe-532", "2": "external/cwe/cwe-359", "3": "external/cwe/cwe-359"}


def rule(code: Code) -> dict[str, Any]:
    """One code as a rule: descriptions, help, default level, and the properties that rank it."""
    family = code.code[3:4]
    tags = ["privacy", "purpose-limitation"]
    if family in _WEAKNESS:
        tags += ["security", _WEAKNESS[family]]
    properties: dict[str, Any] = {
        "precision": _PRECISION.get(family, "high"),
        "problem.severity": "recommendation" if code.severity == "note" else code.severity,
        "tags": sorted(tags)[:TAGS],
    }
    if code.code in _SECURITY:
        properties["security-severity"] = _SECURITY[code.code]
    return {
        "id": code.code,
        "name": "".join(word.capitalize() for word in code.name.split("-"))[:NAME],
        "shortDescription": {"text": _cut(code.summary)},
        "fullDescription": {"text": _cut(code.explanation or code.summary)},
        "help": {"text": _help(code), "markdown": _markdown(code)},
        "defaultConfiguration": {"level": code.severity},
        "properties": properties,
    }


def _help(code: Code) -> str:
    return "\n\n".join(
        part for part in (code.summary, code.explanation, f"What to do: {code.remedy}") if part
    )


def _markdown(code: Code) -> str:
    head = f"**{code.code} {code.name}**"
    return "\n\n".join((head, code.summary, code.explanation, f"**What to do.** {code.remedy}"))


def _cut(text: str) -> str:
    """At most what scanners take, cut after a word."""
    if len(text) <= DESCRIPTION:
        return text
    return text[: DESCRIPTION - 1].rsplit(" ", 1)[0] + "…"
