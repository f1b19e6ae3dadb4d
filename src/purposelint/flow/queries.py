"""Records that come back out of a store: a query of a stored class gives instances of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from purposelint.domain.expressions import Call
from purposelint.flow.arguments import Argument
from purposelint.flow.frame import Frame
from purposelint.flow.values import ANY, NOTHING, Instance, Ref, Static, Value, join, of, row_class, rows_of

if TYPE_CHECKING:
    from purposelint.flow.callee import Callee


def begun(frame: Frame, owner: str, name: str) -> Value:
    """The query that an attribute of a class begins, nothing where it begins none."""
    program, knowledge = frame.engine.program, frame.engine.knowledge
    for base in program.outside_bases(owner) if owner in program.classes else (owner,):
        if knowledge.begins_query(f"{base}.{name}"):
            return of(Instance(rows_of(owner)))
    return NOTHING


def call(frame: Frame, node: Call, callee: Callee, last: str, arguments: Sequence[Argument]) -> Value | None:
    """What a call gives that queries a class or goes on with a query; None for any other call."""
    result: Value | None = None
    for ref in callee.receiver.refs if callee.receiver is not None else ():
        kind = row_class(ref)
        found = _method(frame, kind, callee.method, arguments, node.at) if kind else None
        if found is not None:
            result = found if result is None else join(result, found)
    if result is not None:
        return result
    gives = frame.engine.knowledge.query_call(callee.outside, last, callee.word)
    if not gives:
        return None
    classes = dict.fromkeys(kind for ref in _asked(arguments) if (kind := _class(frame, ref)))
    for kind in classes:
        found = of(Instance(kind, (node.at,)) if gives == "row" else Instance(rows_of(kind)))
        result = found if result is None else join(result, found)
    return result


def _asked(arguments: Sequence[Argument]) -> tuple[Ref, ...]:
    """What a query is of: its first argument."""
    return arguments[0].value.refs if arguments else ()


def _class(frame: Frame, ref: Ref) -> str:
    if isinstance(ref, Static):
        return ref.name if ref.name in frame.engine.program.classes else ""
    return row_class(ref)


def _method(frame: Frame, kind: str, method: str, arguments: Sequence[Argument], at: int) -> Value | None:
    knowledge = frame.engine.knowledge
    if method in knowledge.row_methods:
        return of(Instance(kind, (at,)))
    if method in knowledge.query_methods:
        return of(Instance(rows_of(kind)))
    if method not in knowledge.column_methods:
        return None
    exact = 0
    for argument in arguments:
        if argument.value.text:
            exact |= frame.engine.field_mask(kind, argument.value.text) or 0
    result = frame.fresh((at, 14), "list")
    frame.enter(exact, at, at, f"{kind.rpartition('.')[2]}.{method}()")
    frame.write(result, ANY, Value(exact))
    return result
