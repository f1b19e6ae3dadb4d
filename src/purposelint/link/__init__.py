"""Joins files into a program: modules, imports, classes with their MRO, call targets."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from purposelint.domain.facts import FileFacts
from purposelint.domain.program import FunctionInfo, Program
from purposelint.link.assembly import Assembly, assemble
from purposelint.link.calls import Targets
from purposelint.link.components import strongly_connected
from purposelint.link.hierarchy import build_hierarchy
from purposelint.link.types import Types

__all__ = ["link", "order"]


def link(facts: Iterable[FileFacts]) -> Program:
    """Join the facts of all files, given in any order, into one program."""
    assembly = assemble(facts)
    types = Types(assembly)
    types.settle_values()
    build_hierarchy(assembly)
    assembly.forget()
    types.name_types()
    types.declare_results()
    types.settle_attributes()
    types.infer_results()
    types.settle_values()
    assembly.forget()
    functions = _with_callees(assembly)
    program = Program(
        assembly.modules,
        assembly.classes,
        functions,
        assembly.subclasses,
        _packages(assembly),
        assembly.variable_types,
        assembly.return_types,
        assembly.type_aliases,
    )
    return replace(program, components=order(program))


def order(program: Program) -> tuple[tuple[str, ...], ...]:
    """Strongly connected components of the call graph, callees first."""
    return strongly_connected({symbol: info.callees for symbol, info in program.functions.items()})


def _with_callees(assembly: Assembly) -> dict[str, FunctionInfo]:
    """All functions with what they may call: by name, by type, and what they define."""
    targets = Targets(assembly.program)
    found: dict[str, set[str]] = {symbol: set() for symbol in assembly.functions}
    for symbol, info in assembly.functions.items():
        scope = assembly.scopes[symbol]
        found[symbol].update(targets.of(scope, info.facts))
        if info.facts.parent < 0:
            continue
        parent = assembly.symbols[info.module].functions[info.facts.parent]
        if info.facts.decorators:
            run = set(targets.decorators(assembly.scopes[parent], info.facts))
            found[symbol] |= run - {symbol}
            found[parent] |= run
        if not info.owner and (info.facts.kind != "function" or info.facts.parent > 0):
            found[parent].add(symbol)
    return {
        symbol: FunctionInfo(
            symbol,
            info.module,
            info.path,
            info.index,
            info.facts,
            info.owner,
            info.imports,
            tuple(sorted(found[symbol])),
        )
        for symbol, info in assembly.functions.items()
    }


def _packages(assembly: Assembly) -> frozenset[str]:
    """First words of all absolute imports."""
    files = [module.facts for module in assembly.modules.values()]
    words: set[str] = set()
    for file in files:
        words.update(each.module.partition(".")[0] for each in file.imports if not each.level)
        words.update(star.module.partition(".")[0] for star in file.stars if not star.level)
    return frozenset(words)
