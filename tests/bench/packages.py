"""Check many sources that nobody wrote for us, one after the other: nothing may crash, no file may get lost.

    make corpus                                  # the packages of tests/bench/packages.txt, from the registry
    make corpus FOLDERS="../one ../other"        # folders of sources instead

Each is checked as a project by a process of its own, without a cache. What was checked stands in the file of
results, a line each, and is not checked again: a run that was stopped goes on where it was. The exit code is
1 when a check crashed, took too long or lost a file, or where an interpreter parses what was not analysed.
"""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path

from bench.measure import BenchError, Command, measured
from bench.table import table
from corpus_run import complaints, kind_of, unaccounted
from purposelint import host, session
from purposelint.errors import InputError
from support.places import ROOT

_BUILD = ROOT / "build" / "corpus"
_OPTIONS = ("--no-cache", "--exit-zero", "--allow-unparsed", "--quiet")
_PIP = ("-m", "pip", "download", "--quiet", "--disable-pip-version-check", "--no-deps", "--only-binary=:all:")


@dataclass(frozen=True)
class Row:
    """What the check of one project took and gave; `wrong` is what nobody accounts for."""

    name: str
    lines: int
    files: int
    cpu: float = 0.0
    peak: int = 0
    findings: int = 0
    refused: dict[str, int] = field(default_factory=dict)
    wrong: tuple[str, ...] = ()


def main(arguments: Sequence[str]) -> int:
    """Check what was not checked yet, and show the table of everything."""
    asked = _options().parse_args(arguments)
    rows = _earlier(asked.results)
    asked.results.parent.mkdir(parents=True, exist_ok=True)
    for name, folder in _asked_for(asked, {row.name for row in rows}):
        row = checked(name, folder, asked)
        rows.append(row)
        with asked.results.open("a", encoding="utf-8") as out:
            out.write(json.dumps(asdict(row)) + "\n")
        print(" ".join((f"{name}: {row.lines:,} lines, {row.cpu:.1f} s", *row.wrong)), file=sys.stderr)  # noqa: T201
    print(page(rows))  # noqa: T201 - a script talks
    return 1 if any(row.wrong for row in rows) else 0


def _options() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="bench.packages", description=(__doc__ or "").partition("\n")[0])
    add = parser.add_argument
    add("folders", nargs="*", type=Path, metavar="FOLDER", help="sources to check")
    add("--names", type=Path, help="packages to get from the registry, a name or name==version a line")
    add("--sources", type=Path, default=_BUILD / "sources", help="gets the Python files of packages")
    add("--seconds", type=float, default=600.0, help="for one check (default: 600)")
    add("--python", action="append", default=[sys.executable], help="who may parse what we do not, too")
    add("--results", type=Path, default=_BUILD / "results.jsonl", help="what was checked, a line each")
    add("--reports", type=Path, default=_BUILD / "reports", help="gets the JSON report of each")
    return parser


def _earlier(results: Path) -> list[Row]:
    if not results.is_file():
        return []
    lines = results.read_text(encoding="utf-8").splitlines()
    return [Row(**{**told, "wrong": tuple(told["wrong"])}) for told in map(json.loads, lines)]


def _asked_for(asked: argparse.Namespace, done: set[str]) -> Iterator[tuple[str, Path]]:
    """Names and folders that are to be checked; a package is fetched when it is its turn."""
    for folder in asked.folders:
        if folder.resolve().name not in done:
            yield folder.resolve().name, folder.resolve()
    for wanted in names_of(asked.names) if asked.names else ():
        if wanted not in done:
            yield wanted, asked.sources / wanted


def names_of(listed: Path) -> list[str]:
    """The packages that a file names, a line each; what stands behind `#` is a comment."""
    lines = (line.partition("#")[0].strip() for line in listed.read_text(encoding="utf-8").splitlines())
    return [line for line in lines if line]


def _fetch(wanted: str, target: Path) -> None:
    """The Python files of a package's wheel in a folder of their own; BenchError where there is no wheel."""
    with tempfile.TemporaryDirectory(prefix="purposelint-corpus-") as wheels:
        pip = subprocess.run(
            [sys.executable, *_PIP, "--dest", wheels, "--", wanted],
            capture_output=True,
            text=True,
            check=False,
        )
        if pip.returncode:
            raise BenchError(f"not fetched: {pip.stderr[-300:].strip()}")
        unpacked(next(Path(wheels).glob("*.whl")), target)


def unpacked(wheel: Path, target: Path) -> None:
    """Put the Python files of a wheel into a folder, which is there once all of them are."""
    part = target.with_name(f"{target.name}.part")
    shutil.rmtree(part, ignore_errors=True)
    part.mkdir(parents=True)
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(part, [name for name in archive.namelist() if name.endswith(".py")])
    (part / "purposelint.toml").write_text("", encoding="utf-8")
    part.rename(target)


def checked(name: str, folder: Path, asked: argparse.Namespace) -> Row:
    """One check, and all that is wrong with it."""
    lines, files = 0, 0
    try:
        if not folder.is_dir():
            _fetch(name, folder)
        taken = host.discover(session.settings_for([folder], overrides={"cache": False})).files
        files = len(taken)
        lines = sum((folder / each).read_bytes().count(b"\n") for each in taken)
        if not taken:
            return Row(name, 0, 0)
        asked.reports.mkdir(parents=True, exist_ok=True)
        report = (asked.reports / f"{name}.json").resolve()
        words = ("check", ".", *_OPTIONS, "--output", f"json={report}")
        command = Command((sys.executable, "-m", "purposelint", *words), folder, good=(0, 3))
        sample = measured(command, asked.reports, asked.seconds)
    except (BenchError, InputError) as error:
        return Row(name, lines, files, wrong=(str(error),))
    text = report.read_text(encoding="utf-8")
    document = json.loads(text)
    refused = [(each["path"], each["message"]) for each in document["problems"] if each["code"] == "PUR901"]
    strange = unaccounted([(folder / path, message) for path, message in refused], asked.python)
    reasons = dict(Counter(kind_of(message) for _, message in refused))
    found = len(document["findings"])
    wrong = (*complaints(0, text, ""), *strange)
    return Row(name, lines, files, sample.cpu, sample.peak, found, reasons, wrong)


def page(rows: Sequence[Row]) -> str:
    """What all of them gave together, the dearest ones, and whatever is wrong."""
    refused = Counter[str]()
    for row in rows:
        refused.update(row.refused)
    lines, files = sum(row.lines for row in rows), sum(row.files for row in rows)
    cpu = sum(row.cpu for row in rows)
    figures = [
        ("projects", f"{len(rows):,}"),
        ("files", f"{files:,}"),
        ("lines", f"{lines:,}"),
        ("processor, s", f"{cpu:,.0f}"),
        ("processor, µs a line", f"{cpu * 1e6 / max(lines, 1):.0f}"),
        ("files that are not Python to us", f"{sum(refused.values()):,}"),
        *((f"of these: {reason}", f"{times:,}") for reason, times in refused.most_common()),
        ("what nobody accounts for", f"{sum(len(row.wrong) for row in rows):,}"),
    ]
    parts = [table(("what", "figure"), figures), _dearest(rows)]
    parts += [f"!! {row.name}: {each}" for row in rows for each in row.wrong]
    return "\n\n".join(parts)


def _dearest(rows: Iterable[Row], number: int = 20) -> str:
    large = [row for row in rows if row.lines >= 1000]
    large.sort(key=lambda row: (-row.cpu / row.lines, row.name))
    return table(
        ("project", "lines", "processor, s", "µs a line", "largest process, MB", "findings"),
        [
            (
                row.name,
                f"{row.lines:,}",
                f"{row.cpu:.1f}",
                f"{row.cpu * 1e6 / row.lines:.0f}",
                f"{row.peak / 1024:.0f}",
                f"{row.findings:,}",
            )
            for row in large[:number]
        ],
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
