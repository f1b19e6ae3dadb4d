"""The grammar of comments."""

from __future__ import annotations

import datetime as dt
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from purposelint.judge.declarations.directives import Directive, Ignore, IgnoreRule, NotPersonal, Purposes
from purposelint.judge.declarations.grammar import read_comment
from purposelint.judge.declarations.words import words_of
from stages.judge.small_policy import CATALOG, policy

WORDS = words_of(CATALOG, policy())


def read(text: str) -> tuple[Directive, ...]:
    return read_comment(text, WORDS)


def one(text: str) -> Directive:
    (directive,) = read(text)
    return directive


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# purpose: payment", Purposes("", (), ("payment",), (), "")),
        ("#purpose:payment", Purposes("", (), ("payment",), (), "")),
        ("# Purpose: payment, order_processing", Purposes("", (), ("payment", "order_processing"), (), "")),
        (
            "# purpose: identity.email, identity.* for payment to partner, authority because of it",
            Purposes("", ("identity.email", "identity.*"), ("payment",), ("partner", "authority"), "of it"),
        ),
        (
            "# purpose: payment because ticket #12 says so",
            Purposes("", (), ("payment",), (), "ticket #12 says so"),
        ),
        ("# purpose: full_name for payment", Purposes("", ("identity.name",), ("payment",), (), "")),
        ("# purpose of this module: payment", Purposes("module", (), ("payment",), (), "")),
        ("# purpose of this class: payment", Purposes("class", (), ("payment",), (), "")),
        ("# purpose of this function: payment", Purposes("function", (), ("payment",), (), "")),
        ("# not-personal: the build server", NotPersonal("the build server")),
        ("# not-personal(host): the build server", NotPersonal("the build server", "host")),
        (
            "# purposelint: ignore[PUR101] words why",
            Ignore((IgnoreRule("PUR101", ""),), "words why", None),
        ),
        (
            "# purposelint: ignore[PUR101: identity.email, PUR201] words until 2027-01-31",
            Ignore(
                (IgnoreRule("PUR101", "identity.email"), IgnoreRule("PUR201", "")),
                "words",
                dt.date(2027, 1, 31),
            ),
        ),
        (
            "# purposelint: ignore[PUR101: identity.email, identity.phone] w",
            Ignore(
                (IgnoreRule("PUR101", "identity.email"), IgnoreRule("PUR101", "identity.phone")), "w", None
            ),
        ),
        (
            "# purposelint: ignore[PUR101] until the move is done",
            Ignore((IgnoreRule("PUR101", ""),), "until the move is done", None),
        ),
        (
            "# purposelint: ignore[PUR101] until 2027-01-31 goes away with the old log",
            Ignore((IgnoreRule("PUR101", ""),), "goes away with the old log", dt.date(2027, 1, 31)),
        ),
        (
            "# purposelint: ignore[PUR101] the old log (until 2027-01-31), then the new one",
            Ignore((IgnoreRule("PUR101", ""),), "the old log then the new one", dt.date(2027, 1, 31)),
        ),
        (
            "# purposelint: ignore[PUR101] until 2027-01-31.",
            Ignore((IgnoreRule("PUR101", ""),), "", dt.date(2027, 1, 31)),
        ),
        (
            "# purposelint: ignore[PUR101] until 3 tickets are closed",
            Ignore((IgnoreRule("PUR101", ""),), "until 3 tickets are closed", None),
        ),
    ],
)
def test_well_formed(text: str, expected: object) -> None:
    directive = one(text)
    assert directive.content == expected
    assert directive.defects == ()


def test_other_tools_come_first_and_between() -> None:
    text = (
        "# type: ignore[x]  # purpose: payment  # noqa: E501  # purposelint: ignore[PUR101] why # expect: x"
    )
    first, second = read(text)
    assert text[first.start : first.end].strip() == "# purpose: payment"
    assert isinstance(second.content, Ignore)
    assert second.content.reason == "why"


@pytest.mark.parametrize(
    "text",
    [
        "# purpose: print numbers nicely",
        "# Purpose:",
        "# purpose of this script: glue the parts together",
        "# purpose: keep self alive",
        "# the purpose of payment",
        "# purpose payment",
        "# purposelint is a linter",
        "# impersonal: x",
        "# purpose: testing",
        "# purpose = form.payment",
        "# purpose = 'payment'",
        "# purpose = payment or other",
        "# purpose == payment",
        "# purpose: testing because payment is slow",
    ],
)
def test_prose_is_not_ours(text: str) -> None:
    assert read(text) == ()


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("# purpose: paymnt", "payment"),
        ("# purpose: identity.emial for payment", "identity.email"),
        ("# purpose: email for payment", "identity.email"),
        ("# purpose: payment to partnr", "partner"),
        ("# purposelint: ignore[PUR1O1] why", "PUR101"),
        ("# purposelint: ignore[PUR1] why", "PUR101, PUR102"),
        ("# purposelint: ignore[PUR20] why", "PUR201, PUR202, PUR203"),
        ("# purposelint: ignore[PUR1: identity.email] w", "PUR101: identity.email, PUR102: identity.email"),
        ("# purposelint: ignore[PUR101: identity.emial] why", "identity.email"),
    ],
)
def test_unknown_words_say_what_was_meant(text: str, meant: str) -> None:
    (defect,) = one(text).defects
    assert defect.code == "PUR401"
    assert f"did you mean `{meant}`?" in defect.message


def test_a_purpose_that_no_code_may_declare() -> None:
    directive = one("# purpose: incident")
    assert directive.content is None
    assert [defect.code for defect in directive.defects] == ["PUR401"]


def test_known_words_beside_an_unknown_one_still_count() -> None:
    directive = one("# purpose: payment, paymnt")
    assert directive.content == Purposes("", (), ("payment",), (), "")
    assert len(directive.defects) == 1


def test_a_list_of_elements_of_which_none_is_known_does_not_become_all() -> None:
    assert one("# purpose: identity.emial for payment").content is None


@pytest.mark.parametrize(
    "text",
    [
        "# purpose: identity.email for",
        "# purpose: for payment",
        "# purpose: payment to",
        "# purpose: payment because",
        "# purpose: payment,, order_processing",
        "# purpose: payment we charge the card",
        "# purposes: payment",
        "# purpose = payment",
        "# purpose = identity.email for payment because of it",
        "# purpose of this function = payment",
        "# purpose of this project: payment",
        "# not-personal",
        "# not-personal:",
        "# not-personal: --",
        "# not-personal: what it is instead",
        "# not-personal: What it is instead.",
        "# not-personal host name",
        "# purposelint: ignore",
        "# purposelint: ignore PUR101 why",
        "# purposelint: disable",
        "# purposelint: ignore[] why",
        "# purposelint: ignore[PUR101] why until 2027-02-31",
        "# purposelint: ignore[PUR101] until 31.01.2027 for the old log",
        "# purposelint: ignore[PUR101] why until 2027",
    ],
)
def test_what_cannot_be_read_is_a_defect_with_a_remedy(text: str) -> None:
    directive = one(text)
    assert [defect.code for defect in directive.defects] == ["PUR402"]
    assert all(defect.remedy for defect in directive.defects)


FRAGMENTS = st.sampled_from(
    (
        *("#", "# purpose:", " of this ", "class", "payment", "identity.email", ",", " for ", " to "),
        *(" because ", "# purposelint:", "ignore[", "]", "PUR101", ":", " until ", "2027-01-31"),
        *("# not-personal", " ", "\t", "é"),
    )
)


@given(st.one_of(st.text(), st.lists(FRAGMENTS).map("".join)))
def test_any_text_is_read_without_failing(text: str) -> None:
    for directive in read("#" + text):
        assert 0 <= directive.start < directive.end <= len(text) + 1
        assert directive.content is not None or directive.defects


@pytest.mark.parametrize(
    "part", ["#", "# ", "# purpose: ", "payment, ", "a b ", " until 1", "[", "# purpose: x for ", "\t"]
)
def test_long_text_takes_no_longer_than_its_length(part: str) -> None:
    def seconds(text: str) -> float:
        start = time.perf_counter()
        read(text)
        return time.perf_counter() - start

    text = "# purpose: payment, " + part * (200_000 // len(part))
    assert min(seconds(text) for _ in range(2)) < 1.0
