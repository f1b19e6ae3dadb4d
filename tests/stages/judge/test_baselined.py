"""Findings held against a baseline: piles, stale entries, and why something is new."""

from __future__ import annotations

from dataclasses import replace

import msgspec
import pytest

from purposelint.domain.baseline import Baseline
from purposelint.domain.settings import Configuration
from purposelint.domain.verdict import Finding, Problem, Verdict
from purposelint.judge.baselined import accepting, held_against, shrunk
from stages.judge.small_policy import CATALOG
from stages.report.sample_verdict import field, logged, sample

EMAIL = field("email", 2, element="identity.email")
PHONE = field("phone", 3, element="identity.phone")
LOGGED = logged("email", (39, 49), element="identity.email", line=2)
NOBODY: frozenset[str] = frozenset()
CONFIGURATION = Configuration()


def of(*findings: Finding) -> Verdict:
    return sample(found=findings, problems=())


def made(*findings: Finding) -> Baseline:
    return accepting(of(*findings), CONFIGURATION)


def older(baseline: Baseline) -> Baseline:
    return msgspec.structs.replace(baseline, tool="0.0.9", rules="other")


def statuses(verdict: Verdict) -> dict[str, str]:
    return {one.fingerprint: one.status for one in verdict.findings}


def held(verdict: Verdict, baseline: Baseline, **options: object) -> Verdict:
    changed = options.get("changed", NOBODY)
    whole = bool(options.get("whole", True))
    return held_against(verdict, baseline, CATALOG, changed, (), whole=whole)  # type: ignore[arg-type]


def test_what_was_there_is_in_its_pile_and_what_is_new_is_open() -> None:
    verdict = held(of(EMAIL, LOGGED), made(EMAIL))
    assert statuses(verdict) == {"f-email": "baselined", "l-email": "open"}
    assert verdict.baseline is not None
    assert (verdict.baseline.entries, verdict.baseline.stale) == (1, ())


def test_judgements_bear_the_status_of_their_finding() -> None:
    verdict = of(EMAIL)
    told = [one.finding.fingerprint for one in verdict.judgements if one.finding.fingerprint == "f-email"]
    marked = held(verdict, made(EMAIL)).judgements
    assert [one.finding.status for one in marked if one.finding.fingerprint == "f-email"] == [
        "baselined"
    ] * len(told)


def test_a_suppressed_finding_stays_suppressed_and_is_not_accepted_anew() -> None:
    hidden = msgspec.structs.replace(EMAIL, status="suppressed", suppression="goes away")
    assert statuses(held(of(hidden), made(EMAIL))) == {"f-email": "suppressed"}
    assert made(hidden).entries == ()


def test_lines_and_messages_do_not_count() -> None:
    moved = msgspec.structs.replace(field("email", 40, element="identity.email"), message="otherwise said")
    assert statuses(held(of(moved), made(EMAIL))) == {"f-email": "baselined"}


def test_an_entry_of_which_nothing_is_found_is_stale() -> None:
    result = held(of(EMAIL), made(EMAIL, PHONE)).baseline
    assert result is not None
    assert [one.fingerprint for one in result.stale or ()] == ["f-phone"]


def test_a_narrower_run_tells_no_stale_entries() -> None:
    result = held(of(EMAIL), made(EMAIL, PHONE), whole=False).baseline
    assert result is not None
    assert result.stale is None


def test_what_stands_in_a_file_that_was_not_read_is_not_stale() -> None:
    for path, stale in {
        "app/models.py": [],  # where the source of what is logged is, too
        "app/views.py": ["app/models.py"],
        "app/other.py": ["app/models.py", "app/views.py"],
    }.items():
        unread = replace(of(), problems=(Problem("PUR901", path, "is broken"),))
        result = held(unread, made(EMAIL, LOGGED)).baseline
        assert result is not None
        assert [one.path for one in result.stale or ()] == stale


def test_an_entry_that_does_not_say_its_way_is_not_stale_where_any_file_was_not_read() -> None:
    baseline = made(EMAIL)
    (entry,) = baseline.entries
    old = msgspec.structs.replace(baseline, entries=(msgspec.structs.replace(entry, through=None),))
    unread = replace(of(), problems=(Problem("PUR901", "app/other.py", "is broken"),))
    for verdict, stale in ((unread, 0), (of(), 1)):
        result = held(verdict, old).baseline
        assert result is not None
        assert len(result.stale or ()) == stale


def test_an_update_writes_the_way_of_what_is_still_there() -> None:
    baseline = made(LOGGED)
    (entry,) = baseline.entries
    old = msgspec.structs.replace(baseline, entries=(msgspec.structs.replace(entry, through=None),))
    assert entry.through == ("app/models.py",)
    assert shrunk(old, held(of(LOGGED), old), CONFIGURATION, learned=False).entries == (entry,)


@pytest.mark.parametrize(
    ("changed", "learned"),
    [
        (NOBODY, ("l-email",)),
        (frozenset({"app/other.py"}), ("l-email",)),
        (frozenset({"app/views.py"}), ()),
        (frozenset({"app/models.py"}), ()),  # where its source is
        (None, ()),
    ],
)
def test_new_in_files_that_are_as_they_were_is_learned(
    changed: frozenset[str] | None, learned: tuple[str, ...]
) -> None:
    result = held(of(EMAIL, LOGGED), older(made(EMAIL)), changed=changed).baseline
    assert result is not None
    assert tuple(result.learned) == learned


def test_with_the_rules_and_the_policy_that_were_nothing_is_learned() -> None:
    result = held(of(EMAIL, LOGGED), made(EMAIL)).baseline
    assert result is not None
    assert not result.learned


@pytest.mark.parametrize(
    ("other", "causes"),
    [
        ({}, ()),
        ({"tool": "0.0.9"}, ("rules",)),
        ({"rules": "other"}, ("rules",)),
        ({"policy": "other"}, ("policy",)),
        ({"rules": "other", "policy": "other"}, ("rules", "policy")),
    ],
)
def test_what_changed_besides_the_code_is_why(other: dict[str, str], causes: tuple[str, ...]) -> None:
    before = msgspec.structs.replace(made(EMAIL), **other)
    result = held(of(EMAIL, LOGGED), before).baseline
    assert result is not None
    assert result.causes == causes
    assert result.learned == ({"l-email": causes} if causes else {})


def test_of_a_policy_that_a_baseline_does_not_name_nothing_is_claimed() -> None:
    before = msgspec.structs.replace(made(EMAIL), policy="")
    same = held(of(EMAIL, LOGGED), before).baseline
    other = held(of(EMAIL, LOGGED), msgspec.structs.replace(before, rules="other")).baseline
    assert same is not None
    assert other is not None
    assert (same.causes, same.learned) == (None, {})
    assert (other.causes, other.learned) == (None, {"l-email": ("rules", "policy")})


@pytest.mark.parametrize(
    ("since", "learned"), [("0.1.0", ("f-email",)), ("0.0.9", ()), ("0.0.10", ("f-email",))]
)
def test_an_element_younger_than_the_baseline_is_learned_whatever_has_changed(
    since: str, learned: tuple[str, ...]
) -> None:
    element = msgspec.structs.replace(CATALOG.elements["identity.email"], since=since)
    catalog = replace(CATALOG, elements={**CATALOG.elements, "identity.email": element})
    result = held_against(of(EMAIL), older(made()), catalog, None, {}, whole=True).baseline
    assert result is not None
    assert tuple(result.learned) == learned


def test_a_baseline_shrinks_and_takes_in_nothing() -> None:
    before = older(made(EMAIL, PHONE))
    after = shrunk(before, held(of(EMAIL, LOGGED), before), CONFIGURATION, learned=False)
    assert [one.fingerprint for one in after.entries] == ["f-email"]
    assert (after.tool, after.rules) == (before.tool, before.rules)


def test_what_was_learned_is_taken_in_when_asked() -> None:
    before = older(made(EMAIL, PHONE))
    after = shrunk(before, held(of(EMAIL, LOGGED), before), CONFIGURATION, learned=True)
    assert [one.fingerprint for one in after.entries] == ["f-email", "l-email"]
    assert after.rules == of().run.rules


def test_what_the_code_brought_is_not_taken_in() -> None:
    before = older(made(EMAIL))
    verdict = held(of(EMAIL, LOGGED), before, changed=frozenset({"app/views.py"}))
    after = shrunk(before, verdict, CONFIGURATION, learned=True)
    assert [one.fingerprint for one in after.entries] == ["f-email"]
