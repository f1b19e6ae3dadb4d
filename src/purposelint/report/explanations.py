"""`explain CODE` and `explain ELEMENT`: what they mean, and what the policy in force says of an element."""

from __future__ import annotations

from purposelint.domain.catalog import Catalog, Element
from purposelint.domain.policy import Policy
from purposelint.domain.verdict import Code
from purposelint.report.element_evidence import evidence_of
from purposelint.report.escaping import visible
from purposelint.report.look import PLAIN, Line, Look, paint
from purposelint.report.prose import listing, wrapped

_LABEL = 14
_VALUES = 6
"""So many names of a kind are listed unless all are asked for."""


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
        shown = values if look.verbose else values[:_VALUES]
        more = (f"... {len(values) - len(shown)} more",) if len(shown) < len(values) else ()
        lines += listing(label, (*shown, *more), look, max(wide, _LABEL)) if values else []
    lines += [[], *_policy_on(element.id, policy, look)]
    if not look.verbose and any(len(values) > _VALUES for _, values in rows):
        lines += [[], [("--verbose shows every name.", "faint")]]
    return paint(lines, look)


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


def elsewhere(word: str, catalog: Catalog, policy: Policy) -> str:
    """Where a purpose, a recipient, a library, vendor or sink is told of; '' for any other word."""
    of = f"of the policy {visible(policy.head.id)}"
    purpose, recipient = policy.purposes.get(word), policy.recipients.get(word)
    if purpose is not None:
        said = f"{word} is a purpose {of}: {visible(purpose.title)}{_clause(purpose.clause)}."
        return f"{said} `purposelint policy show --purpose {word}` tells what may be used for it."
    if recipient is not None:
        said = f"{word} is a recipient {of}: {visible(recipient.title)}{_clause(recipient.clause)}."
        asked = f"--recipient {word}"
        return f"{said} `purposelint policy show {asked}` tells what it may get."
    shipped = catalog.shipped_purposes.get(word, "")
    if shipped:
        said = f"{word} is a purpose of the policy {shipped} that ships, and none {of}."
        return f"{said} `purposelint policy show --policy {shipped} --purpose {word}` tells of it there."
    if any(element.endswith(f".{word}") for element in catalog.elements):
        return ""  # whoever asks for `email` means the element sooner than Python's package of that name
    for library in catalog.libraries.values():
        if word in {library.name, library.vendor, *(sink.id for sink in library.sink)}:
            kind = {library.name: "library", library.vendor: "vendor"}.get(word, "sink")
            return f"{word} is a {kind} of the rules. `purposelint rules {word}` tells which calls are meant."
    return ""


def _clause(clause: str) -> str:
    return f" (clause {clause})" if clause else ""


def words_of(catalog: Catalog) -> tuple[str, ...]:
    """Ids and aliases of all elements, sorted: what `explain` understands besides codes and lines."""
    aliases = {alias for element in catalog.elements.values() for alias in element.aliases}
    return tuple(sorted({*catalog.elements, *aliases}))
