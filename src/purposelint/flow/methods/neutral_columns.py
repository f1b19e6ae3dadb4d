"""Columns that say of nobody that they are theirs: what a function leaves in them is stored there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeGuard

import msgspec

from purposelint.domain.flows import SinkPoint
from purposelint.flow.lookup.neutral import Columns
from purposelint.flow.state import filling, store
from purposelint.flow.state.frame import Frame
from purposelint.flow.state.summary import Leak
from purposelint.flow.state.values import Field, Instance, Obj, SharedObj, Sym, Value, labelled


def leave(frame: Frame) -> None:
    """At the end of a function, what it left in the columns of the records that it made or was handed."""
    columns = frame.engine.neutral
    if not columns.kinds:
        return
    if not (
        frame.filling.puts or any(_is_record(ref, columns) for ref in (*frame.final, *(frame.left or ())))
    ):
        return
    with frame.at_its_end() as state:
        told: dict[SinkPoint, int] = {}
        for put, value in frame.filling.puts.items():
            there = _there(frame, state, put)
            left = there.exact | there.vague
            _tell(frame, put.point, value.exact & left, value.vague & left, put.statement)
            told[put.point] = told.get(put.point, 0) | value.exact | value.vague
        for point, exact, vague in list(_besides(frame, columns, state)):
            known = told.get(point, 0)
            _tell(frame, point, exact & ~known, vague & ~known, None)


def _there(frame: Frame, state: store.State, put: filling.Put) -> Value:
    """What is in the end where something was put; nothing where the record has let go of it."""
    opened = frame.filling.opened.get(put.holder)
    if opened is not None and not filling.is_there(state, opened, put.holder):
        return labelled(0)
    return filling.left_in(frame, state, put)


def _besides(frame: Frame, columns: Columns, state: store.State) -> Iterator[tuple[SinkPoint, int, int]]:
    """What is in columns of records though no statement here put it there by itself."""
    for ref in list(state):
        if _is_record(ref, columns):
            points = columns.of(ref.type)
            fields = store.fields_of(state, ref) or {}
            for field, held in fields.items():
                if field in points and points[field].column not in frame.filling.below:
                    flat = frame.deep(held)
                    before = _before(frame, ref, field)
                    yield points[field], flat.exact & ~before, flat.vague & ~before


def _before(frame: Frame, ref: Obj | Sym | Instance, field: Field) -> int:
    """The labels of what a record that was handed in held there before."""
    return frame.path_mask((*ref.path, field)) if type(ref) is Sym else 0


def _tell(frame: Frame, point: SinkPoint, exact: int, vague: int, statement: tuple[int, int] | None) -> None:
    """Add labels to what is known to be stored in a column by a statement, or by none in particular."""
    if not exact and not vague:
        return
    handed = (point.place, frame.place(*statement)) if statement else (point.place,)
    key = ("column", point.column, handed[-1])
    found = frame.leaks.get(key) or Leak(point, 0, 0, 0, handed[-1], point.call, handed)
    exact |= found.exact
    frame.leaks[key] = msgspec.structs.replace(found, exact=exact, vague=(found.vague | vague) & ~exact)


def _is_record(ref: object, columns: Columns) -> TypeGuard[Obj | Sym | Instance]:
    known = isinstance(ref, Obj | Sym | Instance) and ref.type in columns.kinds
    return known and type(ref) is not SharedObj
