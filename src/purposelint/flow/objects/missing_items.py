"""Items that a `defaultdict` makes when it is asked for what is not there."""

from __future__ import annotations

from purposelint.flow.state.frame import Frame
from purposelint.flow.state.values import NOTHING, Field, Obj, Static, Value, join, of

FACTORY = ".default_factory"
"""Attribute in which a `defaultdict` keeps what makes a missing item."""

_EMPTY = {"builtins.list": "list", "builtins.dict": "dict", "builtins.set": "set"}


def made(frame: Frame, holder: Value, field: Field, key: Value, place: tuple[int, int]) -> Value:
    """What is made and put under a key at a place; nothing where nothing makes it."""
    found = NOTHING
    for ref in holder.refs:
        factory = frame.fields(ref).get(FACTORY) if isinstance(ref, Obj) else None
        if factory is None:
            continue
        found = join(found, _of_class(frame, factory, (ref, field)))
        if found is NOTHING:
            given = frame.engine.call_value(frame, factory, "", [], *place)
            kinds = [each.type for each in given.refs if isinstance(each, Obj)]
            own = frame.fresh(frame.numbered((ref, field)), kinds[0]) if kinds else given
            frame.copy_fields(given, own)
            found = own
        frame.put(of(ref), field, key, found)
    return found


def _of_class(frame: Frame, factory: Value, site: object) -> Value:
    """An empty container where the factory is the class of one."""
    found = NOTHING
    for each in factory.refs:
        kind = _EMPTY.get(each.name, "") if type(each) is Static else ""
        if kind:
            found = join(found, frame.fresh(frame.numbered(site), kind))
    return found
