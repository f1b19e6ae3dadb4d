"""What a frame asks about the program: names in scope, decorators, methods, types of attributes."""

from __future__ import annotations

from purposelint.domain import chains
from purposelint.domain.expressions import Call, Const, Expr, Map, Name, Seq
from purposelint.domain.facts import FileFacts
from purposelint.domain.library import Handler
from purposelint.domain.mentions import nodes_of
from purposelint.domain.program import ClassInfo, FunctionInfo, Program
from purposelint.flow.knowledge import Knowledge
from purposelint.flow.values import Packed, Static, Value, of

_PROPERTIES = frozenset(
    {
        "builtins.property",
        "functools.cached_property",
        "django.utils.functional.cached_property",
        "abc.abstractproperty",
        "werkzeug.utils.cached_property",
        "sqlalchemy.ext.hybrid.hybrid_property",
    }
)
_PROPERTY = "builtins.property()"
_MOST_OVERRIDES = 6


def is_constant(default: Expr) -> bool:
    """Whether a default says nothing: a literal, or an empty display."""
    if isinstance(default, Seq | Map):
        return not default.items
    return isinstance(default, Const)


class View:
    """The program as the flow stage looks at it, with what the catalogue adds."""

    def __init__(self, program: Program, knowledge: Knowledge) -> None:
        """Index functions and classes by file."""
        self.program = program
        self.knowledge = knowledge
        self._by_index = {(info.path, info.index): symbol for symbol, info in program.functions.items()}
        self._classes = {(info.path, info.index): symbol for symbol, info in program.classes.items()}
        self._facts = {module.path: module.facts for module in program.modules.values()}
        self._flags: dict[str, frozenset[str]] = {}
        self._tops = frozenset(name.partition(".")[0] for name in program.modules)
        self._bound: dict[str, bool] = {}
        self._wrapping: dict[str, str] = {}
        self._free: dict[str, frozenset[str]] = {}
        self._managers: dict[tuple[str, str], str] = {}

    # --- names ---------------------------------------------------------------------------------

    @staticmethod
    def receiver_word(expr: Expr) -> str:
        """Last word of an owner expression."""
        return chains.receiver_word(expr)

    def resolve(self, info: FunctionInfo, name: str) -> str:
        """Canonical name of a name used in a function."""
        return self.program.resolve(info.module, name, self.imports(info))

    def imports(self, info: FunctionInfo) -> dict[str, str]:
        """Function-level imports in scope, of the functions around it too."""
        found = dict(info.imports)
        parent = self.parent(info)
        while parent is not None:
            for name, canonical in parent.imports.items():
                found.setdefault(name, canonical)
            parent = self.parent(parent)
        return found

    def parent(self, info: FunctionInfo) -> FunctionInfo | None:
        """The function or body around a function."""
        if info.facts.parent < 0:
            return None
        symbol = self._by_index.get((info.path, info.facts.parent))
        return self.program.functions[symbol] if symbol else None

    def owner_of_captured(self, info: FunctionInfo, name: str) -> str:
        """Symbol of the function around another whose local a captured name is, '' if it is none's."""
        parent = self.parent(info)
        while parent is not None:
            if parent.facts.kind in ("function", "lambda") and name in parent.facts.locals:
                return parent.symbol
            parent = self.parent(parent)
        return ""

    def captured_from(self, info: FunctionInfo, name: str) -> bool:
        """Whether a name is a local of a function around this one."""
        return bool(self.owner_of_captured(info, name))

    def free_names(self, symbol: str) -> frozenset[str]:
        """Names that a function and those inside it use without binding them."""
        found = self._free.get(symbol)
        if found is None:
            info = self.program.functions[symbol]
            functions = self._facts[info.path].functions
            inside = {info.index}
            names: set[str] = set()
            for index, facts in enumerate(functions):
                if index in inside or facts.parent in inside:
                    inside.add(index)
                    names.update(node.id for node in nodes_of(facts) if isinstance(node, Name))
            found = self._free[symbol] = frozenset(names.difference(info.facts.locals))
        return found

    def function_at(self, path: str, index: int) -> str:
        """Symbol of a file's function by its index, '' if there is none."""
        return self._by_index.get((path, index), "")

    def class_at(self, path: str, index: int) -> str:
        """Symbol of a file's class by its index, '' if there is none."""
        return self._classes.get((path, index), "")

    def facts_of(self, info: FunctionInfo) -> FileFacts:
        """Facts of the file that a function stands in."""
        return self._facts[info.path]

    def public_symbol(self, info: FunctionInfo) -> str:
        """Symbol that a person knows: a module's or class's name for its body."""
        return info.symbol.removesuffix(".<module>").removesuffix(".<body>")

    def annotated(self, info: FunctionInfo, annotation: Expr | None) -> str:
        """Canonical class that an annotation names, '' for none or a container."""
        if annotation is None:
            return ""
        kind = self.program.annotated_class(info.module, annotation, self.imports(info)).type
        return self.knowledge.known_type(kind)

    def returned_type(self, symbol: str) -> str:
        """Class of what a function gives, as far as its annotation or its returns show."""
        kind = self.program.return_types.get(symbol, "")
        return self.knowledge.known_type(kind)

    # --- classes -------------------------------------------------------------------------------

    def flags(self, symbol: str) -> frozenset[str]:
        """Canonical names of a function's decorators."""
        found = self._flags.get(symbol)
        if found is None:
            info = self.program.functions[symbol]
            names = (chains.dotted(d) for d in info.facts.decorators)
            found = frozenset(self.program.resolve(info.module, n, info.imports) for n in names if n)
            self._flags[symbol] = found
        return found

    def handlers(self, symbol: str) -> list[tuple[Handler, Call | None]]:
        """Entries that say a framework calls a function, each with the decorator's call if it is one."""
        info = self.program.functions[symbol]
        found: list[tuple[Handler, Call | None]] = []
        for decorator in info.facts.decorators:
            made = decorator if isinstance(decorator, Call) else None
            name = chains.dotted(made.func if made else decorator)
            canonical = self.program.resolve(info.module, name, info.imports) if name else ""
            last = name.rpartition(".")[2]
            found.extend((entry, made) for entry in self.knowledge.handlers(canonical, last))
        return found

    def gets_itself(self, symbol: str) -> bool:
        """Whether a framework hands a function itself in before the other arguments."""
        found = self._bound.get(symbol)
        if found is None:
            found = self._bound[symbol] = any(
                arg.name == entry.bind and isinstance(arg.value, Const) and arg.value.value is True
                for entry, made in self.handlers(symbol)
                if entry.bind and made is not None
                for arg in made.args
            )
        return found

    def called_as(self, symbol: str, name: str) -> Value:
        """An attribute of a function: the function itself where a framework calls it by that name."""
        for handler, _ in self.handlers(symbol):
            if name in handler.plain:
                return of(Static(symbol))
            if name in handler.packed:
                return of(Packed(symbol))
        return of(Static(f"{symbol}.{name}"))

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

    def _is_wrapped(self, info: FunctionInfo) -> bool:
        if self.handlers(info.symbol):
            return False
        if any(param.default is not None and not is_constant(param.default) for param in info.facts.params):
            return True
        made = (d.func if isinstance(d, Call) else d for d in info.facts.decorators)
        names = (self.program.resolve(info.module, chains.dotted(d), info.imports) for d in made)
        return any(name.partition(".")[0] in self._tops for name in names if name)

    def is_property(self, symbol: str) -> bool:
        """Whether reading the attribute calls the function."""
        return bool(self.flags(symbol) & _PROPERTIES)

    def is_classmethod(self, symbol: str) -> bool:
        """Whether the first parameter is the class."""
        return "builtins.classmethod" in self.flags(symbol)

    def is_staticmethod(self, symbol: str) -> bool:
        """Whether there is no receiver parameter."""
        return "builtins.staticmethod" in self.flags(symbol)

    def methods(self, kind: str, name: str, *, exact: bool) -> tuple[str, ...]:
        """Methods that a call on an instance of a class may reach; overrides below it unless exact."""
        found = self.program.method(kind, name)
        if exact:
            return (found,) if found else ()
        methods = [found] if found else []
        for below in self.program.subclasses.get(kind, ())[: _MOST_OVERRIDES * 4]:
            override = self.program.classes[below].methods.get(name)
            if override and override not in methods:
                methods.append(override)
        return tuple(methods[:_MOST_OVERRIDES])

    def method_above(self, owner: str, name: str) -> str:
        """The method that `super().name` reaches from a class."""
        info = self.program.classes.get(owner)
        for base in info.lineage[1:] if info else ():
            found: ClassInfo | None = self.program.classes.get(base)
            if found and name in found.methods:
                return found.methods[name]
        return ""

    def attribute_type(self, kind: str, name: str) -> str:
        """Declared or assigned type of an instance attribute, looked up through the bases."""
        info = self.program.classes.get(kind)
        for base in info.lineage if info else ():
            found = self.program.classes.get(base)
            if found and name in found.attribute_types:
                kind = found.attribute_types[name]
                return self.knowledge.known_type(kind)
        return ""

    def inherited_type(self, kind: str, name: str) -> str:
        """Type that entries state for an attribute of one of the outside classes above a class."""
        for base in self.program.outside_bases(kind):
            dotted = f"{base}.{name}"
            stated = self.knowledge.stated_type(dotted)
            if stated:
                return stated
            if self.knowledge.speaks_of(dotted):
                return dotted
        return ""

    def setter(self, kind: str, name: str) -> str:
        """The function that `@name.setter` makes set an attribute, '' where there is none."""
        info = self.program.classes.get(kind)
        for base in info.lineage if info else ():
            found = self.program.classes.get(base)
            if found and name in found.setters:
                return found.setters[name]
        return ""

    def manager(self, kind: str, name: str) -> str:
        """Type of the object of a class body that reads and writes an attribute, '' for a plain one."""
        key = (kind, name)
        found = self._managers.get(key)
        if found is None:
            found = self.attribute_type(kind, name)
            program = self.program
            manages = found == _PROPERTY or (
                found in program.classes
                and (program.method(found, "__get__") or program.method(found, "__set__"))
            )
            found = self._managers[key] = found if manages else ""
        return found
