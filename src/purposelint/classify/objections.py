"""What speaks against a name being a person's data, whatever speaks for it."""

from __future__ import annotations

from purposelint.classify.columns import ColumnRead
from purposelint.classify.names import Match
from purposelint.classify.witnesses import CREDENTIAL, Case, Witnesses
from purposelint.domain.catalog import Element

_SAID = {
    "boolean": "a yes or no",
    "number": "a number",
    "date": "a point in time",
    "choice": "one of a few choices",
    "reference": "a key to a record",
}


def against_name(match: Match, case: Case, found: Witnesses) -> str:
    """Why a listed name does not hold its element here, '' if it may."""
    element = match.element
    return (
        against_shape(element, case.column)
        or against_owner(element, case, found)
        or _against_qualifier(match, case)
        or _against_solitude(match, case)
        or _against_uniqueness(match, case)
        or _against_topic(element, case)
        or _against_machine(element, case, found)
        or _against_sharing(match, case, found)
    )


def against_owner(element: Element, case: Case, found: Witnesses) -> str:
    """Why the owner's data is no person's, '' if it may be."""
    context = case.context
    own = next((word for word in element.not_owners if word in context.owner.name[-1:]), "")
    if own:
        return f"a `{own}` has one of its own"
    if element.group == CREDENTIAL and context.kind == "unknown" and context.owner.word:
        return f"it is that of a `{context.owner.word}`"
    if context.kind == "system":
        return f"the owner `{context.owner.word}` is the service itself"
    if context.kind == "thing" and not found.exempt:
        return f"the owner `{context.owner.word}` is a thing, not a person"
    return ""


def _against_qualifier(match: Match, case: Case) -> str:
    """Why the word before a listed name takes it away from a person."""
    of_person = case.context.kind == "person" and match.tier != "weak"
    if match.qualifier == "thing" or (match.qualifier == "place" and not of_person):
        return f"`{match.qualified_by}` in front of it is a thing"
    loose = match.qualifier in {"unknown", "loose"}
    if loose and match.tier == "weak" and match.element.id not in case.column.witness:
        return f"`{match.qualified_by}` in front of it may be anything"
    return ""


def _against_solitude(match: Match, case: Case) -> str:
    """Why a weak name means something else without the fields that belong beside it."""
    wanted = match.element.beside
    if match.tier != "weak" or not wanted or case.column.shape == "reference":
        return ""
    if match.element.id in case.column.witness or case.context.has_beside(case.name, wanted):
        return ""
    return f"no {' or '.join(wanted)} stands beside it"


def _against_uniqueness(match: Match, case: Case) -> str:
    """Why a column of which no two rows have the same holds no weak name of what persons share."""
    if match.tier != "weak" or not match.element.common or case.context.kind == "person":
        return ""
    return "no two rows may have the same, as persons may" if case.column.unique else ""


def against_shape(element: Element, column: ColumnRead) -> str:
    """Why a column of this shape can't hold the element, '' if it can."""
    if column.shape in element.shapes or column.shape in {"any", "json"}:
        return ""
    return f"{column.type or 'its type'} is {_SAID.get(column.shape, f'a {column.shape}')}, not the data"


def _against_topic(element: Element, case: Case) -> str:
    """Why a word of the owner or of the name speaks of something else altogether."""
    spoken = (*case.context.owner.name, *case.reading.words)
    word = next((each for each in element.not_about if each in spoken), "")
    return f"a `{word}` has something else of that name" if word else ""


def _against_machine(element: Element, case: Case, found: Witnesses) -> str:
    """Why what stands beside a name makes it the address or credential of a machine."""
    word = next((each for each in element.not_beside if each in case.context.beside), "")
    if not word or found.full or case.context.kind == "related":
        return ""
    return f"`{word}` beside it makes it a machine's"


def _against_sharing(match: Match, case: Case, found: Witnesses) -> str:
    """Why a name that things have too is no person's here.

    An owner that may be a thing is no answer where the name needs one, as it is not for a weak name.
    """
    if not match.shared or case.recorded or case.context.vouched:
        return ""
    told = found.total > 0 if match.tier == "strong" else found.full or case.context.kind == "related"
    return "" if told else "things have one too, and nothing beside it is a person's"
