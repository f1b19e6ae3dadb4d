"""What Faker invents for a field, in factories and seeds, says what the field is. It moves a rank."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from purposelint.domain.catalog import Catalog
from purposelint.domain.chains import dotted, stated_text
from purposelint.domain.expressions import Call, Expr, Lambda
from purposelint.domain.mentions import nodes_of
from purposelint.domain.program import ClassInfo, Module, Program
from purposelint.domain.sightings import Evidence
from purposelint.domain.statements import Return

_DEPTH = 4


class Invented:
    """Providers by the class and the field that they fill."""

    def __init__(self, program: Program, catalog: Catalog) -> None:
        """Read the factories of a program, and the calls in modules that import what invents data."""
        self._program = program
        self._elements: dict[str, tuple[str, ...]] = {}
        for element in catalog.elements.values():
            for provider in element.faker:
                self._elements[provider] = (*self._elements.get(provider, ()), element.id)
        self._inventing = frozenset(
            name for library in catalog.libraries.values() for name in library.invents
        )
        self._filled: dict[tuple[str, str], str] = {}
        roots = {name.partition(".")[0] for name in self._inventing}
        inventing = {} if roots.isdisjoint(program.packages) else _importing(program, roots)
        for info in program.classes.values() if inventing else ():
            if info.module in inventing:
                inventing[info.module].append(info)
        for name, infos in inventing.items():
            self._read_calls(name, program.modules[name])
            for info in infos:
                self._read_factory(info)

    def hints(self, owner: str, name: str) -> dict[str, Evidence]:
        """Evidence by element of what a field is filled with."""
        provider = self._filled.get((owner, name), "")
        says = f"test data for it are made by Faker's `{provider}`"
        return {element: Evidence("text", says) for element in self._elements.get(provider, ())}

    def _read_factory(self, info: ClassInfo) -> None:
        """A factory's fields are those of the class that its `Meta.model` names."""
        meta = self._program.classes.get(f"{info.symbol}.Meta")
        for each in meta.facts.fields if meta is not None else ():
            if each.name == "model" and each.value is not None:
                model = self._program.resolve(info.module, dotted(each.value))
                for field in info.facts.fields if model in self._program.classes else ():
                    self._fill(info.module, model, field.name, field.value)

    def _read_calls(self, module: str, read: Module) -> None:
        """Calls of classes, or of the managers of classes, that get what is invented by keyword."""
        for function in read.facts.functions:
            for node in nodes_of(function):
                if isinstance(node, Call):
                    owner = self._owner(self._program.resolve(module, dotted(node.func)))
                    for arg in node.args if owner else ():
                        if arg.name:
                            self._fill(module, owner, arg.name, arg.value)

    def _owner(self, name: str) -> str:
        """The class of the project that a callee is, or whose manager's method it is."""
        while name and name not in self._program.classes:
            name = name.rpartition(".")[0]
        return name

    def _fill(self, module: str, owner: str, name: str, value: Expr | None) -> None:
        for provider in self._providers(module, value) if value is not None else ():
            self._filled.setdefault((owner, name), provider)

    def _providers(self, module: str, expr: Expr, depth: int = 0) -> Iterator[str]:
        """Providers in `factory.Faker("email")`, `fake.ssn()`, `LazyFunction(fake.ssn)`, `lambda o: ...`."""
        if depth > _DEPTH:
            return
        if isinstance(expr, Lambda):
            for statement in self._program.modules[module].facts.functions[expr.function].body:
                if isinstance(statement, Return) and statement.value is not None:
                    yield from self._providers(module, statement.value, depth + 1)
            return
        name = self._program.resolve(module, dotted(expr.func if isinstance(expr, Call) else expr))
        if name in self._inventing and isinstance(expr, Call) and expr.args:
            yield stated_text(expr.args[0].value)
        owner, _, provider = name.rpartition(".")
        if f"{owner.removesuffix('()')}.*" in self._inventing:
            yield provider
        for arg in expr.args if isinstance(expr, Call) else ():
            yield from self._providers(module, arg.value, depth + 1)


def _importing(program: Program, roots: AbstractSet[str]) -> dict[str, list[ClassInfo]]:
    """Modules that import one of some packages, each with room for its classes."""
    return {
        name: []
        for name, module in program.modules.items()
        if any(each.partition(".")[0] in roots for each in module.names.values())
    }
