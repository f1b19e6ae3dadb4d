"""The program while it is being put together: tables that fill up stage by stage."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from purposelint.domain.annotations import Annotation
from purposelint.domain.chains import dotted
from purposelint.domain.facts import Class, FileFacts, Function, Import
from purposelint.domain.program import ClassInfo, FunctionInfo, Module, Program
from purposelint.link.layout import lay_out
from purposelint.link.names import Names
from purposelint.link.roots import is_package_file
from purposelint.link.scopes import Scope
from purposelint.link.symbols import Symbols, accessor, name_symbols

_CLASS_METHODS = frozenset({"__new__", "__init_subclass__", "__class_getitem__"})


@dataclass(slots=True)
class Assembly:
    """Modules, classes and functions by symbol, with scopes; `program` sees the tables as they fill."""

    names: Names
    symbols: Mapping[str, Symbols]
    modules: dict[str, Module] = field(default_factory=dict)
    classes: dict[str, ClassInfo] = field(default_factory=dict)
    functions: dict[str, FunctionInfo] = field(default_factory=dict)
    subclasses: dict[str, tuple[str, ...]] = field(default_factory=dict)
    variable_types: dict[str, str] = field(default_factory=dict)
    return_types: dict[str, str] = field(default_factory=dict)
    type_aliases: dict[str, Annotation] = field(default_factory=dict)
    attribute_types: dict[str, dict[str, str]] = field(default_factory=dict)
    """Symbol of a class -> the attribute types that its `ClassInfo` shows."""

    scopes: dict[str, Scope] = field(default_factory=dict)
    program: Program = field(init=False)
    _resolved: dict[tuple[str, str], str] = field(default_factory=dict)
    _methods: dict[str, dict[str, str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Open the tables to lookups."""
        self.program = Program(
            self.modules,
            self.classes,
            self.functions,
            self.subclasses,
            variable_types=self.variable_types,
            return_types=self.return_types,
            type_aliases=self.type_aliases,
            _resolved=self._resolved,
            _methods=self._methods,
        )

    def forget(self) -> None:
        """Drop what lookups concluded so far, because the tables have grown."""
        self._resolved.clear()
        self._methods.clear()
        for scope in self.scopes.values():
            scope.forget()


def assemble(facts: Iterable[FileFacts]) -> Assembly:
    """Name everything and resolve imports; of classes and functions only what needs no types."""
    files = {file.path: file for file in facts}
    layout = lay_out(files.values())
    by_name = {name: files[path] for path, name in layout.names.items()}
    symbols = {name: name_symbols(name, file) for name, file in by_name.items()}
    names = Names(layout, by_name, symbols)
    assembly = Assembly(names, symbols)
    for name, file in by_name.items():
        assembly.modules[name] = Module(
            name, file.path, is_package_file(file.path), file, names.table(name), names.star(name)
        )
    for name, file in by_name.items():
        _declare(assembly, name, file)
    return assembly


def _declare(assembly: Assembly, module: str, file: FileFacts) -> None:
    """Enter a file's classes and functions."""
    symbols = assembly.symbols[module]
    inside = _Inside(file, symbols)
    for index, each in enumerate(file.classes):
        methods, setters = inside.methods(each)
        symbol = symbols.classes[index]
        types = assembly.attribute_types[symbol] = {}
        assembly.classes[symbol] = ClassInfo(
            symbol, module, file.path, index, each, (), (symbol,), methods, setters, types
        )
    for index in inside.outermost_first():
        function = file.functions[index]
        symbol = symbols.functions[index]
        owner = symbols.classes[function.class_] if function.class_ >= 0 else ""
        around = inside.around(function)
        given = inside.given(index, assembly.names)
        if owner and function.kind == "function" and function.params and not _is_static(function):
            given.setdefault(function.params[0].name, owner)
        scope = Scope(
            assembly.program,
            module,
            function,
            given,
            assembly.scopes.get(symbols.functions[around]) if around >= 0 else None,
            owner,
        )
        assembly.scopes[symbol] = scope
    for index, function in enumerate(file.functions):
        symbol = symbols.functions[index]
        owner = symbols.classes[function.class_] if function.class_ >= 0 else ""
        if function.kind != "function":
            owner = ""
        imports = inside.imports_around(index, assembly.names)
        assembly.functions[symbol] = FunctionInfo(
            symbol, module, file.path, index, function, owner, imports, ()
        )


def _is_static(function: Function) -> bool:
    return any(dotted(decorator) == "staticmethod" for decorator in function.decorators)


class _Inside:
    """What stands in what, within one file."""

    def __init__(self, file: FileFacts, symbols: Symbols) -> None:
        self.file = file
        self.symbols = symbols
        self.imports: dict[int, dict[str, list[Import]]] = {}
        for statement in file.imports:
            if statement.function:
                inside = self.imports.setdefault(statement.function, {})
                inside.setdefault(statement.local, []).append(statement)
        self.functions: dict[int, list[int]] = {}
        for index, function in enumerate(file.functions):
            self.functions.setdefault(function.parent, []).append(index)
        self.classes: dict[int, list[int]] = {}
        for index, each in enumerate(file.classes):
            self.classes.setdefault(each.parent, []).append(index)
        self._imports: dict[int, Mapping[str, str]] = {}

    def outermost_first(self) -> list[int]:
        """Functions such that what is around one comes before it."""
        order: list[int] = []
        pending = [-1]
        while pending:
            index = pending.pop()
            if index in self.functions:
                inner = [each for each in self.functions[index] if each != index]
                order.extend(inner)
                pending.extend(reversed(inner))
        return order

    def around(self, function: Function) -> int:
        """The next function or lambda outwards: class bodies do not lend their names to methods."""
        index = function.parent
        while index >= 0 and self.file.functions[index].kind == "class":
            index = self.file.functions[index].parent
        return index if index >= 0 and self.file.functions[index].kind != "module" else -1

    def given(self, index: int, names: Names) -> dict[str, str]:
        """Names that function `index` binds by import or definition; none for the module body."""
        if self.file.functions[index].kind == "module":
            return {}
        given = self._imported(index, names)
        for each in self.functions.get(index, ()):
            function = self.file.functions[each]
            if function.kind == "function":
                given[function.name] = self.symbols.functions[each]
        for each in self.classes.get(index, ()):
            given[self.file.classes[each].name] = self.symbols.classes[each]
        return given

    def _imported(self, index: int, names: Names) -> dict[str, str]:
        imports = self.imports.get(index)
        if not imports:
            return {}
        return {local: names.alternative(self.file.path, each) for local, each in imports.items()}

    def imports_around(self, index: int, names: Names) -> Mapping[str, str]:
        """Names that imports in function `index` and in the functions around it bind."""
        function = self.file.functions[index]
        if not self.imports:
            return {}
        if index not in self._imports:
            around = self.around(function) if function.kind != "module" else -1
            outer = self.imports_around(around, names) if around >= 0 else {}
            own = self._imported(index, names)
            self._imports[index] = {**outer, **own} if outer and own else own or outer
        return self._imports[index]

    def methods(self, each: Class) -> tuple[dict[str, str], dict[str, str]]:
        """Methods and setters of a class, by name; the last definition counts."""
        methods: dict[str, str] = {}
        setters: dict[str, str] = {}
        for index in self.functions.get(each.body, ()):
            function = self.file.functions[index]
            if function.kind == "function":
                kind = accessor(function)
                table = setters if kind == "setter" else methods
                if kind != "deleter":
                    table[function.name] = self.symbols.functions[index]
        return methods, setters
