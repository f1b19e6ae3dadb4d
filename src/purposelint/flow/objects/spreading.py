"""`**value`: what a mapping hands on key by key."""

from __future__ import annotations

from purposelint.flow.state.alternatives import in_turn
from purposelint.flow.state.fields import is_known_item, is_open_key
from purposelint.flow.state.frame import Frame
from purposelint.flow.state.keys import attribute_named, item_key, name_of
from purposelint.flow.state.store import fields_of, is_named
from purposelint.flow.state.values import (
    ANY,
    ANY_ATTRIBUTE,
    CONTAINERS,
    KEYS,
    NOTHING,
    SEQUENCES,
    SPREAD,
    THINGS,
    UNKNOWN,
    AttributeDict,
    Field,
    Instance,
    Obj,
    Ref,
    Sym,
    Value,
    join,
    of,
)


def spread(frame: Frame, value: Value, target: Value) -> None:
    """`{**value}` or `dict(value)` into a mapping: known keys one by one, the rest as any."""
    for ref in value.refs:
        if isinstance(ref, Obj) and ref.type in SEQUENCES:
            _spread_pairs(frame, of(ref), target)
            continue
        if isinstance(ref, Obj | Sym):
            _spread_fields(frame, frame.fields(ref), target)
            if isinstance(ref, Obj):
                continue
        if type(ref) is AttributeDict:
            _spread_object(frame, ref, target)
            continue
        if type(ref) is Sym and _is_attributes(target):
            owners = tuple(each.owner for each in target.refs if type(each) is AttributeDict)
            _overwrite(frame, Value(0, 0, owners), ref)
            continue
        _spread_unnamed(frame, ref, target)
        if type(ref) is Sym and ref.type not in SEQUENCES:
            frame.merge(ref, target)
    if value.exact or value.vague:
        frame.write(target, ANY, Value(value.exact, value.vague))


def _spread_unnamed(frame: Frame, ref: Ref, target: Value) -> None:
    """What is under keys nobody knows; something of the outside may have any."""
    for field in (ANY, KEYS):
        part = frame.read(of(ref), field)
        if part is not NOTHING:
            frame.write(target, field, part)
        elif field == ANY and type(ref) is Instance:
            _spread_anything(frame, target)


def _spread_anything(frame: Frame, target: Value) -> None:
    """Something of the outside: it may hold any key, also one that is there already."""
    for ref in target.refs:
        for field, held in list(frame.fields(ref).items()) if isinstance(ref, Obj) else ():
            if is_known_item(field):
                frame.write(of(ref), field, join(held, UNKNOWN))
    frame.write(target, ANY, UNKNOWN)


def _spread_fields(frame: Frame, fields: dict[Field, Value], target: Value) -> None:
    """Keys of one mapping into another; one that may be missing leaves what is there."""
    sure = ANY not in fields
    for field, held in fields.items():
        if is_known_item(field):
            frame.write(target, field, held if sure else join(frame.read(target, field), held))
        elif field in (ANY, KEYS) or is_open_key(field):
            frame.write(target, field, held)


def _spread_pairs(frame: Frame, value: Value, target: Value) -> None:
    known = frame.known_items(value)
    for one in known if known is not None else [frame.elements_of(value)]:
        add_pair(frame, one, target)


def add_pair(frame: Frame, one: Value, target: Value) -> None:
    """A key and its value into a mapping; what is no pair may be either."""
    if not any(isinstance(ref, Obj) and ref.type in CONTAINERS for ref in one.refs):
        frame.write(target, ANY, one)
        frame.keep_key(target, one)
        return
    key, held = frame.read(one, 0), frame.read(one, 1)
    held = Value(held.exact | one.exact, held.vague | one.vague, held.refs, held.text)
    sure = frame.known_items(one) is not None

    def put(known: Value) -> None:
        field = item_key(known)
        before = NOTHING if sure or field == ANY or is_open_key(field) else frame.read(target, field)
        frame.put(target, field, known, held if before is NOTHING else join(before, held))

    in_turn(frame, key, put)


def _is_attributes(target: Value) -> bool:
    return bool(target.refs) and all(type(ref) is AttributeDict for ref in target.refs)


def _overwrite(frame: Frame, owner: Value, mapping: Sym) -> None:
    """`vars(o).update(mapping)` of what the caller hands in: any attribute may come from there."""
    for ref in owner.refs:
        for field in [f for f in fields_of(frame.state or {}, ref) or {} if is_named(f)]:
            held = frame.read(of(ref), field)
            frame.write(of(ref), field, join(held, frame.read(of(mapping), "[" + name_of(str(field)))))
    frame.write(owner, SPREAD, of(mapping))


def _spread_object(frame: Frame, ref: AttributeDict, target: Value) -> None:
    """`{**vars(o)}`: every attribute that the object is known to have."""
    if not isinstance(ref.owner, THINGS):
        return
    for name, held in frame.engine.all_fields(frame, ref.owner).items():
        frame.write(target, "[" + name_of("." + name), held)
    if type(ref.owner) is Sym:
        frame.write(target, ANY, frame.read(of(ref.owner), ANY_ATTRIBUTE))


def spread_attributes(frame: Frame, value: Value, target: Value) -> None:
    """`Class(**value)`: text keys become attributes."""
    for ref in value.refs:
        fields = fields_of(frame.state or {}, ref)
        if isinstance(ref, Obj | Sym) and fields is not None:
            for field, held in fields.items():
                if isinstance(field, str) and field.startswith("["):
                    frame.write(target, attribute_named(field[1:]), held)
