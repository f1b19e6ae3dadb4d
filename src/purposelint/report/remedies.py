"""A finding's remedy in words: what to do, or where what is to be pasted belongs."""

from __future__ import annotations

from purposelint.domain.verdict import Finding

_BEYOND_FIELD = "PUR403"
_LOGGED = "PUR101"
WITHOUT_PURPOSE = (_LOGGED, "PUR201", "PUR301")
"""Codes of what has no purpose; a declaration where it leaves covers whatever is handed in there."""

SAY = "say what it is for"
"""How a remedy begins that leaves the purpose to choose."""

_ELSEWHERE = "purposelint:"
"""How the path of a policy begins that does not lie in the project."""


def remedy_of(finding: Finding, policy: str = "") -> str:
    """The remedy, led by where it goes when it is something to paste; '' where there is none.

    `policy` is the policy's file as a run tells it, '' where that is not known.
    """
    remedy = finding.remedy
    if remedy.startswith("mentions = "):
        return f"if the policy covers it, write {_above(policy)}: {remedy}"
    if remedy.startswith("# purpose") and finding.code == _BEYOND_FIELD and finding.source is not None:
        field = f"{finding.source.symbol} ({finding.source.path}:{finding.source.line})"
        return f"if people were told of this use, write at {field}: {remedy}"
    if remedy.startswith("# purpose") and finding.activity:
        remedy = f"{SAY}, as in: {remedy}"
    if remedy.startswith(SAY) and finding.message_at is not None:
        where = f"{finding.message_at.path}:{finding.message_at.span.line}"
        return f"leave it out of the exception's message, at {where}, or {remedy}"
    if remedy.startswith(SAY) and finding.code == _LOGGED:
        return f"leave it out of the log{_there(finding)}, or {remedy}"
    return f"write: {remedy}" if remedy.startswith("#") else remedy


def _there(finding: Finding) -> str:
    """Where a helper logs what it is handed; '' for a call that logs by itself."""
    sink, here = finding.sink, finding.place
    if sink is None or not sink.path or (sink.path, sink.span.line) == (here.path, here.span.line):
        return ""
    return f" at {sink.path}:{sink.span.line}"


def _above(policy: str) -> str:
    """The place of a key that stands in no table: TOML counts whatever follows a header as part of it."""
    file = policy or "the policy's file"
    if policy.startswith(_ELSEWHERE):
        file = "a policy of your own that extends this one"
    return f"at the top of {file}, above [policy], or add to the list that stands there"
