"""Attributes copied name by name: `setattr(o, k, m[k])` puts each entry of a mapping under its own name."""

from __future__ import annotations

from typing import NamedTuple

from purposelint.domain.expressions import Attr, Call, Expr, Name, Seq, Sub
from purposelint.domain.statements import For
from purposelint.flow.objects.spreading import spread
from purposelint.flow.state.frame import Frame
from purposelint.flow.state.keys import attribute_key
from purposelint.flow.state.values import ANY_ATTRIBUTE, Value, attribute_dicts


class Copied(NamedTuple):
    """A mapping whose entries a loop goes through, with what its two names are bound to."""

    mapping: Value
    key: Value
    held: Value


def note_entries(frame: Frame, loop: For) -> None:
    """`for k, v in m.items()`: remember, once the target is bound, that `v` is what `m` has under `k`."""
    names, made = loop.target, loop.iter
    if not (type(names) is Seq and type(made) is Call and type(made.func) is Attr):
        return
    pair = tuple(item.id for item in names.items if type(item) is Name)
    if made.func.name != "items" or made.args or len(pair) != 2 or len(names.items) != 2:
        return
    key, held = frame.lookup(pair[0]), frame.lookup(pair[1])
    if key is not None and held is not None:
        frame.entries[pair] = Copied(frame.value(made.func.value), key, held)


def copy_entries(frame: Frame, node: Call, holder: Value, name: Value) -> bool:
    """`setattr(o, k, m[k])` in a loop over the names; False where it is something else."""
    if not frame.loops or attribute_key(name) != ANY_ATTRIBUTE or len(node.args) != 3:
        return False
    key = node.args[1].value
    mapping = _under(frame, key.id, node.args[2].value) if type(key) is Name else None
    if mapping is None or not mapping.refs or mapping.exact or mapping.vague:
        return False
    spread(frame, mapping, attribute_dicts(holder))
    return True


def _under(frame: Frame, key: str, held: Expr) -> Value | None:
    """The mapping of which an expression is what stands under the key of that name."""
    if type(held) is Name:
        copied = frame.entries.get((key, held.id))
        bound = copied and (frame.lookup(key), frame.lookup(held.id)) == (copied.key, copied.held)
        return copied.mapping if copied and bound else None
    if type(held) is Sub and _is_name(held.index, key):
        return frame.value(held.value)
    if type(held) is not Call:
        return None
    given = [argument.value for argument in held.args]
    if type(held.func) is Attr and held.func.name in ("get", "pop") and given and _is_name(given[0], key):
        return frame.value(held.func.value)
    if _is_name(held.func, "getattr") and len(given) > 1 and _is_name(given[1], key):
        return attribute_dicts(frame.value(given[0]))
    return None


def _is_name(expr: Expr, name: str) -> bool:
    return type(expr) is Name and expr.id == name
