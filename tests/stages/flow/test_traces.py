"""Flows as a person reads them: where, by which argument, and the way from the source."""

from __future__ import annotations

import msgspec

from purposelint.domain.flows import Flow
from purposelint.flow.traces import in_order
from stages.flow.programs import line, traced


def _one(text: str | dict[str, str]) -> Flow:
    (flow,) = traced(text).flows
    return flow


def _way(flow: Flow) -> list[tuple[str, int]]:
    return [(hop.place.path, hop.place.span.line) for hop in flow.trace]


def test_data_points_at_the_read_inside_the_argument() -> None:
    flow = _one(
        """
        import requests
        def send(user):
            requests.post(
                "https://crm.example",
                json={
                    "a": 1,
                    "b": [user.email.lower()],
                },
                timeout=3,
            )
        """
    )
    assert line(flow) == 3
    assert flow.expr == "user.email"
    assert (flow.data.span.line, flow.data.span.column) == (7, 19)
    assert (flow.data.span.end_line, flow.data.span.end_column) == (7, 29)


def test_data_is_the_argument_where_the_read_was_before() -> None:
    flow = _one(
        """
        def show(user):
            value = user.email
            print("seen", value)
        """
    )
    assert (flow.expr, flow.data.span.line, flow.origin.span.line) == ("value", 3, 2)
    assert _way(flow) == [("app.py", 2), ("app.py", 3)]


def test_the_last_read_before_the_sink_is_told() -> None:
    flow = _one(
        """
        def show(user):
            user.email.lower()
            value = user.email
            print(value)
            user.email.upper()
        """
    )
    assert flow.origin.span.line == 3


def test_a_way_through_helpers_names_each_call() -> None:
    flow = _one(
        """
        def show(text):
            print(text)
        def outer(text):
            show(text)
        def start(user):
            outer(user.email)
        """
    )
    assert line(flow) == 6
    assert [place.span.line for place in flow.handed] == [2, 4, 6]
    assert _way(flow) == [("app.py", 6), ("app.py", 6), ("app.py", 4), ("app.py", 2)]
    assert [hop.note for hop in flow.trace] == [
        "read as user.email",
        "handed on here",
        "handed on here",
        "logged by print",
    ]
    assert flow.place.symbol == "app.start"
    assert flow.sink.place.symbol == "app.show"


def test_a_way_out_of_helpers_names_each_call() -> None:
    flow = _one(
        {
            "app.py": """
            from rows import first
            def start(user):
                print(first(user))
            """,
            "rows.py": """
            def second(user):
                return user.email
            def first(user):
                return second(user)
            """,
        }
    )
    assert _way(flow) == [("rows.py", 2), ("rows.py", 4), ("app.py", 3), ("app.py", 3)]
    assert [hop.note for hop in flow.trace][1:3] == ["returned by second()", "returned by first()"]


def test_the_shortest_way_is_told() -> None:
    flow = _one(
        """
        def show(text):
            print(text)
        def longer(text):
            longest(text)
        def longest(text):
            show(text)
        def either(text, flag):
            if flag:
                longer(text)
            else:
                show(text)
        def start(user):
            either(user.email, 1)
        """
    )
    assert [place.span.line for place in flow.handed] == [2, 11, 13]


def test_two_arguments_of_a_helper_that_reach_one_sink_are_one_way() -> None:
    flow = _one(
        """
        def show(first, second):
            print(first, second)
        def start(user):
            mail = user.email
            show(mail, second=mail)
        """
    )
    assert line(flow) == 5


def test_the_argument_that_carries_the_element_is_told() -> None:
    flows = traced(
        """
        def tell(whom, what):
            print(whom, what)
        def show(user):
            tell(user.email, user.phone)
            tell(whom=unknown(user), what=user.phone)
        """
    ).flows
    found = [(line(flow), flow.source.element, flow.expr) for flow in flows if flow.confidence != "low"]
    assert sorted(found) == [
        (4, "identity.email", "user.email"),
        (4, "identity.phone", "user.phone"),
        (5, "identity.phone", "user.phone"),
    ]


def test_two_sinks_of_a_helper_are_two_ways() -> None:
    flows = traced(
        """
        def show(text):
            print(text)
            print(text)
        def start(user):
            show(user.email)
        """
    ).flows
    assert [flow.sink.place.span.line for flow in flows] == [2, 3]


def test_a_declared_field_begins_the_way() -> None:
    flow = _one(
        """
        import dataclasses
        @dataclasses.dataclass
        class Row:
            email: str
        def show(row: Row):
            print(row.email)
        """
    )
    assert _way(flow)[0] == ("app.py", 4)
    assert flow.trace[0].note.startswith("Row.email is identity.email")
    assert flow.source.symbol == "app.Row.email"


def test_an_unknown_call_gives_low_confidence() -> None:
    flow = _one(
        """
        import somewhere
        def show(user):
            print(somewhere.change(user.email))
        """
    )
    assert flow.confidence == "low"


def test_two_elements_in_one_call_are_two_flows() -> None:
    flows = traced('def show(user):\n    print(user.email, f"{user.phone_number}")\n').flows
    assert [(flow.source.element, flow.expr) for flow in flows] == [
        ("identity.email", "user.email"),
        ("identity.phone", "user.phone_number"),
    ]


def test_what_a_callee_reports_is_not_reported_again() -> None:
    flows = traced(
        """
        def show(user):
            print(user.email)
        def start(user):
            show(user)
        """
    ).flows
    assert [line(flow) for flow in flows] == [2]


def test_guarded_and_pseudonymous_flows_say_so() -> None:
    flows = traced(
        """
        import hashlib
        def show(user):
            print(mask_email(user.email))
            print(hashlib.sha256(user.email.encode()).hexdigest())
            print(len(user.email))
        """
    ).flows
    assert [(line(flow), flow.guard, flow.pseudonym) for flow in flows] == [
        (3, "helper.mask (masked)", False),
        (4, "", True),
    ]


def test_calls_are_counted_by_how_they_were_resolved() -> None:
    counts = traced(
        """
        import somewhere
        def same(value):
            return value
        def start(user):
            print(same(somewhere.fetch()))
        """
    ).counts
    assert counts["functions"] == 3
    assert (counts["calls_project"], counts["calls_library"], counts["calls_unknown"]) == (1, 1, 1)


def test_an_argument_that_keywords_collect_is_named_itself() -> None:
    """Of the arguments in `**kwargs` the one that carries the data is named, not the first."""
    flow = _one(
        "def send(**given):\n    print(given)\n"
        "def tell(user):\n    send(channel='x', to={'mail': user.email})\n"
    )
    assert flow.expr == "user.email"


def test_what_a_helper_adds_to_a_call_it_leaves_to_its_caller_is_told_from_there() -> None:
    """No argument here brings it, so none is named: the call is, and the way begins in the helper."""
    flow = _one(
        """
        def run(write, *given):
            write(*given)
        def tell(write, channel, user):
            run(write, channel, user.email)
        def start(channel, one):
            tell(print, channel, one)
        """
    )
    assert (line(flow), flow.expr, flow.data.span.line) == (6, "tell()", 6)
    assert [span for _, span in _way(flow)] == [4, 6, 2]


def test_a_call_around_the_argument_is_no_place_from_which_it_came() -> None:
    flow = _one(
        """
        def show(mail):
            print(mail)
            return mail
        def start(user):
            mail = user.email
            show(mail)
        """
    )
    assert (flow.expr, [span for _, span in _way(flow)]) == ("mail", [5, 6, 2])


def test_flows_that_differ_in_what_is_shown_alone_have_one_order() -> None:
    (flow,) = traced("def show(user):\n    print(user.email)\n").flows
    others = [msgspec.structs.replace(flow, expr=expr) for expr in ("key", "args", "kwargs")]
    others.append(msgspec.structs.replace(flow, handed=(*flow.handed, flow.place)))
    assert in_order(others) == in_order(others[::-1])


def test_an_exception_is_said_to_come_from_where_it_was_raised() -> None:
    flow = _one(
        """
        import logging
        from flask import Flask
        app = Flask(__name__)
        log = logging.getLogger(__name__)
        @app.route("/")
        def index(user):
            raise ValueError(user.email)
        @app.errorhandler(ValueError)
        def failed(error):
            log.info(error)
        """
    )
    assert flow.trace[1].note == "comes by builtins.ValueError from app.index"
