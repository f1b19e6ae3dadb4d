"""Which field an index selects."""

from __future__ import annotations

from purposelint.domain.expressions import Const, Expr
from purposelint.flow.values import ANY, KEY_OF, MORE, Field, Sym, Value


def key_of(index: Expr | None, value: Value) -> Field:
    """The field that an index selects: `[key`, a number, or any."""
    if isinstance(index, Const) and index.kind == "int" and isinstance(index.value, int):
        return index.value
    return text_key(value)


def text_key(value: Value) -> Field:
    """The field that a constant text selects, or any."""
    return "[" + value.text if value.text and MORE not in value.text else ANY


def handed_key(key: Value) -> Field:
    """The field that a key selects: by its text, by the parameter that hands it in, or any."""
    known = text_key(key)
    if known != ANY:
        return known
    for ref in key.refs:
        if isinstance(ref, Sym) and len(ref.path) == 1 and isinstance(ref.path[0], int):
            return f"{KEY_OF}{ref.path[0]}"
    return ANY
