"""Methods of dicts and of what is made like them: `Counter`, `OrderedDict`, `ChainMap`."""

from __future__ import annotations

from collections.abc import Sequence

from purposelint.domain.expressions import Attr, Call
from purposelint.flow.access import key_labels
from purposelint.flow.methods.list_methods import Method
from purposelint.flow.objects import copies, framework_items, mappings
from purposelint.flow.objects.arguments import Argument
from purposelint.flow.objects.instance_fields import is_constant, is_made_without, is_stated
from purposelint.flow.state import texts
from purposelint.flow.state.alternatives import in_turn
from purposelint.flow.state.fields import is_open_key
from purposelint.flow.state.frame import Frame
from purposelint.flow.state.keys import handed_key
from purposelint.flow.state.rendering import render
from purposelint.flow.state.values import ANY, CONSTANT, KEYS, NOTHING, UNKNOWN, Field, Obj, Value, join


def get(frame: Frame, receiver: Value, arguments: Sequence[Argument], node: Call) -> Value:
    """`get(key, default)`; a name that is a key says what it holds."""
    if not arguments:
        return frame.values_of(receiver)
    key = arguments[0].key
    receiver = framework_items.reader(frame, receiver, key)
    result = frame.read(receiver, key)
    if isinstance(key, str) and key.startswith("[") and type(node.func) is Attr:
        mask = key_labels.of_key(frame, receiver, node.func.value, key[1:])
        whole = receiver.exact & frame.engine.labels.solid
        if whole:
            result = Value(result.exact | whole, result.vague, result.refs or UNKNOWN.refs)
        known_constant = is_constant(result) or is_stated(frame, receiver, key)
        left_out = result is NOTHING and (
            is_made_without(frame, receiver, key[1:]) or mappings.is_stated_without(frame, receiver, key)
        )
        if mask and not known_constant and not left_out:
            mask &= ~frame.engine.labels.same_elements(result.exact)
            frame.enter(mask, node.at, node.to, render(node))
            result = Value(result.exact | mask, result.vague, result.refs or UNKNOWN.refs)
    elif key == ANY or is_open_key(key):
        result = frame.item(receiver, arguments[0].value)
        if receiver.exact or receiver.vague:
            result = Value(result.exact | receiver.exact, result.vague | receiver.vague, result.refs)
    for default in arguments[1:2]:
        result = join(result, default.value) if result is not NOTHING else default.value
    if result is NOTHING and receiver.refs and not any(isinstance(r, Obj) for r in receiver.refs):
        return UNKNOWN
    return result


def _pop(frame: Frame, receiver: Value, arguments: Sequence[Argument], node: Call) -> Value:
    result = get(frame, receiver, arguments, node)
    if arguments:
        key = arguments[0].key
        frame.remove(framework_items.keeper(frame, receiver, key), key)
    return result


def _pop_item(frame: Frame, receiver: Value, arguments: Sequence[Argument], node: Call) -> Value:
    """A pair of a key and its value: the last one, unless the call says otherwise."""
    entries = mappings.entries_of(frame, receiver)
    if not entries or arguments:
        key, held = frame.part(receiver, KEYS), frame.values_of(receiver)
        return mappings.pair(frame, (node.at, 3), key, held)
    last = entries[-1]
    frame.remove(receiver, last.field)
    return mappings.pair(frame, (node.at, 3), last.key, last.held)


def _set_default(frame: Frame, receiver: Value, arguments: Sequence[Argument], node: Call) -> Value:
    result = get(frame, receiver, arguments, node)
    if len(arguments) > 1:
        holder = framework_items.keeper(frame, receiver, arguments[0].key)
        frame.put(holder, _written_key(arguments[0]), arguments[0].value, result)
    return result


def _written_key(argument: Argument) -> Field:
    """The key under which something is put; one that the caller hands in, the caller knows."""
    return handed_key(argument.value) if argument.key == ANY else argument.key


def _update(frame: Frame, receiver: Value, arguments: Sequence[Argument], _node: Call) -> Value:
    mappings.put_into(frame, receiver, arguments)
    return NOTHING


def _set_item(frame: Frame, receiver: Value, arguments: Sequence[Argument], _node: Call) -> Value:
    if len(arguments) == 2:
        frame.put(receiver, _written_key(arguments[0]), arguments[0].value, arguments[1].value)
    return NOTHING


def _from_keys(frame: Frame, _receiver: Value, arguments: Sequence[Argument], node: Call) -> Value:
    return mappings.from_keys(frame, (node.at, 23), arguments)


def _values(frame: Frame, receiver: Value, _arguments: Sequence[Argument], node: Call) -> Value:
    return mappings.values(frame, receiver, (node.at, 1))


def _items(frame: Frame, receiver: Value, _arguments: Sequence[Argument], node: Call) -> Value:
    return mappings.items(frame, receiver, (node.at, 3))


def _keys(frame: Frame, receiver: Value, _arguments: Sequence[Argument], node: Call) -> Value:
    return mappings.keys(frame, receiver, (node.at, 24))


def _most_common(frame: Frame, receiver: Value, _arguments: Sequence[Argument], node: Call) -> Value:
    """Pairs in another order than that in which they were counted."""
    made = frame.fresh((node.at, 25), "list")
    counted = mappings.pair(frame, (node.at, 25), frame.elements_of(receiver), CONSTANT)
    frame.write(made, ANY, counted)
    return made


def _elements(frame: Frame, receiver: Value, _arguments: Sequence[Argument], node: Call) -> Value:
    made = frame.fresh((node.at, 26), "list")
    frame.write(made, ANY, frame.elements_of(receiver))
    return made


def _copy(frame: Frame, receiver: Value, _arguments: Sequence[Argument], node: Call) -> Value:
    return copies.copied(frame, receiver, "", (node.at, 4))


def _clear(frame: Frame, receiver: Value, _arguments: Sequence[Argument], _node: Call) -> Value:
    frame.clear(receiver)
    return NOTHING


def _by_key(method: Method) -> Method:
    """The method; where its key is one of several texts, with each of them."""

    def call(frame: Frame, receiver: Value, arguments: Sequence[Argument], node: Call) -> Value:
        if not arguments or not texts.alternatives(arguments[0].value.text):
            return method(frame, receiver, arguments, node)

        def with_key(key: Value) -> Value:
            return method(frame, receiver, [arguments[0]._replace(value=key), *arguments[1:]], node)

        return in_turn(frame, arguments[0].value, with_key)

    return call


METHODS: dict[str, Method] = {
    "get": _by_key(get),
    "pop": _by_key(_pop),
    "popitem": _pop_item,
    "setdefault": _by_key(_set_default),
    "update": _update,
    "fromkeys": _from_keys,
    "values": _values,
    "items": _items,
    "keys": _keys,
    "most_common": _most_common,
    "elements": _elements,
    "__getitem__": _by_key(get),
    "__setitem__": _by_key(_set_item),
    "__delitem__": _by_key(_pop),
    "__iter__": _keys,
    "copy": _copy,
    "clear": _clear,
}
