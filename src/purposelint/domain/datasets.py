"""What dataset files say of tables: the columns that they label, and as what."""

from __future__ import annotations

import msgspec


class Labelled(msgspec.Struct, frozen=True):
    """A column as a dataset labels it. `says` tells a reader which file and line, and what.

    `meant` has, for each category of data, the elements that it may mean; `is_personal` is false where
    every category is one of the system's own.
    """

    table: str
    column: str
    meant: tuple[tuple[str, ...], ...]
    says: str
    is_personal: bool = True

    @property
    def elements(self) -> frozenset[str]:
        """Every element that the label may mean."""
        return frozenset(element for elements in self.meant for element in elements)
