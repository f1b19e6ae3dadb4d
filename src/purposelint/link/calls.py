"""Which functions of the project a function may call, as far as names and annotations show."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from purposelint.domain.chains import chain
from purposelint.domain.expressions import Call
from purposelint.domain.facts import Function
from purposelint.domain.program import Program
from purposelint.link.scopes import Scope

CONSTRUCTORS = ("__new__", "__init__", "__post_init__", "__attrs_post_init__", "model_post_init")
"""Methods that creating an instance runs."""

_ENTERED = ("__enter__", "__exit__", "__aenter__", "__aexit__")
_ITERATED = ("__iter__", "__next__", "__aiter__", "__anext__")

_MOST_OVERRIDES = 256
"""Overrides taken as targets of one call."""


class Targets:
    """Call targets in a program whose classes and types are known."""

    def __init__(self, program: Program) -> None:
        self.program = program
        self._tops = frozenset(name.partition(".")[0] for name in program.modules)
        self._overrides: dict[tuple[str, str], tuple[str, ...]] = {}

    def of(self, scope: Scope, function: Function) -> Iterator[str]:
        """Functions that the calls, `with` and `for` statements and decorators of a function lead to."""
        last, owner, inside = "", "", False
        for text in function.calls:
            root = text.partition(".")[0].rstrip("()[]")
            if root != last:  # calls are sorted, so that those of one root follow each other
                last, owner = root, scope.name(root)
                inside = owner.partition(".")[0] in self._tops or root == "super"
            if inside:
                yield from self.of_chain(scope, text, owner)
        for value in scope.body.entered:
            yield from self._special(scope.value(value), _ENTERED)
        for value in scope.body.iterated:
            yield from self._special(scope.value(value), _ITERATED)

    def decorators(self, scope: Scope, function: Function) -> Iterator[str]:
        """Functions and constructors that decorating a function runs."""
        for decorator in function.decorators:
            text = chain(decorator.func if isinstance(decorator, Call) else decorator)
            if text:
                yield from self._named(scope.chain(text))

    def of_chain(self, scope: Scope, text: str, owner: str) -> Iterator[str]:
        """Functions that calling `text` may run; its first word names `owner`."""
        if text.startswith("super()."):
            yield from self._named(scope.chain(text))
            return
        head, _, last = text.rpartition(".")
        target = self.program.follow(owner, text)
        if not head:
            if scope.is_value(text) and text != "cls" and target in self.program.classes:
                yield from self.methods(target, "__call__")
            else:
                yield from self._named(target)
            return
        before = self.program.follow(owner, head)
        receiver = self.program.variable_types.get(before, before)
        if receiver not in self.program.classes or self._is_exact(scope, head, before):
            yield from self._named(target)
        elif self.program.method(receiver, last):
            yield from self.methods(receiver, last)
        else:
            yield from self.overrides(receiver, last)
            yield from self._named(target)

    def _is_exact(self, scope: Scope, head: str, before: str) -> bool:
        """Whether a receiver is a class named by the code, or a new instance of one."""
        if before not in self.program.classes:
            return False
        if head.endswith("()"):
            return scope.chain(head[:-2]) in self.program.classes
        return not scope.is_value(head)

    def methods(self, receiver: str, name: str) -> Iterator[str]:
        """A method as an instance of `receiver` or of a class below it has it."""
        found = self.program.method(receiver, name)
        if found:
            yield found
        yield from self.overrides(receiver, name)

    def overrides(self, receiver: str, name: str) -> tuple[str, ...]:
        """What classes below `receiver` define under `name`."""
        key = (receiver, name)
        found = self._overrides.get(key)
        if found is None:
            classes = self.program.classes
            below = (classes[each].methods.get(name) for each in self.program.subclasses.get(receiver, ()))
            found = self._overrides[key] = tuple(each for each in below if each)[:_MOST_OVERRIDES]
        return found

    def _named(self, target: str) -> Iterator[str]:
        """A function, the constructors of a class, or `__call__` of a value."""
        if target in self.program.functions:
            yield target
        elif target in self.program.classes:
            for name in CONSTRUCTORS:
                found = self.program.method(target, name)
                if found:
                    yield found
        elif target in self.program.variable_types:
            yield from self._special(self.program.variable_types[target], ("__call__",))

    def _special(self, receiver: str, names: Iterable[str]) -> Iterator[str]:
        if receiver in self.program.classes:
            for name in names:
                yield from self.methods(receiver, name)
