"""Small programs through the real stages, with the catalogue as it ships."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from textwrap import dedent

from purposelint.classify import classify
from purposelint.domain.facts import FileFacts, SourceFile
from purposelint.domain.flows import Flow, Flows
from purposelint.domain.program import Program
from purposelint.extract import extract
from purposelint.flow import trace
from purposelint.flow.engine import Engine
from purposelint.flow.fixpoint import analyse, solve
from purposelint.flow.lookup.knowledge import Knowledge
from purposelint.flow.state.frame import Frame
from purposelint.flow.state.values import SYMBOL_MASK, Instance, Sym, Value, bits, of
from purposelint.link import link
from support.library_examples import shipped_catalog


@dataclass(frozen=True)
class Solved:
    """An engine whose summaries are complete, and the functions that met a bound."""

    engine: Engine
    limits: tuple[str, ...]

    def frame(self, symbol: str) -> Frame:
        """One function of it, analysed once more over the final summaries."""
        return analyse(self.engine, symbol)


def linked(text: str | Mapping[str, str]) -> Program:
    """A program of one module `app`, or of several files by path."""
    files = {"app.py": text} if isinstance(text, str) else text
    facts = [extract(SourceFile(path, dedent(each).lstrip("\n").encode())) for path, each in files.items()]
    read = [each for each in facts if isinstance(each, FileFacts)]
    assert len(read) == len(facts), facts
    return link(read)


def traced(text: str | Mapping[str, str]) -> Flows:
    """What the stage gives for a program."""
    program = linked(text)
    flows = trace(program, classify(program, shipped_catalog()), shipped_catalog())
    assert not flows.faults
    return flows


def solved(text: str | Mapping[str, str]) -> Solved:
    """The engine behind `traced`, for a look inside."""
    program = linked(text)
    engine = Engine(program, classify(program, shipped_catalog()), shipped_catalog())
    result = solve(engine)
    assert not result.faults
    return Solved(engine, result.limits)


def line(flow: Flow) -> int:
    """Line on which source and sink meet."""
    return flow.place.span.line


def lines(text: str | Mapping[str, str]) -> list[int]:
    """Lines of all open flows, in order, each once."""
    return sorted({line(flow) for flow in traced(text).flows if not flow.guard})


def knowledge(*packages: str) -> Knowledge:
    """The catalogue's look-ups for a program that imports these packages."""
    return Knowledge(shipped_catalog(), frozenset(packages))


def elements_in(program: Solved, value: Value) -> set[str]:
    """Elements of the sources in a value's labels."""
    labels = program.engine.labels
    return {
        labels.label(index).sighting.element for index in bits((value.exact | value.vague) & ~SYMBOL_MASK)
    }


def unknown(kind: str = "") -> Value:
    """A value of which only the class is known."""
    return of(Instance(kind))


def handed_in(*path: str | int) -> Value:
    """What the caller handed in at a path."""
    return of(Sym(path, ""))
