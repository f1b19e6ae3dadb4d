"""Items that a framework keeps for the whole program, of requests and applications that are handed in."""

from __future__ import annotations

from purposelint.flow.state import planting
from purposelint.flow.state.frame import Frame
from purposelint.flow.state.values import (
    NOTHING,
    AttributeDict,
    Field,
    Ref,
    SharedObj,
    Value,
    join,
)


def keeper(frame: Frame, holder: Value, key: Field) -> Value:
    """What keeps the item that a constant key of a value names: the value itself, or a framework's object."""
    kept_items = frame.engine.knowledge.kept_items
    if not kept_items or not (isinstance(key, str) and key.startswith("[")):
        return holder
    result = NOTHING
    for ref in holder.refs:
        entry = kept_items.get(getattr(ref, "type", ""))
        if entry is None or type(ref) is SharedObj:
            return holder
        result = join(result, planting.registry(frame, entry))
    return result if result.refs else holder


def reader(frame: Frame, holder: Value, key: Field) -> Value:
    """As `keeper`, but the value itself where nobody is known to put anything under the key."""
    found = keeper(frame, holder, key)
    return holder if found is not holder and frame.read(found, key) is NOTHING else found


def mapping(frame: Frame, receiver: Value) -> Value:
    """What methods of mappings speak of: the attributes of an object whose entry says so, by their names."""
    keyed = frame.engine.knowledge.keyed
    if not keyed or not any(_is_keyed(ref, keyed) for ref in receiver.refs):
        return receiver
    refs = (AttributeDict(ref) if _is_keyed(ref, keyed) else ref for ref in receiver.refs)
    return Value(receiver.exact, receiver.vague, tuple(refs))


def _is_keyed(ref: Ref, keyed: set[str]) -> bool:
    return type(ref) is SharedObj and ref.type in keyed
