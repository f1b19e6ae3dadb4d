"""Literals: their values, without evaluating any code; adjacent ones, and f-strings with their parts."""

from __future__ import annotations

import re
import unicodedata
from typing import Any

from purposelint.domain.expressions import LONGEST_TEXT, Const, ConstKind, Conv, Expr, Fmt
from purposelint.extract import nodes as cst
from purposelint.extract.cursor import Cursor
from purposelint.extract.grammar import QUOTES
from purposelint.extract.templates import mentions_in
from purposelint.extract.walk import Walk

_MAX_DIGITS = 24
_MAX_INT = 2**53
_PARTS = re.compile(r"([A-Za-z]*)(\"\"\"|'''|\"|')")
_ESCAPE = re.compile(
    r"\\(\r\n|[\n\r\\'\"abfnrtv]|[0-7]{1,3}|x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|N\{[^}]*\})"
)
_SIMPLE = {
    "\r\n": "",
    "\n": "",
    "\r": "",
    "\\": "\\",
    "'": "'",
    '"': '"',
    "a": "\a",
    "b": "\b",
    "f": "\f",
    "n": "\n",
    "r": "\r",
    "t": "\t",
    "v": "\v",
}


def _existing(*names: str) -> tuple[type[Any], ...]:
    """Those node classes that the installed LibCST has: it learned t-strings late."""
    return tuple([getattr(cst, name) for name in names if hasattr(cst, name)])


_FORMATTED = _existing("FormattedString", "TemplatedString")
_TEXTS = _existing("FormattedStringText", "TemplatedStringText")


def _unescape(found: re.Match[str]) -> str:
    escape = found.group(1)
    simple = _SIMPLE.get(escape)
    if simple is not None:
        return simple
    try:
        if escape.startswith("N"):
            return unicodedata.lookup(escape[2:-1])
        char = chr(int(escape[1:], 16) if escape[0] in "xuU" else int(escape, 8))
    except (KeyError, ValueError, OverflowError):
        return found.group()
    return found.group() if char == "\0" or "\ud800" <= char <= "\udfff" else char


def _unescaped(text: str, *, is_raw: bool) -> str:
    """Text of a literal with its escapes resolved.

    Unknown ones stay as written, and so does NUL, which means something else in the flow.
    """
    return text if is_raw or "\\" not in text else _ESCAPE.sub(_unescape, text)


def string_value(literal: str) -> tuple[ConstKind, str]:
    """Kind (str or bytes) and whole text of a plain string literal; bytes are read as Latin-1 characters."""
    if "\\" not in literal and literal[0] in QUOTES and literal[1:2] != literal[0]:
        return "str", literal[1:-1]
    found = _PARTS.match(literal)
    prefix, quotes = (found.group(1).lower(), found.group(2)) if found else ("", '"')
    size = len(quotes)
    text = _unescaped(literal[len(prefix) + size : -size], is_raw="r" in prefix)
    return ("bytes" if "b" in prefix else "str"), text


def lower_simple_string(walk: Walk, node: cst.SimpleString) -> Expr:
    """A string or bytes literal."""
    walk.cursor.take(node.value)
    kind, text = string_value(node.value)
    if "{" in text:
        walk.mentions.update(mentions_in(text[:LONGEST_TEXT]))
    return Const(kind, text[:LONGEST_TEXT])


def lower_integer(walk: Walk, node: cst.Integer) -> Expr:
    """An integer, its value kept if it fits a float."""
    text = node.value
    walk.cursor.take(text)
    try:
        value = int(text, 0) if len(text) <= _MAX_DIGITS else _MAX_INT
    except ValueError:
        value = _MAX_INT
    return Const("int", value if value < _MAX_INT else None)


def lower_float(walk: Walk, node: cst.Float) -> Expr:
    """A floating point number."""
    walk.cursor.take(node.value.lstrip("."))
    return Const("float", None)


def lower_imaginary(walk: Walk, node: cst.Imaginary) -> Expr:
    """An imaginary number."""
    walk.cursor.take(node.value.lstrip("."))
    return Const("complex", None)


def lower_ellipsis(walk: Walk, _node: cst.Ellipsis) -> Expr:
    """`...`."""
    walk.cursor.take_dots()
    return Const("ellipsis", None)


def lower_concatenation(walk: Walk, node: cst.ConcatenatedString) -> Expr:
    """Adjacent literals, as one."""
    pieces: list[cst.BaseExpression] = []
    waiting: list[cst.BaseExpression] = [node]
    while waiting:
        piece = waiting.pop()
        if isinstance(piece, cst.ConcatenatedString):
            waiting += [piece.right, piece.left]
        else:
            pieces.append(piece)
    if all(type(piece) is cst.SimpleString for piece in pieces):
        return _joined(walk, [piece.value for piece in pieces if isinstance(piece, cst.SimpleString)])
    return _formatted(walk, pieces)


def _joined(walk: Walk, literals: list[str]) -> Const:
    texts: list[str] = []
    size = 0
    kind: ConstKind = "str"
    for literal in literals:
        walk.cursor.take(literal)
        if size < LONGEST_TEXT:
            kind, text = string_value(literal)
            texts.append(text)
            size += len(text)
    whole = "".join(texts)[:LONGEST_TEXT]
    walk.mentions.update(mentions_in(whole))
    return Const(kind, whole)


def lower_formatted(walk: Walk, node: cst.FormattedString) -> Expr:
    """An f-string or t-string."""
    return _formatted(walk, [node])


def _formatted(walk: Walk, pieces: list[cst.BaseExpression]) -> Fmt:
    cursor = walk.cursor
    parts: list[Expr] = []
    at = 0
    is_template = False
    for piece in pieces:
        if isinstance(piece, _FORMATTED):
            index = cursor.take(piece.start)
            is_template = is_template or type(piece) is not cst.FormattedString
            _append_parts(walk, piece.parts, parts, is_raw="r" in piece.start.lower())
            cursor.take(piece.end)
        elif isinstance(piece, cst.SimpleString):
            index = cursor.take(piece.value)
            parts.append(Const("str", string_value(piece.value)[1][:LONGEST_TEXT]))
        else:
            index = cursor.index
            parts.append(walk.expr(piece))
        at = at or cursor.at[index]
    return Fmt(tuple(parts), is_template, at, cursor.end())


def _append_parts(walk: Walk, nodes: object, parts: list[Expr], *, is_raw: bool) -> None:
    """Lower the texts and replacement fields of a formatted literal or of a format specification."""
    cursor = walk.cursor
    assert isinstance(nodes, list | tuple)
    for node in nodes:
        if isinstance(node, _TEXTS):
            text = node.value.replace("{{", "{").replace("}}", "}")
            parts.append(Const("str", _unescaped(text, is_raw=is_raw)[:LONGEST_TEXT]))
            continue
        before = cursor.index
        value = walk.expr(node.expression)
        if node.equal is not None:
            parts.append(Const("str", _shown(cursor, before)))
        spec: list[Expr] = []
        if node.format_spec:
            _append_parts(walk, node.format_spec, spec, is_raw=is_raw)
        shows_itself = node.equal is not None and not spec
        parts.append(Conv(value, node.conversion or ("r" if shows_itself else ""), tuple(spec)))


def _shown(cursor: Cursor, before: int) -> str:
    """What `{value=}` shows of its own source."""
    tokens = cursor.tokens
    cursor.skip_closers()
    start, end = tokens.ends[before - 1], tokens.ends[cursor.index - 1]
    gap = tokens.source[start : tokens.starts[before]].rpartition("{")[2]
    return f"{gap}{tokens.source[tokens.starts[before] : end]}="[:LONGEST_TEXT]
