"""Calls that nobody described and that get personal data: where the analysis sees the data no further."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TypeAlias

from purposelint.domain.flows import Handover
from purposelint.domain.place import Place, span_between
from purposelint.domain.program import Program
from purposelint.flow.lookup.labels import Labels
from purposelint.flow.objects.guardings import Guardings
from purposelint.flow.objects.sink_calls import SinkCalls
from purposelint.flow.state.frame import Frame
from purposelint.flow.state.values import SYMBOL_MASK, Path, Value, bits

_OWN = sys.stdlib_module_names | {"builtins", ""}
"""What Python brings: it hands nothing on that its entries do not say."""


_MOST = 80
"""Unknown calls below one function that are followed up to its callers, and paths of each."""

_Call: TypeAlias = tuple[str, int, str]
"""Function and place of an unknown call, and what it calls."""

Awaiting: TypeAlias = Mapping[_Call, dict[Path, None]]
"""Unknown calls with the paths of a function's caller that come to them in clear text."""

_HEAD = 3
"""Words of the name of a module that say of which package it is."""


def _head(called: str) -> str:
    """First words of the module or class that a call is of."""
    plain = called.partition("(")[0].partition("[")[0]
    return ".".join(plain.split(".")[:-1][:_HEAD])


class Handovers:
    """Unknown calls, and the labels that were handed to each in clear text.

    Once `below` is there, which gives what an analysis leaves to its callers, labels are followed that only
    callers hand in: what functions give and change is known then, so that no summary need tell of it.
    """

    def __init__(self, program: Program, labels: Labels) -> None:
        """Begin with none."""
        self._program = program
        self._labels = labels
        self._noted: dict[_Call, int] = {}
        self._described: set[str] = set()
        self._undescribed: set[str] = set()
        self.below: Callable[[str], Awaiting] | None = None
        self.awaiting: dict[str, dict[_Call, dict[Path, None]]] = {}

    def described(self, called: Iterable[str]) -> None:
        """Remember that some rule speaks of a call; `called` are the names outside that it may reach."""
        self._described.update(map(_head, called))

    def heads(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """First words of what was called outside: of calls that rules speak of, and of others."""
        return tuple(sorted(self._described)), tuple(sorted(self._undescribed))

    def note(self, frame: Frame, at: int, called: Sequence[str], mask: int) -> None:
        """Remember what a call gets; `called` are the names outside that it may reach, in order."""
        self._undescribed.update(map(_head, called))
        if mask & ~SYMBOL_MASK or (mask and self.below is not None):
            name = next((each for each in called if each.partition(".")[0] not in _OWN), "")
            if name:
                self._add(frame, (frame.info.symbol, at, name), mask)

    def _add(self, frame: Frame, call: _Call, mask: int) -> None:
        if mask & ~SYMBOL_MASK:
            self._noted[call] = self._noted.get(call, 0) | (mask & ~SYMBOL_MASK)
        if self.below is None:
            return
        awaiting = self.awaiting.setdefault(frame.key, {})
        for index in bits(mask & SYMBOL_MASK):
            path, guard = frame.symbols[index]
            if guard is None and (call in awaiting or len(awaiting) < _MOST):
                paths = awaiting.setdefault(call, {})
                if len(paths) < _MOST:
                    paths[path] = None

    def hand_up(self, frame: Frame, key: str, follow: Callable[[Path], Value]) -> None:
        """Note what a caller hands to the unknown calls below an analysis; `follow` gives what it has."""
        if self.below is None:
            return
        for call, paths in self.below(key).items():
            exact = 0
            for path in paths:
                exact |= frame.deep(follow(path)).exact
            if exact:
                self._add(frame, call, exact)

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


def notebooks(program: Program, labels: Labels) -> tuple[Guardings, Handovers, SinkCalls]:
    """Where an analysis notes what came to guards and to unknown calls, and which calls are sinks."""
    return Guardings(program, labels), Handovers(program, labels), SinkCalls()
