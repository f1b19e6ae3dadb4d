"""Which field an index selects."""

from __future__ import annotations

from purposelint.domain.expressions import Const, Expr
from purposelint.flow.values import ANY, ANY_ATTRIBUTE, KEY_OF, MORE, Field, Path, Sym, Value


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


def attribute_key(value: Value) -> Field:
    """The attribute of a computed name: by its text, by the parameter that holds the name, or any."""
    if value.text and MORE not in value.text:
        return "." + value.text
    for ref in value.refs:
        if isinstance(ref, Sym) and isinstance(ref.path[0], int) and len(ref.path) <= 2:
            rest = ref.path[1] if len(ref.path) == 2 else ""
            if not rest or (isinstance(rest, str) and rest.startswith(".") and KEY_OF not in rest):
                return f".{KEY_OF}{ref.path[0]}{rest}"
    return ANY_ATTRIBUTE


def is_handed(field: Field) -> bool:
    """Whether a field is an attribute whose name the caller hands in."""
    return isinstance(field, str) and field.startswith("." + KEY_OF)


def handed_path(field: str) -> Path:
    """Where the caller finds the name of such an attribute."""
    port, dot, name = field[2:].partition(".")
    return (int(port), dot + name) if dot else (int(port),)
