"""Workflow commands: what GitHub shows as annotations beside the lines of a pull request."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from purposelint.domain.place import Place, Span
from purposelint.domain.verdict import SEVERITIES, Finding, Severity, Verdict
from purposelint.report.counting import plural
from purposelint.report.escaping import shorten, visible
from purposelint.report.grouping import doubt_of, field_name, folds, not_counted, open_findings, ranked
from purposelint.report.look import PLAIN, Look
from purposelint.report.remedies import remedy_of
from purposelint.report.repository import from_repository, shown_at

_COMMANDS = {"error": "error", "warning": "warning", "note": "notice"}

_MOST = 10
"""Annotations of a level that GitHub takes from one step; it drops further ones and does not say so."""

_PROBLEMS = 3
"""Files that were not analysed and stand before what was found in others."""

_TOLD = 5
"""Findings of one annotation that are told one by one."""

_LONGEST = 1000
"""Characters of one line or path: a name may be as long as its file."""


class _Annotation(NamedTuple):
    """One command to be; `told` is how many findings or problems it tells of."""

    severity: Severity
    title: str
    place: Place
    lines: tuple[str, ...]
    told: int = 1


def github(verdict: Verdict, look: Look = PLAIN) -> str:
    """Render open findings as commands, the worst of each level first; then what got none, in a line.

    Findings of one code and line are one annotation, and so are the undeclared fields of one model.
    """
    del look
    shown: list[str] = []
    left: Counter[Severity] = Counter()
    used: Counter[Severity] = Counter()
    problems = tuple(_problems(verdict))
    for one in (*problems[:_PROBLEMS], *_annotations(verdict), *problems[_PROBLEMS:]):
        used[one.severity] += 1
        if used[one.severity] <= _MOST:
            shown.append(_command(one, verdict))
        else:
            left[one.severity] += one.told
    if left:
        counts = ", ".join(plural(left[each], each) for each in SEVERITIES if left[each])
        shown.append(
            f"purposelint: {counts} without an annotation of their own, since GitHub shows {_MOST} a level;"
            " the summary of the job lists all."
        )
    return "".join(f"{line}\n" for line in shown)


def _problems(verdict: Verdict) -> Iterator[_Annotation]:
    """What was not analysed comes first: where files lack, nothing else can be trusted."""
    names = {code.code: code.name for code in verdict.codes}
    for one in verdict.problems:
        line = max(one.line, 1)
        place = Place(one.path, Span(line, 1, line, 1))
        yield _Annotation("error", f"{one.code} {names.get(one.code, '')}".rstrip(), place, (one.message,))
    for fault in verdict.faults:
        nowhere = Place("", Span(0, 0, 0, 0))
        yield _Annotation("error", "not followed by a fault of purposelint", nowhere, (fault,))


def _annotations(verdict: Verdict) -> Iterator[_Annotation]:
    """Findings, worst first; a group stands where the worst of it does."""
    groups: dict[tuple[object, ...], list[Finding]] = {}
    for finding in ranked(open_findings(verdict)):
        at = shown_at(finding)
        where = (finding.owner,) if folds(finding) else (at.path, at.span.line)
        key = (finding.code, finding.severity, finding.confidence == "low", *where)
        groups.setdefault(key, []).append(finding)
    for found in groups.values():
        first = found[0]
        doubt = doubt_of(first)
        title = f"{first.code} {first.name}" + (f" ({doubt})" if doubt else "")
        yield _Annotation(first.severity, title, shown_at(first), tuple(_lines(found, verdict)), len(found))


def _lines(found: Sequence[Finding], verdict: Verdict) -> Iterator[str]:
    """What is wrong, each thing once, then the clause and what mends it."""
    first = found[0]
    if len(found) > 1 and folds(first):
        names = ", ".join(dict.fromkeys(field_name(one) for one in found))
        yield f"{first.owner.rpartition('.')[2]}: {len(found)} elements stored without a purpose: {names}"
        wrong = not_counted(found)
        for name in list(wrong)[:_TOLD]:
            yield f"The comment at {name} does not count: {wrong[name]}"
    else:
        told = list(dict.fromkeys(one.message for one in found))
        yield from told[:_TOLD]
        if len(told) > _TOLD:
            yield f"and {len(told) - _TOLD} more elements"
    clauses = sorted({one.clause for one in found if one.clause})
    if clauses:
        yield f"Clause {', '.join(clauses)} of policy {verdict.run.policy_id}."
    remedy = next((remedy_of(one, verdict.run.policy_path) for one in found if one.remedy), "")
    if remedy:
        yield from f"Help: {remedy}".split("\n")


def _command(one: _Annotation, verdict: Verdict) -> str:
    """`::error title=...,file=...,line=...::message`, so escaped that nothing in it ends early."""
    properties = {"title": one.title}
    if one.place.path:
        properties["file"] = from_repository(one.place.path, verdict.run)
        properties |= {name: str(number) for name, number in _numbers(one.place.span)}
    said = ",".join(f"{name}={_property(text)}" for name, text in properties.items())
    return f"::{_COMMANDS[one.severity]} {said}::" + "%0A".join(map(_data, one.lines))


def _numbers(span: Span) -> Iterable[tuple[str, int]]:
    """Lines, and columns where the span is of one line: GitHub takes them for no other."""
    yield "line", max(span.line, 1)
    yield "endLine", max(span.end_line, span.line, 1)
    if span.line == span.end_line and span.end_column > span.column:
        yield "col", span.column
        yield "endColumn", span.end_column


def _data(text: str) -> str:
    return shorten(visible(text), _LONGEST).replace("%", "%25")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
