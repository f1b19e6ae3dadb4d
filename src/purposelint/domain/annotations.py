"""Annotations as classes: what a parameter, field or result is said to be, wrappers taken off."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TypeAlias

import msgspec

from purposelint.domain.chains import dotted
from purposelint.domain.expressions import Attr, Binary, Const, Expr, Name, Seq, Sub

OF_CLASSES = frozenset({"builtins.type", "typing.Type", "typing_extensions.Type"})
"""Generic types whose value is the class itself that their first argument names, or one below it."""

WRAPPERS = OF_CLASSES | frozenset(
    {
        "dataclasses.InitVar",
        "sqlalchemy.orm.Mapped",
        "sqlmodel.Mapped",
        *(
            f"{module}.{name}"
            for module in ("typing", "typing_extensions")
            for name in ("Optional", "Annotated", "ClassVar", "Final", "Required", "NotRequired", "ReadOnly")
        ),
        *(f"{module}.Awaitable" for module in ("typing", "typing_extensions", "collections.abc")),
    }
)
"""Generic types whose value is their first argument's."""

COROUTINES = frozenset({"typing.Coroutine", "collections.abc.Coroutine"})
"""Generic types whose awaited value is their last argument's."""

UNIONS = frozenset({"typing.Union", "typing_extensions.Union"})

NOT_CLASSES = frozenset(
    {
        *(f"typing.{name}" for name in ("Any", "Literal", "NoReturn", "Never", "Callable", "TypeAlias")),
        *(f"typing_extensions.{name}" for name in ("Any", "Literal", "Never", "TypeAlias")),
        "collections.abc.Callable",
        "builtins.object",
    }
)
"""Annotations that say nothing of the class."""

MAPPINGS = frozenset(
    {
        "builtins.dict",
        *(f"typing.{name}" for name in ("Dict", "DefaultDict", "OrderedDict", "Mapping", "MutableMapping")),
        *(f"collections.{name}" for name in ("defaultdict", "OrderedDict", "ChainMap")),
        *(f"collections.abc.{name}" for name in ("Mapping", "MutableMapping")),
    }
)
"""Generic types whose elements are their second argument's."""

_DEPTH = 12
_LONGEST = 1000
_TOKEN = re.compile(r"\s*(?:([^\W\d]\w*)|(\.\.\.)|([\[\](),|.])|('[^']*'|\"[^\"]*\"))")

_CONSTANTS = {"...": Const("ellipsis", None), "None": Const("none", None)}

Resolve: TypeAlias = Callable[[str], str]


class Annotation(msgspec.Struct, frozen=True):
    """What an annotation says: canonical name of the class, and of the class of its elements.

    `list[User]` has type `builtins.list` and element `app.models.User`; '' where nothing is known.
    `type[User]` has type `app.models.User` and is of a class.
    """

    type: str = ""
    element: str = ""
    is_class: bool = False


NOTHING = Annotation()


def read_annotation(expr: Expr | None, resolve: Resolve, depth: int = 0) -> Annotation:
    """Classes that an annotation names; `resolve` gives the canonical name of a dotted one."""
    if isinstance(expr, Const) and expr.kind == "str" and isinstance(expr.value, str):
        expr = parse_annotation(expr.value)
    if expr is None or depth > _DEPTH:
        return NOTHING
    if isinstance(expr, (Name, Attr)):
        name = resolve(dotted(expr))
        return NOTHING if name in NOT_CLASSES else Annotation(name)
    if isinstance(expr, Binary) and expr.op == "|":
        return _union(_alternatives(expr), resolve, depth)
    if isinstance(expr, Sub):
        return _subscripted(expr, resolve, depth)
    return NOTHING


def _alternatives(expr: Expr) -> tuple[Expr, ...]:
    """Operands of a chain of `|`, left to right."""
    found: list[Expr] = []
    while isinstance(expr, Binary) and expr.op == "|":
        found.append(expr.right)
        expr = expr.left
    return (expr, *reversed(found))


def _union(members: tuple[Expr, ...], resolve: Resolve, depth: int) -> Annotation:
    """The first alternative that names a class; builtin ones last, because they say least."""
    read = [read_annotation(member, resolve, depth + 1) for member in members]
    known = [annotation for annotation in read if annotation.type]
    telling = [annotation for annotation in known if not annotation.type.startswith("builtins.")]
    return next(iter(telling or known), NOTHING)


def _subscripted(expr: Sub, resolve: Resolve, depth: int) -> Annotation:
    name = resolve(dotted(expr.value))
    items = expr.index.items if isinstance(expr.index, Seq) else (expr.index,)
    if name in NOT_CLASSES or not items:
        return NOTHING
    if name in UNIONS:
        return _union(items, resolve, depth)
    if name in OF_CLASSES:
        return msgspec.structs.replace(read_annotation(items[0], resolve, depth + 1), is_class=True)
    if name in WRAPPERS:
        return read_annotation(items[0], resolve, depth + 1)
    if name in COROUTINES:
        return read_annotation(items[-1], resolve, depth + 1)
    if name in {"builtins.tuple", "typing.Tuple"} and not _is_homogeneous(items):
        return Annotation(name)
    position = 1 if name in MAPPINGS and len(items) > 1 else 0
    return Annotation(name, read_annotation(items[position], resolve, depth + 1).type)


def _is_homogeneous(items: tuple[Expr, ...]) -> bool:
    rest = items[1:]
    return not rest or all(
        item == items[0] or (isinstance(item, Const) and item.kind == "ellipsis") for item in rest
    )


def parse_annotation(text: str) -> Expr | None:
    """Expression of an annotation given as text (`"Optional[User]"`); None where it is no such thing."""
    tokens: list[str] = []
    position = 0
    text = text.strip()
    while position < len(text) <= _LONGEST:
        match = _TOKEN.match(text, position)
        if match is None:
            return None
        tokens.append(match.group().strip())
        position = match.end()
    parser = _Parser(tokens)
    expr = parser.union(0) if tokens else None
    return expr if parser.position == len(tokens) else None


class _Parser:
    """Recursive descent over the tokens of an annotation, to a bounded depth."""

    def __init__(self, tokens: list[str]) -> None:
        self.tokens = tokens
        self.position = 0

    def union(self, depth: int) -> Expr | None:
        left = self.atom(depth)
        while left is not None and self.accept("|"):
            right = self.atom(depth)
            left = None if right is None else Binary("|", left, right)
        return left

    def atom(self, depth: int) -> Expr | None:
        token = self.next()
        if token[:1] in {"'", '"'}:
            return parse_annotation(token[1:-1]) if depth < _DEPTH else None
        if token in _CONSTANTS:
            return _CONSTANTS[token]
        if token.startswith("[") and depth < _DEPTH:
            return Seq("list", self.items("]", depth))
        if not token.isidentifier():
            return None
        expr: Expr = Name(token, 0)
        while self.accept("."):
            expr = Attr(expr, self.next(), 0)
        if depth < _DEPTH and self.accept("["):
            items = self.items("]", depth)
            expr = Sub(expr, items[0] if len(items) == 1 else Seq("tuple", items), 0)
        return expr

    def items(self, closing: str, depth: int) -> tuple[Expr, ...]:
        found: list[Expr] = []
        while not self.accept(closing):
            item = self.union(depth + 1)
            if item is None:
                self.position = len(self.tokens) + 1
                break
            found.append(item)
            self.accept(",")
        return tuple(found)

    def accept(self, token: str) -> bool:
        if self.position < len(self.tokens) and self.tokens[self.position] == token:
            self.position += 1
            return True
        return False

    def next(self) -> str:
        self.position += 1
        return self.tokens[self.position - 1] if self.position <= len(self.tokens) else ""
