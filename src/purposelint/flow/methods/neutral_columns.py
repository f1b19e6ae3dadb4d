"""Columns that say of nobody that they are theirs: what a function leaves in them is stored there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeGuard

from purposelint.domain.expressions import Name
from purposelint.domain.flows import SinkPoint
from purposelint.flow.lookup.neutral import Columns
from purposelint.flow.methods import sinks
from purposelint.flow.objects.arguments import Argument
from purposelint.flow.state import store
from purposelint.flow.state.frame import Frame
from purposelint.flow.state.values import Instance, Obj, Sym, Value


def leave(frame: Frame) -> None:
    """At the end of a function, what it left in the columns of the records that it made or was handed."""
    columns = frame.engine.neutral
    if not columns.kinds or not any(_is_stored(ref, columns) for ref in (*frame.final, *(frame.left or ()))):
        return
    with frame.at_its_end() as state:
        for point, held in list(_held(columns, state)):
            sinks.leak(frame, point, held, Name(point.call, frame.info.facts.at), Argument(None, held))


def _held(columns: Columns, state: store.State) -> Iterator[tuple[SinkPoint, Value]]:
    for ref in list(state):
        if _is_stored(ref, columns):
            points = columns.of(ref.type)
            fields = store.fields_of(state, ref) or {}
            yield from ((points[field], held) for field, held in fields.items() if field in points)


def _is_stored(ref: object, columns: Columns) -> TypeGuard[Obj | Sym | Instance]:
    return isinstance(ref, Obj | Sym | Instance) and ref.type in columns.kinds
