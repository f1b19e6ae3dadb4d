"""Calls that put tasks together, or start them, as entries of workflows say."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from purposelint.domain.expressions import Call, Const
from purposelint.domain.frameworks import Workflow
from purposelint.flow.application import signatures
from purposelint.flow.application.callbacks import handed_over
from purposelint.flow.objects.arguments import Argument
from purposelint.flow.objects.matching import named
from purposelint.flow.state.frame import Frame
from purposelint.flow.state.values import Instance, Static, Value

if TYPE_CHECKING:
    from purposelint.flow.calls.callee import Callee


def call(frame: Frame, node: Call, callee: Callee, arguments: Sequence[Argument]) -> Value | None:
    """What a call gives that an entry says puts tasks together; None for any other call."""
    knowledge = frame.engine.knowledge
    if not knowledge.has_workflows or not callee.outside:
        return None
    receiver = callee.receiver
    names = callee.outside
    if receiver is None and any(type(ref) is Instance for ref in callee.refs):
        receiver, names = Value(0, 0, callee.refs), [f"{name}.__call__" for name in names]
    entry = knowledge.workflow(names)
    if entry is None:
        return None
    return _evaluated(frame, entry, names[0], receiver, arguments, (node.at, node.to))


def operated(frame: Frame, method: str, left: Value, right: Value, place: tuple[int, int]) -> Value | None:
    """What an operator gives that an entry says puts tasks together; None for any other."""
    for ref in left.refs:
        name = f"{ref.type}.{method}" if type(ref) is Instance else ""
        entry = frame.engine.knowledge.workflow((name,)) if name else None
        if entry is not None:
            return _evaluated(frame, entry, name, left, [Argument(None, right)], place)
    return None


def _evaluated(
    frame: Frame,
    entry: Workflow,
    name: str,
    receiver: Value | None,
    arguments: Sequence[Argument],
    place: tuple[int, int],
) -> Value | None:
    kind = frame.engine.knowledge.type_of_call(name)
    given = handed_over(frame, entry.parameters, entry.given, arguments)
    matched = named(entry.parameters, (*entry.tasks, entry.then, entry.function, entry.alone), arguments)
    if entry.function:
        return _of_function(frame, entry, kind, matched, given, place)
    values = [argument.value for wanted in entry.tasks for name, argument in matched if name == wanted]
    if "self" in entry.tasks and receiver is not None:
        values.insert(0, receiver)
    members = signatures.gathered(frame, values, place[0])
    if members is None:
        return None
    if values == [receiver] and receiver is not None:
        made, result = receiver, signatures.run(frame, receiver, given, place)
    else:
        made = signatures.woven(frame, kind, members, place, together=entry.runs == "together")
        result = signatures.run(frame, made, [], place)
    for parameter, argument in matched:
        if parameter and parameter == entry.then:
            made, result = _with_last(frame, kind, (made, argument.value), result, place)
    return signatures.promised(frame, kind, entry.asked, result, place[0]) if entry.starts else made


def _with_last(
    frame: Frame, kind: str, parts: tuple[Value, Value], result: Value, place: tuple[int, int]
) -> tuple[Value, Value]:
    """A workflow with what gets its result at the end, and what that gives."""
    last = signatures.follow(frame, parts[1], result, place)
    members = signatures.listed(frame, parts, place[0], 34, ordered=True)
    return signatures.finished(frame, kind, members, last, place), last


def _of_function(
    frame: Frame,
    entry: Workflow,
    kind: str,
    matched: Sequence[tuple[str, Argument]],
    given: Sequence[Argument],
    place: tuple[int, int],
) -> Value | None:
    """A signature of a task that is named by a text, or handed in."""
    function = next((a.value for name, a in matched if name == entry.function), None)
    if function is not None and function.text:
        function = frame.engine.function_named(function.text)
    if function is None or not any(type(ref) is Static for ref in function.refs):
        return None
    alone = any(name == entry.alone and _is_true(argument) for name, argument in matched)
    return signatures.signed(frame, function, given, place, kind, alone=alone)


def _is_true(argument: Argument) -> bool:
    node = argument.arg.value if argument.arg is not None else None
    return type(node) is Const and node.value is True
