from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from purposelint.cli.app import app
from purposelint.report import FORMATS

MODELS = """\
from django.db import models


class Customer(models.Model):
    email = models.EmailField()  # purpose: account_registration
    phone_number = models.CharField(max_length=20)
    newsletter = models.BooleanField(default=False)
"""
VIEWS = """\
import logging

from app.models import Customer

logger = logging.getLogger(__name__)


def login(pk):
    customer = Customer.objects.get(pk=pk)
    logger.info("login of %s", customer.email)
    logger.info("done %s", customer.pk)
"""


@pytest.fixture
def shop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "app").mkdir()
    (tmp_path / "app" / "__init__.py").write_text("", encoding="utf-8")
    (tmp_path / "app" / "models.py").write_text(MODELS, encoding="utf-8")
    (tmp_path / "app" / "views.py").write_text(VIEWS, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def purposelint(*arguments: str) -> Result:
    return CliRunner().invoke(app, arguments)


def told(*arguments: str) -> dict[str, Any]:
    result = purposelint("check", "--output-format", "json", *arguments)
    assert result.exit_code in {0, 1, 3}, result.output
    document = json.loads(result.stdout)
    assert isinstance(document, dict)
    return document


def marks(document: dict[str, Any]) -> list[tuple[str, str, int, str]]:
    return [(one["code"], one["path"], one["line"], one["element"]) for one in document["findings"]]


@pytest.mark.usefixtures("shop")
def test_an_email_in_a_log_is_found_and_fails_the_run() -> None:
    result = purposelint("check")
    assert result.exit_code == 1
    assert "app/views.py:10:5: PUR101 logged-without-purpose [error]" in result.stdout
    assert '10 |     logger.info("login of %s", customer.email)\n' in result.stdout
    assert "   |                                ^^^^^^^^^^^^^^\n" in result.stdout
    assert "app/views.py:11" not in result.stdout
    assert "PUR301 stored-without-purpose: 1 stored field of 1 model" in result.stdout
    assert "1 declared; missing: phone_number" in result.stdout


@pytest.mark.usefixtures("shop")
def test_the_contract_holds_findings_flows_and_files() -> None:
    document = told()
    assert marks(document) == [
        ("PUR301", "app/models.py", 6, "identity.phone"),
        ("PUR101", "app/views.py", 10, "identity.email"),
    ]
    assert document["files"] == {"discovered": 3, "analysed": 3, "unreadable": 0}
    assert {flow["verdict"] for flow in document["flows"]} == {"permitted", "finding"}
    assert document["run"]["policy"]["id"] == "default"
    assert told() == document


@pytest.mark.usefixtures("shop")
def test_two_runs_give_the_same_bytes() -> None:
    for name in ("json", "sarif", "full"):
        first = purposelint("check", "--output-format", name).stdout
        assert purposelint("check", "--output-format", name).stdout == first
        assert purposelint("check", "--output-format", name, "--no-cache").stdout == first


def test_a_declaration_mends_it(shop: Path) -> None:
    views = shop / "app" / "views.py"
    views.write_text(VIEWS.replace("customer.email)", "customer.email)  # purpose: account_registration"))
    assert [one[0] for one in marks(told())] == ["PUR301"]
    assert purposelint("check").exit_code == 0


def test_a_broken_file_is_said_and_the_rest_is_checked(shop: Path) -> None:
    (shop / "app" / "broken.py").write_text("def (:\n", encoding="utf-8")
    (shop / "app" / "latin.py").write_bytes(b"name = '\xff'\n")
    result = purposelint("check")
    assert result.exit_code == 3
    assert "app/broken.py:1: PUR901 file-not-analysed [error]" in result.stdout
    assert "PUR901" in result.stdout.split("app/latin.py", 1)[1].split("\n", 1)[0]
    assert "PUR101" in result.stdout
    assert purposelint("check", "--allow-unparsed").exit_code == 1


def test_nothing_to_analyse_is_never_green(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    result = purposelint("check")
    assert result.exit_code == 3
    assert "PUR902 nothing-analysed [error] no Python file was found to analyse\n" in result.stdout


def test_what_was_left_out_is_named_where_nothing_is_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for path in ("tests/test_a.py", "made/deep/b.py", "logs/run.txt", "gen/c.py", "build/d.py"):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text("x = 1\n")
    (tmp_path / ".git").mkdir()
    (tmp_path / ".gitignore").write_text("made/\nlogs/\n")
    (tmp_path / "purposelint.toml").write_text('exclude = ["gen/"]\n')
    result = purposelint("check")
    assert result.exit_code == 3
    assert (
        "no Python file was found to analyse; left out: gen/ by `exclude`; made/ since git ignores it;"
        " tests/ as tests and migrations (--include-tests); build/ as installed or built"
    ) in " ".join(result.stdout.split())


def test_tests_that_are_left_out_are_counted_also_where_nothing_has_changed(shop: Path) -> None:
    said = "Left out: 2 files of tests and migrations (--include-tests)."
    assert said not in purposelint("check").stdout
    (shop / "tests").mkdir()
    (shop / "tests" / "test_it.py").write_text("def test(): pass\n")
    (shop / "tests" / "deep").mkdir()
    (shop / "tests" / "deep" / "test_more.py").write_text("def test(): pass\n")
    assert said in purposelint("check").stdout
    assert said not in purposelint("check", "--include-tests").stdout


def test_every_mistake_of_configuration_and_policy_is_named(shop: Path) -> None:
    (shop / "purposelint.toml").write_text(
        'policy = "own.toml"\nmin-sensitivty = "low"\nworkers = 3\n', encoding="utf-8"
    )
    result = purposelint("check")
    assert result.exit_code == 2
    assert "purposelint.toml" in result.stderr
    assert "min-sensitivty" in result.stderr
    assert "workers" in result.stderr
    (shop / "purposelint.toml").write_text('policy = "own.toml"\n', encoding="utf-8")
    (shop / "own.toml").write_text(
        '[policy]\nid = "own"\ntitle = "x"\n[purpses.a]\n[[permt]]\n', encoding="utf-8"
    )
    result = purposelint("check")
    assert result.exit_code == 2
    assert "purpses" in result.stderr
    assert "permt" in result.stderr


@pytest.mark.usefixtures("shop")
def test_a_line_is_explained() -> None:
    result = purposelint("explain", "app/views.py:10")
    assert result.exit_code == 0, result.output
    assert 'logger.info("login of %s", customer.email)' in result.output
    assert "PUR101 logged-without-purpose [error]" in result.output
    assert "identity.email (`customer.email`) is logged by logger.info" in result.output
    assert "Customer.email is identity.email" in result.output
    field = purposelint("explain", "app/models.py:5").output
    assert "identity.email stored by django.model: permitted (declared: account_registration)" in field
    assert "app/views.py:10 PUR101 identity.email logged" in field
    assert "No name on this line is looked at." in purposelint("explain", "app/models.py:2").output


@pytest.mark.usefixtures("shop")
def test_paths_that_do_not_exist_are_wrong_input() -> None:
    assert purposelint("check", "gone").exit_code == 2
    assert purposelint("explain", "gone.py:3").exit_code == 2


@pytest.mark.usefixtures("shop")
def test_a_warm_run_needs_neither_parser_nor_analysis_nor_terminal_library() -> None:
    program = (
        "import sys; from purposelint.cli.app import app\n"
        "try: app(['check', '-q'])\n"
        "except SystemExit: pass\n"
        "asked = {'libcst', 'libcst.native', 'purposelint.flow', 'rich'}\n"
        "print(sorted(asked & set(sys.modules)), file=sys.stderr)\n"
    )
    for expected in ("['libcst.native', 'purposelint.flow']", "[]"):
        command = [sys.executable, "-c", program]
        result = subprocess.run(command, capture_output=True, text=True, check=True)
        assert result.stderr.strip() == expected


@pytest.mark.skipif(os.name == "nt", reason="no SIGINT between processes")
def test_an_interrupt_ends_a_run_quietly(tmp_path: Path) -> None:
    """Also in a build that a shell runs in the background, which hands its programs an ignored SIGINT."""
    for number in range(60):
        rows = (f"def f{row}(user):\n    return [user.email, {row}]\n" for row in range(400))
        (tmp_path / f"m{number}.py").write_text("".join(rows), encoding="utf-8")
    program = (
        "import signal; signal.signal(signal.SIGINT, signal.default_int_handler)\n"
        "import sys, purposelint.session; from purposelint.cli.app import app\n"
        "print('ready', flush=True); app(['check', '--no-cache', sys.argv[1]])"
    )
    command = [sys.executable, "-c", program, str(tmp_path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        time.sleep(0.7)
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=20)
        assert (out.strip(), err.strip()) == ("", "")
        assert process.returncode == 130


@pytest.mark.skipif(os.name == "nt", reason="such names cannot be written there")
@pytest.mark.parametrize("name", FORMATS)
def test_hostile_names_and_texts_stay_text(shop: Path, name: str) -> None:
    odd = shop / "app" / "a\x1b[2J\u202e\n[red].py"
    text = 'import logging\n\ndef f(user):\n    logging.info("\u202e[red]%s\x0c", user.email)\n'
    odd.write_text(text, encoding="utf-8")
    (shop / "app" / "\x1b]0;x\x07.py").write_text("def (", encoding="utf-8")
    result = purposelint("check", "--output-format", name)
    assert result.exit_code == 3, result.output
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", result.stdout)
    assert "user.email" in result.stdout
