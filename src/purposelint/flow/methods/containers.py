"""Methods of Python's own containers and text, on values of those types or of unknown type."""

from __future__ import annotations

from collections.abc import Sequence

from purposelint.domain.chains import KEYED
from purposelint.domain.expressions import Call
from purposelint.flow.methods import dict_methods, list_methods, text_methods, tuple_methods
from purposelint.flow.objects import framework_items
from purposelint.flow.objects.arguments import Argument
from purposelint.flow.state.frame import Frame
from purposelint.flow.state.keys import text_key
from purposelint.flow.state.values import ANY, CONTAINERS, SEQUENCES, Instance, Obj, Static, Value

METHODS = frozenset(dict_methods.METHODS) | frozenset(list_methods.METHODS) - {
    "send",
    "asend",
    "throw",
    "athrow",
}
"""Methods whose effect on a container that was handed in is known without knowing the container."""


def call(frame: Frame, receiver: Value, name: str, arguments: Sequence[Argument], node: Call) -> Value | None:
    """Value of `receiver.name(...)` where that is a container's or text's own method; None otherwise."""
    if receiver.refs and all(type(ref) is Static for ref in receiver.refs):
        return None
    if any(frame.engine.knowledge.reveals(getattr(ref, "type", ""), name) for ref in receiver.refs):
        return frame.revealed(receiver)
    if any(type(ref) is Instance and ref.type and ref.type not in CONTAINERS for ref in receiver.refs):
        return _of_outside(frame, receiver, name, arguments, node)
    if name in dict_methods.METHODS:
        receiver = framework_items.mapping(frame, receiver)
    if name in tuple_methods.METHODS and tuple_methods.is_named(frame, receiver):
        return tuple_methods.METHODS[name](frame, receiver, arguments, node)
    text = text_methods.call(frame, receiver, name, arguments, node)
    if text is not None:
        return text
    kinds = {ref.type for ref in receiver.refs if isinstance(ref, Obj)}
    methods = [list_methods.METHODS, dict_methods.METHODS]
    if not kinds & SEQUENCES and (kinds or not _is_index(name, arguments)):
        methods.reverse()
    method = methods[0].get(name) or methods[1].get(name)
    return method(frame, receiver, arguments, node) if method else None


def _is_index(name: str, arguments: Sequence[Argument]) -> bool:
    """Whether a call takes out an item by its place rather than by its key."""
    return name == "pop" and (not arguments or isinstance(arguments[0].key, int))


def _of_outside(
    frame: Frame, receiver: Value, name: str, arguments: Sequence[Argument], node: Call
) -> Value | None:
    """Text and look-up methods work alike on outside types (a query dict, a header map, a text)."""
    if any(type(r) is Instance and frame.engine.knowledge.reveals(r.type, name) for r in receiver.refs):
        return Value(receiver.exact, receiver.vague)
    if (receiver.exact or receiver.vague) and text_methods.keeps(name):
        return text_methods.kept(frame, receiver, name, arguments, node)
    if name in KEYED and arguments and text_key(arguments[0].value) != ANY:
        value = dict_methods.get(frame, receiver, arguments, node)
        return value if value.exact or value.vague else None
    return None
