"""The report's words for a reader who knows no codes."""

from __future__ import annotations

from dataclasses import replace

import msgspec
import pytest

from purposelint.judge.codes import CODES
from purposelint.report import render
from purposelint.report.page.words import BREACHES, guarded_by, headline, party_of, quiet_since
from stages.report.sample_verdict import logged, sample, sent
from support.dossiers import dossier

_OF_RUNS = {"unused-policy-promise", "file-not-analysed", "nothing-analysed"}
"""What no flow and no comment can be."""


def test_every_code_that_a_finding_can_have_has_words() -> None:
    assert {code.name for code in CODES.values()} - _OF_RUNS == set(BREACHES)


def test_a_headline_says_once_what_happens_and_what_is_wrong() -> None:
    finding = logged("email", (1, 2), element="identity.email", line=3)
    assert headline(finding, None) == ("identity.email", "logged", "without a declared purpose")
    shared = msgspec.structs.replace(sent(), vendor="mail_server")
    assert headline(shared, None)[1] == "sent to mail server"
    nobody = msgspec.structs.replace(sent(), vendor=None, host="", recipient="unmapped")
    assert headline(nobody, None)[1] == "sent to an unknown address"
    mapped = msgspec.structs.replace(sent(), vendor=None, host="", recipient="partner")
    assert headline(mapped, None)[1] == "sent to partner"
    fine = msgspec.structs.replace(finding, code="", name="")
    assert headline(fine, None) == ("identity.email", "logged", "")


def test_a_comment_is_its_own_headline() -> None:
    comment = msgspec.structs.replace(sent(), name="unreadable-declaration", element=None, activity=None)
    told = ("A declaration that cannot be read or contradicts another", "", "")
    assert headline(comment, None) == told


@pytest.mark.parametrize(
    ("why", "told"),
    [
        ("text.domain (masked)", "what identifies somebody is masked by text.domain"),
        ("fernet.encrypt (encrypted)", "it is encrypted by fernet.encrypt"),
        ("builtins.len (nothing)", "nothing of it passes builtins.len"),
        ("declared for a rainy day (sometimes)", "declared for a rainy day (sometimes)"),
        ("", ""),
    ],
)
def test_what_protects_is_told_in_words(why: str, told: str) -> None:
    assert guarded_by(why, None) == told


def test_what_protects_is_told_by_what_its_entry_says_it_leaves() -> None:
    told = replace(dossier(), guards={"text.domain": "only the domain is kept", "own.hide": ""})
    assert guarded_by("text.domain (masked)", told) == "only the domain is kept"
    assert guarded_by("own.hide (masked)", told) == "what identifies somebody is masked by own.hide"


@pytest.mark.parametrize(
    ("why", "told"),
    [
        (
            "sensitivity low is under --min-sensitivity medium",
            "its sensitivity is low, and this run asks for medium and above",
        ),
        ("PUR301 is switched off", "PUR301 is switched off in this run"),
        ("declared not personal: a host", "declared not personal: a host"),
        ("declared: payment, clause 1.4", "declared: payment, clause 1.4"),
    ],
)
def test_why_something_is_no_finding_is_told_in_words(why: str, told: str) -> None:
    assert quiet_since(why) == told


def test_a_vendor_is_named_as_people_write() -> None:
    assert party_of(msgspec.structs.replace(sent(), vendor="google_cloud")).name == "google cloud"


def test_flows_of_an_element_at_one_line_are_told_apart_by_their_expressions() -> None:
    one = msgspec.structs.replace(sent(), expr="format_address(to)", fingerprint="1" * 20)
    other = msgspec.structs.replace(one, expr="format_address(cc)", fingerprint="2" * 20)
    text = render("html", sample(found=(one, other)))
    assert all(f"<code>format_address({word})</code> sent" in text for word in ("to", "cc"))
    assert "<code>format_address(to)</code> sent" not in render("html", sample(found=(one,)))
