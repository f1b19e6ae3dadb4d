"""Severity, quiet cases, suppressions, merging, fingerprints and order."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from purposelint.domain.flows import Hop
from purposelint.domain.settings import Configuration
from purposelint.domain.verdict import Judged
from stages.judge.small_policy import policy
from stages.judge.world import ROOT, World, codes, field_of, judgement, log_of, only, share_of

CALL = "logger.info(user.email)"


def log_with(**how: object) -> World:
    world = World(CALL)
    world.flow(CALL, "user.email", **how)  # type: ignore[arg-type]
    return world


def test_low_confidence_makes_a_note() -> None:
    assert only(log_with(confidence="low").check()).severity == "note"


def test_an_unkeyed_hash_is_a_step_less_grave() -> None:
    finding = only(log_with(pseudonym=True).check())
    assert finding.severity == "warning"
    assert "hashed without a key" in finding.message


def test_a_guarded_flow_is_told_and_no_finding() -> None:
    told = judgement(log_with(guard="masked by mask_email").check())
    assert (told.verdict, told.why) == ("guarded", "masked by mask_email")


@pytest.mark.parametrize(
    ("named", "asked", "verdict"),
    [
        ((), Configuration(), "quiet"),
        (("account.id",), Configuration(), "finding"),
        ((), Configuration(min_sensitivity="low"), "finding"),
        (("account.id",), Configuration(min_sensitivity="high"), "quiet"),
    ],
)
def test_low_sensitivity_counts_where_the_policy_names_it(
    named: tuple[str, ...], asked: Configuration, verdict: str
) -> None:
    world = log_of("user.id", found="account.id")
    judged = world.check(policy(named_exactly=frozenset(named)), configuration=asked)
    assert judgement(judged, "account.id").verdict == verdict
    assert bool(judged.findings) == (verdict == "finding")


def test_an_unnamed_element_of_low_sensitivity_is_quiet_and_not_pur501() -> None:
    judged = log_of("user.tz", found="location.timezone").check()
    assert judged.findings == ()
    assert judgement(judged, "location.timezone").verdict == "quiet"


def test_what_is_under_the_confidence_asked_for_is_quiet_and_says_why() -> None:
    judged = log_with(confidence="low").check(configuration=Configuration(min_confidence="medium"))
    assert judged.findings == ()
    assert judgement(judged).why == "confidence low is under --min-confidence medium"


@pytest.mark.parametrize(
    ("asked", "shown"),
    [
        (Configuration(ignore=("PUR1",)), False),
        (Configuration(ignore=("logged-without-purpose",)), False),
        (Configuration(select=("PUR2", "PUR3")), False),
        (Configuration(select=("PUR1",)), True),
        (Configuration(select=("PUR1",), ignore=("PUR101",)), False),
    ],
)
def test_codes_can_be_switched_off(asked: Configuration, shown: bool) -> None:
    judged = log_of("user.email").check(configuration=asked)
    assert bool(judged.findings) == shown
    assert judgement(judged).verdict == ("finding" if shown else "quiet")


# ── suppressions ─────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "rules",
    ["PUR101", "logged-without-purpose", "PUR101: identity.email", "PUR201, PUR101: identity.*"],
)
def test_an_ignore_hides_and_keeps_the_finding(rules: str) -> None:
    judged = log_of("user.email", f"# purposelint: ignore[{rules}] a test tool").check(paths=())
    (finding,) = judged.findings
    assert (finding.status, finding.suppression) == ("suppressed", "a test tool")
    assert judgement(judged).finding.status == "suppressed"


@pytest.mark.parametrize("rules", ["PUR102", "PUR101: identity.phone", "PUR201"])
def test_an_ignore_of_something_else_hides_nothing(rules: str) -> None:
    judged = log_of("user.email", f"# purposelint: ignore[{rules}] a test tool").check()
    assert codes(judged) == ["PUR101", "PUR406"]


def two_elements(rules: str) -> Judged:
    call = "logger.info(user.email, user.phone)"
    world = World(f"{call}  # purposelint: ignore[{rules}] a test tool")
    world.flow(call, "user.email")
    world.flow(call, "user.phone", "identity.phone")
    world.comment(f"# purposelint: ignore[{rules}] a test tool", call)
    return world.check()


def test_an_ignore_with_an_element_does_not_hide_the_next_one() -> None:
    judged = two_elements("PUR101: identity.email")
    assert [(each.element, each.status) for each in judged.findings] == [
        ("identity.email", "suppressed"),
        ("identity.phone", "open"),
    ]


def test_an_ignore_on_an_argument_hides_that_argument() -> None:
    call = "info(\n    user.email,  # purposelint: ignore[PUR101] why\n    user.phone,\n)"
    world = World(call)
    world.flow(call, "user.email")
    world.flow(call, "user.phone", "identity.phone")
    world.comment("# purposelint: ignore[PUR101] why", "user.email", owner="element")
    assert [each.element for each in world.check().findings if each.status == "open"] == ["identity.phone"]


def test_an_ignore_on_a_field() -> None:
    judged = field_of("# purposelint: ignore[PUR301] filled by the old system").check()
    assert [each.status for each in judged.findings] == ["suppressed"]


def test_an_ignore_without_a_reason_hides_and_is_reported() -> None:
    judged = log_of("user.email", "# purposelint: ignore[PUR101]").check()
    assert codes(judged) == ["PUR405"]


@pytest.mark.parametrize(
    ("today", "expected"),
    [(dt.date(2027, 1, 31), []), (dt.date(2027, 2, 1), ["PUR101", "PUR407"])],
)
def test_an_ignore_holds_through_its_last_day(today: dt.date, expected: list[str]) -> None:
    world = log_of("user.email", "# purposelint: ignore[PUR101] goes with v2 until 2027-01-31")
    assert codes(world.check(today=today)) == expected


def test_an_ignore_may_hide_a_finding_about_its_own_statements_comment() -> None:
    comment = "# purpose: paymnt  # purposelint: ignore[PUR401, PUR101] until the policy is merged"
    judged = log_of("user.email", comment).check()
    assert codes(judged) == []
    assert sorted(each.code for each in judged.findings) == ["PUR101", "PUR401"]


def test_only_the_unused_part_of_an_ignore_is_reported() -> None:
    judged = two_elements("PUR101, PUR201")
    (finding,) = [each for each in judged.findings if each.status == "open"]
    assert (finding.code, finding.message) == ("PUR406", "ignore[PUR201] hides nothing here")
    assert finding.remedy == "# purposelint: ignore[PUR101] a test tool"


def test_a_reason_is_asked_for_with_the_day_that_was_written() -> None:
    judged = log_of("user.email", "# purposelint: ignore[PUR101] until 2027-01-31").check()
    (remedy,) = [finding.remedy for finding in judged.findings if finding.code == "PUR405"]
    assert remedy.endswith(" until 2027-01-31")


@pytest.mark.parametrize("ending", ["", ".", " until 2027-01-31"])
def test_a_reason_that_the_remedy_left_open_is_none(ending: str) -> None:
    first = log_of("user.email", "# purposelint: ignore[PUR101]").check()
    (remedy,) = [finding.remedy for finding in first.findings if finding.code == "PUR405"]
    assert codes(log_of("user.email", remedy + ending).check()) == ["PUR405"]


def test_the_beginning_of_codes_hides_nothing_and_the_remedy_writes_them_out() -> None:
    judged = log_of("user.email", "# purposelint: ignore[PUR201, PUR2, PUR1] the old log").check()
    assert codes(judged) == ["PUR101", "PUR401", "PUR401", "PUR406"]
    remedies = {finding.remedy for finding in judged.findings if finding.code == "PUR401"}
    assert remedies == {"# purposelint: ignore[PUR201, PUR201, PUR202, PUR203, PUR101, PUR102] the old log"}


@pytest.mark.parametrize(
    ("paths", "asked"),
    [
        ((ROOT / "app",), Configuration()),
        ((ROOT,), Configuration(ignore=("PUR3",))),
        ((ROOT,), Configuration(select=("PUR",))),
        ((ROOT,), Configuration(min_confidence="high")),
    ],
)
def test_unused_ones_are_judged_only_in_a_whole_run(paths: tuple[Path, ...], asked: Configuration) -> None:
    world = World("total = 1  # purpose: payment  # purposelint: ignore[PUR101] why")
    world.comment("# purpose: payment  # purposelint: ignore[PUR101] why", "total = 1")
    assert codes(world.check(paths=paths, configuration=asked)) == []
    assert codes(world.check()) == ["PUR404", "PUR406"]


# ── merging, fingerprints, order ─────────────────────────────────────────────────────────────────


def test_flows_of_one_element_to_one_sink_make_one_finding() -> None:
    world = World(CALL)
    long = [Hop(world.place("user"), "a"), Hop(world.place("user"), "b")]
    world.flow(CALL, "user.email", confidence="medium")
    world.flow(CALL, "user.email", hops=long)
    world.flow(CALL, "user.email", hops=long[:1])
    judged = world.check()
    finding = only(judged)
    assert finding.confidence == "high"
    assert len(finding.trace) == 2
    assert [told.verdict for told in judged.judgements] == ["finding"] * 3
    assert {told.finding.fingerprint for told in judged.judgements} == {finding.fingerprint}


def test_a_clear_flow_stands_for_a_hashed_one() -> None:
    world = World(CALL)
    world.flow(CALL, "user.email", pseudonym=True)
    world.flow(CALL, "user.email", hops=[Hop(world.place("user"), "a")])
    assert only(world.check()).severity == "error"


HELPER = "tell(user.email)\nlog.info(mail)\nlog.exception(mail)\nclient.send(mail)"


def test_sinks_that_one_helper_reaches_are_one_finding_with_the_shortest_way() -> None:
    world = World(HELPER)
    far = [Hop(world.place("user"), "a")]
    world.flow("tell(user.email)", "user.email", sink=world.place("log.exception(mail)"), hops=far)
    world.flow("tell(user.email)", "user.email", sink=world.place("log.info(mail)"), sink_id="logging.log")
    judged = world.check()
    assert only(judged).sink_id == "logging.log"
    assert {each.finding.fingerprint for each in judged.judgements} == {only(judged).fingerprint}


def test_sinks_in_two_functions_behind_one_call_are_two_findings() -> None:
    world = World(HELPER)
    for part, function in (("log.info(mail)", "Fast.purge"), ("log.exception(mail)", "Slow.purge")):
        world.flow("tell(user.email)", "user.email", sink=world.place(part, symbol=function))
    assert codes(world.check()) == ["PUR101", "PUR101"]


@pytest.mark.parametrize(("other", "expected"), [("stripe", 1), ("sentry", 2)])
def test_what_one_vendor_gets_behind_one_call_is_one_finding(other: str, expected: int) -> None:
    world = World(HELPER)
    for part, function, vendor in (
        ("client.send(mail)", "Plain.send", "stripe"),
        ("log.info(mail)", "Attached.send", other),
    ):
        sink = world.place(part, symbol=function)
        world.flow("tell(user.email)", "user.email", sink=sink, activity="share", vendor=vendor)
    assert codes(world.check()) == ["PUR201"] * expected


def test_a_helper_that_logs_and_sends_earns_both_findings() -> None:
    world = World(HELPER)
    world.flow("tell(user.email)", "user.email", sink=world.place("log.info(mail)"))
    sent = world.place("client.send(mail)")
    world.flow("tell(user.email)", "user.email", sink=sent, activity="share", vendor="stripe")
    world.flow("tell(user.email)", "user.email", sink=sent, activity="share", vendor="sentry", sink_id="send")
    assert codes(world.check()) == ["PUR101", "PUR201", "PUR201"]


def test_each_element_of_a_call_is_its_own_finding() -> None:
    judged = two_elements("PUR301")
    assert codes(judged) == ["PUR101", "PUR101", "PUR406"]


def test_a_fingerprint_outlives_moved_code_and_new_neighbours() -> None:
    before = only(log_of("user.email").check()).fingerprint
    moved = World(f"import os\n\n\nlogger.info(user.phone)\n{CALL}")
    moved.flow("logger.info(user.phone)", "user.phone", "identity.phone")
    moved.flow(CALL, "user.email")
    after = {each.element: each.fingerprint for each in moved.check().findings}
    assert after["identity.email"] == before
    assert len(set(after.values())) == 2


def test_repeats_in_one_symbol_get_ordinals() -> None:
    world = World(f"{CALL}\nx = 1\n{CALL}")
    world.flow(CALL, "user.email")
    world.flow(CALL, "user.email", nth=2)
    first, second = world.check().findings
    assert (first.place.span.line, second.place.span.line) == (1, 3)
    assert first.fingerprint != second.fingerprint
    assert first.fingerprint == only(log_of("user.email").check()).fingerprint


def test_order_does_not_depend_on_the_order_of_flows() -> None:
    def judged(reverse: bool) -> Judged:
        world = World(f"{CALL}\nlogger.info(user.phone)")
        calls = [
            (CALL, "user.email", "identity.email"),
            ("logger.info(user.phone)", "user.phone", "identity.phone"),
        ]
        for call, expr, found in reversed(calls) if reverse else calls:
            world.flow(call, expr, found)
        return world.check()

    assert judged(reverse=False).findings == judged(reverse=True).findings
    assert judged(reverse=False).judgements == judged(reverse=True).judgements


def test_a_permitted_case_has_a_finding_without_a_code() -> None:
    told = judgement(share_of("user.email", "# purpose: payment").check())
    assert (told.finding.code, told.finding.clause, told.finding.severity) == ("", "1.4", "note")
