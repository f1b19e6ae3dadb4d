"""The record of processing activities: what it says, and that no spreadsheet runs it."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import replace

import msgspec
import pytest
from markdown_it import MarkdownIt

from purposelint.report.processing import NO_PURPOSE, categories_of, record_of
from purposelint.report.processing_tables import HEAD, record_csv, record_markdown
from support.dossiers import HOSTILE, reviewed


def _read(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))


def test_a_row_a_purpose_and_recipient_with_what_the_policy_states() -> None:
    rows = record_of(reviewed(12))
    assert [(one.purpose, one.recipient) for one in rows] == [
        ("messaging", "partner"),
        ("messaging", "self"),
        ("", "partner"),
        ("", "self"),
    ]
    first = rows[0]
    assert first.title == "Writing to users "
    assert (first.legal_basis, first.subjects, first.country) == ("Consent", ("user",), "IE")
    assert first.names == ("acme",)
    assert {one.special for one in rows} == {(), ("The health",)}
    assert all(bool(one.special) == ("special.health" in one.elements) for one in rows)


def test_what_the_policy_does_not_state_is_not_made_up() -> None:
    rows = _read(record_csv(reviewed(12)))
    messaging = rows[0]
    assert messaging["time limit for erasure"] == "not stated"
    assert messaging["safeguard"] == "not stated"
    undeclared = rows[-1]
    assert undeclared["purpose"] == NO_PURPOSE
    assert undeclared["legal basis"] == "not stated"
    assert undeclared["country of the recipient"] == "not stated"


def test_every_row_has_its_lines_and_what_it_was_made_from() -> None:
    for row in _read(record_csv(reviewed(12))):
        assert all(":" in spot for spot in row["lines"].split())
        assert row["lines"]
        assert row["commit"] == "c0ffee"


@pytest.mark.parametrize("word", HOSTILE)
def test_no_cell_is_a_formula_or_breaks_out(word: str) -> None:
    text = record_csv(reviewed(12, word))
    rows = list(csv.reader(io.StringIO(text.removeprefix("\ufeff"))))
    assert {len(row) for row in rows} == {len(HEAD) + 4}
    cells = [cell for row in rows for cell in row]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r", "|", "%"))]


@pytest.mark.parametrize("begin", ["=1+1", "+1", "-1", "@SUM(1)", "|x", "%x", " =1"])
def test_a_cell_that_begins_like_a_formula_is_led_by_an_apostrophe(begin: str) -> None:
    verdict = reviewed(3)
    assert verdict.dossier is not None
    policy = verdict.dossier.policy
    named = replace(policy, head=msgspec.structs.replace(policy.head, controller=begin))
    rows = _read(record_csv(replace(verdict, dossier=replace(verdict.dossier, policy=named))))
    assert {row["controller"] for row in rows} == {f"'{begin}"}


def test_only_more_than_ascii_has_a_byte_order_mark() -> None:
    assert not record_csv(reviewed(3)).startswith("\ufeff")
    assert record_csv(reviewed(3, "\u00fc")).startswith("\ufeff")


@pytest.mark.parametrize("word", ["x", *HOSTILE])
def test_markdown_is_a_table_whose_only_links_are_lines(word: str) -> None:
    page = record_markdown(reviewed(12, word))
    rendered = MarkdownIt("commonmark", {"html": True}).enable("table").render(page)
    assert rendered.count("<h2>") == 2
    assert rendered.count("<h3>") == 4
    assert rendered.count("<tr>") == 4 + len(categories_of(reviewed(12, word)))
    for link in rendered.split('href="')[1:]:
        assert link.startswith("app/part"), link
    assert "<script" not in rendered
    assert "<img" not in rendered


@pytest.mark.parametrize(
    ("recipient", "title", "told"),
    [
        ("self", "the service itself", "by the service itself"),
        ("partner", "The parcel service", "with the parcel service"),
        ("partner", "Related parties", "with Related parties"),
        ("unmapped", "nobody known", "with nobody known: aws"),
    ],
)
def test_a_heading_says_with_whom(recipient: str, title: str, told: str) -> None:
    row = record_of(reviewed(4))[0]._replace(recipient=recipient, recipient_title=title, names=("aws",))
    assert row.with_whom == told


def test_a_cell_of_the_spreadsheet_holds_one_thing_to_filter_by() -> None:
    verdict = reviewed(12)
    rows = _read(record_csv(verdict))
    keys = [
        tuple(row[name] for name in ("purpose id", "recipient", "element", "received by")) for row in rows
    ]
    assert len(set(keys)) == len(keys) == len(categories_of(verdict))
    for row in rows:
        assert not re.search("[;,]", row["category of data"] + row["element"] + row["received by"])
        assert {row[word] for word in ("stored", "logged", "sent", "special category")} <= {"yes", "no"}
    asked = {(one.purpose, one.recipient, name) for one in record_of(verdict) for name in one.elements}
    assert {(one.purpose, one.recipient, *one.elements) for one in categories_of(verdict)} == asked
    assert {row["special category"] for row in rows if row["element"] == "special.health"} == {"yes"}


def test_a_row_counts_its_places_and_names_the_first_of_them() -> None:
    verdict = reviewed(400)
    rows = _read(record_csv(verdict))
    most = max(rows, key=lambda row: int(row["places"]))
    assert int(most["places"]) > 20
    assert len(most["lines"].split()) == 20
    assert "and " in record_markdown(verdict)
    assert sum(int(row["open findings"]) for row in rows) == sum(one.open for one in record_of(verdict))


def test_a_measure_is_told_in_words_that_need_no_code() -> None:
    verdict = reviewed(12)
    assert verdict.dossier is not None
    guard = "text.domain"
    judged = tuple(
        msgspec.structs.replace(one, verdict="guarded", why=f"{guard} (masked)") for one in verdict.judgements
    )
    kept = "only the domain of an e-mail address is kept"
    told = replace(verdict, judgements=judged, dossier=replace(verdict.dossier, guards={guard: kept}))
    assert kept in {row["measures seen in the code"] for row in _read(record_csv(told))}
    assert guard not in record_markdown(told)
    unsaid = replace(verdict, judgements=judged)
    measure = f"what identifies somebody is masked by {guard}"
    assert measure in {row["measures seen in the code"] for row in _read(record_csv(unsaid))}


def test_what_only_the_code_can_tell_is_never_not_stated() -> None:
    rows = _read(record_csv(reviewed(4)))
    assert {row["measures seen in the code"] for row in rows} == {"none seen"}
    assert {row["special category"] for row in rows} <= {"yes", "no"}
