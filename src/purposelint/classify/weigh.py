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
What things have as well (`full_name`) needs a witness whatever its tier, except where the file speaks of
other data of a person, and in a stored record, a form or a serialiser, where it is a step less sure.
"""

from __future__ import annotations

from dataclasses import dataclass

from purposelint.classify.names import Match, Reading
from purposelint.classify.objections import against_name, against_owner, against_shape
from purposelint.classify.witnesses import CREDENTIAL, FULL, SLIGHT, Case, Witnesses, witnesses
from purposelint.domain.catalog import Catalog, Confidence, Element
from purposelint.domain.sightings import Evidence

_TOPIC_TAILS_REFUSED = frozenset({"id", "url", "count"})
_ORDER = {"high": 2, "medium": 1, "low": 0}
RAISED: dict[Confidence, Confidence] = {"low": "medium", "medium": "high", "high": "high"}


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
        against = against_owner(element, case, found)
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
            kept = found.subject or case.context.kind == "related"
            if kept and not against_owner(element, case, found):
                return Weighed(element.id, "medium" if found.subject else "low", tuple(found.evidence))
            says = Evidence("type", f"{case.column.type or 'its type'} may hold {element.title.lower()}")
            lack = against_owner(element, case, found) or "nothing says that it is a person's"
            doubts = (*doubts, says, Evidence("owner", lack, against=True))
        return Weighed(doubts=doubts)

    def _by_name(self, match: Match, case: Case) -> Weighed:
        element = match.element
        found = witnesses(element, match, case)
        says = Evidence("name", f"`{match.said}` is a {match.tier} name of {element.id}")
        against = against_name(match, case, found)
        if against:
            return Weighed(doubts=(says, Evidence("owner", against, against=True)))
        enough = _is_enough(match, found, case)
        hint = case.hints.get(element.id)
        if hint is not None and (enough or match.tier == "context"):
            confidence = RAISED[_confidence(match, found, case)] if enough else "low"
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
        against = against_shape(element, case.column)
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
    if case.reading.guarded or (match.element.group == CREDENTIAL and not found.total):
        return "low"
    if match.tier == "strong":
        bare = match.shared and not found.total
        return "high" if found.full or (case.context.declared and not bare) else "medium"
    if found.total >= FULL + FULL:
        return "high"
    return "medium" if found.total >= FULL or case.context.kind in {"related", "loose"} else "low"


def _guard(reading: Reading) -> tuple[Evidence, ...]:
    return (Evidence("name", "it is masked, hashed or encrypted"),) if reading.guarded else ()
