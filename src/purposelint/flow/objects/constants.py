"""Values that the code itself states: what a variable that equals one of them holds."""

from __future__ import annotations

from purposelint.domain.expressions import Attr, Const, Expr, Map, Name, Seq
from purposelint.flow.state import store
from purposelint.flow.state.frame import Frame
from purposelint.flow.state.values import ANY, CONSTANT, CONTAINERS, KEYS, NOTHING, Obj, Value


def is_empty_display(expr: Expr) -> bool:
    """Whether an expression is `[]`, `()` or `{}`."""
    return (type(expr) is Seq or type(expr) is Map) and not expr.items


def stated(frame: Frame, expr: Expr) -> Value | None:
    """The constant that an expression stands for, None where it may be anything else."""
    if not isinstance(expr, Const | Name | Attr):
        return None
    value = frame.value(expr)
    return value if _is_constant(value) else None


def any_of(frame: Frame, expr: Expr) -> Value | None:
    """One of the constants that a collection consists of, None where it may hold anything else."""
    if type(expr) is Map:
        known = all(type(item.key) is Const for item in expr.items)
        return CONSTANT if expr.items and known else None
    if type(expr) is Seq:
        found = [stated(frame, item) for item in expr.items]
        if not found or None in found:
            return None
        return found[0] if len(found) == 1 else CONSTANT
    if (type(expr) is not Name and type(expr) is not Attr) or not _keeps_its_items(frame, expr):
        return None
    refs = frame.value(expr).refs
    return CONSTANT if refs and all(_holds_constants(frame, ref) for ref in refs) else None


def _keeps_its_items(frame: Frame, expr: Name | Attr) -> bool:
    """Whether nobody out of sight fills a collection: it is made here, or called a constant."""
    name = expr.id if isinstance(expr, Name) else expr.name
    return name.isupper() or (type(expr) is Name and frame.lookup(name) is not None)


def _holds_constants(frame: Frame, ref: object) -> bool:
    """Whether a collection is known to its last item, of a dict to its last key."""
    if not isinstance(ref, Obj) or ref.type not in CONTAINERS:
        return False
    fields = store.fields_of(frame.state or {}, ref)
    if not fields:
        return False
    if ref.type == "dict":
        return ANY not in fields and KEYS not in fields
    return all(_is_constant(held) for held in fields.values())


def _is_constant(value: Value) -> bool:
    return value is not NOTHING and not (value.refs or value.exact or value.vague)
