"""Parameters to which every call hands what is the service's own (its settings) or a thing's."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from purposelint.domain.chains import dotted
from purposelint.domain.expressions import Attr, Call, Const, Expr, Name
from purposelint.domain.mentions import nodes_of
from purposelint.domain.program import FunctionInfo

if TYPE_CHECKING:
    from purposelint.flow.lookup.service_values import ServiceValues
    from purposelint.flow.lookup.view import View

_COLLECTING = (2, 4)
_MOST_CALLS = 200
"""Calls by one word that are looked at: a word of so many callers (`get`) is that of many functions."""


class ServiceParameters:
    """What the calls of functions hand in, read once a parameter; calls are known by their last word."""

    def __init__(self, view: View, values: ServiceValues) -> None:
        """Nothing is read yet."""
        self._view = view
        self._values = values
        self._callers: dict[str, list[FunctionInfo]] = {}
        self._calls: dict[str, tuple[tuple[FunctionInfo, Call], ...]] = {}
        self._read: dict[tuple[str, int], bool] = {}

    def gets(self, info: FunctionInfo, index: int) -> bool:
        """Whether a parameter gets nothing but such values and constants, from one call at least.

        What else calls a function under another name hands in shows by itself.
        """
        key = (info.symbol, index)
        found = self._read.get(key)
        if found is None:
            self._read[key] = False  # a function that calls itself says nothing of whose it is
            found = self._read[key] = self._all_give(info, index)
        return found

    def _all_give(self, info: FunctionInfo, index: int) -> bool:
        word = self._word(info)
        calls = self._of_word(word) if word else ()
        if not calls or info.facts.params[index].kind in _COLLECTING:
            return False
        told = [self._tells(info, index, caller, call) for caller, call in calls]
        return False not in told and True in told

    def _tells(self, info: FunctionInfo, index: int, caller: FunctionInfo, call: Call) -> bool | None:
        """Whether a call hands such a value in; None where it hands in nothing or a constant."""
        name = info.facts.params[index].name
        if any(argument.star for argument in call.args):
            return False
        given = next((each.value for each in call.args if each.name == name), None)
        if given is None:
            at = index - (1 if info.owner else 0)
            plain = [each.value for each in call.args if each.name is None]
            given = plain[at] if 0 <= at < len(plain) else None
        if given is None or type(given) is Const:
            return None
        return self._is_services(caller, name, given)

    def _is_services(self, caller: FunctionInfo, name: str, expr: Expr) -> bool:
        if type(expr) is Name:
            own = [at for at, param in enumerate(caller.facts.params) if param.name == expr.id]
            return bool(own) and self.gets(caller, own[0])
        receiver = caller.facts.params[0].name if caller.owner and caller.facts.params else ""
        if type(expr) is Attr and receiver and dotted(expr.value) == receiver:
            return self._values.fill(caller.owner, expr.name)
        return self._values.is_services(caller, name, expr)

    def _word(self, info: FunctionInfo) -> str:
        """The word by which a function is called: of a constructor its class's; '' if it has none."""
        if info.facts.kind != "function":
            return ""
        if info.facts.name == "__init__" and info.owner:
            return info.owner.rpartition(".")[2]
        return "" if info.facts.name.startswith("__") else info.facts.name

    def _of_word(self, word: str) -> tuple[tuple[FunctionInfo, Call], ...]:
        """Calls by a word, and of what it has (`task.delay(...)`); none where there are too many."""
        found = self._calls.get(word)
        if found is None:
            callers = self._by_word().get(word, [])
            found = tuple(self._in(callers, word)) if 0 < len(callers) <= _MOST_CALLS else ()
            self._calls[word] = found
        return found

    def _by_word(self) -> dict[str, list[FunctionInfo]]:
        if not self._callers:
            for info in self._view.program.functions.values():
                for word in {part for call in info.facts.calls for part in call.split(".")}:
                    self._callers.setdefault(word, []).append(info)
        return self._callers

    def _in(self, callers: list[FunctionInfo], word: str) -> Iterator[tuple[FunctionInfo, Call]]:
        for caller in callers:
            for node in nodes_of(caller.facts):
                if type(node) is Call and word in dotted(node.func).split("."):
                    yield caller, node
