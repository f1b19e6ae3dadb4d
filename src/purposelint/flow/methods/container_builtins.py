"""Functions of Python's own that make containers, or walk through them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeAlias

from purposelint.domain.expressions import Call
from purposelint.flow.methods.operators import overloaded
from purposelint.flow.objects import copies, mappings, sequences
from purposelint.flow.objects.arguments import Argument, one_by_one
from purposelint.flow.objects.missing_items import FACTORY
from purposelint.flow.objects.spreading import spread
from purposelint.flow.state.frame import Frame
from purposelint.flow.state.values import ANY, CONSTANT, Value, join

Function: TypeAlias = Callable[[Frame, Call, Sequence[Argument]], Value]
Perhaps: TypeAlias = Callable[[Frame, Call, Sequence[Argument]], Value | None]
"""A function that leaves some calls to what entries say of it."""

_MOST_ROWS = 12
"""Rows of `zip` and `enumerate` that are told apart."""


def _sequence(kind: str) -> Function:
    def make(frame: Frame, node: Call, arguments: Sequence[Argument]) -> Value:
        if not arguments:
            return frame.fresh((node.at, 5), kind)
        return sequences.copied(frame, (node.at, 5), kind, arguments[0].value)

    return make


def _mapping(frame: Frame, node: Call, arguments: Sequence[Argument]) -> Value:
    result = None
    for argument in one_by_one(frame, arguments):
        if result is None and argument.name is None:
            result = copies.begun(frame, argument.value, (node.at, 5))
            continue
        if result is None:
            result = frame.fresh((node.at, 5), "dict")
        if argument.name is not None:
            frame.write(result, "[" + argument.name, argument.value)
        else:
            spread(frame, argument.value, result)
    return result or frame.fresh((node.at, 5), "dict")


def _chain_map(frame: Frame, node: Call, arguments: Sequence[Argument]) -> Value:
    """The first mapping goes before the others."""
    return _mapping(frame, node, arguments[::-1])


def _counter(frame: Frame, node: Call, arguments: Sequence[Argument]) -> Value:
    return mappings.counted(frame, (node.at, 5), arguments)


def _from_keys(frame: Frame, node: Call, arguments: Sequence[Argument]) -> Value:
    return mappings.from_keys(frame, (node.at, 5), arguments)


def _default_dict(frame: Frame, node: Call, arguments: Sequence[Argument]) -> Value:
    result = _mapping(frame, node, arguments[1:])
    for factory in arguments[:1]:
        frame.write(result, FACTORY, factory.value)
    return result


def _elements(frame: Frame, node: Call, arguments: Sequence[Argument]) -> Value:
    result = frame.fresh((node.at, 6), "list")
    for argument in arguments:
        if argument.name is None:
            frame.write(result, ANY, frame.elements_of(argument.value))
    return result


def _reversed(frame: Frame, node: Call, arguments: Sequence[Argument]) -> Value:
    result = _sequence("list")(frame, node, arguments)
    sequences.change(frame, result, lambda items: items.reverse())
    return result


def _pairs(frame: Frame, node: Call, arguments: Sequence[Argument]) -> Value:
    columns: list[Value] = []
    for argument in arguments:
        items = frame.known_items(argument.value) if argument.star == 1 else None
        columns.extend(items if items is not None else [argument.value] if argument.name is None else [])
    return _rows(frame, node, columns)


def _numbered(frame: Frame, node: Call, arguments: Sequence[Argument]) -> Value:
    counted = arguments[:1]
    numbers = frame.fresh((node.at, 9), "list")
    for argument in counted:
        for number in range(frame.length(argument.value, 0)):
            frame.write(numbers, number, CONSTANT)
    return _rows(frame, node, [numbers, *(argument.value for argument in counted)])


def _rows(frame: Frame, node: Call, columns: Sequence[Value]) -> Value:
    """A list of tuples, of which each column fills one place."""
    result = frame.fresh((node.at, 8), "list")
    known = [frame.known_items(column) for column in columns]
    full = [items for items in known if items is not None]
    count = min((len(items) for items in full), default=0)
    if len(full) < len(known) or count > _MOST_ROWS:
        row = frame.fresh((node.at, 7), "tuple")
        for index, column in enumerate(columns):
            frame.write(row, index, frame.elements_of(column))
        frame.write(result, ANY, row)
        return result
    for number in range(count):
        row = frame.fresh((node.at, 7, number), "tuple")
        for index, items in enumerate(full):
            frame.write(row, index, items[number])
        frame.write(result, number, row)
    return result


def _total(frame: Frame, node: Call, arguments: Sequence[Argument]) -> Value | None:
    """`sum(items, start)` of objects that define how they are added; None for numbers."""
    if not arguments:
        return None
    items = frame.elements_of(arguments[0].value)
    if not frame.engine.protocols.touch(items.refs):
        return None
    begun = overloaded(frame, "+", arguments[1].value if len(arguments) > 1 else CONSTANT, items, node)
    first = items if begun is None else begun
    added = overloaded(frame, "+", first, items, node.args[0].value if node.args else node)
    return first if added is None else join(first, added)


FUNCTIONS: dict[str, Perhaps] = {
    "dict": _mapping,
    "dict.fromkeys": _from_keys,
    "list": _sequence("list"),
    "tuple": _sequence("tuple"),
    "set": _sequence("set"),
    "frozenset": _sequence("set"),
    "sorted": _elements,
    "reversed": _reversed,
    "iter": _elements,
    "filter": _elements,
    "zip": _pairs,
    "enumerate": _numbered,
    "sum": _total,
    "collections.defaultdict": _default_dict,
    "collections.OrderedDict": _mapping,
    "collections.OrderedDict.fromkeys": _from_keys,
    "collections.Counter": _counter,
    "collections.ChainMap": _chain_map,
    "collections.deque": _sequence("list"),
}
