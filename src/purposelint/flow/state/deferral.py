"""Calls that only the caller can resolve: of functions and objects that it handed in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple, TypeGuard

from purposelint.domain.place import Place
from purposelint.flow.state.store import State, is_attribute
from purposelint.flow.state.throwing import Raised, Thrown
from purposelint.flow.state.values import CONTAINERS, UNKNOWN, Path, Ref, Sym, Value

if TYPE_CHECKING:
    from purposelint.flow.state.frame import Frame

_MOST_DEFERRED = 12
_DEEPEST_DEFERRAL = 12
_MOST_DEFERRALS = 200
_MOST_IMPLICIT = 60
_MOST_IMPLICIT_IN_ALL = 250
_DEEPEST_IMPLICIT = 4
_SITES = 1 << 16
_DEEPEST_CALLEE = 3
_DEEPEST_ITEM = 5


class Passed(NamedTuple):
    """An argument of a deferred call."""

    name: str | None
    star: int
    value: Value


class DeferredCall(NamedTuple):
    """A call left to the caller, with the store at that point."""

    path: Path
    method: str
    arguments: tuple[Passed, ...]
    state: State | None
    place: Place


class Deferral(NamedTuple):
    """A deferred call while it is made: where it stands, what call makes it, sources that the callee adds."""

    place: Place
    made: Place
    sources: int


class Led:
    """Calls that one call of a frame has led to: how many so far, and how deep."""

    def __init__(self) -> None:
        self.depth = 0
        self.count = 0
        self.made: dict[object, tuple[Value, Raised]] = {}
        """What they gave, with what they raised."""

    def __enter__(self) -> None:
        self.depth += 1
        self.count += 1

    def __exit__(self, *_exception: object) -> None:
        self.depth -= 1
        if not self.depth:
            self.count = 0
            self.made = {}


class Implicits(Led):
    """Special methods that Python calls for one operation, and that these lead to; how many in all."""

    def __init__(self) -> None:
        super().__init__()
        self.total = 0

    def __enter__(self) -> None:
        super().__enter__()
        self.total += 1

    @property
    def exhausted(self) -> bool:
        """Whether one operation, or the function, has led to as many as are followed.

        A structure may contain itself, and its text be asked for wherever it goes.
        """
        too_many = self.count >= _MOST_IMPLICIT or self.total >= _MOST_IMPLICIT_IN_ALL
        return too_many or self.depth >= _DEEPEST_IMPLICIT


class Turns:
    """Functions that one call may reach, one after the other, and the objects that they gave.

    All make their objects at the one place of the call: an object there is what any of them made of it.
    """

    def __init__(self) -> None:
        self._before: set[Ref] = set()
        self._now: set[Ref] = set()
        self._is_one_of_several = False

    @contextmanager
    def several(self) -> Iterator[None]:
        """A call that may reach more than one function: what any call below gives belongs to its turn."""
        outer = (self._before, self._now, self._is_one_of_several)
        self._before, self._now, self._is_one_of_several = set(self._before), set(), True
        try:
            yield
        finally:
            made = self._before | self._now
            self._before, self._now, self._is_one_of_several = outer
            if self._is_one_of_several:
                self._now |= made - self._before

    def next(self) -> None:
        """The turn of the next function."""
        self._before |= self._now
        self._now = set()

    def has_another(self, made: Ref) -> bool:
        """Whether a function gave an object of the same place and kind in an earlier turn."""
        if not self._is_one_of_several:
            return False
        self._now.add(made)
        return made in self._before


class Deferrals(Led):
    """Deferred calls that one call of a frame has led to, and the innermost; and what it may reach at all."""

    def __init__(self) -> None:
        super().__init__()
        self.current: Deferral | None = None
        self.turns = Turns()

    @property
    def exhausted(self) -> bool:
        """Whether one call has led to as many as are followed."""
        return self.count >= _MOST_DEFERRALS or self.depth >= _DEEPEST_DEFERRAL

    def site(self, at: int) -> int:
        """A number for a call at a place: each of the calls that one leads to makes objects of its own."""
        return -(at * _SITES + self.count) - 1 if self.depth else at


def is_too_deep(path: Path) -> bool:
    """Whether what lies at a path is too far inside what the caller handed in to be called there.

    Items count less than attributes: functions are kept in lists, and these in mappings.
    """
    if len(path) <= _DEEPEST_CALLEE:
        return False
    attributes = sum(is_attribute(field) for field in path[1:])
    return attributes >= _DEEPEST_CALLEE or len(path) > _DEEPEST_ITEM


def can_defer(ref: Ref, frame: Frame) -> TypeGuard[Sym]:
    """Whether a call of a method of something, or of itself, can be left to the caller who handed it in."""
    if type(ref) is not Sym or ref.type or is_too_deep(ref.path):
        return False
    frame.limited = frame.limited or len(frame.deferred) >= _MOST_DEFERRED
    return len(frame.deferred) < _MOST_DEFERRED


def place_of(frame: Frame, at: int, to: int) -> Place:
    """Where a call stands, in whichever function left it to its caller first."""
    return frame.deferrals.current.place if frame.deferrals.current else frame.place(at, to)


def defer(frame: Frame, path: Path, method: str, arguments: Sequence[Passed], at: int, place: Place) -> Value:
    """Leave a call to the caller, who knows what it handed in; its result and exception are ports.

    A call at `at` may lead to several; they are told apart by `place`, where they stand.
    Of too many, those of a method that nothing has which is known are no loss.
    """
    key = (at, place, path, method)
    if key not in frame.deferred and len(frame.deferred) >= _MOST_DEFERRED:
        frame.limited = frame.limited or not method or method in frame.engine.answered
        return UNKNOWN
    number = list(frame.deferred).index(key) if key in frame.deferred else len(frame.deferred)
    frame.deferred[key] = DeferredCall(path, method, tuple(arguments), frame.state, place)
    frame.raise_("", Thrown(frame.sym((f"?{number}",), "")))
    return frame.sym((f"!{number}",), "")


def without_containers(target: Value) -> Value:
    """Without what the callee has changed and read already, as a container's own method does."""
    refs = tuple(ref for ref in target.refs if getattr(ref, "type", "") not in CONTAINERS)
    return Value(target.exact, target.vague, refs)
