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
    """What is to be said of a word that is no code and no element; '' for one that nothing knows.

    That is a purpose, a recipient, a library, vendor or sink, a group of elements, an activity, and what
    commands list.
    """
    told = _of_policy(word, catalog, policy) or _of_rules(word, catalog)
    return told or _BUILT_IN.get(word.lower(), "") or _listed(word)


def _of_policy(word: str, catalog: Catalog, policy: Policy) -> str:
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
    return ""


def _of_rules(word: str, catalog: Catalog) -> str:
    asked = word.lower().removesuffix(".*")
    found = _groups(catalog).get(asked)
    if found:
        told = f"{asked} is a group of elements: {', '.join(found)}."
        return f"{told} `purposelint explain {found[0]}` tells of one."
    if any(element.endswith(f".{asked}") for element in catalog.elements):
        return ""  # whoever asks for `email` means the element sooner than Python's package of that name
    for library in catalog.libraries.values():
        for kind, names in (
            ("library", (library.name,)),
            ("vendor", (library.vendor,)),
            ("sink", tuple(sink.id for sink in library.sink)),
        ):
            name = next((each for each in names if each and each.lower() == word.lower()), "")
            if name:
                told = f"{name} is a {kind} of the rules."
                return f"{told} `purposelint rules {name}` tells which calls are meant."
    return ""


def _groups(catalog: Catalog) -> dict[str, list[str]]:
    groups: dict[str, list[str]] = {}
    for name, element in sorted(catalog.elements.items()):
        groups.setdefault(element.group, []).append(name)
    return groups


_BUILT_IN = {
    "self": "self is the service itself: what it logs and stores stays with it, unless a vendor keeps that.",
    "unmapped": (
        "unmapped is whoever gets data and is no recipient of the policy: a vendor or a host that it maps to "
        "none. What is sent there is PUR203, or what the policy says of `unmapped`. "
        "`purposelint explain PUR203` tells more."
    ),
    "log": "log is an activity: data reaches a log. `purposelint explain PUR101` tells more.",
    "share": "share is an activity: data is sent to somebody else. `purposelint explain PUR201` tells more.",
    "store": "store is an activity: data is kept. `purposelint explain PUR301` tells more.",
}
"""Words that mean the same under every policy."""

_POLICY_SHOWS = "`purposelint policy show` lists those of the policy in force"
_RULES_LIST = "`purposelint rules` lists those that are known"
_LISTED = {
    "element": f"An element is one kind of personal data, as identity.email: {_RULES_LIST}.",
    "purpose": f"A purpose is what data is used for, as payment: {_POLICY_SHOWS}.",
    "recipient": f"A recipient is who gets data, as self: {_POLICY_SHOWS}.",
    "vendor": f"A vendor is whom a library sends data to, as stripe: {_RULES_LIST}.",
    "library": f"A library is a package whose calls the rules describe: {_RULES_LIST}.",
    "sink": f"A sink is a call that logs, sends or stores: {_RULES_LIST}, library by library.",
    "policy": "A policy says what data may be used for what: `purposelint policy show` shows that in force.",
    "declaration": "A declaration says what data is used for, as `# purpose: payment` behind a statement: "
    "`purposelint declare --help`.",
    "baseline": "A baseline has the findings that were accepted: `purposelint baseline --help`.",
    "suppression": "A suppression silences a finding, as `# purposelint: ignore[PUR101] why`: "
    "`purposelint explain PUR405` tells how.",
}
"""Words for kinds of things, with what lists them."""

_PLURALS = {"libraries": "library", "policies": "policy"}


def _listed(word: str) -> str:
    asked = word.lower()
    return _LISTED.get(_PLURALS.get(asked, asked)) or _LISTED.get(asked.removesuffix("s"), "")


def _clause(clause: str) -> str:
    return f" (clause {clause})" if clause else ""


def words_of(catalog: Catalog) -> tuple[str, ...]:
    """Ids and aliases of all elements, sorted: what `explain` understands besides codes and lines."""
    aliases = {alias for element in catalog.elements.values() for alias in element.aliases}
    return tuple(sorted({*catalog.elements, *aliases}))


def others_of(catalog: Catalog, policy: Policy) -> tuple[str, ...]:
    """Words that mean something else than an element, sorted; libraries have too many names to be meant."""
    vendors = {library.vendor for library in catalog.libraries.values() if library.vendor}
    named = {*policy.purposes, *policy.recipients, *catalog.shipped_purposes, *_groups(catalog)}
    return tuple(sorted({*vendors, *named, *_BUILT_IN, *_LISTED}))
