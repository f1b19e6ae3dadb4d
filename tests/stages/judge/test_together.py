"""What is told as one finding: data that one call carries in several arguments."""

from __future__ import annotations

from pathlib import Path

import pytest

from purposelint.domain.verdict import Finding
from purposelint.report import PLAIN
from purposelint.report.full import full
from purposelint.report.json_contract import finding_record
from support.pipeline import check_folder

_BEFORE = """\
import logging

from django.db import models

logger = logging.getLogger(__name__)


class Customer(models.Model):
    email = models.EmailField()  # purpose: messaging


def show(user: Customer, other: Customer, phone):
"""


def _found(folder: Path, *body: str) -> tuple[Finding, ...]:
    text = _BEFORE + "".join(f"    {line}\n" for line in body)
    (folder / "app.py").write_text(text, encoding="utf-8")
    return tuple(one for one in check_folder(folder).findings if one.status == "open")


@pytest.mark.parametrize(
    "body",
    [
        ('logger.info("to %s", user.email, extra={"email": user.email})',),
        ('logger.info(f"to {phone}", extra={"phone": phone})',),
        ('found = {"email": user.email}', 'logger.info("to %(email)s", found, extra=found)'),
        ("email = user.email", 'logger.info("to %s", email, extra={"email": email})'),
    ],
)
def test_the_same_data_in_message_and_extra_is_one_finding(tmp_path: Path, body: tuple[str, ...]) -> None:
    (one,) = _found(tmp_path, *body)
    assert one.data is not None
    assert len({one.data, *one.also}) == 2
    assert len(finding_record(one)["data"]["also"]) == 1


@pytest.mark.parametrize(
    "body",
    [
        ('logger.info("%s to %s", user.email, other.email)',),
        ("mine, yours = user.email, other.email", 'logger.info("%s to %s", mine, yours)'),
    ],
)
def test_two_persons_data_stay_two_findings(tmp_path: Path, body: tuple[str, ...]) -> None:
    found = _found(tmp_path, *body)
    assert len(found) == 2
    assert not any(one.also for one in found)


def test_calls_keep_their_ordinals(tmp_path: Path) -> None:
    alone = _found(tmp_path, 'logger.info("to %s", user.email)')
    twice = _found(tmp_path, 'logger.info("to %s", user.email, extra={"email": user.email})')
    assert [one.fingerprint for one in alone] == [one.fingerprint for one in twice]


def test_a_purpose_or_a_suppression_of_one_argument_leaves_the_other_open(tmp_path: Path) -> None:
    for comment in ("# purposelint: ignore[PUR101] the tester's own", "# purpose: messaging"):
        (one,) = _found(
            tmp_path,
            "logger.info(",
            '    "to %s",',
            f"    user.email,  {comment}",
            '    extra={"email": user.email},',
            ")",
        )
        assert one.data is not None
        assert one.data.span.line == 16
        assert one.also == ()


def test_both_arguments_are_underlined(tmp_path: Path) -> None:
    _found(tmp_path, 'logger.info("to %s", user.email, extra={"email": user.email})')
    text = full(check_folder(tmp_path), PLAIN)
    assert text.count("is logged by logger.info") == 1
    assert "^^^^^^^^^^                  ^^^^^^^^^^\n" in text


def test_arguments_of_other_calls_are_uses_of_their_own(tmp_path: Path) -> None:
    found = _found(tmp_path, "phone = user.phone", "print(phone.strip(), phone.upper())")
    assert len(found) == 2


def test_sinks_behind_one_call_that_are_two_findings_have_each_its_own_flows(tmp_path: Path) -> None:
    """Both log, so that nothing but where they do tells them apart."""
    text = f"""{_BEFORE}    greet(user.email)


def greet(address):
    logger.info("greeting %s", address)
    count(address)


def count(address):
    logger.info("counting %s", address)
"""
    (tmp_path / "app.py").write_text(text, encoding="utf-8")
    verdict = check_folder(tmp_path)
    told = [one.finding.fingerprint for one in verdict.judgements if one.verdict == "finding"]
    assert len(verdict.findings) == 2
    assert sorted(told) == sorted(one.fingerprint for one in verdict.findings)


def test_a_digest_beside_what_it_is_of_is_one_finding_with_it(tmp_path: Path) -> None:
    body = (
        "import hashlib",
        "import requests",
        "digest = hashlib.sha256(user.email.encode()).hexdigest()",
        'requests.post("https://crm.example/people", data=user.email, headers={"Digest": digest})',
    )
    (found,) = _found(tmp_path, *body)
    assert found.severity == "error"
    assert "hashed" not in found.message


def test_a_digest_of_other_data_is_a_finding_of_its_own(tmp_path: Path) -> None:
    body = (
        "import hashlib",
        "import requests",
        "digest = hashlib.sha256(other.email.encode()).hexdigest()",
        'requests.post("https://crm.example/people", data=phone, headers={"Digest": digest})',
    )
    assert [one.severity for one in _found(tmp_path, *body)] == ["warning", "error"]
