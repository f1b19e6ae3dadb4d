from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.shell_completion import BashComplete
from click.testing import CliRunner

from purposelint.cli.app import app
from support.places import FIXTURES

_PROGRAM = f"""#!{sys.executable}
import sys
from purposelint.cli import main
sys.argv[0] = "purposelint"
main()
"""


def _completed(*words: str) -> list[str]:
    """What a shell is told at the last of the words."""
    shell = BashComplete(app, {}, "purposelint", "_PURPOSELINT_COMPLETE")
    return [item.value for item in shell.get_completions(list(words[:-1]), words[-1])]


@pytest.fixture(autouse=True)
def _shop(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(FIXTURES / "shop")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("dec",), ["declare"]),
        (("check", "--output-format", "mark"), ["markdown"]),
        (("check", "--output", "mark"), ["markdown="]),
        (("check", "--policy", "ren"), ["renqing"]),
        (("check", "--select", "pur20"), ["PUR201", "PUR202", "PUR203"]),
        (("check", "--ignore", "PUR101,PUR90"), ["PUR101,PUR901", "PUR101,PUR902"]),
        (("check", "--min-confidence", "h"), ["high"]),
        (("declare", ".", "--purpose", "parcel"), ["parcel_delivery"]),
        (("declare", ".", "--policy", "renqing", "--purpose", "recom"), ["recommendation"]),
        (("declare", ".", "--element", "identity.em"), ["identity.email"]),
        (("policy", "ask", "identity.email", "parcel"), ["parcel_delivery"]),
        (("explain", "PUR10"), ["PUR101", "PUR102"]),
        (("explain", "identity.em"), ["identity.email"]),
        (("init", "--policy", "ne"), ["new", "ne"]),
        (("init", "--ci", "g"), ["github", "gitlab"]),
        (("completion", ""), ["bash", "zsh", "fish"]),
        (("nonsense", "x"), []),
    ],
)
def test_values(words: tuple[str, ...], told: list[str]) -> None:
    assert _completed(*words) == told


def test_a_broken_configuration_completes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "purposelint.toml").write_text("polcy = 1", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert _completed("declare", ".", "--purpose", "") == []


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_scripts_ask_this_program(shell: str) -> None:
    result = CliRunner().invoke(app, ["completion", shell])
    assert result.exit_code == 0
    assert f"_PURPOSELINT_COMPLETE={shell}_complete" in result.output


def test_other_shells_are_refused() -> None:
    result = CliRunner().invoke(app, ["completion", "tcsh"])
    assert result.exit_code == 2
    assert "'bash', 'zsh', 'fish'" in result.output


@pytest.mark.skipif(shutil.which("bash") is None, reason="needs bash")
def test_bash_completes(tmp_path: Path) -> None:
    program = tmp_path / "purposelint"
    program.write_text(_PROGRAM, encoding="utf-8")
    program.chmod(0o755)
    script = """
source <(purposelint completion bash 2>/dev/null)
complete -p purposelint
COMP_WORDS=(purposelint check --output-format co)
COMP_CWORD=3
_purposelint_completion purposelint
echo "${COMPREPLY[@]}"
"""
    paths = os.pathsep.join([str(tmp_path), os.environ["PATH"]])
    sources = os.pathsep.join(path for path in sys.path if path)
    done = subprocess.run(
        ["bash", "-c", script],
        env={**os.environ, "PATH": paths, "PYTHONPATH": sources},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout.split("\n")[:2] == [
        "complete -o nosort -F _purposelint_completion purposelint",
        "concise",
    ]
