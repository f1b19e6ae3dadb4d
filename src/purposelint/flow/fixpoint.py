"""Summaries of all functions: components bottom-up, then whatever depends on a summary that changed."""

from __future__ import annotations

import heapq
from typing import NamedTuple

from purposelint.domain.program import Program
from purposelint.flow.engine import Engine
from purposelint.flow.frame import Frame
from purposelint.flow.freeze import freeze
from purposelint.flow.parameters import begin
from purposelint.flow.summary import Leak, Origin

_COLLAPSE_AFTER = 5
_STOP_AFTER = 12


class Report(NamedTuple):
    """What the last analysis of a function found: its leaks, and where their sources entered."""

    leaks: tuple[Leak, ...]
    origins: dict[int, list[Origin]]


class Result(NamedTuple):
    """Reports of all functions by symbol, and the symbols whose analysis met a bound."""

    reports: dict[str, Report]
    limits: tuple[str, ...]


def solve(engine: Engine) -> Result:
    """Analyse until no summary changes; every function is bounded in how often it is analysed again."""
    order = _order(engine.program)
    rank = {symbol: n for n, symbol in enumerate(order)}
    pending = list(range(len(order)))
    queued = set(pending)
    turns = [0] * len(order)
    reports: dict[str, Report] = {}
    limits: set[str] = set()
    while pending:
        number = heapq.heappop(pending)
        queued.discard(number)
        symbol = order[number]
        turns[number] += 1
        frame = analyse(engine, symbol)
        summary = freeze(frame, collapse=turns[number] >= _COLLAPSE_AFTER)
        reports[symbol] = Report(tuple(frame.leaks.values()), frame.origins)
        if frame.limited or turns[number] >= _COLLAPSE_AFTER:
            limits.add(symbol)
        if summary == engine.summaries.get(symbol):
            continue
        engine.summaries[symbol] = summary
        for reader in sorted(engine.readers.get(symbol, ())):
            again = rank[reader]
            if again not in queued and turns[again] < _STOP_AFTER:
                queued.add(again)
                heapq.heappush(pending, again)
    engine.counts["functions"] = len(order)
    return Result(reports, tuple(sorted(limits)))


def analyse(engine: Engine, symbol: str) -> Frame:
    """Run one function's body over its parameters."""
    frame = Frame(engine, engine.program.functions[symbol])
    begin(frame)
    frame.run(frame.info.facts.body)
    frame.finish()
    return frame


def _order(program: Program) -> list[str]:
    ordered = [symbol for component in program.components for symbol in component]
    listed = set(ordered)
    return ordered + [symbol for symbol in program.functions if symbol not in listed]
