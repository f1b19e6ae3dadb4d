"""What a value is apart from what it holds: a bare datum, code."""

from __future__ import annotations

from purposelint.flow.state.values import FUNCTION, PARTIAL, Bound, Instance, Obj, Ref, Static, Sym, Value


def is_code(ref: Ref) -> bool:
    """Whether a ref is a name of code, a method, or a function as an object with what it keeps."""
    if isinstance(ref, Obj):
        return ref.type.startswith((FUNCTION, PARTIAL))
    return type(ref) is Static or type(ref) is Bound


def is_unidentified(value: Value) -> bool:
    """Whether a value may be a bare datum: not a constant, not a known object, class or function."""
    if not value.refs:
        return bool(value.exact or value.vague)
    for ref in value.refs:
        if type(ref) is Sym and not ref.type:
            return True
        if type(ref) is Instance and (not ref.type or "()" in ref.type):
            return True
    return False
