"""What a function does to data, seen from outside: the unit that callers apply."""

from __future__ import annotations

from typing import NamedTuple

import msgspec

from purposelint.domain.flows import SinkPoint
from purposelint.domain.library import Guard
from purposelint.domain.place import Place
from purposelint.flow.state.values import Field, Path, Ref

DEEPEST_OBJECT = 3
"""Objects within objects that a summary keeps; what deeper ones hold is somewhere inside these."""


GIVEN = -2
"""Ends the site of what a call gave; the call's number and that of the object in its callee come before."""


class Symbol(NamedTuple):
    """What one symbolic bit stands for: a path of the caller's data, behind a guard or not."""

    path: Path
    guard: Guard | None = None


class Tree(msgspec.Struct, frozen=True, cache_hash=True):
    """A value without its store: masks, references, and the objects it holds with their fields."""

    exact: int
    vague: int
    text: str
    refs: tuple[Ref, ...]
    objects: tuple[ObjectTree, ...]


class ObjectTree(msgspec.Struct, frozen=True, cache_hash=True):
    """An object that a function made and hands out, by its number among these."""

    number: int
    type: str
    fields: tuple[tuple[Field, Tree], ...]


class RaisedTree(msgspec.Struct, frozen=True):
    """An exception that leaves the function; `behind` is what only its traceback shows."""

    kind: str
    value: Tree
    behind: Tree


STATED = Tree(0, 0, "", (), ())
"""What the code itself states, `None` or a number: no data and no code."""


class Mutation(msgspec.Struct, frozen=True):
    """A field of the caller's data that the function overwrites (`weak`: may overwrite) or takes out.

    `depends` says that what is written depends on what the caller hands in.
    """

    path: Path
    field: Field
    value: Tree
    weak: bool
    removed: bool = False
    depends: bool = True


class Kept(msgspec.Struct, frozen=True):
    """What a function leaves in a field of something that outlives calls, whoever calls it."""

    holder: Ref
    field: Field
    value: Tree


class Leak(msgspec.Struct, frozen=True):
    """Data at a sink.

    `below` are sources that callees reported at this sink already, so that the same element is not
    reported again here. `handed` runs from the sink to this function.
    """

    sink: SinkPoint
    exact: int
    vague: int
    below: int
    data: Place
    expr: str
    handed: tuple[Place, ...]


class Deferred(msgspec.Struct, frozen=True):
    """A call of something that the caller handed in: only there is it known what runs.

    Its result is the port `!n`, n being its place in the summary. `method` is '' for a direct call.
    `place` is where it stands, in whichever function left it to its caller first.
    """

    path: Path
    method: str
    arguments: tuple[tuple[str | None, int, Tree], ...]
    place: Place


class Origin(NamedTuple):
    """Where a source entered a function: a read, or the result of calling `callee`."""

    place: Place
    text: str
    callee: str


class Summary(msgspec.Struct, frozen=True):
    """Effects of one function. `symbols` explains the symbolic bits of all its masks, in order.

    `sources` are those that it hands out itself, whatever its caller hands in. `leaks` are those that
    depend on what the caller hands in. `exports` are the final values of names for a module's or a
    class's body. `returns` is false for one that never gets to its end. `kept` is what other calls will
    find where it was left. `said_of` are sources that are no data where the caller has a constant at a path.
    `fills` are columns of what it hands out or changes that it told of itself, or its callees did.
    """

    symbols: tuple[Symbol, ...]
    sources: int
    result: Tree | None
    raised: tuple[RaisedTree, ...]
    mutations: tuple[Mutation, ...]
    leaks: tuple[Leak, ...]
    deferred: tuple[Deferred, ...]
    returns: bool
    exports: dict[str, Tree]
    kept: tuple[Kept, ...]
    said_of: tuple[tuple[int, Path], ...] = ()
    fills: tuple[str, ...] = ()
