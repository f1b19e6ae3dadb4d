"""Kinds of fields: items whose keys are known, begin in a known way or are any, and what collects several."""

from __future__ import annotations

from collections.abc import Iterable

from purposelint.flow.state.merged import MERGED
from purposelint.flow.state.values import (
    ANY,
    ANY_ATTRIBUTE,
    BETWEEN,
    KEY_OF,
    KEYS,
    OPEN_KEY,
    SPREAD,
    WITHOUT,
    Field,
)

UNNAMED = (ANY, KEYS, ANY_ATTRIBUTE, SPREAD, MERGED)
"""Fields that collect what was written under names nobody knows, apart from what was there before."""


def is_unnamed(field: Field) -> bool:
    """Whether a field collects what was written under several names: those that begin alike, or any."""
    return field in UNNAMED or (type(field) is str and field[:2] == OPEN_KEY)


def is_item(field: Field) -> bool:
    """Whether a field is an item of a container: a key, an index or any, not an attribute or a mark."""
    return isinstance(field, int) or field == ANY or field.startswith(("[", KEY_OF, OPEN_KEY))


def is_known_item(field: Field) -> bool:
    """Whether a field is a constant key or index, or a key that is handed in."""
    return isinstance(field, int) or field.startswith(("[", KEY_OF))


def is_open_key(field: Field) -> bool:
    """Whether a field stands for every key that begins with a text."""
    return type(field) is str and field[:2] == OPEN_KEY


def without_step(fields: Iterable[Field]) -> str:
    """The step of a path to a mapping without these keys."""
    return WITHOUT + BETWEEN.join(map(str, fields))
