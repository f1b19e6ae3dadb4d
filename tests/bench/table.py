"""What was measured as Markdown: a table a service, one of growth, one of the gates."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from bench.gates import Gate, gates, per_line
from bench.measure import Ratio, Samples, ratio
from bench.others import OTHERS
from bench.rounds import Measured

_OWN = (
    ("floor", "parser's floor: LibCST parses every file, 2 processes", "", ""),
    ("cold", "cold run, no cache of any kind", "floor", "of the floor"),
    ("warm", "warm run, nothing changed", "cold", "of cold"),
    ("parse", "Python imports LibCST and parses the middle file", "", ""),
    ("changed", "one changed file, the whole service checked", "parse", "of that parse"),
    ("named", "`check FILE`, nothing changed", "parse", "of that parse"),
    ("hook", "`check FILE` of the changed file, as pre-commit does", "parse", "of that parse"),
)

_NOTHING = "-"

_AS_PART = 0.2
"""Ratios below it are told as a part: 1/15."""


def page(facts: Iterable[str], services: Sequence[Measured], grown: Sequence[Measured]) -> str:
    """The whole of it, ready for a manual."""
    parts = ["\n".join(f"- {fact}" for fact in facts), "### Gates", _gates(gates(services, grown))]
    for one in services:
        head = f"{one.files:,} files, {one.lines:,} lines, {one.size / 1e6:.1f} MB, {one.findings} findings."
        middle = f"The middle file has {one.middle_lines} lines."
        parts += [f"### {one.label}", f"{head} {middle}", _service(one)]
    if grown:
        parts += ["### Growth on made-up services", _growth(grown)]
    return "\n\n".join(parts) + "\n"


def _gates(found: Sequence[Gate]) -> str:
    rows = [(one.what, one.on, _bound(one), _value(one), one.answer) for one in found]
    return table(("gate", "on", "bound", "measured", ""), rows)


def _bound(gate: Gate) -> str:
    if gate.as_part:
        return f"at most 1/{1 / gate.bound:.0f}"
    return f"at {'least' if gate.least else 'most'} {gate.bound:g}"


def _value(gate: Gate) -> str:
    if gate.value is None:
        return _NOTHING
    return f"1/{1 / gate.value:.1f}" if gate.as_part else f"{gate.value:.2f}"


def _service(one: Measured) -> str:
    rows = [
        (title, *_figures(one.rows[key]), *_beside(one.rows[key], one.rows.get(base), words))
        for key, title, base, words in _OWN
        if key in one.rows
    ]
    for other in OTHERS:
        if other.key in one.rows:
            told, processor = _beside(one.rows["cold"], one.rows[other.key], "of it")
            rows.append((other.title, *_figures(one.rows[other.key]), f"our cold run is {told}", processor))
        else:
            rows.append((other.title, *[_NOTHING] * 4, one.missing.get(other.key, "not run"), ""))
    heads = ("run", "wall, s", "least to most", "processor, s", "largest process, MB")
    return table((*heads, "ratio", "of processor"), rows)


def _figures(samples: Samples) -> Iterator[str]:
    walls = samples.walls()
    yield f"{samples.wall():.2f}"
    yield f"{min(walls):.2f} to {max(walls):.2f}"
    yield f"{samples.cpu():.2f}"
    yield f"{samples.peak() / 1024:.0f}"


def _beside(samples: Samples, base: Samples | None, words: str) -> Iterator[str]:
    """How a command compares by wall, and by processor, which other work on the machine moves less."""
    yield _against(ratio(samples, base), words)
    by_processor = ratio(samples, base, "cpu")
    yield _part(by_processor.median) if by_processor else ""


def _part(value: float) -> str:
    return f"1/{1 / value:.1f}" if value < _AS_PART else f"{value:.2f}"


def _against(found: Ratio | None, words: str) -> str:
    if found is None:
        return ""
    return f"{_part(found.median)} ({_part(found.least)} to {_part(found.most)}) {words}"


def _growth(grown: Sequence[Measured]) -> str:
    first = grown[0]
    rows = [
        (
            f"{one.lines:,}",
            f"{one.files:,}",
            f"{one.findings:,}",
            f"{one.rows['cold'].wall():.2f}",
            f"{per_line(one):.0f}",
            f"{per_line(one) / per_line(first):.2f}",
            _against(ratio(one.rows["cold"], one.rows["floor"]), ""),
            f"{one.rows['cold'].peak() / 1024:.0f}",
        )
        for one in grown
    ]
    heads = ("lines", "files", "findings", "cold, s", "µs a line", "of the smallest", "of the floor")
    return table((*heads, "largest process, MB"), rows)


def table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Rows below heads, as Markdown."""
    lines = [heads, ["---"] * len(heads), *rows]
    return "\n".join("| " + " | ".join(cell.strip() for cell in line) + " |" for line in lines)
