"""Statements of the intermediate form: structured, so that control flow stays visible.

Every statement has `at` and `to`; for a compound statement they cover its header alone (from the
keyword to the colon), because a comment that belongs to `if x:` does not belong to what is in it.
"""

from __future__ import annotations

from typing import TypeAlias

from purposelint.domain.expressions import Expr, Node


class Statement(Node, frozen=True):
    """Base of all statements."""

    at: int
    to: int


class Assign(Statement, frozen=True, tag=40):
    """`a = b = value`: all targets, left to right."""

    targets: tuple[Expr, ...]
    value: Expr


class AnnAssign(Statement, frozen=True, tag=41):
    """`target: annotation = value`."""

    target: Expr
    annotation: Expr
    value: Expr | None


class AugAssign(Statement, frozen=True, tag=42):
    """`target op= value`; `op` without the equals sign."""

    target: Expr
    op: str
    value: Expr


class ExprStmt(Statement, frozen=True, tag=43):
    """An expression for its effect."""

    value: Expr


class Return(Statement, frozen=True, tag=44):
    """`return value`."""

    value: Expr | None


class Raise(Statement, frozen=True, tag=45):
    """`raise value from cause`."""

    value: Expr | None
    cause: Expr | None


class If(Statement, frozen=True, tag=46):
    """`if`; an `elif` is an `If` alone in `orelse`."""

    test: Expr
    body: tuple[Stmt, ...]
    orelse: tuple[Stmt, ...]


class While(Statement, frozen=True, tag=47):
    """`while ... else`."""

    test: Expr
    body: tuple[Stmt, ...]
    orelse: tuple[Stmt, ...]


class For(Statement, frozen=True, tag=48):
    """`for ... else`, also `async for`."""

    target: Expr
    iter: Expr
    body: tuple[Stmt, ...]
    orelse: tuple[Stmt, ...]
    is_async: bool


class Handler(Statement, frozen=True, tag=49):
    """`except exception as name:`."""

    exception: Expr | None
    name: str | None
    body: tuple[Stmt, ...]


class Try(Statement, frozen=True, tag=50):
    """`try`; `star` for `except*`."""

    body: tuple[Stmt, ...]
    handlers: tuple[Handler, ...]
    orelse: tuple[Stmt, ...]
    final: tuple[Stmt, ...]
    star: bool


class WithItem(Node, frozen=True, tag=51):
    """`value as target` of a with statement."""

    value: Expr
    target: Expr | None


class With(Statement, frozen=True, tag=52):
    """`with`, also `async with`."""

    items: tuple[WithItem, ...]
    body: tuple[Stmt, ...]
    is_async: bool


class Case(Statement, frozen=True, tag=53):
    """`case pattern if guard:`."""

    pattern: Pattern
    guard: Expr | None
    body: tuple[Stmt, ...]


class Match(Statement, frozen=True, tag=54):
    """`match subject:`."""

    subject: Expr
    cases: tuple[Case, ...]


class Delete(Statement, frozen=True, tag=55):
    """`del a, b[0]`."""

    targets: tuple[Expr, ...]


class Scope(Statement, frozen=True, tag=56):
    """`global` or `nonlocal`."""

    kind: str
    names: tuple[str, ...]


class Def(Statement, frozen=True, tag=57):
    """A function definition: the index of its `Function` in the file's facts."""

    function: int


class ClassDef(Statement, frozen=True, tag=58):
    """A class definition: the index of its `Class` in the file's facts."""

    class_: int


class ImportStmt(Statement, frozen=True, tag=59):
    """An import; the names it binds here. What they mean is in the file's `imports`."""

    names: tuple[str, ...]


class Jump(Statement, frozen=True, tag=60):
    """`break` or `continue`."""

    kind: str


class Assert(Statement, frozen=True, tag=61):
    """`assert test, message`."""

    test: Expr
    message: Expr | None


Stmt: TypeAlias = (
    Assign
    | AnnAssign
    | AugAssign
    | ExprStmt
    | Return
    | Raise
    | If
    | While
    | For
    | Try
    | With
    | Match
    | Delete
    | Scope
    | Def
    | ClassDef
    | ImportStmt
    | Jump
    | Assert
)


class AsPattern(Node, frozen=True, tag=70):
    """`pattern as name`; `_` is both None, a capture has no pattern."""

    pattern: Pattern | None
    name: str | None


class SeqPattern(Node, frozen=True, tag=71):
    """`[a, *b]`."""

    items: tuple[Pattern, ...]


class StarPattern(Node, frozen=True, tag=72):
    """`*name` inside a sequence pattern; None for `*_`."""

    name: str | None


class MapPattern(Node, frozen=True, tag=73):
    """`{key: pattern, **rest}`."""

    keys: tuple[Expr, ...]
    patterns: tuple[Pattern, ...]
    rest: str | None


class ClassPattern(Node, frozen=True, tag=74):
    """`Cls(positional, name=pattern)`."""

    cls: Expr
    positional: tuple[Pattern, ...]
    names: tuple[str, ...]
    patterns: tuple[Pattern, ...]


class OrPattern(Node, frozen=True, tag=75):
    """`a | b`."""

    patterns: tuple[Pattern, ...]


class ValuePattern(Node, frozen=True, tag=76):
    """A literal or a dotted name."""

    value: Expr


Pattern: TypeAlias = (
    AsPattern | SeqPattern | StarPattern | MapPattern | ClassPattern | OrPattern | ValuePattern
)
