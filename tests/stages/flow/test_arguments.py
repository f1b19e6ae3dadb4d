"""Arguments on their way to parameters."""

from __future__ import annotations

from purposelint.flow.objects.arguments import Argument, Binding, bind
from purposelint.flow.state.frame import Frame
from purposelint.flow.state.values import ANY, CONSTANT, Obj, Value, of
from stages.flow.programs import solved, traced

_ONE, _TWO, _THREE = Value(1), Value(2), Value(4)


def _bind(signature: str, *arguments: Argument) -> tuple[Frame, Binding]:
    program = solved(f"def called({signature}):\n    pass\n")
    frame = program.frame("app.called")
    return frame, bind(frame, frame.info, arguments, 0)


def _plain(*values: Value) -> list[Argument]:
    return [Argument(None, value) for value in values]


def test_by_position_and_by_name() -> None:
    _, bound = _bind("a, b, c", *_plain(_ONE), Argument("c", _THREE))
    assert bound.values == {0: _ONE, 2: _THREE}


def test_positional_only_and_keyword_only() -> None:
    _, bound = _bind("a, /, *, b", *_plain(_ONE, _TWO), Argument("a", _THREE), Argument("b", _THREE))
    assert bound.values == {0: _ONE, 1: _THREE}


def test_what_fits_no_parameter_is_dropped() -> None:
    _, bound = _bind("a", *_plain(_ONE, _TWO), Argument("b", _THREE))
    assert bound.values == {0: _ONE}


def test_the_rest_is_a_tuple_and_a_dict() -> None:
    frame, bound = _bind("a, *rest, **others", *_plain(_ONE, _TWO, _THREE), Argument("k", _ONE))
    assert frame.read(bound.values[1], 0) == _TWO
    assert frame.read(bound.values[1], 1) == _THREE
    assert frame.read(bound.values[2], "[k") == _ONE


def test_an_unpacked_list_fills_parameters_in_order() -> None:
    program = solved("def called(a, b, *rest):\n    pass\n")
    frame = program.frame("app.called")
    given = frame.fresh((1,), "list")
    frame.write(given, 0, _ONE)
    frame.write(given, 1, _TWO)
    frame.write(given, 2, _THREE)
    bound = bind(frame, frame.info, [Argument(None, given, 1)], 0)
    assert bound.values[0] == _ONE
    assert bound.values[1] == _TWO
    assert frame.read(bound.values[2], 0) == _THREE
    assert frame.read(bound.values[2], ANY) == _THREE


def test_an_unpacked_dict_fills_parameters_by_name() -> None:
    program = solved("def called(a, b):\n    pass\n")
    frame = program.frame("app.called")
    given = of(Obj((1,), "dict"))
    frame.write(given, "[b", _TWO)
    frame.write(given, "[c", _THREE)
    bound = bind(frame, frame.info, [Argument(None, CONSTANT), Argument(None, given, 2)], 0)
    assert bound.values == {0: CONSTANT, 1: _TWO}


def test_a_call_left_to_the_caller_says_which_of_the_collected_arguments_carries_the_data() -> None:
    flows = traced(
        """
        import logging

        def tell(log, **parts):
            log("new", extra=parts)

        def show(user, event):
            tell(logging.info, event=event.pk, mail=user.email)
        """
    ).flows
    assert [(flow.expr, flow.data.span.line) for flow in flows] == [("user.email", 7)]
