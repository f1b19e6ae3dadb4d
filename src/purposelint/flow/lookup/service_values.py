"""Attributes that a class fills with what is the service's own (its settings) or a thing's."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from purposelint.domain.chains import KEYED, dotted, receiver_word
from purposelint.domain.expressions import Attr, Bool, Call, Cond, Const, Expr, Name, Sub
from purposelint.domain.mentions import assigned_by, nodes_of
from purposelint.domain.program import ClassInfo, FunctionInfo
from purposelint.flow.lookup.company import Company
from purposelint.flow.lookup.knowledge import Knowledge
from purposelint.flow.lookup.labels import Labels
from purposelint.flow.lookup.own_access import OwnAccess
from purposelint.flow.lookup.service_parameters import ServiceParameters

if TYPE_CHECKING:
    from purposelint.flow.lookup.view import View

_LONGEST_CHAIN = 12
_OWN = ("self", "cls")


class ServiceValues:
    """What classes fill their attributes with, read once for each class."""

    def __init__(self, view: View, labels: Labels) -> None:
        """Nothing is read yet; the labels say of a receiver's word and a name that it is no person's."""
        self._view = view
        self._is_nobodys = labels.is_nobodys
        self._read: dict[str, dict[str, bool]] = {}
        self.parameters = ServiceParameters(view, self)
        self.own_access = OwnAccess(view.knowledge.vocabulary.own_grants, labels)
        self.company = Company(labels)

    def fill(self, kind: str, name: str) -> bool:
        """Whether a class, or one above it, fills an attribute so; what else is put there shows by itself."""
        info = self._view.program.classes.get(kind)
        lineage = info.lineage if info else ()
        return any(
            self._of_class(base).get(name, False) for base in lineage if base in self._view.program.classes
        )

    def is_services(self, info: FunctionInfo, name: str, expr: Expr) -> bool:
        """Whether what a function hands in under a name is the service's own or a thing's."""
        return self._value(name, partial(self._view.resolve, info)).is_services(expr)

    def _of_class(self, kind: str) -> dict[str, bool]:
        found = self._read.get(kind)
        if found is None:
            found = self._read[kind] = {}
            for name, is_services in self._assigned(self._view.program.classes[kind]):
                found[name] = found.get(name, False) or is_services
        return found

    def _assigned(self, info: ClassInfo) -> Iterator[tuple[str, bool]]:
        """Attributes with whether each value put into them is the service's; constants say nothing."""
        resolve = partial(self._view.program.resolve, info.module)
        for field in info.facts.fields:
            if field.value is not None and type(field.value) is not Const:
                yield field.name, self._value(field.name, resolve).is_services(field.value)
        for symbol in info.methods.values():
            yield from self._in_method(self._view.program.functions[symbol])

    def _in_method(self, info: FunctionInfo) -> Iterator[tuple[str, bool]]:
        receiver = info.facts.params[0].name if info.facts.params else ""
        resolve = partial(self._view.resolve, info)
        for node in nodes_of(info.facts):
            for target, value in assigned_by(node):
                if type(value) is Const or type(target) is not Attr:
                    continue
                if dotted(target.value) == receiver:
                    yield target.name, self._value(target.name, resolve).is_services(value)

    def _value(self, name: str, resolve: Callable[[str], str]) -> _Value:
        return _Value(self._view.knowledge, resolve, lambda word: self._is_nobodys(word, name))


class _Value(NamedTuple):
    """A value that is put into an attribute; `is_nobodys` judges the attribute behind a receiver's word."""

    knowledge: Knowledge
    resolve: Callable[[str], str]
    is_nobodys: Callable[[str], bool]

    def is_services(self, expr: Expr | None, depth: int = 0) -> bool:
        """Whether it is read of the environment, of settings or of a thing; one way of `or` is enough."""
        if depth > _LONGEST_CHAIN:
            return False
        if type(expr) is Bool:
            return any(self.is_services(each, depth + 1) for each in expr.values)
        if type(expr) is Cond:
            ways = [each for each in (expr.body, expr.orelse) if type(each) is not Const]
            return bool(ways) and all(self.is_services(each, depth + 1) for each in ways)
        if type(expr) is Call:
            return self._is_asked(expr, depth)
        if type(expr) is not Attr and type(expr) is not Sub:
            return False
        if self._is_stated(dotted(expr)) or self._is_of(expr.value):
            return True
        return self.is_services(expr.value, depth + 1)

    def _is_asked(self, call: Call, depth: int) -> bool:
        """A call of which an entry says so, or that looks up a constant key in such a value."""
        func = call.func
        canonical = self.resolve(dotted(func))
        if canonical and self.knowledge.is_nobodys(canonical):
            return True
        constant = all(type(arg.value) is Const for arg in call.args)
        if not (type(func) is Attr and func.name in KEYED and constant):
            return False
        return self._is_of(func.value) or self.is_services(func.value, depth + 1)

    def _is_of(self, owner: Expr) -> bool:
        """Whether what is read of this owner under the attribute's name would be no person's."""
        own = type(owner) is Name and owner.id in _OWN
        return not own and self.is_nobodys(receiver_word(owner))

    def _is_stated(self, text: str) -> bool:
        """Whether an entry says so of a dotted name, or of what it begins with."""
        canonical = self.resolve(text) if text else ""
        while canonical:
            if any(not source.element for source in self.knowledge.source_attributes(canonical)):
                return True
            canonical = canonical.rpartition(".")[0]
        return False
