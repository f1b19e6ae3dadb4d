"""What a loop does to every item: after it none is left as it was; where it took no turn there was none."""

from __future__ import annotations

from purposelint.domain.expressions import Attr, Call, Expr, Name
from purposelint.domain.statements import Assign, For
from purposelint.flow.state.asking import blocks_of
from purposelint.flow.state.frame import Frame
from purposelint.flow.state.store import State
from purposelint.flow.state.values import CONSTANT, UNKNOWN, Instance, Obj, Ref, Sym, Value, outlives

_VIEWS = ("items", "keys", "values", "copy")
_IN_ORDER = ("enumerate", "list", "tuple", "set", "sorted", "reversed", "iter")
"""Methods and functions that give nothing exactly where what they are handed holds nothing."""


def none_there(frame: Frame, expr: Expr) -> None:
    """Take in that a loop over an expression took no turn: it held no item, though it can still be filled."""
    while type(expr) is Call:
        if type(expr.func) is Attr and expr.func.name in _VIEWS and not expr.args:
            expr = expr.func.value
        elif type(expr.func) is Name and expr.func.id in _IN_ORDER and expr.args and not expr.args[0].star:
            expr = expr.args[0].value
        else:
            return
    value = frame.lookup(expr.id) if type(expr) is Name else None
    if value is None or type(expr) is not Name or any(map(outlives, value.refs)):
        return
    frame.clear(value)
    if value.exact or value.vague:
        frame.know(expr.id, Value(0, 0, value.refs) if value.refs else CONSTANT)


def settle(frame: Frame, iterated: Value, target: Expr, end: State | None) -> None:
    """Take the item of a loop that ran to its end as a turn left it; `end` is the store behind a turn."""
    if end is None or frame.state is None or type(target) is not Name:
        return
    item = end.get(target.id)
    ref = item.refs[0] if type(item) is Value and len(item.refs) == 1 else None
    if ref is None or outlives(ref) or ref not in end or end[ref] == frame.state.get(ref):
        return
    if _is_item_of(frame.state, ref, iterated) and not _is_known_otherwise(
        frame.state, ref, iterated, target.id
    ):
        frame.state[ref] = end[ref]


def apart(frame: Frame, loop: For, given: Value) -> Value:
    """The record that a turn gets, as a thing of its own where the loop writes to its attributes."""
    known = [each for each in given.refs if each not in UNKNOWN.refs]
    ref = known[0] if len(known) == 1 else None
    if type(ref) is not Instance or ref.site or ref.type not in frame.engine.program.classes:
        return given
    if frame.state is None or not _is_written_to(loop):
        return given
    own = Instance(ref.type, (loop.at, 36))
    frame.state.pop(own, None)
    return Value(given.exact, given.vague, (own,), given.text)


def _is_written_to(loop: For) -> bool:
    name = loop.target.id if type(loop.target) is Name else None
    assigned = (each.targets for each in blocks_of(loop.body) if type(each) is Assign)
    owners = (target.value for targets in assigned for target in targets if type(target) is Attr)
    return any(type(owner) is Name and owner.id == name for owner in owners)


def _is_item_of(state: State, ref: Ref, iterated: Value) -> bool:
    """Whether all that a value may be is one collection, every item of which a ref stands for."""
    owner = iterated.refs[0] if len(iterated.refs) == 1 else None
    if type(ref) is Sym:
        return type(owner) is Sym and owner.path == ref.path[:-1]
    held = state.get(owner, {}).values() if isinstance(owner, Obj) else ()
    return isinstance(ref, Obj) and any(ref in value.refs for value in held)


def _is_known_otherwise(state: State, ref: Ref, iterated: Value, name: str) -> bool:
    """Whether a variable or another object holds an item too, so that it may be none of the collection's."""
    for key, held in state.items():
        if isinstance(key, str):
            if key != name and ref in held.refs:
                return True
        elif key not in iterated.refs and any(ref in value.refs for value in held.values()):
            return True
    return False
