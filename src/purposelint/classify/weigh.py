"""Weighing: what type, owner, name and neighbours say together, and how sure that is.

Witnesses are counted. One each: a person as owner, a person's word in the name, two strong siblings,
a word of the owner that the element lists. Half of one: an owner that code uses for things too, a
type that agrees, one strong sibling. A little less: an owner that is something of a person. A strong
name needs none; a context name any; a weak name one that is whole, or two halves and such an owner.

high: the type says it; a strong name that a class declares, or with a whole witness; any other name with two.
medium: a strong name that code merely uses; a context or weak name with one.
low: less than that, a masked or hashed value, a credential of nobody in particular.
A text that speaks of the same (a label, a comment, a validator) makes it one step surer, and is enough
for low where a context name has no other witness.
Things, settings, yes-or-no values, counts and names of metadata are not the data, whatever else speaks.
"""

from __future__ import annotations

from dataclasses import dataclass

from purposelint.classify.columns import ColumnRead
from purposelint.classify.names import Match, Reading
from purposelint.classify.witnesses import FULL, SLIGHT, Case, Witnesses, witnesses
from purposelint.domain.catalog import Catalog, Confidence, Element
from purposelint.domain.sightings import Evidence

_SUBJECT_GROUP = "credential"
_TOPIC_TAILS_REFUSED = frozenset({"id", "url", "count"})
_ORDER = {"high": 2, "medium": 1, "low": 0}
_RAISED: dict[Confidence, Confidence] = {"low": "medium", "medium": "high", "high": "high"}
_SAID = {
    "boolean": "a yes or no",
    "number": "a number",
    "date": "a point in time",
    "choice": "one of a few choices",
    "reference": "a key to a record",
}


@dataclass(frozen=True, slots=True)
class Weighed:
    """What came of a name: the element with its confidence and evidence, or the reasons against."""

    element: str = ""
    confidence: Confidence = "low"
    evidence: tuple[Evidence, ...] = ()
    doubts: tuple[Evidence, ...] = ()


class Weigher:
    """Weighs names in their contexts."""

    def __init__(self, catalog: Catalog, *, lenient: bool = False) -> None:
        """`lenient` gives names that lack a witness low confidence, where no thing owns them."""
        self._elements = catalog.elements
        self._lenient = lenient

    def weigh(self, case: Case) -> Weighed:
        """The element that a name holds, or why it holds none."""
        found = self._by_type(case)
        if found.element:
            return found
        every = [found, *(self._by_name(match, case) for match in case.reading.matches)]
        every += [self._by_topic(element, word, case) for element, word in case.reading.topics]
        sighted = [weighed for weighed in every if weighed.element]
        if sighted:
            return max(sighted, key=self._rank)
        doubts = tuple(dict.fromkeys(doubt for weighed in every for doubt in weighed.doubts))
        if case.reading.refused:
            doubts = (*doubts, Evidence("name", case.reading.refused, against=True))
        return Weighed(doubts=doubts)

    def _by_type(self, case: Case) -> Weighed:
        """An element that the type means whatever the name."""
        element = self._elements.get(case.column.element)
        if element is None:
            return self._by_agreeing_type(case)
        found = witnesses(element, None, case)
        says = Evidence("type", f"{case.column.type} holds {element.title.lower()}")
        against = _against_owner(element, case, found)
        if element.id in case.reading.foreign:
            against = f"the name says that it is not {element.title.lower()}"
        if against:
            return Weighed(doubts=(says, Evidence("owner", against, against=True)))
        confidence: Confidence = "low" if case.reading.guarded else "high"
        return Weighed(element.id, confidence, (says, *found.evidence, *_guard(case.reading)))

    def _by_agreeing_type(self, case: Case) -> Weighed:
        """An element that the type agrees with, where the owner is a person or goes with it."""
        doubts: tuple[Evidence, ...] = ()
        for element_id in case.column.witness:
            element = self._elements[element_id]
            named = any(match.element is element for match in case.reading.matches)
            if named or element_id in case.reading.foreign:
                continue
            found = witnesses(element, None, case)
            if found.subject and not _against_owner(element, case, found):
                return Weighed(element.id, "medium", tuple(found.evidence))
            says = Evidence("type", f"{case.column.type or 'its type'} may hold {element.title.lower()}")
            lack = _against_owner(element, case, found) or "nothing says that it is a person's"
            doubts = (*doubts, says, Evidence("owner", lack, against=True))
        return Weighed(doubts=doubts)

    def _by_name(self, match: Match, case: Case) -> Weighed:
        element = match.element
        found = witnesses(element, match, case)
        says = Evidence("name", f"`{match.said}` is a {match.tier} name of {element.id}")
        against = (
            _against_shape(element, case.column)
            or _against_owner(element, case, found)
            or _against_qualifier(match, case)
            or _against_solitude(match, case)
        )
        if against:
            return Weighed(doubts=(says, Evidence("owner", against, against=True)))
        enough = _is_enough(match, found, case)
        hint = case.hints.get(element.id)
        if hint is not None and (enough or match.tier == "context"):
            confidence = _RAISED[_confidence(match, found, case)] if enough else "low"
            return Weighed(element.id, confidence, (says, *found.evidence, hint, *_guard(case.reading)))
        if not enough and not self._lenient:
            lack = f"{'too little' if found.total else 'nothing'} says that it is a person's"
            return Weighed(doubts=(says, *found.evidence, Evidence("owner", lack, against=True)))
        confidence = _confidence(match, found, case) if enough else "low"
        return Weighed(element.id, confidence, (says, *found.evidence, *_guard(case.reading)))

    def _by_topic(self, element: Element, word: str, case: Case) -> Weighed:
        """A column about the topic of its owner (`Patient.ventilator_mode`)."""
        context = case.context
        subject = next((each for each in element.owners if each in context.words), "")
        if not (subject or self._lenient) or not context.declared or context.kind in {"thing", "system"}:
            return Weighed()
        owned = f", and a `{subject}` owns it" if subject else ""
        says = Evidence("name", f"`{word}` speaks of {element.title.lower()}{owned}")
        against = _against_shape(element, case.column)
        if case.reading.counts:
            against = "it counts"
        elif case.reading.words[-1] in _TOPIC_TAILS_REFUSED:
            against = f"`{case.reading.words[-1]}` at its end names something else"
        if against:
            return Weighed(doubts=(says, Evidence("name", against, against=True)))
        confidence: Confidence = "medium" if subject and not case.reading.guarded else "low"
        return Weighed(element.id, confidence, (says, *_guard(case.reading)))

    def _rank(self, weighed: Weighed) -> tuple[int, bool, int]:
        """Surest first; of two as sure, what only persons have."""
        personal = self._elements[weighed.element].personal
        return _ORDER[weighed.confidence], personal, len(weighed.evidence)


def _is_enough(match: Match, found: Witnesses, case: Case) -> bool:
    """Whether a name of this tier has the witnesses that it needs."""
    if match.tier == "strong":
        return True
    if match.tier == "context":
        return found.total >= SLIGHT
    return found.total >= FULL and (found.full or case.context.kind == "loose")


def _confidence(match: Match, found: Witnesses, case: Case) -> Confidence:
    if case.reading.guarded or (match.element.group == _SUBJECT_GROUP and not found.total):
        return "low"
    if match.tier == "strong":
        return "high" if case.context.declared or found.full else "medium"
    if found.total >= FULL + FULL:
        return "high"
    return "medium" if found.total >= FULL or case.context.kind in {"related", "loose"} else "low"


def _against_owner(element: Element, case: Case, found: Witnesses) -> str:
    """Why the owner's data is no person's, '' if it may be."""
    context = case.context
    own = next((word for word in element.not_owners if word in context.owner.name[-1:]), "")
    if own:
        return f"a `{own}` has one of its own"
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


def _against_shape(element: Element, column: ColumnRead) -> str:
    """Why a column of this shape can't hold the element, '' if it can."""
    if column.shape in element.shapes or column.shape in {"any", "json"}:
        return ""
    return f"{column.type or 'its type'} is {_SAID.get(column.shape, f'a {column.shape}')}, not the data"


def _guard(reading: Reading) -> tuple[Evidence, ...]:
    return (Evidence("name", "it is masked, hashed or encrypted"),) if reading.guarded else ()
