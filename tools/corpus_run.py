"""Runs the analyser over sources nobody wrote for it, and counts: nothing may crash, no file may get lost.

    python tools/corpus_run.py FOLDER... [--check] [--seconds N] [--python INTERPRETER]...

Each FOLDER is read file by file in a process of its own, and with --check also checked as a project. A file
that is not analysed is accounted for when a limit says so or none of the interpreters parses it either.
The exit code is 1 when a file crashed or is not accounted for, or when a check did not end as it may.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from purposelint.analysis import extract
from purposelint.domain.facts import SourceFile, Unreadable
from purposelint.domain.limits import BOUNDS
from purposelint.extract.decode import decode as decoded
from purposelint.extract.limits import longest_chain, words_of
from purposelint.extract.scan import scan
from purposelint.host import uncollected
from purposelint.host.cache import decode
from purposelint.host.reading import read
from purposelint.host.workers import Pool

_OF_LIMITS = re.compile(r"\(limits\.|nested too deeply|elif branches|brackets stand in one another")
_CRASHES = re.compile(r"crashed the parser|could not be analysed|positions cannot be told|the parser failed")
_PARSE = """
import ast, sys, warnings
warnings.simplefilter("ignore")
for name in sys.stdin.read().split("\\0"):
    try:
        compile(open(name, "rb").read(), name, "exec", ast.PyCF_ONLY_AST)
    except Exception:
        continue
    print(name, end="\\0")
"""


@dataclass
class Counts:
    """What was found so far; `largest` maps a limit to the most that a file which was analysed needed."""

    files: int = 0
    analysed: int = 0
    reasons: Counter[str] = field(default_factory=Counter)
    crashes: list[str] = field(default_factory=list)
    refused: list[tuple[Path, str]] = field(default_factory=list)
    largest: dict[str, tuple[float, str]] = field(default_factory=dict)

    def measure(self, key: str, amount: float, where: str) -> None:
        """Keep the largest amount and where it was met."""
        if amount > self.largest.get(key, (0.0, ""))[0]:
            self.largest[key] = (amount, where)


def main() -> int:
    """Run, print the counts, and say whether everything went as it may."""
    asked = _arguments()
    counts = Counts()
    with uncollected():
        for folder in asked.folders:
            _read_all(folder.resolve(), counts)
    strange = unaccounted(counts.refused, asked.python)
    print(f"{counts.files} files, {counts.analysed} analysed, {len(counts.crashes)} crashes")
    for reason, times in counts.reasons.most_common():
        print(f"{times:6} {reason}")
    for key, (amount, where) in sorted(counts.largest.items()):
        print(f"most {key}: {amount:,.1f} ({where})")
    for file, reason in counts.refused:
        if _OF_LIMITS.search(reason):
            print(f"over a limit: {file}: {reason}")
    for line in [*counts.crashes, *strange]:
        print("!!", line)
    wrong = (
        [line for folder in asked.folders for line in _checked(folder, asked.seconds)] if asked.check else []
    )
    for line in wrong:
        print("!!", line)
    return 1 if counts.crashes or strange or wrong else 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--check", action="store_true", help="check each folder as a project, too")
    parser.add_argument("--seconds", type=int, default=600, help="for one check")
    parser.add_argument("--python", action="append", default=[sys.executable], help="who may parse it, too")
    return parser.parse_args()


def _read_all(folder: Path, counts: Counts) -> None:
    """Extract every file below a folder, one at a time, in a child process."""
    paths = sorted(
        each.relative_to(folder).as_posix()
        for each in folder.rglob("*.py")
        if each.is_file() and not each.is_symlink()
    )
    counts.files += len(paths)
    seen: set[str] = set()
    with closing(Pool(extract, folder, 1)) as pool:
        began = time.monotonic()
        for done in pool.map(paths):
            counts.measure("file-seconds", time.monotonic() - began, done.path)
            seen.add(done.path)
            result = decode(done.data, facts=done.facts)
            if isinstance(result, Unreadable):
                _count_refused(folder / done.path, result.reason, counts)
            else:
                counts.analysed += 1
                _measure(folder, done.path, counts)
            began = time.monotonic()
    counts.crashes += [f"{folder / path}: lost" for path in paths if path not in seen]


def kind_of(reason: str) -> str:
    """The reason why a file was not analysed, without what is particular to the file."""
    return re.sub(r"[\d,]+ bytes|: .*", "", reason)


def _count_refused(file: Path, reason: str, counts: Counts) -> None:
    counts.reasons[kind_of(reason)] += 1
    counts.refused.append((file, reason))
    if _CRASHES.search(reason):
        counts.crashes.append(f"{file}: {reason}")


def _measure(folder: Path, path: str, counts: Counts) -> None:
    """Hold a file that was analysed against what others needed."""
    source = read(folder, path)
    assert isinstance(source, SourceFile)
    tokens = scan(decoded(source.data))
    counts.measure("file-bytes", len(source.data), path)
    counts.measure("file-words", words_of(tokens), path)
    counts.measure("nesting", tokens.depth, path)
    counts.measure("chain", longest_chain(tokens, BOUNDS["chain"][1]), path)


def unaccounted(refused: Iterable[tuple[Path, str]], interpreters: Sequence[str]) -> list[str]:
    """Files that were refused for no limit, although an interpreter parses them."""
    in_doubt = {file: reason for file, reason in refused if not _OF_LIMITS.search(reason)}
    accepted: dict[str, str] = {}
    for interpreter in interpreters:
        done = subprocess.run(
            [interpreter, "-c", _PARSE],
            input="\0".join(map(str, in_doubt)),
            capture_output=True,
            text=True,
            check=False,
        )
        accepted |= dict.fromkeys(filter(None, done.stdout.split("\0")), Path(interpreter).name)
    return [
        f"{file}: {reason}: but {accepted[str(file)]} parses it"
        for file, reason in in_doubt.items()
        if str(file) in accepted
    ]


def _checked(folder: Path, seconds: int) -> Iterator[str]:
    """Whatever is wrong with how a check of a folder as a project ends."""
    command = [sys.executable, "-m", "purposelint", "check", ".", "--no-cache", "--include-tests"]
    began = time.monotonic()
    try:
        done = subprocess.run(
            [*command, "--output-format", "json"],
            cwd=folder,
            capture_output=True,
            text=True,
            check=False,
            timeout=seconds,
        )
    except subprocess.TimeoutExpired:
        yield f"{folder}: check: not done after {seconds} s"
        return
    taken = time.monotonic() - began
    wrong = list(complaints(done.returncode, done.stdout, done.stderr))
    print(f"{folder.name}: exit code {done.returncode}, {taken:.1f} s", flush=True)
    yield from (f"{folder}: check: {each}" for each in wrong)


def complaints(code: int, stdout: str, stderr: str) -> Iterator[str]:
    """Whatever is wrong with how a check that wrote JSON ended."""
    if code not in {0, 1, 3} or not stdout:
        yield f"exit code {code}: {stderr[-300:]}"
        return
    if stderr:
        yield f"stderr: {stderr[-300:]}"
    document = json.loads(stdout)
    files = document["files"]
    if files["analysed"] + files["unreadable"] != files["discovered"]:
        yield f"files are lost: {files}"
    yield from (f"fault: {each}" for each in document["analysis"]["faults"])
    for problem in document["problems"]:
        if _CRASHES.search(problem["message"]):
            yield f"{problem['path']}: {problem['message']}"


if __name__ == "__main__":
    sys.exit(main())
