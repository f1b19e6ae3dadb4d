"""Numbers that a reader can compare: in the report's head, its tables and its record, and in `check`."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import replace

import msgspec
import pytest

from purposelint.domain.verdict import Finding, Judgement, Verdict
from purposelint.report import PLAIN, render
from purposelint.report.page.entries import Entries
from purposelint.report.page.inventory import handled_in
from purposelint.report.page.receivers import receivers_of, sent_to
from purposelint.report.page.river import river_of
from purposelint.report.page.tally import MEANINGS, tally_of
from purposelint.report.page.unseen import unseen_by
from purposelint.report.page.words import STATES
from purposelint.report.processing import record_of
from purposelint.report.processing_tables import record_csv
from purposelint.report.summary import summary
from support.dossiers import finding, reviewed

_CALLED = sorted({called for _, called in MEANINGS.values()})


@pytest.fixture
def mixed() -> Verdict:
    """One of each state, and a finding that is about a comment."""
    made = reviewed(9)
    held = [_with(made.findings[0], "suppressed"), _with(made.findings[1], "baselined")]
    comment = Finding("PUR406", "unused-suppression", "hides nothing", finding(50).place, "warning", "c")
    quiet = Judgement("quiet", "sensitivity low is under --min-sensitivity medium", _more(60))
    denied = msgspec.structs.replace(_more(70), code="", name="")
    return replace(
        made,
        findings=(*held, *made.findings[2:], comment),
        judgements=(
            *(msgspec.structs.replace(made.judgements[at], finding=one) for at, one in enumerate(held)),
            *made.judgements[2:],
            quiet,
            Judgement("quiet", "declared not personal: a host", denied),
            Judgement("guarded", "text.domain (masked)", _more(80)),
        ),
    )


def _with(one: Finding, status: str) -> Finding:
    return msgspec.structs.replace(one, status=status)


def _more(number: int) -> Finding:
    return msgspec.structs.replace(finding(number), element="device.os_version")


def test_the_sum_is_what_check_tells(mixed: Verdict) -> None:
    """Found and silenced findings, and the other flows, under the words that the table gives for them."""
    told = " ".join("".join(text for text, _ in line) for line in summary(mixed, PLAIN))
    outcome = told[told.index("Found ") :].partition(".")[0]
    counts: dict[str, int] = {}
    for number, word in re.findall(
        r"(\d+) (error|warning|note|suppressed|baselined|permitted|guarded|quiet)", outcome
    ):
        counts[word] = counts.get(word, 0) + int(number)
    total = tally_of(Entries(mixed))
    called: dict[str, int] = {}
    for row in total.rows:
        called[row.called] = called.get(row.called, 0) + row.number
    assert called == counts
    assert total.number == sum(counts.values()) == sum(row.number for row in total.rows)


def test_every_table_counts_the_uses_and_the_page_says_what_is_none(mixed: Verdict) -> None:
    entries = Entries(mixed)
    total = tally_of(entries)
    assert total.number - total.uses == 2
    assert total.apart == "1 about declarations and suppressions, 1 said not to be personal"
    assert f"{total.uses} of them are uses of personal data" in render("html", mixed)
    handled = handled_in(mixed, entries)
    assert total.kinds == len(handled)
    assert total.uses == sum(len(use.anchors) for one in handled for use in one.uses)
    assert total.uses == sum(number for one in handled for use in one.uses for _, number in use.states)
    assert total.uses == sum(node.amount for node in river_of(mixed, entries).nodes) // 3
    record = record_of(mixed, entries)
    assert total.uses == sum(one.uses for one in record)
    assert [one.uses for one in record] == [sum(dict(one.states).values()) for one in record]


def test_the_spreadsheet_counts_what_the_record_does(mixed: Verdict) -> None:
    rows = list(csv.DictReader(io.StringIO(record_csv(mixed))))
    record = record_of(mixed)
    for column, amounts in (
        ("uses", [one.uses for one in record]),
        ("open findings", [one.open for one in record]),
        ("silenced findings", [one.silenced for one in record]),
    ):
        assert sum(int(row[column]) for row in rows) == sum(amounts) > 0


def test_where_all_are_uses_no_word_is_lost_on_it() -> None:
    assert not tally_of(Entries(reviewed(4))).apart
    assert "of them are uses" not in render("html", reviewed(4))


def test_every_state_has_a_meaning() -> None:
    assert MEANINGS.keys() == STATES.keys()


def test_an_address_that_nobody_states_is_no_recipient_by_name() -> None:
    made = reviewed(9)
    nobody = {"vendor": None, "host": "", "recipient": "unmapped"}
    judgements = tuple(
        msgspec.structs.replace(one, finding=msgspec.structs.replace(one.finding, **nobody))
        if at == 1
        else one
        for at, one in enumerate(made.judgements)
    )
    findings = tuple(one.finding for one in judgements[:9])
    verdict = replace(made, judgements=judgements, findings=findings)
    receivers = receivers_of(Entries(verdict).uses(), verdict.dossier)
    assert [one.party.name for one in receivers] == ["acme", "an unknown address"]
    told = sent_to(receivers, unseen_by(verdict), verdict.dossier)
    assert told.startswith("It sends some to acme and addresses that the code does not state.")
    assert "1 package that no rule describes gets some too" in told
    assert re.search(
        r"recipients outside, by name</dt><dd><a href=\"#receivers\">1<", render("html", verdict)
    )


def test_a_policy_that_allows_all_is_told_for_what_permitted_means_then() -> None:
    made = reviewed(2)
    assert made.dossier is not None
    said = "“permitted” says here that a purpose is declared"
    assert said not in render("html", made)
    policy = made.dossier.policy
    allowing = replace(policy, head=msgspec.structs.replace(policy.head, default="allow"))
    assert said in render("html", replace(made, dossier=replace(made.dossier, policy=allowing)))
