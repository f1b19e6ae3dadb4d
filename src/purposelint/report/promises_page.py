"""`policy coverage` for the terminal: what the policy promises beside what the code does."""

from __future__ import annotations

from purposelint.domain.promises import Promises
from purposelint.domain.verdict import Verdict
from purposelint.report.escaping import visible
from purposelint.report.look import PLAIN, Line, Look, Piece, paint
from purposelint.report.promises_words import Row, Section, hidden_of, lead_of, sections_of, title_of
from purposelint.report.prose import wrapped

_NONE = "None."
_INDENT = 2
_DEEPER = 6


def promises_page(verdict: Verdict, promises: Promises, look: Look = PLAIN) -> str:
    """Both ways on one page: sections, and rows folded to sets of purposes, recipients and elements."""
    lines: list[Line] = [[(visible(title_of(verdict)), "code")]]
    for said in lead_of(verdict, promises):
        lines += wrapped(said, look)
    for section in sections_of(verdict, promises):
        lines += [[], *_section(section, look)]
    hidden = hidden_of(promises)
    if hidden:
        lines += [[], [("Not among the findings above", "code")]]
        for said in hidden:
            lines += wrapped(said, look, _INDENT, _DEEPER)
    return paint([*lines, *_problems(verdict, look)], look)


def _section(section: Section, look: Look) -> list[Line]:
    lines: list[Line] = [[(section.title, "code")]]
    if not section.rows:
        return [*lines, [(" " * _INDENT + _NONE, "faint")]]
    if section.lead:
        lines += wrapped(section.lead, look)
    for row in section.rows:
        lines += _row(section, row, look)
    return lines


def _row(section: Section, row: Row, look: Look) -> list[Line]:
    """What the elements have in common, and below it the elements; elements alone stand alone."""
    *common, elements = row.cells
    if not common:
        return wrapped(", ".join(elements), look, _INDENT)
    words = dict(zip(section.columns, common, strict=False))
    head = wrapped(_said(words), look, _INDENT, _DEEPER)
    return [*(_strong(line) for line in head), *wrapped(", ".join(elements), look, _DEEPER)]


def _said(words: dict[str, tuple[str, ...]]) -> str:
    """A row's common part as a phrase: `PUR102 logging-not-permitted: log to self for payment, clause 2`."""
    clause = f", clause {', '.join(words['clause'])}" if any(words["clause"]) else ""
    if "finding" not in words:
        return f"{', '.join(words['purposes'])} to {', '.join(words['recipients'])}{clause}"
    recipient, *vendors = words["recipient"]
    who = f"{recipient} ({', '.join(vendors)})" if vendors else recipient
    declared = (
        f" for {', '.join(words['declared for'])}" if words["declared for"] else ", no purpose declared"
    )
    return f"{' '.join(words['finding'])}: {words['activity'][0]} to {who}{declared}{clause}"


def _strong(line: Line) -> list[Piece]:
    return [(text, "place") for text, _ in line]


def _problems(verdict: Verdict, look: Look) -> list[Line]:
    """What was not read: the page cannot speak of it."""
    said = [
        f"{one.code} {one.path}: {one.message}" if one.path else f"{one.code}: {one.message}"
        for one in verdict.problems
    ]
    said += [f"not analysed: {fault}" for fault in verdict.faults]
    lines: list[Line] = [[], [("Not analysed", "error")]] if said else []
    for each in said:
        lines += wrapped(each, look, _INDENT, _DEEPER)
    return lines
