"""Signals: objects that functions are told to, and that call them all when they are sent."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from purposelint.domain.chains import dotted
from purposelint.domain.expressions import Attr, Call, Expr, Seq
from purposelint.domain.program import FunctionInfo, Program
from purposelint.flow.application.apply import call_function
from purposelint.flow.application.callbacks import handed_over
from purposelint.flow.lookup.knowledge import Knowledge
from purposelint.flow.lookup.registrations import calls_of, symbol_of
from purposelint.flow.lookup.told import function_symbol
from purposelint.flow.objects.arguments import Argument
from purposelint.flow.state.frame import Frame
from purposelint.flow.state.values import UNKNOWN, Instance, Value, of

if TYPE_CHECKING:
    from purposelint.flow.calls.callee import Callee

_MOST_LISTENERS = 12


class Channels:
    """Functions that hear each signal, by the signal's canonical name."""

    def __init__(self, program: Program, knowledge: Knowledge) -> None:
        """Read calls and decorators that tell a signal of a function."""
        self._program = program
        self._knowledge = knowledge
        self._listeners: dict[str, list[str]] = {}
        if not knowledge.sending:
            return
        for made in calls_of(program, knowledge.hearing):
            entry = knowledge.channel("register", made.canonical)
            function = made.given(entry.parameters).get(entry.function) if entry is not None else None
            if function is not None:
                self._hear(made.info, made.node.func, function_symbol(program, made.info, function))
        for info in program.functions.values():
            for decorator in info.facts.decorators:
                self._read_decorator(info, decorator)

    def listeners(self, signal: str) -> list[str]:
        """Functions that hear a signal."""
        return self._listeners.get(signal, [])

    def _read_decorator(self, info: FunctionInfo, decorator: Expr) -> None:
        made = decorator.func if type(decorator) is Call else decorator
        text = dotted(made)
        canonical = self._program.resolve(info.module, text, info.imports) if text else ""
        if self._knowledge.channel("register", canonical) is not None:
            self._hear(info, made, info.symbol)
        elif type(decorator) is Call and self._knowledge.channel("decorator", canonical) is not None:
            first = decorator.args[0].value if decorator.args else None
            for signal in first.items if type(first) is Seq else (first,):
                self._enter(symbol_of(self._program, info, signal), info.symbol)

    def _hear(self, info: FunctionInfo, func: Expr, symbol: str) -> None:
        if type(func) is Attr:
            self._enter(symbol_of(self._program, info, func.value), symbol)

    def _enter(self, signal: str, symbol: str) -> None:
        known = self._listeners.setdefault(signal, []) if signal and symbol else [symbol]
        if symbol not in known:
            known.append(symbol)


def call(frame: Frame, node: Call, callee: Callee, arguments: Sequence[Argument]) -> Value | None:
    """Call the functions that hear a signal where it is sent; None for any other call."""
    knowledge = frame.engine.knowledge
    if type(node.func) is not Attr or node.func.name not in knowledge.sending:
        return None
    entry = next((found for name in callee.outside if (found := knowledge.channel("send", name))), None)
    if entry is None:
        return None
    given = handed_over(frame, entry.parameters, entry.given, arguments)
    signal = symbol_of(frame.engine.program, frame.info, node.func.value)
    listeners = frame.engine.channels.listeners(signal)
    frame.limited = frame.limited or len(listeners) > _MOST_LISTENERS
    for symbol in listeners[:_MOST_LISTENERS]:
        owner = frame.engine.program.functions[symbol].owner
        itself = [Argument(None, of(Instance(owner)))] if owner else []
        call_function(frame, symbol, [*itself, *given], node.at, node.to)
    return UNKNOWN
