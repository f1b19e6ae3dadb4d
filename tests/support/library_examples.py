"""The examples of library entries as programs: what rules/README.md says of `hits` and `misses`, done.

Every snippet becomes a module of its own, all snippets of a library one program, which goes through
the real stages with the whole catalogue.
"""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TypeAlias

from purposelint.classify import classify
from purposelint.domain.catalog import Catalog
from purposelint.domain.configured import Setting
from purposelint.domain.facts import FileFacts, SourceFile
from purposelint.domain.failures import Failure
from purposelint.domain.flows import Flow
from purposelint.domain.frameworks import (
    Callback,
    Channel,
    Ending,
    Extension,
    Handler,
    Hook,
    Registry,
    Service,
    Workflow,
)
from purposelint.domain.library import Guard, Library, Passthrough, Sink, Source
from purposelint.domain.models import Column, Model
from purposelint.domain.queries import Query
from purposelint.domain.relays import Relay
from purposelint.domain.sightings import Sighting
from purposelint.extract import extract
from purposelint.flow import trace
from purposelint.link import link
from purposelint.policy.catalogue import read_catalog
from support.places import ROOT, RULES

Illustrated: TypeAlias = (
    Sink
    | Source
    | Guard
    | Passthrough
    | Column
    | Model
    | Query
    | Handler
    | Hook
    | Channel
    | Callback
    | Workflow
    | Ending
    | Failure
    | Service
    | Registry
    | Extension
    | Relay
    | Setting
)

_KINDS = (
    "sink",
    "source",
    "guard",
    "passthrough",
    "column",
    "model",
    "query",
    "handler",
    "hook",
    "channel",
    "callback",
    "workflow",
    "ending",
    "failure",
    "service",
    "registry",
    "extension",
    "relay",
    "setting",
)
_HERE = re.compile(r"\bHERE\b")
"""Stands in a snippet for the name of the module that it becomes."""

_SHOWN = "print"
"""Id of the sink through which a snippet's `result` is looked at."""


@dataclass(frozen=True, slots=True)
class Example:
    """One snippet of one entry; `wanted` is true for a hit."""

    library: str
    kind: str
    label: str
    entry: Illustrated
    snippet: str
    wanted: bool
    number: int

    @property
    def path(self) -> str:
        """The module that the snippet becomes."""
        return f"example_{self.number}.py"

    def __str__(self) -> str:
        """How the test run calls it."""
        return f"{self.library}:{self.kind}:{self.label}:{'hit' if self.wanted else 'miss'}{self.number}"


@dataclass(frozen=True, slots=True)
class Seen:
    """What the stages make of one module: flows by its place, and the fields its own classes declare."""

    flows: tuple[Flow, ...] = ()
    fields: tuple[Sighting, ...] = ()


@cache
def shipped_catalog() -> Catalog:
    """The catalogue as it ships; fails with every mistake in it."""
    catalog, mistakes = read_catalog(RULES, [], ROOT, None)
    assert not mistakes, "\n".join(map(str, mistakes))
    assert catalog is not None
    return catalog


def entries(library: Library) -> Iterator[tuple[str, str, Illustrated]]:
    """Kind, label and entry of everything in a library that must have examples."""
    for kind in _KINDS:
        for entry in getattr(library, kind):
            yield kind, getattr(entry, "id", "") or entry.type[0], entry


@cache
def examples() -> tuple[Example, ...]:
    """Every snippet of every entry that ships, in order of library."""
    found: list[Example] = []
    for library in shipped_catalog().libraries.values():
        for kind, label, entry in entries(library):
            snippets = [(text, True) for text in entry.hits] + [(text, False) for text in entry.misses]
            for text, wanted in snippets:
                found.append(Example(library.name, kind, label, entry, text, wanted, len(found)))
    return tuple(found)


def module_text(example: Example) -> str:
    """Source of the module that a snippet becomes."""
    library = shipped_catalog().libraries[example.library]
    tree = ast.parse(example.snippet)
    text = _HERE.sub(example.path.removesuffix(".py"), example.snippet)
    if not _defines(tree.body[-1]):
        shown = f"\nprint({_RESULT})" if _binds_result(tree) else ""
        body = (text + shown).replace("\n", "\n    ")
        text = f"def example(user):\n    {body}"
    imports = "".join(f"import {name}\n" for name in _modules_used(library.setup + "\n" + text))
    return f"{imports}{library.setup}\n\n{text}\n"


_RESULT = "result"


def _defines(statement: ast.stmt) -> bool:
    return isinstance(statement, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef)


def _binds_result(tree: ast.Module) -> bool:
    targets = [t for node in ast.walk(tree) if isinstance(node, ast.Assign) for t in node.targets]
    return any(isinstance(target, ast.Name) and target.id == _RESULT for target in targets)


def _modules_used(text: str) -> list[str]:
    """Modules and packages that the text uses by name without importing them."""
    tree = ast.parse(text)
    names = [node for node in ast.walk(tree) if isinstance(node, ast.Name)]
    bound = {node.id for node in names if not isinstance(node.ctx, ast.Load)} | set(_bound_otherwise(tree))
    return sorted({node.id for node in names if node.id in _importable()} - bound)


def _bound_otherwise(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import | ast.ImportFrom):
            yield from ((alias.asname or alias.name).partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.arg):
            yield node.arg
        elif isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            yield node.name


@cache
def _importable() -> frozenset[str]:
    named = (name for library in shipped_catalog().libraries.values() for name in library.imports)
    return frozenset((*sys.stdlib_module_names, *named)) - {"*"}


@cache
def _seen(group: str) -> Mapping[str, Seen]:
    """What the stages make of a group's snippets as one program, by path of their modules."""
    modules = [(example.path, module_text(example)) for example in examples() if _group(example) == group]
    facts = [extract(SourceFile(path, text.encode())) for path, text in modules]
    read = [one for one in facts if isinstance(one, FileFacts)]
    assert len(read) == len(facts), [one for one in facts if not isinstance(one, FileFacts)]
    program = link(read)
    catalog = shipped_catalog()
    sightings = classify(program, catalog)
    flows = trace(program, sightings, catalog)
    declared: dict[str, list[Sighting]] = {}
    for (symbol, _name), found in sightings.fields.items():
        info = program.classes.get(symbol)
        for sighting in found:
            if info is not None and not sighting.inherited:
                declared.setdefault(info.path, []).append(sighting)
    return {
        path: Seen(
            tuple(flow for flow in flows.flows if flow.place.path == path), tuple(declared.get(path, ()))
        )
        for path, _text in modules
    }


def _group(example: Example) -> str:
    """Its library's, but for what is said at a set-up of the whole program: that stands alone."""
    return str(example) if isinstance(example.entry, Relay) and example.entry.frames else example.library


def shows(example: Example) -> bool:
    """Whether the entry did, on this snippet, what it is there for."""
    found = _seen(_group(example))[example.path]
    return _DONE[example.kind](example.entry, found)


def _open(found: Seen) -> list[Flow]:
    """Flows into the sink that looks at `result` and that nothing guards."""
    return [f for f in found.flows if f.sink.id == _SHOWN and not f.guard and not f.pseudonym]


def _sink(entry: Illustrated, found: Seen) -> bool:
    assert isinstance(entry, Sink | Relay)
    return any(flow.sink.id == entry.id and not flow.guard for flow in found.flows)


def _setting(entry: Illustrated, found: Seen) -> bool:
    assert isinstance(entry, Setting)
    return any(flow.sink.host for flow in found.flows)


def _source(entry: Illustrated, found: Seen) -> bool:
    assert isinstance(entry, Source)
    if not (entry.element or entry.asked):
        return not _open(found)
    return any(
        entry.container or entry.asked or flow.source.element == entry.element for flow in _open(found)
    )


def _guard(entry: Illustrated, found: Seen) -> bool:
    assert isinstance(entry, Guard)
    guarded = [f for f in found.flows if f.sink.id == _SHOWN and (f.guard or f.pseudonym)]
    return not _open(found) and bool(guarded) == (entry.gives != "nothing")


def _passthrough(entry: Illustrated, found: Seen) -> bool:
    assert isinstance(entry, Passthrough)
    return any(flow.sink.id == _SHOWN and flow.confidence != "low" for flow in found.flows)


def _column(entry: Illustrated, found: Seen) -> bool:
    assert isinstance(entry, Column)
    return any(not entry.element or field.element == entry.element for field in found.fields)


def _model(entry: Illustrated, found: Seen) -> bool:
    assert isinstance(entry, Model)
    return any(not entry.activity or field.model == entry.id for field in found.fields)


def _carries(entry: Illustrated, found: Seen) -> bool:
    assert not isinstance(entry, Sink | Source | Guard | Passthrough | Column | Model | Ending)
    return any(flow.sink.id == _SHOWN and flow.confidence != "low" for flow in found.flows)


def _ending(entry: Illustrated, found: Seen) -> bool:
    assert isinstance(entry, Ending)
    return not any(flow.sink.id == _SHOWN for flow in found.flows)


_DONE: Mapping[str, Callable[[Illustrated, Seen], bool]] = {
    "sink": _sink,
    "source": _source,
    "guard": _guard,
    "passthrough": _passthrough,
    "column": _column,
    "model": _model,
    "query": _carries,
    "handler": _carries,
    "hook": _carries,
    "channel": _carries,
    "callback": _carries,
    "workflow": _carries,
    "ending": _ending,
    "failure": _carries,
    "service": _carries,
    "registry": _carries,
    "extension": _carries,
    "relay": _sink,
    "setting": _setting,
}


def library_files() -> list[Path]:
    """Files of the libraries that ship, in order of name."""
    return sorted((RULES / "libraries").glob("*.toml"))
