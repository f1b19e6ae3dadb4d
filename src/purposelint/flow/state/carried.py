"""Two tests of one variable with others between: what the first decided is known where ways meet again."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, TypeAlias

from purposelint.domain.expressions import Expr
from purposelint.flow.state import branches
from purposelint.flow.state.asking import Key, asked_by, excludes
from purposelint.flow.state.correlation import Split, inside_of, note, of_way
from purposelint.flow.state.store import State
from purposelint.flow.state.values import Ref, Value

if TYPE_CHECKING:
    from purposelint.flow.state.frame import Frame

_Side: TypeAlias = tuple[State, Split | None]

Splits: TypeAlias = dict[str, dict[Key, Split]]

_MOST_CARRIED = 8
_KINDS = (Value, dict)
"""What is merged by itself: a variable's value, an object's fields."""


def begun(frame: Frame) -> Splits:
    """The branches that are known where a turn begins."""
    return {name: dict(splits) for name, splits in frame.splits.items()}


def carry(frame: Frame, known: Splits, before: State | None, end: State | None) -> bool:
    """Join what branches said before a turn and at its end; whether that is anything new.

    The store where the next turn begins is joined already.
    """
    if not frame.splits or before is None or end is None or frame.state is None:
        return False
    changed = False
    for name, key, split in _all_of(frame.splits):
        earlier = known.get(name, {}).get(key)
        made = _joined(frame.state, name, (before, earlier), (end, split))
        if made is not None:
            frame.splits[name][key] = made
            changed = changed or earlier is None or not _same(made, earlier)
    return changed


def meet(frame: Frame, test: Expr, holds: State | None, fails: State | None) -> None:
    """Let both ways of a branch meet, with what it says, and what earlier ones said on each."""
    frame.state = branches.merge(holds, fails)
    if frame.splits and holds is not None and fails is not None and frame.state is not None:
        asked = asked_by(test)
        for name, key, split in _all_of(frame.splits):
            other = asked is not None and excludes(asked.key, key)
            only = None if asked is None or not other else asked.holds
            made = _joined(frame.state, name, (holds, split), (fails, split), excluded=only)
            if made is not None:
                frame.splits[name][key] = made
    note(frame, test, holds, fails)


def _all_of(splits: Splits) -> list[tuple[str, Key, Split]]:
    found = [(name, key, split) for name, by_key in splits.items() for key, split in by_key.items()]
    return found[:_MOST_CARRIED]


def _joined(
    state: State, name: str, first: _Side, second: _Side, *, excluded: bool | None = None
) -> Split | None:
    """A branch as it is known where two ways meet, of which each may know it; None where it says nothing.

    `excluded` is true where its test can't hold on the first way, false where it can't on the second.
    """
    known = [(held, split if _is_known(held, name, split) else None) for held, split in (first, second)]
    splits = [split for _, split in known if split is not None]
    keys = {key: None for split in splits for key in split.joined if type(state.get(key)) in _KINDS}
    ways: dict[bool, State] = {}
    for holds in (True, False):
        left, right = (_of_side(held, split, keys, holds=holds) for held, split in known)
        if holds and excluded is not None:
            ways[holds] = right if excluded else left
        else:
            ways[holds] = branches.merge(left, right) or {}
    joined = {key: state[key] for key in keys if ways[True].get(key) != ways[False].get(key)}
    return Split(joined, ways, inside_of(state, name)) if joined else None


def _is_known(state: State, name: str, split: Split | None) -> bool:
    return split is not None and len(split.ways) > 1 and split.inside == inside_of(state, name)


def _of_side(state: State, split: Split | None, keys: Iterable[str | Ref], *, holds: bool) -> State:
    """What one of two ways that meet holds where the test holds, or does not."""
    if split is not None:
        return of_way(state, split, split.ways[holds], keys)
    return {key: state[key] for key in keys if key in state}


def _same(left: Split, right: Split) -> bool:
    """Whether two branches say the same."""
    return left.joined == right.joined and all(
        left.ways[holds].get(key) == right.ways.get(holds, {}).get(key)
        for holds in left.ways
        for key in left.joined
    )
