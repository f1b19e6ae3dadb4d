"""Where a remedy says that what is to be pasted belongs."""

from __future__ import annotations

import dataclasses

import msgspec
import pytest

from purposelint.domain.place import Place, Span
from purposelint.report import render
from purposelint.report.remedies import remedy_of
from stages.report.sample_verdict import logged, sample

MENTIONED = msgspec.structs.replace(
    logged("email", (1, 2), element="identity.email", line=3), remedy='mentions = ["identity.email"]'
)


@pytest.mark.parametrize(
    ("policy", "file"),
    [
        ("privacy/policy.toml", "privacy/policy.toml"),
        ("", "the policy's file"),
        ("purposelint:rules/policies/renqing.toml", "a policy of your own that extends this one"),
    ],
)
def test_mentions_belong_above_every_table(policy: str, file: str) -> None:
    assert remedy_of(MENTIONED, policy) == (
        f"if the policy covers it, write at the top of {file}, above [policy], or add to the list that stands"
        ' there: mentions = ["identity.email"]'
    )


@pytest.mark.parametrize("form", ["full", "sarif"])
def test_a_report_names_the_file(form: str) -> None:
    verdict = sample(found=(MENTIONED,))
    run = msgspec.structs.replace(verdict.run, policy_path="privacy.toml")
    told = render(form, dataclasses.replace(verdict, run=run))
    assert "write at the top of privacy.toml, above [policy]" in " ".join(told.split())


def test_what_an_exception_brings_is_left_out_of_its_message() -> None:
    built = Place("app/errors.py", Span(9, 5, 9, 30), "app.errors.Denied.__init__")
    one = logged("email", (1, 2), element="identity.email", line=3)
    one = msgspec.structs.replace(one, remedy="# purpose: service_monitoring", message_at=built)
    assert remedy_of(one) == (
        "leave it out of the exception's message, at app/errors.py:9, or say what it is for, as in:"
        " # purpose: service_monitoring"
    )


def test_what_a_helper_logs_is_left_out_there() -> None:
    sink = Place("app/log.py", Span(9, 5, 9, 30), "app.log.tell")
    one = logged("email", (1, 2), element="identity.email", line=3)
    one = msgspec.structs.replace(one, remedy="# purpose: service_monitoring")
    told = "or say what it is for, as in: # purpose: service_monitoring"
    assert (
        remedy_of(msgspec.structs.replace(one, sink=sink))
        == f"leave it out of the log at app/log.py:9, {told}"
    )
    assert remedy_of(msgspec.structs.replace(one, sink=one.place)) == f"leave it out of the log, {told}"
