"""Pages that a reader follows step by step: their commands are run, and what they print is compared.

In the order of the page: a `console` block is run, a `diff` block is applied, and a `toml` or `python`
block whose first line is a comment with a path (`# privacy/rules/words.toml`) is written to that file. Other
blocks are shown alone. A line `...` in an output stands for any lines. With UPDATE_SNAPSHOTS=1 outputs
without such a line are written anew.
"""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

import pytest
from click.testing import CliRunner

from purposelint.cli.app import app
from support.places import ROOT

_BLOCK = re.compile(r"^```(?P<language>\w+)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)
_NAMED = re.compile(r"# (?P<path>[\w./-]+\.\w+)\n")
_REVISION = re.compile(r"\b[0-9a-f]{10}\b")
_ANY = "..."


class Command(NamedTuple):
    """One line behind `$`, and the lines that the page says it prints."""

    line: str
    output: str


@dataclass
class Walk:
    """A reader at work: the folder that stands open, the last exit code, and what the page had wrong."""

    folder: Path
    environment: Mapping[str, str]
    code: int = 0
    wrong: list[str] = field(default_factory=list)

    def follow(self, page: str) -> str:
        """Do all that the page says. Returns it with the outputs as they are now."""
        return _BLOCK.sub(self._step, page)

    def _step(self, block: re.Match[str]) -> str:
        language, text = block["language"], block["text"]
        named = _NAMED.match(text)
        if language == "console":
            return f"```console\n{''.join(self._tried(one) for one in commands(text))}```"
        if language == "diff":
            self._run(["git", "apply", "--unidiff-zero", "-"], text)
        elif named and language in {"toml", "python"}:
            path = self.folder / named["path"]
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text[named.end() :], encoding="utf-8")
        return block.group()

    def _tried(self, command: Command) -> str:
        plain = command.line.startswith("purposelint ") and not re.search("[|<>;&$]", command.line)
        printed = self._called(command.line) if plain else self._typed(command.line)
        if _fits(command.output, printed):
            return f"$ {command.line}\n{command.output}"
        self.wrong.append(f"$ {command.line}\n--- the page\n{command.output}--- now\n{printed}")
        kept = _ANY in command.output.splitlines()
        return f"$ {command.line}\n{command.output if kept else printed}"

    def _called(self, line: str) -> str:
        """The tool itself, without a process of its own: a third of the time."""
        with pytest.MonkeyPatch.context() as patch:
            patch.chdir(self.folder)
            for name, value in self.environment.items():
                patch.setenv(name, value)
            done = CliRunner().invoke(app, shlex.split(line)[1:])
        self.code = done.exit_code
        return done.output

    def _typed(self, line: str) -> str:
        """Any other command, by a shell that remembers the folder and the last exit code."""
        script = f'(exit {self.code})\n{line}\ncode=$?\npwd >&3\nexit "$code"\n'
        reading, writing = os.pipe()
        shell = ["bash", "-c", f"exec 3>&{writing}\n{script}"]
        done = subprocess.run(
            shell, cwd=self.folder, env=dict(self.environment), pass_fds=[writing], check=False,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, encoding="utf-8", timeout=60,
        )  # fmt: skip
        os.close(writing)
        with os.fdopen(reading, encoding="utf-8") as place:
            self.folder = Path(place.read().strip() or self.folder)
        self.code = done.returncode
        return done.stdout

    def _run(self, command: list[str], given: str) -> None:
        done = subprocess.run(
            command, cwd=self.folder, input=given, capture_output=True, text=True, check=False, timeout=60
        )
        if done.returncode:
            self.wrong.append(f"{' '.join(command)}\n{given}--- now\n{done.stderr}")


def commands(text: str) -> Iterator[Command]:
    """The commands of a `console` block, each with what it prints."""
    for part in re.split(r"^\$ ", text, flags=re.MULTILINE)[1:]:
        line, _, output = part.partition("\n")
        yield Command(line, output)


def reader(folder: Path) -> Walk:
    """Somebody who has just installed the tool and stands in a checkout, of which they need two folders."""
    programs = folder / "bin"
    programs.mkdir()
    for name, arguments in (("purposelint", " -m purposelint"), ("python3", "")):
        program = programs / name
        program.write_text(f'#!/bin/sh\nexec "{sys.executable}"{arguments} "$@"\n')
        program.chmod(0o755)
    checkout = folder / "purposelint"
    checkout.mkdir()
    for name in ("fixtures", "tools"):
        (checkout / name).symlink_to(ROOT / name)
    who = {f"GIT_{role}_{what}": "reader" for role in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    environment = {
        **os.environ,
        **who,
        "PATH": os.pathsep.join([str(programs), os.environ["PATH"]]),
        "PYTHONPATH": str(ROOT / "src"),
        "PYTHONDONTWRITEBYTECODE": "1",
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_SYSTEM": os.devnull,
        "XDG_CACHE_HOME": str(folder / "caches"),
    }
    return Walk(checkout, environment)


def _fits(told: str, printed: str) -> bool:
    """Whether a command printed what the page says; revisions are others in every repository."""
    told, printed = _REVISION.sub("REVISION", told), _REVISION.sub("REVISION", printed)
    pattern = "".join(r"(?:.*\n)*" if line == _ANY else re.escape(line) + r"\n" for line in told.splitlines())
    return (
        re.fullmatch(pattern, printed if printed.endswith("\n") or not printed else printed + "\n")
        is not None
    )
