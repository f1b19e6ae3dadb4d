"""The store: reading, writing strongly and weakly, and joining two ways."""

from __future__ import annotations

from purposelint.flow.state.branches import merge
from purposelint.flow.state.store import Fields, State, Unasked, read, write
from purposelint.flow.state.values import (
    ANY,
    BEFORE,
    MAX_FIELDS,
    MAX_PATH,
    NOTHING,
    PLANTED,
    Obj,
    SharedObj,
    Sym,
    Value,
    join,
    of,
)

_BOX = Obj((1,), "dict")
_GIVEN = Sym((0,), "")
_SHARED = SharedObj((1, PLANTED), "dict")
_ONE, _TWO = Value(1), Value(2)


def _state(**fields: Value) -> State:
    return {_BOX: {f"[{name}": value for name, value in fields.items()}}


def test_nothing_is_known_of_an_object_that_nobody_made() -> None:
    assert read({}, _BOX, "[a") is None


def test_what_the_caller_handed_in_is_a_longer_path() -> None:
    assert read({}, _GIVEN, ".held") == of(Sym((0, ".held"), ""))


def test_a_path_of_the_callers_data_does_not_grow_forever() -> None:
    deep = Sym((0, *[".next"] * MAX_PATH), "")
    assert read({}, deep, ".next") == of(deep)


def test_a_strong_write_replaces() -> None:
    state = _state(a=_ONE)
    write(state, _BOX, "[a", _TWO, strong=True)
    assert read(state, _BOX, "[a") == _TWO


def test_a_weak_write_joins() -> None:
    state = _state(a=_ONE)
    write(state, _BOX, "[a", _TWO, strong=False)
    assert read(state, _BOX, "[a") == Value(3)


def test_a_weak_write_on_the_callers_data_keeps_what_was_there() -> None:
    state: State = {}
    write(state, _GIVEN, ".held", _ONE, strong=False)
    assert read(state, _GIVEN, ".held") == Value(1, 0, (Sym((0, ".held"), ""),))


def test_an_unknown_key_reaches_every_key_but_no_attribute() -> None:
    state: State = {_BOX: {"[a": _ONE, ".held": Value(4)}}
    write(state, _BOX, ANY, _TWO, strong=True)
    assert read(state, _BOX, "[a") == Value(3)
    assert read(state, _BOX, "[b") == _TWO
    assert read(state, _BOX, ".held") == Value(4)


def test_reading_everything_leaves_attributes_out() -> None:
    state: State = {_BOX: {"[a": _ONE, 0: _TWO, ".held": Value(4)}}
    assert read(state, _BOX, ANY) == Value(3)


def test_a_write_leaves_other_branches_alone() -> None:
    state = _state(a=_ONE)
    branch = dict(state)
    write(branch, _BOX, "[a", _TWO, strong=True)
    assert read(state, _BOX, "[a") == _ONE


def test_too_many_keys_fall_together() -> None:
    state = _state()
    for number in range(MAX_FIELDS + 3):
        write(state, _BOX, f"[{number}", Value(1 << number), strong=True)
    assert len(state[_BOX]) == MAX_FIELDS + 1
    assert read(state, _BOX, f"[{MAX_FIELDS + 1}") == Value(0b111 << MAX_FIELDS)
    assert read(state, _BOX, "[0") == Value(1 | 0b111 << MAX_FIELDS)


def test_a_way_that_is_not_taken_adds_nothing() -> None:
    state: State = {"x": _ONE}
    assert merge(None, state) is state
    assert merge(state, None) is state
    assert merge(state, state) is state
    assert merge(None, None) is None


def test_merging_joins_names_and_fields() -> None:
    merged = merge({"x": _ONE, **_state(a=_ONE)}, {"x": _TWO, "y": _TWO, **_state(a=_TWO)})
    assert merged is not None
    assert merged["x"] == Value(3)
    assert merged["y"] == _TWO
    assert read(merged, _BOX, "[a") == Value(3)


def test_merging_keeps_what_the_callers_data_held_on_the_other_way() -> None:
    written: State = {}
    write(written, _GIVEN, ".held", _ONE, strong=True)
    for merged in (merge(written, {}), merge({}, written)):
        assert merged is not None
        assert read(merged, _GIVEN, ".held") == Value(1, 0, (Sym((0, ".held"), ""),))


def test_an_object_made_on_one_way_is_what_that_way_says() -> None:
    merged = merge({}, _state(a=_ONE))
    assert merged is not None
    assert read(merged, _BOX, "[a") == _ONE
    assert read(merged, _BOX, "[b") in (None, NOTHING)


def _not_asked_yet(asked: list[str]) -> State:
    """A shared thing that holds 4 under `a` and `b`, and notes when it is looked at."""

    def before(_: State) -> Fields:
        asked.append("asked")
        return {"[a": Value(4), "[b": Value(4)}

    return {_SHARED: Unasked(before, {})}


def test_writing_into_a_shared_thing_does_not_ask_what_is_there() -> None:
    asked: list[str] = []
    state = _not_asked_yet(asked)
    write(state, _SHARED, "[a", _ONE, strong=True)
    write(state, _SHARED, "[b", _TWO, strong=False)
    assert asked == []
    assert read(state, _SHARED, "[a") == _ONE
    assert read(state, _SHARED, "[b") == join(BEFORE, Value(6))
    assert asked == ["asked"]


def test_what_one_way_wrote_into_a_shared_thing_may_not_be_there() -> None:
    for turned in (False, True):
        state = _not_asked_yet([])
        written = dict(state)
        write(written, _SHARED, "[a", _ONE, strong=True)
        both = merge(state, written) if turned else merge(written, state)
        assert both is not None
        assert read(both, _SHARED, "[a") == join(BEFORE, Value(5))


def test_what_both_ways_wrote_into_a_shared_thing_is_there() -> None:
    asked: list[str] = []
    state = _not_asked_yet(asked)
    left, right = dict(state), dict(state)
    write(left, _SHARED, "[a", _ONE, strong=True)
    write(right, _SHARED, "[a", _TWO, strong=True)
    both = merge(left, right)
    assert both is not None
    assert asked == []
    assert read(both, _SHARED, "[a") == Value(3)
