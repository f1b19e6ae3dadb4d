"""What a program states that a name, an attribute or an item is: the expressions it was bound to."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from purposelint.domain.chains import dotted, stated_text
from purposelint.domain.expressions import Attr, Await, Call, Expr, Map, Name, Sub
from purposelint.domain.mentions import assigned_by, nodes_of
from purposelint.domain.metadata import Stated
from purposelint.domain.program import FunctionInfo
from purposelint.domain.statements import Return, With

if TYPE_CHECKING:
    from purposelint.flow.lookup.view import View

_DEEPEST_MAKER = 3
_FUNCTIONS = ("function", "lambda")


class Definitions:
    """The expressions behind names, each function read once."""

    def __init__(self, view: View) -> None:
        """Nothing is asked for yet."""
        self._view = view
        self._program = view.program
        self._bound: dict[str, dict[str, list[Expr]]] = {}

    def of(self, info: FunctionInfo, expr: Expr) -> list[Stated]:
        """What an expression in a function was bound to; nothing where the program does not show it."""
        if type(expr) is Name:
            return self._of_name(info, expr.id)
        if type(expr) is Attr:
            kind = self._kind(info, expr.value)
            return self._of_member(kind, expr.name) if kind else self._of_symbol(self._canonical(info, expr))
        if type(expr) is Sub:
            return list(self._of_item(info, expr))
        return []

    def results(self, symbol: str) -> list[Stated]:
        """What a function of the project gives."""
        info = self._program.functions[symbol]
        found = (node.value for node in nodes_of(info.facts) if type(node) is Return)
        return [Stated(info, value) for value in found if value is not None]

    def callee(self, info: FunctionInfo, call: Call, depth: int = 0) -> str:
        """Canonical name of what is called, of a local value by the call that made it; '' for any other."""
        func = call.func
        if type(func) is Attr:
            kind = self._kind(info, func.value)
            if kind:
                return self._program.method(kind, func.name) or f"{kind}.{func.name}"
        canonical = self._canonical(info, func)
        if canonical or depth == _DEEPEST_MAKER:
            return self._program.variable_types.get(canonical, canonical)
        holder, name = (func.value, "." + func.name) if type(func) is Attr else (func, "")
        makers = [(each.info, each.expr) for each in self.of(info, holder) if type(each.expr) is Call]
        made = self.callee(makers[0][0], makers[0][1], depth + 1) if len(makers) == 1 else ""
        return made and made + name

    def _canonical(self, info: FunctionInfo, expr: Expr) -> str:
        text = dotted(expr)
        root = text.partition(".")[0]
        if not text or self._scope(info, root) is not None:
            return ""
        return self._view.resolve(info, text)

    def _scope(self, info: FunctionInfo, name: str) -> FunctionInfo | None:
        """The function whose local a name is."""
        scope: FunctionInfo | None = info
        while scope is not None and scope.facts.kind in _FUNCTIONS:
            if name in scope.imports:
                return None
            if name in scope.facts.locals:
                return scope
            scope = self._view.parent(scope)
        return None

    def _of_name(self, info: FunctionInfo, name: str) -> list[Stated]:
        scope = self._scope(info, name)
        if scope is None:
            return self._of_symbol(self._view.resolve(info, name))
        defaults = [param.default for param in scope.facts.params if param.name == name and param.default]
        return [Stated(scope, expr) for expr in (*self._bindings(scope).get(name, ()), *defaults)]

    def _of_symbol(self, canonical: str) -> list[Stated]:
        owner, _, name = canonical.rpartition(".")
        body = self._program.functions.get(f"{owner}.<module>")
        if body is not None:
            return [Stated(body, expr) for expr in self._bindings(body).get(name, ())]
        if owner in self._program.classes:
            return self._of_member(owner, name)
        if self._view.knowledge.are_settings(owner):
            return list(self._anywhere(name))
        return []

    def _anywhere(self, name: str) -> Iterator[Stated]:
        """What modules of the project bind under a name."""
        for module in self._program.modules:
            body = self._program.functions.get(f"{module}.<module>")
            if body is not None and name in body.facts.locals:
                yield from (Stated(body, expr) for expr in self._bindings(body).get(name, ()))

    def _of_member(self, kind: str, name: str) -> list[Stated]:
        """What class bodies and methods say of an attribute; the body of the nearest class comes first."""
        info = self._program.classes.get(kind)
        lineage = [self._program.classes[base] for base in (info.lineage if info else ())
                   if base in self._program.classes]  # fmt: skip
        for each in lineage:
            body = self._program.functions.get(f"{each.symbol}.<body>")
            values = [field.value for field in each.facts.fields if field.name == name and field.value]
            if body is not None and values:
                return [Stated(body, value) for value in values]
            if name in each.methods:
                return self.results(each.methods[name]) if self._view.is_property(each.methods[name]) else []
        methods = (self._program.functions[symbol] for each in lineage for symbol in each.methods.values())
        return [
            Stated(method, expr) for method in methods for expr in self._bindings(method).get("." + name, ())
        ]

    def _of_item(self, info: FunctionInfo, expr: Sub) -> Iterator[Stated]:
        key = stated_text(expr.index)
        for holder in self.of(info, expr.value) if key else ():
            for item in holder.expr.items if type(holder.expr) is Map else ():
                if stated_text(item.key) == key:
                    yield Stated(holder.info, item.value)

    def _kind(self, info: FunctionInfo, expr: Expr) -> str:
        """Class of the project that a receiver is of; '' for any other, and for what names speak of."""
        if type(expr) is Attr:
            kind = self._kind(info, expr.value)
            found = self._view.attribute_type(kind, expr.name) if kind else ""
            return found if found in self._program.classes else ""
        if type(expr) is Call:
            made = self._program.called(self.callee(info, expr))
            return made if made in self._program.classes else ""
        scope = self._scope(info, expr.id) if type(expr) is Name else None
        if scope is None or type(expr) is not Name:
            return ""
        for number, param in enumerate(scope.facts.params):
            if param.name == expr.id:
                own = scope.owner if number == 0 and not self._view.is_staticmethod(scope.symbol) else ""
                kind = own or self._view.annotated(scope, param.annotation)
                return kind if kind in self._program.classes else ""
        calls = [each for each in self._bindings(scope).get(expr.id, ()) if type(each) is Call]
        return self._kind(scope, calls[0]) if len(calls) == 1 else ""

    def _bindings(self, info: FunctionInfo) -> dict[str, list[Expr]]:
        """What a function binds: names, and attributes (`.name`) of its receiver."""
        found = self._bound.get(info.symbol)
        if found is None:
            found = self._bound[info.symbol] = {}
            receiver = info.facts.params[0].name if info.owner and info.facts.params else ""
            for target, value in _bound_by(info):
                if type(target) is Name:
                    found.setdefault(target.id, []).append(value)
                elif type(target) is Attr and dotted(target) == f"{receiver}.{target.name}":
                    found.setdefault("." + target.name, []).append(value)
        return found


def _bound_by(info: FunctionInfo) -> Iterator[tuple[Expr, Expr]]:
    for node in nodes_of(info.facts):
        if type(node) is With:
            yield from ((item.target, item.value) for item in node.items if item.target is not None)
        else:
            yield from assigned_by(node)


def awaited(expr: Expr) -> Expr:
    """An expression without `await`."""
    while type(expr) is Await:
        expr = expr.value
    return expr
