"""What a test says of a variable on the way where it holds."""

from __future__ import annotations

import pytest

from purposelint.domain.expressions import Attr, Const, Name
from purposelint.flow.access.narrowing import constant
from stages.flow.programs import lines, solved


def _told(test: str, *, negated: bool = False) -> bool:
    """Whether the value reaches a log where the test holds, or where it does not."""
    inside, otherwise = ("pass", "log.info(value)") if negated else ("log.info(value)", "pass")
    return bool(
        lines(
            f"""
        import logging
        log = logging.getLogger(__name__)
        def check(user):
            value = user.email
            if {test}:
                {inside}
            else:
                {otherwise}
        """
        )
    )


@pytest.mark.parametrize(
    "test",
    [
        "value == 'x'",
        "value is None",
        "not value != 'x'",
        "value in ('x', 'y')",
        "not value",
        "value == 'x' and user.active",
        "not (value != 'x' or user.active)",
    ],
)
def test_a_variable_that_equals_a_constant_is_clean_there(test: str) -> None:
    assert not _told(test)
    assert _told(test, negated=True)


@pytest.mark.parametrize(
    "test",
    ["value", "value != 'x'", "value == user.other", "value in user.others", "value == 'x' or user.active"],
)
def test_other_tests_leave_it_as_it_was(test: str) -> None:
    assert _told(test)


def test_a_class_is_taken_from_isinstance() -> None:
    program = solved(
        """
        class Box:
            def __str__(self):
                return self.held
        def check(value):
            if isinstance(value, Box):
                return value
            return None
        """
    )
    returned = program.frame("app.check").returned
    assert returned is not None
    assert [getattr(ref, "type", "") for ref in returned.refs] == ["app.Box"]


@pytest.mark.parametrize(
    ("test", "truth"),
    [
        (Const("bool", True), True),
        (Const("int", 0), False),
        (Const("none", None), False),
        (Name("TYPE_CHECKING", 0), False),
        (Attr(Name("typing", 0), "TYPE_CHECKING", 0), False),
        (Name("DEBUG", 0), None),
        (Const("str", "x"), None),
    ],
)
def test_truth_that_is_the_same_in_every_run(test: Const | Name | Attr, truth: bool | None) -> None:
    assert constant(test) is truth
