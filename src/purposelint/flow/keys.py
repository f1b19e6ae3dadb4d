"""Which field an index selects."""

from __future__ import annotations

from purposelint.domain.expressions import Const, Expr
from purposelint.flow.values import ANY, MORE, Field, Value


def key_of(index: Expr | None, value: Value) -> Field:
    """The field that an index selects: `[key`, a number, or any."""
    if isinstance(index, Const) and index.kind == "int" and isinstance(index.value, int):
        return index.value
    return text_key(value)


def text_key(value: Value) -> Field:
    """The field that a constant text selects, or any."""
    return "[" + value.text if value.text and MORE not in value.text else ANY
