"""What variables and objects hold at one point of a function: one flat dict, copied at branches.

Names (str) map to values, references to dicts of fields. Field dicts are never changed in place, so
that a branch is a shallow copy and unchanged entries stay identical. Their order is that of a dict's
keys in Python. An object whose `*` holds nothing may lack some of its items, or have more of them.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeAlias

from purposelint.flow.state import merged
from purposelint.flow.state.fields import is_item, is_known_item, is_open_key, is_unnamed
from purposelint.flow.state.keys import attribute_named, may_be_same, name_of
from purposelint.flow.state.values import (
    ANY,
    ANY_ATTRIBUTE,
    BEFORE,
    CLEARED,
    EACH,
    KEY_OF,
    KEYS,
    MAX_ATTRIBUTES,
    MAX_FIELDS,
    MAX_PATH,
    MORE,
    NOTHING,
    OPEN_KEY,
    SEQUENCES,
    SPREAD,
    UNKNOWN,
    AttributeDict,
    Field,
    Instance,
    Obj,
    Ref,
    Sym,
    Value,
    join,
    of,
    outlives,
)

Fields: TypeAlias = dict[Field, Value]
State: TypeAlias = dict[str | Ref, Any]
"""Values by name, fields by reference: told apart by the key, which a type cannot say."""


class Loaded(dict[Field, Value]):
    """The fields of a shared thing as they were when the function began, whichever way looked at it first."""


class Unasked(dict[Field, Value]):
    """What was put into a shared thing before anybody asked what is there; `before` gives that.

    Most functions only add to what outlives calls (a queue, a cache): they depend on nothing in it.
    A named field without `BEFORE` in its value no longer holds what was there.
    """

    __slots__ = ("before",)

    def __init__(self, before: Callable[[State], Fields], added: Fields) -> None:
        super().__init__(added)
        self.before = before

    def with_one(self, field: Field, value: Value, *, strong: bool) -> Unasked:
        """The same after one more write."""
        if strong and not is_unnamed(field):
            return Unasked(self.before, {**self, field: value})
        held = self.get(field, NOTHING if is_unnamed(field) else BEFORE)
        added = Unasked(self.before, {**self, field: value if held is NOTHING else join(held, value)})
        if is_open_key(field):
            added.setdefault(ANY, NOTHING)
        return added

    def softened(self) -> Unasked:
        """The same, as one of two ways of which the other wrote nothing."""
        return self.merged(Unasked(self.before, {}))

    def merged(self, other: Unasked) -> Unasked:
        """What was put there on one of two ways."""
        both = {
            field: join(self[field], other[field])
            if field in self and field in other
            else held
            if is_unnamed(field)
            else join(BEFORE, held)
            for field, held in {**self, **other}.items()
        }
        return Unasked(self.before, both)


def fields_of(state: State, ref: Ref) -> Fields | None:
    """The fields that were written on an object, None if none were."""
    if type(ref) is AttributeDict:
        return _as_keys(state.get(ref.owner))
    fields: Fields | None = state.get(ref)
    if type(fields) is Unasked:
        fields = state[ref] = asked(state, fields)
    return fields


def asked(state: State, fields: Unasked) -> Fields:
    """All that a shared thing holds: what was there, and what was put there since."""
    before = fields.before(state)
    if not fields:
        return before
    named = ((name, held) for name, held in fields.items() if not is_unnamed(name))
    over = {name for name, held in named if BEFORE.refs[0] not in held.refs}
    return with_added({name: held for name, held in before.items() if name not in over}, fields)


def with_added(fields: Fields, added: Fields) -> Fields:
    """Fields with what was added to them; nothing of what they held is gone."""
    both = {name: join(fields[name], held) if name in fields else held for name, held in added.items()}
    return {**fields, **both}


def _as_keys(fields: Fields | None) -> Fields | None:
    """Attributes as the items of a dict."""
    if fields is None:
        return None
    keys: Fields = {f"[{name_of(str(field))}": held for field, held in fields.items() if is_named(field)}
    for field in (ANY_ATTRIBUTE, SPREAD):
        if field in fields:
            keys[ANY] = join(keys[ANY], fields[field]) if ANY in keys else fields[field]
    return keys


def as_attribute(key: Field) -> Field:
    """The attribute that an item of an object's dict is."""
    return attribute_named(key[1:]) if isinstance(key, str) and key.startswith("[") else ANY_ATTRIBUTE


def is_attribute(field: Field) -> bool:
    """Whether a field is an attribute, not an item."""
    return isinstance(field, str) and field.startswith(".")


def is_named(field: Field) -> bool:
    """Whether a field is an attribute whose name is known."""
    return is_attribute(field) and field not in (ANY_ATTRIBUTE, SPREAD)


def initial(ref: Ref, field: Field) -> Value:
    """What a field of the caller's data, of something shared or of the outside held before any write."""
    if type(ref) is Sym:
        if len(ref.path) > MAX_PATH:
            return of(ref)
        return of(Sym((*ref.path, field), ""))
    if outlives(ref):
        return BEFORE
    return UNKNOWN if type(ref) is Instance else NOTHING


def before_writes(ref: Ref, fields: Fields, field: Field) -> Value:
    """What a field holds where nothing was written to it since the function began."""
    return NOTHING if CLEARED in fields else initial(ref, field)


def read(state: State, ref: Ref, field: Field) -> Value | None:
    """Value of a field, None where nothing is known of it. `*` reads every item."""
    if type(ref) is AttributeDict:
        return None if field in (EACH, KEYS) else read(state, ref.owner, as_attribute(field))
    fields = fields_of(state, ref)
    if fields is None:
        return initial(ref, field) if type(ref) is Sym else None
    if field == EACH:
        return read_each(ref, fields)
    field = position(ref, fields, field)
    if field in (ANY, ANY_ATTRIBUTE):
        return read_all(ref, fields, field)
    if is_open_key(field):
        return _read_open(ref, fields, str(field))
    found = fields.get(field)
    if found is None:
        found = _unwritten(ref, fields, field)
    if is_attribute(field):
        unnamed = ANY_ATTRIBUTE in fields or SPREAD in fields
        rest = _not_by_name(state, fields, str(field)) if unnamed else None
    else:
        rest = _under_any_key(state, fields, field) if ANY in fields and is_known_item(field) else None
    if found is None:
        return rest
    return join(found, rest) if rest is not None else found


def _under_any_key(state: State, fields: Fields, field: Field) -> Value:
    """What may be under a key though it was put there under one that is not known, or not whole."""
    mappings = merged.taken_over(fields)
    value = merged.other_items(fields, mappings) if mappings else fields[ANY]
    for mapping in mappings:
        value = join(value, read(state, mapping, field) or NOTHING)
    for each, held in fields.items():
        if type(each) is str and each[:2] == OPEN_KEY and may_be_same(each, field):
            value = held if value is NOTHING else join(value, held)
    return value


def _read_open(ref: Ref, fields: Fields, field: str) -> Value | None:
    """What is under any of the keys that begin with a text."""
    value = before_writes(ref, fields, field) if type(ref) is Sym else NOTHING
    for each, held in fields.items():
        if may_be_same(field, each):
            value = held if value is NOTHING else join(value, held)
    return None if value is NOTHING else value


def _unwritten(ref: Ref, fields: Fields, field: Field) -> Value | None:
    """What may be under a key that nothing wrote by name: a key that was handed in may be this one."""
    found = before_writes(ref, fields, field) if type(ref) is Sym else None
    for each, held in fields.items() if is_known_item(field) else ():
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
    """Join of every key's and index's value, or of every attribute."""
    value = before_writes(ref, fields, which)
    wanted = is_item if which == ANY else is_attribute
    for field, held in fields.items():
        if wanted(field):
            value = held if value is NOTHING else join(value, held)
    return value


def read_each(ref: Ref, fields: Fields) -> Value:
    """What iterating gives: keys of what is known to be a mapping, else items."""
    value = before_writes(ref, fields, EACH)
    kind = getattr(ref, "type", "")
    texts = [field[1:] for field in fields if isinstance(field, str) and field.startswith("[")]
    texts += [f"{str(field)[len(OPEN_KEY) :]}{MORE}" for field in fields if is_open_key(field)]
    if kind == "dict" or texts:
        given = [fields[KEYS]] if KEYS in fields else []
        given.extend(Value(0, 0, (), text) for text in texts)
    else:
        given = [held for field, held in fields.items() if is_item(field) or field == KEYS]
    for held in given:
        value = held if value is NOTHING else join(value, held)
    return value


def position(ref: Ref, fields: Fields, field: Field) -> Field:
    """The index that an index from the end stands for, any where the length is not known."""
    if isinstance(field, str) or field >= 0 or not isinstance(ref, Obj) or ref.type not in SEQUENCES:
        return field
    count = sum(isinstance(one, int) for one in fields)
    return count + field if ANY not in fields and count + field >= 0 else ANY


def overwritten(ref: Sym, fields: Fields) -> list[Field]:
    """Constant keys under which nothing is left of what the caller's container held."""
    found: list[Field] = []
    for field, held in fields.items():
        known = is_known_item(field) and not str(field).startswith(KEY_OF)
        if known and not any(before in held.refs for before in initial(ref, field).refs):
            found.append(field)
    return sorted(found, key=str)


def write(state: State, ref: Ref, field: Field, value: Value, *, strong: bool) -> bool:
    """Set a field; a weak write keeps what was there. Over a bound keys fall together: gives False then."""
    if type(ref) is AttributeDict:
        ref, field = ref.owner, as_attribute(field)
    old = state.get(ref)
    if type(old) is Unasked and (is_unnamed(field) or (isinstance(field, str) and len(old) < MAX_FIELDS)):
        state[ref] = old.with_one(field, value, strong=strong)
        return True
    old = fields_of(state, ref)
    fields: Fields = dict(old) if old is not None else {}
    field = position(ref, fields, field)
    full = field not in fields and len(fields) >= (MAX_ATTRIBUTES if is_attribute(field) else MAX_FIELDS)
    if full:
        field, strong = ANY_ATTRIBUTE if is_attribute(field) else ANY, False
    unnamed = is_unnamed(field)
    if unnamed or not strong:
        before = fields.get(field)
        if before is None and not unnamed:
            before = before_writes(ref, fields, field)
        value = join(before, value) if before is not None else value
    fields[field] = value
    if unnamed and is_open_key(field):
        fields.setdefault(ANY, NOTHING)
    state[ref] = fields
    return not full


def remove(state: State, ref: Ref, field: Field) -> None:
    """Take a key out; what a caller handed in remembers that it holds nothing there."""
    if type(ref) is AttributeDict:
        ref, field = ref.owner, as_attribute(field)
    fields = dict(fields_of(state, ref) or {})
    if type(ref) is Obj and not is_attribute(field):
        fields.pop(field, None)
        state[ref] = fields
    else:
        write(state, ref, field, NOTHING, strong=True)


def clear(state: State, ref: Ref) -> None:
    """Take every item out; attributes stay."""
    if type(ref) is AttributeDict:
        return
    fields = fields_of(state, ref) or {}
    kept: Fields = {field: held for field, held in fields.items() if is_attribute(field)}
    state[ref] = kept if type(ref) is Obj else {**kept, CLEARED: NOTHING}
