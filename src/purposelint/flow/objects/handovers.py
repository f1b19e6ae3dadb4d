"""Calls that nobody described and that get personal data: where the analysis sees the data no further."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator

from purposelint.domain.flows import Handover
from purposelint.domain.place import Place, span_between
from purposelint.domain.program import FunctionInfo, Program
from purposelint.flow.lookup.labels import Labels
from purposelint.flow.objects.guardings import Guardings
from purposelint.flow.state.values import SYMBOL_MASK, bits

_OWN = sys.stdlib_module_names | {"builtins", ""}
"""What Python brings: it hands nothing on that its entries do not say."""


class Handovers:
    """Unknown calls, and the labels that were handed to each in clear text."""

    def __init__(self, program: Program, labels: Labels) -> None:
        """Begin with none."""
        self._program = program
        self._labels = labels
        self._noted: dict[tuple[str, int, str], int] = {}

    def note(self, info: FunctionInfo, at: int, called: Iterable[str], mask: int) -> None:
        """Remember what a call gets; `called` are the names outside that it may reach, in order."""
        mask &= ~SYMBOL_MASK
        name = next((each for each in called if each.partition(".")[0] not in _OWN), "")
        if mask and name:
            key = (info.symbol, at, name)
            self._noted[key] = self._noted.get(key, 0) | mask

    def all(self) -> tuple[Handover, ...]:
        """Every element that came to an unknown call in clear text, in order of place."""
        return tuple(sorted(set(self._each())))

    def _each(self) -> Iterator[Handover]:
        for (symbol, at, name), mask in self._noted.items():
            info = self._program.functions[symbol]
            place = Place(info.path, span_between(at, at), symbol)
            for index in bits(mask):
                label = self._labels.label(index)
                if label.guard is None:
                    yield Handover(place, name, label.sighting.element)


def notebooks(program: Program, labels: Labels) -> tuple[Guardings, Handovers]:
    """Where an analysis notes what came to guards, and what came to calls that nobody described."""
    return Guardings(program, labels), Handovers(program, labels)
