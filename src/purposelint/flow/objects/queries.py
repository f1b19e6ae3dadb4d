"""Where queries begin: attributes of stored classes, and attributes and methods that name one."""

from __future__ import annotations

from purposelint.flow.state.frame import Frame
from purposelint.flow.state.rows import rows_of
from purposelint.flow.state.values import NOTHING, Instance, Value, of


def begun(frame: Frame, owner: str, name: str) -> Value:
    """The query that an attribute of a class begins, nothing where it begins none."""
    program, knowledge = frame.engine.program, frame.engine.knowledge
    for base in program.outside_bases(owner) if owner in program.classes else (owner,):
        entry = knowledge.query_attribute(f"{base}.{name}")
        if entry is not None and not entry.model:
            return of(Instance(rows_of(owner)))
    return NOTHING
