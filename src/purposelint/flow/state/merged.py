"""Mappings into which others were put that the caller hands in, and knows the keys of."""

from __future__ import annotations

from purposelint.flow.state.values import ANY, KEYS, Field, Sym, Value

MERGED = "**"
"""The field of a mapping that holds those that were put into it; what they hold stands under `*` too."""


def for_the_caller(fields: dict[Field, Value]) -> dict[Field, Value]:
    """Fields without what the caller puts there itself, key by key, out of the mappings that it handed in.

    A mapping whose items were replaced since then is none of these.
    """
    if MERGED not in fields:
        return fields
    items = fields.get(ANY)
    handed = [ref for ref in fields[MERGED].refs if isinstance(ref, Sym)]
    there = tuple(ref for ref in handed if items is not None and _below(ref, ANY) in items.refs)
    rest = {field: held for field, held in fields.items() if field not in (MERGED, ANY, KEYS)}
    for field in (ANY, KEYS) if there else ():
        held = fields.get(field)
        if held is not None:
            refs = tuple(ref for ref in held.refs if ref not in {_below(each, field) for each in there})
            if refs or held.exact or held.vague or held.text:
                rest[field] = Value(held.exact, held.vague, refs, held.text)
    return {MERGED: Value(0, 0, there), **rest} if there else without(fields)


def without(fields: dict[Field, Value]) -> dict[Field, Value]:
    """Fields of what others than the caller read: they have what was put there under any key."""
    return {field: held for field, held in fields.items() if field != MERGED}


def _below(mapping: Sym, field: Field) -> Sym:
    return Sym((*mapping.path, field), "")
