"""Compound statements other than definitions: branches, loops, `try`, `with` and `match`."""

from __future__ import annotations

from purposelint.domain.chains import receiver_word
from purposelint.domain.expressions import Expr, Name
from purposelint.domain.statements import Case, For, Handler, If, Match, Stmt, Try, While, With, WithItem
from purposelint.extract import nodes as cst
from purposelint.extract.blocks import Header, lower_block, own_header_comment
from purposelint.extract.patterns import lower_pattern
from purposelint.extract.walk import Walk

MAX_BRANCHES = 50
"""Branches of one `if` chain that are nested. Those beyond follow as a chain of their own, which allows
for more paths than there are, never for fewer."""


def _header(walk: Walk, at: int) -> Header:
    """End a header behind its colon, and give it the comments held."""
    header = Header(at, walk.cursor.end_of_header(), walk.scope.index)
    if walk.ownership.held or walk.ownership.pending <= walk.cursor.index:
        walk.ownership.own(*header)
    return header


def _lower_else(walk: Walk, node: cst.Else | cst.Finally | None, header: Header) -> tuple[Stmt, ...]:
    """`else:` or `finally:`; comments before it belong to the statement that it is part of."""
    if node is None:
        return ()
    walk.ownership.hold(node.leading_lines)
    walk.ownership.own(*header)
    walk.cursor.take("else" if isinstance(node, cst.Else) else "finally")
    return lower_block(walk, node.body, header)


def lower_if(walk: Walk, node: cst.If, out: list[Stmt]) -> None:
    """`if ... elif ... else`, iteratively."""
    branches: list[tuple[Header, Expr, tuple[Stmt, ...]]] = []
    current: cst.If | cst.Else | None = node
    word = "if"
    while isinstance(current, cst.If):
        walk.ownership.hold(current.leading_lines)
        at = walk.cursor.at[walk.cursor.take(word)]
        test = walk.expr(current.test)
        header = _header(walk, at)
        branches.append((header, test, lower_block(walk, current.body, header)))
        current = current.orelse
        word = "elif"
    orelse = _lower_else(walk, current, branches[0][0])
    rest: list[Stmt] = []
    for position in range(len(branches) - 1, -1, -1):
        header, test, body = branches[position]
        statement = If(header.at, header.to, test, body, orelse)
        orelse = (statement,)
        if position and position % MAX_BRANCHES == 0:
            rest.append(statement)
            orelse = ()
    out += orelse
    out += reversed(rest)


def lower_while(walk: Walk, node: cst.While, out: list[Stmt]) -> None:
    """`while ... else`."""
    at = walk.cursor.at[walk.cursor.take("while")]
    test = walk.expr(node.test)
    header = _header(walk, at)
    body = lower_block(walk, node.body, header)
    out.append(While(at, header.to, test, body, _lower_else(walk, node.orelse, header)))


def lower_for(walk: Walk, node: cst.For, out: list[Stmt]) -> None:
    """`for ... else`, `async for`."""
    is_async = node.asynchronous is not None
    at = walk.cursor.at[walk.cursor.take("async" if is_async else "for")]
    target = walk.expr(node.target)
    walk.bind(target)
    iterated = walk.expr(node.iter)
    header = _header(walk, at)
    body = lower_block(walk, node.body, header)
    orelse = _lower_else(walk, node.orelse, header)
    out.append(For(at, header.to, target, iterated, body, orelse, is_async))


def lower_try(walk: Walk, node: cst.Try | cst.TryStar, out: list[Stmt]) -> None:
    """`try ... except ... else ... finally`."""
    at = walk.cursor.at[walk.cursor.take("try")]
    header = _header(walk, at)
    body = lower_block(walk, node.body, header)
    handlers = tuple([_lower_handler(walk, each) for each in node.handlers])
    orelse = _lower_else(walk, node.orelse, header)
    final = _lower_else(walk, node.finalbody, header)
    out.append(Try(at, header.to, body, handlers, orelse, final, isinstance(node, cst.TryStar)))


def _lower_handler(walk: Walk, node: cst.ExceptHandler | cst.ExceptStarHandler) -> Handler:
    walk.ownership.hold(node.leading_lines)
    at = walk.cursor.at[walk.cursor.take("except")]
    exception = walk.optional(node.type)
    name = None
    if node.name is not None:
        bound = walk.expr(node.name.name)
        walk.bind(bound)
        name = bound.id if isinstance(bound, Name) else None
    header = _header(walk, at)
    return Handler(at, header.to, exception, name, lower_block(walk, node.body, header))


def lower_with(walk: Walk, node: cst.With, out: list[Stmt]) -> None:
    """`with a as b, c`, `async with`."""
    is_async = node.asynchronous is not None
    at = walk.cursor.at[walk.cursor.take("async" if is_async else "with")]
    if cst.is_there(node.lpar):
        walk.cursor.take("(")
    items: list[WithItem] = []
    for item in node.items:
        value = walk.expr(item.item)
        target = None
        if item.asname is not None:
            target = walk.expr(item.asname.name)
            walk.bind(target)
        items.append(WithItem(value, target))
    header = _header(walk, at)
    out.append(With(at, header.to, tuple(items), lower_block(walk, node.body, header), is_async))


def lower_match(walk: Walk, node: cst.Match, out: list[Stmt]) -> None:
    """`match subject:` with its cases."""
    at = walk.cursor.at[walk.cursor.take("match")]
    subject = walk.expr(node.subject)
    header = _header(walk, at)
    own_header_comment(walk, node.whitespace_after_colon, header)
    cases = tuple([_lower_case(walk, each, receiver_word(subject)) for each in node.cases])
    walk.ownership.own_by_scope(node.footer, walk.scope.index)
    out.append(Match(at, header.to, subject, cases))


def _lower_case(walk: Walk, node: cst.MatchCase, word: str) -> Case:
    walk.ownership.hold(node.leading_lines)
    at = walk.cursor.at[walk.cursor.take("case")]
    pattern = lower_pattern(walk, node.pattern, word)
    guard = walk.optional(node.guard)
    header = _header(walk, at)
    return Case(at, header.to, pattern, guard, lower_block(walk, node.body, header))
