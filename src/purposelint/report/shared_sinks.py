"""Findings at many callers of one line that lets the data of all of them go: told once, at that line."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from purposelint.domain.place import Place
from purposelint.domain.verdict import Finding, Verdict
from purposelint.report.counting import plural
from purposelint.report.escaping import fit, visible
from purposelint.report.excerpt import Excerpts, bar
from purposelint.report.grouping import Group, doubt_of
from purposelint.report.look import Line, Look
from purposelint.report.prose import beside, wrapped
from purposelint.report.remedies import SAY, WITHOUT_PURPOSE

MANY = 5
"""From so many callers on, the line that they share is told in their place."""

_CALLERS = 40
"""No more callers of one line are named."""

_LEAVES = re.compile(r"^.*? is (?=(?:logged|sent|stored) )")
_ROUTE = re.compile(
    r"(?:, from \S+)?(?:,)? through \S+ \(\S+:\d+\).*|(?:, | )as \d+ calls hand it on.*|, from \S+$"
)
"""What the message of one finding says of its own way, and what follows."""


class SharedSink(NamedTuple):
    """A line of a helper, with the findings without a purpose at the calls that hand data to it."""

    sink: Place
    findings: tuple[Finding, ...]

    @property
    def group(self) -> Group:
        """The findings as if they stood at the line itself."""
        return Group(self.sink, self.findings)


def shared_sinks(findings: Iterable[Finding], verdict: Verdict) -> tuple[SharedSink, ...]:
    """Lines that many calls hand data to; none where each caller must state a purpose of its own."""
    if verdict.run.options.get("strict-callers"):
        return ()
    by_sink: dict[tuple[str, object], list[Finding]] = {}
    for one in findings:
        if one.code in WITHOUT_PURPOSE and one.sink is not None and is_handed_on(one):
            by_sink.setdefault((one.sink.path, one.sink.span), []).append(one)
    return tuple(
        SharedSink(found[0].sink, tuple(found))
        for found in by_sink.values()
        if found[0].sink is not None and len({one.place for one in found}) >= MANY
    )


def is_handed_on(finding: Finding) -> bool:
    """Whether a helper lets the data go, which stands elsewhere."""
    sink, place = finding.sink, finding.place
    return sink is not None and bool(sink.path) and (sink.path, sink.span) != (place.path, place.span)


def block(shared: SharedSink, source: Excerpts, look: Look) -> list[Line]:
    """What leaves at such a line, the calls that hand it in, and the one thing to do."""
    pad = " " * len(str(shared.sink.span.end_line))
    lines = _headers(shared, look)
    lines += _excerpt(shared.sink, source, look, len(pad))
    by_place: dict[Place, list[Finding]] = {}
    for finding in sorted(shared.findings, key=lambda one: (one.place, one.element or "")):
        by_place.setdefault(finding.place, []).append(finding)
    lines.append([(f"{pad} = ", "gutter"), ("handed in here:", "code")])
    for place, found in list(by_place.items())[:_CALLERS]:
        where = f"{visible(place.path)}:{place.span.line}"
        lines += beside([(f"{pad}     ", "gutter"), (where, "place"), ("  ", "")], _handed(found), look)
    if len(by_place) > _CALLERS:
        lines.append([(f"{pad}     ... {len(by_place) - _CALLERS} more (--verbose)", "faint")])
    return [*lines, *beside([(f"{pad} = ", "gutter"), ("help: ", "good")], _help(shared), look)]


def _excerpt(sink: Place, source: Excerpts, look: Look, gutter: int) -> list[Line]:
    """The line's call, as far as it is at hand."""
    rows = range(sink.span.line, max(sink.span.end_line, sink.span.line) + 1)
    lines: list[Line] = [bar(gutter)]
    for row in rows:
        if (sink.path, row) in source:
            text = fit(source[sink.path, row], (), look.width - gutter - 3).text
            lines.append([(f"{row:>{gutter}} | ", "gutter"), (text, "")])
    return [*lines, bar(gutter)] if len(lines) > 1 else []


def _headers(shared: SharedSink, look: Look) -> list[Line]:
    """One header a code, with what happens to whatever a caller hands in."""
    where = f"{visible(shared.sink.path)}:{shared.sink.span.line}:{shared.sink.span.column}: "
    lines: list[Line] = []
    for code in sorted({one.code for one in shared.findings}):
        found = [one for one in shared.findings if one.code == code]
        style = Group(shared.sink, tuple(found)).severity
        doubts = {doubt_of(one) for one in found}
        word = f"{style}, {min(doubts)}" if len(doubts) == 1 and min(doubts) else style
        lines.append([(where, "place"), (code, style), (f" {found[0].name} ", ""), (f"[{word}]", style)])
        callers = plural(len({one.place for one in found}), "call")
        for done in dict.fromkeys(_done(one) for one in found):
            told = (
                f"what {callers} hand in is {done}: {', '.join(sorted({str(one.element) for one in found}))}"
            )
            lines += [[(row[0][0], "code")] for row in wrapped(told, look, indent=2)]
    return lines


def _done(finding: Finding) -> str:
    """What happens to the data, without how it came there: `logged by log.error without ...`."""
    return _ROUTE.sub("", _LEAVES.sub("", finding.message)).rstrip(".")


def _handed(found: Sequence[Finding]) -> str:
    """The elements that one call hands in, each once, with the code that they are in."""
    elements = {one.element or "": doubt_of(one) for one in reversed(found)}
    told = ", ".join(f"{name} ({doubt})" if doubt else name for name, doubt in sorted(elements.items()))
    codes = dict.fromkeys(" ".join(one.expr.split()) for one in found if one.expr)
    return f"{told} in {', '.join(f'`{code}`' for code in codes)}" if codes else told


def _help(shared: SharedSink) -> str:
    """One thing for all of them, at the line itself: leave it out, or declare there what most would."""
    remedies = Counter(one.remedy for one in shared.findings if one.remedy.startswith(("#", SAY)))
    out = "this line lets go of what every caller hands in: leave it out here"
    if not remedies:
        return out
    remedy = remedies.most_common(1)[0][0]
    said = f"{SAY}, as in: {remedy}" if remedy.startswith("#") else remedy
    return f"{out}, or, for all of them and for later callers, {said.replace(SAY, f'{SAY} here', 1)}"
