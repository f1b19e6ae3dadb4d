"""What a frame asks about the program: names in scope, decorators, methods, types of attributes."""

from __future__ import annotations

from collections.abc import Mapping

from purposelint.domain import chains
from purposelint.domain.expressions import Expr, Name
from purposelint.domain.facts import FileFacts, Function
from purposelint.domain.mentions import attributes_bound, nodes_of
from purposelint.domain.program import ClassInfo, FunctionInfo, Program
from purposelint.flow.lookup.attribute_types import AttributeTypes
from purposelint.flow.lookup.captured_imports import only_imported
from purposelint.flow.lookup.class_statements import named_class
from purposelint.flow.lookup.extensions import Extensions
from purposelint.flow.lookup.kept_records import KeptRecords
from purposelint.flow.lookup.knowledge import Knowledge
from purposelint.flow.lookup.patched import Patched
from purposelint.flow.lookup.providers import Providers
from purposelint.flow.lookup.relations import Relations
from purposelint.flow.lookup.stated_items import StatedItems
from purposelint.flow.lookup.stated_results import StatedResults
from purposelint.flow.lookup.told import ToldOf
from purposelint.flow.state.rows import rows_of

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
MOST_OVERRIDES = 6
"""Methods of classes below a receiver's that one call is taken to reach."""


class View:
    """The program as the flow stage looks at it, with what the catalogue adds."""

    def __init__(self, program: Program, knowledge: Knowledge) -> None:
        """Index functions and classes by file."""
        self.program = program
        self.knowledge = knowledge
        self.limits: set[str] = set()
        """Canonical names of what met some bound: functions, and interfaces with too many providers."""
        self.providers = Providers(program, knowledge, self.limits)
        self.extensions = Extensions(program, knowledge)
        self.relations = Relations(program, knowledge)
        knowledge.stand_ins = self.relations.choices.stand_ins()
        self.told_of = ToldOf(program, knowledge)
        self.patched = Patched(program, knowledge)
        self.items = StatedItems(self)
        self.stated_results = StatedResults(self)
        self._types = AttributeTypes(program, knowledge, self.relations, KeptRecords(self))
        self._by_index = {(info.path, info.index): symbol for symbol, info in program.functions.items()}
        self._classes = {(info.path, info.index): symbol for symbol, info in program.classes.items()}
        self._facts = {module.path: module.facts for module in program.modules.values()}
        self._flags: dict[str, frozenset[str]] = {}
        self._free: dict[str, frozenset[str]] = {}
        self._returned: dict[str, str] = {}
        self._imports: dict[str, Mapping[str, str]] = {}
        self._kept_imports: dict[str, frozenset[str]] = {}
        self._managers: dict[tuple[str, str], str] = {}
        self._methods: dict[tuple[str, str], tuple[str, ...]] = {}
        self._set_by_methods: dict[str, frozenset[str]] = {}

    # --- names ---------------------------------------------------------------------------------

    @staticmethod
    def receiver_word(expr: Expr) -> str:
        """Last word of an owner expression."""
        return chains.receiver_word(expr)

    def resolve(self, info: FunctionInfo, name: str) -> str:
        """Canonical name of a name used in a function."""
        return self.program.resolve(info.module, name, self.imports(info))

    def imports(self, info: FunctionInfo) -> Mapping[str, str]:
        """Function-level imports in scope, of the functions around it too."""
        found = self._imports.get(info.symbol)
        if found is None:
            parent = self.parent(info)
            around = self.imports(parent) if parent is not None else {}
            found = self._imports[info.symbol] = {**around, **info.imports}
        return found

    def parent(self, info: FunctionInfo) -> FunctionInfo | None:
        """The function or body around a function."""
        symbol = self._by_index.get((info.path, info.facts.parent))
        return self.program.functions[symbol] if symbol else None

    def is_definition(self, canonical: str) -> bool:
        """Whether a canonical name is a function, class or module of the project."""
        program = self.program
        return canonical in program.functions or canonical in program.classes or canonical in program.modules

    def owner_of_captured(self, info: FunctionInfo, name: str) -> str:
        """Symbol of the function around another whose local a captured name is, '' if it is none's."""
        parent = self.parent(info)
        while parent is not None:
            if parent.facts.kind in ("function", "lambda") and name in parent.facts.locals:
                return parent.symbol
            parent = self.parent(parent)
        return ""

    def captured_from(self, info: FunctionInfo, name: str) -> bool:
        """Whether a name is a variable of a function around this one, not only what that one imports."""
        owner = self.owner_of_captured(info, name)
        return bool(owner) and name not in self._only_imported(self.program.functions[owner])

    def _only_imported(self, info: FunctionInfo) -> frozenset[str]:
        found = self._kept_imports.get(info.symbol)
        if found is None:
            file = self._facts[info.path]
            found = only_imported(file, info.facts) if info.imports else frozenset()
            self._kept_imports[info.symbol] = found
        return found

    def free_names(self, symbol: str) -> frozenset[str]:
        """Names that a function and those inside it use without binding them."""
        found = self._free.get(symbol)
        if found is None:
            info = self.program.functions[symbol]
            nodes = (node for facts in self.with_inner(info) for node in nodes_of(facts))
            names = {node.id for node in nodes if type(node) is Name}
            found = self._free[symbol] = frozenset(names.difference(info.facts.locals))
        return found

    def with_inner(self, info: FunctionInfo) -> tuple[Function, ...]:
        """A function and those inside it."""
        functions = self._facts[info.path].functions
        inside = {info.index: info.facts}
        for index in range(info.index + 1, len(functions)):
            if functions[index].parent in inside:
                inside[index] = functions[index]
        return tuple(inside.values())

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

    def described(self, info: FunctionInfo, annotation: Expr | None) -> str:
        """Type that an annotation gives what nothing else is known of: a class, or a collection of one's."""
        items = self.items.of_annotation(info, annotation)
        return rows_of(items.kind) if items and not items.keyed else self.annotated(info, annotation)

    def returned_type(self, symbol: str) -> str:
        """Class of what a function gives, as far as its annotation or its returns show."""
        found = self._returned.get(symbol)
        if found is None:
            known = self.knowledge.known_type(self.program.return_types.get(symbol, ""))
            own = known in self.program.classes
            found = self._returned[symbol] = known if own else self.items.of_result(symbol) or known
        return found

    # --- classes -------------------------------------------------------------------------------

    def flags(self, symbol: str) -> frozenset[str]:
        """Canonical names of a function's decorators."""
        found = self._flags.get(symbol)
        if found is None:
            info = self.program.functions[symbol]
            names = filter(None, map(chains.dotted, info.facts.decorators))
            found = frozenset(self.program.resolve(info.module, name, info.imports) for name in names)
            self._flags[symbol] = found
        return found

    def is_property(self, symbol: str) -> bool:
        """Whether reading the attribute calls the function."""
        return bool(self.flags(symbol) & _PROPERTIES)

    def is_classmethod(self, symbol: str) -> bool:
        """Whether the first parameter is the class."""
        return "builtins.classmethod" in self.flags(symbol) or symbol.endswith(".__init_subclass__")

    def is_staticmethod(self, symbol: str) -> bool:
        """Whether there is no receiver parameter."""
        return "builtins.staticmethod" in self.flags(symbol)

    def is_of_class(self, symbol: str) -> bool:
        """Whether a method is called on the class itself, with or without getting it."""
        return self.is_classmethod(symbol) or self.is_staticmethod(symbol)

    def gets_receiver(self, info: FunctionInfo) -> bool:
        """Whether a function is a method whose first parameter is what it was looked up on."""
        return bool(info.owner) and info.facts.kind == "function" and not self.is_staticmethod(info.symbol)

    def methods(self, kind: str, name: str, *, exact: bool) -> tuple[str, ...]:
        """Methods that a call on an instance of a class may reach; overrides below it unless exact."""
        found = self.program.method(kind, name)
        if exact:
            return (found,) if found else ()
        methods = self._methods.get((kind, name))
        if methods is None:
            program = self.program
            below = (program.classes[each].methods.get(name) for each in program.subclasses.get(kind, ()))
            provided = (program.method(each, name) for each in self.providers.classes(kind))
            every = dict.fromkeys([found, *below, *provided])
            methods = self._methods[kind, name] = tuple(method for method in every if method)
        return methods

    def reached(self, kind: str, name: str, *, exact: bool) -> tuple[str, ...]:
        """Methods that a call is taken to reach: of too many overrides the first."""
        methods = self.methods(kind, name, exact=exact)
        if len(methods) > MOST_OVERRIDES:
            self.limits.add(methods[0])
        return methods[:MOST_OVERRIDES]

    def methods_beginning_with(self, kind: str, prefix: str, *, exact: bool) -> tuple[str, ...]:
        """Methods of an instance of a class by the beginning of their name; those below it unless exact."""
        info = self.program.classes.get(kind)
        if info is None:
            return ()
        below = () if exact else self.program.subclasses.get(kind, ())
        names = {
            name
            for each in (*info.lineage, *below)
            if each in self.program.classes
            for name in self.program.classes[each].methods
            if name.startswith(prefix)
        }
        return tuple(method for name in sorted(names) for method in self.methods(kind, name, exact=exact))

    def method_above(self, owner: str, name: str, kind: str = "") -> str:
        """The method that `super().name` reaches from a class, of an object of `kind` where that is known."""
        info = self.program.classes.get(kind)
        if info is None or owner not in info.lineage:
            info = self.program.classes.get(owner)
        for base in info.lineage[info.lineage.index(owner) + 1 :] if info else ():
            found: ClassInfo | None = self.program.classes.get(base)
            if found and name in found.methods:
                return found.methods[name]
        return ""

    def related(self, kind: str, name: str) -> str:
        """Type of an attribute that refers to records, looked up through the bases; '' for any other."""
        return self._types.related(kind, name)

    def attribute_type(self, kind: str, name: str) -> str:
        """Declared or assigned type of an instance attribute, looked up through the bases."""
        return self._types.of(kind, name)

    def inherited_type(self, kind: str, name: str) -> str:
        """Type that entries state for an attribute of one of the outside classes above a class."""
        for base in self.program.outside_bases(kind):
            dotted = f"{base}.{name}"
            query = self.knowledge.query_attribute(dotted)
            model = named_class(self.program, kind, query.model) if query is not None else ""
            if model and query is not None:
                return model if query.gives == "row" else rows_of(model)
            stated = self.knowledge.stated_type(dotted)
            if stated:
                return stated
            if self.knowledge.speaks_of(dotted):
                return dotted
        return ""

    def set_by_methods(self, kind: str) -> frozenset[str]:
        """Names of attributes that methods of a class, of those above it and of those below it bind."""
        found = self._set_by_methods.get(kind)
        if found is None:
            program = self.program
            info = program.classes.get(kind)
            every = (*(info.lineage if info else ()), *program.subclasses.get(kind, ()))
            methods = [
                program.functions[symbol].facts
                for each in every
                if each in program.classes
                for symbol in program.classes[each].methods.values()
            ]
            bound = (name for facts in methods for name in attributes_bound(facts))
            found = self._set_by_methods[kind] = frozenset(bound)
        return found

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
