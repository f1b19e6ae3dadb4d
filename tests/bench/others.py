"""Other tools to run on the same files, each where it is installed."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.measure import Command

_HERE = Path(__file__).resolve().parent

PLACES = "BENCH_BIN"
"""Environment variable: folders of programs to look into before PATH, as a virtual environment's `bin`."""


@dataclass(frozen=True)
class Other:
    """A tool: its name in the table, the program and what it is told; which exit codes are no failure."""

    key: str
    title: str
    program: str
    words: Sequence[str]
    good: Sequence[int] = (0,)

    def command(self, program: Path, folder: Path, scratch: Path) -> Command:
        """What to run in a folder; results go to a scratch folder."""
        filled = [
            word.format(here=_HERE, scratch=scratch, library=program.parent.parent / "lib" / "pyre_check")
            for word in self.words
        ]
        return Command([str(program), *filled], folder, environment(program), self.good)


OTHERS = (
    Other(
        "semgrep",
        "semgrep, taint rule, 12 words, 2 jobs",
        "semgrep",
        (
            *("scan", "--config", "{here}/semgrep.yaml", "--metrics=off", "--disable-version-check"),
            *(
                "--no-git-ignore",
                "--jobs",
                "2",
                "--quiet",
                "--json",
                "--output",
                "{scratch}/semgrep.json",
                ".",
            ),
        ),
    ),
    Other(
        "bandit",
        "bandit, all tests, 1 process",
        "bandit",
        ("-r", ".", "-q", "-f", "json", "-o", "{scratch}/bandit.json"),
        good=(0, 1),
    ),
    Other(
        "pysa",
        "Pysa, 2 workers, no stubs of libraries",
        "pyre",
        (
            *("--noninteractive", "--source-directory", ".", "--typeshed", "{library}/typeshed/"),
            *("--number-of-workers", "2", "analyze", "--no-verify", "--taint-models-path", "{here}/pysa"),
            *("--save-results-to", "{scratch}/pysa"),
        ),
    ),
)


def installed() -> dict[str, Path]:
    """The programs of those that can be run."""
    path = os.pathsep.join(filter(None, [os.environ.get(PLACES, ""), os.environ.get("PATH", "")]))
    found = {other.key: shutil.which(other.program, path=path) for other in OTHERS}
    return {key: Path(program).absolute() for key, program in found.items() if program}


def version(program: Path) -> str:
    """What a program calls its version, in one word."""
    done = subprocess.run(
        [str(program), "--version"],
        env={**os.environ, **environment(program)},
        capture_output=True,
        text=True,
        check=False,
    )
    first = next(iter(done.stdout.strip().splitlines()), "")
    return next((word for word in first.split() if word[:1].isdigit()), first or "unknown")


def environment(program: Path) -> Mapping[str, str]:
    """A program's own folder first on PATH: some of them start others that lie beside them."""
    return {
        "PATH": os.pathsep.join([str(program.parent), os.environ.get("PATH", "")]),
        "SEMGREP_ENABLE_VERSION_CHECK": "0",
        "PYTHONPATH": "",
    }
