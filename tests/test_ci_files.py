"""The action and the examples for build servers: pinned, without injection, and run step by step."""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import stat
import subprocess
import sys
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
import yaml
from click.testing import CliRunner

from purposelint.cli.app import app
from support.commands import commands
from support.places import FIXTURES, ROOT

ACTION = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
STEPS: list[dict[str, Any]] = ACTION["runs"]["steps"]
PAGE = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")
GITLAB = ROOT / "docs" / "examples" / "gitlab-ci.yml"

_NEEDS_BASH = pytest.mark.skipif(shutil.which("bash") is None, reason="the action's steps are bash")


def _step(name: str) -> dict[str, Any]:
    return next(step for step in STEPS if step["name"] == name)


def test_only_pinned_actions_of_github_are_used() -> None:
    lines = re.findall(r"uses: (\S+)(.*)", (ROOT / "action.yml").read_text(encoding="utf-8"))
    assert [used.partition("@")[0] for used, _ in lines] == [
        "actions/setup-python",
        "github/codeql-action/upload-sarif",
    ]
    for used, comment in lines:
        assert re.fullmatch(r"[0-9a-f]{40}", used.partition("@")[2])
        assert re.fullmatch(r" # v\d+\.\d+\.\d+", comment)


def test_no_input_becomes_text_of_a_script() -> None:
    for step in STEPS:
        assert "${{" not in step.get("run", "")
        assert step.get("shell", "bash") == "bash"


def test_every_input_is_used_and_documented() -> None:
    text = json.dumps(ACTION["runs"])
    for name, stated in ACTION["inputs"].items():
        assert f"inputs.{name}" in text
        assert stated["description"]
        assert f"| `{name}` |" in PAGE
    assert set(re.findall(r"inputs\.([\w-]+)", text)) == set(ACTION["inputs"])


class _Runner:
    """Runs the steps of the action that are shell, as a build server would, but installs nothing."""

    def __init__(self, folder: Path, **inputs: str) -> None:
        self.folder = folder
        self.inputs = {name: one.get("default", "") for name, one in ACTION["inputs"].items()}
        self.inputs |= {name.replace("_", "-"): value for name, value in inputs.items()}
        self.outputs: dict[str, str] = {}
        self.log = ""
        wrapper = folder.parent / "python"
        # Isolated, Python would not see the checkout that is under test.
        wrapper.write_text(
            f'#!/bin/sh\n[ "$1" = -I ] || exit 99\nshift\nexec {shlex.quote(sys.executable)} "$@"\n'
        )
        wrapper.chmod(wrapper.stat().st_mode | stat.S_IEXEC)
        self.python = str(wrapper)

    def run(self) -> int:
        code = self._shell(_step("Check"))
        assert code == 0, self.log
        return self._shell(_step("Result"))

    @property
    def uploads(self) -> bool:
        assert _step("Upload to code scanning")["if"] == (
            "${{ inputs.upload == 'true' && steps.check.outputs.sarif-file != '' }}"
        )
        return self.inputs["upload"] == "true" and bool(self.outputs.get("sarif-file"))

    def _shell(self, step: dict[str, Any]) -> int:
        told = self.folder.parent / "output"
        told.write_text("", encoding="utf-8")
        environment = {
            **os.environ,
            "GITHUB_OUTPUT": str(told),
            "GITHUB_STEP_SUMMARY": str(self.folder.parent / "summary.md"),
            **{name: self._value(value) for name, value in step["env"].items()},
        }
        done = subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]],
            cwd=self.folder / self._value(step.get("working-directory", ".")),
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
        self.log += done.stdout + done.stderr
        lines = (line.partition("=") for line in told.read_text(encoding="utf-8").splitlines())
        self.outputs |= {name: value for name, _, value in lines}
        return done.returncode

    def _value(self, text: str) -> str:
        known = {"steps.install.outputs.python": self.python}
        known |= {f"inputs.{name}": value for name, value in self.inputs.items()}
        known |= {f"steps.check.outputs.{name}": value for name, value in self.outputs.items()}
        return re.sub(r"\$\{\{ ([\w.-]+) \}\}", lambda found: known[found.group(1)], text)


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    return Path(shutil.copytree(FIXTURES / "shop", tmp_path / "repository"))


@_NEEDS_BASH
def test_the_action_annotates_summarises_uploads_and_fails(shop: Path) -> None:
    runner = _Runner(shop, sarif_file="out.sarif")
    assert runner.run() == 1
    assert runner.outputs == {"exit-code": "1", "sarif-file": str((shop / "out.sarif").resolve())}
    assert runner.uploads
    annotations, others = commands(runner.log)
    assert len(annotations) >= 10
    assert any("analysed; policy" in line for line in others), "the log is for people too"
    assert json.loads((shop / "out.sarif").read_text(encoding="utf-8"))["version"] == "2.1.0"
    assert "### purposelint" in (shop.parent / "summary.md").read_text(encoding="utf-8")


@_NEEDS_BASH
def test_inputs_reach_the_command_as_they_are(shop: Path) -> None:
    odd = shop / "a $(touch pwned) b"
    odd.mkdir()
    (odd / "x.py").write_text("x = 1\n", encoding="utf-8")
    runner = _Runner(
        shop.parent,
        working_directory="repository",
        paths=f"{odd.name}\n",
        policy="renqing",
        args="--fail-on warning\n--include-tests",
        upload="false",
        sarif_file="x.sarif",
    )
    assert runner.run() == 0, runner.log
    assert not list(shop.parent.rglob("pwned"))
    assert not runner.uploads
    (run,) = json.loads((shop / "x.sarif").read_text(encoding="utf-8"))["runs"]
    options = run["properties"]["run"]["options"]
    assert (options["fail-on"], options["include-tests"], options["policy"]) == ("warning", True, "renqing")
    assert options["paths"] == [odd.name]


@_NEEDS_BASH
def test_a_run_that_was_not_whole_closes_no_alerts(shop: Path) -> None:
    (shop / "broken.py").write_text("def (\n", encoding="utf-8")
    runner = _Runner(shop, sarif_file="out.sarif")
    assert runner.run() == 3
    assert not runner.uploads
    assert "PUR901 file-not-analysed" in runner.log
    runner = _Runner(shop, sarif_file="out.sarif", args="--allow-unparsed")
    assert runner.run() == 1
    assert runner.uploads


@_NEEDS_BASH
def test_a_wrong_configuration_fails_and_uploads_nothing(shop: Path) -> None:
    runner = _Runner(shop, args="--policy gone", sarif_file="out.sarif")
    assert runner.run() == 2
    assert not runner.uploads
    assert "gone" in runner.log


def _own_steps(page: str) -> list[dict[str, Any]]:
    """The steps that the manual shows for a workflow without the action."""
    blocks = (yaml.safe_load(block) for block in re.findall(r"```yaml\n(.*?)```", page, re.DOTALL))
    return next(block for block in blocks if isinstance(block, list) and block[0].get("id") == "check")


def _written_steps(folder: Path, monkeypatch: pytest.MonkeyPatch) -> list[dict[str, Any]]:
    """The steps of the workflow that `init` writes, from the check on."""
    monkeypatch.chdir(folder)
    assert CliRunner().invoke(app, ["init", "--ci", "github"]).exit_code == 0
    text = (folder / ".github" / "workflows" / "purposelint.yml").read_text(encoding="utf-8")
    steps: list[dict[str, Any]] = yaml.safe_load(text)["jobs"]["purposelint"]["steps"]
    return steps[[step.get("id") for step in steps].index("check") :]


def test_the_manual_shows_the_steps_that_init_writes(shop: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert _own_steps(PAGE) == _written_steps(shop, monkeypatch)


@_NEEDS_BASH
@pytest.mark.parametrize(
    ("broken", "policy", "code", "uploads"),
    [("", "", 1, True), ("def (\n", "", 3, False), ("", "gone", 2, False)],
)
def test_the_steps_that_init_writes_upload_what_a_whole_run_found(
    shop: Path, monkeypatch: pytest.MonkeyPatch, broken: str, policy: str, code: int, uploads: bool
) -> None:
    check, upload, result = _written_steps(shop, monkeypatch)
    if broken:
        (shop / "broken.py").write_text(broken, encoding="utf-8")
    if policy:
        (shop / "purposelint.toml").write_text(f'policy = "{policy}"\n', encoding="utf-8")
    command = shop.parent / "bin" / "purposelint"
    command.parent.mkdir()
    command.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m purposelint "$@"\n')
    command.chmod(0o755)
    told = shop.parent / "output"
    environment = {**os.environ, "PATH": f"{command.parent}:{os.environ['PATH']}", "GITHUB_OUTPUT": str(told)}
    shell = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c"]
    done = subprocess.run([*shell, check["run"]], cwd=shop, env=environment, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr
    assert told.read_text(encoding="utf-8") == f"code={code}\n"
    assert (f"steps.check.outputs.code == '{code}'" in upload["if"]) is uploads
    assert (shop / upload["with"]["sarif_file"]).exists() or not uploads
    assert result["env"] == {"CODE": "${{ steps.check.outputs.code }}"}
    failed = subprocess.run([*shell, result["run"]], env={**environment, "CODE": str(code)}, check=False)
    assert failed.returncode == code


def test_the_example_for_gitlab_hands_over_what_it_writes(
    shop: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    job = yaml.safe_load(GITLAB.read_text(encoding="utf-8"))["purposelint"]
    (command,) = job["script"]
    monkeypatch.chdir(shop)
    assert CliRunner().invoke(app, shlex.split(command)[1:]).exit_code == 1
    reports = job["artifacts"]["reports"]
    assert job["artifacts"]["when"] == "always"
    assert json.loads((shop / reports["codequality"]).read_text(encoding="utf-8"))
    assert ET.parse(shop / reports["junit"]).getroot().tag == "testsuites"


def _documented() -> list[str]:
    blocks = "\n".join(re.findall(r"```\w+\n(.*?)```", PAGE, re.DOTALL))
    found = [each.strip() for each in re.findall(r"purposelint check [^\n'|]+", blocks)]
    assert len(found) > 4
    return sorted(set(found))


@pytest.mark.parametrize("command", _documented())
def test_every_command_of_the_manual_works(shop: Path, monkeypatch: pytest.MonkeyPatch, command: str) -> None:
    monkeypatch.chdir(shop)
    result = CliRunner().invoke(app, shlex.split(command)[1:])
    assert result.exit_code == (0 if "--exit-zero" in command else 1), result.output
    for target in re.findall(r"--output [\w-]+=([\w.-]+)", command):
        assert target == "-" or (shop / target).stat().st_size


def test_examples_in_yaml_can_be_read() -> None:
    blocks = re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)
    assert len(blocks) == 4
    for block in blocks:
        assert yaml.safe_load(block)
