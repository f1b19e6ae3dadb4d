"""The table of sources: which bit of a mask stands for which sighting, and behind which guard."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from purposelint.domain.facts import Mention
from purposelint.domain.library import Guard
from purposelint.domain.sightings import Sighting, Sightings
from purposelint.flow.state.values import SYMBOL_MASK, SYMBOLS, bits


class Label(NamedTuple):
    """A source, and the guard that its data went through (None: clear text)."""

    sighting: Sighting
    guard: Guard | None


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
        self.solid = 0
        """Sources that are wholly their element: an item of a cookie jar is a cookie too."""

    def bit(self, sighting: Sighting, guard: Guard | None = None) -> int:
        """Mask with the one bit of a source."""
        label = Label(sighting, guard)
        index = self._bit_of.get(label)
        if index is None:
            index = self._bit_of[label] = SYMBOLS + len(self._labels)
            self._labels.append(label)
            element = sighting.element
            self._element_masks[element] = self._element_masks.get(element, 0) | 1 << index
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

    def of_mention(self, mention: Mention) -> int:
        """Mask of a name whose owner is not known; one bit for an element, a name and a confidence."""
        mask = self._mentions.get(mention)
        if mask is None:
            mask = self._mentions[mention] = self._of_names(self._sightings.mentions.get(mention, ()))
        return mask

    def of_computed(self, mention: Mention) -> int:
        """Mask of a name that code puts together: it may stand in no file behind this receiver."""
        mask = self._computed.get(mention)
        if mask is None:
            mask = self._computed[mention] = self._of_names(self._sightings.judge(mention))
        return mask

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
            result |= self.bit(label.sighting, guard) if guards else 1 << index
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
