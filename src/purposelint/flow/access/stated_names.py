"""Collections of names that a class body or a module states: what a loop over `self.SHOWN` goes through."""

from __future__ import annotations

from purposelint.domain.expressions import Attr, Expr
from purposelint.flow.access.turns import is_text
from purposelint.flow.state import store
from purposelint.flow.state.frame import Frame
from purposelint.flow.state.values import SEQUENCES, Ref, SharedObj, Static, Sym, Value

_MOST_NAMES = 16
_CLASS_BODY = ".<body>"


def listed(frame: Frame, expr: Expr, value: Value) -> list[Value] | None:
    """The texts that a collection consists of, none for an empty one; None where it may be another."""
    ref = _stated(expr, value)
    home = frame.engine.shared.homes.get(ref) if ref is not None else None
    if ref is None or home is None or not home.body or home.way:
        return None
    fields = store.fields_of(frame.state or {}, ref) or {}
    items = [fields[number] for number in range(len(fields)) if number in fields]
    if len(items) != len(fields) or len(items) > _MOST_NAMES or not all(is_text(item) for item in items):
        return None
    if not home.body.endswith(_CLASS_BODY):
        return items or None
    is_handed = len(value.refs) > 1
    return items if _is_settled(frame, expr, home.name, is_handed=is_handed) else None


def _stated(expr: Expr, value: Value) -> SharedObj | None:
    """The one collection that a value is, but for what the caller's object may have under the name."""
    if value.exact or value.vague:
        return None
    kept = [ref for ref in value.refs if type(ref) is SharedObj and ref.type in SEQUENCES]
    others = [ref for ref in value.refs if ref not in kept]
    handed = type(expr) is Attr and all(
        type(ref) is Sym and ref.path[-1] == "." + expr.name for ref in others
    )
    return kept[0] if len(kept) == 1 and len(others) <= 1 and (handed or not others) else None


def _is_settled(frame: Frame, expr: Expr, name: str, *, is_handed: bool) -> bool:
    """Whether the object has what its class states: no class below states another, no method sets it."""
    holder = frame.value(expr.value).refs if type(expr) is Attr else ()
    for ref in holder:
        kind = _class_of(ref)
        below = () if frame.is_exactly(ref) else frame.engine.program.subclasses.get(kind, ())
        if any(_states(frame, each, name) for each in below):
            return False
        if is_handed and name in frame.engine.set_by_methods(kind):
            return False
    return True


def _class_of(ref: Ref) -> str:
    return ref.name if type(ref) is Static else getattr(ref, "type", "")


def _states(frame: Frame, kind: str, name: str) -> bool:
    """Whether a class's own body binds a name."""
    return any(field.name == name for field in frame.engine.program.classes[kind].facts.fields)
