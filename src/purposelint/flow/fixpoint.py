"""Summaries of all functions: callees first, as calls ask for them, then whatever read one that changed."""

from __future__ import annotations

import heapq
from collections.abc import Iterable
from typing import NamedTuple

from purposelint.domain.flows import Focus
from purposelint.domain.program import Program
from purposelint.errors import raised_at
from purposelint.flow.application import error_handlers
from purposelint.flow.bodies.freeze import freeze
from purposelint.flow.bodies.parameters import begin
from purposelint.flow.bodies.trees import Width
from purposelint.flow.engine import Engine
from purposelint.flow.methods import neutral_columns, sinks
from purposelint.flow.state.frame import Frame
from purposelint.flow.state.summary import Leak, Origin
from purposelint.flow.state.values import Static

_CONDENSE_AFTER = 3
_COLLAPSE_AFTER = 7
_STOP_AFTER = 9
_MOST_ROUNDS = 8
"""Times that what functions leave in shared things is handed to those that look there."""

_SETTLE_AFTER = 3
"""Rounds after which nobody looks again because something is gone from a shared thing, or comes back."""

_DEEPEST_DEMAND = 12
"""Functions begun one within the other because each asked for the next one's summary."""


class Report(NamedTuple):
    """What the last analysis of a function found: its leaks, and where their sources entered."""

    leaks: tuple[Leak, ...]
    origins: dict[int, list[Origin]]


class Result(NamedTuple):
    """Reports of all functions by symbol; symbols whose analysis met a bound; faults, by symbol and place."""

    reports: dict[str, Report]
    limits: tuple[str, ...]
    faults: tuple[str, ...]


class _Solver:
    """Functions that wait, how often each was analysed, and what was found."""

    def __init__(self, engine: Engine, focus: Focus | None = None) -> None:
        self.engine = engine
        self.focus = focus
        self.order = _order(engine.program)
        self.rank = {symbol: number for number, symbol in enumerate(self.order)}
        self.called: frozenset[str] = _called(engine.program) if focus is not None else frozenset()
        """Functions that somebody calls whom a narrower analysis may leave out."""
        begun = _below(engine.program, focus.functions) if focus is not None else self.rank
        self.pending = [number for number, symbol in enumerate(self.order) if symbol in begun]
        self.queued = set(self.pending)
        self.turns = [0] * len(self.order)
        self.begun: set[str] = set()
        self.reports: dict[str, Report] = {}
        self.limits = engine.limits
        self.faults: set[str] = set()
        self.widths: dict[str, Width] = {}
        self.changed: dict[str, None] = {}

    def _is_asked(self, symbol: str) -> bool:
        """Whether an analysis is wanted for its own sake, and not only where somebody calls it."""
        return self.focus is None or self.engine.receivers.chosen(symbol)[0] in self.focus.functions

    def run(self) -> None:
        """Analyse until no summary changes; every function is bounded in how often it is analysed again."""
        while self.pending:
            number = heapq.heappop(self.pending)
            if number in self.queued:
                try:
                    self._turn(number)
                except RecursionError as error:
                    self._give_up(self.order[number], error)

    def take_in(self, symbols: Iterable[str]) -> None:
        """Queue analyses that nobody in the program may ask for."""
        for symbol in symbols:
            if self._is_asked(symbol):
                self._number(symbol)

    def demand(self, symbol: str) -> None:
        """Analyse a function now because a caller needs it, unless that is under way already."""
        number = self._number(symbol)
        if symbol in self.begun or symbol in self.reports or len(self.begun) > _DEEPEST_DEMAND:
            return
        try:
            self._turn(number)
        except RecursionError:  # it begins anew later, with a stack of its own
            self.turns[number] -= 1
            self._queue(number)

    def _number(self, symbol: str) -> int:
        """Place of an analysis in the order; one for a class of receiver is taken in when asked for."""
        number = self.rank.get(symbol)
        if number is None:
            number = self.rank[symbol] = len(self.order)
            self.order.append(symbol)
            self.turns.append(0)
            self._queue(number)
        return number

    def _turn(self, number: int) -> None:
        symbol = self.order[number]
        self.queued.discard(number)
        self.turns[number] += 1
        width = self.widths[symbol] = _width(self.turns[number], self.widths.get(symbol, Width.WHOLE))
        self.begun.add(symbol)
        try:
            frame = analyse(self.engine, symbol)
            self.engine.budget.take(symbol, frame.work)
            if frame.is_spent() and symbol in self.reports:
                self.limits.add(frame.info.symbol)
                return  # the analysis before this one was not cut off, or no later than this one
            summary = freeze(frame, Width.FLAT if frame.is_spent() else width)
        except RecursionError:
            raise
        except Exception as error:  # noqa: BLE001 - a fault in one function costs no other its findings
            self._give_up(symbol, error)
            return
        finally:
            self.begun.discard(symbol)
        self.reports[symbol] = Report(tuple(frame.leaks.values()), frame.origins)
        if frame.limited or width is Width.FLAT:
            self.limits.add(frame.info.symbol)
        if summary != self.engine.summaries.get(symbol):
            self.engine.summaries[symbol] = summary
            self.changed[symbol] = None
            self._again(symbol)

    def _give_up(self, symbol: str, error: Exception) -> None:
        """Leave out a function at which the analysis failed, and say where it did."""
        self.faults.add(f"{symbol} ({type(error).__name__} at {raised_at(error)})")
        self.reports.setdefault(symbol, Report((), {}))

    def _again(self, symbol: str) -> None:
        """Queue everything that read a summary that has changed now."""
        for reader in sorted(self.engine.readers.get(symbol, ())):
            number = self.rank[reader]
            if self.turns[number] < _STOP_AFTER:
                self._queue_again(number)

    def _queue_again(self, number: int) -> None:
        """Queue a function that was analysed before, unless it has had all that it may take; that is told."""
        symbol = self.order[number]
        info = self.engine.program.functions[self.engine.receivers.chosen(symbol)[0]]
        if symbol in self.reports and self.engine.budget.is_spent(info, symbol):
            self.limits.add(info.symbol)
        else:
            self._queue(number)

    def hand_over(self, number: int) -> None:
        """Begin a new round: queue whoever looks at shared things in which functions leave something new."""
        engine, shared = self.engine, self.engine.shared
        readers: set[str] = set()
        for symbol in self.changed:
            function, receiver = engine.receivers.chosen(symbol)
            if engine.receivers.is_variant(symbol) and not (receiver and engine.is_classmethod(function)):
                continue  # the method as it stands leaves as much, but for the class itself
            called = bool(engine.readers.get(symbol)) or engine.receivers.has_variants(symbol)
            called = called or function in self.called
            kept = engine.summaries[symbol].kept
            if not called:
                kept += error_handlers.leaving(engine, symbol, engine.summaries[symbol])
            shared.enter(symbol, kept, called=called)
        for ref in shared.changed(settling=number >= _SETTLE_AFTER):
            readers |= shared.readers_of(ref)
            if isinstance(ref, Static) and ref.name in engine.program.modules:
                readers |= engine.readers.get(f"{ref.name}.<module>", set())
        self.changed = {}
        self._ask_writers()
        engine.budget.begin_round()
        self.turns = [0] * len(self.order)
        for symbol in sorted(readers):
            self._queue_again(self.rank[symbol])

    def _ask_writers(self) -> None:
        """Queue those who leave something where functions of a narrower analysis look."""
        shared = self.engine.shared
        writers = self.focus.writers if self.focus is not None and self.focus.writers else {}
        for ref in shared.asked() if writers else ():
            for symbol in writers.get(shared.name_of(ref), ()):
                number = self.rank.get(symbol)
                if number is not None and symbol not in self.reports:
                    self._queue(number)

    def _queue(self, number: int) -> None:
        if number not in self.queued:
            self.queued.add(number)
            heapq.heappush(self.pending, number)


def solve(engine: Engine, focus: Focus | None = None) -> Result:
    """Summaries and reports of all functions of the program, or of those that a narrower analysis needs."""
    solver = _Solver(engine, focus)
    engine.demand = solver.demand
    solver.take_in(engine.receivers.of_tables())
    for number in range(_MOST_ROUNDS):
        solver.run()
        solver.hand_over(number)
    solver.limits.update(engine.receivers.chosen(solver.order[number])[0] for number in solver.queued)
    return Result(solver.reports, tuple(sorted(solver.limits)), tuple(sorted(solver.faults)))


def _width(turn: int, before: Width) -> Width:
    """What a function's summary tells apart in a turn; what was given up once stays given up."""
    if turn >= _COLLAPSE_AFTER or before is Width.FLAT:
        return Width.FLAT
    return Width.ONE_OF_A_TYPE if turn >= _CONDENSE_AFTER else before


def analyse(engine: Engine, key: str) -> Frame:
    """Run a function's body over its parameters, perhaps for one class of receiver or some switches."""
    frame = Frame(engine, key)
    begin(frame)
    frame.switches = dict(engine.switches.answers(key))
    frame.run(frame.info.facts.body)
    frame.finish()
    sinks.leave(frame)
    neutral_columns.leave(frame)
    return frame


def _called(program: Program) -> frozenset[str]:
    """Functions that some function calls, as far as names and annotations show."""
    return frozenset(callee for info in program.functions.values() for callee in info.callees)


def _below(program: Program, functions: Iterable[str]) -> set[str]:
    """Functions with all that they call as far as names and annotations show."""
    found = {symbol for symbol in functions if symbol in program.functions}
    waiting = sorted(found)
    while waiting:
        for callee in program.functions[waiting.pop()].callees:
            if callee not in found and callee in program.functions:
                found.add(callee)
                waiting.append(callee)
    return found


def _order(program: Program) -> list[str]:
    ordered = [symbol for component in program.components for symbol in component]
    listed = set(ordered)
    return ordered + [symbol for symbol in program.functions if symbol not in listed]
