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
        (["explain", "email"], "Did you mean 'identity.email'?"),
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
    assert "MIMEImage" not in purposelint("rules", "imei").stdout
    assert "MIMEImage" in purposelint("rules", "MIMEImage").stdout
    assert "sendmail" in purposelint("rules", "endmail").stdout
    assert "stripe" not in purposelint("rules", "@").stdout


def test_the_policy_is_shown_and_asked() -> None:
    shown = purposelint("policy", "show", "--policy", "renqing").stdout
    assert "Answers for recipient self (first storing, then logging)" in shown
    arguments = ["--element", "identity.phone", "--purpose", "parcel_delivery", "--recipient", "partner"]
    asked = purposelint("policy", "show", "--policy", "renqing", *arguments).stdout
    assert "permitted" in asked.splitlines()[-1]
    assert "1.4" in asked.splitlines()[-1]


def test_each_recipient_asked_for_has_its_matrix() -> None:
    shown = purposelint(
        "policy", "show", "--policy", "renqing", "--recipient", "partner", "--recipient", "self"
    )
    heads = [line for line in shown.stdout.splitlines() if line.startswith("Answers for recipient")]
    assert [line.split()[3].rstrip(":") for line in heads] == ["partner", "self"]


def plant(root: Path, configuration: str = "") -> Path:
    root.mkdir(parents=True, exist_ok=True)
    (root / "a.py").write_text("import logging\ndef f(user):\n    logging.info(user.email)\n")
    if configuration:
        (root / "purposelint.toml").write_text(configuration)
    return root / "a.py"


def test_a_file_of_another_project_is_explained_in_its_own(tmp_path: Path) -> None:
    plant(tmp_path / "here", 'policy = "default"\n')
    file = plant(tmp_path / "there", 'policy = "renqing"\n')
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(tmp_path / "here")
        for name in (str(file), "../there/a.py"):
            result = purposelint("explain", f"{name}:3")
            assert result.exit_code == 0
            assert result.stdout.startswith("a.py:3\n")
            assert "The policy permits no purpose here" in " ".join(result.stdout.split())


def test_a_project_below_is_explained_as_a_check_from_here_judges_it(tmp_path: Path) -> None:
    (tmp_path / "purposelint.toml").write_text('policy = "default"\n')
    plant(tmp_path / "inner", 'policy = "renqing"\n')
    assert purposelint("explain", "inner/a.py:3").stdout.startswith("inner/a.py:3\n")


def test_from_no_project_a_file_is_explained_in_its_own(tmp_path: Path) -> None:
    plant(tmp_path / "inner", 'policy = "renqing"\n')
    assert purposelint("explain", "inner/a.py:3").stdout.startswith("a.py:3\n")


@pytest.mark.parametrize(
    ("what", "said"),
    [
        ("a.py:4", "a.py has no line 4, its last is 3"),
        ("a.py:0", "a.py has no line 0"),
        ("a.py", "a.py is a file: of which line, as in a.py:1?"),
    ],
)
def test_a_line_must_be_there(tmp_path: Path, what: str, said: str) -> None:
    plant(tmp_path)
    result = purposelint("explain", what)
    assert result.exit_code == 2
    assert said in result.stderr


def test_the_file_and_the_folders_that_were_looked_at_are_named(tmp_path: Path) -> None:
    file = plant(tmp_path / "inner")
    (tmp_path / "purposelint.toml").write_text('policy = "default"\n')
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(tmp_path / "inner")
        past, gone = purposelint("explain", "a.py:9"), purposelint("explain", "gone.py:1")
    assert f"its last is 3 (looked at {file})." in past.stderr
    assert f"there is no file gone.py: looked for in {tmp_path / 'inner'} and in {tmp_path}." in gone.stderr


def test_a_column_that_is_filled_is_explained_by_the_statements_that_fill_it(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text(
        "from django.db import models\nclass Note(models.Model):\n    value = models.JSONField()\n"
        "def keep(user):\n    email = user.email\n    note = Note.objects.get(pk=1)\n"
        "    note.value['who'] = email  # purpose: messaging\n    note.save()\n"
        "def keep_too(user):\n    Note(value=user.email).save()\n",
        encoding="utf-8",
    )
    told = purposelint("explain", "a.py:3").stdout
    assert "Note.value (field) is identity.email (medium confidence)" in told
    assert "flow: a.py:7 puts it in" in told
    assert "declared: messaging (where it is put in, at a.py:7)" in told
    assert "a.py:10  put into Note.value" in told
