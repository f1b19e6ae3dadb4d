"""Queries, and other collections of the records of one stored class, by their types."""

from __future__ import annotations

from purposelint.flow.state.values import Instance, Ref, Sym

_ROWS = "rows["


def rows_of(kind: str) -> str:
    """Type of a query, or any collection of records, of a stored class."""
    return f"{_ROWS}{kind}]"


def row_class(ref: Ref) -> str:
    """Class of the records that a ref is a query of, '' where it is none."""
    return row_class_of(ref.type) if (type(ref) is Instance or type(ref) is Sym) else ""


def row_class_of(kind: str) -> str:
    """Class of the records that things of a type are queries of, '' for any other type."""
    return kind[len(_ROWS) : -1] if kind.startswith(_ROWS) else ""
