"""What an object shows when it is turned into text."""

from __future__ import annotations

import pytest

from purposelint.flow.access.printing import PLAIN, Printer, is_exception
from purposelint.flow.state.forms import TEXT
from stages.flow.programs import lines, solved

_CLASSES = """
    import dataclasses
    import logging
    log = logging.getLogger(__name__)
    class Plain:
        def __init__(self, held):
            self.held = held
    class Told(Plain):
        def __str__(self):
            return f"<{self.held}>"
    class Shown(Plain):
        def __repr__(self):
            return self.held
    class Below(Told):
        pass
    class Silent(Told):
        def __str__(self):
            return "<>"
    @dataclasses.dataclass
    class Row:
        email: str
        count: int
    class Refused(Exception):
        pass
    def tell(thing):
        log.info("%s", thing)
    def held(user):
        tell({made})
"""


@pytest.mark.parametrize(
    ("kind", "printer"),
    [
        ("Plain", PLAIN),
        ("Told", Printer(method="app.Told.__str__")),
        ("Shown", Printer(method="app.Shown.__repr__")),
        ("Below", Printer(method="app.Told.__str__")),
        ("Row", Printer(fields=("email", "count"))),
        ("Refused", Printer(exception=True)),
    ],
)
def test_how_a_class_prints(kind: str, printer: Printer) -> None:
    assert solved(_CLASSES.replace("{made}", "1")).engine.printer(f"app.{kind}", TEXT) == printer


@pytest.mark.parametrize(
    ("made", "shows"),
    [
        ("Told(user.email)", True),
        ("Shown(user.email)", True),
        ("Below(user.email)", True),
        ("[Shown(user.email)]", True),
        ("[Told(user.email)]", False),
        ("Row(user.email, 1)", True),
        ("Refused(user.email)", True),
        ("Refused('no access', user.email)", True),
        ("ValueError(user.email)", True),
        ("str(Told(user.email))", True),
        ("Plain(user.email)", False),
        ("[Plain(user.email)]", False),
        ("Silent(user.email)", False),
        ("str(Silent(user.email))", False),
        ("Row('x', 1)", False),
        ("Refused('no access')", False),
    ],
)
def test_what_shows_through_a_helper(made: str, shows: bool) -> None:
    found = lines(_CLASSES.replace("{made}", made))
    assert bool(found) is shows, found


def test_an_object_that_prints_itself_ends() -> None:
    text = """
        class Loop:
            def __str__(self):
                return f"{self} {self.other} {self.held}"
        def show(user):
            one = Loop()
            one.other, one.held = one, user.email
            print(one)
        """
    assert lines(text) == [7]


def test_exceptions_are_known_by_what_they_are_called() -> None:
    assert is_exception("builtins.ValueError")
    assert is_exception("requests.exceptions.HTTPError")
    assert not is_exception("app.ErrorReport")
