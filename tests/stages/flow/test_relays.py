"""What is logged leaves for a vendor too once that is set up: from which level, for whom, through what."""

from __future__ import annotations

from pathlib import Path

import pytest

from purposelint.domain.verdict import Finding, Judgement
from support.pipeline import check_folder

_VIEWS = """
import logging

logger = logging.getLogger(__name__)


def view(user):
    logger.error("no mail to %s", user.email)


def quiet(user):
    logger.warning("no mail to %s", user.email)
"""
_SENTRY = (
    "import logging\nimport sentry_sdk\nfrom sentry_sdk.integrations.logging import LoggingIntegration\n"
)


def _judged(folder: Path, **modules: str) -> tuple[list[Finding], list[Judgement]]:
    """Findings and judgements about what is sent, of a program of these modules."""
    for name, text in ({"views": _VIEWS} | modules).items():
        (folder / f"{name}.py").write_text(text, encoding="utf-8")
    verdict = check_folder(folder)
    sent = [each for each in verdict.judgements if each.finding.activity == "share"]
    return [each for each in verdict.findings if each.activity == "share"], sent


def _lines(folder: Path, **modules: str) -> list[tuple[str | None, int]]:
    found, _ = _judged(folder, **modules)
    return [(each.vendor, each.place.span.line) for each in found]


def test_nothing_leaves_where_nothing_is_set_up(tmp_path: Path) -> None:
    assert _lines(tmp_path, settings="import sentry_sdk\n") == []


def test_error_logs_leave_once_it_is_set_up(tmp_path: Path) -> None:
    found, _ = _judged(tmp_path, settings=_SENTRY + "sentry_sdk.init(dsn=DSN)\n")
    assert [(each.code, each.vendor, each.place.span.line) for each in found] == [("PUR201", "sentry", 8)]
    assert "sent to sentry by logger.error (set up by sentry_sdk.init at settings.py:4)" in found[0].message


def test_the_log_and_the_send_are_a_finding_each(tmp_path: Path) -> None:
    (tmp_path / "views.py").write_text(_VIEWS, encoding="utf-8")
    (tmp_path / "a.py").write_text(_SENTRY + "sentry_sdk.init(A)\nsentry_sdk.init(B)\n", encoding="utf-8")
    found = check_folder(tmp_path).findings
    assert [(each.code, each.place.span.line) for each in found] == [
        ("PUR101", 8),
        ("PUR201", 8),
        ("PUR101", 12),
    ]


@pytest.mark.parametrize(
    ("options", "lines"),
    [
        ("integrations=[LoggingIntegration(event_level=logging.WARNING)]", [8, 12]),
        ("integrations=[LoggingIntegration(event_level=logging.CRITICAL)]", []),
        ("integrations=[LoggingIntegration(event_level=None)]", []),
        ("integrations=[LoggingIntegration(level=logging.INFO)]", [8]),
        ("default_integrations=False", []),
        ("before_send=None", [8]),
    ],
)
def test_options_of_the_set_up_count(tmp_path: Path, options: str, lines: list[int]) -> None:
    text = f"{_SENTRY}sentry_sdk.init(dsn=DSN, {options})\n"
    assert [line for _, line in _lines(tmp_path, settings=text)] == lines


@pytest.mark.parametrize(("level", "lines"), [("ERROR", [8]), ("WARNING", [8, 12]), ("CRITICAL", [])])
def test_a_handler_has_a_level_of_its_own(tmp_path: Path, level: str, lines: list[int]) -> None:
    text = (
        "import logging\nfrom rollbar.logger import RollbarHandler\n"
        "def set_up():\n    handler = RollbarHandler(TOKEN)\n"
        f"    handler.setLevel(logging.{level})\n    logging.getLogger().addHandler(handler)\n"
    )
    assert _lines(tmp_path, settings=text) == [("rollbar", line) for line in lines]


_HOOKS = [
    ("    event['logentry']['message'] = 'x'\n    return event\n", "guarded"),
    ("    event.pop('logentry', None)\n    return event\n", "guarded"),
    ("    entry = event.get('logentry')\n    entry['params'] = []\n    return event\n", "guarded"),
    ("    del event['extra']\n    return event\n", "guarded"),
    ("    return None\n", "guarded"),
    ("    return clean(event)\n", "low"),
    ("    clean(event)\n    return event\n", "low"),
    ("    event['request'].pop('cookies', None)\n    return event\n", "high"),
    ("    if 'exc_info' in hint:\n        return None\n    return event\n", "high"),
    ("    return event if event.get('message') else None\n", "high"),
]


@pytest.mark.parametrize(("body", "becomes"), _HOOKS)
def test_what_a_hook_rewrites_is_guarded(tmp_path: Path, body: str, becomes: str) -> None:
    text = f"{_SENTRY}def clean(event):\n    return event\n\ndef hook(event, hint):\n{body}\n"
    found, judged = _judged(tmp_path, settings=f"{text}sentry_sdk.init(dsn=DSN, before_send=hook)\n")
    assert [each.verdict for each in judged] == ["guarded" if becomes == "guarded" else "finding"]
    assert [each.confidence for each in found] == ([] if becomes == "guarded" else [becomes])


def test_who_declares_at_the_set_up_declares_for_every_log(tmp_path: Path) -> None:
    text = _SENTRY + "sentry_sdk.init(dsn=DSN)  # purpose: security_protection\n"
    found, judged = _judged(tmp_path, settings=text)
    assert found == []
    assert [each.verdict for each in judged] == ["permitted"]


def _configuration(level: str, loggers: str) -> str:
    handler = f"{{'level': '{level}', 'class': 'django.utils.log.AdminEmailHandler'}}"
    return (
        f"import django\nLOGGING = {{'version': 1, 'handlers': {{'admins': {handler}, 'console': "
        f"{{'class': 'logging.StreamHandler'}}}}, {loggers}}}\n"
    )


@pytest.mark.parametrize(
    ("level", "loggers", "lines"),
    [
        ("ERROR", "'root': {'handlers': ['console', 'admins'], 'level': 'INFO'}", [8]),
        ("WARNING", "'root': {'handlers': ['admins'], 'level': 'INFO'}", [8, 12]),
        ("WARNING", "'root': {'handlers': ['admins'], 'level': 'ERROR'}", [8]),
        ("CRITICAL", "'root': {'handlers': ['admins']}", []),
        ("ERROR", "'root': {'handlers': ['console']}", []),
        ("ERROR", "'loggers': {'views': {'handlers': ['admins']}}", [8]),
        ("ERROR", "'loggers': {'': {'handlers': ['admins']}}", [8]),
        ("ERROR", "'loggers': {'django.request': {'handlers': ['admins']}}", []),
    ],
)
def test_a_logging_configuration_names_handlers(
    tmp_path: Path, level: str, loggers: str, lines: list[int]
) -> None:
    found = _lines(tmp_path, settings=_configuration(level, loggers))
    assert found == [("mail_server", line) for line in lines]


def test_a_statement_is_echoed_with_what_it_stores(tmp_path: Path) -> None:
    text = (
        "from sqlalchemy import create_engine, text\n"
        "engine = create_engine(URL, echo=True)\n"
        "def keep(user):\n"
        "    with engine.connect() as connection:\n"
        "        connection.execute(text('INSERT INTO people VALUES (:mail)'), {'mail': user.email})\n"
    )
    (tmp_path / "db.py").write_text(text, encoding="utf-8")
    assert ("PUR101", 5) in {(each.code, each.place.span.line) for each in check_folder(tmp_path).findings}
    (tmp_path / "db.py").write_text(text.replace("echo=True", "echo=False"), encoding="utf-8")
    assert "PUR101" not in {each.code for each in check_folder(tmp_path).findings}
