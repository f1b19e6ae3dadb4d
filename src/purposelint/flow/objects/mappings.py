"""What a mapping hands on: its entries, its views, and what another mapping or pairs put into it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from purposelint.flow.objects.arguments import Argument, one_by_one
from purposelint.flow.objects.spreading import spread
from purposelint.flow.state.alternatives import in_turn
from purposelint.flow.state.fields import is_known_item
from purposelint.flow.state.frame import Frame
from purposelint.flow.state.keys import item_key
from purposelint.flow.state.values import ANY, CONSTANT, KEYS, Field, Obj, Value

_MOST_ENTRIES = 12
"""Entries of a mapping that its views tell apart."""


class Entry(NamedTuple):
    """A key of a mapping and what is under it."""

    field: Field
    held: Value

    @property
    def key(self) -> Value:
        """The key as a value: a text is known, a number is a constant like any other."""
        return Value(0, 0, (), self.field[1:]) if isinstance(self.field, str) else CONSTANT


def entries_of(frame: Frame, value: Value) -> list[Entry] | None:
    """Entries of a mapping in their order, None where not every one is known."""
    if value.exact or value.vague or len(value.refs) != 1:
        return None
    ref = value.refs[0]
    if not isinstance(ref, Obj) or ref.type != "dict":
        return None
    fields = frame.fields(ref)
    if ANY in fields or KEYS in fields or len(fields) > _MOST_ENTRIES:
        return None
    return [Entry(field, held) for field, held in fields.items() if is_known_item(field)]


def is_stated_without(frame: Frame, value: Value, key: Field) -> bool:
    """Whether a value is a mapping that this function makes with some keys, all known, but this one."""
    entries = entries_of(frame, value)
    if not entries or any(isinstance(ref, Obj) and ref.site[-1] < 0 for ref in value.refs):
        return False
    return all(entry.field != key for entry in entries)


# --- views -------------------------------------------------------------------------------------


def keys(frame: Frame, mapping: Value, site: tuple[int, ...]) -> Value:
    """A list of the keys."""
    result = frame.fresh(site, "list")
    entries = entries_of(frame, mapping)
    if entries is None:
        frame.write(result, ANY, frame.part(mapping, KEYS))
    for number, entry in enumerate(entries or ()):
        frame.write(result, number, entry.key)
    return result


def values(frame: Frame, mapping: Value, site: tuple[int, ...]) -> Value:
    """A list of what is under the keys."""
    result = frame.fresh(site, "list")
    entries = entries_of(frame, mapping)
    if entries is None:
        frame.write(result, ANY, frame.values_of(mapping))
    for number, entry in enumerate(entries or ()):
        frame.write(result, number, entry.held)
    return result


def items(frame: Frame, mapping: Value, site: tuple[int, ...]) -> Value:
    """A list of pairs of a key and what is under it."""
    result = frame.fresh(site, "list")
    entries = entries_of(frame, mapping)
    if entries is None:
        frame.write(result, ANY, pair(frame, site, frame.part(mapping, KEYS), frame.values_of(mapping)))
    for number, entry in enumerate(entries or ()):
        frame.write(result, number, pair(frame, (*site, number), entry.key, entry.held))
    return result


def pair(frame: Frame, site: tuple[int, ...], first: Value, second: Value) -> Value:
    """A tuple of two."""
    made = frame.fresh((*site, 2), "tuple")
    frame.write(made, 0, first)
    frame.write(made, 1, second)
    return made


# --- what is put in ----------------------------------------------------------------------------


def from_keys(frame: Frame, site: tuple[int, ...], arguments: Sequence[Argument]) -> Value:
    """`fromkeys(keys, value)`: the same value under every key."""
    made = frame.fresh(site, "dict")
    held = arguments[1].value if len(arguments) > 1 else CONSTANT
    known = frame.known_items(arguments[0].value) if arguments else []
    for key in known if known is not None else [frame.elements_of(arguments[0].value)]:
        in_turn(frame, key, lambda one: frame.put(made, item_key(one), one, held))
    return made


def put_into(frame: Frame, mapping: Value, arguments: Sequence[Argument]) -> None:
    """What `mapping.update(...)` is given: keywords are keys, the rest are mappings or pairs."""
    for argument in one_by_one(frame, arguments):
        if argument.name is not None:
            frame.write(mapping, "[" + argument.name, argument.value)
        else:
            spread(frame, argument.value, mapping)


def counted(frame: Frame, site: tuple[int, ...], arguments: Sequence[Argument]) -> Value:
    """`Counter(items)`: what is counted are the keys; of a mapping it is the mapping itself."""
    made = frame.fresh(site, "dict")
    for argument in arguments:
        if argument.name is not None:
            frame.write(made, "[" + argument.name, argument.value)
        elif any(isinstance(ref, Obj) and ref.type == "dict" for ref in argument.value.refs):
            spread(frame, argument.value, made)
        else:
            frame.put(made, ANY, frame.elements_of(argument.value), CONSTANT)
    return made
