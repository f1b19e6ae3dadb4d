"""What the tool is held to, as ratios of one run, and whether it keeps to it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bench.measure import ratio
from bench.rounds import Measured

_SIZE = 200_000
_SMALL, _MILLION = 30_000, 1_000_000


@dataclass(frozen=True)
class Gate:
    """A bound and what was measured: `value` is None where something of it was not run."""

    what: str
    on: str
    bound: float
    value: float | None
    least: bool = False
    """Whether the bound is one that must be reached, not one to stay under."""
    as_part: bool = False
    """Whether people say it as a part, as in 1/15."""

    @property
    def answer(self) -> str:
        if self.value is None:
            return "not measured"
        met = self.value >= self.bound if self.least else self.value <= self.bound
        return "met" if met else "**not met**"


def gates(services: Sequence[Measured], grown: Sequence[Measured]) -> list[Gate]:
    """Every gate, on the service whose size is nearest to the one that the gates speak of."""
    found: list[Gate] = []
    if services:
        found += _of_a_service(min(services, key=lambda one: abs(one.lines - _SIZE)))
    return [*found, _of_growth(grown)]


def per_line(one: Measured) -> float:
    """Microseconds of wall that a cold run takes for a line."""
    return one.rows["cold"].wall() / one.lines * 1e6


def _of_a_service(one: Measured) -> list[Gate]:
    rows, on = one.rows, f"{one.label}, {one.lines:,} lines"
    cold = rows.get("cold")

    def median(above: str, below: str, what: str = "wall") -> float | None:
        found = ratio(rows.get(above), rows.get(below), what)
        return found.median if found else None

    assert cold is not None
    return [
        Gate("cold run / parser's floor", on, 1.5, median("cold", "floor")),
        Gate("semgrep / cold run", on, 2.0, median("semgrep", "cold"), least=True),
        Gate("warm run, nothing changed / cold run", on, 1 / 15, median("warm", "cold"), as_part=True),
        Gate("one changed file / Python, LibCST and its parse", on, 2.5, median("changed", "parse")),
        Gate("largest process, cold / semgrep's", on, 0.9, median("cold", "semgrep", "peak")),
    ]


def _of_growth(grown: Sequence[Measured]) -> Gate:
    small = next((one for one in grown if abs(one.lines - _SMALL) < _SMALL / 5), None)
    million = next((one for one in grown if abs(one.lines - _MILLION) < _MILLION / 5), None)
    value = per_line(million) / per_line(small) if small and million else None
    return Gate("wall per line, a million lines / 30,000", "made-up services", 1.3, value)
