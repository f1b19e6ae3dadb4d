"""How files join into a program: modules, classes with their bases, functions, what a name means.

A symbol is a dotted name: `app.models.Customer.email`. A canonical name is a symbol of the project,
or the dotted name of something outside as its own package spells it (`stripe.Charge.create`,
`builtins.print`), aliases and re-exports resolved as far as the project shows.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from purposelint.domain.facts import Class, FileFacts, Function


@dataclass(frozen=True, slots=True, eq=False)
class Module:
    """A file as a module; `names` maps each name bound at top level to its canonical name."""

    name: str
    path: str
    is_package: bool
    facts: FileFacts
    names: Mapping[str, str]


@dataclass(frozen=True, slots=True, eq=False)
class FunctionInfo:
    """A function, lambda, class body or module body in its program.

    Bodies have symbols of their own: `app.models.<module>`, `app.models.Customer.<body>`.
    `owner` is the symbol of the class whose direct method it is, '' otherwise. `imports` maps names
    that function-level imports bind to canonical names. `callees` are symbols of the functions it
    may call, as far as names and annotations show (sorted); values may show more.
    """

    symbol: str
    module: str
    path: str
    index: int
    facts: Function
    owner: str
    imports: Mapping[str, str]
    callees: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class ClassInfo:
    """A class in its program; `bases` and `lineage` are canonical names, outside ones included.

    `lineage` (the MRO) begins with the class itself. `methods` maps a name to the symbol of the function that the
    class itself defines under it (the last definition), `setters` likewise for `@x.setter`.
    """

    symbol: str
    module: str
    path: str
    index: int
    facts: Class
    bases: tuple[str, ...]
    lineage: tuple[str, ...]
    methods: Mapping[str, str]
    setters: Mapping[str, str]


@dataclass(frozen=True, slots=True, eq=False)
class Program:
    """All files, joined. Mappings keep the order of sorted paths, then of the source."""

    modules: Mapping[str, Module]
    classes: Mapping[str, ClassInfo]
    functions: Mapping[str, FunctionInfo]
    subclasses: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Canonical name of a class, also an outside one -> symbols of all project classes below it."""

    packages: frozenset[str] = frozenset()
    """First words of every module imported anywhere: which library entries are worth loading."""

    def method(self, class_symbol: str, name: str) -> str:
        """Symbol of the function that `class_symbol().name` calls, '' where the project has none."""
        info = self.classes.get(class_symbol)
        for base in info.lineage if info else ():
            found = self.classes[base].methods.get(name) if base in self.classes else None
            if found:
                return found
        return ""

    def outside_bases(self, class_symbol: str) -> tuple[str, ...]:
        """Canonical names of the classes above `class_symbol` that the project does not define."""
        info = self.classes.get(class_symbol)
        return tuple(base for base in info.lineage if base not in self.classes) if info else ()
