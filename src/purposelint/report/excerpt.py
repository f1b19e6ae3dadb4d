"""Source excerpts: numbered lines with `^^^^` under the data, as compilers show them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from purposelint.domain.place import Span
from purposelint.domain.verdict import Finding
from purposelint.report.escaping import fit, indentation, visible
from purposelint.report.grouping import Group
from purposelint.report.look import Line, Look, Piece

_WHOLE = 6
"""A call of up to so many lines is shown whole."""

_LINES = 400
"""No more lines of one call are considered, however long it is."""

Excerpts = Mapping[tuple[str, int], str]


def spans(group: Group) -> dict[Span, list[Finding]]:
    """What to underline, with the findings that each span carries; in order of place."""
    marked: dict[Span, list[Finding]] = {}
    for finding in group.findings:
        data = [finding.data, *finding.also] if finding.data else []
        here = [place.span for place in data if place.path == group.place.path]
        for span in here or [group.place.span]:
            marked.setdefault(span, []).append(finding)
    return dict(sorted(marked.items()))


def shown_lines(group: Group) -> list[int]:
    """Lines of the excerpt: the whole call when short, else its first line and those with data."""
    first = group.place.span.line
    last = min(max(group.place.span.end_line, first), first + _LINES)
    wanted = set(range(first, last + 1)) if last - first < _WHOLE else {first}
    wanted.update(span.line for span in spans(group))
    return sorted(wanted)


def excerpt(group: Group, source: Excerpts, look: Look, gutter: int) -> list[Line]:
    """Lines of a group's excerpt; none where the source is not at hand."""
    path = group.place.path
    numbers = [number for number in shown_lines(group) if (path, number) in source]
    if not numbers:
        return []
    marked = spans(group)
    several = len({element for found in marked.values() for element in _elements(found)}) > 1
    lines: list[Line] = [bar(gutter)]
    before = numbers[0]
    for number in numbers:
        if number > before + 1:
            lines.append([(" " * gutter + " ...", "gutter")])
        before = number
        here = [(span, found) for span, found in marked.items() if span.line == number]
        lines += _numbered(source[path, number], number, here, look=look, gutter=gutter, several=several)
    return lines


def bar(gutter: int) -> list[Piece]:
    """The empty line of an excerpt."""
    return [(" " * gutter + " |", "gutter")]


def source_line(path: str, number: int, source: Excerpts, width: int) -> str:
    """One source line without its indentation, made safe and cut; '' where it is not at hand."""
    text = source.get((path, number), "")
    return fit(text.strip(), (), width).text


def _numbered(
    text: str,
    number: int,
    marks: Sequence[tuple[Span, list[Finding]]],
    *,
    look: Look,
    gutter: int,
    several: bool,
) -> list[Line]:
    room = max(look.width - gutter - 3, 20)
    columns = [_columns(span, text) for span, _ in marks]
    shown = fit(text, columns, room)
    lines: list[Line] = [[(f"{number:>{gutter}} | ", "gutter"), (shown.text, "")]]
    margin: Piece = (" " * gutter + " | ", "gutter")
    told: dict[tuple[str, str], list[tuple[int, int]]] = {}
    for (start, end), (_, found) in zip(shown.marks, marks, strict=True):
        label = _label(found, room) if several else ""
        if end > start:
            told.setdefault((label, found[0].severity), []).append((start, end))
    for (label, style), ranges in told.items():
        lines += _marked(ranges, label, style, margin, room)
    return lines


def _marked(
    ranges: Sequence[tuple[int, int]], label: str, style: str, margin: Piece, room: int
) -> list[Line]:
    """`^^^^` under what carries the same, on one line, with what that is behind the last."""
    carets: list[str] = [" "] * max(end for _, end in ranges)
    for start, end in ranges:
        carets[start:end] = "^" * (end - start)
    start, end = min(ranges)[0], len(carets)
    row: list[Piece] = [margin, (" " * start, ""), ("".join(carets[start:]), style)]
    if end + 1 + len(label) <= room:
        return [[*row, (f" {label}" if label else "", style)]]
    return [row, [margin, (" " * max(min(start, room - len(label)), 0), ""), (label, style)]]


def _columns(span: Span, text: str) -> tuple[int, int]:
    """Columns of a span on its first line; a span over several lines runs to the end of that line."""
    line_end = len(text.rstrip()) + 1
    end = span.end_column if span.end_line == span.line else line_end
    start = max(span.column, 1)
    if span.column <= 1 and span.end_line != span.line:
        start = indentation(text) + 1
    return start, max(min(end, line_end), start + 1)


def _label(found: Sequence[Finding], room: int) -> str:
    """The elements of a mark, or how many there are where they would not fit a line."""
    label = ", ".join(visible(element) for element in _elements(found))
    return label if len(label) <= room else f"{len(_elements(found))} elements"


def _elements(found: Sequence[Finding]) -> list[str]:
    return sorted({finding.element for finding in found if finding.element})
