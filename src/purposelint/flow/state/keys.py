"""Which field an index selects."""

from __future__ import annotations

import re

from purposelint.domain.expressions import Const, Expr, Slice, Unary
from purposelint.flow.state import plain
from purposelint.flow.state.fields import is_open_key
from purposelint.flow.state.values import (
    ANY,
    ANY_ATTRIBUTE,
    AS_DICT,
    EACH,
    KEY_OF,
    KEYS,
    MORE,
    OPEN_KEY,
    REVEALED,
    SPREAD,
    WITHOUT,
    Field,
    Path,
    Sym,
    Value,
)

_NOT_PLAIN = frozenset({AS_DICT, REVEALED, ANY_ATTRIBUTE, SPREAD})
_ITEMS = "[]"
_KEYS = "{}"
_EACH = re.compile(rf"([0-9]+)({WITHOUT}.*)?({re.escape(_ITEMS)}|{re.escape(_KEYS)})", re.DOTALL)
_QUOTED = "'"


def key_of(index: Expr | None, value: Value) -> Field:
    """The field that an index selects: `[key`, a number, or any."""
    number = whole_number(index)
    return item_key(value) if number is None else number


def whole_number(expr: Expr | None) -> int | None:
    """The number that a literal states, also below zero; None for anything else."""
    if type(expr) is Unary and expr.op == "-":
        number = whole_number(expr.operand)
        return None if number is None else -number
    if type(expr) is Const and expr.kind == "int" and isinstance(expr.value, int):
        return expr.value
    return None


def slice_bounds(cut: Slice) -> tuple[int | None, ...] | None:
    """Bounds and step of a slice, None where one of them is no literal."""
    parts = (cut.lower, cut.upper, cut.step)
    bounds = tuple(whole_number(part) for part in parts)
    if any(bound is None and part is not None for bound, part in zip(bounds, parts, strict=True)):
        return None
    return bounds


def text_key(value: Value) -> Field:
    """The field that a constant text selects, or any."""
    return "[" + value.text if value.text and MORE not in value.text else ANY


def item_key(value: Value) -> Field:
    """The field that a text selects: every key that begins so, where no more than that is known of it."""
    text = value.text
    if len(text) > 1 and text.find(MORE) == len(text) - 1:
        return OPEN_KEY + text[:-1]
    return text_key(value)


def may_be_same(open_key: str, field: Field) -> bool:
    """Whether a field may be one of those keys that begin as an open one does."""
    begins = open_key[len(OPEN_KEY) :]
    if isinstance(field, int) or field == ANY:
        return field == ANY
    if is_open_key(field):
        other = field[len(OPEN_KEY) :]
        return other.startswith(begins) or begins.startswith(other)
    return field.startswith(KEY_OF) or (field[0] == "[" and field.startswith(begins, 1))


def handed_key(key: Value) -> Field:
    """The field that a key selects: by its text, by the port that hands it in, or any."""
    known = item_key(key)
    port = key_port(key) if known == ANY else None
    return known if port is None else f"{KEY_OF}{port}"


def key_port(key: Value) -> Field | None:
    """The parameter or captured variable that a key is, None where it is no such thing."""
    for ref in key.refs:
        path = plain.whole(ref.path) if type(ref) is Sym else ()
        if len(path) == 1:
            port = path[0]
            if isinstance(port, int) or port.startswith("^"):
                return port
    return None


def way_of(field: str) -> Path:
    """Where the caller finds the key of a field, or what holds each of its keys."""
    return _way(field.removeprefix(KEY_OF))


def attribute_named(name: str) -> str:
    """The attribute of a name that stands in data, which may be any text: `$ref` is no field of a key."""
    return "." + name if name[:1].isalnum() or name[:1] == "_" else f".{_QUOTED}{name}"


def name_of(attribute: str) -> str:
    """The name of an attribute, as it stands in the data where `attribute_named` has made it."""
    return attribute[1:].removeprefix(_QUOTED)


def attribute_key(value: Value) -> Field:
    """The attribute of a computed name: by its text, by the parameter that holds the name, or any."""
    if value.text and MORE not in value.text:
        return attribute_named(value.text)
    for ref in value.refs:
        path = plain.whole(ref.path) if type(ref) is Sym else ()
        if path and isinstance(path[0], int) and len(path) <= 2:
            rest = path[1] if len(path) == 2 else ""
            if not rest or (isinstance(rest, str) and rest.startswith(".") and KEY_OF not in rest):
                return f".{KEY_OF}{path[0]}{rest}"
    return ANY_ATTRIBUTE


def each_port(value: Value) -> str:
    """The parameter whose items or keys a value goes through, with a mark that says which; '' for others.

    Of a mapping that lacks some keys, the step that takes them out stands between.
    """
    for ref in value.refs:
        path = plain.whole(ref.path) if type(ref) is Sym else ()
        lacking = path[1] if len(path) == 3 and str(path[1]).startswith(WITHOUT) else ""
        if len(path) == 2 + bool(lacking) and isinstance(path[0], int) and path[-1] in (EACH, ANY, KEYS):
            return f"{path[0]}{lacking}{_KEYS if path[-1] == KEYS else _ITEMS}"
    return ""


def handed_keys(key: Value) -> str:
    """Who hands in a key, or what holds each that it may be; '' where that is no parameter or capture."""
    port = key_port(key)
    return each_port(key) if port is None else str(port)


def is_keyed_by(port: str, holder: Sym) -> bool:
    """Whether a mapping is what its own keys are taken from: it has each of them."""
    return _EACH.fullmatch(port) is not None and holder.path == _way(port)[:-1]


def each_attribute_key(value: Value) -> Field:
    """The attributes whose names a parameter's items or keys are, any attribute for any other value."""
    port = each_port(value)
    return f".{KEY_OF}{port}" if port else ANY_ATTRIBUTE


def is_handed(field: Field) -> bool:
    """Whether a field is an attribute whose name the caller hands in."""
    return isinstance(field, str) and field.startswith("." + KEY_OF)


def is_plain(field: Field) -> bool:
    """Whether a field of a path is an attribute, key or index under its own name, wherever it is read."""
    if type(field) is int:
        return True
    name = str(field)
    if name[0] == "[":
        return True
    return name[0] == "." and name[1:2] != KEY_OF and name not in _NOT_PLAIN


def handed_path(field: str) -> Path:
    """Where the caller finds the name of such an attribute, or what holds each of the names."""
    named = field[2:]
    if _EACH.fullmatch(named):
        return _way(named)
    port, dot, name = named.partition(".")
    return (int(port), dot + name) if dot else (int(port),)


def _way(port: str) -> Path:
    each = _EACH.fullmatch(port)
    if each is None:
        return (int(port) if port.isdigit() else port,)
    number, lacking, mark = each.groups()
    step = (lacking,) if lacking else ()
    return (int(number), *step, EACH if mark == _ITEMS else KEYS)
