"""Attributes and keys that a test found empty: what was there is not, until somebody may have set it anew."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from purposelint.domain.expressions import Attr, Call, Const, Expr, Name, Sub
from purposelint.flow.state import store
from purposelint.flow.state.values import UNKNOWN, Field, Instance, Obj, Ref, Sym, Value, holds, outlives

if TYPE_CHECKING:
    from purposelint.flow.state.frame import Frame

EMPTY = Value()
"""What a test found empty, told from what the code itself wrote there; compared by identity."""

_LONGEST_CHAIN = 4


def empty(frame: Frame, expr: Expr) -> None:
    """Take in that `o.name`, `m["key"]` or `m.get("key")` is empty where it holds data of its own.

    A container that is empty can still be filled, so it stays what it is.
    """
    part = _part(expr)
    if part is None or frame.state is None:
        return
    holder, field = part
    owner = frame.value(holder)
    if owner.refs == UNKNOWN.refs and store.is_attribute(field):
        owner = _told_apart(frame, holder, owner)
    if len(owner.refs) != 1 or not holds(owner.refs[0]) or outlives(owner.refs[0]):
        return
    value = frame.value(expr)
    if not (value.exact or value.vague) or any(isinstance(ref, Obj) for ref in value.refs):
        return
    frame.tested.setdefault((owner.refs[0], field), frame.read(owner, field))
    store.write(frame.state, owner.refs[0], field, EMPTY, strong=True)


def _told_apart(frame: Frame, holder: Expr, owner: Value) -> Value:
    """What a local variable holds, as a thing of its own where nobody knows what it is.

    A name of the module stays unbound here: behind the test it would be known on one of two ways only.
    """
    if type(holder) is not Name or frame.lookup(holder.id) is None:
        return owner
    own = Value(owner.exact, owner.vague, (Instance("", frame.numbered((holder.id, "tested"))),))
    frame.know(holder.id, own)
    return own


def set_on(frame: Frame, holder: Value) -> None:
    """Forget what tests said of things that are not known where one of these is set an attribute."""
    if any(ref in UNKNOWN.refs for ref in holder.refs):
        touched(frame, (UNKNOWN,))


def touched(frame: Frame, values: Iterable[Value | None]) -> None:
    """Forget what tests said of things that code which nobody knows may have changed."""
    given = {ref for value in values if value is not None for ref in value.refs}
    for (ref, field), before in frame.tested.items():
        if any(_reaches(each, ref) for each in given):
            _restore(frame, ref, field, before)


def forget(frame: Frame) -> None:
    """Forget what tests said: to a caller nothing was written."""
    for (ref, field), before in frame.tested.items():
        _restore(frame, ref, field, before)


def _restore(frame: Frame, ref: Ref, field: Field, before: Value) -> None:
    fields = store.fields_of(frame.state, ref) if frame.state is not None else None
    if fields is not None and frame.state is not None and fields.get(field) is EMPTY:
        store.write(frame.state, ref, field, before, strong=True)


def _reaches(given: Ref, ref: Ref) -> bool:
    """Whether something is what a thing was reached by."""
    if type(given) is Sym and type(ref) is Sym:
        return ref.path[: len(given.path)] == given.path
    if given in UNKNOWN.refs:
        return type(ref) is Instance and not ref.type
    return given == ref


def _part(expr: Expr) -> tuple[Expr, Field] | None:
    """The holder and the field that an expression reads, None for anything else."""
    found: tuple[Expr, Field] | None = None
    if type(expr) is Attr:
        found = expr.value, "." + expr.name
    elif type(expr) is Sub and (key := _text(expr.index)):
        found = expr.value, "[" + key
    elif type(expr) is Call and expr.args and not any(arg.star or arg.name for arg in expr.args):
        found = _asked(expr)
    return found if found is not None and _is_chain(found[0]) else None


def _asked(call: Call) -> tuple[Expr, Field] | None:
    """`m.get("key")` and `getattr(o, "name", None)`."""
    values = [arg.value for arg in call.args]
    if type(call.func) is Attr and call.func.name == "get" and (key := _text(values[0])):
        return call.func.value, "[" + key
    if type(call.func) is Name and call.func.id == "getattr" and len(values) > 1:
        name = _text(values[1])
        return (values[0], "." + name) if name else None
    return None


def _text(expr: Expr) -> str:
    return str(expr.value) if type(expr) is Const and expr.kind == "str" and expr.value else ""


def _is_chain(expr: Expr) -> bool:
    """Whether an expression is a name with attributes and constant keys, so that reading it does nothing."""
    for _ in range(_LONGEST_CHAIN):
        if type(expr) is Name:
            return True
        if type(expr) is Attr or (type(expr) is Sub and _text(expr.index)):
            expr = expr.value
        else:
            return False
    return False
