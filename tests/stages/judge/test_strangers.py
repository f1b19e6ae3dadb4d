"""A comment that meant to declare a purpose, with a word of no policy, is told where it should count."""

from __future__ import annotations

import pytest

from stages.judge.world import World, field_of, log_of, only


@pytest.mark.parametrize(
    ("comment", "said"),
    [
        ("# purpose: invoicing", "`invoicing` is no purpose of this policy"),
        ("# purpose: invoicing, dunning", "`invoicing`, `dunning` are no purposes of this policy"),
        (
            "# noqa  # purpose: invoicing",
            "`invoicing` is no purpose of this policy (`purposelint policy show`)",
        ),
        ("# purpose: securty", "`securty` is no purpose of this policy; did you mean `security_protection`?"),
    ],
)
def test_words_of_no_policy_are_told_at_a_finding(comment: str, said: str) -> None:
    for world in (log_of("user.email", comment), field_of(comment)):
        finding = only(world.check())
        assert f". The comment there does not count: {said}" in finding.message


@pytest.mark.parametrize(
    "comment",
    [
        "",
        "# purpose: security_protektion",
        "# purpose: why we do this at all",
        "# the purpose: invoicing",
        "# purpose: https://example.org",
    ],
)
def test_prose_stays_prose_and_a_typo_is_told_once(comment: str) -> None:
    findings = log_of("user.email", comment).check().findings
    assert {each.code for each in findings} >= {"PUR101"}
    assert not any("does not count" in each.message for each in findings)


def test_a_comment_of_the_block_around_says_nothing_of_what_stands_in_it() -> None:
    block = "for user in users:  # purpose: iteration\n    logger.info(user.email)"
    world = World(block)
    world.flow("logger.info(user.email)", "user.email", "identity.email")
    world.comment("# purpose: iteration", block)
    assert "does not count" not in only(world.check()).message


def test_what_is_declared_needs_no_word_about_its_comment() -> None:
    assert log_of("user.email", "# purpose: security_protection").check().findings == ()


def test_the_fingerprint_is_that_of_the_finding_without_the_comment() -> None:
    with_it, without = (
        only(log_of("user.email", "# purpose: invoicing").check()),
        only(log_of("user.email").check()),
    )
    assert with_it.fingerprint == without.fingerprint
