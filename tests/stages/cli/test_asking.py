from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from purposelint.cli.app import app


@pytest.fixture(autouse=True)
def _empty_project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def purposelint(*arguments: str) -> Result:
    return CliRunner().invoke(app, arguments)


@pytest.mark.parametrize("word", ["PUR101", "pur101", "logged-without-purpose"])
def test_a_code_is_explained_by_number_and_by_name(word: str) -> None:
    result = purposelint("explain", word)
    assert result.exit_code == 0
    assert result.stdout.startswith("PUR101 logged-without-purpose [error]\n")


def test_an_element_is_explained_under_the_policy_in_force() -> None:
    result = purposelint("explain", "identity.phone", "--policy", "renqing")
    assert result.exit_code == 0
    assert "phone_number" in result.stdout
    assert "permits parcel_delivery to" in " ".join(result.stdout.split())


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["explain", "PUR10"], "Did you mean 'PUR10"),
        (["explain", "identity.emial"], "Did you mean 'identity.email'?"),
        (["explain", "gone.py:3"], "there is no file gone.py"),
        (["rules", "stripee"], "Did you mean 'stripe'?"),
        (["policy", "show", "--element", "identity.emial"], "Did you mean 'identity.email'?"),
        (["policy", "show", "--policy", "renqing", "--recipient", "partnr"], "Did you mean 'partner'?"),
    ],
)
def test_unknown_words_are_told_what_they_may_have_meant(arguments: list[str], said: str) -> None:
    result = purposelint(*arguments)
    assert result.exit_code == 2
    assert said in result.stderr


def test_rules_are_listed_and_searched() -> None:
    everything = purposelint("rules").stdout
    assert "identity.email" in everything
    assert "sentry_sdk" in everything
    found = purposelint("rules", "stripe").stdout
    assert "sink, share" in found
    assert "identity.email" not in found


def test_the_policy_is_shown_and_asked() -> None:
    shown = purposelint("policy", "show", "--policy", "renqing").stdout
    assert "Answers for recipient self (first storing, then logging)" in shown
    arguments = ["--element", "identity.phone", "--purpose", "parcel_delivery", "--recipient", "partner"]
    asked = purposelint("policy", "show", "--policy", "renqing", *arguments).stdout
    assert "permitted" in asked.splitlines()[-1]
    assert "1.4" in asked.splitlines()[-1]
