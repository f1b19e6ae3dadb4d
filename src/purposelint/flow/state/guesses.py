"""Data that may be somewhere inside what an unknown call gave: who may hand it on."""

from __future__ import annotations

from purposelint.flow.state.frame import Frame
from purposelint.flow.state.values import UNKNOWN, Instance, Value


def part_of(frame: Frame, holder: Value, name: str, part: Value) -> Value:
    """An attribute of what an unknown call gave: what may be anywhere in that may be here, but in its key."""
    guessed = holder.vague & frame.guessed
    vocabulary = frame.engine.knowledge.vocabulary
    if name in vocabulary.row_keys:
        guessed &= frame.engine.labels.of_elements((vocabulary.person_key,))
    if not guessed or not _is_undescribed(frame, holder):
        return part
    return Value(part.exact, part.vague | guessed, part.refs or UNKNOWN.refs, part.text)


def made_by_the_unknown(frame: Frame, value: Value) -> bool:
    """Whether a value is an instance of classes of the outside, made where it can be seen."""
    made = all(type(r) is Instance and r.site and r.type and "(" not in r.type for r in value.refs)
    return made and _is_undescribed(frame, value)


def _is_undescribed(frame: Frame, value: Value) -> bool:
    """Whether a value came from the outside, and no entry says anything of its class."""
    speaks = frame.engine.knowledge.speaks_of
    return bool(value.refs) and all(type(r) is Instance and not speaks(r.type) for r in value.refs)
