"""Reading attributes: of modules, classes, objects, outside values, and of things nobody declared."""

from __future__ import annotations

from purposelint.domain.expressions import Attr
from purposelint.domain.library import Source
from purposelint.flow.access import accessors
from purposelint.flow.access.printing import is_exception
from purposelint.flow.application import apply, callables, implicit, names
from purposelint.flow.application.decoration import named
from purposelint.flow.lookup.extensions import Extended
from purposelint.flow.objects import declared_dicts, queries
from purposelint.flow.objects.instance_fields import class_attribute, held_in, is_constant
from purposelint.flow.state import guesses, planting
from purposelint.flow.state.forms import TEXT
from purposelint.flow.state.frame import Frame, start_of
from purposelint.flow.state.rendering import render
from purposelint.flow.state.values import (
    CONSTANT,
    CONTAINERS,
    NOTHING,
    THINGS,
    UNKNOWN,
    Bound,
    Instance,
    Obj,
    Path,
    Ref,
    Static,
    Sym,
    Value,
    attribute_dicts,
    holds,
    join,
    of,
)

_OF_CODE = frozenset({"__name__", "__qualname__", "__module__", "__doc__", "__file__"})
"""Attributes that speak of the program, not of what it handles."""

_OF_EXCEPTION = frozenset({"args", "message", "msg", "reason", "detail", "value"})
"""Attributes in which exceptions of the outside show what they were made with."""


_VALUE = "value"
"""The attribute of an object that is nothing but one value."""


class _Reading:
    """What reading one attribute gives, collected over everything that its holder may be."""

    def __init__(self, frame: Frame, expr: Attr, *, computed: bool) -> None:
        self.frame = frame
        self.computed = computed
        self.expr = expr
        self.name = expr.name
        self.value = NOTHING
        self.declared = 0
        self.named = 0
        self.settled = False

    def take(self, ref: Ref) -> None:
        """Take in one ref of the holder."""
        if type(ref) is Static:
            found = of_static(self.frame, ref.name, self.name)
        elif isinstance(ref, THINGS):
            in_project = ref.type in self.frame.engine.program.classes
            found = self._of_class(ref) if in_project else self._of_outside(ref)
        else:
            found = UNKNOWN
        self.value = found if self.value is NOTHING else join(self.value, found)

    def mask(self) -> int:
        """Labels by declaration; by the attribute's name only where no declaration settles it."""
        return self.declared if self.settled or self.declared else self.named

    def by_name(self, word: str) -> int:
        """What the attribute's name says behind an owner's word."""
        return self.frame.name_labels("attribute", word, self.name, computed=self.computed)

    def _of_class(self, ref: Obj | Sym | Instance) -> Value:
        """An attribute of an instance of a class of the project: field, property, method, class attribute."""
        engine, name, kind = self.frame.engine, self.name, ref.type
        method = engine.program.method(kind, name)
        if method:
            self.settled = True
            if engine.is_property(method):
                start = self.expr.to - len(name)
                return apply.call_function(self.frame, method, [(None, of(ref))], start, self.expr.to)
            return of(Bound(method, of(ref)))
        managed = accessors.read(self.frame, ref, name, self.expr.to - len(name), self.expr.to)
        if managed is not None:
            self.settled = True
            return managed
        held = held_in(self.frame, ref, name)
        if name in engine.knowledge.making:
            made = declared_dicts.read(self.frame, ref, name, held, self.expr.to - len(name))
            if made is not None:
                self.settled = True
                return made
        constant = holds(ref) and is_constant(held)
        mask = engine.field_mask(kind, name)
        if mask is not None or constant:
            self.settled = True
            self.declared |= 0 if constant else mask or self._of_value_object()
        elif not engine.service_values.fill(kind, name):
            for word in (kind.rpartition(".")[2], self.frame.receiver(self.expr.value)):
                self.named |= self.by_name(word)
        if mask is None and held in (of(Instance("")), self._unset(ref)) and not self._is_own(ref):
            computed = self._computed(ref)
            known = computed is not NOTHING and type(held.refs[0]) is Instance
            held = computed if known else join(held, computed)
        return self.frame.filling.open(self.frame, ref, "." + name, held)

    def _of_value_object(self) -> int:
        """What the word before `.value` says, where its class says nothing: `contact.email.value`."""
        return self.by_name(self.frame.receiver(self.expr.value)) if self.name == _VALUE else 0

    def _unset(self, ref: Obj | Sym | Instance) -> Value | None:
        """What an attribute of the caller's holds of which nothing is known."""
        return of(Sym((*ref.path, "." + self.name), "")) if type(ref) is Sym else None

    def _is_own(self, ref: Ref) -> bool:
        """Whether a ref is the receiver of the method under analysis, whose attributes its class sets."""
        return type(ref) is Sym and ref.path == (0,) and bool(self.frame.info.owner)

    def _computed(self, ref: Ref) -> Value:
        """What a class gives for names that nothing declares or sets."""
        name = Value(0, 0, (), self.name)
        given = implicit.call(self.frame, of(ref), ("__getattribute__", "__getattr__"), (name,), self.expr)
        if given is None:
            return NOTHING
        if given.value.exact or not given.value.refs:
            self.settled = True
        return given.value

    def _of_outside(self, ref: Obj | Sym | Instance) -> Value:
        """An attribute of something that the project does not declare."""
        knowledge, name, kind = self.frame.engine.knowledge, self.name, ref.type
        receiver = self.frame.receiver(self.expr.value)
        held = self.frame.read(of(ref), "." + name) if holds(ref) else NOTHING
        if kind and kind not in CONTAINERS:
            dotted = f"{kind}.{name}"
            sources: list[Source] = [s for s in knowledge.source_attributes(dotted) if not s.key]
            stated = knowledge.type_of_attribute(kind, name)
            registry = knowledge.registry(dotted)
        else:
            dotted = f"{receiver}.{name}"
            registry = knowledge.registry_of(name, receiver)
            sources = [s for s in knowledge.source_attributes_of(name, receiver) if not s.key]
            stated = knowledge.stated_type_of(name, receiver)
        if any(not source.element for source in sources):
            self.settled = True
        self.declared |= self.frame.engine.source_mask(sources, dotted)
        if registry is not None:
            return planting.registry(self.frame, registry)
        if held is NOTHING or held.refs or held.exact:
            self.named |= self.by_name(receiver)
        unset = held is NOTHING or _is_initial(held)
        extended = self.frame.engine.extensions.find(kind, receiver, name) if unset else None
        if extended is not None:
            given = self._of_extension(ref, extended)
            held = held if given.refs in ((), UNKNOWN.refs) and not given.exact else given
        stated = stated or (self.frame.engine.relations.reached(name) if unset else "")
        if stated and unset:
            return of(Sym((*ref.path, "." + name), stated)) if type(ref) is Sym else of(Instance(stated))
        return held if held is not NOTHING else UNKNOWN

    def _of_extension(self, ref: Ref, extended: Extended) -> Value:
        """A method that the project gave objects of the outside, or what it gives."""
        if not extended.is_property:
            return of(Bound(extended.symbol, of(ref)))
        start = self.expr.to - len(self.name)
        return apply.call_function(self.frame, extended.symbol, [(None, of(ref))], start, self.expr.to)


def evaluate(frame: Frame, expr: Attr) -> Value:
    """`value.name` as data."""
    return read(frame, frame.value(expr.value), expr)


def read(frame: Frame, holder: Value, expr: Attr, *, computed: bool = False) -> Value:
    """An attribute of a value: with the labels of the field, or of the name where nothing is declared.

    A `computed` name stands somewhere else than behind what it is read from.
    """
    if expr.name in _OF_CODE:
        return CONSTANT
    if expr.name == "__dict__":
        return attribute_dicts(holder) if holder.refs else Value(holder.exact, holder.vague)
    if expr.name == "__class__":
        kinds = classes_of(holder)
        return kinds if kinds.refs else UNKNOWN
    if expr.name in frame.engine.value_methods:
        method = frame.engine.method_value(frame, holder, expr.name, expr.to)
        if method is not None:
            return method
    reading = _Reading(frame, expr, computed=computed)
    for ref in holder.refs:
        reading.take(ref)
    result, mask = reading.value, reading.mask()
    if not holder.refs:
        result = UNKNOWN if holder.exact or holder.vague else NOTHING
        mask = reading.by_name(frame.receiver(expr.value))
    if (
        expr.name in _OF_EXCEPTION
        and not frame.read(holder, "." + expr.name).refs
        and any(type(ref) is Instance and is_exception(ref.type) for ref in holder.refs)
    ):
        result = Value(result.exact | frame.deep(holder).exact, result.vague, result.refs)
    result = _seen(frame, holder, expr.name, result)
    result = guesses.part_of(frame, holder, expr.name, result) if holder.vague else result
    mask &= ~frame.engine.labels.same_elements(result.exact)
    if not mask:
        return result
    start = start_of(expr.value, expr.to)
    frame.enter(mask, start, expr.to, render(expr), path=_handed_in(holder, expr.name, result))
    return Value(result.exact | mask, result.vague, result.refs or UNKNOWN.refs, result.text)


def _seen(frame: Frame, holder: Value, name: str, result: Value) -> Value:
    """An attribute that shows the data of what has it, if it is one of those of an outside type."""
    views = frame.engine.knowledge.views
    if name not in views.names or not any(views.shows(getattr(r, "type", ""), name) for r in holder.refs):
        return result
    return Value(result.exact | holder.exact, result.vague | holder.vague, result.refs, result.text)


def _handed_in(holder: Value, name: str, result: Value) -> Path | None:
    """Where the caller has an attribute over which nothing was written; None for any other."""
    if len(holder.refs) != 1 or len(result.refs) != 1:
        return None
    owner, held = holder.refs[0], result.refs[0]
    if not (type(owner) is Sym and type(held) is Sym):
        return None
    return held.path if held.path == (*owner.path, "." + name) else None


def classes_of(value: Value) -> Value:
    """The classes of everything that a value may be, as far as they are known; no data."""
    kinds = (getattr(ref, "type", "") for ref in value.refs)
    return Value(0, 0, tuple(dict.fromkeys(Static(kind) for kind in kinds if kind)))


def _classes_below(frame: Frame, owner: str) -> Value:
    """What `owner.__subclasses__` is: it gives a list of the classes that name it as their base."""
    program, at = frame.engine.program, frame.standing[0]
    below = [each for each in program.subclasses.get(owner, ()) if owner in program.classes[each].bases]
    made = frame.fresh((at, 40), "list")
    for index, symbol in enumerate(below):
        frame.write(made, index, of(Static(symbol)))
    return callables.answering(frame, made, at)


def _is_initial(value: Value) -> bool:
    return len(value.refs) == 1 and type(value.refs[0]) is Sym and not value.exact


def of_static(frame: Frame, owner: str, name: str) -> Value:
    """An attribute of a module, a class or a function, by canonical name."""
    engine = frame.engine
    program = engine.program
    if owner in program.modules:
        canonical = program.modules[owner].names.get(name) or f"{owner}.{name}"
        return names.of_module(frame, owner, name, canonical)
    if owner in program.classes:
        return _of_class_object(frame, owner, name)
    if owner in program.functions:
        return engine.called_as(owner, name)
    dotted = f"{owner}.{name}"
    stated = engine.knowledge.stated_type(dotted)
    if stated:
        return of(Instance(stated))
    sources = [s for s in engine.knowledge.source_attributes(dotted) if s.element and not s.key]
    if sources:
        return Value(engine.source_mask(sources, dotted), 0, (Static(dotted),))
    query = queries.begun(frame, owner, name)
    itself = names.of_outside(frame, dotted)
    return itself if query is NOTHING else join(query, itself)


def _of_class_object(frame: Frame, owner: str, name: str) -> Value:
    """An attribute of a class itself: method, nested class, class attribute, the query it begins."""
    engine, program = frame.engine, frame.engine.program
    method = program.method(owner, name)
    if method:
        return of(Bound(method, of(Static(owner)))) if engine.is_classmethod(method) else named(frame, method)
    if f"{owner}.{name}" in program.classes:
        return of(Static(f"{owner}.{name}"))
    if name == "__subclasses__":
        return _classes_below(frame, owner)
    value = class_attribute(frame, owner, name)
    query = queries.begun(frame, owner, name)
    if value is not NOTHING or query is not NOTHING:
        return value if query is NOTHING else query if value is NOTHING else join(value, query)
    outside = program.outside_bases(owner)
    return of(Instance(engine.knowledge.type_of_attribute(outside[0], name))) if outside else UNKNOWN


def as_text(frame: Frame, value: Value, form: str = TEXT) -> Value:
    """A value turned into text: its labels, without its identity."""
    flat = frame.deep(value, form)
    return Value(flat.exact, flat.vague, (), value.text) if value.refs or value.text else flat
