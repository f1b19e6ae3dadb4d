"""Which names of a function stand for what it imports, whoever reads them and whenever."""

from __future__ import annotations

from collections.abc import Iterator

from purposelint.domain.expressions import Name, Walrus
from purposelint.domain.facts import FileFacts, Function
from purposelint.domain.mentions import nodes_of, parts_of
from purposelint.domain.statements import (
    AsPattern,
    ClassDef,
    Def,
    Handler,
    ImportStmt,
    MapPattern,
    Scope,
    StarPattern,
)


def only_imported(facts: FileFacts, function: Function) -> frozenset[str]:
    """Names that imports bind in a function's own body, and nothing else does."""
    imported: set[str] = set()
    others = {parameter.name for parameter in function.params}
    for node in nodes_of(function):
        if type(node) is ImportStmt:
            imported.update(node.names)
        else:
            others.update(_bound(facts, node))
    return frozenset(imported - others)


def _bound(facts: FileFacts, node: object) -> Iterator[str]:
    """Names that a node binds; those that only stand in its target count too."""
    targets = (*getattr(node, "targets", ()), getattr(node, "target", None))
    yield from (part.id for part in parts_of(targets) if type(part) is Name)
    if isinstance(node, Walrus | Handler | AsPattern | StarPattern) and node.name:
        yield node.name
    elif type(node) is MapPattern and node.rest:
        yield node.rest
    elif type(node) is Scope:
        yield from node.names
    elif type(node) is Def:
        yield facts.functions[node.function].name
    elif type(node) is ClassDef:
        yield facts.classes[node.class_].name
