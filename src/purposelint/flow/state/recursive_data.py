"""Data that is made of things like itself: a node's children are nodes.

However deep a function that calls itself goes, what it does with the things below those that it was handed
is said once for all of them: a path then has the step `REACHED`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from purposelint.flow.state import store
from purposelint.flow.state.values import NOTHING, REACHED, Field, Obj, Ref, Sym, Value, of

if TYPE_CHECKING:
    from purposelint.flow.state.frame import Frame

_MOST_REACHED = 40


def below(frame: Frame, value: Value, field: Field) -> Value | None:
    """What an attribute holds of things that were reached already, where it is more of their class."""
    if len(value.refs) != 1:
        return None
    ref = value.refs[0]
    if type(ref) is not Sym or len(ref.path) < 2 or not isinstance(field, str) or field[:1] != ".":
        return None
    if not ref.type or frame.engine.attribute_type(ref.type, field[1:]) != ref.type:
        return None
    if store.fields_of(frame.state or {}, ref):
        return None
    return of(_reached(ref))


def reached(frame: Frame, value: Value) -> Value:
    """Everything of the class of what is given that can be reached from it, step by step."""
    found: dict[Ref, None] = {}
    seen: set[Ref] = set(value.refs)
    pending = list(value.refs)
    while pending and len(found) < _MOST_REACHED:
        ref = pending.pop()
        if type(ref) is Sym:
            found[_reached(ref)] = None
        elif isinstance(ref, Obj):
            for held in frame.fields(ref).values():
                for inner in held.refs:
                    if inner not in seen:
                        seen.add(inner)
                        pending.append(inner)
                        if _is_alike(inner, value):
                            found[inner] = None
    frame.limited = frame.limited or bool(pending)
    return Value(0, 0, tuple(found)) if found else NOTHING


def _reached(ref: Sym) -> Sym:
    return ref if ref.path[-1] == REACHED else Sym((*ref.path[:1], REACHED), ref.type)


def _is_alike(ref: Ref, value: Value) -> bool:
    kind = getattr(ref, "type", "")
    return bool(kind) and any(getattr(each, "type", "") == kind for each in value.refs)
