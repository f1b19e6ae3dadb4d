"""Too many things of one kind in one place become one that holds, field by field, what they hold."""

from __future__ import annotations

from collections.abc import Sequence

from purposelint.flow.state import store
from purposelint.flow.state.store import State
from purposelint.flow.state.values import Instance, Obj, Ref, Value

_MERGED = 32
"""Ends the site of a thing that stands for several."""


def merged(state: State, value: Value) -> Value:
    """The value with one thing in place of all of one class that this function made or was given."""
    kinds: dict[tuple[type, str], list[Obj | Instance]] = {}
    for ref in value.refs:
        if type(ref) is Obj or (type(ref) is Instance and ref.type):
            kinds.setdefault((type(ref), ref.type), []).append(ref)
    one: dict[Ref, Ref] = {}
    for several in kinds.values():
        if len(several) > 1:
            one.update(dict.fromkeys(several, _union(state, several)))
    refs = dict.fromkeys(one.get(ref, ref) for ref in value.refs)
    return Value(value.exact, value.vague, tuple(refs))


def is_told_by_labels(state: State | None, value: Value, kept: Sequence[Ref]) -> bool:
    """Whether what a value refers to beyond `kept` holds nothing: outside things with only their class."""
    dropped = (ref for ref in value.refs if ref not in kept)
    return all(type(ref) is Instance and ref not in (state or {}) for ref in dropped)


def _union(state: State, several: list[Obj | Instance]) -> Ref:
    """One thing that holds what each of several does."""
    first = next((ref for ref in several if ref.site), several[0])
    if type(first) is Instance and not any(ref in state for ref in several):
        return Instance(first.type)
    site = first.site if first.site[-1:] == (_MERGED,) else (*first.site[:1], _MERGED)
    whole = type(first)(site=site, type=first.type)
    state.setdefault(whole, {})
    for each in several:
        if each is whole:
            continue
        for field, held in (store.fields_of(state, each) or {}).items():
            store.write(state, whole, field, held, strong=False)
    return whole
