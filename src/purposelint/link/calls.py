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
        self._constructors: dict[str, tuple[str, ...]] = {}
        self._heads: dict[tuple[str, str], str] = {}
        self._chains: dict[tuple[str, str, bool], tuple[str, ...]] = {}

    def of(self, scope: Scope, function: Function) -> set[str]:
        """Functions that the calls, `with` and `for` statements of a function lead to."""
        found: set[str] = set()
        last, owner, inside, is_value = "", "", False, False
        for text in function.calls:
            root = text.partition(".")[0].rstrip("()[]")
            if root != last:  # calls are sorted, so that those of one root follow each other
                last, owner = root, scope.name(root)
                inside = owner.partition(".")[0] in self._tops
                is_value = inside and scope.is_value(root)
            if root == "super" and text.startswith("super()."):
                found.update(self._named(scope.chain(text)))
            elif inside:
                found.update(self.of_chain(owner, text, is_value=is_value))
        for value in scope.body.entered:
            found.update(self._special(scope.value(value), _ENTERED))
        for value in scope.body.iterated:
            found.update(self._special(scope.value(value), _ITERATED))
        return found

    def decorators(self, scope: Scope, function: Function) -> Iterator[str]:
        """Functions and constructors that decorating a function runs."""
        for decorator in function.decorators:
            text = chain(decorator.func if isinstance(decorator, Call) else decorator)
            if text:
                yield from self._named(scope.chain(text))

    def of_chain(self, owner: str, text: str, *, is_value: bool) -> tuple[str, ...]:
        """Functions that calling `text` may run; its first word names `owner`, or a value of that class."""
        key = (owner, text, is_value)
        found = self._chains.get(key)
        if found is None:
            found = self._chains[key] = self._read_chain(owner, text, is_value=is_value)
        return found

    def _read_chain(self, owner: str, text: str, *, is_value: bool) -> tuple[str, ...]:
        head, _, last = text.rpartition(".")
        if not head:
            target = self.program.follow(owner, text)
            if is_value and text != "cls" and text.isidentifier() and target in self.program.classes:
                return self.methods(target, "__call__")
            return self._named(target)
        before = self._heads.get((owner, head))
        if before is None:
            before = self._heads[owner, head] = self.program.follow(owner, head)
        target = self.program.step(before, last) if owner else ""
        receiver = self.program.variable_types.get(before, before)
        if receiver not in self.program.classes or self._is_exact(owner, head, before, is_value=is_value):
            return self._named(target)
        if self.program.method(receiver, last):
            return self.methods(receiver, last)
        return (*self.overrides(receiver, last), *self._named(target))

    def _is_exact(self, owner: str, head: str, before: str, *, is_value: bool) -> bool:
        """Whether a receiver is a class named by the code, or a new instance of one."""
        if before not in self.program.classes:
            return False
        if head.endswith("()"):
            return self.program.follow(owner, head[:-2]) in self.program.classes
        return not (is_value and head.isidentifier())

    def methods(self, receiver: str, name: str) -> tuple[str, ...]:
        """A method as an instance of `receiver` or of a class below it has it."""
        found = self.program.method(receiver, name)
        return (found, *self.overrides(receiver, name)) if found else self.overrides(receiver, name)

    def overrides(self, receiver: str, name: str) -> tuple[str, ...]:
        """What classes below `receiver` define under `name`."""
        key = (receiver, name)
        found = self._overrides.get(key)
        if found is None:
            classes = self.program.classes
            below = [classes[each].methods.get(name) for each in self.program.subclasses.get(receiver, ())]
            found = self._overrides[key] = tuple(each for each in below if each)[:_MOST_OVERRIDES]
        return found

    def _named(self, target: str) -> tuple[str, ...]:
        """A function, the constructors of a class, or `__call__` of a value."""
        program = self.program
        if target in program.functions:
            return (target,)
        if target in program.classes:
            found = self._constructors.get(target)
            if found is None:
                methods = [program.method(target, name) for name in CONSTRUCTORS]
                found = self._constructors[target] = tuple(each for each in methods if each)
            return found
        if target in program.variable_types:
            return self._special(program.variable_types[target], ("__call__",))
        return ()

    def _special(self, receiver: str, names: Iterable[str]) -> tuple[str, ...]:
        if receiver not in self.program.classes:
            return ()
        return tuple(each for name in names for each in self.methods(receiver, name))
