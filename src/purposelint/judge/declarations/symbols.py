"""The names that globs of `symbols` speak of, and the nearest one to a glob that matches none."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from purposelint.domain.program import Module
from purposelint.judge.declarations.words import nearest

_REST = ".*"


def symbols_of(modules: Iterable[Module], fields: Iterable[tuple[str, str]] = ()) -> frozenset[str]:
    """Packages, modules, classes, fields and functions of a program, by their whole names.

    `fields` are further ones, each with the name of its class: what methods set on objects.
    """
    found = {f"{owner}.{name}" for owner, name in fields}
    for module in modules:
        name = module.name
        found.update(name[:at] for at, letter in enumerate(name) if letter == ".")
        found.update((name, f"{name}.<module>"))
        found.update(f"{name}.{each.qualname}" for each in module.facts.functions if each.kind == "function")
        for each in module.facts.classes:
            found.add(f"{name}.{each.qualname}")
            found.update(f"{name}.{each.qualname}.{one.name}" for one in each.fields)
    return frozenset(found)


def near_symbol(glob: str, symbols: Collection[str]) -> str:
    """The glob with the one part replaced that is not known, by what is like it there or bears its name.

    '' where no such is known.
    """
    stem = glob.removesuffix(_REST)
    rest = glob[len(stem) :]
    parts = stem.split(".")
    known = next((at for at in range(len(parts), 0, -1) if ".".join(parts[:at]) in symbols), 0)
    around, lost = ".".join(parts[:known]), parts[known : known + 1]
    if not lost:
        return stem
    there = {each.rpartition(".")[2] for each in symbols if each.rpartition(".")[0] == around}
    near = nearest(lost[0], there)
    if near:
        whole = ".".join([*parts[:known], near, *parts[known + 1 :]])
        return whole + rest if whole in symbols else ".".join([*parts[:known], near]) + _REST
    last = parts[-1]
    moved = sorted(each for each in symbols if each.rpartition(".")[2] == last)
    return moved[0] + rest if moved else ""
