"""What tests ask of variables, and of which variables a function asks more than once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from purposelint.domain.expressions import (
    Binary,
    Bool,
    Call,
    Compare,
    Cond,
    Const,
    Conv,
    Expr,
    Fmt,
    Map,
    Name,
    Seq,
    Unary,
)
from purposelint.domain.statements import (
    AnnAssign,
    Assign,
    Case,
    ExprStmt,
    For,
    Handler,
    If,
    Match,
    Return,
    Stmt,
    Try,
    While,
    With,
)

if TYPE_CHECKING:
    from purposelint.flow.state.frame import Frame

Key: TypeAlias = tuple[str, str, object]
"""What a test asks of a variable: its name, an operator ('' for its truth), and a constant."""

_NEGATED = {"is not": "is", "!=": "=="}


class Asked(NamedTuple):
    """What a test asks, and whether it holds where the answer is yes."""

    key: Key
    holds: bool


def asked_by(test: Expr) -> Asked | None:
    """What a test asks of one variable, None for any other test."""
    holds = True
    while type(test) is Unary and test.op == "not":
        test, holds = test.operand, not holds
    if type(test) is Name:
        return Asked((test.id, "", None), holds)
    if type(test) is not Compare or len(test.ops) != 1 or type(test.left) is not Name:
        return None
    op, right = test.ops[0], test.rights[0]
    if type(right) is not Const or op not in ("is", "==", *_NEGATED):
        return None
    return Asked(
        (test.left.id, _NEGATED.get(op, op), (right.kind, right.value)), holds is (op not in _NEGATED)
    )


def excludes(key: Key, other: Key) -> bool:
    """Whether the answer to one question being yes makes that to another no: a text is no other text."""
    (name, op, constant), (other_name, other_op, another) = key, other
    return (
        (name, op, other_op) == (other_name, "==", "==")
        and isinstance(constant, tuple)
        and isinstance(another, tuple)
        and constant[0] == another[0] == "str"
        and constant != another
    )


def tested_again(frame: Frame) -> frozenset[str]:
    """Variables of which more than one test of the function asks something."""
    known = frame.engine.tested_again
    found = known.get(frame.info.symbol)
    if found is None:
        counts = Counter(name for test in _tests(frame.info.facts.body) for name in names_asked(test))
        found = frozenset(name for name, count in counts.items() if count > 1)
        known[frame.info.symbol] = found
    return found


def switches_asked(body: Sequence[Stmt]) -> frozenset[str]:
    """Variables of which some test of a function asks whether they are true."""
    asked = (each for test in _tests(body) for each in _asked_in(test))
    return frozenset(each.key[0] for each in asked if not each.key[1])


def names_asked(test: Expr) -> frozenset[str]:
    """Variables that the parts of one test ask of."""
    return frozenset(asked.key[0] for asked in _asked_in(test))


def _asked_in(test: Expr) -> Iterator[Asked]:
    pending = [test]
    while pending:
        each = pending.pop()
        if type(each) is Bool:
            pending.extend(each.values)
        elif type(each) is Unary:
            pending.append(each.operand)
        elif (asked := asked_by(each)) is not None:
            yield asked


def blocks_of(body: Sequence[Stmt]) -> Iterator[Stmt | Handler | Case]:
    """Statements with those inside them, of one function."""
    pending: list[Stmt | Handler | Case] = list(body)
    while pending:
        each = pending.pop()
        yield each
        if isinstance(each, If | While | For):
            pending.extend((*each.body, *each.orelse))
        elif isinstance(each, With | Handler | Case):
            pending.extend(each.body)
        elif type(each) is Try:
            pending.extend((*each.body, *each.handlers, *each.orelse, *each.final))
        elif type(each) is Match:
            pending.extend(each.cases)


def _tests(body: Sequence[Stmt]) -> Iterator[Expr]:
    """Tests of statements, and of the conditional expressions in what is bound, called or returned."""
    for each in blocks_of(body):
        if type(each) is If or type(each) is While:
            yield each.test
        elif isinstance(each, Assign | AnnAssign | ExprStmt | Return) and each.value is not None:
            yield from _tests_within(each.value)


def _tests_within(expr: Expr) -> Iterator[Expr]:
    pending = [expr]
    while pending:
        each = pending.pop()
        if type(each) is Cond:
            yield each.test
        pending.extend(_parts(each))


def _parts(expr: Expr) -> Iterable[Expr]:
    """Expressions within one, as far as conditional ones are written there."""
    if type(expr) is Call:
        return [arg.value for arg in expr.args]
    if type(expr) is Cond:
        return (expr.body, expr.orelse)
    if type(expr) is Map:
        return [item.value for item in expr.items]
    if type(expr) is Seq:
        return expr.items
    if type(expr) is Fmt:
        return expr.parts
    if type(expr) is Conv:
        return (expr.value,)
    return (expr.left, expr.right) if type(expr) is Binary else ()
