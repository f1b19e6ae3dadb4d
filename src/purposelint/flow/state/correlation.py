"""Two tests of one variable: what the first one decided is known again where the second one holds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from purposelint.domain.expressions import Bool, Compare, Const, Expr, Name, Unary
from purposelint.domain.statements import Case, For, Handler, If, Match, Stmt, Try, While, With
from purposelint.flow.state.store import Fields, State
from purposelint.flow.state.values import Ref

if TYPE_CHECKING:
    from purposelint.flow.state.frame import Frame

Key: TypeAlias = tuple[str, str, object]
"""What a test asks of a variable: its name, an operator ('' for its truth), and a constant."""

_NEGATED = {"is not": "is", "!=": "=="}


class Split(NamedTuple):
    """A branch on a test that has been joined again.

    `joined` is what differed between its ways, as it was behind them; `ways` the store at the end of the
    way on which the test holds, or does not. `inside` is what the variable's own value held.
    """

    joined: State
    ways: Mapping[bool, State]
    inside: tuple[tuple[Ref, Fields | None], ...]


class _Asked(NamedTuple):
    key: Key
    holds: bool


def note(frame: Frame, test: Expr, holds: State | None, fails: State | None) -> None:
    """Remember both ways of a branch, whose ends are joined now, by what its test asks of variables.

    Where one part of `a and b` does not hold, the other way was taken; where one of `a or b` holds, this.
    """
    if holds is None or fails is None or frame.state is None:
        return
    parts, ways = _parts(test, holds, fails)
    asked = [one for part in parts if (one := _asked(part)) is not None]
    repeated = _tested_again(frame) if asked else frozenset()
    asked = [one for one in asked if one.key[0] in repeated and frame.lookup(one.key[0]) is not None]
    if not asked:
        return
    joined = {key: held for key, held in frame.state.items() if holds.get(key) is not fails.get(key)}
    for key, truth in asked:
        own = {way if truth else not way: state for way, state in ways.items()}
        frame.splits.setdefault(key[0], {})[key] = Split(joined, own, _inside(frame, key[0]))


def recall(frame: Frame, test: Expr, *, holds: bool) -> None:
    """Where a test holds, or does not, all that is as it was behind an earlier branch on it is of one way."""
    asked = _asked(test)
    split = frame.splits.get(asked.key[0], {}).get(asked.key) if asked is not None else None
    if asked is None or split is None or frame.state is None:
        return
    way = split.ways.get(holds is asked.holds)
    if way is None or split.inside != _inside(frame, asked.key[0]):
        return
    for key, held in split.joined.items():
        if frame.state.get(key) is not held:
            continue
        if key in way:
            frame.state[key] = way[key]
        elif isinstance(key, str):
            del frame.state[key]


def _parts(test: Expr, holds: State, fails: State) -> tuple[Sequence[Expr], Mapping[bool, State]]:
    """Tests that tell which way was taken, and the ways that they tell of."""
    if isinstance(test, Bool):
        return test.values, {False: fails} if test.op == "and" else {True: holds}
    return (test,), {True: holds, False: fails}


def _inside(frame: Frame, name: str) -> tuple[tuple[Ref, Fields | None], ...]:
    """What stands in a variable's value: a container that is filled in between is another answer."""
    value = frame.lookup(name)
    return tuple((ref, (frame.state or {}).get(ref)) for ref in value.refs) if value is not None else ()


def _asked(test: Expr) -> _Asked | None:
    """What a test asks of one variable, None for any other test."""
    holds = True
    while isinstance(test, Unary) and test.op == "not":
        test, holds = test.operand, not holds
    if isinstance(test, Name):
        return _Asked((test.id, "", None), holds)
    if not isinstance(test, Compare) or len(test.ops) != 1 or not isinstance(test.left, Name):
        return None
    op, right = test.ops[0], test.rights[0]
    if not isinstance(right, Const) or op not in ("is", "==", *_NEGATED):
        return None
    return _Asked(
        (test.left.id, _NEGATED.get(op, op), (right.kind, right.value)), holds is (op not in _NEGATED)
    )


# --- which variables are tested more than once -------------------------------------------------------


def _tested_again(frame: Frame) -> frozenset[str]:
    """Variables of which more than one test of the function asks something."""
    known = frame.engine.tested_again
    found = known.get(frame.info.symbol)
    if found is None:
        tests = (each.test for each in blocks_of(frame.info.facts.body) if isinstance(each, If | While))
        names = [name for test in tests for name in _names(test)]
        found = known[frame.info.symbol] = frozenset(name for name in names if names.count(name) > 1)
    return found


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
        elif isinstance(each, Try):
            pending.extend((*each.body, *each.handlers, *each.orelse, *each.final))
        elif isinstance(each, Match):
            pending.extend(each.cases)


def _names(test: Expr) -> frozenset[str]:
    """Variables that the parts of one test ask of."""
    names: set[str] = set()
    pending = [test]
    while pending:
        each = pending.pop()
        if isinstance(each, Bool):
            pending.extend(each.values)
        elif isinstance(each, Unary):
            pending.append(each.operand)
        elif (asked := _asked(each)) is not None:
            names.add(asked.key[0])
    return frozenset(names)
