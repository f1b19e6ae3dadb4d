"""Functions that a framework was told of: by a decorator, a call anywhere, or a name in settings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fnmatch import fnmatchcase
from typing import NamedTuple

from purposelint.domain.chains import dotted
from purposelint.domain.expressions import Attr, Call, Const, Expr, Map
from purposelint.domain.frameworks import Handler
from purposelint.domain.library import Library
from purposelint.domain.mentions import nodes_of
from purposelint.domain.program import FunctionInfo, Program
from purposelint.flow.lookup.knowledge import Knowledge
from purposelint.flow.lookup.registrations import Registration, arguments_of, calls_of, symbol_of

_KEYWORDS = 4
"""Kind of the parameter that collects keywords."""


class Told(NamedTuple):
    """How a framework was told of a function: by which entry, with what arguments, and by which function.

    `on` is the object of which a method was called, or `decorates` the function, or the call that makes one.
    """

    entry: Handler
    info: FunctionInfo
    given: Mapping[str, Expr]
    on: Expr | None = None
    decorates: bool = False

    def argument(self, name: str) -> Expr | None:
        """What was told under a parameter's name."""
        return self.given.get(name)

    def fits(self) -> bool:
        """Whether the constants that the entry asks for were told."""
        for name, allowed in self.entry.when.items():
            expr = self.given.get(name)
            text = str(expr.value) if type(expr) is Const else ""
            if not any(fnmatchcase(text, each) for each in allowed):
                return False
        return True


class ToldOf:
    """What the program tells frameworks by calls and settings, by symbol of the function."""

    def __init__(self, program: Program, knowledge: Knowledge) -> None:
        """Read the calls and the settings."""
        self._program = program
        self._by_symbol: dict[str, list[Told]] = {}
        for made in calls_of(program, knowledge.telling):
            entry = knowledge.told((made.canonical,), made.last, made.receiver)
            if entry is not None:
                self._read(entry, made)
        for entry in knowledge.settings:
            for info, text in self._settings(entry):
                if text in program.functions:
                    self._by_symbol.setdefault(text, []).append(Told(entry, info, {}))
        self._find_known(program, knowledge)

    def _find_known(self, program: Program, knowledge: Knowledge) -> None:
        """Functions that are known by their names or by their parameters."""
        if not (knowledge.known_functions or knowledge.known_parameters):
            return
        for symbol, info in program.functions.items():
            handler, library = knowledge.known_functions.get(info.facts.name, (None, None))
            if handler is not None and library is not None and _may_be(program, info, library):
                self._by_symbol.setdefault(symbol, []).append(Told(handler, info, {}))
            for entry in knowledge.known_parameters:
                if _takes(info, entry):
                    self._by_symbol.setdefault(symbol, []).append(Told(entry, info, {}))

    def of(self, symbol: str) -> list[Told]:
        """How a framework was told of a function."""
        return self._by_symbol.get(symbol, [])

    def _read(self, entry: Handler, made: Registration) -> None:
        given, info = made.given(entry.parameters), made.info
        function = given.get(entry.function)
        if type(function) is Map:
            for item in function.items:
                if item.key is not None:
                    self._enter(item.value, Told(entry, info, {_first(entry): item.key}, made.node))
        elif function is not None:
            on = made.node.func.value if type(made.node.func) is Attr else None
            self._enter(function, Told(entry, info, given, on))

    def _enter(self, function: Expr, told: Told) -> None:
        symbol = function_symbol(self._program, told.info, function)
        if symbol:
            self._by_symbol.setdefault(symbol, []).append(told)

    def _settings(self, entry: Handler) -> Iterator[tuple[FunctionInfo, str]]:
        """Texts that stand under a key in dicts of modules which bind the setting's name."""
        name, _, key = entry.setting.partition(".")
        for module in self._program.modules:
            body = self._program.functions.get(f"{module}.<module>")
            if body is None or name not in body.facts.locals:
                continue
            for node in nodes_of(body.facts):
                for item in node.items if type(node) is Map else ():
                    if type(item.key) is Const and item.key.value == key and type(item.value) is Const:
                        yield body, str(item.value.value)


def by_decorator(entry: Handler, info: FunctionInfo, made: Call | None) -> Told:
    """What a decorator tells."""
    if made is None:
        return Told(entry, info, {})
    on = made.func.value if type(made.func) is Attr else None
    return Told(entry, info, arguments_of(made, entry.parameters), on, decorates=True)


def function_symbol(program: Program, info: FunctionInfo, expr: Expr) -> str:
    """The project's function that an expression names, also as a method of the object at hand."""
    symbol = symbol_of(program, info, expr)
    if type(expr) is Attr and info.owner and info.facts.params and not symbol:
        own = dotted(expr.value) == info.facts.params[0].name
        symbol = program.method(info.owner, expr.name) if own else ""
    return symbol if symbol in program.functions else ""


def _may_be(program: Program, info: FunctionInfo, library: Library) -> bool:
    """Whether a function stands at the top of a module that imports a library."""
    facts = program.modules[info.module].facts
    at_top = info.facts.kind == "function" and facts.functions[info.facts.parent].kind == "module"
    wanted = library.imports or (library.name,)
    return at_top and any(each.module.partition(".")[0] in wanted for each in facts.imports if not each.level)


def _takes(info: FunctionInfo, entry: Handler) -> bool:
    """Whether a function has the parameters by which an entry knows it."""
    taken = {"**" if param.kind == _KEYWORDS else param.name for param in info.facts.params}
    return taken.issuperset((*entry.beside, entry.parameter))


def _first(entry: Handler) -> str:
    return next((name for name in entry.parameters if name != entry.function), "class")
