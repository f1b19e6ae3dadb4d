"""How files join into a program: modules, classes with their bases, functions, what a name means.

A symbol is a dotted name: `app.models.Customer.email`. A canonical name is a symbol of the project,
or the dotted name of something outside as its own package spells it (`stripe.Charge.create`,
`builtins.print`), aliases and re-exports resolved as far as the project shows.
"""

from __future__ import annotations

import builtins
from collections.abc import Mapping
from dataclasses import dataclass, field

from purposelint.domain.annotations import NOTHING, Annotation, read_annotation
from purposelint.domain.expressions import Expr
from purposelint.domain.facts import Class, FileFacts, Function

BUILTINS = frozenset(vars(builtins)) | {"ExceptionGroup", "BaseExceptionGroup", "aiter", "anext"}


@dataclass(frozen=True, slots=True, eq=False)
class Module:
    """A file as a module; `names` maps each name bound at top level to its canonical name.

    `star` is the outside module that `import *` takes names from, '' for none or several: a name
    that nothing else binds is taken to be one of its.
    """

    name: str
    path: str
    is_package: bool
    facts: FileFacts
    names: Mapping[str, str]
    star: str = ""


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

    `lineage` (the MRO) begins with the class itself. `methods` maps a name to the symbol of the
    function that the class itself defines under it (the last definition), `setters` likewise for
    `@x.setter`.
    `attribute_types` maps attributes of the class and of its instances to the class of their value, as
    annotations, class-level calls and assignments to `self.x` in its methods show it: a canonical
    name, or `X()` for what a call of something outside gives.
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
    attribute_types: Mapping[str, str] = field(default_factory=dict)


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

    variable_types: Mapping[str, str] = field(default_factory=dict)
    """Symbol of a module variable, class or instance attribute or property -> class of its value.

    Values are canonical names, or `X()` for what a call of something outside gives.
    """

    return_types: Mapping[str, str] = field(default_factory=dict)
    """Symbol of a function -> class of what it gives, as far as its annotation or its returns show."""

    type_aliases: Mapping[str, Annotation] = field(default_factory=dict)
    """Symbol of a module variable that holds a type expression -> what it says (`Maybe = Optional[User]`)."""

    components: tuple[tuple[str, ...], ...] = ()
    """Functions in strongly connected components of the call graph, callees first."""

    _resolved: dict[tuple[str, str], str] = field(default_factory=dict, repr=False)
    _methods: dict[str, dict[str, str]] = field(default_factory=dict, repr=False)

    def method(self, class_symbol: str, name: str) -> str:
        """Symbol of the function that `class_symbol().name` calls, '' where the project has none."""
        methods = self._methods.get(class_symbol)
        if methods is None:
            methods = self._methods[class_symbol] = {}
            info = self.classes.get(class_symbol)
            for base in reversed(info.lineage) if info else ():
                if base in self.classes:
                    methods.update(self.classes[base].methods)
        return methods.get(name, "")

    def above(self, class_symbol: str, name: str) -> str:
        """Canonical name of `super().name` in a method of `class_symbol`: the next definition above it.

        Where the project has none it is the first outside base's; '' for a class without bases.
        """
        info = self.classes.get(class_symbol)
        outside = ""
        for base in info.lineage[1:] if info else ():
            if base not in self.classes:
                outside = outside or base
            elif name in self.classes[base].methods:
                return self.classes[base].methods[name]
        return f"{outside}.{name}" if outside else ""

    def outside_bases(self, class_symbol: str) -> tuple[str, ...]:
        """Canonical names of the classes above `class_symbol` that the project does not define."""
        info = self.classes.get(class_symbol)
        return tuple(base for base in info.lineage if base not in self.classes) if info else ()

    def resolve(self, module: str, dotted: str, function_imports: Mapping[str, str] | None = None) -> str:
        """Canonical name of dotted text as code of `module` means it, '' if its root is unknown.

        The text may hold calls and subscripts as `domain.chains.chain` writes them. Attributes are
        followed through modules, classes and values of known type (`db.Model` is
        `flask_sqlalchemy.SQLAlchemy().Model`); from where the project shows no more they are
        appended as they stand. An instance is written as its class. Names that a function binds
        itself are the caller's to exclude; `function_imports` are those that its imports bind.
        """
        if function_imports:
            root = dotted.partition(".")[0].rstrip("()[]")
            if root in function_imports:
                return self.follow(function_imports[root], dotted)
        key = (module, dotted)
        found = self._resolved.get(key)
        if found is None:
            root = dotted.partition(".")[0].rstrip("()[]")
            found = self._resolved[key] = self.follow(self._global(module, root), dotted)
        return found

    def _global(self, module: str, name: str) -> str:
        info = self.modules.get(module)
        if info is not None and name in info.names:
            return info.names[name]
        if name in BUILTINS:
            return f"builtins.{name}"
        return f"{info.star}.{name}" if info is not None and info.star else ""

    def follow(self, owner: str, dotted: str) -> str:
        """Canonical name of dotted text whose first word names `owner`; '' if that is ''."""
        if not owner:
            return ""
        if "." not in dotted and dotted[-1:] not in _APPLIED:
            return owner
        root, *parts = dotted.split(".")
        if root.endswith(("()", "[]")):
            owner = self._applied(owner, root)
        for part in parts:
            owner = self.step(owner, part)
        return owner

    def step(self, owner: str, part: str) -> str:
        """Canonical name of one more part of a chain, an attribute with calls and subscripts behind it."""
        if part[-1:] not in _APPLIED:
            return self.member(owner, part)
        owner = self.member(owner, part.rstrip("()[]"))
        return self._applied(owner, part) if part.endswith(("()", "[]")) else owner

    def _applied(self, owner: str, part: str) -> str:
        """`owner` after the calls and subscripts at the end of `part`."""
        suffixes = part[len(part.rstrip("()[]")) :]
        for start in range(0, len(suffixes), 2):
            owner = self.called(owner) if suffixes[start] == "(" else f"{owner}[]"
        return owner

    def called(self, owner: str) -> str:
        """Canonical name of the class of what calling `owner` gives, `owner()` where it is unknown."""
        if owner in self.return_types:
            return self.return_types[owner]
        return owner if owner in self.classes else f"{owner}()"

    def member(self, owner: str, name: str) -> str:
        """Canonical name of attribute `name` of what `owner` names: a module, class, value or the outside."""
        owner = self.variable_types.get(owner, owner)
        module = self.modules.get(owner)
        if module is not None and name in module.names:
            return module.names[name]
        if owner not in self.classes:
            return f"{owner}.{name}"
        key = ("", f"{owner}.{name}")
        found = self._resolved.get(key)
        if found is None:
            found = self._resolved[key] = self._class_member(owner, name)
        return found

    def _class_member(self, owner: str, name: str) -> str:
        if name == "__class__":
            return owner
        for base in self.classes[owner].lineage:
            info = self.classes.get(base)
            if info is None:
                continue
            symbol = f"{base}.{name}"
            if name in info.methods:
                return info.methods[name]
            if symbol in self.variable_types or symbol in self.classes:
                return symbol
            if any(declared.name == name for declared in info.facts.fields):
                return symbol
        return f"{owner}.{name}"

    def annotated_class(
        self, module: str, expr: Expr | None, function_imports: Mapping[str, str] | None = None
    ) -> Annotation:
        """Class that an annotation in `module` names, and class of its elements.

        Optional, Annotated, Mapped and their like are taken off, text is read, of a union the first
        class counts that says most. A type variable says nothing.
        """
        if expr is None:
            return NOTHING

        def resolve(dotted: str) -> str:
            name = self.resolve(module, dotted, function_imports) if dotted else ""
            return "" if self.variable_types.get(name) in _TYPE_VARIABLES else name

        read = read_annotation(expr, resolve)
        known = self.type_aliases.get(read.type)
        if known is not None:
            return known
        known = self.type_aliases.get(read.element)
        return Annotation(read.type, known.type) if known is not None else read


_APPLIED = frozenset("()[]")
_TYPE_VARIABLES = frozenset({"typing.TypeVar()", "typing_extensions.TypeVar()"})
