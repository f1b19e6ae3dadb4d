"""What variables and objects hold at one point of a function: one flat dict, copied at branches.

Names (str) map to values, references to dicts of fields. Field dicts are never changed in place, so
that a branch is a shallow copy and unchanged entries stay identical.
"""

from __future__ import annotations

from typing import Any, TypeAlias

from purposelint.flow.values import (
    ANY,
    KEY_OF,
    MAX_FIELDS,
    MAX_PATH,
    NOTHING,
    Field,
    Obj,
    Ref,
    Sym,
    Value,
    join,
    of,
)

Fields: TypeAlias = dict[Field, Value]
State: TypeAlias = dict[str | Ref, Any]
"""Values by name, fields by reference: told apart by the key, which a type cannot say."""


def fields_of(state: State, ref: Ref) -> Fields | None:
    """The fields that were written on an object, None if none were."""
    fields: Fields | None = state.get(ref)
    return fields


def initial(ref: Ref, field: Field) -> Value:
    """What a field of the caller's data held when the function began."""
    if isinstance(ref, Sym):
        if len(ref.path) > MAX_PATH:
            return of(ref)
        return of(Sym((*ref.path, field), ""))
    return NOTHING


def read(state: State, ref: Ref, field: Field) -> Value | None:
    """Value of a field, None where nothing is known of it. `*` reads everything."""
    fields = fields_of(state, ref)
    if fields is None:
        return initial(ref, field) if isinstance(ref, Sym) else None
    if field == ANY:
        return read_all(ref, fields)
    found = fields.get(field)
    rest = fields.get(ANY) if not (isinstance(field, str) and field.startswith(".")) else None
    if found is None:
        found = _by_handed_key(ref, fields, field)
    if found is None:
        return rest
    return join(found, rest) if rest is not None else found


def _by_handed_key(ref: Ref, fields: Fields, field: Field) -> Value | None:
    """What may be under a key that nothing wrote by name: a key that was handed in may be this one."""
    found = initial(ref, field) if isinstance(ref, Sym) else None
    if isinstance(field, str) and field.startswith("."):
        return found
    for each, held in fields.items():
        if isinstance(each, str) and each.startswith(KEY_OF) and each != field:
            found = held if found is None else join(found, held)
    return found


def read_all(ref: Ref, fields: Fields) -> Value:
    """Join of every key and index, not of attributes."""
    value = initial(ref, ANY)
    for field, held in fields.items():
        if not (isinstance(field, str) and field.startswith(".")):
            value = held if value is NOTHING else join(value, held)
    return value


def write(state: State, ref: Ref, field: Field, value: Value, *, strong: bool) -> None:
    """Set a field; a weak write keeps what was there. Over `MAX_FIELDS` keys fall together."""
    old = fields_of(state, ref)
    fields: Fields = dict(old) if old is not None else {}
    if field not in fields and len(fields) >= MAX_FIELDS:
        field, strong = ANY, False
    if not strong or field == ANY:
        before = fields.get(field)
        if before is None and field != ANY:
            before = initial(ref, field)
        value = join(before, value) if before is not None else value
    fields[field] = value
    state[ref] = fields


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
            result[key] = held if mine is None else join(mine, held)
        else:
            result[key] = _merge_fields(key, mine, held)
    for key, held in left.items():
        if key not in right and isinstance(key, Sym):
            result[key] = _merge_fields(key, None, held)
    return result


def _merge_fields(ref: Ref, left: Fields | None, right: Fields) -> Fields:
    if left is None:
        if isinstance(ref, Obj):
            return right
        left = {}
    result: Fields = {}
    for field in {**left, **right}:
        mine, other = left.get(field), right.get(field)
        if mine is None:
            mine = initial(ref, field)
        if other is None:
            other = initial(ref, field)
        result[field] = join(mine, other)
    return result
