"""Words of the command line that mean nothing, and what they may have meant."""

from __future__ import annotations

import click
import pytest

from purposelint.cli.choices import Words, did_you_mean

PURPOSES = (
    "account_registration",
    "payment",
    "service_provision",
    "service_improvement",
    "security_protection",
    "usage_analytics",
)


@pytest.mark.parametrize(
    ("word", "told"),
    [
        ("paymnet", " Did you mean 'payment'?"),
        ("securty", " Did you mean 'security_protection'?"),
        ("Analytic", " Did you mean 'usage_analytics'?"),
        ("servce", " Did you mean 'service_provision' or 'service_improvement'?"),
        ("nonsense", ""),
        ("", ""),
    ],
)
def test_a_word_is_held_against_whole_words_and_then_their_parts(word: str, told: str) -> None:
    assert did_you_mean(word, PURPOSES) == told


def test_the_last_part_of_an_elements_name_goes_first() -> None:
    assert did_you_mean("email", ("emails", "identity.email")) == " Did you mean 'identity.email'?"


def test_where_nothing_is_near_some_of_what_there_is_is_named() -> None:
    words = Words()
    words.known(["nonsense"], PURPOSES, "--purpose")
    words.known(["x"], {"b", "a"}, "--element")
    with pytest.raises(click.UsageError) as caught:
        words.settle()
    assert caught.value.message.splitlines() == [
        (
            "Invalid value for '--purpose': unknown: 'nonsense'. There is account_registration, payment, "
            "service_provision, service_improvement, security_protection and 1 more."
        ),
        "Invalid value for '--element': unknown: 'x'. There is a, b.",
    ]
