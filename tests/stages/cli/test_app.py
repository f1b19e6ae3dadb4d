from __future__ import annotations

import subprocess
import sys

import pytest
from click.testing import CliRunner

from purposelint._version import __version__
from purposelint.cli.app import COMMANDS, app


def test_the_version_is_said() -> None:
    result = CliRunner().invoke(app, ["--version"])
    assert (result.exit_code, result.output) == (0, f"purposelint {__version__}\n")


@pytest.mark.parametrize("arguments", [["-h"], ["--help"], *([name, "-h"] for name in COMMANDS)])
def test_help_is_there_for_everything(arguments: list[str]) -> None:
    result = CliRunner().invoke(app, arguments)
    assert result.exit_code == 0
    assert result.output.startswith("Usage: ")


def test_an_unknown_command_is_told_what_it_may_have_meant() -> None:
    result = CliRunner().invoke(app, ["chek"])
    assert result.exit_code == 2
    assert "No such command 'chek'. Did you mean 'check'?" in result.stderr


def test_help_loads_neither_the_parser_nor_the_terminal_library() -> None:
    program = (
        "import sys; from purposelint.cli.app import app\n"
        "try: app(['check', '--help'])\n"
        "except SystemExit: pass\n"
        "print(sorted({'libcst', 'rich', 'purposelint.session'} & set(sys.modules)), file=sys.stderr)\n"
    )
    result = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert result.stderr.strip() == "[]"


def test_the_module_runs_as_the_command() -> None:
    result = subprocess.run(
        [sys.executable, "-m", "purposelint", "--version"], capture_output=True, text=True, check=True
    )
    assert result.stdout == f"purposelint {__version__}\n"
