"""Records that come back out of a store: a query of a stored class gives instances of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from purposelint.domain.expressions import Call
from purposelint.domain.queries import Query
from purposelint.flow.application.apply import call_function
from purposelint.flow.calls import record_writes
from purposelint.flow.calls.construction import construct
from purposelint.flow.calls.record_writes import Write
from purposelint.flow.lookup.class_statements import named_class
from purposelint.flow.lookup.query_methods import outside_classes
from purposelint.flow.objects import columns, mappings
from purposelint.flow.objects.arguments import Argument
from purposelint.flow.objects.columns import Asked
from purposelint.flow.state.frame import Frame
from purposelint.flow.state.rows import row_class, rows_of
from purposelint.flow.state.values import (
    ANY,
    CONSTANT,
    NOTHING,
    UNKNOWN,
    Instance,
    Ref,
    Static,
    Super,
    Value,
    join,
    of,
)

if TYPE_CHECKING:
    from purposelint.flow.calls.callee import Callee

_CALLED = "__call__"
"""What an entry names the call of a query itself."""


def call(frame: Frame, node: Call, callee: Callee, last: str, arguments: Sequence[Argument]) -> Value | None:
    """What a call gives that queries a class or goes on with a query; None for any other call."""
    going_on = _of_query(frame, node, callee, arguments)
    if going_on is not None:
        return going_on
    entry = frame.engine.knowledge.query_call(callee.outside, last, callee.word)
    if entry is None:
        return None
    result: Value | None = None
    for kind in _classes(frame, entry, node, callee, arguments):
        if last in entry.writes:
            return record_writes.new(frame, Write(entry, last, kind), arguments, node.at)
        found = of(Instance(kind, (node.at,)) if entry.gives == "row" else Instance(rows_of(kind)))
        result = found if result is None else join(result, found)
    if result is not None or entry.model:
        return result
    chosen = columns.selected(frame, arguments, node.at)
    if chosen is None:
        return None
    chosen = columns.first_of_each(frame, chosen, node.at) if last in entry.single else chosen
    return frame.elements_of(chosen) if entry.gives == "row" else chosen


def _of_query(frame: Frame, node: Call, callee: Callee, arguments: Sequence[Argument]) -> Value | None:
    """What a method of a query gives; None where the receiver is none, or has no such method."""
    method = callee.method if callee.receiver is not None else _CALLED
    if method not in frame.engine.knowledge.query_methods:
        return None
    result: Value | None = None
    for ref in callee.receiver.refs if callee.receiver is not None else callee.refs:
        found = _of_ref(frame, node, method, ref, arguments)
        if found is not None:
            result = found if result is None else join(result, found)
    return result


def _of_ref(frame: Frame, node: Call, method: str, ref: Ref, arguments: Sequence[Argument]) -> Value | None:
    """What a method of one query gives, of a stored class, or of a record; None for anything else."""
    methods, program = frame.engine.knowledge.query_methods, frame.engine.program
    kind = row_class(ref) or frame.engine.relations.query_classes.of(getattr(ref, "type", ""))
    if kind:
        entry = methods.of(method, outside_classes(program, kind))
        asked = Asked(kind, getattr(ref, "site", ()))
        return _method(frame, entry, method, asked, node, arguments) if entry is not None else None
    kind = ref.name if type(ref) is Static else getattr(ref, "type", "")
    if kind in program.classes and method != _CALLED and not program.method(kind, method):
        entry = methods.of_class(method, program.outside_bases(kind))
        if entry is None:
            return None
        if type(ref) is Static:
            return _method(frame, entry, method, Asked(kind, ()), node, arguments)
        if method not in entry.sets:
            return None
        return record_writes.to(frame, Write(entry, method, kind), of(ref), arguments)
    entry = methods.of(method, ()) if columns.is_queried(frame, ref) else None
    if entry is not None:
        found = columns.first_of_each(frame, of(ref), node.at) if method in entry.single else of(ref)
        return frame.elements_of(found) if method in entry.row else found
    return None


def _method(
    frame: Frame, entry: Query, method: str, asked: Asked, node: Call, arguments: Sequence[Argument]
) -> Value:
    if method in entry.row:
        return _row(frame, entry, asked, node, arguments)
    if method in entry.again:
        return of(Instance(rows_of(asked.kind), asked.site))
    if method in entry.writes:
        return record_writes.new(frame, Write(entry, method, asked.kind), arguments, node.at)
    if method in entry.computed:
        return columns.computed(frame, entry, asked, arguments, node.at)
    if method in entry.keyed:
        made = frame.fresh((node.at, 14), "dict")
        frame.write(made, ANY, of(Instance(asked.kind, asked.site)))
        return made
    return columns.given(frame, entry, asked, node, arguments) if method in entry.columns else UNKNOWN


def _row(frame: Frame, entry: Query, asked: Asked, node: Call, arguments: Sequence[Argument]) -> Value:
    """One record: as it is in the store, or with the fields that the call gives it."""
    method = getattr(node.func, "name", "")
    record = of(Instance(asked.kind, asked.site or (node.at,)))
    write = Write(entry, method, asked.kind)
    given = record_writes.fields(frame, write, arguments) if method in entry.creates else []
    if given and asked.kind in frame.engine.program.classes:
        record = construct(frame, asked.kind, given, node)
    return mappings.pair(frame, (node.at, 35), record, CONSTANT) if method in entry.pairs else record


# --- which class -------------------------------------------------------------------------------


def _classes(
    frame: Frame, entry: Query, node: Call, callee: Callee, arguments: Sequence[Argument]
) -> list[str]:
    """Stored classes that a call queries: its first argument's, or those that the receiver's class names."""
    if not entry.model:
        refs = arguments[0].value.refs if arguments else ()
        return [kind for kind in dict.fromkeys(_class(frame, ref) for ref in refs) if kind]
    refs = callee.receiver.refs if callee.receiver is not None else ()
    return list(dict.fromkeys(kind for ref in refs for kind in _named_by(frame, entry, ref, node)))


def _class(frame: Frame, ref: Ref) -> str:
    if type(ref) is Static:
        return ref.name if ref.name in frame.engine.program.classes else ""
    return row_class(ref)


def _named_by(frame: Frame, entry: Query, ref: Ref, node: Call) -> list[str]:
    """The stored classes that the class of an object names, by an attribute or by what a method gives."""
    program = frame.engine.program
    receiver = ref.receiver if type(ref) is Super else of(ref)
    kinds = (getattr(each, "type", "") for each in receiver.refs)
    kind = next((each for each in kinds if each in program.classes), "")
    found = named_class(program, kind, entry.model)
    if found:
        return [found]
    for method in (program.method(kind, name) for name in entry.model):
        given = call_function(frame, method, [(None, receiver)], node.at, node.to) if method else NOTHING
        classes = [each for each in (_class(frame, one) for one in given.refs) if each]
        if classes:
            return classes
    return []
