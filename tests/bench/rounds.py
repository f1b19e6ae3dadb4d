"""What is run on a service, in which order: everything once a round, so that noise meets all alike."""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from bench.corpus import Corpus, edited, middle_file
from bench.measure import BenchError, Command, Sample, Samples, measured
from bench.others import OTHERS
from support.places import ROOT

_FLOOR = Path(__file__).resolve().with_name("floor.py")
_PARSE = "import sys, libcst; libcst.parse_module(open(sys.argv[1], 'rb').read())"

Say = Callable[[str], None]


@dataclass
class Measured:
    """What was measured on one service: runs by what was run."""

    label: str
    files: int
    lines: int
    size: int
    findings: int
    middle: str = ""
    middle_lines: int = 0
    rows: dict[str, Samples] = field(default_factory=dict)
    missing: dict[str, str] = field(default_factory=dict)

    def add(self, key: str, number: int, sample: Sample) -> None:
        self.rows.setdefault(key, Samples()).rounds[number] = sample


class Bench:
    """Runs commands on a corpus, with caches in a folder of the bench's own."""

    def __init__(self, scratch: Path, say: Say) -> None:
        self.scratch = scratch
        self.say = say
        self.caches = scratch / "caches"
        self.environment = {"PYTHONPATH": str(ROOT / "src"), "XDG_CACHE_HOME": str(self.caches)}

    def begin(self, corpus: Corpus) -> Measured:
        """Count what there is to find, in a run that is not measured and brings the files into memory."""
        self.say(f"{corpus.label}: {len(corpus.files)} files, {corpus.lines} lines")
        self._forget(corpus)
        report = self.scratch / "report.json"
        self._check(corpus, "--output", f"json={report}")
        findings = json.loads(report.read_text(encoding="utf-8"))["findings"]
        return Measured(corpus.label, len(corpus.files), corpus.lines, corpus.size, len(findings))

    def growth(self, corpus: Corpus, into: Measured, number: int) -> None:
        """One round of what tells how time grows: the floor and a cold run."""
        into.add("floor", number, self._floor(corpus))
        self._forget(corpus)
        into.add("cold", number, self._check(corpus))
        self._forget(corpus)

    def whole(self, corpus: Corpus, into: Measured, number: int) -> None:
        """One round of our own runs, and of what they are held against."""
        middle = middle_file(corpus)
        path = corpus.folder / middle
        into.middle, into.middle_lines = middle, path.read_bytes().count(b"\n")
        into.add("floor", number, self._floor(corpus))
        self._forget(corpus)
        into.add("cold", number, self._check(corpus))
        into.add("warm", number, self._check(corpus))
        into.add("parse", number, self._run([sys.executable, "-c", _PARSE, str(path)], corpus))
        with edited(path, number):
            into.add("changed", number, self._check(corpus))
        self._check(corpus)  # what was changed back is read again, so that the next run is a warm one
        into.add("named", number, self._check(corpus, named=middle))
        with edited(path, number + 1000):
            into.add("hook", number, self._check(corpus, named=middle))

    def others(self, corpus: Corpus, into: Measured, number: int, programs: Mapping[str, Path]) -> None:
        """One round of the other tools; one that fails is said in the table and not asked again."""
        self._forget(corpus)
        for other in OTHERS:
            if other.key not in programs or other.key in into.missing:
                continue
            self.say(f"{corpus.label}: round {number}, {other.key}")
            try:
                sample = measured(
                    other.command(programs[other.key], corpus.folder, self.scratch), self.scratch
                )
            except BenchError as error:
                into.missing[other.key] = "failed"
                self.say(f"{other.key} failed: {error}")
                continue
            into.add(other.key, number, sample)
            shutil.rmtree(corpus.folder / ".pyre", ignore_errors=True)

    def _floor(self, corpus: Corpus) -> Sample:
        listing = corpus.listing(self.scratch / "files.txt")
        return self._run([sys.executable, str(_FLOOR), str(listing)], corpus)

    def _check(self, corpus: Corpus, *options: str, named: str = ".") -> Sample:
        words = [sys.executable, "-m", "purposelint", "check", named, "--exit-zero", *options]
        return self._run(words, corpus, good=(0, 3))

    def _run(self, words: Sequence[str], corpus: Corpus, good: Iterable[int] = (0,)) -> Sample:
        return measured(Command(words, corpus.folder, self.environment, good), self.scratch)

    def _forget(self, corpus: Corpus) -> None:
        """No cache is left: neither the service's nor that of the rules."""
        for folder in (corpus.folder / ".purposelint_cache", self.caches):
            shutil.rmtree(folder, ignore_errors=True)


def compare(
    bench: Bench,
    corpora: Sequence[Corpus],
    programs: Mapping[str, Path],
    repeats: int,
    other_repeats: int,
) -> list[Measured]:
    """Measure everything on each service, one service after the other."""
    made: list[Measured] = []
    for corpus in corpora:
        into = bench.begin(corpus)
        into.missing = {other.key: "not installed" for other in OTHERS if other.key not in programs}
        for number in range(1, repeats + 1):
            bench.say(f"{corpus.label}: round {number} of {repeats}")
            bench.whole(corpus, into, number)
            if number <= other_repeats:
                bench.others(corpus, into, number, programs)
        made.append(into)
    return made


def grow(bench: Bench, corpora: Sequence[Corpus], repeats: int) -> list[Measured]:
    """Measure made-up services of several sizes in turn; those of more than half a million lines once."""
    made = [bench.begin(corpus) for corpus in corpora]
    for number in range(1, repeats + 1):
        for corpus, into in zip(corpora, made, strict=True):
            if number == 1 or corpus.lines < 500_000:
                bench.say(f"{corpus.label}: round {number} of {repeats}")
                bench.growth(corpus, into, number)
    return made
