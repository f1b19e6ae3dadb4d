"""What variables and objects hold at one point of a function: one flat dict, copied at branches.

Names (str) map to values, references to dicts of fields. Field dicts are never changed in place, so
that a branch is a shallow copy and unchanged entries stay identical.
"""

from __future__ import annotations

from typing import Any, TypeAlias

from purposelint.flow.values import (
    ANY,
    ANY_ATTRIBUTE,
    KEY_OF,
    MAX_FIELDS,
    MAX_PATH,
    NOTHING,
    SPREAD,
    AttributeDict,
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


_UNNAMED = (ANY, ANY_ATTRIBUTE, SPREAD)


def fields_of(state: State, ref: Ref) -> Fields | None:
    """The fields that were written on an object, None if none were."""
    if isinstance(ref, AttributeDict):
        return _as_keys(state.get(ref.owner))
    fields: Fields | None = state.get(ref)
    return fields


def _as_keys(fields: Fields | None) -> Fields | None:
    """Attributes as the items of a dict."""
    if fields is None:
        return None
    keys: Fields = {f"[{str(field)[1:]}": held for field, held in fields.items() if is_named(field)}
    for field in (ANY_ATTRIBUTE, SPREAD):
        if field in fields:
            keys[ANY] = join(keys[ANY], fields[field]) if ANY in keys else fields[field]
    return keys


def _as_attribute(key: Field) -> Field:
    """The attribute that an item of an object's dict is."""
    return "." + key[1:] if isinstance(key, str) and key.startswith("[") else ANY_ATTRIBUTE


def is_attribute(field: Field) -> bool:
    """Whether a field is an attribute, not an item."""
    return isinstance(field, str) and field.startswith(".")


def is_named(field: Field) -> bool:
    """Whether a field is an attribute whose name is known."""
    return is_attribute(field) and field not in (ANY_ATTRIBUTE, SPREAD)


def initial(ref: Ref, field: Field) -> Value:
    """What a field of the caller's data held when the function began."""
    if isinstance(ref, Sym):
        if len(ref.path) > MAX_PATH:
            return of(ref)
        return of(Sym((*ref.path, field), ""))
    return NOTHING


def read(state: State, ref: Ref, field: Field) -> Value | None:
    """Value of a field, None where nothing is known of it. `*` reads everything."""
    if isinstance(ref, AttributeDict):
        return read(state, ref.owner, _as_attribute(field))
    fields = fields_of(state, ref)
    if fields is None:
        return initial(ref, field) if isinstance(ref, Sym) else None
    if field in (ANY, ANY_ATTRIBUTE):
        return read_all(ref, fields, field)
    found = fields.get(field)
    if is_attribute(field):
        unnamed = ANY_ATTRIBUTE in fields or SPREAD in fields
        rest = _not_by_name(state, fields, str(field)) if unnamed else None
    else:
        rest = fields.get(ANY)
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


def _not_by_name(state: State, fields: Fields, field: str) -> Value:
    """What an attribute may hold that mappings brought along, or that was set under a name nobody knows."""
    value = fields.get(ANY_ATTRIBUTE, NOTHING)
    value = Value(0, value.exact | value.vague, value.refs) if value is not NOTHING else NOTHING
    for ref in fields[SPREAD].refs if SPREAD in fields else ():
        found = read(state, ref, "[" + field[1:])
        if found is not None:
            value = found if value is NOTHING else join(value, found)
    return value


def read_all(ref: Ref, fields: Fields, which: Field = ANY) -> Value:
    """Join of every key and index, or of every attribute."""
    value = initial(ref, which)
    for field, held in fields.items():
        if is_attribute(field) is (which == ANY_ATTRIBUTE):
            value = held if value is NOTHING else join(value, held)
    return value


def write(state: State, ref: Ref, field: Field, value: Value, *, strong: bool) -> None:
    """Set a field; a weak write keeps what was there. Over `MAX_FIELDS` keys fall together."""
    if isinstance(ref, AttributeDict):
        ref, field = ref.owner, _as_attribute(field)
    old = fields_of(state, ref)
    fields: Fields = dict(old) if old is not None else {}
    if field not in fields and len(fields) >= MAX_FIELDS:
        field, strong = ANY_ATTRIBUTE if is_attribute(field) else ANY, False
    if not strong or field in _UNNAMED:
        before = fields.get(field)
        if before is None and field not in _UNNAMED:
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
