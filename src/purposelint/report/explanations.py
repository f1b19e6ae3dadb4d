"""`explain`: what a code or an element means, and why a line is, or is not, what the analysis says."""

from __future__ import annotations

from purposelint.domain.catalog import Catalog, Element
from purposelint.domain.explanation import Considered, Explanation
from purposelint.domain.policy import Policy
from purposelint.domain.verdict import Code, Finding, Judgement
from purposelint.report.element_evidence import evidence_of
from purposelint.report.escaping import fit, visible
from purposelint.report.look import PLAIN, Line, Look, paint
from purposelint.report.prose import beside, listing, wrapped
from purposelint.report.remedies import remedy_of

_LABEL = 14


def explain_code(code: Code, look: Look = PLAIN) -> str:
    """What a code means, what earns it, what to do about it."""
    lines: list[Line] = [
        [(code.code, code.severity), (f" {code.name} ", "code"), (f"[{code.severity}]", code.severity)],
        [],
        *wrapped(code.summary, look),
        [],
        *([(visible(row), "")] for row in code.explanation.split("\n")),
        [],
        *listing("What to do", (code.remedy,), look, _LABEL),
    ]
    return paint(lines, look)


def explain_element(element: Element, policy: Policy, look: Look = PLAIN) -> str:
    """What an element is, what names it, and what the policy in force says of it."""
    lines: list[Line] = [[(element.id, "code"), (f"  {visible(element.title)}", "")], []]
    lines += listing("sensitivity", (element.sensitivity,), look, _LABEL)
    rows = (
        *evidence_of(element),
        ("DPV", element.dpv),
        ("fideslang", element.fides),
        ("Open edX", element.oep30),
        ("found in", element.hits),
        ("not found in", element.misses),
    )
    wide = max(len(label) for label, values in rows if values)
    for label, values in rows:
        lines += listing(label, values, look, max(wide, _LABEL)) if values else []
    lines += [[], *_policy_on(element.id, policy, look)]
    return paint(lines, look)


def explain_line(told: Explanation, look: Look = PLAIN) -> str:
    """Which names a line has, what each was taken for and why, which flows pass, what was decided."""
    lines: list[Line] = [[(f"{visible(told.path)}:{told.line}", "place")]]
    text = fit(told.text.strip(), (), max(look.width - 4, 20)).text
    lines += [[("    " + text, "")], []]
    lines += [[(f"{problem.code} {visible(problem.message)}", "error")] for problem in told.problems]
    for name in told.considered:
        lines += _considered(name, look)
    if told.unremarkable:
        lines += listing("nothing speaks for", told.unremarkable, look, 18)
    if not told.considered and not told.unremarkable and not told.problems:
        lines.append([("No name on this line is looked at.", "")])
    lines.append([])
    for one in told.guardings:
        lines += wrapped(f"{one.element or 'what is handed in'}: {one.told}", look)
    lines += [[], *_judgements(told, look)] if told.guardings else _judgements(told, look)
    return paint(lines, look)


def _considered(name: Considered, look: Look) -> list[Line]:
    taken = f"{name.element} ({name.confidence} confidence)" if name.element else "not personal data"
    lines: list[Line] = [
        [
            (visible(name.name), "code"),
            (f" ({name.kind}) is ", ""),
            (taken, "good" if name.element else "faint"),
        ]
    ]
    for reason in name.evidence:
        sign = "-" if reason.against else "+"
        lines += wrapped(f"{sign} {reason.kind}: {reason.says}", look, indent=4, hang=6)
    return lines


def _judgements(told: Explanation, look: Look) -> list[Line]:
    if not told.judgements and not told.findings:
        if told.problems:
            return [[("What stands on this line is not known: the file was not analysed.", "")]]
        if told.guardings:
            return [[("No data passes here but through a guard, and there is no finding.", "")]]
        return [[("No flow passes here, nothing is stored here, and there is no finding.", "")]]
    lines: list[Line] = []
    findings = {finding.fingerprint for finding in told.findings if finding.fingerprint}
    for judgement in told.judgements:
        lines += _judgement(judgement, told, look)
    judged = {judgement.finding.fingerprint for judgement in told.judgements}
    for finding in told.findings:
        if finding.fingerprint not in judged or finding.fingerprint not in findings:
            lines += [*_finding(finding, look), []]
    while lines and not lines[-1]:
        lines.pop()
    return lines


def _judgement(judgement: Judgement, told: Explanation, look: Look) -> list[Line]:
    one = judgement.finding
    what = f"{one.element} {_DONE.get(one.activity or '', 'used')}"
    where = (
        ""
        if (one.place.path, one.place.span.line) == (told.path, told.line)
        else (f" at {visible(one.place.path)}:{one.place.span.line}")
    )
    sink = f" by {visible(one.sink_id)}" if one.sink_id else ""
    style = one.severity if judgement.verdict == "finding" else "good"
    lines: list[Line] = [
        [(f"{what}{sink}{where}: ", ""), (judgement.verdict, style), (f" ({visible(judgement.why)})", "")]
    ]
    for number, hop in enumerate(one.trace, start=1):
        step = f"{number}. {hop.place.path}:{hop.place.span.line}  {hop.note}"
        lines += wrapped(step, look, indent=4, hang=7)
    if judgement.verdict == "finding":
        lines += _finding(one, look)
    return [*lines, []]


_DONE = {"log": "logged", "share": "sent", "store": "stored"}


def _finding(finding: Finding, look: Look) -> list[Line]:
    status = (
        ""
        if finding.status == "open"
        else f" ({finding.status}: {visible(finding.suppression) or 'no reason'})"
    )
    lines: list[Line] = [
        [
            (finding.code, finding.severity),
            (f" {finding.name} ", ""),
            (f"[{_how_grave(finding)}]", finding.severity),
            (status, "faint"),
        ]
    ]
    lines += wrapped(finding.message, look, indent=2)
    if finding.element is not None and finding.confidence == "low":
        lines += wrapped("severity: a finding of low confidence is a note, whatever its code", look, indent=2)
    if finding.clause:
        lines += wrapped(f"clause: {finding.clause}", look, indent=2)
    if finding.remedy:
        lines += beside([("  help: ", "good")], remedy_of(finding), look)
    return lines


def _how_grave(finding: Finding) -> str:
    """Severity, and how sure it is; a finding about a comment is always sure."""
    if finding.element is None:
        return finding.severity
    return f"{finding.severity}, {finding.confidence} confidence"


def _policy_on(element: str, policy: Policy, look: Look) -> list[Line]:
    """What the policy says that names an element."""
    if element not in policy.named:
        return wrapped(f"Policy {policy.head.id} does not name it: any use is PUR501.", look)
    lines: list[Line] = [[(f"Policy {visible(policy.head.id)}", "code")]]
    for permit in policy.permits:
        if element in permit.elements:
            told = f"permits {', '.join(permit.purposes)} to {', '.join(permit.recipients)}"
            lines += wrapped(f"{told} (clause {permit.clause})", look, indent=2, hang=4)
    for forbid in policy.forbids:
        if element in forbid.elements:
            purposes = f" for {', '.join(forbid.purposes)}" if forbid.purposes else ""
            to = f" to {', '.join(forbid.recipients)}" if forbid.recipients else ""
            lines += wrapped(f"forbids it{purposes}{to} (clause {forbid.clause})", look, indent=2, hang=4)
    if policy.head.default == "allow":
        lines += wrapped("lets any of its purposes be declared, for any recipient", look, indent=2)
    return lines


def words_of(catalog: Catalog) -> tuple[str, ...]:
    """Ids and aliases of all elements, sorted: what `explain` understands besides codes and lines."""
    aliases = {alias for element in catalog.elements.values() for alias in element.aliases}
    return tuple(sorted({*catalog.elements, *aliases}))
