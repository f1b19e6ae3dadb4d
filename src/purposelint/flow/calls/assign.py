"""Binding values to targets: names, attributes, items, unpacking."""

from __future__ import annotations

from purposelint.domain.expressions import Attr, Expr, Name, Seq, Slice, Star, Sub
from purposelint.flow.access import accessors
from purposelint.flow.application import generators, implicit
from purposelint.flow.methods import sinks
from purposelint.flow.objects import framework_items, sequences
from purposelint.flow.state import tested
from purposelint.flow.state.alternatives import in_turn
from purposelint.flow.state.fields import is_open_key
from purposelint.flow.state.frame import Frame, start_of
from purposelint.flow.state.identity import is_unidentified
from purposelint.flow.state.keys import attribute_key, handed_key, key_of, slice_bounds
from purposelint.flow.state.values import ANY, CONTAINERS, NOTHING, SYMBOL_MASK, AttributeDict, Value


def bind_target(frame: Frame, target: Expr, value: Value) -> None:
    """`target = value`, for any target."""
    if type(target) is Name:
        named = with_name(frame, target.id, value, target.at, target.at + len(target.id))
        frame.bind(target.id, named)
        if frame.info.facts.kind == "class":
            accessors.name_it(frame, value, target.id)
    elif type(target) is Attr:
        holder = frame.value(target.value)
        bind_attribute(frame, holder, Value(0, 0, (), target.name), value, target)
        names = [f"{kind}.{target.name}" for kind in outside_types(frame, holder)]
        sinks.assigned(frame, target, names, value, start_of(target, target.to), target.to)
    elif type(target) is Sub:
        holder, index = frame.value(target.value), frame.value(target.index)
        own = implicit.call(frame, holder, ("__setitem__",), (index, value), target)
        if own is None or own.rest.refs:
            rest = holder if own is None else own.rest
            in_turn(frame, index, lambda one: _put_item(frame, target, rest, one, value))
        setters = [f"{kind}.__setitem__" for kind in outside_types(frame, holder)]
        if setters:
            sinks.item_assigned(frame, target, setters, (index, value))
    elif type(target) is Seq:
        _unpack(frame, target, value)
    elif type(target) is Star:
        bind_target(frame, target.value, value)


def bind_attribute(frame: Frame, holder: Value, name: Value, value: Value, expr: Expr) -> None:
    """`holder.name = value`, by the function that sets the attribute where the class has one."""
    in_turn(frame, name, lambda one: _bind_attribute(frame, holder, one, value, expr))


def _bind_attribute(frame: Frame, holder: Value, name: Value, value: Value, expr: Expr) -> None:
    to = getattr(expr, "to", frame.standing[1])
    at = to - len(name.text) if type(expr) is Attr else start_of(expr, frame.standing[0])
    plain = tuple(ref for ref in holder.refs if not accessors.write(frame, ref, name.text, value, at, to))
    if frame.tested:
        tested.set_on(frame, holder)
    if plain:
        frame.write(Value(0, 0, plain), attribute_key(name), value)
    implicit.call(frame, holder, ("__setattr__",), (name, value), expr)


def _put_item(frame: Frame, target: Sub, holder: Value, index: Value, value: Value) -> None:
    if type(target.index) is Slice:
        sequences.put_slice(frame, holder, slice_bounds(target.index), value)
        return
    field = key_of(target.index, index)
    owners = tuple(ref.owner for ref in holder.refs if type(ref) is AttributeDict)
    if owners and (field == ANY or is_open_key(field)):
        frame.write(Value(0, 0, owners), attribute_key(index), value)
        holder = Value(0, 0, tuple(ref for ref in holder.refs if type(ref) is not AttributeDict))
    holder = framework_items.keeper(frame, holder, field)
    frame.put(holder, handed_key(index) if field == ANY else field, index, value)


def outside_types(frame: Frame, value: Value) -> list[str]:
    """Canonical names of the outside classes that a value may be an instance of."""
    own = frame.engine.program.classes
    kinds = [getattr(ref, "type", "") for ref in value.refs]
    return [kind for kind in kinds if kind and kind not in CONTAINERS and kind not in own]


def _unpack(frame: Frame, target: Seq, value: Value) -> None:
    own = implicit.iterated(frame, value)
    if own is not None:
        value = _listed(frame, own, len(target.items))
    star = next((n for n, item in enumerate(target.items) if type(item) is Star), None)
    after = len(target.items) - 1 - (star if star is not None else len(target.items))
    for index, item in enumerate(target.items):
        if type(item) is Star:
            rest = sequences.rest_of(frame, frame.site(item), value, (index, -after or None))
            bind_target(frame, item.value, rest)
            continue
        place = index if star is None or index < star else index - len(target.items)
        part = generators.leading(frame, value, place)
        part = frame.part(value, place) if part is NOTHING else part
        bind_target(
            frame, item, Value(part.exact | value.exact, part.vague | value.vague, part.refs, part.text)
        )


def _listed(frame: Frame, own: implicit.Given, length: int) -> Value:
    """A list of what iterating over an object of the project gives."""
    made = frame.fresh((*frame.standing, length, 8), "list")
    frame.write(made, ANY, own.value)
    return Value(own.rest.exact, own.rest.vague, (*made.refs, *own.rest.refs))


def with_name(frame: Frame, name: str, value: Value, at: int, to: int) -> Value:
    """The value, labelled by what its new name says; an object or a constant is not relabelled.

    Names that a class body binds are fields: what they hold is known by declaration.
    """
    if frame.info.facts.kind == "class":
        return value
    named = frame.name_labels("variable", "", name)
    mask = frame.engine.service_values.own_access.without(frame.info, named)
    if not mask or not is_unidentified(value):
        return value
    labels = frame.engine.labels
    mask &= ~labels.same_elements(value.exact)
    mask &= ~labels.outweighed(mask, value.exact & ~SYMBOL_MASK)
    if not mask:
        return value
    frame.enter(mask, at, to, name)
    return Value(value.exact | mask, value.vague, value.refs, value.text)
