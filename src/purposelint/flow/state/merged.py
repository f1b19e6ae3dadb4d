"""Mappings into which others were put that the caller hands in, and knows the keys of."""

from __future__ import annotations

from collections.abc import Sequence

from purposelint.flow.state.summary import Symbol
from purposelint.flow.state.values import ANY, EACH, KEYS, SYMBOL_MASK, Field, Sym, Value, bits

MERGED = "**"
"""The field of a mapping that holds those that were put into it; what they hold stands under `*` too."""


def under_its_key(key: Value, held: Value, symbols: Sequence[Symbol]) -> Sym | None:
    """The mapping of the caller's of which a key is, where what is put under it is what that holds there.

    That may be what a call made of it, if nothing of another part of the mapping is in it.
    """
    ref = key.refs[0] if len(key.refs) == 1 else None
    if type(ref) is not Sym or len(ref.path) < 2 or ref.path[-1] not in (KEYS, EACH):
        return None
    mapping = Sym(ref.path[:-1], "")
    item = _below(mapping, ANY)
    parts = [symbols[bit] for bit in bits((held.exact | held.vague) & SYMBOL_MASK)]
    paths = {*(part.path for part in parts), *(each.path for each in held.refs if type(each) is Sym)}
    return mapping if paths == {item.path} and not any(part.guard for part in parts) else None


def for_the_caller(fields: dict[Field, Value], symbols: Sequence[Symbol]) -> dict[Field, Value]:
    """Fields without what the caller puts there itself, key by key, out of the mappings that it handed in.

    A mapping whose items were replaced since then is none of these.
    """
    if MERGED not in fields:
        return fields
    held = fields.get(ANY, Value())
    handed = [ref for ref in fields[MERGED].refs if type(ref) is Sym]
    there = [ref for ref in handed if _is_in(_below(ref, ANY), held, symbols)]
    if not there:
        return without(fields)
    rest = {field: held for field, held in fields.items() if field not in (MERGED, ANY, KEYS)}
    for field in (ANY, KEYS):
        left = _left(fields.get(field, Value()), [_below(each, field) for each in there], symbols)
        if left != Value():
            rest[field] = left
    return {MERGED: Value(0, 0, tuple(there)), **rest}


def without(fields: dict[Field, Value]) -> dict[Field, Value]:
    """Fields of what others than the caller read: they have what was put there under any key."""
    return {field: held for field, held in fields.items() if field != MERGED}


def taken_over(fields: dict[Field, Value]) -> list[Sym]:
    """Mappings of the caller's whose items still are what stands under any key."""
    handed = fields[MERGED].refs if MERGED in fields else ()
    return [ref for ref in handed if type(ref) is Sym and _below(ref, ANY) in fields[ANY].refs]


def other_items(fields: dict[Field, Value], mappings: Sequence[Sym]) -> Value:
    """What stands under any key apart from the items of these mappings."""
    held, items = fields[ANY], [_below(each, ANY) for each in mappings]
    return Value(held.exact, held.vague, tuple(ref for ref in held.refs if ref not in items), held.text)


def _is_in(item: Sym, held: Value, symbols: Sequence[Symbol]) -> bool:
    return item in held.refs or bool((held.exact | held.vague) & _mask([item], symbols))


def _left(held: Value, items: list[Sym], symbols: Sequence[Symbol]) -> Value:
    gone = _mask(items, symbols)
    refs = tuple(ref for ref in held.refs if ref not in items)
    return Value(held.exact & ~gone, held.vague & ~gone, refs, held.text)


def _mask(items: list[Sym], symbols: Sequence[Symbol]) -> int:
    """Labels that stand for these parts of what the caller hands in, as they are."""
    paths = {item.path for item in items}
    known = (number for number, each in enumerate(symbols) if each.guard is None and each.path in paths)
    return sum(1 << number for number in known)


def _below(mapping: Sym, field: Field) -> Sym:
    return Sym((*mapping.path, field), "")
