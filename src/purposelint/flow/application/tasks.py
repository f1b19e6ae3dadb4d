"""Functions that a framework calls later: by other names, with arguments of its own before the caller's."""

from __future__ import annotations

from collections.abc import Sequence

from purposelint.domain.facts import Function
from purposelint.flow.application import decoration
from purposelint.flow.application.apply import call_function
from purposelint.flow.objects.arguments import Argument
from purposelint.flow.state.frame import Frame
from purposelint.flow.state.store import fields_of
from purposelint.flow.state.values import UNKNOWN, Static, Value

_PACKED = ("args", "kwargs")


def perform(frame: Frame, symbol: str, given: Sequence[Argument], at: int, to: int) -> Value:
    """Call a task with what its caller gives; what a worker adds comes first."""
    facts = frame.engine.program.functions[symbol].facts
    added = max(_missing(frame, facts, given), int(frame.engine.gets_itself(symbol)))
    before = [Argument(None, UNKNOWN)] * added
    target = decoration.of_task(frame, symbol)
    if target.refs == (Static(symbol),):
        return call_function(frame, symbol, [*before, *given], at, to)
    return frame.engine.call_value(frame, target, "", [*before, *given], at, to)


def wrapped(frame: Frame, arguments: Sequence[Argument]) -> tuple[Static, ...]:
    """Tasks among the arguments of a call that nobody described: what it gives calls them."""
    engine = frame.engine
    named = (ref for argument in arguments for ref in argument.value.refs if type(ref) is Static)
    return tuple(ref for ref in named if ref.name in engine.program.functions and engine.handlers(ref.name))


def _missing(frame: Frame, facts: Function, given: Sequence[Argument]) -> int:
    """How many parameters without default a call leaves to whoever makes it; 0 where that is not known."""
    required = [p.name for p in facts.params if p.kind in (0, 1) and p.default is None]
    count = 0
    named: set[str] = set()
    for argument in given:
        if argument.star == 2:
            named.update(_keys(frame, argument.value))
        elif argument.name is not None:
            named.add(argument.name)
        else:
            count += frame.length(argument.value, len(required)) if argument.star else 1
    return max(0, len(required) - len(named.intersection(required)) - count)


def _keys(frame: Frame, value: Value) -> set[str]:
    """Constant keys of a mapping."""
    found: set[str] = set()
    for ref in value.refs:
        keys = fields_of(frame.state or {}, ref) or {}
        found.update(key[1:] for key in keys if isinstance(key, str) and key.startswith("["))
    return found


def unpacked(arguments: Sequence[Argument]) -> list[Argument]:
    """The arguments of a task that is called with `args` and `kwargs`."""
    given: list[Argument] = []
    for position, argument in enumerate(arguments):
        name = argument.name or (_PACKED[position] if position < len(_PACKED) else "")
        if name in _PACKED:
            given.append(Argument(None, argument.value, 1 + _PACKED.index(name), argument.arg))
    return given
