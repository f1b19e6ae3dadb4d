"""What the analysis may take: the sum is bounded whatever the functions are, and small ones are never cut."""

from __future__ import annotations

from itertools import pairwise

import pytest

from purposelint.flow.state.budget import Budget
from stages.flow.programs import linked

_FUNCTIONS = linked("def short():\n    pass\ndef long():\n" + "    pass\n" * 5_000).functions
_SHORT, _LONG = _FUNCTIONS["app.short"], _FUNCTIONS["app.long"]


def test_a_long_function_may_take_more() -> None:
    budget = Budget(100_000)
    assert budget.allowance(_LONG, "long") > 3 * budget.allowance(_SHORT, "short")


def test_a_function_takes_no_more_than_twice_what_it_may_at_once() -> None:
    budget = Budget(100_000)
    taken = 0
    while not budget.is_spent(_SHORT, "short"):
        allowed = budget.allowance(_SHORT, "short")
        budget.take("short", allowed)
        taken += allowed
    assert taken == 2 * Budget(100_000).allowance(_SHORT, "short")


@pytest.mark.parametrize("functions", [10, 1_000, 100_000])
def test_what_dear_functions_take_grows_with_the_number_of_functions(functions: int) -> None:
    budget = Budget(functions)
    taken = 0
    for number in range(functions):
        allowed = budget.allowance(_SHORT, str(number))
        budget.take(str(number), allowed)
        taken += allowed
    assert taken <= 2_000_000 + 1_100 * functions


def test_a_dear_function_leaves_most_to_those_after_it() -> None:
    budget = Budget(10)
    before = budget.left
    budget.take("dear", budget.allowance(_LONG, "dear"))
    assert budget.left >= 0.98 * before


def test_each_round_is_left_less_than_the_one_before() -> None:
    budget = Budget(1_000)
    left = []
    for _ in range(4):
        budget.take("dear", budget.left)
        budget.begin_round()
        left.append(budget.left)
    assert all(0 < after < before / 2 for before, after in pairwise(left))


def test_what_is_analysed_again_takes_a_bounded_share() -> None:
    budget = Budget(100)
    again = 0
    for number in range(10_000):
        key = str(number)
        budget.take(key, 50)
        while not budget.is_spent(_SHORT, key):
            work = min(3_000, budget.allowance(_SHORT, key))
            budget.take(key, work)
            again += work
    assert again <= Budget(100).left_again


def test_a_short_function_is_analysed_again_when_little_is_left_for_long_ones() -> None:
    budget = Budget(100)
    budget.take("long", 5_000)
    budget.take("short", 50)
    budget.left_again = 10_000
    assert budget.is_spent(_LONG, "long")
    assert not budget.is_spent(_SHORT, "short")


def test_what_others_leave_makes_a_function_dearer_only_so_far() -> None:
    budget = Budget(100_000)
    budget.take("ring", 100)
    assert budget.allowance(_SHORT, "ring") == budget.allowance(_SHORT, "new")
    budget.begin_round()
    assert budget.allowance(_SHORT, "ring") < budget.allowance(_SHORT, "new") / 5


def test_in_a_large_program_what_others_leave_may_make_a_function_much_dearer() -> None:
    budget = Budget(100_000)
    budget.take("all the others", 5_000_000)
    budget.take("short", 100)
    budget.begin_round()
    assert budget.allowance(_SHORT, "short") == budget.allowance(_SHORT, "new")
