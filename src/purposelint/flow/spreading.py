"""`**value`: what a mapping hands on key by key."""

from __future__ import annotations

from purposelint.flow.frame import Frame
from purposelint.flow.store import fields_of
from purposelint.flow.values import ANY, NOTHING, Obj, Sym, Value, of


def spread(frame: Frame, value: Value, target: Value) -> None:
    """`{**value}` into a mapping: known keys one by one, the rest as any."""
    for ref in value.refs:
        fields = fields_of(frame.state or {}, ref)
        if isinstance(ref, Obj | Sym) and fields is not None:
            for field, held in sorted(fields.items(), key=lambda item: str(item[0])):
                frame.write(target, field, held)
            if isinstance(ref, Obj):
                continue
        part = frame.read(of(ref), ANY)
        if part is not NOTHING:
            frame.write(target, ANY, part)
    if value.exact or value.vague:
        frame.write(target, ANY, Value(value.exact, value.vague))


def spread_attributes(frame: Frame, value: Value, target: Value) -> None:
    """`Class(**value)`: text keys become attributes."""
    for ref in value.refs:
        fields = fields_of(frame.state or {}, ref)
        if isinstance(ref, Obj | Sym) and fields is not None:
            for field, held in sorted(fields.items(), key=lambda item: str(item[0])):
                if isinstance(field, str) and field.startswith("["):
                    frame.write(target, "." + field[1:], held)
