"""Symbols: one unique dotted name for every function, class and body of a file."""

from __future__ import annotations

from dataclasses import dataclass

from purposelint.domain.chains import dotted
from purposelint.domain.facts import FileFacts, Function

ACCESSORS = ("setter", "deleter")


@dataclass(frozen=True, slots=True)
class Symbols:
    """Symbols of a file's functions and classes, by index."""

    functions: tuple[str, ...]
    classes: tuple[str, ...]


def accessor(function: Function) -> str:
    """`setter` or `deleter` of a function decorated `@x.setter`, else ''."""
    for decorator in function.decorators:
        last = dotted(decorator).rpartition(".")[2]
        if last in ACCESSORS:
            return last
    return ""


def name_symbols(module: str, facts: FileFacts) -> Symbols:
    """Give every function and class of a file its symbol.

    `module.qualname`; bodies end in `<module>` and `<body>`. Of several definitions of one name the
    last one has the plain symbol, as at run time, earlier ones a number (`f#1`); a property's setter
    is `x.setter`. Lambdas are numbered from the second on, in order.
    """
    naming = _Naming(module, facts)
    functions = tuple(naming.function(index) for index in range(len(facts.functions)))
    return Symbols(functions, tuple(naming.class_(index) for index in range(len(facts.classes))))


class _Naming:
    def __init__(self, module: str, facts: FileFacts) -> None:
        self.module = module
        self.facts = facts
        self.bodies = {each.body: index for index, each in enumerate(facts.classes)}
        self.suffixes: dict[int, str] = {}
        self.class_suffixes: dict[int, str] = {}
        self.functions: dict[int, str] = {}
        self.classes: dict[int, str] = {}
        self._number()

    def _number(self) -> None:
        """Tell definitions of one name in one scope apart."""
        groups: dict[tuple[int, str], list[tuple[int, bool, int]]] = {}
        for index, function in enumerate(self.facts.functions):
            if function.kind in {"function", "lambda"}:
                kind = accessor(function)
                if kind:
                    self.suffixes[index] = f".{kind}"
                key = (function.parent, function.name + self.suffixes.get(index, ""))
                groups.setdefault(key, []).append((function.at, True, index))
        for index, each in enumerate(self.facts.classes):
            groups.setdefault((each.parent, each.name), []).append((each.at, False, index))
        for members in groups.values():
            members.sort()
            first_is_plain = members[0][1] and self.facts.functions[members[0][2]].kind == "lambda"
            numbered = enumerate(members[1:], 2) if first_is_plain else enumerate(members[:-1], 1)
            for number, (_, is_function, index) in numbered:
                table = self.suffixes if is_function else self.class_suffixes
                table[index] = f"{table.get(index, '')}#{number}"

    def scope(self, index: int) -> str:
        """What stands before the names that function `index` binds."""
        if index < 0 or self.facts.functions[index].kind == "module":
            return self.module
        if index in self.bodies:
            return self.class_(self.bodies[index])
        return self.function(index)

    def function(self, index: int) -> str:
        function = self.facts.functions[index]
        if function.kind == "module":
            return f"{self.module}.<module>"
        if index in self.bodies:
            return f"{self.class_(self.bodies[index])}.<body>"
        if index not in self.functions:
            name = function.name or "<lambda>"
            self.functions[index] = f"{self.scope(function.parent)}.{name}{self.suffixes.get(index, '')}"
        return self.functions[index]

    def class_(self, index: int) -> str:
        if index not in self.classes:
            each = self.facts.classes[index]
            self.classes[index] = f"{self.scope(each.parent)}.{each.name}{self.class_suffixes.get(index, '')}"
        return self.classes[index]
