"""Two tests of one variable: what the first one decided is known again where the second one holds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from purposelint.domain.expressions import Bool, Expr
from purposelint.flow.state.asking import asked_by, excludes, tested_again
from purposelint.flow.state.store import Fields, State
from purposelint.flow.state.values import ANY, Ref, Value

if TYPE_CHECKING:
    from purposelint.flow.state.frame import Frame

Inside: TypeAlias = tuple[tuple[Ref, Fields | None], ...]


class Split(NamedTuple):
    """A branch on a test that has been joined again.

    `joined` is what differed between its ways, as it was behind them; `ways` the store at the end of the
    way on which the test holds, or does not. `inside` is what the variable's own value held.
    """

    joined: State
    ways: Mapping[bool, State]
    inside: Inside


def tells(frame: Frame, test: Expr) -> bool:
    """Whether a test asks something that the function asks again."""
    asked = asked_by(test)
    return asked is not None and asked.key[0] in tested_again(frame)


def note(frame: Frame, test: Expr, holds: State | None, fails: State | None) -> None:
    """Remember both ways of a branch, whose ends are joined now, by what its test asks of variables.

    Where one part of `a and b` does not hold, the other way was taken; where one of `a or b` holds, this.
    """
    if holds is None or fails is None or frame.state is None:
        return
    parts, ways = _parts(test, holds, fails)
    asked = [one for part in parts if (one := asked_by(part)) is not None]
    repeated = tested_again(frame) if asked else frozenset()
    asked = [one for one in asked if one.key[0] in repeated and frame.lookup(one.key[0]) is not None]
    if not asked:
        return
    joined = {key: held for key, held in frame.state.items() if holds.get(key) is not fails.get(key)}
    for key, truth in asked:
        own = {way if truth else not way: state for way, state in ways.items()}
        frame.splits.setdefault(key[0], {})[key] = Split(joined, own, inside_of(frame.state, key[0]))


def recall(frame: Frame, test: Expr, *, holds: bool) -> None:
    """Where a test holds, or does not, all that is as it was behind an earlier branch on it is of one way."""
    asked = asked_by(test)
    splits = frame.splits.get(asked.key[0]) if asked is not None else None
    if asked is None or splits is None:
        return
    answer = holds is asked.holds
    for key, split in splits.items():
        way = split.ways.get(answer if key == asked.key else False)
        if way is not None and (key == asked.key or (answer and excludes(asked.key, key))):
            _go_back(frame, key[0], split, way)


def _go_back(frame: Frame, name: str, split: Split, way: State) -> None:
    """Make what is as it was behind a branch what it was on one of its ways."""
    if frame.state is None or split.inside != inside_of(frame.state, name):
        return
    known = of_way(frame.state, split, way, split.joined)
    for key in split.joined:
        if key in known:
            frame.state[key] = known[key]
        else:
            frame.state.pop(key, None)


def of_way(state: State, split: Split, way: State, keys: Iterable[str | Ref]) -> State:
    """What a store holds under some keys where one way of a split was taken."""
    known: State = {}
    for key in keys:
        now, joined = state.get(key), split.joined.get(key)
        if joined is not None and now is joined:
            now = way.get(key, None if isinstance(key, str) else now)
        elif type(now) is dict and type(joined) is dict and type(way.get(key)) is dict:
            now = _refilled(now, joined, way[key])
        if now is not None:
            known[key] = now
    return known


def _refilled(now: Fields, joined: Fields, way: Fields) -> Fields:
    """Fields of which those that nobody wrote to since the branch are as one way left them."""
    fields = dict(now)
    for field, held in joined.items():
        if now.get(field) is held and (held.exact or held.vague or held.refs):
            if field in way:
                fields[field] = way[field]
            elif field != ANY:
                del fields[field]
    return fields


def _parts(test: Expr, holds: State, fails: State) -> tuple[Sequence[Expr], Mapping[bool, State]]:
    """Tests that tell which way was taken, and the ways that they tell of."""
    if type(test) is Bool:
        return test.values, {False: fails} if test.op == "and" else {True: holds}
    return (test,), {True: holds, False: fails}


def inside_of(state: State | None, name: str) -> Inside:
    """What stands in a variable's value: a container that is filled in between is another answer."""
    value = (state or {}).get(name)
    return tuple((ref, (state or {}).get(ref)) for ref in value.refs) if type(value) is Value else ()
