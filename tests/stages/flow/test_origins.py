"""By which way a path says that a function brought data: what it gives, raises, fills or hands on."""

from __future__ import annotations

from stages.flow.programs import traced


def _told(text: str) -> list[tuple[int, str]]:
    (flow,) = traced(text).flows
    return [(hop.place.span.line, hop.note) for hop in flow.trace]


def test_a_call_that_a_function_leaves_to_its_caller_is_a_step() -> None:
    """It gives nothing: whom the mail tells only the caller knows, and the mail is told in the function."""
    told = _told(
        """
        class Mail:
            def note(self, data):
                print(data)
        def deliver(mail, speaker):
            mail.note(data=speaker.email)
        def first(mail, speaker):
            deliver(mail, speaker)
        def start(speaker):
            first(Mail(), speaker)
        """
    )
    assert told == [
        (5, "read as speaker.email"),
        (7, "handed on by deliver()"),
        (9, "handed on by first()"),
        (5, "handed on here"),
        (3, "logged by print"),
    ]


def test_of_two_calls_that_hand_on_the_one_is_told_that_stands_there() -> None:
    flows = traced(
        """
        class Mail:
            def note(self, data):
                print(data)
        def deliver(mail, speaker):
            mail.note(data=speaker.email)
        def start(speaker):
            mail = Mail()
            deliver(mail, speaker)
            deliver(mail, speaker)
        """
    ).flows
    assert [[hop.place.span.line for hop in flow.trace] for flow in flows] == [[5, 8, 5, 3], [5, 9, 5, 3]]


def test_what_a_test_asks_goes_nowhere() -> None:
    told = _told(
        """
        def address(profile):
            if not profile.email:
                return None
            found = profile.email
            return found
        def start(profile):
            print(address(profile))
        """
    )
    assert told == [(4, "read as profile.email"), (7, "returned by address()"), (7, "logged by print")]


def test_unless_the_test_binds_it() -> None:
    told = _told(
        """
        def address(profile):
            if found := profile.email:
                return found
            return None
        def start(profile):
            print(address(profile))
        """
    )
    assert told[0] == (2, "read as profile.email")


def test_an_exception_and_what_is_filled_are_told_as_such() -> None:
    raised = _told(
        """
        def check(user):
            if user.email:
                raise ValueError(user.email)
        def start(user):
            try:
                check(user)
            except ValueError as error:
                print(error)
        """
    )
    assert raised[:2] == [(3, "read as user.email"), (6, "raised by check()")]
    filled = _told(
        """
        def fill(found, user):
            found["to"] = user.email
        def start(user):
            found = {}
            fill(found, user)
            print(found)
        """
    )
    assert filled[:2] == [(2, "read as user.email"), (5, "put into what it is given by fill()")]


def test_an_exception_that_writes_its_own_message_is_told_as_such() -> None:
    text = """
        class Denied(Exception):
            def __init__(self, user):
                text = f"not allowed: {user.email}"
                super().__init__(text)
        class Box:
            def __init__(self, user):
                self.held = user.email
        def own(user):
            raise Denied(user)
        def through(user):
            try:
                own(user)
            except KeyError:
                raise ValueError("x")
        def start(user):
            try:
                through(user)
            except Denied as error:
                print(error)
        def other(user):
            print(Box(user).held)
        """
    error, boxed = traced(text).flows
    assert [(hop.place.span.line, hop.note) for hop in error.trace] == [
        (3, "read as user.email"),
        (9, "put into the exception's message"),
        (12, "raised by own()"),
        (17, "raised by through()"),
        (19, "logged by print"),
    ]
    assert boxed.trace[1].note == "put into the new Box"


def test_where_an_exceptions_message_is_built_is_known() -> None:
    flows = traced(
        """
        class Denied(Exception):
            def __init__(self, user):
                super().__init__(f"not allowed: {user.email}")
        def own(user):
            raise Denied(user)
        def plain(user):
            if user.age:
                raise ValueError(f"too young: {user.email}")
        def first(user):
            try:
                own(user)
            except Denied as error:
                print(error)
        def second(user):
            try:
                plain(user)
            except ValueError as error:
                print(error)
        def third(user):
            print(user.email)
        """
    ).flows
    assert [flow.message_at and flow.message_at.span.line for flow in flows] == [3, 8, None]
