"""Classes of values that names hold: module variables, attributes, results."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from purposelint.domain.chains import dotted
from purposelint.domain.expressions import (
    Attr,
    Await,
    Binary,
    Bool,
    Call,
    Cond,
    Const,
    Expr,
    Name,
    Sub,
    Walrus,
)
from purposelint.domain.facts import Function
from purposelint.domain.program import ClassInfo, FunctionInfo
from purposelint.link.assembly import Assembly
from purposelint.link.bodies import Binding
from purposelint.link.scopes import Scope

PROPERTIES = frozenset({"property", "cached_property", "reify", "hybrid_property", "classproperty"})
"""Last words of decorators whose function runs when its name is read."""

CONTEXT_MANAGERS = frozenset({"contextmanager", "asynccontextmanager"})

_SELF = frozenset({"typing.Self", "typing_extensions.Self"})
_TELLING = (Call, Name, Attr, Await, Bool, Cond, Walrus)
"""Expressions whose class may be known."""


@dataclass(slots=True)
class _Open:
    """A variable or attribute whose class is not known yet; `owner` is the class that has it, or ''."""

    symbol: str
    owner: str
    name: str
    scope: Scope
    bindings: list[Binding]


class Types:
    """Finds classes of values in rounds, since one may wait for another."""

    def __init__(self, assembly: Assembly) -> None:
        self.assembly = assembly
        self._open = list(self._variables())

    def settle_values(self) -> None:
        """Enter the classes of variables and attributes that are known by now."""
        self.assembly.forget()
        types = self.assembly.variable_types
        waiting: list[_Open] = []
        for each in self._open:
            found = each.scope.bound(each.bindings) if each.symbol not in types else ""
            if not found or found == each.symbol:
                waiting.append(each)
                continue
            types[each.symbol] = found
            if each.owner:
                self.assembly.attribute_types[each.owner].setdefault(each.name, found)
        self._open = waiting

    def name_types(self) -> None:
        """Enter the module variables that hold a type expression."""
        for module, info in self.assembly.modules.items():
            scope = self.assembly.scopes[self.assembly.symbols[module].functions[0]]
            for name, bindings in scope.body.names.items():
                if len(bindings) == 1 and isinstance(bindings[0].value, (Sub, Binary)):
                    said = scope.annotated(bindings[0].value)
                    symbol = f"{module}.{name}"
                    if (
                        said.type
                        and info.names.get(name) == symbol
                        and symbol not in (said.type, said.element)
                    ):
                        self.assembly.type_aliases[symbol] = said

    def settle_attributes(self) -> None:
        """Like `settle_values`, with the attributes of all classes; wants the hierarchy."""
        for info in self.assembly.classes.values():
            for name, scope, bindings in self._attributes(info):
                if _is_telling(bindings):
                    self._open.append(_Open(f"{info.symbol}.{name}", info.symbol, name, scope, bindings))
        self.settle_values()

    def declare_results(self) -> None:
        """Enter what functions say they return."""
        self.assembly.forget()
        for symbol, info in self.assembly.functions.items():
            if info.facts.returns is not None:
                annotation = self.assembly.scopes[symbol].annotated(info.facts.returns)
                manages = CONTEXT_MANAGERS & _decorators(info.facts)
                found = annotation.element if manages else annotation.type
                self._enter_result(info, info.owner if found in _SELF else found)

    def infer_results(self) -> None:
        """Enter the result of functions without annotation whose returns all give one known class."""
        self.assembly.forget()
        for symbol, info in self.assembly.functions.items():
            if info.facts.returns is None and not info.facts.is_generator:
                scope = self.assembly.scopes[symbol]
                values = [value for value in scope.body.returned if not _is_none(value)]
                if values and all(isinstance(value, _TELLING) for value in values):
                    found = {scope.value(value) for value in values}
                    self._enter_result(info, found.pop() if len(found) == 1 else "")

    def _enter_result(self, info: FunctionInfo, found: str) -> None:
        if not found:
            return
        self.assembly.return_types[info.symbol] = found
        if info.owner and PROPERTIES & _decorators(info.facts):
            self.assembly.variable_types[info.symbol] = found

    def _variables(self) -> Iterator[_Open]:
        """Variables of modules, with what functions assign to them through `global`."""
        for module, info in self.assembly.modules.items():
            symbols = self.assembly.symbols[module].functions
            for index, function in enumerate(info.facts.functions):
                scope = self.assembly.scopes[symbols[index]]
                body = scope.body
                for name in list(body.names) if function.kind == "module" else sorted(body.globals):
                    symbol = f"{module}.{name}"
                    bindings = body.names.get(name, [])
                    if info.names.get(name) == symbol and _is_telling(bindings):
                        yield _Open(symbol, "", name, scope, bindings)

    def _attributes(self, info: ClassInfo) -> Iterator[tuple[str, Scope, list[Binding]]]:
        functions = self.assembly.symbols[info.module].functions
        body = self.assembly.scopes[functions[info.facts.body]]
        for each in info.facts.fields:
            yield each.name, body, [Binding(each.value, each.annotation)]
        for method in info.methods.values():
            scope = self.assembly.scopes[method]
            for name, bindings in scope.body.attributes.items():
                yield name, scope, bindings


def _is_telling(bindings: list[Binding]) -> bool:
    for each in bindings:  # noqa: SIM110 - a generator for each name of a program takes twice as long
        if each.annotation is not None or isinstance(each.value, _TELLING):
            return True
    return False


def _decorators(function: Function) -> set[str]:
    if not function.decorators:
        return set()
    return {dotted(decorator).rpartition(".")[2] for decorator in function.decorators}


def _is_none(expr: Expr) -> bool:
    return isinstance(expr, Const) and expr.kind == "none"
