"""Imports: the names they bind, and what those stand for."""

from __future__ import annotations

from purposelint.domain.facts import Import, StarImport
from purposelint.domain.statements import ImportStmt, Stmt
from purposelint.extract import nodes as cst
from purposelint.extract.walk import Walk


def lower_import(walk: Walk, node: cst.Import, at: int) -> Stmt:
    """`import a.b as c, d`."""
    names: list[str] = []
    for alias in node.names:
        module, first = _take_dotted(walk, alias.name)
        local = _take_alias(walk, alias)
        if local is None:
            module = local = module.partition(".")[0]
        walk.imports.append(Import(local, module, None, 0, walk.scope.index, walk.cursor.at[first]))
        names.append(local)
    return _imported(walk, names, at)


def lower_import_from(walk: Walk, node: cst.ImportFrom, at: int) -> Stmt:
    """`from ..a import b as c`, `from a import *`."""
    module = "" if node.module is None else _take_dotted(walk, node.module)[0]
    level = len(node.relative)
    names: list[str] = []
    if isinstance(node.names, cst.ImportStar):
        walk.cursor.take("import")
        walk.cursor.take_star()
        walk.stars.append(StarImport(module, level, walk.scope.index))
        return _imported(walk, names, at)
    for alias in node.names:
        name, first = _take_dotted(walk, alias.name)
        local = _take_alias(walk, alias) or name
        walk.imports.append(Import(local, module, name, level, walk.scope.index, walk.cursor.at[first]))
        names.append(local)
    return _imported(walk, names, at)


def lower_lazy_import(walk: Walk, node: cst.Import, at: int) -> Stmt:
    """`lazy import a` (PEP 810)."""
    walk.cursor.take("lazy")
    return lower_import(walk, node, at)


def lower_lazy_import_from(walk: Walk, node: cst.ImportFrom, at: int) -> Stmt:
    """`lazy from a import b` (PEP 810)."""
    walk.cursor.take("lazy")
    return lower_import_from(walk, node, at)


def _imported(walk: Walk, names: list[str], at: int) -> Stmt:
    walk.scope.bound.update(names)
    return ImportStmt(at, walk.statement_end(), tuple(names))


def _take_dotted(walk: Walk, node: cst.Attribute | cst.Name) -> tuple[str, int]:
    """Consume a dotted name; gives its text and the index of its first token."""
    if type(node) is cst.Name:
        return node.value, walk.cursor.take(node.value)
    parts: list[str] = []
    current: cst.BaseExpression = node
    while type(current) is cst.Attribute:
        parts.append(current.attr.value)
        current = current.value
    assert isinstance(current, cst.Name)
    parts.append(current.value)
    parts.reverse()
    indices = [walk.cursor.take(part) for part in parts]
    return ".".join(parts), indices[0]


def _take_alias(walk: Walk, alias: cst.ImportAlias) -> str | None:
    """Consume the name behind `as`, if there is one."""
    if alias.asname is None or not isinstance(alias.asname.name, cst.Name):
        return None
    name = alias.asname.name.value
    walk.cursor.take(name)
    return name
