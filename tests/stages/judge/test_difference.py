"""Two versions of a policy: whose answers changed, and what else is stated otherwise."""

from __future__ import annotations

from pathlib import Path

import pytest

from purposelint.domain.policy import Policy
from purposelint.domain.policy_review import Change, Difference
from purposelint.judge.ask import ask
from purposelint.judge.difference import difference
from purposelint.policy import load_policy
from stages.judge.test_ask_shipped import shipped

OLD = """
mentions = ["identity.*"]
[policy]
id = "own"
title = "Own"
[purposes.orders]
title = "Orders"
clause = "1"
[purposes.news]
title = "News"
clause = "2"
[recipients.partner]
title = "Partner"
vendors = ["stripe"]
[[permit]]
elements = ["identity.email", "identity.name"]
purposes = ["orders"]
recipients = ["self", "partner"]
clause = "1"
[[permit]]
elements = ["identity.phone"]
purposes = ["news"]
clause = "2"
requires = "a consent"
[[question]]
id = "age"
text = "May we?"
clause = "1"
elements = ["identity.age"]
purposes = ["orders"]
recipients = ["self"]
"""
DECIDED = 'decision = "permit"\nby = "dpo"\non = "2026-01-31"'
NEW = (
    OLD.replace('id = "own"', 'id = "own"\nversion = "2"')
    .replace('["identity.email", "identity.name"]', '["identity.email", "identity.gender"]')
    .replace('requires = "a consent"', 'requires = "a signature"')
    .replace(
        'recipients = ["self"]', 'recipients = ["self"]\ndecision = "permit"\nby = "dpo"\non = "2026-01-31"'
    )
    .replace('vendors = ["stripe"]', 'vendors = ["adyen"]')
    .replace("[purposes.news]", '[purposes.gifts]\ntitle = "Gifts"\n[purposes.news]')
    + '[[permit]]\nelements = "identity.name"\npurposes = "gifts"\nclause = "4"\n'
)


def compared(tmp_path: Path, old: str, new: str) -> Difference:
    catalog = shipped("default")[0]
    policies: list[Policy] = []
    for name, text in (("old", old), ("new", new)):
        (tmp_path / f"{name}.toml").write_text(text)
        policies.append(load_policy(f"{name}.toml", catalog, tmp_path))
    return difference(policies[0], policies[1], tuple(catalog.elements))


def brief(change: Change) -> tuple[object, ...]:
    answers = tuple(each.answer if each else None for each in (change.was, change.now))
    return (change.kind, *answers, change.elements, change.purposes, change.recipients, change.activities)


EVERY = ("log", "share", "store")


def test_changes_are_told_for_whom_they_hold(tmp_path: Path) -> None:
    found = [brief(change) for change in compared(tmp_path, OLD, NEW).changes]
    assert found == [
        ("stricter", "permitted", "silent", ("identity.name",), ("orders",), ("self", "partner"), EVERY),
        ("looser", "open", "permitted", ("identity.age",), ("orders",), ("self",), EVERY),
        ("looser", "silent", "permitted", ("identity.gender",), ("orders",), ("self", "partner"), EVERY),
        ("condition", "permitted", "permitted", ("identity.phone",), ("news",), ("self",), EVERY),
        ("added", None, "permitted", ("identity.name",), ("gifts",), ("self",), EVERY),
    ]


def test_back_again_each_change_is_its_opposite(tmp_path: Path) -> None:
    kinds = {change.kind for change in compared(tmp_path, NEW, OLD).changes}
    assert kinds == {"stricter", "looser", "condition", "removed"}


def test_what_is_stated_otherwise(tmp_path: Path) -> None:
    assert compared(tmp_path, OLD, NEW).facts == (
        ("policy", "version: 1 -> 2"),
        ("purpose gifts", "added: Gifts"),
        ("vendor stripe", "partner -> unmapped"),
        ("vendor adyen", "unmapped -> partner"),
        ("question age", "open -> permit by dpo on 2026-01-31"),
    )


def test_a_policy_and_itself_differ_in_nothing(tmp_path: Path) -> None:
    found = compared(tmp_path, OLD, OLD)
    assert (found.changes, found.facts) == ((), ())


def test_clauses_are_compared_by_their_hashes(tmp_path: Path) -> None:
    table = '[clauses]\n"1" = {{ sha256 = "{0}" }}\n"{1}" = {{ sha256 = "{0}" }}\n'
    old, new = OLD + table.format("a" * 64, "2"), OLD + table.format("b" * 64, "3")
    assert compared(tmp_path, old, new).facts == (
        ("clause 1", "has another text"),
        ("clause 2", "is gone from the text"),
        ("clause 3", "is new in the text"),
    )


@pytest.mark.parametrize(("old", "new"), [("default", "renqing"), ("renqing", "default")])
def test_every_answer_that_changed_is_told_once(old: str, new: str) -> None:
    """Asked one by one, the shipped policies differ in exactly the cells that the blocks cover."""
    catalog, before = shipped(old)
    after = shipped(new)[1]
    cells: list[tuple[str, str, str, str]] = []
    for change in difference(before, after, tuple(catalog.elements)).changes:
        if change.was is not None and change.now is not None:
            cells += [
                (element, purpose, recipient, activity)
                for element in change.elements
                for purpose in change.purposes
                for recipient in change.recipients
                for activity in change.activities
            ]
    assert len(cells) == len(set(cells))
    shared = [name for name in before.purposes if name in after.purposes]
    wanted = set()
    for element in sorted(before.named | after.named):
        for purpose in shared:
            for recipient in ("self", "unmapped"):
                for activity in EVERY:
                    was, now = (ask(each, element, purpose, recipient, activity) for each in (before, after))
                    if (was.answer, was.clause, was.requires) != (now.answer, now.clause, now.requires):
                        wanted.add((element, purpose, recipient, activity))
    assert set(cells) == wanted
