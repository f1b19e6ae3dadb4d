"""Markdown for a comment on a pull request, and for the summary of a build: short, its findings folded."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from purposelint.domain.catalog import ACTIVITIES
from purposelint.domain.verdict import SEVERITIES, Finding, Verdict
from purposelint.report.counting import plural
from purposelint.report.escaping import shorten, visible
from purposelint.report.grouping import doubt_of, field_name, folds, not_counted, open_findings, ranked
from purposelint.report.look import PLAIN, Look
from purposelint.report.markdown import code, inline, leading, table, told
from purposelint.report.remedies import remedy_of
from purposelint.report.repository import from_repository
from purposelint.report.unrecognised import unrecognised_sentence

MARKER = "<!-- purposelint -->"
"""First line: a job that comments again finds by it the comment to write over."""

_COMMENT = 65_536
"""GitHub takes so many characters of a comment; counted in bytes here, of which there are never fewer."""

_RESERVE = 400
"""Bytes kept for what is said of findings that are left out."""

_ELEMENTS = 15
_PROBLEMS = 10
_REMEDIES = 3
_ALSO = 8
"""More rows, files, remedies and elements of a call are counted, not listed."""

_EXPRESSION = 60
_LONGEST = 400
"""Characters of an expression, and of any other name or sentence."""

_PASTED = re.compile(r"(.*?: )?(#.*|\w+ = .*|\w[\w.]*\(.*#.*)")
"""A row of a remedy that ends in code: a comment, a line of TOML, a call with its comment."""


class _Section(NamedTuple):
    """What is folded together: findings of one code. `items` are (text, findings it tells of)."""

    title: str
    items: tuple[tuple[str, int], ...]
    foot: str


def markdown(verdict: Verdict, look: Look = PLAIN) -> str:
    """Render a verdict for a pull request's comment, never longer than GitHub takes."""
    del look
    return page(verdict, _COMMENT)


def page(verdict: Verdict, room: int) -> str:
    """The same in at most `room` bytes: what does not fit is counted, the worst stands first."""
    head, tail = "\n".join(filter(None, _head(verdict))), _tail(verdict)
    left = room - _size(head) - _size(tail) - _RESERVE
    parts, missing = [head], 0
    for section in _sections(verdict):
        text, dropped = _folded(section, left)
        missing += dropped
        left -= _size(text)
        parts.append(text)
    if missing:
        parts.append(f"{plural(missing, 'finding')} not listed here: the page would be too long.\n")
    return "\n".join(part for part in (*parts, tail) if part)


def _head(verdict: Verdict) -> Iterator[str]:
    """Marker, outcome, what was not analysed, and the elements by activity."""
    counted = Counter(finding.severity for finding in open_findings(verdict))
    outcome = ", ".join(plural(counted[each], each) for each in SEVERITIES if counted[each])
    of = f" of {inline(verdict.run.folder)}" if verdict.run.folder else ""
    unread = verdict.files.unreadable
    lacking = f", {plural(unread, 'file')} not analysed" if unread else ""
    yield f"{MARKER}\n### purposelint{of}: {outcome or 'no findings'}{lacking}\n"
    said = [
        f"- {inline(_cut(f'{one.path}:{max(one.line, 1)}'))} {_told(one.message)}"
        if one.path
        else f"- {_told(one.message)}"
        for one in verdict.problems
    ]
    said += [f"- not followed by a fault of purposelint: {inline(_cut(one))}" for one in verdict.faults]
    if said:
        more = [f"- and {len(said) - _PROBLEMS} more"] if len(said) > _PROBLEMS else []
        yield "Findings may be missing:\n\n" + "".join(f"{one}\n" for one in (*said[:_PROBLEMS], *more))
    yield _matrix(verdict)


def _matrix(verdict: Verdict) -> str:
    """Open findings by element and activity, the most frequent elements first."""
    counted = Counter(
        (one.element, one.activity) for one in open_findings(verdict) if one.element and one.activity
    )
    totals: Counter[str] = Counter()
    for (element, _), number in counted.items():
        totals[element] += number
    ordered = sorted(totals, key=lambda element: (-totals[element], element))
    rows = [
        [code(_cut(element)), *(str(counted[element, each] or "") for each in ACTIVITIES)]
        for element in ordered[:_ELEMENTS]
    ]
    rest = ordered[_ELEMENTS:]
    if rest:
        sums = (sum(counted[element, each] for element in rest) for each in ACTIVITIES)
        rows.append([f"{plural(len(rest), 'more element')}", *(str(each or "") for each in sums)])
    return table(("element", *ACTIVITIES), rows) if rows else ""


def _sections(verdict: Verdict) -> Iterator[_Section]:
    """Findings by code, in the order of the worst of each."""
    by_code: dict[tuple[str, str], list[Finding]] = {}
    for finding in ranked(open_findings(verdict)):
        by_code.setdefault((finding.code, finding.name), []).append(finding)
    for (number, name), found in by_code.items():
        counted = Counter(finding.severity for finding in found)
        counts = ", ".join(plural(counted[each], each) for each in SEVERITIES if counted[each])
        yield _Section(f"{number} {name}: {counts}", tuple(_items(found, verdict)), _foot(found, verdict))


def _items(found: Sequence[Finding], verdict: Verdict) -> Iterator[tuple[str, int]]:
    """A line a call, whatever number of elements it handles; a line a model for stored fields."""
    calls: dict[tuple[object, ...], list[Finding]] = {}
    models: dict[str, list[Finding]] = {}
    for number, finding in enumerate(found):
        if folds(finding):
            models.setdefault(finding.owner, []).append(finding)
        else:
            alone = 0 if finding.element else number
            key = (
                finding.place,
                finding.sink_id,
                finding.severity,
                finding.confidence,
                finding.clause,
                alone,
            )
            calls.setdefault(key, []).append(finding)
    for first, *others in calls.values():
        also = f"; also {_elements(others)}" if others else ""
        said = f"{_told(first.message)}{_aside(first, verdict)}{also}"
        yield f"- {_place(first, verdict)} {said}\n", 1 + len(others)
    for owner, fields in models.items():
        names = ", ".join(inline(_cut(name)) for name in dict.fromkeys(map(field_name, fields)))
        at = _place(min(fields, key=lambda finding: finding.place), verdict)
        wrong = "".join(
            f"; the comment at {inline(_cut(name))} does not count: {_told(said)}"
            for name, said in not_counted(fields).items()
        )
        yield f"- {at} {inline(_cut(owner.rpartition('.')[2]))}: {names}{wrong}\n", len(fields)


def _elements(found: Sequence[Finding]) -> str:
    """Elements with what carries them, each once."""
    named = dict.fromkeys(
        inline(_cut(one.element or ""))
        + (f" ({inline(shorten(visible(one.expr), _EXPRESSION))})" if one.expr else "")
        for one in found
    )
    more = f" and {len(named) - _ALSO} more" if len(named) > _ALSO else ""
    return ", ".join(list(named)[:_ALSO]) + more


def _aside(finding: Finding, verdict: Verdict) -> str:
    """Clause, and what makes a finding less than an error of high confidence."""
    parts = [f"clause {inline(_cut(finding.clause))}"] if finding.clause else []
    parts += [finding.severity] if finding.severity != _usual(finding, verdict) else []
    parts += [doubt_of(finding)] if doubt_of(finding) else []
    return f" ({', '.join(parts)})" if parts else ""


def _usual(finding: Finding, verdict: Verdict) -> str:
    """The severity that the table gives a code: only another one is told."""
    return next((one.severity for one in verdict.codes if one.code == finding.code), finding.severity)


def _place(finding: Finding, verdict: Verdict) -> str:
    at = finding.place
    shown = inline(_cut(f"{from_repository(at.path, verdict.run)}:{max(at.span.line, 1)}"))
    return leading(shown, verdict.links.to(at.path, at.span.line) if verdict.links else "")


def _foot(found: Sequence[Finding], verdict: Verdict) -> str:
    """What mends the findings of a section."""
    if all(map(folds, found)):
        usual = next((one.remedy for one in verdict.codes if one.code == found[0].code), "")
        return f"To mend them: {_told(usual)}\n" if usual else ""
    shown = _remedies(found, verdict)
    if len(shown) > 1:
        return "To mend them:\n\n" + "".join(f"- {one}\n" for one in shown)
    return f"To mend {'it' if len(found) == 1 else 'them'}: {shown[0]}\n" if shown else ""


def _remedies(found: Sequence[Finding], verdict: Verdict) -> list[str]:
    """What mends some findings, each thing once; of several each with the first that it mends."""
    first: dict[str, Finding] = {}
    for one in found:
        if one.remedy:
            first.setdefault(remedy_of(one, verdict.run.policy_path), one)
    texts = {" ".join(map(_help, remedy.split("\n"))): one for remedy, one in first.items()}
    if len(texts) == 1:
        return list(texts)
    shown = [
        f"{inline(_cut(one.element or ''))}, {_place(one, verdict)}: {text}" for text, one in texts.items()
    ]
    more = len(shown) - _REMEDIES
    return [*shown[:_REMEDIES], f"and {more} more, told with each finding in the log"] if more > 0 else shown


def _help(row: str) -> str:
    """A row of a remedy: what is to be pasted is code, what leads to it is a sentence."""
    found = _PASTED.fullmatch(row)
    if found is None:
        return _told(row)
    lead, paste = found.groups("")
    return _told(lead) + inline(_cut(paste))


def _folded(section: _Section, room: int) -> tuple[str, int]:
    """A section as far as it fits, and how many findings did not; '' where not even one did."""
    head = f"<details>\n<summary>{section.title}</summary>\n\n"
    tail = f"\n{section.foot}\n</details>\n" if section.foot else "\n</details>\n"
    left = room - _size(head) - _size(tail)
    kept: list[str] = []
    dropped = 0
    for text, count in section.items:
        if dropped or _size(text) > left:
            dropped += count
        else:
            left -= _size(text)
            kept.append(text)
    return (head + "".join(kept) + tail if kept else ""), dropped


def _tail(verdict: Verdict) -> str:
    silenced = Counter(one.status for one in verdict.findings if one.status != "open")
    run = verdict.run
    parts = [
        f"{plural(verdict.files.analysed, 'file')} analysed",
        f"policy {inline(_cut(run.policy_id))} (version {inline(_cut(run.policy_version))})",
        *(f"{silenced[status]} {status}" for status in sorted(silenced)),
    ]
    # Of a change alone this says nothing: it is as true of what was there before.
    unknown = "" if verdict.since else unrecognised_sentence(verdict.unrecognised)
    return "; ".join(parts) + ".\n" + (f"\n{_told(unknown)}\n" if unknown else "")


def _told(sentence: str) -> str:
    return told(_cut(sentence))


def _cut(text: str) -> str:
    return shorten(visible(text), _LONGEST)


def _size(text: str) -> int:
    return len(text.encode("utf-8", "backslashreplace"))
