"""Local variables leave with exceptions once error monitoring is set up: whose, when, and which not."""

from __future__ import annotations

from pathlib import Path

import pytest

from purposelint.domain.verdict import Finding
from support.pipeline import check_folder

_MAIL = """
import logging
import sentry_sdk

logger = logging.getLogger(__name__)


def mail(user):
    address = user.email
    password = user.password
    letters = len(user.last_name)
    try:
        deliver(address)
    except OSError as error:
        REPORT
    born = user.birth_date
"""
_SETTINGS = """
import logging
import sentry_sdk
from sentry_sdk.scrubber import DEFAULT_DENYLIST, EventScrubber

OWN = [*DEFAULT_DENYLIST, "Address"]
LIST = OWN


def keep(event, hint):
    return event


def take_out(event, hint):
    event["exception"] = None
    return event


def strip(event, hint):
    for exc in event["exception"]["values"]:
        for frame in exc["stacktrace"]["frames"]:
            frame.pop("vars", None)
    return event


OPTIONS = {"dsn": DSN, "include_local_variables": False}
"""


def _sent(folder: Path, set_up: str, report: str = "sentry_sdk.capture_exception(error)") -> list[Finding]:
    (folder / "settings.py").write_text(f"{_SETTINGS}\n{set_up}\n", encoding="utf-8")
    (folder / "views.py").write_text(_MAIL.replace("REPORT", report), encoding="utf-8")
    return [each for each in check_folder(folder).findings if each.activity == "share"]


def test_what_stands_in_a_variable_is_said_once_where_it_is_set_up(tmp_path: Path) -> None:
    found = _sent(tmp_path, "sentry_sdk.init(DSN, include_local_variables=True)")
    assert [(each.element, each.place.path, each.confidence) for each in found] == [
        ("identity.email", "settings.py", "high")
    ]
    assert "with the local variables of whoever reports an exception (views.py:15)" in found[0].message
    assert [hop.place.path for hop in found[0].trace] == ["views.py", "views.py", "settings.py"]


@pytest.mark.parametrize(
    "report",
    ["sentry_sdk.capture_exception()", "logger.exception('failed')", "logger.error('failed', exc_info=True)"],
)
def test_whoever_reports_an_exception_takes_them_along(tmp_path: Path, report: str) -> None:
    found = _sent(tmp_path, "sentry_sdk.init(DSN)", report)
    assert [(each.element, each.confidence) for each in found] == [("identity.email", "low")]


@pytest.mark.parametrize(
    "report",
    [
        "raise",
        "logger.error('failed')",
        "logger.warning('failed', exc_info=True)",
        "sentry_sdk.capture_message('failed')",
        "pass\n    sentry_sdk.capture_exception()",
    ],
)
def test_what_reports_no_exception_takes_nothing_along(tmp_path: Path, report: str) -> None:
    assert _sent(tmp_path, "sentry_sdk.init(DSN)", report) == []


@pytest.mark.parametrize(
    "options",
    [
        "include_local_variables=False",
        "with_locals=False",
        "include_local_variables=settings.DEBUG",
        "data_collection={'stack_frame_variables': False}",
        "event_scrubber=EventScrubber(denylist=['address'])",
        "event_scrubber=EventScrubber(denylist=DEFAULT_DENYLIST + ['address'])",
        "event_scrubber=EventScrubber(denylist=LIST)",
        "before_send=take_out",
        "before_send=strip",
        "before_send=lambda event, hint: None",
        "**OPTIONS",
    ],
)
def test_options_keep_them_back(tmp_path: Path, options: str) -> None:
    assert _sent(tmp_path, f"sentry_sdk.init(DSN, {options})") == []


@pytest.mark.parametrize(
    "options",
    [
        "include_local_variables=True",
        "before_send=keep",
        "before_send=lambda event, hint: event",
        "event_scrubber=EventScrubber()",
        "event_scrubber=EventScrubber(denylist=['letters'])",
        "data_collection={'stack_frame_variables': True}",
    ],
)
def test_options_let_them_go(tmp_path: Path, options: str) -> None:
    assert [each.element for each in _sent(tmp_path, f"sentry_sdk.init(DSN, {options})")] == [
        "identity.email"
    ]


def test_a_helper_that_reports_takes_the_variables_of_who_caught_along_not_its_own(tmp_path: Path) -> None:
    body = "    phone = user.phone_number\n    sentry_sdk.capture_exception(HOW)\n    return phone\n"
    for given, how in (("user", ""), ("user, error", "error")):
        helper = f"def report({given}):\n{body.replace('HOW', how)}\n\ndef unused(user):\n    pass"
        found = _sent(tmp_path, "sentry_sdk.init(DSN)", f"report({given})\n\n\n{helper}")
        assert [each.element for each in found] == ["identity.email"]
        assert found[0].trace[-2].place.span.line == 15


def test_what_the_message_says_is_a_flow_of_its_own(tmp_path: Path) -> None:
    found = _sent(tmp_path, "sentry_sdk.init(DSN)", "logger.exception('no mail to %s', address)")
    assert [(each.element, each.place.path) for each in found] == [("identity.email", "views.py")]


def test_a_purpose_at_the_set_up_speaks_for_them(tmp_path: Path) -> None:
    text = "# purpose: account_management\nsentry_sdk.init(DSN, include_local_variables=True)"
    assert _sent(tmp_path, text) == []
