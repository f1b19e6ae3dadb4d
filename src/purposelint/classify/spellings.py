"""The names under which a library may list what a program calls by a name of its own."""

from __future__ import annotations

from collections.abc import Iterator

from purposelint.domain.program import Program


def spellings(program: Program | None, name: str) -> Iterator[str]:
    """A canonical name; for a project class those of its bases; for its member the bases' member.

    With `class Database(flask_sqlalchemy.SQLAlchemy)`, `app.Database.Column` is
    `flask_sqlalchemy.SQLAlchemy.Column` too; so is the member of what calling a class gives,
    `flask_sqlalchemy.SQLAlchemy().Column`.
    """
    if not name:
        return
    yield name
    if "()." in name:
        yield name.replace("().", ".")
    if program is None:
        return
    if name in program.classes:
        yield from program.classes[name].lineage[1:]
        return
    owner, _, member = name.rpartition(".")
    if owner in program.classes:
        yield from (f"{base}.{member}" for base in program.classes[owner].lineage[1:])
