from __future__ import annotations

import dataclasses
import json
from pathlib import Path

import pytest

from purposelint.domain.verdict import Problem
from purposelint.errors import InputError, InputMistake
from stages.cli.fake_run import fake
from stages.report.sample_verdict import field, sample, sent

UNREAD = (Problem("PUR901", "app/x.py", "unexpected indent", 3),)
NOTHING = (Problem("PUR902", "", "no Python file was found to analyse"),)
STORED = (field("email", 2, element="identity.email"),)


@pytest.mark.parametrize(
    ("found", "problems", "arguments", "code"),
    [
        ((), (), (), 0),
        ((sent(),), (), (), 1),
        (STORED, (), (), 0),
        (STORED, (), ("--fail-on", "warning"), 1),
        ((sent(),), (), ("--exit-zero",), 0),
        ((sent(),), UNREAD, (), 3),
        ((sent(),), UNREAD, ("--exit-zero",), 3),
        ((sent(),), UNREAD, ("--allow-unparsed",), 1),
        ((), UNREAD, ("--allow-unparsed",), 0),
        ((), NOTHING, ("--allow-unparsed", "--exit-zero"), 3),
    ],
)
def test_exit_codes(
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    found: tuple[object, ...],
    problems: tuple[Problem, ...],
    arguments: tuple[str, ...],
    code: int,
) -> None:
    verdict = sample(found=found, problems=problems)  # type: ignore[arg-type]
    assert fake(monkeypatch, tmp_path, verdict).run(["check", *arguments]).exit_code == code


@pytest.mark.parametrize(("arguments", "code"), [((), 3), (("--exit-zero",), 3), (("--allow-unparsed",), 1)])
def test_a_function_lost_by_a_fault_makes_the_run_one_that_cannot_be_trusted(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, arguments: tuple[str, ...], code: int
) -> None:
    verdict = dataclasses.replace(sample(found=(sent(),)), faults=("app.odd (KeyError at x.py:1)",))
    result = fake(monkeypatch, tmp_path, verdict).run(["check", *arguments])
    assert result.exit_code == code
    assert "app.odd (KeyError at x.py:1)" in result.output


def test_options_reach_the_settings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "app").mkdir()
    made = fake(monkeypatch, tmp_path, sample(found=()))
    options = (
        "--include-tests --min-sensitivity low --min-confidence high --select PUR1,stored-without-purpose"
    )
    result = made.run(
        [
            "check",
            "app",
            *options.split(),
            "--ignore",
            "PUR102",
            "--no-cache",
            "--workers",
            "1",
            "--policy",
            "renqing",
        ]
    )
    assert result.exit_code == 0, result.output
    (settings,) = made.asked
    configuration = settings.configuration
    assert settings.paths == (tmp_path.resolve() / "app",)
    assert (settings.cache, settings.workers) == (False, 1)
    assert configuration.include_tests
    assert (configuration.min_sensitivity, configuration.min_confidence) == ("low", "high")
    assert configuration.select == ("PUR101", "PUR102", "PUR301")
    assert configuration.ignore == ("PUR102",)
    assert configuration.policy == "renqing"


def test_one_run_writes_several_reports(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    made = fake(monkeypatch, tmp_path, sample())
    result = made.run(
        ["check", "--output-format", "concise", "--output", "json=a.json", "--output", "sarif=b.sarif"]
    )
    assert result.exit_code == 1
    assert result.stdout.startswith("app/models.py:2:5: PUR301 ")
    assert json.loads((tmp_path / "a.json").read_text(encoding="utf-8"))["version"] == 1
    assert json.loads((tmp_path / "b.sarif").read_text(encoding="utf-8"))["version"] == "2.1.0"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.json", "b.sarif"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["nope.py"], "nope.py"),
        (["--config", "nope.toml"], "nope.toml"),
        (["--select", "PUR11"], "no code 'PUR11'. Did you mean 'PUR101'?"),
        (["--ignore", "logged-without-purpos"], "Did you mean 'logged-without-purpose'?"),
        (["--output-format", "jsn"], "no format 'jsn'. Did you mean 'json'?"),
        (["--output-format", "gitlib"], "Did you mean 'gitlab'?"),
        (["--output", "markdwn=-"], "Did you mean 'markdown'?"),
        (["--output", "json=-", "--output", "sarif=-"], "'-' is given twice"),
        (["--output", "sarif"], "'sarif' is not FORMAT=PATH"),
        (["--output", "sarf=x"], "Did you mean 'sarif'?"),
        (["--output", "sarif=gone/x"], "the folder gone does not exist"),
        (["--output", "sarif=."], "is a folder"),
        (["--min-sensitivity", "none"], "none"),
        (["--workers", "-1"], "-1"),
        (["--unknown"], "--unknown"),
    ],
)
def test_wrong_input_is_said_before_the_run(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, arguments: list[str], said: str
) -> None:
    made = fake(monkeypatch, tmp_path, sample())
    result = made.run(["check", *arguments])
    assert result.exit_code == 2
    assert said in result.stderr
    assert not result.stdout
    assert made.asked == []


def test_every_mistake_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    mistakes = (
        InputMistake("p.toml", "the 1st [[permit]], purposes", "unknown purpose", 7),
        InputMistake("p.toml", "polcy", "unknown key\x1b"),
    )
    result = fake(monkeypatch, tmp_path, InputError(mistakes)).run(["check"])
    assert result.exit_code == 2
    assert result.stderr == (
        "error: p.toml:7: the 1st [[permit]], purposes: unknown purpose\n"
        "error: p.toml: polcy: unknown key\\x1b\n"
    )


def test_our_own_fault_is_confessed_briefly(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("PURPOSELINT_TRACEBACK", raising=False)
    made = fake(monkeypatch, tmp_path, ValueError("odd\x1b[2J"))
    result = made.run(["check"])
    assert result.exit_code == 4
    assert "purposelint: internal error: ValueError at fake_run.py:" in result.stderr
    assert "odd\\x1b[2J" in result.stderr
    assert "report it" in result.stderr
    assert "Traceback" not in result.stderr
    assert "Traceback" in made.run(["check", "--verbose"]).stderr
    monkeypatch.setenv("PURPOSELINT_TRACEBACK", "1")
    assert "Traceback" in made.run(["check"]).stderr


def test_an_interrupt_ends_quietly(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    result = fake(monkeypatch, tmp_path, KeyboardInterrupt()).run(["check"])
    assert result.exit_code == 130
    assert not result.output.strip()


def test_a_configuration_from_elsewhere_judges_nothing_outside_its_folder(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for name in ("conf", "app"):
        (tmp_path / name).mkdir()
    (tmp_path / "conf/ci.toml").write_text('fail-on = "warning"\n', encoding="utf-8")
    result = fake(monkeypatch, tmp_path, sample(found=())).run(["check", "app", "--config", "conf/ci.toml"])
    assert result.exit_code == 2
    assert f"lies outside {tmp_path / 'conf'}" in result.stderr
