"""`**value`: what a mapping hands on key by key."""

from __future__ import annotations

from purposelint.flow.frame import Frame
from purposelint.flow.store import fields_of, is_named
from purposelint.flow.values import (
    ANY,
    ANY_ATTRIBUTE,
    NOTHING,
    SPREAD,
    AttributeDict,
    Instance,
    Obj,
    Sym,
    Value,
    join,
    of,
)


def spread(frame: Frame, value: Value, target: Value) -> None:
    """`{**value}` into a mapping: known keys one by one, the rest as any."""
    for ref in value.refs:
        fields = fields_of(frame.state or {}, ref)
        if isinstance(ref, Obj | Sym) and fields is not None:
            for field, held in sorted(fields.items(), key=lambda item: str(item[0])):
                frame.write(target, field, held)
            if isinstance(ref, Obj):
                continue
        if isinstance(ref, AttributeDict):
            _spread_object(frame, ref, target)
            continue
        if isinstance(ref, Sym) and _is_attributes(target):
            owners = tuple(each.owner for each in target.refs if isinstance(each, AttributeDict))
            _overwrite(frame, Value(0, 0, owners), ref)
            continue
        part = frame.read(of(ref), ANY)
        if part is not NOTHING:
            frame.write(target, ANY, part)
    if value.exact or value.vague:
        frame.write(target, ANY, Value(value.exact, value.vague))


def _is_attributes(target: Value) -> bool:
    return bool(target.refs) and all(isinstance(ref, AttributeDict) for ref in target.refs)


def _overwrite(frame: Frame, owner: Value, mapping: Sym) -> None:
    """`vars(o).update(mapping)` of what the caller hands in: any attribute may come from there."""
    for ref in owner.refs:
        for field in [f for f in fields_of(frame.state or {}, ref) or {} if is_named(f)]:
            held = frame.read(of(ref), field)
            frame.write(of(ref), field, join(held, frame.read(of(mapping), "[" + str(field)[1:])))
    frame.write(owner, SPREAD, of(mapping))


def _spread_object(frame: Frame, ref: AttributeDict, target: Value) -> None:
    """`{**vars(o)}`: every attribute that the object is known to have."""
    if not isinstance(ref.owner, Obj | Sym | Instance):
        return
    for name, held in frame.engine.all_fields(frame, ref.owner).items():
        frame.write(target, "[" + name, held)
    if isinstance(ref.owner, Sym):
        frame.write(target, ANY, frame.read(of(ref.owner), ANY_ATTRIBUTE))


def spread_attributes(frame: Frame, value: Value, target: Value) -> None:
    """`Class(**value)`: text keys become attributes."""
    for ref in value.refs:
        fields = fields_of(frame.state or {}, ref)
        if isinstance(ref, Obj | Sym) and fields is not None:
            for field, held in sorted(fields.items(), key=lambda item: str(item[0])):
                if isinstance(field, str) and field.startswith("["):
                    frame.write(target, "." + field[1:], held)
