"""Handlers of exceptions that frameworks were told of: which object they belong to, and what each takes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from purposelint.domain.chains import dotted
from purposelint.domain.expressions import Seq
from purposelint.domain.failures import Failure
from purposelint.flow.lookup.calls_by_name import CallsByName
from purposelint.flow.lookup.told import Told
from purposelint.flow.lookup.told_objects import ToldObjects
from purposelint.flow.state import throwing

if TYPE_CHECKING:
    from purposelint.flow.engine import Engine


class _Taken(NamedTuple):
    """A class of exceptions that a handler takes, and the entry by which a framework was told of it."""

    kind: str
    entry: str


class ErrorsTold:
    """Who takes an exception: of the handlers of one object the one that was told the nearest class."""

    def __init__(self, engine: Engine) -> None:
        """Find the handlers as they are asked for."""
        self._engine = engine
        self._objects = ToldObjects(engine)
        self.calls = CallsByName(engine.program)
        self._taken: dict[str, list[_Taken]] | None = None
        self._scopes: dict[str, str] = {}
        self.passed: dict[str, set[str]] = {}
        """Classes of exceptions that middleware only lets by, which others have raised and left."""

    def kinds(self, told: Told) -> tuple[str, ...]:
        """Classes of exceptions that a handler was told for; a status number names none."""
        names = [name for name in told.entry.parameters if name != told.entry.function]
        first = told.argument(names[0]) if names else None
        named = first.items if type(first) is Seq else (first,)
        texts = [dotted(each) for each in named if each is not None]
        return tuple(self._engine.resolve(told.info, text) for text in texts if text)

    def scope(self, symbol: str) -> str:
        """The object with handlers of its own that a function was told to, '' for none or several."""
        found = self._scopes.get(symbol)
        if found is None:
            info, known = self._engine.program.functions[symbol], self._by_object()
            own = sorted(self._objects.of_decorators(info) & known.keys() if known else ())
            found = self._scopes[symbol] = own[0] if len(own) == 1 else ""
        return found

    def reaches(self, told: Told, kind: str, scope: str) -> bool:
        """Whether an exception that a function of an object raises may reach a handler.

        What handlers of that object take reaches none of another one; of those of one object the nearest
        class has it. What the framework handles itself reaches only who was told of that or what is below.
        """
        kinds, own = self.kinds(told), self._object_of(told)
        if scope and scope not in own:
            return not self.is_taken(kind, scope)
        if self._is_nearer(kind, kinds, told.entry.handles):
            return False
        objects = {scope} if scope else own
        return not objects or not all(
            self._is_nearer(kind, kinds, (each.kind for each in self._by_object().get(name, ())))
            for name in objects
        )

    def is_taken(self, kind: str, scope: str) -> bool:
        """Whether a handler of an object takes every exception of a class that its functions raise."""
        taken = (each.kind for each in self._by_object().get(scope, ()))
        return any(throwing.is_below(self._engine, kind, each) for each in taken)

    def takes_first(self, kind: str, entry: Failure) -> bool:
        """Whether what a call runs takes an exception itself, in a handler that was not told of them all."""
        told = (each for taken in self._by_object().values() for each in taken)
        kinds = (*entry.handles, *(each.kind for each in told if each.entry in entry.inside))
        return any(throwing.is_below(self._engine, kind, each) for each in kinds if each not in throwing.ALL)

    def _by_object(self) -> dict[str, list[_Taken]]:
        if self._taken is None:
            self._taken = {}
            for told in self._all():
                for name in self._object_of(told):
                    taken = self._taken.setdefault(name, [])
                    taken.extend(_Taken(kind, told.entry.id) for kind in self.kinds(told))
        return self._taken

    def _all(self) -> Iterator[Told]:
        for symbol in self._engine.program.functions:
            yield from (told for told in self._engine.told(symbol) if told.entry.caught >= 0)

    def _object_of(self, told: Told) -> frozenset[str]:
        info = self._engine.parent(told.info) if told.decorates else told.info
        return self._objects.of(info, told.on) if info is not None and told.on is not None else frozenset()

    def _is_nearer(self, kind: str, kinds: tuple[str, ...], others: Iterable[str]) -> bool:
        """Whether one of some classes has an exception before all those that a handler was told for."""
        engine = self._engine
        return any(
            throwing.is_below(engine, kind, other)
            and all(throwing.is_strictly_below(engine, other, each) for each in kinds)
            for other in others
        )
