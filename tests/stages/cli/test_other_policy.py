"""A project that changes from the policy that ships to its own: what the old words are told."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from purposelint.cli.app import app

POLICY = """\
mentions = ["*"]

[policy]
id = "own"
title = "Own"
version = "1"
default = "deny"

[purposes.account]
title = "Accounts"
clause = "1"

[purposes.audit]
title = "Audit"
clause = "4"

[[permit]]
elements = ["identity.*"]
purposes = ["account", "audit"]
clause = "1"
"""

MODELS = """\
from django.db import models


class User(models.Model):
    email = models.EmailField()  # purpose: messaging
    full_name = models.CharField()  # purpose: record_keeping because who did it
    phone_number = models.CharField()  # purpose: account_management
    birth_date = models.DateField()  # purpose: print numbers nicely


class Mail(models.Model):
    # purpose of this class: messaging
    to_email = models.EmailField()


class Guest(models.Model):
    user_email = models.EmailField()  # purpose: identity.email for TODO
    user_name = models.CharField()  # purpose: zzqx
"""


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "models.py").write_text(MODELS, encoding="utf-8")
    (tmp_path / "policy.toml").write_text(POLICY, encoding="utf-8")
    (tmp_path / "purposelint.toml").write_text('policy = "policy.toml"\n', encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def _run(*arguments: str) -> Result:
    return CliRunner().invoke(app, list(arguments))


def _plain(text: str) -> str:
    return " ".join(text.split())


def _of(output: str, line: int) -> str:
    """The finding of unknown words at a line of the terminal's report."""
    for part in output.split("\n\n"):
        if part.startswith(f"models.py:{line}:") and "PUR401" in part:
            return _plain(part)
    return ""


def test_purposes_of_a_policy_that_ships_are_unknown_words_under_another(project: Path) -> None:
    output = _run("check", "--no-cache").output
    assert project.is_dir()
    for line in (5, 6, 7, 12):
        assert "is a purpose of the policy `default` that ships, and none of the policy in force" in _of(
            output, line
        )
    assert "help: write one of `account` or `audit` (`purposelint policy show` lists them)" in _of(output, 5)
    assert "help: closest is `account`; or state it in the policy as [purposes.account_management]" in _of(
        output, 7
    )
    assert not _of(output, 8)  # prose stays prose


def test_under_the_policy_that_has_them_they_are_declarations(project: Path) -> None:
    output = _run("check", "--no-cache", "--policy", "default").output
    assert [line for line in (5, 6, 7, 12) if _of(output, line)] == []
    assert project.is_dir()


def test_a_line_with_such_a_word_is_explained_by_it(project: Path) -> None:
    assert project.is_dir()
    assert "`messaging` is a purpose of the policy `default`" in _plain(_run("explain", "models.py:5").output)


def test_a_skeleton_waits_for_a_purpose_and_names_the_command_that_fills_it(project: Path) -> None:
    assert project.is_dir()
    for output in (_of(_run("check", "--no-cache").output, 17), _plain(_run("fix", "--no-cache").output)):
        assert (
            "let `purposelint declare models.py:17 --purpose PURPOSE` fill it in, or do it by hand" in output
        )
        assert "account or audit" in output


def test_no_second_comment_is_written_behind_one_with_an_unknown_word(project: Path) -> None:
    result = _run("declare", "models.py", "--purpose", "account", "--no-cache")
    lines = (project / "models.py").read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if line.count("# purpose: ") > 1] == [
        "    birth_date = models.DateField()  # purpose: print numbers nicely  # purpose: account"
    ]
    assert not any("TODO" in line for line in lines)
    told = _plain(result.output)
    for line in (5, 6, 7, 13, 18):
        assert f"models.py:{line} left:" in told
    assert "mistake of its own, mend that first: `zzqx` is no purpose of this policy" in told


@pytest.mark.parametrize(
    ("command", "said"),
    [
        (("check",), "Code is not read here: `purposelint check --select PUR401` tells which declared words"),
        (("show", "--purpose", "account"), "account"),
        (("ask", "identity.email", "account"), "permitted, clause 1"),
    ],
)
def test_a_policy_is_asked_whatever_tables_declare_for_another(
    project: Path, command: tuple[str, ...], said: str
) -> None:
    (project / "side.toml").write_text(
        '[[declare]]\npaths = ["a/**"]\npurposes = ["account"]\n\n'
        '[[declare]]\npaths = ["b/**"]\npurposes = ["account_management"]\n',
        encoding="utf-8",
    )
    (project / "purposelint.toml").write_text('declarations = ["side.toml"]\n', encoding="utf-8")
    result = _run("policy", *command, "--policy", "policy.toml")
    assert result.exit_code == 0, result.output
    assert said in _plain(result.stdout)
    assert result.stderr == (
        "warning: side.toml:7: the 2nd [[declare]], item 1 of purposes: "
        'the policy has no purpose "account_management"'
        ' (the policy "default" that ships has one)\n'
    )


@pytest.mark.parametrize(
    ("word", "said"),
    [
        (
            "account",
            "account is a purpose of the policy own: Accounts (clause 1). `purposelint policy show --purp",
        ),
        ("messaging", "a purpose of the policy default that ships, and none of the policy own"),
        ("stripe", "`purposelint rules stripe` tells which calls are meant"),
        ("sentry.message", "sentry.message is a sink of the rules"),
    ],
)
def test_a_word_of_another_kind_is_told_where_it_is_explained(project: Path, word: str, said: str) -> None:
    assert project.is_dir()
    result = _run("explain", word)
    assert (result.exit_code, said in _plain(result.stdout)) == (0, True), result.output
