"""Methods that do something else for another class of receiver, analysed once for each such class.

A method of a base that calls `self.hook()` reaches every override while its own analysis knows no more
than the base. Where a caller knows the object's class, it asks for the method as that class has it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from purposelint.domain.expressions import Attr, Call, Name, Seq
from purposelint.domain.facts import Function
from purposelint.domain.mentions import nodes_of
from purposelint.domain.program import FunctionInfo
from purposelint.flow.lookup.class_statements import stated
from purposelint.flow.lookup.view import View

_MOST_VARIANTS = 24
"""Classes for which one method is analysed; callers of any further one get the method as it stands."""

_MOST_CLASSES = 200
"""The same for a class method, which may put the class itself in a registry; told beyond that."""

_SHOWN_BY = ("__str__", "__repr__")
"""What is asked of an object that a method hands on whole, if only to a log."""


class Receiver(NamedTuple):
    """Class of a method's own receiver; not `exact` where it may be of any class below."""

    kind: str
    exact: bool


class Uses(NamedTuple):
    """What a method asks of its receiver, by name; of the next class in line; and whether for its class."""

    own: frozenset[str]
    above: frozenset[str]
    makes: bool


class Receivers:
    """Which methods are analysed for which classes: `key` names such an analysis."""

    def __init__(self, view: View) -> None:
        """Nothing is asked for yet."""
        self._view = view
        self._uses: dict[str, Uses] = {}
        self._listed: dict[str, frozenset[str]] = {}
        self._definers: dict[str, dict[str, str]] = {}
        self._concerned: dict[Receiver, frozenset[str]] = {}
        self._keys: dict[tuple[str, str, bool], str] = {}
        self._counts: dict[str, int] = {}
        self._chosen: dict[str, tuple[str, Receiver | None]] = {}

    def chosen(self, key: str) -> tuple[str, Receiver | None]:
        """The function that a key names, and the class for which it is analysed."""
        return self._chosen.get(key, (key, None))

    def is_variant(self, key: str) -> bool:
        """Whether a key names a function as one class has it, or as it is where switches are known."""
        return key in self._chosen

    def add(self, key: str, base: str) -> None:
        """Take in a key of one more analysis of what another key names."""
        self._chosen[key] = self.chosen(base)

    def has_variants(self, symbol: str) -> bool:
        """Whether callers asked for a method as a class of theirs has it."""
        return symbol in self._counts

    def key(self, info: FunctionInfo, kind: str, *, exact: bool) -> str:
        """What names the analysis of a method for a class: its symbol where that makes no difference."""
        asked = (info.symbol, kind, exact)
        found = self._keys.get(asked)
        if found is None:
            found = self._keys[asked] = self._key(info, kind, exact=exact)
        return found

    def _key(self, info: FunctionInfo, kind: str, *, exact: bool) -> str:
        below = kind in self._view.program.subclasses
        receiver = Receiver(kind, exact or not below)
        if (kind == info.owner and not (receiver.exact and below)) or not self._concerns(info, receiver):
            return info.symbol
        key = f"{info.symbol} of {'exactly ' if receiver.exact and below else ''}{kind}"
        if key not in self._chosen:
            of_class = self._view.is_classmethod(info.symbol)
            if self._counts.get(info.symbol, 0) >= (_MOST_CLASSES if of_class else _MOST_VARIANTS):
                self._view.limits.update([info.symbol] if of_class else [])
                return info.symbol
            self._counts[info.symbol] = self._counts.get(info.symbol, 0) + 1
            self._chosen[key] = (info.symbol, receiver)
        return key

    def of_tables(self) -> Iterator[str]:
        """Keys of inherited methods for the classes that keep another list or tuple under a name they ask.

        A framework may call them, so that no caller in the project asks for them.
        """
        classes = self._view.program.classes
        for kind, info in classes.items():
            own = {field.name for field in info.facts.fields}
            for base in info.lineage[1:] if own else ():
                anew = own & self._listed_anew(base) if base in classes else frozenset()
                for name, symbol in classes[base].methods.items() if anew else ():
                    inherited = self._view.program.method(kind, name) == symbol
                    if inherited and not anew.isdisjoint(self.uses(symbol).own):
                        yield self.key(self._view.program.functions[symbol], kind, exact=False)

    def _concerns(self, info: FunctionInfo, receiver: Receiver) -> bool:
        found = self._concerned.get(receiver)
        if found is None:
            found = self._concerned[receiver] = self._methods_concerned(receiver)
        return info.symbol in found

    def _methods_concerned(self, receiver: Receiver) -> frozenset[str]:
        """Methods of a class and of those above it that, or whose own calls, ask this class another thing."""
        program = self._view.program
        info = program.classes.get(receiver.kind)
        concerned: dict[str, None] = {}
        callers: dict[str, list[str]] = {}
        for base in info.lineage if info else ():
            for symbol in program.classes[base].methods.values() if base in program.classes else ():
                uses = self.uses(symbol)
                if self._differs(base, uses, receiver):
                    concerned[symbol] = None
                for called in self._called(base, uses, receiver):
                    callers.setdefault(called, []).append(symbol)
        waiting = list(concerned)
        while waiting:
            for caller in callers.get(waiting.pop(), ()):
                if caller not in concerned:
                    concerned[caller] = None
                    waiting.append(caller)
        return frozenset(concerned)

    def _differs(self, owner: str, uses: Uses, receiver: Receiver) -> bool:
        kind, view = receiver.kind, self._view
        is_other = kind != owner
        if uses.makes and is_other:
            return True
        if (is_other or receiver.exact) and uses.own & self._listed_anew(owner):
            return True
        for name in uses.own:
            if self._definer(kind, name) != self._definer(owner, name):
                return True
            reached = view.methods(kind, name, exact=receiver.exact)
            if reached != view.methods(owner, name, exact=False):
                return True
        return any(
            view.method_above(owner, name, kind) != view.method_above(owner, name) for name in uses.above
        )

    def _listed_anew(self, owner: str) -> frozenset[str]:
        """Names under which a class keeps a list or tuple and some class below it keeps another."""
        found = self._listed.get(owner)
        if found is None:
            program = self._view.program
            below = (program.classes[each] for each in program.subclasses.get(owner, ()))
            names = {field.name for info in below for field in info.facts.fields}
            listed = (name for name in names if isinstance(stated(program, owner, name)[1], Seq))
            found = self._listed[owner] = frozenset(listed)
        return found

    def _definer(self, kind: str, name: str) -> str:
        """The class of a lineage whose body binds a name."""
        definers = self._definers.get(kind)
        if definers is None:
            definers = self._definers[kind] = {}
            classes = self._view.program.classes
            above = reversed(classes[kind].lineage) if kind in classes else ()
            for info in (classes[base] for base in above if base in classes):
                definers.update(dict.fromkeys(info.methods, info.symbol))
                definers.update((field.name, info.symbol) for field in info.facts.fields)
        return definers.get(name, "")

    def _called(self, owner: str, uses: Uses, receiver: Receiver) -> Iterator[str]:
        """Methods that a method reaches through its receiver, of this class."""
        for name in uses.own:
            yield from self._view.methods(receiver.kind, name, exact=receiver.exact)
        for name in uses.above:
            above = self._view.method_above(owner, name, receiver.kind)
            if above:
                yield above

    def uses(self, symbol: str) -> Uses:
        """What a method, or a function inside it, asks of its receiver."""
        found = self._uses.get(symbol)
        if found is None:
            info = self._view.program.functions[symbol]
            first = info.facts.params[0].name if info.facts.params else ""
            of_class = self._view.is_classmethod(symbol)
            found = self._uses[symbol] = _uses_of(self._view.with_inner(info), first, of_class=of_class)
        return found


def _uses_of(functions: tuple[Function, ...], first: str, *, of_class: bool) -> Uses:
    own: set[str] = set()
    above: set[str] = set()
    makes = False
    names = whole = 0
    for function in functions:
        for node in nodes_of(function):
            if type(node) is Name and node.id == first:
                names += 1
            elif type(node) is Attr and type(node.value) is Name and node.value.id == first:
                whole += 1
                makes = makes or node.name == "__class__"
                own.add(node.name)
            elif type(node) is Attr and _is_call_of(node.value, "super"):
                above.add(node.name)
            elif type(node) is Call:
                makes = makes or _is_call_of(node, first) or _is_call_of(node, "type")
    if names > whole:
        own.update(_SHOWN_BY)
    return Uses(frozenset(own), frozenset(above), makes or (of_class and names > whole))


def _is_call_of(node: object, name: str) -> bool:
    return type(node) is Call and type(node.func) is Name and node.func.id == name
