"""Expressions of the intermediate form: what the flow stage evaluates.

Every node is a small frozen struct with an int tag, so that a file's facts encode to a few bytes a
node. Points (`at`, `to`) are packed (domain.place); `to` is exclusive. Parentheses, whitespace and
operators that do not move data are gone. Operators keep their Python spelling.
"""

from __future__ import annotations

from typing import Literal, TypeAlias

import msgspec


class Node(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """Base of all nodes of the intermediate form."""


class Name(Node, frozen=True, tag=1):
    """A bare identifier."""

    id: str
    at: int


SeqKind: TypeAlias = Literal["list", "tuple", "set"]
ConstKind: TypeAlias = Literal["str", "bytes", "int", "float", "complex", "bool", "none", "ellipsis"]
"""Kinds of literals; as for every word below that is one of few, all nodes of a kind share one text."""

LONGEST_TEXT = 400
"""Characters of a text constant that are kept; one as long as this may be cut."""


class Const(Node, frozen=True, tag=2):
    """A literal. `kind`: str, bytes, int, float, complex, bool, none, ellipsis.

    `value` is None for floats, complex numbers, ints beyond 53 bits and text beyond 400 characters
    (cut, not dropped: `value` then holds the first 400). Adjacent literals are one.
    """

    kind: ConstKind
    value: str | int | bool | None


class Attr(Node, frozen=True, tag=3):
    """`value.name`; `to` is the end of the name."""

    value: Expr
    name: str
    to: int


class Sub(Node, frozen=True, tag=4):
    """`value[index]`; several indices make a tuple `Seq`."""

    value: Expr
    index: Expr
    to: int


class Slice(Node, frozen=True, tag=5):
    """`lower:upper:step` inside a subscript."""

    lower: Expr | None
    upper: Expr | None
    step: Expr | None


class Arg(Node, frozen=True, tag=6):
    """One argument of a call. `star`: 0 plain, 1 `*value`, 2 `**value`.

    The span covers the value alone, without its name and stars, with brackets of its own.
    """

    value: Expr
    name: str | None
    star: int
    at: int
    to: int


class Call(Node, frozen=True, tag=7):
    """A call; `at` is the start of the callee, `to` the end of the closing bracket."""

    func: Expr
    args: tuple[Arg, ...]
    at: int
    to: int


class Binary(Node, frozen=True, tag=8):
    """An arithmetic or bitwise operation, `%` and `+` on text included."""

    op: str
    left: Expr
    right: Expr


class Unary(Node, frozen=True, tag=9):
    """`not`, `-`, `+` or `~`."""

    op: str
    operand: Expr


class Bool(Node, frozen=True, tag=10):
    """A chain of `and` or a chain of `or`, flattened."""

    op: str
    values: tuple[Expr, ...]


class Compare(Node, frozen=True, tag=11):
    """`left ops[0] rights[0] ops[1] ...`; ops as spelled, with `not in` and `is not`."""

    left: Expr
    ops: tuple[str, ...]
    rights: tuple[Expr, ...]


class Cond(Node, frozen=True, tag=12):
    """`body if test else orelse`."""

    test: Expr
    body: Expr
    orelse: Expr


class Conv(Node, frozen=True, tag=13):
    """A replacement field of an f-string or t-string; conversion is '', 'r', 's' or 'a'."""

    value: Expr
    conversion: str
    spec: tuple[Expr, ...]


class Fmt(Node, frozen=True, tag=14):
    """An f-string, or adjacent literals of which one is an f-string. `template` is true for t-strings."""

    parts: tuple[Expr, ...]
    template: bool
    at: int
    to: int


class Seq(Node, frozen=True, tag=15):
    """A list, tuple or set display; `kind` says which. Items may be `Star`."""

    kind: SeqKind
    items: tuple[Expr, ...]


class Star(Node, frozen=True, tag=16):
    """`*value` in a display, a target or a subscript."""

    value: Expr


class Item(Node, frozen=True, tag=17):
    """One entry of a dict display; the key is None for `**value`. The span is as that of an `Arg`."""

    key: Expr | None
    value: Expr
    at: int
    to: int


class Map(Node, frozen=True, tag=18):
    """A dict display."""

    items: tuple[Item, ...]


class Clause(Node, frozen=True, tag=19):
    """`for target in iter if ...` of a comprehension."""

    target: Expr
    iter: Expr
    tests: tuple[Expr, ...]
    is_async: bool


class Comp(Node, frozen=True, tag=20):
    """A comprehension; `kind` is list, set, dict or generator. `value` is set for dicts only."""

    kind: str
    element: Expr
    value: Expr | None
    clauses: tuple[Clause, ...]


class Lambda(Node, frozen=True, tag=21):
    """A lambda: the index of its `Function` in the file's facts."""

    function: int


class Yield(Node, frozen=True, tag=22):
    """`yield value`, or `yield from value`."""

    value: Expr | None
    from_: bool


class Await(Node, frozen=True, tag=23):
    """`await value`."""

    value: Expr


class Walrus(Node, frozen=True, tag=24):
    """`name := value`."""

    name: str
    value: Expr
    at: int


Expr: TypeAlias = (
    Name
    | Const
    | Attr
    | Sub
    | Slice
    | Call
    | Binary
    | Unary
    | Bool
    | Compare
    | Cond
    | Conv
    | Fmt
    | Seq
    | Star
    | Map
    | Comp
    | Lambda
    | Yield
    | Await
    | Walrus
)
