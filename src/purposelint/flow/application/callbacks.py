"""Calls that call a function they are handed: threads, executors, `partial`, `map`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import nullcontext
from typing import TYPE_CHECKING

from purposelint.domain.expressions import Call
from purposelint.domain.frameworks import Callback
from purposelint.flow.application import callables
from purposelint.flow.objects import mappings
from purposelint.flow.objects.arguments import Argument
from purposelint.flow.objects.matching import named
from purposelint.flow.state.frame import Frame
from purposelint.flow.state.values import ANY, NOTHING, Bound, Instance, Value, join, of

if TYPE_CHECKING:
    from purposelint.flow.calls.callee import Callee

_EACH = "[]"
_OF_RECEIVER = "self."

_TURNS_OF_A_FOLD = 2
"""Calls of a folded function that are looked at: the second gets what the first gave."""


def call(frame: Frame, node: Call, callee: Callee, last: str, arguments: Sequence[Argument]) -> Value | None:
    """Make the call that an entry says is made; what the outer call gives, None where the entry leaves it."""
    if callee.functions or callee.objects or callee.tasks:
        return None
    entry = frame.engine.knowledge.callback(callee.outside, last, callee.word)
    if entry is None:
        return None
    wanted = [entry.function, *_wanted(entry.parameters, entry.given)]
    matched = named(entry.parameters, wanted, arguments)
    function = next((a.value for name, a in matched if name == entry.function), NOTHING)
    if entry.function.startswith(_OF_RECEIVER):
        function = _own_method(frame, callee, entry.function.removeprefix(_OF_RECEIVER))
    if function.text:
        function = frame.engine.function_named(function.text)
    if not function.refs:
        return None
    if callee.receiver is not None:
        matched.append(("self", Argument(None, callee.receiver)))
    given = [argument for part in entry.given for argument in _given(frame, part, matched)]
    if entry.gives in ("bound", "method"):
        return callables.bind_arguments(frame, entry, function, given, node.at)
    if entry.gives == "fold":
        return _folded(frame, function, given, node)
    with frame.apart() if entry.apart else nullcontext():
        result = frame.engine.call_value(frame, function, "", given, node.at, node.to)
    grouped = given[0].value if given else NOTHING
    return _outcome(frame, entry, callee, (result, grouped), node.at)


def _own_method(frame: Frame, callee: Callee, name: str) -> Value:
    """A method of the object that the outer call was made on, as its class in the project has it."""
    result = NOTHING
    for ref in callee.receiver.refs if callee.receiver is not None else ():
        method = frame.engine.program.method(getattr(ref, "type", ""), name)
        result = join(result, of(Bound(method, of(ref)))) if method else result
    return result


def _folded(frame: Frame, function: Value, given: Sequence[Argument], node: Call) -> Value | None:
    """What a fold gives: the function gets its own result, at first what is given in place of that.

    What it begins with comes back only where it stands apart from the items, of which there may be none.
    """
    if len(given) < 2 or not any(callables.is_callable(frame, ref) for ref in function.refs):
        return None
    *begun, item = given
    done = begun[-1].value
    result = done if len(begun) > 1 else NOTHING
    for _ in range(_TURNS_OF_A_FOLD):
        now = frame.engine.call_value(frame, function, "", [Argument(None, done), item], node.at, node.to)
        result, done = join(result, now), join(done, now)
    return result


def handed_over(
    frame: Frame, parameters: Sequence[str], parts: Sequence[str], arguments: Sequence[Argument]
) -> list[Argument]:
    """What a function gets of the arguments of a call that calls it, as an entry says."""
    matched = named(parameters, _wanted(parameters, parts), arguments)
    return [argument for part in parts for argument in _given(frame, part, matched)]


def _wanted(parameters: Sequence[str], parts: Sequence[str]) -> list[str]:
    names = map(_parameter, parts)
    return [name if name in parameters else name.lstrip("*") for name in names]


def _parameter(part: str) -> str:
    """The parameter that a part of what is given stands for."""
    return part.removesuffix(_EACH)


def _given(frame: Frame, part: str, matched: Sequence[tuple[str, Argument]]) -> Iterator[Argument]:
    """What the function gets for one part: an argument, what is in it, or each of its items."""
    parameter = _parameter(part)
    for name, argument in matched:
        value = frame.elements_of(argument.value) if part.endswith(_EACH) else argument.value
        if name == parameter:
            yield Argument(
                argument.name if name.startswith("**") else None, value, argument.star, argument.arg
            )
        elif name and name == parameter.lstrip("*"):
            yield Argument(None, value, len(parameter) - len(name), argument.arg)


def _outcome(
    frame: Frame, entry: Callback, callee: Callee, made_of: tuple[Value, Value], at: int
) -> Value | None:
    """What the outer call gives, by what the function gave and what it was given first."""
    result, given = made_of
    if entry.gives == "result":
        return result
    if entry.gives == "results":
        made = frame.fresh((at, 21), "list")
        frame.write(made, ANY, result)
        return made
    if entry.gives == "groups":
        made = frame.fresh((at, 28), "list")
        members = frame.fresh((at, 29), "list")
        frame.write(members, ANY, given)
        frame.write(made, ANY, mappings.pair(frame, (at, 28), result, members))
        return made
    if entry.gives == "promise":
        kinds = [frame.engine.knowledge.type_of_call(name) for name in callee.outside[:1]]
        promise = of(Instance(kinds[0] if kinds else "", (at,)))
        callables.answer(frame, promise, entry.asked, result, at)
        return promise
    return None
