"""The state of the one walk over a file's tree, and the tables by which it goes from node to node."""

from __future__ import annotations

from collections.abc import Callable
from itertools import starmap
from typing import Any, TypeAlias

from purposelint.domain.expressions import Expr, Name, Seq, Star
from purposelint.domain.facts import Class, Function, Import, Mention, StarImport
from purposelint.domain.statements import Stmt
from purposelint.extract import nodes as cst
from purposelint.extract.comments import Ownership
from purposelint.extract.cursor import Cursor
from purposelint.extract.scopes import Scope
from purposelint.extract.tokens import Tokens

ExpressionHandler: TypeAlias = Callable[["Walk", Any], Expr]
SmallHandler: TypeAlias = Callable[["Walk", Any, int], "Stmt | None"]
StatementHandler: TypeAlias = Callable[["Walk", Any, list[Stmt]], None]

EXPRESSIONS: dict[type[cst.CSTNode], ExpressionHandler] = {}
"""How each kind of expression is lowered; filled by `lowering`."""

SMALL: dict[type[cst.CSTNode], SmallHandler] = {}
"""How each kind of small statement is lowered, given its start; filled by `lowering`."""

STATEMENTS: dict[type[cst.CSTNode], StatementHandler] = {}
"""How each kind of compound statement is lowered and appended to its block; filled by `lowering`."""


class Walk:
    """What has been gathered so far. `scope` is the body that the walk is in.

    `dict_owner` is the word that owns the dict display that comes next, '' for any other place.
    `functions` and `classes` hold None for those under way.
    """

    def __init__(self, tokens: Tokens) -> None:
        self.cursor = Cursor(tokens)
        self.ownership = Ownership(self.cursor)
        self.scope = Scope("module", 0, "", None, -1)
        self.functions: list[Function | None] = [None]
        self.classes: list[Class | None] = []
        self.imports: list[Import] = []
        self.stars: list[StarImport] = []
        self.exports: tuple[str, ...] | None = None
        self.mentions: set[tuple[str, str, str]] = set()
        self.dict_owner = ""

    def expr(self, node: cst.CSTNode) -> Expr:
        """Lower an expression; the brackets around it are consumed first."""
        handler = EXPRESSIONS.get(type(node))
        if handler is None:
            return lower_unknown(self, node)
        if node.lpar:  # type: ignore[attr-defined]
            self.cursor.enter(len(node.lpar))  # type: ignore[attr-defined]
        return handler(self, node)

    def optional(self, node: cst.CSTNode | None) -> Expr | None:
        """Lower an expression that may be absent."""
        return None if node is None else self.expr(node)

    def statement_end(self) -> int:
        """Point at which the small statement just lowered ends."""
        self.cursor.skip_closers()
        return self.cursor.end()

    def bind(self, target: Expr) -> None:
        """Note the names that a target binds in the scope."""
        if isinstance(target, Name):
            self.bind_name(target.id)
        elif isinstance(target, Seq):
            for item in target.items:
                self.bind(item)
        elif isinstance(target, Star):
            self.bind(target.value)

    def bind_name(self, name: str) -> None:
        """Note a variable that the scope binds."""
        self.scope.bound.add(name)
        self.mentions.add(("variable", "", name))

    def mention_targets(self, target: Expr) -> None:
        """Note the variables of a comprehension, which are bound in no scope of ours."""
        if isinstance(target, Name):
            self.mentions.add(("variable", "", target.id))
        elif isinstance(target, Seq):
            for item in target.items:
                self.mention_targets(item)
        elif isinstance(target, Star):
            self.mention_targets(target.value)

    def receiver(self, word: str) -> str:
        """The word that owns an attribute: the class where it is the method's own self or cls."""
        return self.scope.owner if word and word == self.scope.self_name else word

    def sorted_mentions(self) -> tuple[Mention, ...]:
        """Every mention once, in order."""
        return tuple(starmap(Mention, sorted(self.mentions)))


def lower_unknown(walk: Walk, node: cst.CSTNode) -> Expr:
    """Lower syntax that no table knows: the expressions found in it, in order, as a tuple."""
    found: list[Expr] = []
    _gather(walk, node, found)
    return found[0] if len(found) == 1 else Seq("tuple", tuple(found))


def _gather(walk: Walk, node: cst.CSTNode, found: list[Expr]) -> None:
    for child in cst.children(node):
        if type(child) in EXPRESSIONS:
            found.append(walk.expr(child))
        else:
            _gather(walk, child, found)
