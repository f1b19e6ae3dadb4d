"""`explain FILE:LINE`: what was found on a line and why, then what else is known of it, cut with a count."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple, TypeAlias, TypeVar

from purposelint.domain.explanation import Considered, Explanation
from purposelint.domain.flows import Hop
from purposelint.domain.sightings import Evidence
from purposelint.domain.verdict import Finding, Judgement
from purposelint.report.counting import plural
from purposelint.report.escaping import fit, visible
from purposelint.report.grouping import ranked
from purposelint.report.look import PLAIN, Line, Look, paint
from purposelint.report.prose import beside, listing, wrapped
from purposelint.report.remedies import remedy_of
from purposelint.report.shared_sinks import MANY, is_handed_on

_WIDE = 8
_FINDINGS = 3
"""So many findings, or ways of data, are told in full."""
_ELSEWHERE = 5
_HOPS = 8
_DOUBT = "of low confidence, whatever its code: too little speaks for it, or the way of the data is not sure"
_DONE = {"log": "logged", "share": "sent", "store": "stored"}
_KINDS = {"log": "a log call", "share": "a call that sends", "store": "a call that stores"}
_CALLED = "only called"
_UNKNOWN = "not known as personal data"

_One = TypeVar("_One")
_Told: TypeAlias = Callable[[_One, Look], list[Line]]


class _Way(NamedTuple):
    """What became of data, the same from several sources told once: `times` counts them."""

    judgement: Judgement
    times: int


def explain_line(told: Explanation, look: Look = PLAIN) -> str:
    """Findings of a line first, each once, with why, by which path, under which clause, and what mends it.

    Then what else passes there, names that nothing was found in, and a count of what is left out.
    """
    lines: list[Line] = [[(f"{visible(told.path)}:{told.line}", "place")]]
    text = fit(told.text.strip(), (), max(look.width - 4, 20)).text
    lines += [[("    " + text, "")], []]
    lines += [[(f"{problem.code} {visible(problem.message)}", "error")] for problem in told.problems]
    here, elsewhere = _findings(told)
    ways = _ways(told, here=True)
    blocks = [
        *_cut(here, _finding, _brief, look),
        *_cut(ways, _way if not here or look.verbose else _outcome, _outcome, look),
    ]
    lines += [line for block in blocks for line in block]
    lines += _names(told, [*here, *(way.judgement.finding for way in ways)], look)
    steps = {hop.note for way in ways for hop in way.judgement.finding.trace}
    guardings = [one for one in told.guardings if look.verbose or one.told not in steps]
    lines += [row for one in guardings for row in _guarding(one.element, one.told, look)]
    lines += _through(elsewhere, _ways(told, here=False), look, alone=not here and not ways)
    lines += _ending(elsewhere, told, look)
    if not (told.judgements or told.findings):
        lines += [[], [(_nothing(told), "")]]
    for symbol in told.cut_short:
        cut = f"The analysis of {symbol} was cut short at a bound: flows may be missing here."
        lines += [[], *wrapped(cut, look)]
    return paint(_tidy(lines), look)


def _findings(told: Explanation) -> tuple[list[Finding], list[Finding]]:
    """Findings that stand on the line, and those that stand elsewhere; the worst first."""
    by_name = {one.fingerprint or str(number): one for number, one in enumerate(told.findings)}
    for judgement in told.judgements:
        if judgement.verdict == "finding":
            by_name.setdefault(judgement.finding.fingerprint, judgement.finding)
    found = ranked(by_name.values())
    return [one for one in found if _is_here(one, told)], [one for one in found if not _is_here(one, told)]


def _is_here(finding: Finding, told: Explanation) -> bool:
    place = finding.place
    return place.path == told.path and place.span.line <= told.line <= place.span.end_line


def _ways(told: Explanation, *, here: bool) -> list[_Way]:
    """What passes and is no finding, each outcome once."""
    found: dict[tuple[object, ...], list[Judgement]] = {}
    for one in told.judgements:
        if one.verdict != "finding" and _is_here(one.finding, told) == here:
            made = one.finding
            key = (one.verdict, one.why, made.element, made.activity, made.sink_id, made.place)
            found.setdefault(key, []).append(one)
    return [_Way(min(same, key=lambda one: len(one.finding.trace)), len(same)) for same in found.values()]


def _cut(items: Sequence[_One], whole: _Told[_One], brief: _Told[_One], look: Look) -> Iterator[list[Line]]:
    """The first items whole, more of them in brief, the rest counted."""
    shown = len(items) if look.verbose else _FINDINGS
    for number, item in enumerate(items):
        if number < shown:
            yield [*whole(item, look), []]
    rest = items[shown:]
    if rest:
        lines = [line for item in rest[:_ELSEWHERE] for line in brief(item, look)]
        if len(rest) > _ELSEWHERE:
            lines.append([(f"... and {len(rest) - _ELSEWHERE} more here (--verbose)", "faint")])
        yield [*lines, []]


def _finding(finding: Finding, look: Look) -> list[Line]:
    """A finding with why it is one."""
    lines: list[Line] = [_head(finding), *wrapped(finding.message, look, indent=2)]
    lines += _reasons(finding.evidence, look)
    if finding.element is not None and finding.confidence == "low":
        lines += _row("note", _DOUBT, look)
    lines += _path(finding.trace, finding.evidence, look)
    if finding.clause:
        lines += _row("clause", finding.clause, look)
    if finding.remedy:
        lines += _row("help", remedy_of(finding), look)
    return lines


def _head(finding: Finding) -> Line:
    """Code, name and severity; how sure it is stands here and nowhere else."""
    grave: str = finding.severity
    if finding.element is not None and finding.confidence != "high":
        grave += f", {finding.confidence} confidence"
    reason = f": {visible(finding.suppression)}" if finding.suppression else ""
    status = "" if finding.status == "open" else f" ({finding.status}{reason})"
    return [
        (finding.code, finding.severity),
        (f" {finding.name} ", ""),
        (f"[{grave}]", finding.severity),
        (status, "faint"),
    ]


def _row(label: str, text: str, look: Look) -> list[Line]:
    return beside([(f"  {label:<{_WIDE}} ", "good" if label == "help" else "faint")], text, look)


def _path(trace: Sequence[Hop], reasons: Iterable[Evidence], look: Look) -> list[Line]:
    """The steps of the data; what made its first one personal is told before, and not again."""
    if len(trace) < 2:
        return []
    first, *others = trace
    if any(f"({reason.says}" in first.note for reason in reasons):
        first = Hop(first.place, first.note.partition(" (")[0])
    steps = [(number, hop) for number, hop in enumerate((first, *others), start=1)]
    hidden = (
        range(_HOPS // 2, len(steps) - _HOPS // 2) if len(steps) > _HOPS and not look.verbose else range(0)
    )
    lines: list[Line] = []
    for index, (number, hop) in enumerate(steps):
        if index == hidden.start and hidden:
            lines += _row("", f"... {plural(len(hidden), 'more step')} (--verbose)", look)
        if index not in hidden:
            where = f"{visible(hop.place.path)}:{hop.place.span.line}"
            label = "path" if index == 0 else ""
            lines += beside([(f"  {label:<{_WIDE}} ", "faint"), (f"{number}. {where}  ", "")], hop.note, look)
    return lines


def _brief(finding: Finding, look: Look) -> list[Line]:
    return [[(finding.code, finding.severity), *row] for row in wrapped(f" {finding.message}", look)[:1]]


def _way(way: _Way, look: Look) -> list[Line]:
    """What became of data that is no finding, with its path."""
    made = way.judgement.finding
    reasons = _reasons(made.evidence, look)
    return [*_outcome(way, look), *reasons, *_path(made.trace, made.evidence, look)]


def _outcome(way: _Way, look: Look) -> list[Line]:
    made, verdict = way.judgement.finding, way.judgement.verdict
    sink = f" by {made.sink_id}" if made.sink_id else ""
    several = f", from {way.times} sources" if way.times > 1 else ""
    head = f"{made.element} {_DONE.get(made.activity or '', 'used')}{sink}{several}: "
    return wrapped(f"{head}{verdict} ({way.judgement.why})", look, hang=4)


def _names(told: Explanation, judged: Iterable[Finding], look: Look) -> list[Line]:
    """Names of the line: those that nothing above tells of; all of them where that is asked for."""
    elements = {one.element for one in judged}
    lines: list[Line] = _sinks(told, look)
    for name in told.considered:
        filled = sum(reason.kind == "flow" for reason in name.evidence) > 1  # one way in is in the path
        if look.verbose or filled or not name.element or name.element not in elements:
            lines += [*_considered(name, look), []]
    if (told.unremarkable or told.called) and (look.verbose or not elements):
        rest = {one.call for one in told.sinks}
        labels = {_CALLED: [one for one in told.called if one not in rest], _UNKNOWN: told.unremarkable}
        shown = {label: names for label, names in labels.items() if names}
        for label, names in shown.items():
            lines += listing(label, names, look, max(map(len, shown)))
    elif not elements and not told.considered and not told.problems and not told.findings:
        lines.append([("No name on this line is looked at.", "")])
    return lines


def _sinks(told: Explanation, look: Look) -> list[Line]:
    """Calls of the line that are sinks and that no data is known to come to."""
    lines: list[Line] = []
    found = (*told.findings, *(one.finding for one in told.judgements))
    reached = {(place, one.sink_id) for one in found for place in (one.place, one.sink)}
    is_seen = any(one.element for one in told.considered) or bool(told.guardings)
    why = (
        "no personal data of this line comes to it in clear text"
        if is_seen
        else "nothing that it takes is personal data, as far as the names say"
    )
    for one in told.sinks:
        if (one.place, one.id) not in reached:
            to = f" to {one.vendor}" if one.vendor else ""
            says = f"{one.call} is {_KINDS[one.activity]}{to} ({one.id}); {why}."
            lines += [*wrapped(says, look), []]
    return lines


def _considered(name: Considered, look: Look) -> list[Line]:
    taken = f"{name.element} ({name.confidence} confidence)" if name.element else "not personal data"
    style = "good" if name.element else "faint"
    lines: list[Line] = [[(visible(name.name), "code"), (f" ({name.kind}) is ", ""), (taken, style)]]
    return [*lines, *_reasons(name.evidence, look)]


def _reasons(evidence: Sequence[Evidence], look: Look) -> list[Line]:
    """What speaks for it, then what speaks against it."""
    lines: list[Line] = []
    for label, against in (("for", False), ("against", True)):
        for number, reason in enumerate(one for one in evidence if one.against == against):
            lines += _row("" if number else label, f"{reason.kind}: {reason.says}", look)
    return lines


def _guarding(element: str, told: str, look: Look) -> list[Line]:
    return wrapped(f"a copy of {element or 'what is handed in'}: {told}", look)


def _through(findings: Sequence[Finding], ways: Sequence[_Way], look: Look, *, alone: bool) -> list[Line]:
    """Findings elsewhere whose data comes by this line; one that is alone is told in full."""
    if alone and len(findings) == 1:
        return [[], *_finding(findings[0], look), *_elsewhere(findings)]
    lines: list[Line] = []
    if findings:
        lines += [[], [(f"Data of this line is in {plural(len(findings), 'finding')} elsewhere:", "")]]
        shown = findings if look.verbose else findings[:_ELSEWHERE]
        for one in shown:
            at = f"{visible(one.place.path)}:{one.place.span.line}"
            lines += beside(
                [("  ", ""), (f"{at} ", "place"), (f"{one.code} ", one.severity)], _did(one), look
            )
        if len(shown) < len(findings):
            lines.append([(f"  ... and {len(findings) - len(shown)} more (--verbose)", "faint")])
    if ways:
        counted = Counter(way.judgement.verdict for way in ways)
        told = ", ".join(f"{number} {verdict}" for verdict, number in sorted(counted.items()))
        lines += [[], [(f"Elsewhere, and no finding: {told}.", "")]]
        for way in ways if look.verbose or alone else ():
            lines += _way(way, look)
    return lines


def _ending(findings: Sequence[Finding], told: Explanation, look: Look) -> list[Line]:
    """What one declaration at the line would do, where callers hand in what it lets go of."""
    sinks = ((one.sink, one) for one in findings if one.sink is not None and is_handed_on(one))
    calls = {
        one.place
        for sink, one in sinks
        if sink.path == told.path and sink.span.line <= told.line <= sink.span.end_line
    }
    if len(calls) < MANY or told.strict_callers:
        return []
    place = f"{visible(told.path)}:{told.line}"
    said = (
        f"This line lets go of what {plural(len(calls), 'call')} hand in. A declaration here speaks for every"
        f" caller, later ones too: `purposelint declare {place} --purpose ...`."
    )
    return [[], *wrapped(said, look)]


def _elsewhere(findings: Sequence[Finding]) -> list[Line]:
    at = findings[0].place
    return [[("  where    ", "faint"), (f"{visible(at.path)}:{at.span.line}", "place")]]


def _did(finding: Finding) -> str:
    sink = f" by {finding.sink_id}" if finding.sink_id else ""
    return f"{finding.element or finding.name} {_DONE.get(finding.activity or '', '')}{sink}".rstrip()


def _nothing(told: Explanation) -> str:
    if told.problems:
        return "What stands on this line is not known: the file was not analysed."
    if any(one.element for one in told.guardings):
        return "No data passes here but through a guard, and there is no finding."
    if told.guardings:
        return (
            "Nothing that is handed in is known to be personal data, masked or not, and there is no finding."
        )
    return "No flow passes here, nothing is stored here, and there is no finding."


def _tidy(lines: Sequence[Line]) -> list[Line]:
    """Without empty lines at the end, or two in a row."""
    kept: list[Line] = []
    for line in lines:
        if line or (kept and kept[-1]):
            kept.append(line)
    while kept and not kept[-1]:
        kept.pop()
    return kept
