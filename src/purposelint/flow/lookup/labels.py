"""The table of sources: which bit of a mask stands for which sighting, and behind which guard."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from purposelint.domain.facts import Mention
from purposelint.domain.library import Guard
from purposelint.domain.sightings import Sighting, Sightings
from purposelint.flow.state.values import SYMBOL_MASK, SYMBOLS, bits


class Label(NamedTuple):
    """A source, and the guard that its data went through (None: clear text).

    `parameter` is the one whose name alone says so and that callers may leave out; '' for any other source.
    """

    sighting: Sighting
    guard: Guard | None
    parameter: str = ""


class Labels:
    """Bits for sightings, given out in order of first use; deterministic since the analysis is."""

    def __init__(self, sightings: Sightings) -> None:
        """Begin with an empty table over the sightings."""
        self._sightings = sightings
        self._bit_of: dict[Label, int] = {}
        self._labels: list[Label] = []
        self._fields: dict[tuple[str, str], int] = {}
        self._mentions: dict[Mention, int] = {}
        self._computed: dict[Mention, int] = {}
        self._names: dict[tuple[str, str, str], Sighting] = {}
        self._element_masks: dict[str, int] = {}
        self._parameters: dict[str, int] = {}
        self._variants: dict[Label, int] = {}
        self.solid = 0
        """Sources that are wholly their element: an item of a list of addresses is an address too."""
        self.keyed = 0
        """Sources that hold fields: what a constant key reads is judged by its name."""

    def bit(self, sighting: Sighting, guard: Guard | None = None) -> int:
        """Mask with the one bit of a source."""
        return self._bit(Label(sighting, guard))

    def note_form(self, mask: int, *, keyed: bool) -> None:
        """Remember of a source whether it holds fields or is wholly its element."""
        if keyed:
            self.keyed |= mask
        else:
            self.solid |= mask

    def _bit(self, label: Label) -> int:
        index = self._bit_of.get(label)
        if index is None:
            index = self._bit_of[label] = SYMBOLS + len(self._labels)
            self._labels.append(label)
            element = label.sighting.element
            self._element_masks[element] = self._element_masks.get(element, 0) | 1 << index
            plain = label._replace(guard=None)
            self._variants[plain] = self._variants.get(plain, 0) | 1 << index
            if label.parameter:
                self._parameters[label.parameter] = self._parameters.get(label.parameter, 0) | 1 << index
        return 1 << index

    def of_field(self, owner: str, name: str) -> int | None:
        """Mask of a declared field; None where the class does not declare it, 0 where it is not personal."""
        key = (owner, name)
        mask = self._fields.get(key)
        if mask is None and (key in self._sightings.known or key in self._sightings.fields):
            mask = 0
            for sighting in self._sightings.fields.get(key, ()):
                mask |= self.bit(sighting)
            self._fields[key] = mask
        return mask

    def of_marked(self, function: str, name: str) -> int:
        """Mask of what a marker declares a parameter to hold; 0 where none does."""
        mask = 0
        for sighting in self._sightings.marked.get((function, name), ()):
            mask |= self.bit(sighting)
        return mask

    def of_mention(self, mention: Mention) -> int:
        """Mask of a name whose owner is not known; one bit for an element, a name and a confidence."""
        mask = self._mentions.get(mention)
        if mask is None:
            mask = self._mentions[mention] = self._of_names(self._sightings.mentions.get(mention, ()))
        return mask

    def of_optional(self, named: int, parameter: str) -> int:
        """Mask of what the name of a parameter says that callers may leave out: sources of its own."""
        mask = 0
        for index in bits(named):
            mask |= self._bit(self.label(index)._replace(parameter=parameter))
        return mask

    def of_parameter(self, parameter: str) -> int:
        """Mask of every source, known so far, that is such a parameter's name, behind guards too."""
        return self._parameters.get(parameter, 0)

    def handed(self, mask: int, parameter: str, to: str) -> int:
        """A mask whose sources that are the name of one parameter are the name of the one handed to it."""
        own = mask & self.of_parameter(parameter)
        result = mask & ~own
        for index in bits(own):
            result |= self._bit(self.label(index)._replace(parameter=to))
        return result

    def variants(self, mask: int) -> int:
        """Mask of the same sources as those of a mask, in clear text and behind any guard."""
        result = 0
        for index in bits(mask):
            result |= self._variants[self.label(index)._replace(guard=None)]
        return result

    def plain(self, index: int) -> int:
        """Mask of the same source as that of a bit, in clear text."""
        return self._bit(self.label(index)._replace(guard=None))

    def of_computed(self, mention: Mention) -> int:
        """Mask of a name that code puts together: it may stand in no file behind this receiver."""
        mask = self._computed.get(mention)
        if mask is None:
            mask = self._computed[mention] = self._of_names(self._sightings.judge(mention))
        return mask

    def elements_of(self, kind: str, name: str) -> frozenset[str]:
        """Elements that a name by itself speaks of as a mention of some kind."""
        return frozenset(each.element for each in self._sightings.judge(Mention(kind, "", name)))

    def is_nobodys(self, receiver: str, name: str) -> bool:
        """Whether a name behind a receiver's word is a thing's or the service's own, whatever it says."""
        owned = self._sightings.of_no_person(receiver)
        return owned and not self.of_computed(Mention("attribute", receiver, name))

    def _of_names(self, sightings: Iterable[Sighting]) -> int:
        mask = 0
        for sighting in sightings:
            key = (sighting.element, sighting.symbol, sighting.confidence)
            mask |= self.bit(self._names.setdefault(key, sighting))
        return mask

    def label(self, index: int) -> Label:
        """The source of a bit index."""
        return self._labels[index - SYMBOLS]

    def guarded(self, mask: int, guard: Guard) -> int:
        """The same sources behind a guard; data that is behind one already stays as it is."""
        result = 0
        for index in bits(mask & ~SYMBOL_MASK):
            label = self.label(index)
            guards = label.guard is None and (not guard.elements or label.sighting.element in guard.elements)
            result |= self._bit(label._replace(guard=guard)) if guards else 1 << index
        return result

    def of_elements(self, elements: Iterable[str]) -> int:
        """Mask of every source, known so far, of some elements."""
        result = 0
        for element in elements:
            result |= self._element_masks.get(element, 0)
        return result

    def same_elements(self, mask: int) -> int:
        """Mask of every source, known so far, of the elements in a mask."""
        result = 0
        for index in bits(mask & ~SYMBOL_MASK):
            result |= self._element_masks[self.label(index).sighting.element]
        return result

    def outweighed(self, mask: int, known: int) -> int:
        """Sources of a mask that are said of what is surely another element of their group."""
        groups = {_group(self.label(index)) for index in bits(self.sure(known))}
        doubtful = bits(mask & ~self.sure(mask)) if groups else ()
        return sum(1 << index for index in doubtful if _group(self.label(index)) in groups)

    def sure(self, mask: int) -> int:
        """Those sources of a mask that nobody has to doubt."""
        return sum(1 << index for index in bits(mask) if self.label(index).sighting.confidence == "high")


def _group(label: Label) -> str:
    return label.sighting.element.partition(".")[0]
