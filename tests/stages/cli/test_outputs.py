"""One run for every reader: files, stdout, and the summary of a job on GitHub."""

from __future__ import annotations

import json
import os
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from purposelint.domain.verdict import Verdict
from purposelint.report import FOR_REVIEWERS, FORMATS, render
from purposelint.report.comment import MARKER
from stages.cli.fake_run import fake
from stages.report.sample_verdict import sample, sent
from stages.report.test_github import _many
from support.commands import commands

VARIABLE = "GITHUB_STEP_SUMMARY"


@pytest.fixture(autouse=True)
def _on_no_build_server(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(VARIABLE, raising=False)


def test_all_formats_at_once_from_one_run(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    made = fake(monkeypatch, tmp_path, sample())
    formats = set(FORMATS) - FOR_REVIEWERS  # those need a run of their own
    asked = [part for name in formats for part in ("--output", f"{name}=out.{name}")]
    result = made.run(["check", "--output-format", "github", *asked])
    assert result.exit_code == 1
    assert len(made.asked) == 1
    assert len(commands(result.stdout)[0]) == 3
    for name in formats:
        assert (tmp_path / f"out.{name}").read_text(encoding="utf-8") == render(name, sample())
    assert json.loads((tmp_path / "out.sarif").read_text(encoding="utf-8"))["version"] == "2.1.0"
    assert ET.parse(tmp_path / "out.junit").getroot().tag == "testsuites"


def test_a_dash_is_stdout_and_stands_alone(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    made = fake(monkeypatch, tmp_path, sample())
    result = made.run(["check", "--output", "json=-", "--output", "sarif=x.sarif"])
    assert json.loads(result.stdout)["version"] == 1
    assert sorted(path.name for path in tmp_path.iterdir()) == ["x.sarif"]


def test_a_dash_comes_after_a_format_that_was_named_too(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    made = fake(monkeypatch, tmp_path, sample())
    said = made.run(["check", "--output-format", "concise", "--output", "github=-"]).stdout
    assert said == render("concise", sample()) + render("github", sample())


def _summarised(monkeypatch: pytest.MonkeyPatch, folder: Path, verdict: Verdict, *asked: str) -> str:
    file = folder / "summary.md"
    file.touch()
    monkeypatch.setenv(VARIABLE, str(file))
    result = fake(monkeypatch, folder, verdict).run(["check", "--exit-zero", *asked])
    assert result.exit_code == 0, result.output
    return file.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "asked", [("--output-format", "github"), ("--output", "github=-"), ("--output", "github=x")]
)
def test_the_summary_of_the_job_has_what_annotations_have_no_room_for(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, asked: tuple[str, ...]
) -> None:
    verdict = sample(found=tuple(_many(2000, "error")))
    said = _summarised(monkeypatch, tmp_path, verdict, *asked)
    assert said.startswith(f"{MARKER}\n### purposelint: 2000 errors\n")
    assert said.count("- `app/high.py:") == 2000


def test_a_summary_is_added_to_and_never_grows_over_its_limit(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    verdict = sample(found=(sent(),))
    for number in (1, 2):
        said = _summarised(monkeypatch, tmp_path, verdict, "--output-format", "github")
        assert said.count(MARKER) == number
    file = tmp_path / "summary.md"
    file.write_text("x" * (2**20 - 12_000), encoding="utf-8")
    many = sample(found=tuple(_many(2000, "error")))
    said = _summarised(monkeypatch, tmp_path, many, "--output-format", "github")
    assert 2**20 - 1000 < len(said.encode()) <= 2**20
    assert "not listed here" in said
    before = "x" * 2**20
    file.write_text(before, encoding="utf-8")
    assert _summarised(monkeypatch, tmp_path, many, "--output-format", "github") == before


def test_no_summary_is_written_for_other_formats(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    assert not _summarised(monkeypatch, tmp_path, sample(), "--output-format", "sarif")


@pytest.mark.parametrize(
    ("target", "said"), [("gone/x.md", "the folder gone does not exist"), (".", "is a folder")]
)
def test_a_summary_that_cannot_be_written_is_said_before_the_run(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, target: str, said: str
) -> None:
    monkeypatch.setenv(VARIABLE, target)
    made = fake(monkeypatch, tmp_path, sample())
    result = made.run(["check", "--output-format", "github"])
    assert (result.exit_code, result.stdout, made.asked) == (2, "", [])
    assert f"error: ${VARIABLE}: " in result.stderr
    assert said in result.stderr


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write anywhere")
def test_a_summary_that_may_not_be_written_is_said_before_the_run(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    file = tmp_path / "summary.md"
    file.touch(mode=0o400)
    monkeypatch.setenv(VARIABLE, str(file))
    made = fake(monkeypatch, tmp_path, sample())
    assert made.run(["check", "--output-format", "github"]).exit_code == 2
    assert made.asked == []
