"""The terminal's format: what is wrong, where, how the data came there, which clause, what to do."""

from __future__ import annotations

from collections.abc import Sequence
from operator import itemgetter

from purposelint.domain.verdict import Finding, Problem, Verdict
from purposelint.report.counting import plural
from purposelint.report.escaping import visible
from purposelint.report.excerpt import bar, excerpt
from purposelint.report.grouping import Group, Model, groups, models, open_findings
from purposelint.report.inventory import model_lines
from purposelint.report.look import PLAIN, Line, Look, paint
from purposelint.report.parting import counted, parts
from purposelint.report.prose import beside, wrapped
from purposelint.report.remedies import remedy_of
from purposelint.report.route import routes
from purposelint.report.shared_sinks import block, shared_sinks
from purposelint.report.subjects import sentences
from purposelint.report.summary import summary

_REMEDIES = 3
"""So many different remedies of one call are shown."""

_STANDARDS = ("PCI DSS", "CWE-")


def full(verdict: Verdict, look: Look = PLAIN) -> str:
    """Render a verdict for a developer's terminal: errors first, stored fields folded, a summary last."""
    lines: list[Line] = []
    for name, part in parts(verdict, look.group_by) if look.group_by else (("", verdict),):
        lines += [*_heading(name, part), *_findings(part, look)]
    if verdict.problems:
        lines += [*(_problem(problem, verdict) for problem in verdict.problems), []]
    if not look.quiet:
        lines += summary(verdict, look)
    while lines and not lines[-1]:
        lines.pop()
    return paint(lines, look)


def _heading(name: str, part: Verdict) -> list[Line]:
    """The name of a part with what it has; nothing where all is one part."""
    if not name:
        return []
    told = ", ".join(plural(number, severity) for severity, number in counted(part))
    return [[(visible(name), "head"), (f"  {told}", counted(part)[0][0])], []]


def _findings(verdict: Verdict, look: Look) -> list[Line]:
    found = open_findings(verdict)
    shared = () if look.verbose else shared_sinks(found, verdict)
    elsewhere = {id(one) for each in shared for one in each.findings}
    blocks = [(each.group.order, block(each, verdict.excerpts, look)) for each in shared]
    blocks += [
        (group.order, _group(group, verdict, look))
        for group in groups(one for one in found if id(one) not in elsewhere)
    ]
    lines = [line for _, told in sorted(blocks, key=itemgetter(0)) for line in (*told, [])]
    return lines + _inventory(models(verdict), verdict, look)


def _group(group: Group, verdict: Verdict, look: Look) -> list[Line]:
    gutter = len(str(max(group.place.span.end_line, group.place.span.line)))
    lines = _headers(group, look)
    body = excerpt(group, verdict.excerpts, look, gutter)
    ways = routes(group, verdict.excerpts, look, gutter)
    notes = _notes(group, verdict, gutter, look)
    if body and (ways or notes):
        body.append(bar(gutter))
    return [*lines, *body, *ways, *notes]


def _headers(group: Group, look: Look) -> list[Line]:
    """One header a code, then its messages, each once."""
    by_code: dict[str, list[Finding]] = {}
    for finding in group.findings:
        by_code.setdefault(finding.code, []).append(finding)
    where = f"{visible(group.place.path)}:{group.place.span.line}:{group.place.span.column}: "
    lines: list[Line] = []
    for code, found in by_code.items():
        style = found[0].severity
        doubts = {finding.confidence for finding in found}
        shared = doubts.pop() if len(doubts) == 1 else ""
        word = style if shared in {"", "high"} else f"{style}, {shared} confidence"
        lines.append([(where, "place"), (code, style), (f" {found[0].name} ", ""), (f"[{word}]", style)])
        lines += _messages(sentences(found), look)
    return lines


def _messages(told: Sequence[tuple[str, str]], look: Look) -> list[Line]:
    """What is wrong stands out; what the policy says of it follows, once if it says the same of all."""
    rests = list(dict.fromkeys(rest for _, rest in told))
    lines: list[Line] = []
    for head, rest in told:
        lines += [[(row[0][0], "code")] for row in wrapped(head, look, indent=2)]
        if len(rests) > 1:
            lines += wrapped(rest, look, indent=2)
    return lines if len(rests) > 1 else [*lines, *wrapped(rests[0], look, indent=2)]


def _notes(group: Group, verdict: Verdict, gutter: int, look: Look) -> list[Line]:
    """Clause and help, each once, below the excerpt."""
    lines: list[Line] = []
    clauses = sorted({finding.clause for finding in group.findings if finding.clause})
    if clauses:
        lines += _note(gutter, "clause", ", ".join(_cited(clause, verdict) for clause in clauses), look)
    policy = verdict.run.policy_path
    remedies: dict[str, list[Finding]] = {}
    for each in group.findings:
        if each.remedy:
            remedies.setdefault(remedy_of(each, policy), []).append(each)
    told = _whose(list(remedies.values()))
    for remedy, whose in list(zip(remedies, told, strict=True))[:_REMEDIES]:
        lines += _note(gutter, f"help{whose}", remedy, look)
    return lines


def _whose(mended: Sequence[Sequence[Finding]]) -> list[str]:
    """What each of several remedies is for: its elements, or where these are the same its codes."""
    for part in (lambda one: one.element or "", lambda one: one.code):
        names = [tuple(dict.fromkeys(map(part, found))) for found in mended]
        apart = len({name for each in names for name in each}) == sum(map(len, names))
        if len(mended) > 1 and apart and all(map(all, names)):
            return [f" for {', '.join(each)}" for each in names]
    return ["" for _ in mended]


def _cited(clause: str, verdict: Verdict) -> str:
    """A clause with whose it is: a standard's prohibition holds whatever the policy says."""
    standard = clause.startswith(_STANDARDS)
    return (
        f"{clause} (whatever the policy says)" if standard else f"{clause} of policy {verdict.run.policy_id}"
    )


def _note(gutter: int, label: str, text: str, look: Look) -> list[Line]:
    """`= label: text`; further lines of the text stand below its first."""
    style = "good" if label.startswith("help") else "code"
    return beside([(" " * gutter + " = ", "gutter"), (f"{label}: ", style)], text, look)


def _inventory(found: Sequence[Model], verdict: Verdict, look: Look) -> list[Line]:
    """Stored fields without a purpose, a line a model."""
    if not found:
        return []
    sample = found[0].undeclared[0]
    undeclared = sum(model.fields - model.declared for model in found)
    total = sum(len(model.undeclared) for model in found)
    alike = sum(one.code == sample.code for one in open_findings(verdict))
    more = f"; {alike - total} more where calls store data, told above" if alike > total else ""
    lines: list[Line] = [
        [
            (sample.code, sample.severity),
            (f" {sample.name}: ", ""),
            (plural(undeclared, "stored field") + " of " + plural(len(found), "model"), "code"),
            (f", {plural(total, 'finding')}" if total != undeclared or more else "", ""),
            (more, ""),
        ]
    ]
    for model in found:
        lines += model_lines(model, look)
    remedy = next((code.remedy for code in verdict.codes if code.code == sample.code), sample.remedy)
    if remedy:
        lines += _note(1, "help", remedy, look)
    if not look.verbose:
        at = f"{visible(found[0].place.path)}:{found[0].place.span.line}"
        says = f"--verbose names the element of each field, `purposelint explain {at}` says why it is one"
        lines += _note(1, "note", says, look)
    return [*lines, []]


def _problem(problem: Problem, verdict: Verdict) -> Line:
    name = next((f" {code.name}" for code in verdict.codes if code.code == problem.code), "")
    where = ":".join(part for part in (visible(problem.path), str(problem.line or "")) if part)
    return [
        (f"{where}: " if where else "", "place"),
        (problem.code, "error"),
        (name, ""),
        (" [error]", "error"),
        (f" {visible(problem.message)}", ""),
    ]
