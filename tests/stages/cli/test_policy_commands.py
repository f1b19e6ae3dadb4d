"""`policy ask`, `check`, `diff` and `show`, as a reviewer types them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from purposelint.cli.app import app

TEXT = "1. We keep your name.\n2. Nobody else gets it.\n"
POLICY = """
[policy]
id = "own"
title = "Own"
[purposes.orders]
title = "Orders"
clause = "1"
requires = "an order"
[purposes.news]
title = "News | <b>letters</b>"
clause = "3"
[[permit]]
elements = "identity.name"
purposes = "orders"
clause = "1"
"""


@pytest.fixture(autouse=True)
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "purposelint.toml").write_text('policy = "own.toml"\n')
    (tmp_path / "own.toml").write_text(POLICY)
    (tmp_path / "text.md").write_text(TEXT)
    return tmp_path


def policy(*words: str) -> Result:
    return CliRunner().invoke(app, ["policy", *words])


def test_an_answer_says_why_and_what_it_requires() -> None:
    result = policy("ask", "identity.name", "orders")
    assert result.exit_code == 0
    lines = result.stdout.splitlines()
    assert lines[0] == "permitted, clause 1"
    assert lines[1] == "Asked     store identity.name for orders, recipient self"
    assert lines[2].startswith("Why       clause 1 says that orders may store identity.name")
    assert lines[3] == "Requires  an order, stated after `because`"


def test_an_answer_that_is_no_says_what_would_be_permitted() -> None:
    result = policy("ask", "identity.name", "news")
    assert result.exit_code == 0
    assert result.stdout.startswith("silent: nothing in the policy permits it (purpose news: clause 3)\n")
    assert "Permitted for orders\n" in result.stdout


def test_anybody_else_is_asked_about_sharing_unless_said_otherwise() -> None:
    words = ("identity.name", "orders", "unmapped")
    assert json.loads(policy("ask", *words, "--format", "json").stdout)["activity"] == "share"
    told = json.loads(policy("ask", *words, "log", "--output-format", "json").stdout)
    assert (told["activity"], told["answer"], told["requires"]) == ("log", "silent", "")
    assert told["permitted"] == []


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["identity.nam", "orders"], "Did you mean 'identity.name'?"),
        (["identity.name", "order"], "Did you mean 'orders'?"),
        (["identity.name", "orders", "unmaped"], "Did you mean 'unmapped'?"),
        (["identity.name", "orders", "self", "stor"], "Did you mean 'store'?"),
    ],
)
def test_unknown_words_are_told_what_they_may_have_meant(words: list[str], said: str) -> None:
    result = policy("ask", *words)
    assert result.exit_code == 2
    assert said in result.stderr


def test_all_unknown_words_of_a_line_are_told_at_once() -> None:
    asked = policy("ask", "identity.nam", "order", "unmaped", "stor")
    assert asked.exit_code == 2
    assert asked.stderr.partition("Error: ")[2].splitlines() == [
        "Invalid value for 'ELEMENT': unknown: 'identity.nam'. Did you mean 'identity.name'?",
        "Invalid value for 'PURPOSE': unknown: 'order'. Did you mean 'orders'?",
        "Invalid value for 'RECIPIENT': unknown: 'unmaped'. Did you mean 'unmapped'?",
        "Invalid value for 'ACTIVITY': unknown: 'stor'. Did you mean 'store'?",
    ]
    shown = policy("show", "--element", "identity.nam", "--element", "devcie.imei", "--purpose", "order")
    assert shown.exit_code == 2
    assert [line.count("Did you mean") for line in shown.stderr.splitlines()[-3:]] == [1, 1, 1]


def test_gaps_do_not_fail_a_check() -> None:
    result = policy("check")
    assert result.exit_code == 0
    assert "Purposes that nothing is permitted for (1)\n  news  3  permits no element" in result.stdout
    assert "not compared: give the text with --source FILE" in result.stdout
    assert "special" in result.stdout


def test_clauses_are_held_beside_their_text(project: Path) -> None:
    hashes = policy("check", "--source", "text.md", "--print-hashes")
    assert hashes.exit_code == 0
    assert "the policy states no hashes" in policy("check", "--source", "text.md").stdout
    (project / "own.toml").write_text(POLICY + hashes.stdout)
    same = policy("check", "--source", "text.md")
    assert same.exit_code == 0
    assert "2 of 2 are as they were in text.md." in same.stdout
    assert "Clauses that are cited and that the text does not have (1)\n  3  3" in same.stdout
    (project / "text.md").write_text(TEXT.replace("name", "name and age"))
    changed = policy("check", "--source", "text.md")
    assert changed.exit_code == 1
    assert "1 has another text now. Read again: purpose orders; permit for orders" in changed.stdout
    told = json.loads(policy("check", "--source", "text.md", "--format", "json").stdout)
    assert [(one["clause"], one["state"]) for one in told["clauses"]] == [("1", "changed"), ("2", "same")]


def test_mistakes_of_a_policy_come_together(project: Path) -> None:
    (project / "own.toml").write_text(POLICY.replace('"orders"', '"order"').replace("title", "titel", 1))
    result = policy("check")
    assert result.exit_code == 2
    assert result.stdout == ""
    assert [line.split(": ")[2] for line in result.stderr.splitlines()] == [
        "policy.titel",
        "policy",
        "the 1st [[permit]] (clause 1), purposes",
    ]
    (project / "text.md").unlink()
    assert policy("check", "--source", "text.md").exit_code == 2
    assert policy("check", "--print-hashes").exit_code == 2


def test_two_policies_are_compared_from_where_they_lie(project: Path) -> None:
    (project / "new").mkdir()
    (project / "new/own.toml").write_text(
        '[policy]\nversion = "2"\nextends = ["../own.toml"]\n'
        '[[permit]]\nelements = "identity.name"\npurposes = "news"\nclause = "4"\n'
    )
    result = policy("diff", "own.toml", "new/own.toml")
    assert result.exit_code == 0
    text = result.stdout
    assert "Looser than before\n  silent (3) -> permitted (4)\n    for news; to self\n" in text
    assert "policy  version: 1 -> 2" in text
    assert len(text.splitlines()) < 30
    told = json.loads(policy("diff", "own.toml", "new/own.toml", "--format", "json").stdout)
    assert {change["kind"] for change in told["changes"]} == {"looser"}
    missing = policy("diff", "own.toml", "rengqing")
    assert missing.exit_code == 2
    assert 'NEW: no policy "rengqing" comes with purposelint, did you mean "renqing"?' in missing.stderr


def test_a_comparison_of_unlike_policies_stays_readable() -> None:
    assert len(policy("diff", "default", "renqing").stdout.splitlines()) < 1000


def test_the_policy_is_shown_as_markdown_with_nothing_in_it_read_as_markup() -> None:
    page = policy("show", "--format", "markdown").stdout
    assert page.startswith("# Own\n\n`own`, version 1, read from `own.toml`.")
    assert "| 2 | `news` | 3 | News \\| \\<b\\>letters\\</b\\> |  |" in page
    assert "| `identity.name` | yes / yes | . / . |" in page
    row = policy("show", "--format", "markdown", "--element", "identity.name", "--purpose", "orders")
    assert "| `identity.name` | `orders` | `self` | store | permitted | 1 |" in row.stdout
    assert "Requires an order." in row.stdout
