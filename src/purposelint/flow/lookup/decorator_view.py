"""What decorators make of functions: who calls them, under what other names, what stands under their own."""

from __future__ import annotations

from collections.abc import Iterator
from fnmatch import fnmatchcase

from purposelint.domain import chains
from purposelint.domain.expressions import Call, Const, Expr, Map, Seq
from purposelint.domain.frameworks import Handler
from purposelint.domain.program import FunctionInfo, Program
from purposelint.flow.lookup.checked_fields import CheckedField, CheckedFields
from purposelint.flow.lookup.knowledge import Knowledge
from purposelint.flow.lookup.told import Told, by_decorator
from purposelint.flow.lookup.view import View
from purposelint.flow.state.values import CONSTANT, Queued, Static, Value, of


def is_constant(default: Expr) -> bool:
    """Whether a default says nothing: a literal, or an empty display."""
    if type(default) is Seq or type(default) is Map:
        return not default.items
    return type(default) is Const


class DecoratorView(View):
    """The program with what frameworks and decorators of its own do to its functions."""

    def __init__(self, program: Program, knowledge: Knowledge) -> None:
        """Find what is asked for as it is asked for."""
        super().__init__(program, knowledge)
        self._tops = frozenset(name.partition(".")[0] for name in program.modules)
        self._bound: dict[str, bool] = {}
        self._named: dict[str, str] | None = None
        self._wrapping: dict[str, str] = {}
        self._tasks: dict[str, str] = {}
        self._handlers: dict[str, list[tuple[Handler, Call | None]]] = {}
        self._checked: dict[str, list[CheckedField]] = {}
        self._annotated = CheckedFields(program, knowledge, self.providers.metadata)

    def handlers(self, symbol: str) -> list[tuple[Handler, Call | None]]:
        """Entries that say a framework calls a function, each with the decorator's call if it is one."""
        known = self._handlers.get(symbol)
        if known is not None:
            return known
        found: list[tuple[Handler, Call | None]] = []
        for canonical, last, made in self._decorators(self.program.functions[symbol]):
            found.extend((entry, made) for entry in self.knowledge.handlers(canonical, last))
        self._handlers[symbol] = found
        return found

    def runs_apart(self, symbol: str) -> bool:
        """Whether a worker or a command runs a function: no handler of a framework gets what it raises."""
        info = self.program.functions[symbol]
        if any(entry.plain or entry.packed or entry.kept for entry, _ in self.handlers(symbol)):
            return True
        if any(self.knowledge.is_apart(name, last) for name, last, _ in self._decorators(info)):
            return True
        above = self.program.outside_bases(info.owner) if info.owner else ()
        entries = (each for each in self.knowledge.hooks(info.facts.name) if each.apart) if above else ()
        return any(fnmatchcase(each, base) for entry in entries for base in entry.base for each in above)

    def checked(self, symbol: str) -> list[CheckedField]:
        """The fields that a function is handed: those its decorators name, and by annotations of fields."""
        found = self._checked.get(symbol)
        if found is None:
            info = self.program.functions[symbol]
            found = self._checked[symbol] = [
                CheckedField(entry, "", chains.stated_text(arg.value))
                for canonical, _, made in (self._decorators(info) if info.owner else ())
                for entry in self.knowledge.field_hooks(canonical)
                for arg in (made.args if made else ())
                if not arg.name
            ]
            found.extend(self._annotated.of(symbol))
        return found

    def _decorators(self, info: FunctionInfo) -> Iterator[tuple[str, str, Call | None]]:
        """Decorators of a function: canonical name, last word, and the call if it is one."""
        for decorator in info.facts.decorators:
            made = decorator if type(decorator) is Call else None
            name = chains.dotted(made.func if made else decorator)
            canonical = self.program.resolve(info.module, name, info.imports) if name else ""
            yield canonical, name.rpartition(".")[2], made

    def told(self, symbol: str) -> list[Told]:
        """How frameworks were told of a function: by its decorators, by calls, by settings."""
        info = self.program.functions[symbol]
        decorated = [by_decorator(entry, info, made) for entry, made in self.handlers(symbol)]
        return [*decorated, *self.told_of.of(symbol)]

    def gets_itself(self, symbol: str) -> bool:
        """Whether a framework hands a function itself in before the other arguments."""
        found = self._bound.get(symbol)
        if found is None:
            found = self._bound[symbol] = any(
                arg.name == entry.bind and type(arg.value) is Const and arg.value.value is True
                for entry, made in self.handlers(symbol)
                if entry.bind and made is not None
                for arg in made.args
            )
        return found

    def function_named(self, text: str) -> Value:
        """The function that a text names: as its framework knows it, else by its dotted name."""
        if self._named is None:
            self._named = dict(self._names_given())
        symbol = self._named.get(text, text)
        return of(Static(symbol)) if symbol in self.program.functions else CONSTANT

    def _names_given(self) -> Iterator[tuple[str, str]]:
        for symbol, info in self.program.functions.items():
            for entry, made in self.handlers(symbol) if info.facts.decorators else ():
                for arg in made.args if entry.named and made is not None else ():
                    if arg.name == entry.named and type(arg.value) is Const:
                        yield str(arg.value.value), symbol

    def called_as(self, symbol: str, name: str) -> Value:
        """An attribute of a function: the function itself where a framework calls it by that name."""
        if self.handler_calling(symbol, name) is not None:
            return of(Queued(symbol, name))
        return of(Static(f"{symbol}.{name}"))

    def handler_calling(self, symbol: str, name: str) -> Handler | None:
        """The entry that says a framework calls a function by an attribute of it."""
        for handler, _ in self.handlers(symbol):
            if name in (*handler.plain, *handler.packed, *handler.mapped, *handler.spread):
                return handler
        return None

    def wrapping_body(self, symbol: str) -> str:
        """Body of the module or class that leaves something else than a function under its name, or ''.

        That is so where decorators of the project wrap it, or a default may be data or code.
        """
        found = self._wrapping.get(symbol)
        if found is None:
            info = self.program.functions[symbol]
            parent = self.parent(info)
            in_body = parent is not None and parent.facts.kind in ("module", "class")
            wraps = in_body and "#" not in symbol and self._is_wrapped(info)
            found = self._wrapping[symbol] = parent.symbol if parent is not None and wraps else ""
        return found

    def task_body(self, symbol: str) -> str:
        """Body that leaves more than a function under the name of one that a framework calls, '' for none."""
        found = self._tasks.get(symbol)
        if found is None:
            info = self.program.functions[symbol]
            parent = self.parent(info)
            in_body = parent is not None and parent.facts.kind == "module" and "#" not in symbol
            wraps = in_body and bool(self.handlers(symbol)) and self._has_own_decorator(info)
            found = self._tasks[symbol] = parent.symbol if parent is not None and wraps else ""
        return found

    def _is_wrapped(self, info: FunctionInfo) -> bool:
        if self.handlers(info.symbol):
            return False
        if any(param.default is not None and not is_constant(param.default) for param in info.facts.params):
            return True
        return self._has_own_decorator(info)

    def _has_own_decorator(self, info: FunctionInfo) -> bool:
        return any(name.partition(".")[0] in self._tops for name, _, _ in self._decorators(info) if name)
