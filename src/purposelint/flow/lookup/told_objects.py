"""Objects that functions are told to, or registered on, by the names under which their modules keep them."""

from __future__ import annotations

from purposelint.domain.chains import dotted
from purposelint.domain.expressions import Attr, Call, Expr
from purposelint.domain.program import FunctionInfo
from purposelint.flow.lookup.registrations import calls_of
from purposelint.flow.lookup.view import View

_DEEPEST = 3
"""Functions that hand an object on to each other before its name is looked for no more."""


class ToldObjects:
    """Names of objects; one that a function is handed goes by the names that its callers give it."""

    def __init__(self, view: View) -> None:
        """Begin with nothing looked up."""
        self._view = view
        self._handed: dict[tuple[str, str], frozenset[str]] = {}

    def of(self, info: FunctionInfo, expr: Expr | None, depth: int = 0) -> frozenset[str]:
        """Every object that a name in a function or body may be; a call stands for what it makes."""
        if type(expr) is Call:
            return frozenset({f"{info.symbol}:{expr.at}"})
        text = dotted(expr)
        root, _, rest = text.partition(".")
        scope = self._scope_of(info, root) if text else None
        if scope is None:
            return frozenset({self._view.resolve(info, text)} if text else ())
        if rest or root not in {param.name for param in scope.facts.params}:
            return frozenset({f"{scope.symbol}.{text}"})
        return self._handed_to(scope, root, depth) or frozenset({f"{scope.symbol}.{text}"})

    def of_decorators(self, info: FunctionInfo) -> frozenset[str]:
        """The objects of which methods decorate a function, `app` of `@app.get(path)`."""
        found: set[str] = set()
        around = self._view.parent(info)
        for decorator in info.facts.decorators if around is not None else ():
            function = decorator.func if type(decorator) is Call else decorator
            if type(function) is Attr and around is not None:
                found |= self.of(around, function.value)
        return frozenset(found)

    def _scope_of(self, info: FunctionInfo, name: str) -> FunctionInfo | None:
        """The function that binds a name as seen from a function; None for a name of the module."""
        scope: FunctionInfo | None = info
        while scope is not None and scope.facts.kind in ("function", "lambda"):
            if name in scope.facts.locals and name not in scope.imports:
                return scope
            scope = self._view.parent(scope)
        return None

    def _handed_to(self, info: FunctionInfo, name: str, depth: int) -> frozenset[str]:
        """The objects that calls anywhere hand to a parameter."""
        key = (info.symbol, name)
        if depth >= _DEEPEST or info.owner:
            return frozenset()
        if key not in self._handed:
            order = tuple(param.name for param in info.facts.params)
            found: set[str] = set()
            for made in calls_of(self._view.program, {info.facts.name}):
                if made.canonical == info.symbol:
                    found |= self.of(made.info, made.given(order).get(name), depth + 1)
            self._handed[key] = frozenset(found)
        return self._handed[key]
