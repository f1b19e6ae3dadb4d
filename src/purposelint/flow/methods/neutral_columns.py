"""Columns that say of nobody that they are theirs: what a function leaves in them is stored there."""

from __future__ import annotations

from collections.abc import Iterator

from purposelint.domain.expressions import Name
from purposelint.domain.flows import SinkPoint
from purposelint.flow.lookup.neutral import Columns
from purposelint.flow.methods import sinks
from purposelint.flow.objects.arguments import Argument
from purposelint.flow.state import store
from purposelint.flow.state.branches import merge
from purposelint.flow.state.frame import Frame
from purposelint.flow.state.values import Instance, Obj, Sym, Value


def leave(frame: Frame) -> None:
    """At the end of a function, what it left in the columns of the records that it made or was handed."""
    columns = frame.engine.neutral
    if not columns.kinds or not any(_is_stored(columns, ref) for ref in (*frame.final, *(frame.left or ()))):
        return
    ended, frame.state = frame.state, merge(dict(frame.final), frame.left)
    for point, held in list(_held(frame, columns)):
        sinks.leak(frame, point, held, Name(point.call, frame.info.facts.at), Argument(None, held))
    frame.state = ended


def _held(frame: Frame, columns: Columns) -> Iterator[tuple[SinkPoint, Value]]:
    state = frame.state or {}
    for ref in list(state):
        if isinstance(ref, Obj | Sym | Instance) and ref.type in columns.kinds:
            points = columns.of(ref.type)
            fields = store.fields_of(state, ref) or {}
            yield from ((points[field], held) for field, held in fields.items() if field in points)


def _is_stored(columns: Columns, ref: object) -> bool:
    return isinstance(ref, Obj | Sym | Instance) and ref.type in columns.kinds
