"""What a database calls the table of a class, as far as code or a framework's convention tells."""

from __future__ import annotations

from collections.abc import Iterator

from purposelint.domain.chains import stated_text
from purposelint.domain.program import ClassInfo, Program
from purposelint.domain.words import words

_STATED = ("__tablename__", "db_table", "table_name")
_INNER = "Meta"
_LAYERS = frozenset({"models", "model", "tables", "entities", "schema"})


def table_names(program: Program, info: ClassInfo) -> tuple[str, ...]:
    """Names that the table of a class may have: one that it states, else those that conventions give.

    Conventions are the class's name in snake case, the name behind the package that holds its models
    (Django's), and the plural that is an `s`; a table without a class has its own name.
    """
    stated = next(_stated(program, info), "")
    if stated:
        return (stated,)
    if info.index < 0:
        return (info.facts.name,)
    name = "_".join(words(info.facts.name))
    packages = [part for part in info.module.split(".") if part not in _LAYERS]
    behind = [f"{packages[-1]}_{name.replace('_', '')}"] if packages else []
    return (name, name.replace("_", ""), f"{name}s", *behind)


def _stated(program: Program, info: ClassInfo) -> Iterator[str]:
    inner = program.classes.get(f"{info.symbol}.{_INNER}")
    for holder in (info, inner):
        for field in holder.facts.fields if holder is not None else ():
            if field.name in _STATED and stated_text(field.value):
                yield stated_text(field.value)
