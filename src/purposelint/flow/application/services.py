"""Calls that look something up by its interface or its name: who provides it is what they give."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from purposelint.domain.expressions import Call
from purposelint.domain.frameworks import Service
from purposelint.flow.application import callables
from purposelint.flow.application.apply import call_function
from purposelint.flow.lookup.providers import Provider
from purposelint.flow.objects import matching
from purposelint.flow.objects.arguments import Argument
from purposelint.flow.state.frame import Frame
from purposelint.flow.state.values import MAX_REFS, NOTHING, UNKNOWN, Instance, Obj, Static, Value, join, of

if TYPE_CHECKING:
    from purposelint.flow.calls.callee import Callee

_DEEPEST = 3


def call(frame: Frame, node: Call, callee: Callee, last: str, arguments: Sequence[Argument]) -> Value | None:
    """What a look-up gives; None for any other call, and for what the project knows no provider of."""
    if callee.functions or callee.classes:
        return None
    entry = frame.engine.knowledge.service("lookup", callee.outside, last, callee.word)
    if entry is None:
        return None
    if entry.gives == "class":
        chosen = next(
            (found for one in callee.outside if (found := frame.engine.relations.choices.of(one))), ""
        )
        return of(Static(chosen)) if chosen else None
    interface, name = _asked(entry, arguments)
    if not interface and not name:
        return None
    result = _provided(frame, node, interface, name)
    if result is not None and entry.gives == "factory":
        return callables.answering(frame, result, node.at)
    return result


def _provided(frame: Frame, node: Call, interface: str, name: str) -> Value | None:
    result = NOTHING
    for provider in frame.engine.providers.registered(interface, name):
        result = join(result, _made(frame, provider, interface, node))
    known = {getattr(ref, "type", "") for ref in result.refs}
    for symbol in frame.engine.providers.classes(interface) if interface else ():
        frame.limited = frame.limited or len(result.refs) >= MAX_REFS
        if symbol not in known and len(result.refs) < MAX_REFS:
            result = join(result, of(Instance(symbol, (node.at,))))
    if result is NOTHING:
        return of(Instance(interface, (node.at,))) if interface in frame.engine.program.classes else None
    return result


def _asked(entry: Service, arguments: Sequence[Argument]) -> tuple[str, str]:
    """The interface and the name that a look-up asks for."""
    interface = name = ""
    for parameter, argument in matching.named(entry.parameters, entry.parameters, arguments):
        if parameter == entry.interface:
            interface = next((ref.name for ref in argument.value.refs if type(ref) is Static), "")
        elif parameter == entry.name:
            name = argument.value.text
    return interface, name


def _made(frame: Frame, provider: Provider, interface: str, node: Call) -> Value:
    """What one provider gives: an instance of its class, or what its function makes."""
    program = frame.engine.program
    if provider.symbol in program.classes:
        return of(Instance(provider.symbol, (node.at,)))
    if provider.symbol:
        return _from_function(frame, provider.symbol, node)
    result = NOTHING
    for symbol in frame.engine.providers.classes(interface):
        method = program.classes[symbol].methods.get(provider.method, "")
        if method:
            result = join(result, _from_function(frame, method, node))
    return result


def _from_function(frame: Frame, symbol: str, node: Call) -> Value:
    """What a factory gives; the container hands it what nobody sees."""
    info = frame.engine.program.functions[symbol]
    given = [Argument(None, UNKNOWN) for param in info.facts.params if param.kind in (0, 1)]
    if info.owner and frame.engine.is_classmethod(symbol):
        given[:1] = [Argument(None, of(Static(info.owner)))]
    return _unlabelled(frame, call_function(frame, symbol, given, node.at, node.to), 0)


def _unlabelled(frame: Frame, value: Value, depth: int) -> Value:
    """A service as its factory made it: clients and settings, its own secrets among them, nobody's data."""
    for ref in value.refs:
        fields = (frame.state or {}).get(ref)
        if frame.state is not None and isinstance(ref, Obj) and fields and depth < _DEEPEST:
            frame.state[ref] = {field: _unlabelled(frame, held, depth + 1) for field, held in fields.items()}
    return Value(0, 0, value.refs or UNKNOWN.refs, value.text)
