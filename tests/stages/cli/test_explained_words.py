"""`purposelint explain` of words that are no codes, elements or lines: what they are, what can be asked."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from purposelint.cli.app import app

POLICY = """
[policy]
id = "small"
title = "Small"

[purposes.support]
title = "Helping"
clause = "2"
"""


@pytest.fixture(autouse=True)
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "purposelint.toml").write_text('policy = "small.toml"\n', encoding="utf-8")
    (tmp_path / "small.toml").write_text(POLICY, encoding="utf-8")
    monkeypatch.chdir(tmp_path)


def _explained(word: str) -> Result:
    return CliRunner().invoke(app, ["explain", word])


@pytest.mark.parametrize(
    ("word", "said"),
    [
        ("self", "self is the service itself"),
        ("unmapped", "unmapped is whoever gets data and is no recipient of the policy"),
        ("store", "store is an activity: data is kept. `purposelint explain PUR301`"),
        ("Stripe", "stripe is a library of the rules. `purposelint rules stripe`"),
        ("support", "support is a purpose of the policy small: Helping (clause 2)."),
        ("payment", "payment is a purpose of the policy default that ships, and none of the policy small."),
        ("identity", "identity is a group of elements: identity.age, "),
        ("Identity.*", "identity is a group of elements: identity.age, "),
        ("recipients", "A recipient is who gets data, as self: `purposelint policy show`"),
        ("policies", "A policy says "),
        ("Libraries", "A library is "),
    ],
)
def test_what_else_is_known_is_told(word: str, said: str) -> None:
    told = _explained(word)
    assert told.exit_code == 0, told.output
    assert told.stdout.startswith(said)


@pytest.mark.parametrize(
    ("word", "meant"),
    [("recipent", "recipient"), ("Sentri", "sentry"), ("suport", "support"), ("identty", "identity")],
)
def test_a_word_that_is_nearly_one_is_told_which(word: str, meant: str) -> None:
    told = _explained(word)
    assert told.exit_code == 2
    assert f"{word!r} is no code, no element and no FILE:LINE. Did you mean {meant!r}?" in told.stderr


def test_a_word_that_is_near_nothing_is_told_what_can_be_asked() -> None:
    told = " ".join(_explained("xyzzy").stderr.split())
    assert "Ask of a code (PUR101), an element (identity.email) or a group of elements" in told
