"""Blocks: statements in order, with the comments that stand between them."""

from __future__ import annotations

from typing import NamedTuple

from purposelint.domain.statements import ExprStmt, Stmt
from purposelint.extract import nodes as cst
from purposelint.extract.walk import SMALL, STATEMENTS, Walk, lower_unknown


class Header(NamedTuple):
    """The header of a compound statement: its span, the function it stands in, and what it defines."""

    at: int
    to: int
    function: int
    defines: str = ""


def lower_block(walk: Walk, node: cst.BaseSuite, header: Header) -> tuple[Stmt, ...]:
    """Lower the body of a compound statement; a comment behind its colon belongs to its header."""
    out: list[Stmt] = []
    if type(node) is cst.IndentedBlock:
        own_header_comment(walk, node.header, header)
        for statement in node.body:
            lower_statement(walk, statement, out)
        walk.ownership.own_by_scope(node.footer, walk.scope.index)
    else:
        assert type(node) is cst.SimpleStatementSuite
        _lower_line(walk, node, out)
    return tuple(out)


def own_header_comment(walk: Walk, trivia: cst.TrailingWhitespace, header: Header) -> None:
    """Give the comment at the end of a header's line to the header."""
    ownership = walk.ownership
    if ownership.pending <= walk.cursor.index:
        ownership.hold((trivia,))
        ownership.own(*header)


def lower_statement(walk: Walk, node: cst.CSTNode, out: list[Stmt]) -> None:
    """Lower one statement, or one line of small ones, to the end of a block."""
    ownership = walk.ownership
    if ownership.pending <= walk.cursor.index:
        ownership.hold(getattr(node, "leading_lines", ()))
    if type(node) is cst.SimpleStatementLine:
        _lower_line(walk, node, out)
        return
    handler = STATEMENTS.get(type(node))
    if handler is not None:
        handler(walk, node, out)
        return
    statement = _lower_unknown(walk, node)
    out.append(statement)
    ownership.hold_passed()
    ownership.own(statement.at, statement.to, walk.scope.index)


def _lower_unknown(walk: Walk, node: cst.CSTNode) -> ExprStmt:
    """A statement that no table knows, as what is evaluated in it."""
    at = walk.cursor.statement_start()
    value = lower_unknown(walk, node)
    return ExprStmt(at, walk.statement_end(), value)


def _lower_line(
    walk: Walk, node: cst.SimpleStatementLine | cst.SimpleStatementSuite, out: list[Stmt]
) -> None:
    cursor, ownership = walk.cursor, walk.ownership
    at = 0
    for small in node.body:
        at = cursor.statement_start()
        handler = SMALL.get(type(small))
        if handler is None:
            out.append(_lower_unknown(walk, small))
        else:
            statement = handler(walk, small, at)
            if statement is not None:
                out.append(statement)
        cursor.skip_closers()
        if ownership.held or ownership.pending <= cursor.index:
            ownership.own(at, cursor.end(), walk.scope.index)
    if ownership.pending <= cursor.index:
        ownership.hold((node.trailing_whitespace,))
        ownership.own(at, cursor.end(), walk.scope.index)
