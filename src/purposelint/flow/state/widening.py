"""Too many containers in one place become one that holds, key by key, what they hold."""

from __future__ import annotations

from purposelint.flow.state import store
from purposelint.flow.state.store import State
from purposelint.flow.state.values import CONTAINERS, Obj, Ref, Value

_MERGED = 32
"""Ends the site of a container that stands for several."""


def merged(state: State, value: Value) -> Value:
    """The value with one container in place of all of its containers of one kind."""
    kinds: dict[str, list[Obj]] = {}
    for ref in value.refs:
        if type(ref) is Obj and ref.type in CONTAINERS:
            kinds.setdefault(ref.type, []).append(ref)
    one: dict[str, Obj] = {}
    for kind, several in kinds.items():
        if len(several) > 1:
            one[kind] = _union(state, several)
    refs: dict[Ref, None] = {}
    for ref in value.refs:
        known = type(ref) is Obj and ref.type in one
        refs[one[ref.type] if known and isinstance(ref, Obj) else ref] = None
    return Value(value.exact, value.vague, tuple(refs))


def _union(state: State, several: list[Obj]) -> Obj:
    """One container that holds what each of several does."""
    first = several[0]
    whole = first if first.site[-1] == _MERGED else Obj((*first.site[:1], _MERGED), first.type)
    state.setdefault(whole, {})
    for each in several:
        if each is whole:
            continue
        for field, held in (store.fields_of(state, each) or {}).items():
            store.write(state, whole, field, held, strong=False)
    return whole
