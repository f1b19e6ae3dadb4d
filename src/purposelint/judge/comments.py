"""Findings about declarations themselves: PUR401, PUR402, PUR404."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

from purposelint.domain.place import Place, Span, encloses
from purposelint.domain.sightings import Sighting
from purposelint.domain.verdict import Code, Finding
from purposelint.judge.codes import CODES, UNREADABLE_DECLARATION, UNUSED_DECLARATION
from purposelint.judge.declarations.blocks import HEADER
from purposelint.judge.declarations.model import Declaration, Exemption, Flaw, Node
from purposelint.judge.declarations.relatives import Disagreement
from purposelint.judge.declarations.side_file import SideDeclaration
from purposelint.judge.declarations.symbols import near_symbol
from purposelint.judge.declarations.words import covers
from purposelint.judge.drafts import Draft
from purposelint.judge.waiting import help_of


def comment_finding(code: Code, place: Place, message: str, remedy: str = "") -> Finding:
    """A finding that stands at a comment."""
    return Finding(code.code, code.name, message, place, code.severity, remedy=remedy)


def flawed(flaws: Iterable[Flaw], findings: Sequence[Finding] = ()) -> Iterator[Draft]:
    """Words that are not known, and what cannot be read; `findings` may wait for what a skeleton lacks."""
    for flaw in flaws:
        code = CODES[flaw.defect.code]
        finding = comment_finding(code, flaw.place, flaw.defect.message, help_of(flaw, findings))
        yield Draft(finding, _anchors(flaw.place, flaw.owner), flaw.text)


def contradicting(declarations: Iterable[Declaration]) -> Iterator[Draft]:
    """Different carriers at one node that declare different purposes for the same data."""
    first: dict[object, list[Declaration]] = {}
    for found in declarations:
        if found.node.owner is None and found.node.holder < 0:
            continue
        others = first.setdefault((found.place.path, found.node), [])
        for other in others:
            if _disagree(other, found):
                message = (
                    f"this {found.carrier} declares {', '.join(found.purposes)}, and the {other.carrier} "
                    f"at line {other.place.span.line} declares {', '.join(other.purposes)} for the same data"
                )
                finding = comment_finding(UNREADABLE_DECLARATION, found.place, message)
                yield Draft(finding, _anchors(found.place, found.node.owner), found.carrier)
                break
        others.append(found)


def _disagree(one: Declaration, other: Declaration) -> bool:
    if one.carrier == other.carrier or set(one.purposes) == set(other.purposes):
        return False
    if not one.elements or not other.elements:
        return True
    return any(covers(a, b) or covers(b, a) for a in one.elements for b in other.elements)


def contradicted_fields(
    declarations: Iterable[Declaration], exemptions: Iterable[Exemption]
) -> Iterator[Draft]:
    """What is declared to have a purpose and to be no personal data at once."""
    exempt = {(found.place.path, found.node) for found in exemptions if found.node.owner is not None}
    for found in declarations:
        if (found.place.path, found.node) in exempt:
            message = "a purpose is declared for what is declared not to be personal data"
            finding = comment_finding(UNREADABLE_DECLARATION, found.place, message)
            yield Draft(finding, _anchors(found.place, found.node.owner), "not-personal")


def contradicting_relatives(found: Iterable[Disagreement]) -> Iterator[Draft]:
    """Fields that are the same data as a parent's or a twin's, and declare otherwise."""
    told: set[tuple[Place, str]] = set()
    for here, field, relation, other_field, there in found:
        if (here.place, other_field) in told:
            continue
        told.add((here.place, other_field))
        message = (
            f"{field} {_says(here)}, and its {relation} {other_field} ({there.place.path}:"
            f"{there.place.span.line}) {_says(there)} for the same data"
        )
        finding = comment_finding(UNREADABLE_DECLARATION, here.place, message, "declare the same for both")
        yield Draft(finding, _anchors(here.place, here.node.owner), other_field)


def _says(found: Declaration | Exemption) -> str:
    if isinstance(found, Exemption):
        return "is said not to be personal data"
    return f"declares {', '.join(found.purposes)}"


def unused(
    declarations: Iterable[Declaration | Exemption],
    used: Iterable[Declaration | Exemption],
    held: Iterable[Sighting] = (),
) -> Iterator[Draft]:
    """Declarations that no flow and no stored field needed; `held` is what fields were found to hold."""
    needed, held = set(used), tuple(held)
    for found in declarations:
        if found in needed:
            continue
        says = found.words if isinstance(found, Exemption) else ", ".join(found.purposes)
        finding = comment_finding(
            UNUSED_DECLARATION, found.place, _why_unused(found, held), _instead(found.node)
        )
        yield Draft(finding, _anchors(found.place, found.node.owner), says)


def idle_globs(
    side: Iterable[SideDeclaration], paths: Collection[str], symbols: Collection[str]
) -> Iterator[Draft]:
    """Globs of `[[declare]]` tables that match none of the files that were read, and nothing in them."""
    for each in side:
        for glob in each.idle_globs(paths):
            remedy = "correct the glob, which is relative to the project's root, or remove it"
            yield _idle(each.declaration, f'"{glob}" in `paths`', "of the files that were read", glob, remedy)
        for glob in each.idle_symbols(symbols):
            near = near_symbol(glob, symbols)
            meant = f': did you mean "{near}"?' if near else ", as in app.models.Customer.email"
            remedy = f"correct the glob, which is of names with their module{meant}; or remove it"
            yield _idle(each.declaration, f'"{glob}" in `symbols`', "of the names in the code", glob, remedy)


def _idle(found: Declaration, what: str, of: str, glob: str, remedy: str) -> Draft:
    message = f"{what} of {found.node.name} matches none {of}"
    finding = comment_finding(UNUSED_DECLARATION, found.place, message, remedy)
    return Draft(finding, _anchors(found.place, None), glob)


def unmatched(
    side: Iterable[SideDeclaration], paths: Collection[str], symbols: Collection[str]
) -> Iterator[Declaration]:
    """Declarations of tables of which every glob is idle, which says more than that they are unused."""
    for each in side:
        lost = each.globs and len(each.idle_globs(paths)) == len(each.globs)
        if lost or (each.symbols and len(each.idle_symbols(symbols)) == len(each.symbols)):
            yield each.declaration


def _instead(node: Node) -> str:
    if node.level == "file":
        return "remove the table"
    if node.name.startswith(HEADER):
        return "put it behind the statement in the block that uses the data, or `purpose of this function:`"
    return "remove the comment"


def _why_unused(found: Declaration | Exemption, held: Iterable[Sighting]) -> str:
    node = found.node
    if node.level == "statement" and node.owner is None:
        return "this declaration ends its block, so it belongs to no statement"
    if node.name.startswith(HEADER):
        return f"this declaration belongs to the {node.name} alone, where it covers nothing"
    if isinstance(found, Exemption):
        if node.level in {"field", "parameter"}:
            return f"no personal data was found in this {node.name}, so `not-personal` takes nothing out"
        return (
            "`not-personal` takes nothing out here: nothing here was taken for personal data but what "
            "declared fields hold, and of a field it is said at the field"
        )
    if node.level == "statement" and node.name != "statement":
        return (
            f"this declaration belongs to the header of `{node.name}` alone, where no personal data is used; "
            "to cover what stands in it, write `purpose of this function:` or `purpose of this class:`"
        )
    if node.level == "field":
        return _why_unused_of_field(found, held)
    if node.level == "file":
        return f"no personal data is used where {node.name} reaches, or something nearer declares it"
    return f"no personal data is used in this {node.name}, or something nearer declares it"


def _why_unused_of_field(found: Declaration, held: Iterable[Sighting]) -> str:
    elements = {each.element for each in held if each.place is not None and _at(found, each.place)}
    if not elements:
        return "no personal data was found in this field, so the declaration covers nothing"
    meant, holds = ", ".join(found.elements), ", ".join(sorted(elements))
    if any(covers(name, element) for name in found.elements or ("*",) for element in elements):
        return f"this field was found to hold {holds}, and another declaration of it already covers that"
    return f"this field was found to hold {holds}, so a declaration for {meant} covers nothing"


def _at(found: Declaration, place: Place) -> bool:
    owner = found.node.owner
    if owner is None or place.path != found.place.path:
        return False
    return encloses(owner, place.span) or encloses(place.span, owner)


def _anchors(place: Place, owner: Span | None) -> tuple[Place, ...]:
    """Where a suppression of the finding may stand: what owns the comment."""
    return (Place(place.path, owner),) if owner is not None else (place,)
