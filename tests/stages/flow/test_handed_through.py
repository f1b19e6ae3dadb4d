"""What comes to calls that nobody described by way of parameters, as the report for reviewers asks."""

from __future__ import annotations

import shutil
import subprocess
import textwrap
from pathlib import Path

import pytest
from click.testing import CliRunner

from purposelint import accepting, session
from purposelint.cli.app import app
from purposelint.domain.settings import Settings

TELL = "import strange\nfrom hashlib import sha256\n\n\n"


def _settings(folder: Path, body: str, **overrides: object) -> Settings:
    (folder / "app.py").write_text(TELL + textwrap.dedent(body), encoding="utf-8")
    return session.settings_for([folder], overrides={"workers": 1, "cache": False, **overrides})


def _handed(folder: Path, body: str) -> list[str]:
    verdict = session.for_reviewers(_settings(folder, body))
    assert verdict.dossier is not None
    return [f"{one.place.span.line} {one.call} {one.element}" for one in verdict.dossier.handovers]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("def tell(x):\n    strange.push(x)\n\ndef f(user):\n    tell(user.email)\n",
         ["6 strange.push identity.email"]),
        ("def tell(x):\n    strange.push(mail=x['value'])\n\ndef f(user):\n    tell({'value': user.email})\n",
         ["6 strange.push identity.email"]),
        (("def f(user):\n    tell(user.email, user.phone)\n\n"
         "def tell(one, other):\n    below(other)\n\ndef below(x):\n    strange.push(x)\n"),
         ["12 strange.push identity.phone"]),
        (("class Box:\n    def __init__(self, value):\n        self.value = value\n\n"
         "    def tell(self):\n        strange.push(self.value)\n\n"
         "def f(user):\n    Box(user.email).tell()\n"), ["10 strange.push identity.email"]),
        (("def tell(x, n):\n    if n:\n        tell(x, n - 1)\n    strange.push(x)\n\n"
         "def f(user):\n    tell(user.email, 3)\n"), ["8 strange.push identity.email"]),
        ("def tell(say, x):\n    say(x)\n\ndef f(user):\n    tell(strange.push, user.email)\n",
         ["9 strange.push identity.email"]),
        (("def tell(x):\n    strange.push(x)\n\ndef give(user):\n    return user.email\n\n"
         "def f(user):\n    tell(give(user))\n"), ["6 strange.push identity.email"]),
    ],
    ids=["plain", "an item", "two floors", "an object", "itself", "a callable", "a result"],
)  # fmt: skip
def test_data_is_followed_to_the_calls_below(tmp_path: Path, body: str, found: list[str]) -> None:
    assert _handed(tmp_path, body) == found


@pytest.mark.parametrize(
    "body",
    [
        "def tell(x):\n    strange.push(len(x))\n\ndef f(user):\n    tell(user.email)\n",
        "def tell(x):\n    strange.push(x)\n\ndef f(user):\n    tell(len(user.email))\n",
        "def tell(x):\n    strange.push('x')\n\ndef f(user):\n    tell(user.email)\n",
        "def tell(x):\n    x.encode().hex()\n\ndef f(user):\n    tell(user.email)\n",
        "def tell(x, y):\n    strange.push(x)\n\ndef f(user):\n    tell('x', user.email)\n",
        "def tell(x):\n    strange.push(x)\n",
    ],
    ids=["taken out below", "taken out above", "not handed on", "no call outside", "another", "nobody calls"],
)
def test_what_does_not_come_there_is_not_told(tmp_path: Path, body: str) -> None:
    assert _handed(tmp_path, body) == []


ASKED = """
    import logging

    def tell(x):
        strange.push(x)
        logging.info(x)
        return x

    def f(user):
        logging.info(tell(user.email))
"""


def test_a_check_finds_the_same_and_does_not_look(tmp_path: Path) -> None:
    settings = _settings(tmp_path, ASKED)
    checked, asked = accepting.run(settings), accepting.run(settings, unknown=True)
    assert checked.handovers == ()
    assert len(asked.handovers) == 1
    for one in ("findings", "judgements", "counts", "limits", "faults"):
        assert getattr(checked.verdict, one) == getattr(asked.verdict, one)


def test_what_is_kept_of_one_serves_the_other(tmp_path: Path) -> None:
    settings = _settings(tmp_path, ASKED, cache=True)
    assert accepting.run(settings).handovers == ()
    assert len(accepting.run(settings, unknown=True).handovers) == 1
    assert accepting.run(settings).handovers == ()
    assert len(accepting.run(settings, unknown=True).handovers) == 1


@pytest.mark.skipif(shutil.which("git") is None, reason="no git here")
def test_a_diff_holds_both_revisions_against_each_other_in_one_way(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _settings(tmp_path, ASKED)
    monkeypatch.chdir(tmp_path)
    who = ("-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
    for arguments in (("init", "-q"), ("add", "app.py"), (*who, "commit", "-q", "-m", "one")):
        subprocess.run(["git", *arguments], check=True, capture_output=True)
    CliRunner().invoke(app, ["report"])
    assert "Newly handed" not in CliRunner().invoke(app, ["diff"]).stdout


@pytest.mark.skipif(shutil.which("git") is None, reason="no git here")
def test_a_diff_tells_of_a_package_that_shares_its_first_name_with_the_project(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _settings(tmp_path, "")
    (tmp_path / "acme").mkdir()
    (tmp_path / "acme" / "__init__.py").write_text("", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    who = ("-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
    for arguments in (("init", "-q"), ("add", "."), (*who, "commit", "-q", "-m", "one")):
        subprocess.run(["git", *arguments], check=True, capture_output=True)
    _settings(tmp_path, "from acme.post.api import send\n\ndef f(user):\n    send(user.email)\n")
    told = CliRunner().invoke(app, ["diff"]).stdout
    assert "acme.post.api.send" in told.partition("Newly handed")[2]
