"""Who provides an interface: classes that declare or fit it, and what a container of services was told."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from purposelint.domain.chains import dotted, stated_text
from purposelint.domain.expressions import Attr, Call, Expr
from purposelint.domain.metadata import Metadata
from purposelint.domain.program import ClassInfo, FunctionInfo, Program
from purposelint.flow.lookup.knowledge import Knowledge
from purposelint.flow.lookup.registrations import Registration, calls_of, symbol_of

_MOST = 8
"""Classes taken as providers of one interface."""

_PROTOCOLS = frozenset({"typing.Protocol", "typing_extensions.Protocol"})


class Provider(NamedTuple):
    """A function or class of the project; or a method of whichever class provides the interface."""

    symbol: str
    method: str = ""
    name: str = ""


class Providers:
    """Interfaces by canonical name, with the classes and factories that provide them."""

    def __init__(self, program: Program, knowledge: Knowledge, limits: set[str]) -> None:
        """Read decorators of classes and calls that register something."""
        self._program = program
        self._knowledge = knowledge
        self._limits = limits
        self.metadata = Metadata(program)
        self._declared: dict[str, list[str]] = {}
        self._registered: dict[str, list[Provider]] = {}
        self._classes: dict[str, tuple[str, ...]] = {}
        self._owners: dict[str, list[str]] = {}
        for info in program.classes.values():
            self._read_decorators(info)
        for made in calls_of(program, knowledge.registering):
            self._read_registration(made)

    def classes(self, interface: str) -> tuple[str, ...]:
        """Project classes that provide an interface without being below it, and those below them."""
        found = self._classes.get(interface)
        if found is None:
            classes = dict.fromkeys([*self._declared.get(interface, ()), *self._fitting(interface)])
            for symbol in list(classes):
                classes.update(dict.fromkeys(self._program.subclasses.get(symbol, ())))
            self._note(interface, len(classes))
            found = self._classes[interface] = tuple(classes)[:_MOST]
        return found

    def registered(self, interface: str, name: str) -> list[Provider]:
        """What was registered for an interface, or for a name where there is no interface."""
        found = self._registered.get(interface or f"'{name}", [])
        named = [one for one in found if one.name == name]
        self._note(interface or name, len(named or found))
        return (named or found)[:_MOST]

    def _note(self, asked: str, count: int) -> None:
        if count > _MOST:
            self._limits.add(asked)

    # --- declared --------------------------------------------------------------------------------

    def _read_decorators(self, info: ClassInfo) -> None:
        for decorator in info.facts.decorators:
            if type(decorator) is not Call:
                continue
            text = dotted(decorator.func)
            canonical = self._program.resolve(info.module, text) if text else ""
            if canonical and self._knowledge.service("decorator", (canonical,), "", ""):
                for argument in decorator.args:
                    text = dotted(argument.value)
                    interface = self._program.resolve(info.module, text) if text else ""
                    for above in self._lineage(interface):
                        self._declared.setdefault(above, []).append(info.symbol)

    def _lineage(self, interface: str) -> tuple[str, ...]:
        """An interface with those of the project that it extends."""
        info = self._program.classes.get(interface)
        if info is None:
            return (interface,) if interface else ()
        return tuple(base for base in info.lineage if base in self._program.classes)

    # --- registered ------------------------------------------------------------------------------

    def _read_registration(self, made: Registration) -> None:
        info = made.info
        entry = self._knowledge.service("register", (made.canonical,), made.last, made.receiver)
        if entry is None:
            return
        given = made.given(entry.parameters)
        name = stated_text(given.get(entry.name))
        interface = symbol_of(self._program, info, given.get(entry.interface))
        provider = self._provider(info, given.get(entry.provider) or given.get(entry.interface))
        if provider is not None and (interface or name):
            for above in self._lineage(interface) or (f"'{name}",):
                self._registered.setdefault(above, []).append(provider._replace(name=name))

    def _provider(self, info: FunctionInfo, expr: Expr | None) -> Provider | None:
        while type(expr) is Call:  # an instance, made there and then
            expr = expr.func
        symbol = symbol_of(self._program, info, expr)
        if symbol in self._program.functions or symbol in self._program.classes:
            return Provider(symbol)
        if type(expr) is Attr and type(expr.value) is not Call:
            owner = symbol_of(self._program, info, expr.value)
            method = self._program.method(owner, expr.name) if owner else ""
            if method or not owner:
                return Provider(method, expr.name)
        return None

    # --- fitting ---------------------------------------------------------------------------------

    def _fitting(self, interface: str) -> Iterator[str]:
        """Classes that have every method of a protocol, with parameters of the same names."""
        info = self._program.classes.get(interface)
        if info is None or not _PROTOCOLS.intersection(info.bases):
            return
        wanted = self._methods(info)
        if not wanted:
            return
        if not self._owners:
            for symbol in self._program.classes:
                for name in self._program.classes[symbol].methods:
                    self._owners.setdefault(name, []).append(symbol)
        first = next(iter(wanted))
        for owner in self._owners.get(first, ()):
            if owner in info.lineage or interface in self._program.classes[owner].lineage:
                continue
            if all(self._fits(owner, name, method) for name, method in wanted.items()):
                yield owner

    def _methods(self, info: ClassInfo) -> dict[str, str]:
        found: dict[str, str] = {}
        for base in info.lineage:
            above = self._program.classes.get(base)
            if above is not None and _PROTOCOLS.intersection(above.bases):
                found.update((n, m) for n, m in above.methods.items() if not n.startswith("__"))
        return dict(sorted(found.items()))

    def _fits(self, owner: str, name: str, method: str) -> bool:
        found = self._program.method(owner, name)
        if not found:
            return False
        asked = [p.name for p in self._program.functions[method].facts.params[1:]]
        given = self._program.functions[found].facts.params[1:]
        if any(p.kind in (2, 4) for p in given):
            return True
        return asked == [p.name for p in given if p.default is None or p.name in asked]
