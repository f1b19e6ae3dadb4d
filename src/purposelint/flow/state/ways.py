"""The ways through a function: those that go on, those that leave, and what each leaves behind."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from purposelint.flow.state import branches, throwing
from purposelint.flow.state.store import State
from purposelint.flow.state.throwing import CAUGHT, Raised, Thrown
from purposelint.flow.state.values import Sym, Value, join, of

if TYPE_CHECKING:
    from purposelint.flow.state.frame import Frame


class Ways:
    """The part of a frame that knows which ways are still open. `state` is None where none is."""

    def __init__(self) -> None:
        """Begin at the one way in."""
        self.state: State | None = {}
        self.left: State | None = None
        self.thrown: list[State | None] = [None]
        self.final: State = {}
        self.finals = 0
        self.returned: Value | None = None
        self.returns = True
        self.raised: list[Raised] = [{}]
        self.handling: list[Raised] = [{"": Thrown(of(Sym((CAUGHT,), "")))}]
        self.loops: list[list[State]] = []
        self.continues: list[list[State]] = []
        self._exits: State | None = None

    def bounded(self, value: Value) -> Value:
        """The value itself, or its labels alone once it refers to too many things."""
        raise NotImplementedError

    def _frame(self) -> Frame:
        """This frame, whole."""
        raise NotImplementedError

    def depths(self) -> tuple[int, ...]:
        """How deep this place is inside what catches exceptions and in loops."""
        return tuple(map(len, self._around()))

    def unwind(self, depths: tuple[int, ...]) -> None:
        """Go back out to a place, from wherever the evaluation was given up."""
        for stack, depth in zip(self._around(), depths, strict=True):
            del stack[depth:]

    def _around(self) -> tuple[list[Any], ...]:
        return self.raised, self.thrown, self.handling, self.loops, self.continues

    @contextmanager
    def at_its_end(self) -> Iterator[State]:
        """The store as all ways out of the function leave it, for as long as something is read there."""
        ended, self.state = self.state, branches.merge(dict(self.final), self.left)
        yield self.state or {}
        self.state = ended

    @contextmanager
    def apart(self) -> Iterator[None]:
        """Let what runs inside raise what it may: it runs at another time, or somewhere else."""
        self.raised.append({})
        self.thrown.append(None)
        yield
        self.raised.pop()
        self.thrown.pop()

    def note_return(self, value: Value) -> None:
        """Take in one way of returning: its value, and the store at that point."""
        value = self.bounded(value)
        self.returned = value if self.returned is None else join(self.returned, value)
        self._exits = branches.merge(self._exits, self.state)

    def leave(self, *, by_raising: bool = False) -> None:
        """End this way: what is around it (a handler, a `finally`, a manager) may go on from here."""
        self.left = branches.merge(self.left, self.state)
        if by_raising:
            self.thrown[-1] = branches.merge(self.thrown[-1], self.state)
        self.state = None

    def raise_(self, kind: str, thrown: Thrown) -> None:
        """Hand an exception of a class to the innermost handlers around, or to the caller."""
        throwing.make_room(self._frame(), self.raised[-1], kind, thrown)
        throwing.merge(self.raised[-1], kind, thrown)
        before, state = self.thrown[-1], self.state
        if state is not None:
            self.thrown[-1] = dict(state) if before is None else branches.merge(before, state)

    def finish(self) -> None:
        """Join all ways out into `final`, which becomes the store.

        Of a function that never returns, and of a script that ends itself, what it did until then counts.
        """
        ended = branches.merge(self._exits, self.state)
        self.returns = ended is not None
        self.final = ended if ended is not None else self.left or {}
        self.state = self.final
