"""What a run found, on one screen: codes, elements by activity, what was silenced, what was not read."""

from __future__ import annotations

from collections import Counter

from purposelint.domain.catalog import ACTIVITIES
from purposelint.domain.verdict import SEVERITIES, Severity, Verdict
from purposelint.report.baseline import baseline_lines
from purposelint.report.counting import plural
from purposelint.report.escaping import visible
from purposelint.report.grouping import open_findings
from purposelint.report.look import Line, Look, Piece
from purposelint.report.low_sensitivity import low_sensitivity_lines
from purposelint.report.one_source import one_helper_lines, one_source_lines
from purposelint.report.prose import wrapped
from purposelint.report.unrecognised import unrecognised_lines

_LIMITS = 3
_MOST_ELEMENTS = 12
_QUIET = "quiet"


def summary(verdict: Verdict, look: Look) -> list[Line]:
    """Lines of the summary; short when there is nothing to count."""
    found = open_findings(verdict)
    lines: list[Line] = []
    if found:
        lines += [*_codes(verdict), [], *_matrix(verdict)]
    lines.append(_outcome(verdict))
    lines.append(_files(verdict))
    lines += unrecognised_lines(verdict.unrecognised, look)
    lines += _left_out(verdict, look)
    lines += _since(verdict)
    lines += low_sensitivity_lines(verdict, look)
    lines += one_source_lines(verdict, look)
    lines += one_helper_lines(verdict, look)
    lines += baseline_lines(verdict)
    lines += _faults(verdict)
    if look.verbose:
        lines += _analysis(verdict)
    return lines


def _codes(verdict: Verdict) -> list[Line]:
    """Findings by code and severity, with their sums; how many there are, and of what, stands above."""
    found = open_findings(verdict)
    counted = Counter((one.code, one.name, one.severity) for one in found)
    codes = sorted({(code, name) for code, name, _ in counted}, key=lambda row: _worst(row, counted))
    shown = [severity for severity in SEVERITIES if any(row[2] == severity for row in counted)]
    wide = max(len(f"{code} {name}") for code, name in codes)
    places = len({one.place for one in found})
    what = f"{plural(len(found), 'finding')} at {plural(places, 'place')}"
    each = ", one for each element of a call or field" if len(found) > 1 else ""
    lines: list[Line] = [[(what, "code"), (each, "")]]
    lines.append([(" " * (wide + 2) + "".join(f"{severity:>9}" for severity in shown), "faint")])
    for code, name in codes:
        row: list[Piece] = [
            ("  ", ""),
            (code, _worst_of(code, counted)),
            (f" {name:<{wide - len(code) - 1}}", ""),
        ]
        for severity in shown:
            number = counted[code, name, severity]
            row.append((f"{number or '.':>9}", severity if number else "faint"))
        lines.append(row)
    if len(codes) > 1:
        sums = Counter(one.severity for one in found)
        lines.append([(f"  {'all':<{wide}}" + "".join(f"{sums[severity]:>9}" for severity in shown), "")])
    return lines


def _worst(row: tuple[str, str], counted: Counter[tuple[str, str, Severity]]) -> tuple[int, str]:
    return SEVERITIES.index(_worst_of(row[0], counted)), row[0]


def _worst_of(code: str, counted: Counter[tuple[str, str, Severity]]) -> Severity:
    return min((severity for each, _, severity in counted if each == code), key=SEVERITIES.index)


def _matrix(verdict: Verdict) -> list[Line]:
    """Findings by element and activity; by group of elements where there are too many for a screen."""
    found = [(one.element, one.activity) for one in open_findings(verdict) if one.element and one.activity]
    if not found:
        return []
    if len({element for element, _ in found}) > _MOST_ELEMENTS:
        found = [(element.partition(".")[0], activity) for element, activity in found]
    counted = Counter(found)
    names = sorted({name for name, _ in found})
    wide = max(len(name) for name in names)
    head = " " * (wide + 2) + "".join(f"{activity:>8}" for activity in ACTIVITIES)
    lines: list[Line] = [[(head, "faint")]]
    for name in names:
        cells = "".join(f"{counted[name, activity] or '.':>8}" for activity in ACTIVITIES)
        lines.append([(f"  {visible(name):<{wide}}{cells}", "")])
    if len(names) > 1:
        sums = Counter(activity for _, activity in found)
        lines.append([(f"  {'all':<{wide}}" + "".join(f"{sums[each] or '.':>8}" for each in ACTIVITIES), "")])
    rest = len(open_findings(verdict)) - len(found)
    if rest:
        lines.append([(f"  and {rest} about declarations and suppressions", "")])
    return [*lines, []]


def _outcome(verdict: Verdict) -> Line:
    counted = Counter(finding.severity for finding in open_findings(verdict))
    silenced = Counter(finding.status for finding in verdict.findings if finding.status != "open")
    pieces: list[tuple[str, str]] = []
    for severity in SEVERITIES:
        if counted[severity]:
            pieces += [(", " if pieces else "Found ", ""), (plural(counted[severity], severity), severity)]
    if not pieces:
        pieces = [("No findings", "good" if not (verdict.problems or verdict.faults) else "")]
    for status in sorted(silenced):
        pieces.append((f"{'; ' if status == min(silenced) else ', '}{silenced[status]} {status}", "faint"))
    judged = Counter(judgement.verdict for judgement in verdict.judgements)
    told = [f"{judged[word]} {word}" for word in ("permitted", "guarded", _QUIET) if judged[word]]
    if told:
        pieces.append((f"; other flows and fields: {', '.join(told)}", "faint"))
    return [*pieces, (".", "")]


def _since(verdict: Verdict) -> list[Line]:
    if not verdict.since:
        return []
    before = plural(verdict.before, "finding")
    return [[(f"Only what the change since {visible(verdict.since)} caused; {before} of before.", "faint")]]


def _files(verdict: Verdict) -> Line:
    files = verdict.files
    read = f"{plural(files.analysed, 'file')} analysed"
    missed = f", {files.unreadable} not analysed" if files.unreadable else ""
    policy = f"; policy {visible(verdict.run.policy_id)} (version {visible(verdict.run.policy_version)})."
    return [(read, ""), (missed, "error"), (policy, "")]


def _left_out(verdict: Verdict, look: Look) -> list[Line]:
    """What no finding tells of, a line for each reason why."""
    told: list[str] = []
    quiet = Counter(_reason(one.why) for one in verdict.judgements if one.verdict == _QUIET)
    if quiet:
        told.append(f"Quiet: {', '.join(f'{count} {why}' for why, count in quiet.most_common())}.")
    if verdict.limits:
        told.append(_cut_short(verdict, look))
    if verdict.files.tests:
        what = plural(verdict.files.tests, "file")
        told.append(f"Left out: {what} of tests and migrations (--include-tests).")
    return [[(row[0][0], "faint")] for line in told for row in wrapped(line, look)]


def _cut_short(verdict: Verdict, look: Look) -> str:
    """Which functions met a bound, and what that means; by name where they are few or asked for."""
    limits, all_of_them = verdict.limits, verdict.counts.get("functions", 0)
    share = f" of {all_of_them:,}" if all_of_them else ""
    few = look.verbose or len(limits) <= _LIMITS
    names = limits if look.verbose else [".".join(name.split(".")[-2:]) for name in limits]
    which = f" ({', '.join(names)})" if few else ""
    where = f"{len(limits):,}{share} function{'s' * (max(len(limits), all_of_them) != 1)}{which}"
    told = f"Cut short at a bound: {where}. What is found in them counts, more may be missing"
    advice = "look through those yourself that handle personal data (docs/troubleshooting.md)"
    return f"{told}: {advice}." if few else f"{told} (--verbose names them)."


def _reason(why: str) -> str:
    """Why something is quiet, without the words that differ from one to the next."""
    what, _, rest = why.partition(" ")
    if what in {"sensitivity", "confidence"}:
        return f"of {rest.partition(' ')[0]} {what} (--min-{what})"
    return "switched off (--select, --ignore)" if why.endswith(" is switched off") else why.partition(":")[0]


def _faults(verdict: Verdict) -> list[Line]:
    """Functions at which the analysis itself failed: told without being asked, since findings may lack."""
    named = ", ".join(map(visible, verdict.faults[:_LIMITS]))
    more = f" and {len(verdict.faults) - _LIMITS} more" if len(verdict.faults) > _LIMITS else ""
    count = plural(len(verdict.faults), "function")
    told = f"Not followed by a fault of purposelint: {count}, {named}{more}."
    advice = " Findings may be missing there. Please report it to the maintainers of purposelint."
    return [[(told, "error"), (advice, "")]] if verdict.faults else []


def _analysis(verdict: Verdict) -> list[Line]:
    """How much of the program the analysis saw: asked for by `--verbose`."""
    lines: list[Line] = []
    if verdict.counts:
        told = ", ".join(
            f"{visible(word.replace('_', ' '))}: {count}" for word, count in sorted(verdict.counts.items())
        )
        lines.append([(f"Analysis: {told}.", "")])
    return lines
