"""Attributes that functions read and write."""

from __future__ import annotations

from purposelint.flow.state.values import Ref


class Managed(Ref, frozen=True, gc=False, cache_hash=True):
    """`property(get, set)`: an attribute that functions of the project read and write, '' where none does."""

    getter: str
    setter: str
