"""Switches of a function: parameters that are true or false by default, and that it tests or hands on.

A call that leaves one out, or states it, takes only the ways that this answer leaves open: the function is
analysed once for each such answer that some caller gives, beside the analysis for callers that say nothing.
"""

from __future__ import annotations

from collections.abc import Mapping

from purposelint.domain.chains import receiver_word
from purposelint.domain.expressions import Call, Const, Name, Unary
from purposelint.domain.mentions import nodes_of
from purposelint.domain.program import FunctionInfo, Program
from purposelint.flow.lookup.receivers import Receivers
from purposelint.flow.state.asking import switches_asked

_MOST_ANSWERS = 6
"""Sets of answers for which one function is analysed; callers that give another get it as it stands."""


def _used(info: FunctionInfo, names: frozenset[str]) -> frozenset[str]:
    """Variables that a function tests for being true, or hands on to what has one of some names."""
    handed = (
        arg.value
        for node in nodes_of(info.facts)
        if type(node) is Call and receiver_word(node) in names
        for arg in node.args
        if not arg.star
    )
    plain = (expr.operand if type(expr) is Unary and expr.op == "not" else expr for expr in handed)
    return switches_asked(info.facts.body).union(expr.id for expr in plain if type(expr) is Name)


class Switches:
    """Which functions have switches, and what the analyses for some answers are called."""

    def __init__(self, receivers: Receivers, program: Program) -> None:
        """Nothing is asked for yet."""
        self._receivers = receivers
        names = (symbol.rpartition(".")[2] for symbol in (*program.functions, *program.classes))
        self._functions = frozenset(names)
        self._switches: dict[str, Mapping[int, bool]] = {}
        self._answers: dict[str, Mapping[str, bool]] = {}
        self._counts: dict[str, int] = {}

    def answers(self, key: str) -> Mapping[str, bool]:
        """What an analysis takes for granted of parameters, by their names."""
        return self._answers.get(key, {})

    def of(self, info: FunctionInfo) -> Mapping[int, bool]:
        """Parameters that are switches, with their defaults."""
        found = self._switches.get(info.symbol)
        if found is None:
            defaults = {
                number: bool(param.default.value)
                for number, param in enumerate(info.facts.params)
                if type(param.default) is Const and param.default.kind == "bool"
            }
            used = _used(info, self._functions) if defaults else frozenset()
            params = info.facts.params
            found = {number: truth for number, truth in defaults.items() if params[number].name in used}
            self._switches[info.symbol] = found
        return found

    def key(self, base: str, info: FunctionInfo, given: Mapping[int, bool]) -> str:
        """What names the analysis of a function for some answers; `base` names it without."""
        if not given:
            return base
        names = {info.facts.params[number].name: truth for number, truth in sorted(given.items())}
        key = f"{base} if {' '.join(f'{name}={truth}' for name, truth in names.items())}"
        if key not in self._answers:
            if self._counts.get(base, 0) >= _MOST_ANSWERS:
                return base
            self._counts[base] = self._counts.get(base, 0) + 1
            self._answers[key] = names
            self._receivers.add(key, base)
        return key
