"""Comments are the judge's alone: who declares a purpose waits for no flow to be followed again."""

from __future__ import annotations

from pathlib import Path

import pytest

from purposelint import session
from purposelint.domain.facts import FileFacts, SourceFile
from purposelint.domain.flows import Focus
from purposelint.extract import extract

_CODE = """import logging
from django.db import models
log = logging.getLogger()
class Customer(models.Model):
    email = models.EmailField()
    mobile = models.CharField()
    count = models.IntegerField()
def run(customer: Customer):
    log.info(customer.email)
"""


def _code(text: str) -> bytes:
    facts = extract(SourceFile("a.py", text.encode()))
    assert isinstance(facts, FileFacts)
    assert len(facts.code) == 16
    return facts.code


@pytest.mark.parametrize("line", _CODE.splitlines()[3:], ids=range(4, 10))
def test_a_comment_behind_code_changes_no_code(line: str) -> None:
    assert _code(_CODE) == _code(_CODE.replace(line, f"{line}  # purpose: support"))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("customer.email", "customer.count"),
        ("    log.info", "\n    log.info"),
        ("    log.info", "    # purpose: support\n    log.info"),
        ("    log.info(", "    log.info( "),
        ("EmailField()", "EmailField(help_text='of a robot')"),
        ("def run(customer: Customer):", "def run(customer: Customer):\n    'What it does.'"),
    ],
    ids=["name", "line", "comment that moves code", "column", "argument", "docstring"],
)
def test_code_is_also_where_it_stands_and_what_strings_in_it_say(old: str, new: str) -> None:
    assert _code(_CODE) != _code(_CODE.replace(old, new))


@pytest.mark.parametrize(
    ("line", "comment", "gone"),
    [
        ("    log.info(customer.email)", "  # purpose: security_protection", "PUR101"),
        ("    log.info(customer.email)", "  # purposelint: ignore[PUR101] asked for", "PUR101"),
        ("    email = models.EmailField()", "  # purpose: account_registration", "PUR301"),
    ],
    ids=["statement", "suppression", "field"],
)
def test_a_declaration_is_judged_without_following_anything_again(
    tmp_path: Path, traces: list[Focus | None], line: str, comment: str, gone: str
) -> None:
    (tmp_path / "app.py").write_text(_CODE)
    settings = session.settings_for([tmp_path])
    before = {(one.code, one.expr) for one in session.check(settings).findings if one.status == "open"}
    (tmp_path / "app.py").write_text(_CODE.replace(line, line + comment))
    after = {(one.code, one.expr) for one in session.check(settings).findings if one.status == "open"}
    assert traces == [None]
    assert [code for code, _ in before - after] == [gone]


def test_a_comment_that_changes_what_a_field_is_has_it_followed_again(
    tmp_path: Path, traces: list[Focus | None]
) -> None:
    (tmp_path / "app.py").write_text(_CODE)
    settings = session.settings_for([tmp_path])
    before = set(session.run(settings).sightings.fields.values())
    (tmp_path / "app.py").write_text(_CODE.replace("CharField()", "CharField()  # their phone number"))
    assert set(session.run(settings).sightings.fields.values()) != before
    assert traces == [None, None]
