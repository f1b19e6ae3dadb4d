"""Items that a caller handed in, with the class that an annotation states: `orders: list[Order]`."""

from __future__ import annotations

from typing import NamedTuple

from purposelint.flow.state.fields import is_item
from purposelint.flow.state.values import EACH, KEYS, Field, Path, Ref, Sym, Value, of


class ItemClass(NamedTuple):
    """Class of a container's items; of a mapping these are its values, and `keyed` is true."""

    kind: str
    keyed: bool

    def fits(self, field: Field) -> bool:
        """Whether what is read under a field is an item."""
        return is_item(field) or (field == EACH and not self.keyed)


def item(known: dict[Path, ItemClass], ref: Ref, field: Field, found: Value) -> Value:
    """An item that the caller handed in and nothing was written over: of the class that is stated."""
    if type(ref) is not Sym or found.refs != (Sym((*ref.path, field), ""),):
        return found
    stated = known.get(ref.path)
    if stated is None or not stated.fits(field) or field == KEYS:
        return found
    return Value(found.exact, found.vague, (Sym((*ref.path, field), stated.kind),), found.text)


def shown(known: dict[Path, ItemClass], ref: Sym) -> list[Value]:
    """Any item of what the caller handed in, as it prints."""
    stated = known.get(ref.path)
    return [of(Sym((*ref.path, EACH), stated.kind))] if stated is not None and not stated.keyed else []
