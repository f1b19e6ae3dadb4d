"""What a function puts into columns of stored records, and which of its statements does."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from purposelint.flow.state import store
from purposelint.flow.state.values import AttributeDict, Field, Instance, Ref, Sym, Value, holds, join

if TYPE_CHECKING:
    from purposelint.domain.flows import SinkPoint
    from purposelint.flow.state.frame import Frame


class Opened(NamedTuple):
    """What was read out of a column of a record, so that things can be put into it."""

    point: SinkPoint
    record: Ref
    field: Field


class Put(NamedTuple):
    """Something that was put into a column, or into what a column holds, by one statement."""

    point: SinkPoint
    holder: Ref
    field: Field
    statement: tuple[int, int]


class Filling:
    """The columns that one function fills; `below` are those that its callees told of themselves."""

    def __init__(self) -> None:
        """Begin with none."""
        self.puts: dict[Put, Value] = {}
        self.opened: dict[Ref, Opened] = {}
        self.below: set[str] = set()
        self.telling: tuple[str, ...] = ()
        """Columns of which the callee whose effects are being written tells itself."""

    def note(self, frame: Frame, ref: Ref, field: Field, held: Value) -> None:
        """Take in that a field is written: one of a record, or an item of what a column holds."""
        if type(ref) is AttributeDict:
            ref, field = ref.owner, store.as_attribute(field)
        opened = self.opened.get(ref)
        point = opened.point if opened else frame.engine.neutral.of(getattr(ref, "type", "")).get(field)
        if point is None or point.column in self.telling:
            return
        flat = frame.deep(held)
        if flat.exact or flat.vague:
            put = Put(point, ref, field, frame.standing)
            before = self.puts.get(put)
            self.puts[put] = flat if before is None else join(before, flat)

    def open(self, frame: Frame, record: Ref, field: Field, held: Value) -> Value:
        """What a column of a record holds, as something that can be filled."""
        point = frame.engine.neutral.of(getattr(record, "type", "")).get(field)
        if point is None or not frame.engine.neutral.holds_more(point):
            return held
        refs: tuple[Ref, ...] = ()
        for ref in held.refs:
            here = ref
            if type(ref) is Instance and ref.type not in frame.engine.program.classes:
                # a column's description is no value of it, nor is it known what else it may be
                here = Instance("dict" if ref.type else "", frame.numbered((record, field, "opened")))
            if holds(here) and here != record:
                self.opened.setdefault(here, Opened(point, record, field))
            refs = (*refs, here)
        return Value(held.exact, held.vague, refs, held.text)


def is_there(state: store.State, opened: Opened, ref: Ref) -> bool:
    """Whether a record still holds what was read out of its column once."""
    held = (store.fields_of(state, opened.record) or {}).get(opened.field)
    if held is None or ref in held.refs:
        return True
    return any(type(one) is Instance and not one.type for one in held.refs) and type(ref) is not Sym


def left_in(frame: Frame, state: store.State, put: Put) -> Value:
    """The labels of all that is in the end where something was put."""
    fields = store.fields_of(state, put.holder) or {}
    held = fields.get(put.field)
    return frame.deep(held if held is not None else store.read_all(put.holder, fields))
