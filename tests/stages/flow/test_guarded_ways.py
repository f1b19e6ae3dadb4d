"""Where the guard stands on the way of a flow: before the calls that brought what it left."""

from __future__ import annotations

from stages.flow.programs import traced


def _lines(text: str) -> list[int]:
    (flow,) = traced(text).flows
    return [hop.place.span.line for hop in flow.trace]


def test_a_guard_below_comes_before_the_calls_that_give_its_result() -> None:
    text = """
        def shown(user):
            address = user.email
            return mask_email(address)
        def twice(user):
            return shown(user)
        def show(user):
            text = twice(user)
            print(text)
        """
    assert _lines(text) == [2, 3, 5, 7, 8]


def test_a_guard_here_comes_after_the_read() -> None:
    text = """
        def show(user):
            address = user.email
            text = mask_email(address)
            print(text)
        """
    assert _lines(text) == [2, 3, 4]
