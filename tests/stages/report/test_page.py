"""The report for reviewers: its structure, its links, what it escapes, and that it is the same each time."""

from __future__ import annotations

import base64
import hashlib
import os
import re
import time
from dataclasses import replace

import msgspec
import pytest

from purposelint.domain.dossier import Ledger
from purposelint.domain.unrecognised import Unreached, Unrecognised
from purposelint.domain.verdict import Judgement, Verdict
from purposelint.report import render
from purposelint.report.page.entries import Entries
from stages.report.sample_verdict import sample
from support.dossiers import HOSTILE, finding, reviewed, verdict_of
from support.page import OURS, Page
from support.places import SNAPSHOTS

_SECTIONS = [
    "short",
    "data",
    "map",
    "flows",
    "declared",
    "ledger",
    "unseen",
    "questions",
    "coverage",
    "record",
    "about",
]


def _page(verdict: Verdict) -> Page:
    return Page(render("html", verdict))


def _section(verdict: Verdict, name: str) -> str:
    text = render("html", verdict)
    return text[text.index(f'<section id="{name}"') :].partition("</section>")[0]


def _rows(verdict: Verdict, name: str) -> list[str]:
    rows = (row.partition("</tr>")[0] for row in _section(verdict, name).split("<tr>")[1:])
    cells = [re.sub(r"<[^>]+>", " ", row) for row in rows]
    return [" ".join(row.split()) for row in cells]


def test_a_page_has_every_section_in_order_and_is_well_formed() -> None:
    page = _page(reviewed(12))
    assert [name for name in page.ids if name in _SECTIONS] == _SECTIONS
    assert page.tags <= OURS
    assert len(page.ids) == len(set(page.ids))


def test_every_link_leads_somewhere_in_the_page() -> None:
    page = _page(reviewed(30))
    assert page.links
    assert {link[1:] for link in page.links} <= set(page.ids)


def test_a_verdict_alone_gives_a_page_that_says_what_it_lacks() -> None:
    page = _page(sample())
    assert any("Only the verdict was at hand" in text for text in page.texts)
    assert [name for name in page.ids if name in _SECTIONS] == _SECTIONS


def test_the_first_sentences_tell_what_is_open_and_what_is_silenced() -> None:
    verdict = reviewed(3)
    first, *rest = verdict.findings
    hidden = msgspec.structs.replace(first, status="suppressed")
    page = _page(replace(verdict, findings=(hidden, *rest)))
    assert any("2 findings are open; beside them 1 is suppressed." in text for text in page.texts)
    silent = tuple(msgspec.structs.replace(one, status="suppressed") for one in verdict.findings)
    page = _page(replace(verdict, findings=silent))
    assert any("No finding is open, but 3 are suppressed." in text for text in page.texts)


def test_a_page_of_a_change_says_that_it_is_no_more() -> None:
    page = _page(replace(reviewed(3), since="main", before=26))
    assert "Only what the change since main caused is told; 26 findings were there before." in page.texts


def test_an_empty_verdict_gives_a_page() -> None:
    made = reviewed(0)
    assert made.dossier is not None
    bare = replace(made.dossier, ledger=Ledger())
    page = _page(replace(made, judgements=(), problems=(), limits=(), dossier=bare))
    assert "No personal data was found." in page.texts


@pytest.mark.parametrize("word", HOSTILE)
def test_nothing_of_a_repository_becomes_markup(word: str) -> None:
    """Wherever a name, a string, a path or a policy's words can stand, they stand as text."""
    calm, odd = _page(reviewed(12, "x")), _page(reviewed(12, word))
    assert odd.tags == calm.tags
    assert odd.attributes.keys() == calm.attributes.keys()
    assert len(odd.scripts) == len(odd.styles) == 1
    assert (odd.scripts, odd.styles) == (calm.scripts, calm.styles)
    assert all(link.startswith("#") for link in odd.links)
    text = render("html", reviewed(12, word))
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\ud800-\udfff]", text)


def test_what_is_escaped_is_still_to_be_read() -> None:
    said = "".join(_page(reviewed(3, "<b>&amp;'")).texts)
    assert "user.<b>&amp;'x0" in said


def test_the_page_lets_nothing_run_or_load_but_what_it_brings() -> None:
    text = render("html", reviewed(3))
    (policy,) = re.findall(r'http-equiv="Content-Security-Policy" content="([^"]+)"', text)
    rules = dict(rule.strip().split(" ", 1) for rule in policy.split(";"))
    assert rules.pop("default-src") == "'none'"
    assert set(rules) == {"style-src", "script-src", "base-uri", "form-action"}
    for tag, rule in (("style", "style-src"), ("script", "script-src")):
        (inner,) = re.findall(f"<{tag}>(.*?)</{tag}>", text, re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(inner.encode()).digest()).decode()
        assert rules[rule] == f"'sha256-{digest}'"
    assert not re.search(r"https?://|@import|url\((?!#)", text)


def test_the_same_verdict_gives_the_same_bytes() -> None:
    assert render("html", reviewed(40)) == render("html", reviewed(40))


def test_a_small_report_is_the_expected_one() -> None:
    """Without style and script, which are files of their own."""
    text = re.sub(
        r"(<style>|<script>).*?(?=</style>|</script>)", r"\1", render("html", reviewed(4)), flags=re.DOTALL
    )
    text = re.sub(r"sha256-[^']{44}", "sha256-", text)
    expected = SNAPSHOTS / "page" / "small.html"
    if os.environ.get("UPDATE_SNAPSHOTS"):
        expected.parent.mkdir(parents=True, exist_ok=True)
        expected.write_text(text, encoding="utf-8")
    assert text == expected.read_text(encoding="utf-8")


def test_ten_thousand_findings_take_ten_times_what_a_thousand_take() -> None:
    """No clock is asserted, but the ratios of size and of time; the list itself is drawn by and by."""
    took: list[float] = []
    sizes: list[int] = []
    for number in (1_000, 10_000):
        verdict = reviewed(number)
        begin = time.process_time()
        sizes.append(len(render("html", verdict)))
        took.append(time.process_time() - begin)
    assert sizes[1] < 10.5 * sizes[0]
    assert sizes[1] < 10_000 * 1_600
    assert took[1] < 25 * took[0]


def test_open_findings_stand_first_and_each_flow_has_one_entry() -> None:
    verdict = reviewed(30)
    entries = Entries(verdict).all
    states = [one.state for one in entries]
    assert states == sorted(states, key=["error", "warning", "note", "permitted"].index)
    assert len(entries) == 31
    assert [one.anchor for one in entries] == [f"f{number}" for number in range(1, 32)]


def test_flows_of_one_finding_are_told_together() -> None:
    one = finding(0)
    assert one.source is not None
    other = msgspec.structs.replace(one, source=msgspec.structs.replace(one.source, symbol="app.Other.x"))
    verdict = replace(
        verdict_of(1), judgements=(Judgement("finding", "why", one), Judgement("finding", "why", other))
    )
    entries = Entries(verdict)
    assert [len(entry.also) for entry in entries.all] == [1]
    assert entries.anchors((0, 1)) == ["f1"]


def test_the_inventory_tells_each_element_by_activity_and_recipient() -> None:
    rows = _rows(reviewed(3), "data")
    assert any("The email" in row and "logged" in row and "the service itself" in row for row in rows)
    assert any("stored" in row for row in rows)
    assert any("sent" in row and "acme" in row and "The partner" in row for row in rows)


def test_developers_and_reviewers_stand_in_different_columns() -> None:
    rows = _rows(reviewed(3), "declared")
    (comment,) = [row for row in rows if "comment at" in row]
    (side,) = [row for row in rows if "A. " in row]
    assert "nobody" in comment
    assert "not in the code" in side
    assert "2026-05-04" in side


def test_the_ledger_names_every_kind_and_what_each_entry_ends() -> None:
    shown = _section(reviewed(3), "ledger")
    titles = ("Suppressions", "Baseline", "Broad declarations", "own guards", "own hosts", "Files left out")
    for title in (*titles, "Cuts by sensitivity"):
        assert title in shown
    rows = _rows(reviewed(3), "ledger")
    (row,) = [row for row in rows if "PUR101" in row]
    assert "2027-01-31" in row
    assert re.search(r"\b1 2$", row)
    assert any("scripts/ .py" in row for row in rows)


def test_cuts_and_the_baseline_are_told_from_the_judgements() -> None:
    verdict = reviewed(4)
    one, two, *rest = verdict.judgements
    held = replace_status(two)
    cut = Judgement("quiet", "confidence low is under --min-confidence medium", one.finding)
    findings = (held.finding, *verdict.findings[2:])
    shown = _section(replace(verdict, judgements=(cut, held, *rest), findings=findings), "ledger")
    assert "confidence is low, and this run asks for medium and above" in shown
    assert "accepted findings" in shown
    assert "no end" in shown[shown.index("accepted findings") :]


def replace_status(judgement: Judgement) -> Judgement:
    """The same, as a baseline leaves it."""
    return msgspec.structs.replace(
        judgement, finding=msgspec.structs.replace(judgement.finding, status="baselined")
    )


def test_blind_spots_are_told_by_name() -> None:
    shown = _section(reviewed(1), "unseen")
    for name in ("broken.py", "huge", "push", "JsonResponse", "vendorless"):
        assert name in shown
    answers = shown[shown.index("out of scope") :]
    assert "JsonResponse" in answers
    assert "push" not in answers.partition("Packages without")[0]


def test_calls_of_packages_with_rules_stand_behind_those_of_which_nothing_is_known() -> None:
    shown = _section(reviewed(1), "unseen")
    unknown, _, beside = shown.partition("1 more call, of packages that the rules describe")
    assert "push" in unknown
    assert "strip_" not in unknown
    assert "strip_" in beside.partition("out of scope")[0]


def test_vendors_without_a_recognised_call_are_told_where_there_are_any() -> None:
    told = "Vendors of whose packages no call was recognised"
    idle = Unrecognised((), (Unreached("hubspot", "acme.hubspot_api"),))
    shown = _section(replace(reviewed(1), unrecognised=idle), "unseen")
    assert "hubspot: " in shown.partition(told)[2].partition("</ul>")[0]
    assert "1 vendor without a known call" in shown
    assert told not in _section(reviewed(1), "unseen")


def test_an_open_question_is_told_with_its_clause() -> None:
    rows = _rows(reviewed(1), "questions")
    assert any("What is relevant?" in row and "1.9" in row and "open" in row for row in rows)


def test_the_map_holds_every_use_between_its_columns() -> None:
    shown = _section(reviewed(30), "map")
    amounts = [int(found) for found in re.findall(r'<tspan class="amount">(\d+)</tspan>', shown)]
    assert sum(amounts) == 3 * 31
    assert "with open findings" in shown
    assert 'href="#data"' in shown


def test_a_list_of_elements_is_counted_by_elements() -> None:
    verdict = reviewed(4)
    assert verdict.dossier is not None
    never = ("identity.age", "identity.gender", "location.city")
    known = (*never, "identity.email", "location.region")
    promises = replace(verdict.dossier.promises, never_handled=never, known=known)
    shown = _section(replace(verdict, dossier=replace(verdict.dossier, promises=promises)), "coverage")
    assert 'names and the code never handles <span class="n">3</span>' in shown
