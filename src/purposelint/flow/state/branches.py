"""What names and objects hold where two ways of a function meet."""

from __future__ import annotations

from purposelint.flow.state import plain
from purposelint.flow.state.fields import is_known_item, is_unnamed
from purposelint.flow.state.store import Fields, Loaded, State, Unasked, asked, before_writes
from purposelint.flow.state.values import (
    ANY,
    CLEARED,
    NOTHING,
    Field,
    Instance,
    Obj,
    Ref,
    Sym,
    Value,
    join,
    outlives,
)


def merge(left: State | None, right: State | None) -> State | None:
    """State after either of two ways; None is a way that is not taken."""
    if left is None or right is None:
        return right if left is None else left
    if left is right:
        return left
    result = dict(left)
    for key, held in right.items():
        mine = left.get(key)
        if mine is held:
            continue
        if isinstance(key, str):
            result[key] = held if mine is None else _either(mine, held)
        elif type(held) is Unasked or type(mine) is Unasked:
            result[key] = _merge_unasked(result, key, mine, held)
        elif mine is None and type(held) is Loaded:
            result[key] = held
        else:
            result[key] = _merge_fields(key, mine, held)
    for key, held in left.items() if len(right) < len(result) else ():
        if key not in right and not isinstance(key, str):
            result[key] = _on_one_way(key, held)
    return result


def _on_one_way(ref: Ref, fields: Fields) -> Fields:
    """What something holds of which the other way knows nothing."""
    if (type(ref) is not Sym and type(ref) is not Instance) and not outlives(ref):
        return fields
    if type(fields) is Unasked:
        return fields.softened()
    return fields if type(fields) is Loaded else _merge_fields(ref, None, fields)


def _merge_unasked(state: State, ref: Ref, left: Fields | None, right: Fields) -> Fields:
    """Both ways' additions, where at least one has not asked what was there."""
    if left is None:
        return right.softened() if type(right) is Unasked else right
    if type(left) is Unasked and type(right) is Unasked:
        return left.merged(right)
    left = asked(state, left) if type(left) is Unasked else left
    right = asked(state, right) if type(right) is Unasked else right
    return left if left is right else _merge_fields(ref, left, right)


def _merge_fields(ref: Ref, left: Fields | None, right: Fields) -> Fields:
    if left is None:
        if isinstance(ref, Obj) and not outlives(ref):
            return right
        left = {}
    result: Fields = {}
    uneven = False
    for field in {**left, **right}:
        mine, other = left.get(field), right.get(field)
        if mine is None or other is None:
            if field == CLEARED:
                continue
            uneven = uneven or is_known_item(field)
            mine = _unmerged(ref, left, field) if mine is None else mine
            other = _unmerged(ref, right, field) if other is None else other
        result[field] = mine if mine is other else _either(mine, other)
    if uneven and isinstance(ref, Obj):
        result.setdefault(ANY, NOTHING)
    return result


def _either(left: Value, right: Value) -> Value:
    """What is held after two ways: a value of its own, also where they agree."""
    joined = join(left, right)
    if joined is left and (left.exact or left.vague):
        return Value(left.exact, left.vague, left.refs, left.text)
    return plain.without_parts(joined) if len(joined.refs) > 1 else joined


def _unmerged(ref: Ref, fields: Fields, field: Field) -> Value:
    """What a field holds on the way that did not write to it."""
    return NOTHING if is_unnamed(field) else before_writes(ref, fields, field)
