"""Abstract values: joining, bits, and what stands for records of a query."""

from __future__ import annotations

import pytest

from purposelint.flow.state.rows import row_class, rows_of
from purposelint.flow.state.values import (
    MOST_JOINED,
    NOTHING,
    Instance,
    Obj,
    Static,
    Sym,
    Value,
    bits,
    holds,
    join,
    labelled,
    of,
)

_BOX = Obj((1,), "dict")
_LIST = Obj((2,), "list")


def test_bits_are_ascending() -> None:
    assert bits(0) == []
    assert bits(0b1011) == [0, 1, 3]
    assert bits(1 << 500 | 1) == [0, 500]


def test_join_takes_labels_and_references_of_both() -> None:
    joined = join(Value(1, 2, (_BOX,)), Value(4, 8, (_LIST, _BOX)))
    assert (joined.exact, joined.vague) == (5, 10)
    assert joined.refs == (_BOX, _LIST)


def test_join_with_itself_is_itself() -> None:
    value = Value(1, 0, (_BOX,), "x")
    assert join(value, value) is value
    assert join(value, Value(1, 0, (_BOX,), "x")) is value


@pytest.mark.parametrize(
    ("left", "right", "text"), [("x", "x", "x"), ("x", "y", ""), ("x", "", "")], ids=["same", "two", "one"]
)
def test_a_text_is_known_where_both_ways_know_it(left: str, right: str, text: str) -> None:
    assert join(Value(1, text=left), Value(2, text=right)).text == text


def test_nothing_does_not_hide_a_text() -> None:
    assert join(NOTHING, Value(1, text="x")).text == "x"
    assert join(Value(1, text="x"), NOTHING).text == "x"


def test_references_of_a_joined_value_are_bounded() -> None:
    many = NOTHING
    for number in range(100):
        many = join(many, of(Obj((number,), "dict")))
    assert len(many.refs) == MOST_JOINED


def test_no_label_is_nothing() -> None:
    assert labelled(0) is NOTHING
    assert labelled(1, 2) == Value(1, 2)


def test_rows_of_a_class_are_told_from_other_types() -> None:
    assert row_class(Instance(rows_of("app.Customer"))) == "app.Customer"
    assert row_class(Instance("app.Customer")) == ""
    assert row_class(Static(rows_of("app.Customer"))) == ""


def test_what_can_be_written_on() -> None:
    assert holds(_BOX)
    assert holds(Sym((0,), ""))
    assert holds(Static("app"))
    assert holds(Instance("x", (1,)))
    assert not holds(Instance("x"))
