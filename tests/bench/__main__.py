"""`make bench`: measure the tool side by side with the parser's floor and with other tools.

    python -m bench [NAME=]FOLDER ... [options]      (with `tests` on PYTHONPATH)

Writes a table and every single run to a folder (build/bench); nothing passes or fails by the clock.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from importlib.metadata import version as installed_version
from pathlib import Path

from bench.corpus import Corpus, copied, standing
from bench.gates import gates
from bench.measure import BenchError, as_json
from bench.others import OTHERS, PLACES, installed, version
from bench.rounds import Bench, Measured, compare, grow
from bench.service import packages_for, write_service
from bench.table import page
from purposelint._version import __version__
from purposelint.errors import InputError
from support.places import ROOT

_PAGE = ROOT / "docs" / "performance.md"
_BEGIN, _END = "<!-- bench: begin -->", "<!-- bench: end -->"
_SIZES = "30000,200000"
_MILLION = 1_000_000


def main(arguments: Sequence[str]) -> int:
    """Measure what was asked for; 2 where it was asked wrongly."""
    asked = _options().parse_args(arguments)
    began = time.time()
    text = ""
    try:
        with tempfile.TemporaryDirectory(prefix="purposelint-bench-") as folder:
            for services, grown in _measured(asked, Path(folder)):
                text = _written(asked, services, grown, began)
        print(text)  # noqa: T201 - a script talks
        if asked.write_docs:
            write_between(_PAGE, text)
    except (BenchError, InputError) as error:
        _say(f"error: {error}")
        return 2
    return 0


def _written(
    asked: argparse.Namespace, services: Sequence[Measured], grown: Sequence[Measured], began: float
) -> str:
    """Write what there is so far to the folder of results; the table."""
    facts = list(_facts(asked, services, began))
    text = page(facts, services, grown)
    asked.to.mkdir(parents=True, exist_ok=True)
    (asked.to / "table.md").write_text(text, encoding="utf-8")
    (asked.to / "figures.json").write_text(_json(facts, services, grown), encoding="utf-8")
    return text


def write_between(target: Path, text: str) -> None:
    """Put the text between the markers of a page; BenchError where it has none."""
    before, begin, rest = target.read_text(encoding="utf-8").partition(_BEGIN)
    _, end, after = rest.partition(_END)
    if not (begin and end):
        raise BenchError(f"{target}: no {_BEGIN} or {_END}. Put both back, a line each")
    target.write_text(f"{before}{begin}\n\n{text}\n{end}{after}", encoding="utf-8")


def _options() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="bench", description="Measure purposelint side by side with others."
    )
    add = parser.add_argument
    add(
        "services",
        nargs="*",
        metavar="[NAME=]FOLDER",
        help="services to measure on, with names for the table",
    )
    add("--repeats", type=_positive, default=5, help="rounds of our own runs (default: 5)")
    add("--other-repeats", type=int, default=3, help="rounds of the other tools (default: 3; 0: none)")
    add("--growth-repeats", type=int, default=3, help="rounds of the made-up services (default: 3; 0: none)")
    add("--sizes", type=_sizes, default=_SIZES, help=f"lines of the made-up services (default: {_SIZES})")
    add("--million", action="store_true", help="a made-up service of a million lines too, once (slow)")
    add("--seed", type=int, default=0, help="names and numbers of the made-up services")
    add("--to", type=Path, default=ROOT / "build" / "bench", help="folder of results (default: build/bench)")
    add("--write-docs", action="store_true", help="write the table into docs/performance.md too")
    return parser


def _positive(text: str) -> int:
    if int(text) < 1:
        raise argparse.ArgumentTypeError("at least 1")
    return int(text)


def _sizes(text: str) -> list[int]:
    return sorted({_positive(part) for part in text.split(",")})


def _measured(
    asked: argparse.Namespace, folder: Path
) -> Iterator[tuple[Sequence[Measured], Sequence[Measured]]]:
    """What services gave, then what made-up ones gave too: a long run that is stopped leaves the first."""
    scratch = folder / "scratch"
    scratch.mkdir()
    bench = Bench(scratch, _say)
    services = [_service(text, folder / f"service-{number}") for number, text in enumerate(asked.services)]
    programs = installed() if asked.other_repeats else {}
    made = compare(bench, services, programs, asked.repeats, asked.other_repeats)
    yield made, []
    if not asked.growth_repeats:
        return
    sizes = sorted({*asked.sizes, *([_MILLION] if asked.million else [])})
    corpora = [_made_up(size, asked.seed, folder / f"made-up-{size}") for size in sizes]
    yield made, grow(bench, corpora, asked.growth_repeats)


def _service(text: str, target: Path) -> Corpus:
    name, named, folder = text.partition("=")
    source = Path(folder if named else text)
    if not source.is_dir():
        raise BenchError(f"{source}: no such folder. Give the folder of a service, or NAME=FOLDER")
    return copied(name if named else source.resolve().name, source, target)


def _made_up(size: int, seed: int, target: Path) -> Corpus:
    write_service(target, packages_for(size), seed)
    return standing(f"made up, {size:,} lines", target)


def _facts(asked: argparse.Namespace, services: Sequence[Measured], began: float) -> Iterator[str]:
    """What a reader must know to believe the figures."""
    yield (
        f"{time.strftime('%Y-%m-%d', time.gmtime(began))}, {(time.time() - began) / 60:.0f} minutes in all; "
        f"{platform.system()} {platform.machine()}, {os.cpu_count()} processors, "
        f"load {os.getloadavg()[2]:.1f} (mean of 15 minutes at the end, our own runs included)."
    )
    wanted = OTHERS if asked.other_repeats and services else ()
    programs = installed()
    others = ", ".join(f"{one.key} {version(programs[one.key])}" for one in wanted if one.key in programs)
    missing = ", ".join(one.key for one in wanted if one.key not in programs)
    yield (
        f"purposelint {__version__}, Python {platform.python_version()}, LibCST {installed_version('libcst')}"
        + (f", {others}" if others else "")
        + (f"; not measured: {missing} ({PLACES} names folders of programs)." if missing else ".")
    )
    yield (
        f"Rounds: {asked.repeats} of our own runs, {asked.other_repeats} of other tools, "
        f"{asked.growth_repeats} of made-up services. Figures are medians; a ratio is the median of the "
        "rounds' own ratios, with the least and the most."
    )


def _json(facts: Sequence[str], services: Sequence[Measured], grown: Sequence[Measured]) -> str:
    def told(one: Measured) -> dict[str, object]:
        runs = {key: as_json(samples) for key, samples in one.rows.items()}
        sizes = {"files": one.files, "lines": one.lines, "bytes": one.size, "findings": one.findings}
        return {"name": one.label, **sizes, "missing": one.missing, "runs": runs}

    whole = {
        "facts": facts,
        "services": [told(one) for one in services],
        "growth": [told(one) for one in grown],
        "gates": [{**asdict(gate), "answer": gate.answer.strip("*")} for gate in gates(services, grown)],
    }
    return json.dumps(whole, indent=1) + "\n"


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)  # noqa: T201 - a script talks


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
