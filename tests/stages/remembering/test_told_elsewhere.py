"""Runs over a named file find what the functions of other files do that is told there."""

from __future__ import annotations

from pathlib import Path

import pytest

from purposelint import session
from purposelint.domain.flows import Focus
from purposelint.domain.verdict import Verdict

_OTHER = """
import logging
log = logging.getLogger(__name__)
def other(user):
    log.info(user.phone_number)
"""
_STORED = """
from django.db import models
class Journal(models.Model):
    data = models.JSONField()
"""
_FILLING = """
from shop.models import Journal
def remember(user):
    Journal.objects.create(data={"who": user.email})
"""

_SETTING_UP = "import sentry_sdk\nsentry_sdk.init('key')\n"
_FAILING = """
import logging
log = logging.getLogger(__name__)
def first(user):
    address = user.email
    try:
        send(address)
    except ValueError:
        log.exception("no mail")
def second(customer):
    address = customer.email
    try:
        send(address)
    except ValueError:
        log.exception("no mail")
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "shop").mkdir()
    for name, text in {"purposelint.toml": "", "shop/__init__.py": "", "shop/other.py": _OTHER}.items():
        (tmp_path / name).write_text(text)
    return tmp_path


def _check(project: Path, *names: str) -> Verdict:
    return session.check(session.settings_for([project / name for name in names or ("",)]))


def _told(verdict: Verdict) -> list[tuple[str, int, str]]:
    return [(one.place.path, one.place.span.line, one.element or "") for one in verdict.findings]


def test_what_others_put_into_a_column_of_a_named_file_is_found(
    project: Path, traces: list[Focus | None]
) -> None:
    (project / "shop/models.py").write_text(_STORED)
    (project / "shop/filling.py").write_text(_FILLING)
    _check(project)
    (project / "shop/other.py").write_text(_OTHER.replace("info", "warning"))
    assert _told(_check(project, "shop/models.py")) == [("shop/models.py", 4, "identity.email")]
    assert traces[1] is not None


@pytest.mark.parametrize("named", ["shop/settings.py", "shop/failing.py", "shop/other.py"])
def test_what_a_set_up_takes_along_is_told_in_its_file_and_is_new_nowhere(project: Path, named: str) -> None:
    (project / "shop/settings.py").write_text(_SETTING_UP)
    (project / "shop/failing.py").write_text(_FAILING)
    (project / "shop/failing_too.py").write_text(_FAILING)
    whole = _check(project)
    (project / "shop/other.py").write_text(_OTHER.replace("info", "warning"))
    assert _told(_check(project, named)) == [each for each in _told(whole) if each[0] == named]
