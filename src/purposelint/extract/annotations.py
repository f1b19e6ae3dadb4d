"""Annotations written as strings: `"User"`, `list["User"]`, as the expressions that they mean."""

from __future__ import annotations

import re

import msgspec

from purposelint.domain.chains import receiver_word
from purposelint.domain.expressions import Attr, Binary, Const, Expr, Name, Seq, Sub

MAX_DEPTH = 10
"""Subscripts one inside the other in an annotation."""

_TOKEN = re.compile(r"\s*([^\W\d]\w*|[.,|\[\]]|$)")


class _NotSimpleError(Exception):
    pass


def read_annotation(expr: Expr, at: int, depth: int = 0) -> Expr:
    """An annotation with its strings read as expressions where they are names and subscripts.

    Names read from strings stand at `at`. Strings inside `Literal[...]` and behind the first argument
    of `Annotated[...]` are values and stay.
    """
    if depth > MAX_DEPTH:
        return expr
    if isinstance(expr, Const):
        return _parsed(expr.value, at) or expr if isinstance(expr.value, str) and expr.kind == "str" else expr
    if isinstance(expr, Sub):
        index = _read_index(expr, at, depth)
        return expr if index is expr.index else msgspec.structs.replace(expr, index=index)
    if isinstance(expr, Binary) and expr.op == "|":
        left, right = read_annotation(expr.left, at, depth + 1), read_annotation(expr.right, at, depth + 1)
        if left is not expr.left or right is not expr.right:
            return Binary(expr.op, left, right)
    return expr


def _read_index(expr: Sub, at: int, depth: int) -> Expr:
    word = receiver_word(expr.value)
    index = expr.index
    if word == "Literal":
        return index
    if not isinstance(index, Seq):
        return read_annotation(index, at, depth + 1)
    kept = 1 if word == "Annotated" else len(index.items)
    items = [read_annotation(item, at, depth + 1) for item in index.items[:kept]]
    if all(new is old for new, old in zip(items, index.items, strict=False)):
        return index
    return Seq(index.kind, (*items, *index.items[kept:]))


def _parsed(text: str, at: int) -> Expr | None:
    """The expression that a string says, None if it is more than names, subscripts and `|`."""
    tokens: list[str] = []
    position = 0
    while position < len(text.rstrip()):
        found = _TOKEN.match(text, position)
        if found is None:
            return None
        tokens.append(found.group(1))
        position = found.end()
    reader = _Reader(tokens, at)
    try:
        result = reader.union(0)
    except _NotSimpleError:
        return None
    return result if reader.position == len(tokens) else None


class _Reader:
    def __init__(self, tokens: list[str], at: int) -> None:
        self.tokens = tokens
        self.at = at
        self.position = 0

    def _accept(self, token: str) -> bool:
        found = self.position < len(self.tokens) and self.tokens[self.position] == token
        self.position += found
        return found

    def _name(self) -> str:
        if self.position >= len(self.tokens) or not self.tokens[self.position].isidentifier():
            raise _NotSimpleError
        self.position += 1
        return self.tokens[self.position - 1]

    def union(self, depth: int) -> Expr:
        """`A | B`."""
        result = self._subscripted(depth)
        while self._accept("|"):
            result = Binary("|", result, self._subscripted(depth))
        return result

    def _subscripted(self, depth: int) -> Expr:
        if depth > MAX_DEPTH:
            raise _NotSimpleError
        name = self._name()
        result: Expr = Const("none", None) if name == "None" else Name(name, self.at)
        while self._accept("."):
            result = Attr(result, self._name(), self.at)
        if self._accept("["):
            items = [self.union(depth + 1)]
            while self._accept(","):
                items.append(self.union(depth + 1))
            if not self._accept("]"):
                raise _NotSimpleError
            result = Sub(result, items[0] if len(items) == 1 else Seq("tuple", tuple(items)), self.at)
        return result
