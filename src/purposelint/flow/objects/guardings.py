"""Where guards stand, and what they took out there: for those who ask why something is no finding."""

from __future__ import annotations

from collections.abc import Iterator

from purposelint.domain.flows import Guarding, Hop
from purposelint.domain.library import Guard
from purposelint.domain.place import Place, span_between
from purposelint.domain.program import FunctionInfo, Program
from purposelint.flow.lookup.labels import Labels
from purposelint.flow.state.values import SYMBOL_MASK, bits

GIVEN = {
    "nothing": "nothing of it passes {}",
    "masked": "masked by {}",
    "pseudonym": "made a pseudonym by {}",
    "encrypted": "encrypted by {}",
}
"""What a guard does, by what it gives."""


def _told(guard: Guard) -> str:
    done = GIVEN[guard.gives].format(guard.id)
    return f"{done}: {guard.does}" if guard.does else done


class Guardings:
    """Statements with guards, and the labels that came to these."""

    def __init__(self, program: Program, labels: Labels) -> None:
        """Begin with none."""
        self._program = program
        self._labels = labels
        self._noted: dict[tuple[str, tuple[int, int], str], tuple[Guard, int]] = {}
        self._by_guard: dict[str, list[tuple[str, Place, int]]] = {}

    def note(self, info: FunctionInfo, standing: tuple[int, int], guard: Guard, mask: int) -> None:
        """Remember what comes to a guard in the statement in progress."""
        if mask:
            key = (info.symbol, standing, guard.id)
            before = self._noted.get(key)
            self._noted[key] = (guard, mask | before[1] if before else mask)

    def hop(self, symbol: str, guard: Guard, plain: int, before: Place) -> Hop | None:
        """The step at which a source went through a guard: in a function before a place, else anywhere."""
        found = [(function, place) for function, place, mask in self._of(guard) if mask & plain]
        own = [place for function, place in found if function == symbol]
        above = [place for place in own if place.span <= before.span]
        chosen = above[-1:] or own[:1] or [place for _, place in found[:1]]
        return Hop(chosen[0], _told(guard)) if chosen else None

    def _of(self, guard: Guard) -> list[tuple[str, Place, int]]:
        """Where one guard stands, in order, once the analysis is done."""
        if not self._by_guard:
            for (symbol, standing, name), (_, mask) in sorted(self._noted.items(), key=lambda item: item[0]):
                self._by_guard.setdefault(name, []).append((symbol, self._place(symbol, standing), mask))
        return self._by_guard.get(guard.id, [])

    def all(self) -> tuple[Guarding, ...]:
        """Every element that came to a guard, in order of place; '' is whatever a function is handed."""
        return tuple(sorted(set(self._each())))

    def _each(self) -> Iterator[Guarding]:
        for (symbol, standing, _), (guard, mask) in self._noted.items():
            place = self._place(symbol, standing)
            labels = [self._labels.label(index) for index in bits(mask & ~SYMBOL_MASK)]
            elements = [label.sighting.element for label in labels if label.guard is None]
            taken = [one for one in elements if not guard.elements or one in guard.elements]
            for element in taken or [""]:
                yield Guarding(place, _told(guard), element)

    def _place(self, symbol: str, standing: tuple[int, int]) -> Place:
        info = self._program.functions[symbol]
        return Place(info.path, span_between(standing[0], max(standing)), symbol)
