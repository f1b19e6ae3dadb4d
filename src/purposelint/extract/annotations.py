"""Annotations written as strings: `"User"`, `list["User"]`, as the expressions that they mean."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import TypeVar

import msgspec

from purposelint.domain.chains import receiver_word
from purposelint.domain.expressions import Arg, Attr, Binary, Call, Const, Expr, Name, Seq, SeqKind, Sub

T = TypeVar("T")

MAX_DEPTH = 10
"""Subscripts one inside the other in an annotation."""

_DISPLAYS: tuple[tuple[SeqKind, str, str], ...] = (("list", "[", "]"), ("tuple", "(", ")"))
_TOKEN = re.compile(r"""\s*([^\W\d]\w*|[.,|\[\]()=]|'[^'\\\n]*'|"[^"\\\n]*"|$)""")


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
    """The expression that a string says, None if it is more than names, subscripts, `|` and markers."""
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
            read = self._value if receiver_word(result) == "Annotated" else self.union
            while self._accept(","):
                items.append(read(depth + 1))
            if not self._accept("]"):
                raise _NotSimpleError
            result = Sub(result, items[0] if len(items) == 1 else Seq("tuple", tuple(items)), self.at)
        return result

    def _value(self, depth: int) -> Expr:
        """What follows the type in `Annotated`: a text, a display of values, a name, or a call with such."""
        if depth > MAX_DEPTH:
            raise _NotSimpleError
        token = self.tokens[self.position] if self.position < len(self.tokens) else ""
        if token[:1] in {"'", '"'} and token:
            self.position += 1
            return Const("str", token[1:-1])
        for kind, opening, closing in _DISPLAYS:
            if self._accept(opening):
                return Seq(kind, tuple(self._until(closing, lambda: self._value(depth + 1))))
        result: Expr = Name(self._name(), self.at)
        while self._accept("."):
            result = Attr(result, self._name(), self.at)
        if self._accept("("):
            arguments = self._until(")", lambda: self._argument(depth + 1))
            result = Call(result, tuple(arguments), self.at, self.at)
        return result

    def _argument(self, depth: int) -> Arg:
        name = None
        if self.tokens[self.position + 1 : self.position + 2] == ["="]:
            name = self._name()
            self.position += 1
        return Arg(self._value(depth), name, 0, self.at, self.at)

    def _until(self, closing: str, read: Callable[[], T]) -> Iterator[T]:
        """Items between commas up to the closing bracket; a comma may stand behind the last one."""
        while not self._accept(closing):
            yield read()
            if self._accept(closing):
                return
            if not self._accept(","):
                raise _NotSimpleError
