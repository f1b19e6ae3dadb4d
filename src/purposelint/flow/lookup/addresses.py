"""Whose address a call goes to, as far as constants, settings, defaults and the bases of clients say it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from purposelint.domain.expressions import Attr, Binary, Bool, Call, Cond, Const, Conv, Expr, Fmt, Name
from purposelint.domain.program import FunctionInfo
from purposelint.flow.lookup.definitions import Definitions, awaited
from purposelint.flow.lookup.registrations import arguments_of
from purposelint.flow.state.values import MORE

if TYPE_CHECKING:
    from purposelint.flow.lookup.view import View

_DEEPEST_ADDRESS = 12
_MOST_ADDRESSES = 4
_MOST_STEPS = 150


class Addresses:
    """Hosts of addresses as expressions state them; how a value came to hold one does not matter."""

    def __init__(self, view: View) -> None:
        """Nothing is asked for yet."""
        self._view = view
        self._definitions = Definitions(view)
        self._known: dict[tuple[object, ...], str] = {}
        self._steps = 0

    def host(self, info: FunctionInfo, expr: Expr, place: tuple[int, int]) -> str:
        """Host of the URL that an expression is; '' where the code does not show it."""
        key = (info.symbol, place)
        if key not in self._known:
            self._steps = _MOST_STEPS
            self._known[key] = self._one(self.host_in(text) for text in self._texts(info, expr, 0))
        return self._known[key]

    def host_in(self, text: str) -> str:
        """Host of a URL of which the beginning is known; '' where another host may begin like that.

        A vendor's host may end where the known text does: what follows then is a path.
        """
        host, is_whole = host_of(text)
        return host if is_whole or self._view.knowledge.vendor_of_host(host) else ""

    def parameter(self, info: FunctionInfo, expr: Expr) -> int:
        """The parameter that an address begins with, which only a caller knows; -1 for any other."""
        while type(expr) is not Name:
            if type(expr) is Fmt and expr.parts:
                expr = expr.parts[0]
            elif type(expr) is Binary and expr.op in ("+", "/"):
                expr = expr.left
            elif type(expr) is Conv:
                expr = expr.value
            elif type(expr) is Call and type(expr.func) is Attr:
                expr = expr.func.value
            else:
                return -1
        named = (number for number, param in enumerate(info.facts.params) if param.name == expr.id)
        return next(named, -1)

    def base(self, info: FunctionInfo, receiver: Expr, parameter: str, place: tuple[int, int]) -> str:
        """Host that a client was made for: of what its maker was given for a parameter."""
        key = (info.symbol, place, parameter)
        if key not in self._known:
            self._steps = _MOST_STEPS
            self._known[key] = self._one(self._bases(info, receiver, parameter))
        return self._known[key]

    def _bases(self, info: FunctionInfo, receiver: Expr, parameter: str) -> Iterator[str]:
        """Hosts for which the client was made that a receiver is, or a part of."""
        for _ in range(_DEEPEST_ADDRESS):
            found = list(self._stated(info, receiver, parameter))
            inner = receiver.func if type(receiver) is Call else receiver
            if found or type(inner) is not Attr:
                yield from found
                return
            receiver = inner.value

    def _stated(self, info: FunctionInfo, receiver: Expr, parameter: str) -> Iterator[str]:
        for maker, call in self._makers(info, receiver, 0):
            names = (self._definitions.callee(maker, call),)
            known = self._view.knowledge.of_call(names, "", "", resolved=True).passthroughs
            order = next((each.parameters for each in known), ())
            given = arguments_of(call, order).get(parameter)
            for text in self._texts(maker, given, 0) if given is not None else ():
                yield self.host_in(text) or self.host_in(f"//{text}")

    def _one(self, hosts: Iterator[str]) -> str:
        """The host that all are, or the first of some that are one vendor's."""
        found = list(dict.fromkeys(host for host in hosts if host))
        if len(found) > 1:
            vendors = {self._view.knowledge.vendor_of_host(host) for host in found}
            return found[0] if len(vendors) == 1 and vendors != {""} else ""
        return found[0] if found else ""

    def _makers(self, info: FunctionInfo, expr: Expr, depth: int) -> Iterator[tuple[FunctionInfo, Call]]:
        """The calls of outside things that a client may come from."""
        if depth > _DEEPEST_ADDRESS or self._spent():
            return
        expr = awaited(expr)
        if type(expr) is Bool:
            for each in expr.values:
                yield from self._makers(info, each, depth + 1)
        elif type(expr) is Call:
            symbol = self._definitions.callee(info, expr)
            if symbol in self._view.program.functions:
                for given in self._definitions.results(symbol):
                    yield from self._makers(*given, depth + 1)
            else:
                yield info, expr
        else:
            for stated in self._definitions.of(info, expr):
                yield from self._makers(*stated, depth + 1)

    def _spent(self) -> bool:
        self._steps -= 1
        return self._steps < 0

    def _texts(self, info: FunctionInfo, expr: Expr, depth: int) -> list[str]:
        """The texts that an expression may be; each ends with MORE where only its beginning is known."""
        if depth > _DEEPEST_ADDRESS or self._spent():
            return []
        found = self._read(info, awaited(expr), depth + 1)
        return list(dict.fromkeys(text for text in found if text.strip(MORE)))[:_MOST_ADDRESSES]

    def _read(self, info: FunctionInfo, expr: Expr, depth: int) -> list[str]:
        if type(expr) is Const:
            return [expr.value] if isinstance(expr.value, str) else []
        if type(expr) is Conv:
            return self._texts(info, expr.value, depth)
        if type(expr) is Fmt:
            return self._joined(info, expr.parts, depth)
        if type(expr) is Binary:
            return self._operation(info, expr, depth)
        if type(expr) is Bool:
            return [text for each in expr.values for text in self._texts(info, each, depth)]
        if type(expr) is Cond:
            return self._texts(info, expr.body, depth) + self._texts(info, expr.orelse, depth)
        if type(expr) is Call:
            return self._call(info, expr, depth)
        stated = self._definitions.of(info, expr)
        return [text for each in stated for text in self._texts(*each, depth)]

    def _joined(self, info: FunctionInfo, parts: tuple[Expr, ...], depth: int) -> list[str]:
        found = [""]
        for part in parts:
            if all(text.endswith(MORE) for text in found):
                break
            more = self._texts(info, part, depth) or [MORE]
            found = [text if text.endswith(MORE) else text + each for text in found for each in more]
            found = found[:_MOST_ADDRESSES]
        return found

    def _operation(self, info: FunctionInfo, expr: Binary, depth: int) -> list[str]:
        if expr.op in ("+", "/"):
            return self._joined(info, (expr.left, expr.right), depth)
        if expr.op != "%":
            return []
        values = (*getattr(expr.right, "items", ()), expr.right)
        return self._filled(info, self._texts(info, expr.left, depth), "%", values[:1], depth)

    def _filled(
        self, info: FunctionInfo, templates: list[str], mark: str, values: tuple[Expr, ...], depth: int
    ) -> list[str]:
        """Beginnings of what templates become; one that begins with a field begins with the first value."""
        found = []
        for template in templates:
            before = template.partition(mark)[0]
            found += [before + MORE] if before or not values else self._texts(info, values[0], depth)
        return found

    def _call(self, info: FunctionInfo, call: Call, depth: int) -> list[str]:
        """What a call gives: what a function returns, a setting's default, or the text that it is made of."""
        symbol = self._definitions.callee(info, call)
        if symbol in self._view.program.functions:
            results = self._definitions.results(symbol)
            return [text for each in results for text in self._texts(*each, depth)]
        setting = self._view.knowledge.setting(symbol)
        if setting is not None:
            default = arguments_of(call, setting.parameters).get(setting.default)
            return self._texts(info, default, depth) if default is not None else []
        known = self._view.knowledge.of_call((symbol,), "", "", resolved=True).passthroughs if symbol else ()
        values = tuple(each.value for each in call.args if not each.star)
        if known and values:
            return self._texts(info, values[0], depth)
        if type(call.func) is Attr and not known:
            texts = self._texts(info, call.func.value, depth)
            return self._filled(info, texts, "{", values, depth) if call.func.name == "format" else texts
        return []


def host_of(text: str) -> tuple[str, bool]:
    """Host of a URL, and whether it is wholly known."""
    known, more, _ = text.partition(MORE)
    _, found, rest = known.partition("//")
    try:
        return ((urlsplit(known).hostname or "").lower(), not more or "/" in rest) if found else ("", False)
    except ValueError:
        return "", False
