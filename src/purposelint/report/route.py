"""The path of the data as numbered hops with their source lines; a shared way is told once."""

from __future__ import annotations

from typing import NamedTuple

from purposelint.domain.flows import Hop
from purposelint.report.escaping import visible
from purposelint.report.excerpt import Excerpts, shown_lines, source_line
from purposelint.report.grouping import Group
from purposelint.report.look import Line, Look, Piece
from purposelint.report.prose import beside

_HOPS = 8
_ROUTES = 4
_NOTES = 3
_READ_AND_GONE = 2
"""More than these are folded unless asked for."""


def routes(group: Group, source: Excerpts, look: Look, gutter: int) -> list[Line]:
    """Lines that show how the data of a group came to where it is."""
    ways: dict[tuple[tuple[str, int], ...], list[tuple[Hop, ...]]] = {}
    for finding in group.findings:
        if finding.trace:
            same = ways.setdefault(tuple(_at(hop) for hop in finding.trace[1:]), [])
            if finding.trace not in same:
                same.append(finding.trace)
    shown = {(group.place.path, number) for number in shown_lines(group)}
    if not look.verbose:
        ways = {rest: traces for rest, traces in ways.items() if not _is_plain(traces, shown)}
    lines: list[Line] = []
    kept = list(ways.values()) if look.verbose else list(ways.values())[:_ROUTES]
    for traces in kept:
        lines += _route(traces, source, look=look, gutter=gutter, shown=shown)
    if len(ways) > len(kept):
        more = f"{len(ways) - len(kept)} more paths (--verbose)"
        lines.append([(" " * gutter + " = ", "gutter"), (more, "faint")])
    return lines


def _is_plain(traces: list[tuple[Hop, ...]], shown: set[tuple[str, int]]) -> bool:
    """Whether the excerpt shows the whole way: data that is read in the call that lets it go."""
    return len(traces[0]) == _READ_AND_GONE and all(_at(hop) in shown for trace in traces for hop in trace)


def _route(
    traces: list[tuple[Hop, ...]],
    source: Excerpts,
    *,
    look: Look,
    gutter: int,
    shown: set[tuple[str, int]],
) -> list[Line]:
    """One way: first all its sources, then the steps they share."""
    pad = " " * gutter
    if len(traces[0]) == 1:
        head: list[Piece] = [(pad + " = ", "gutter"), ("data: ", "code")]
        told = dict.fromkeys(trace[0].note for trace in traces)
        return [line for note in told for line in beside(head, note, look)]
    lines: list[Line] = [[(pad + " = ", "gutter"), ("path of the data:", "code")]]
    starts = sorted({trace[0] for trace in traces})
    letters = [chr(ord("a") + index % 26) for index in range(len(starts))] if len(starts) > 1 else [""]
    steps = [(1, letter, _at(start), start.note) for letter, start in zip(letters, starts, strict=True)]
    for number, together in enumerate(zip(*(trace[1:] for trace in traces), strict=True), start=2):
        notes = list(dict.fromkeys(hop.note for hop in together))
        more = f"; {len(notes) - _NOTES} more" if len(notes) > _NOTES else ""
        steps.append((number, "", _at(together[0]), "; ".join(notes[:_NOTES]) + more))
    hidden = range(0)
    if len(traces[0]) > _HOPS and not look.verbose:
        hidden = range(_HOPS // 2 + 1, len(traces[0]) - _HOPS // 2 + 2)
    for number, letter, at, note in steps:
        if number not in hidden:
            lines += _step(f"{number}{letter}.", at, note, _Margin(source, look, pad, shown))
        elif number == hidden.start:
            lines.append([(f"{pad}       ... {len(hidden)} more steps (--verbose)", "faint")])
    return lines


class _Margin(NamedTuple):
    """What is needed to set one step: source, device, what stands left, what was shown."""

    source: Excerpts
    look: Look
    pad: str
    shown: set[tuple[str, int]]


def _step(number: str, at: tuple[str, int], note: str, margin: _Margin) -> list[Line]:
    where = f"{visible(at[0])}:{at[1]}" if at[0] else ""
    head = f"{margin.pad}   {number:>4} "
    lines = beside([(head, "gutter"), (where, "place"), ("  " if where else "", "")], note, margin.look)
    text = source_line(*at, margin.source, max(margin.look.width - len(head), 20))
    if text and at not in margin.shown:
        margin.shown.add(at)
        lines.append([(" " * len(head), ""), (text, "faint")])
    return lines


def _at(hop: Hop) -> tuple[str, int]:
    return hop.place.path, hop.place.span.line
