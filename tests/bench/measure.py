"""Commands run and measured; what each took in every round, and how they compare."""

from __future__ import annotations

import json
import os
import signal
import statistics
import subprocess
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path

_TIMED = Path(__file__).resolve().with_name("timed.py")
_SECONDS = 3600


class BenchError(Exception):
    """A command that is measured did not do its work, or the bench was called wrongly."""


@dataclass(frozen=True)
class Sample:
    """One run of one command: seconds of wall and processor, KiB of its largest process."""

    wall: float
    cpu: float
    peak: int


@dataclass
class Samples:
    """Runs of one command by the number of the round, so that those of one round can be compared."""

    rounds: dict[int, Sample] = field(default_factory=dict)

    def walls(self) -> list[float]:
        return [sample.wall for sample in self.rounds.values()]

    def wall(self) -> float:
        return statistics.median(self.walls())

    def cpu(self) -> float:
        return statistics.median(sample.cpu for sample in self.rounds.values())

    def peak(self) -> float:
        return statistics.median(sample.peak for sample in self.rounds.values())


@dataclass(frozen=True)
class Ratio:
    """What came out of dividing the runs of two commands round by round."""

    median: float
    least: float
    most: float


def ratio(above: Samples | None, below: Samples | None, what: str = "wall") -> Ratio | None:
    """Divide in each round that both ran in; None where there is none."""
    if above is None or below is None:
        return None
    quotients = [
        getattr(above.rounds[number], what) / getattr(below.rounds[number], what)
        for number in above.rounds
        if number in below.rounds
    ]
    if not quotients:
        return None
    return Ratio(statistics.median(quotients), min(quotients), max(quotients))


@dataclass(frozen=True)
class Command:
    """A command to measure: where it runs, and which exit codes say that it did its work."""

    words: Sequence[str]
    folder: Path
    environment: Mapping[str, str] = field(default_factory=dict)
    good: Iterable[int] = (0,)


def measured(command: Command, scratch: Path, seconds: float = _SECONDS) -> Sample:
    """Run a command once; BenchError where it failed, with the end of what it said, or took too long."""
    result, said = scratch / "timed.json", scratch / "said.txt"
    result.unlink(missing_ok=True)
    with said.open("wb") as out:
        timed = subprocess.Popen(
            [sys.executable, "-I", "-S", str(_TIMED), str(result), *command.words],
            cwd=command.folder,
            env={**os.environ, **command.environment},
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        _finish(timed, command, seconds)
    if timed.returncode or not result.is_file():
        raise BenchError(f"{command.words[0]} could not be started: {_end_of(said)}")
    taken = json.loads(result.read_text(encoding="ascii"))
    code = taken.pop("code")
    if code not in command.good:
        raise BenchError(f"`{' '.join(command.words[:6])} ...` ended with {code}: {_end_of(said)}")
    return Sample(**taken)


def _finish(timed: subprocess.Popen[bytes], command: Command, seconds: float) -> None:
    """Wait for a command; where that ends early, for whatever reason, all of its children end too."""
    try:
        timed.wait(seconds)
    except BaseException as error:
        os.killpg(timed.pid, signal.SIGKILL)
        timed.wait()
        if isinstance(error, subprocess.TimeoutExpired):
            raise BenchError(f"`{command.words[0]} ...` took longer than {seconds:g} seconds") from error
        raise


def as_json(samples: Samples) -> list[dict[str, float]]:
    """Every run, for the file that is written beside the table."""
    return [{"round": number, **asdict(sample)} for number, sample in sorted(samples.rounds.items())]


def _end_of(said: Path) -> str:
    return said.read_text(encoding="utf-8", errors="replace")[-800:].strip()
