"""Arguments of a call on their way to parameters."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from purposelint.domain.expressions import Arg
from purposelint.domain.facts import Param
from purposelint.domain.program import FunctionInfo
from purposelint.flow.objects import copies
from purposelint.flow.state import store
from purposelint.flow.state.frame import Frame
from purposelint.flow.state.keys import key_of
from purposelint.flow.state.values import ANY, NOTHING, Field, Obj, Sym, Value, join, labelled

_MOST_FORWARDED = 8
"""Items of `*args` that are told apart when a function hands on all but the first of them."""


class Argument(NamedTuple):
    """An evaluated argument; `arg` is its node, None where the call has none (a receiver).

    `carrier` is then the argument of an outer call that brings the value; `parts` are all that do, where
    `**kwargs` collected them there.
    """

    name: str | None
    value: Value
    star: int = 0
    arg: Arg | None = None
    carrier: Arg | None = None
    parts: tuple[Argument, ...] = ()

    @property
    def shown(self) -> Arg | None:
        """The node that a person is shown as what carries the data."""
        return self.arg or self.carrier

    @property
    def key(self) -> Field:
        """The field that it selects as a key or an index."""
        return key_of(self.arg.value if self.arg else None, self.value)


def shares(
    frame: Frame, parts: Iterable[Argument], first: Arg | None, flat: Value
) -> Iterator[tuple[Arg | None, Value]]:
    """Labels by the collected arguments that hold them; what none of them holds is of the first."""
    exact, vague = flat.exact, flat.vague
    for part in parts:
        held = frame.deep(part.value)
        whole = held.exact | held.vague
        if whole & (flat.exact | flat.vague):
            yield part.arg, labelled(flat.exact & whole, flat.vague & whole)
            exact, vague = exact & ~whole, vague & ~whole
    if exact or vague:
        yield first, labelled(exact, vague)


def one_by_one(frame: Frame, arguments: Sequence[Argument]) -> Iterator[Argument]:
    """Arguments with what stands in `*args` one by one; as one of them where nobody knows how many."""
    for argument in arguments:
        if argument.star != 1:
            yield argument
            continue
        known = frame.known_items(argument.value)
        for value in known if known is not None else [frame.elements_of(argument.value)]:
            yield Argument(None, value, 0, argument.arg, argument.carrier)


class Manner(NamedTuple):
    """How a call differs from a plain one.

    `site` tells calls that stand at one place apart, so that each makes objects of its own. `handed` is
    what a generator is handed when it goes on, by port.
    """

    site: int
    handed: Mapping[Field, Value] = {}


class Binding(NamedTuple):
    """Parameters bound for one call: the value of each port, and the argument that carries it.

    `kept` is the function as an object, with the variables and defaults that it keeps. `parts` are the
    arguments that `*args` or `**kwargs` collected, by the port and where they are in it.
    """

    values: dict[Field, Value]
    carriers: dict[Field, Arg]
    kept: Value = NOTHING
    parts: Mapping[tuple[Field, Field], Argument] = {}


class Layout:
    """The parameters of one function by how an argument may reach them."""

    def __init__(self, params: Sequence[Param]) -> None:
        """Sort them by their kind."""
        self.positional = [n for n, p in enumerate(params) if p.kind in (0, 1)]
        self.by_name = {p.name: n for n, p in enumerate(params) if p.kind in (1, 3)}
        self.rest = next((n for n, p in enumerate(params) if p.kind == 2), None)
        self.keywords = next((n for n, p in enumerate(params) if p.kind == 4), None)


def bind(frame: Frame, info: FunctionInfo, arguments: Sequence[Argument], at: int) -> Binding:
    """Arguments by parameter index; what fits no parameter goes to `*args`, `**kwargs` or is dropped."""
    layouts = frame.engine.layouts
    layout = layouts.get(info.symbol)
    if layout is None:
        layout = layouts[info.symbol] = Layout(info.facts.params)
    binder = _Binder(frame, layout, at)
    for argument in arguments:
        if argument.star == 1:
            binder.many(argument)
        elif argument.star == 2:
            binder.mapping(argument)
        elif argument.name is not None:
            binder.keyword(argument, argument.name)
        else:
            binder.next(argument)
    return Binding(binder.values, binder.carriers, parts=binder.parts)


class _Binder:
    """Arguments on their way to parameters."""

    def __init__(self, frame: Frame, layout: Layout, at: int) -> None:
        self.frame = frame
        self.at = at
        self.values: dict[Field, Value] = {}
        self.carriers: dict[Field, Arg] = {}
        self.parts: dict[tuple[Field, Field], Argument] = {}
        self.positional = layout.positional
        self.by_name = layout.by_name
        self.rest = layout.rest
        self.keywords = layout.keywords
        self.perhaps: set[int] = set()
        self.position = 0

    def next(self, argument: Argument) -> None:
        """A plain positional argument."""
        if self.position < len(self.positional):
            self._give(self.positional[self.position], argument.value, argument.shown)
        elif self.rest is not None:
            index = self.position - len(self.positional)
            self.frame.limited = self.frame.limited or index >= _MOST_FORWARDED
            self._collect(self.rest, "tuple", index, argument.value, argument.shown)
        self.position += 1

    def keyword(self, argument: Argument, name: str) -> None:
        """`name=value`."""
        if name in self.by_name:
            self._give(self.by_name[name], argument.value, argument.shown)
        elif self.keywords is not None:
            self._collect(self.keywords, "dict", "[" + name, argument.value, argument.shown)

    def many(self, argument: Argument) -> None:
        """`*value`: fills as many parameters as it is known to have items, else perhaps all that are left."""
        known = self.frame.length(argument.value, -1)
        if known >= 0:
            for offset in range(known):
                held = self.frame.read(argument.value, offset)
                self.next(Argument(None, held, 0, argument.arg, argument.carrier))
            return
        left = self.positional[self.position :]
        own = self.frame.engine.iterated(self.frame, argument.value)
        elements = own.value if own is not None else argument.value
        for offset, port in enumerate(left):
            held = self.frame.read(argument.value, offset)
            self._give(port, held if held is not NOTHING else elements, argument.shown)
            self.perhaps.add(port)
        if self.rest is not None:
            self._remaining(self.rest, argument, len(left))

    def _remaining(self, port: int, argument: Argument, taken: int) -> None:
        """What `*value` leaves for `*args`: all of it as it is, or its items from some position on."""
        if not taken and port not in self.values and self.position == len(self.positional):
            self._give(port, argument.value, argument.shown)
        elif any(type(ref) is not Sym or ref.type != "tuple" for ref in argument.value.refs):
            elements = self.frame.elements_of(argument.value)
            self._collect(port, "tuple", ANY, elements, argument.shown)
        else:
            for index in range(_MOST_FORWARDED):
                held = self.frame.read(argument.value, taken + index)
                self._collect(port, "tuple", index, held, argument.shown)

    def mapping(self, argument: Argument) -> None:
        """`**value`: its keys fill the parameters of their names."""
        for name, port in sorted(self.by_name.items()):
            held = self.frame.read(argument.value, "[" + name)
            if held is not NOTHING and (port not in self.values or port in self.perhaps):
                self._give(port, held, argument.shown)
        if self.keywords is not None:
            self._others(self.keywords, argument)

    def _others(self, port: int, argument: Argument) -> None:
        """What `**value` leaves for `**kwargs`: a dict of its own, without the parameters' names."""
        value = argument.value
        if value.exact or value.vague or not all(isinstance(ref, Obj) for ref in value.refs):
            names = ["[" + name for name in self.by_name]
            left = copies.without(self.frame, value, names, (self.at, port)) if names else value
            self._give(port, left, argument.shown)
            return
        for ref in value.refs:
            for field, held in (store.fields_of(self.frame.state or {}, ref) or {}).items():
                if not (isinstance(field, str) and field[:1] == "[" and field[1:] in self.by_name):
                    self._collect(port, "dict", field, held, argument.shown)

    def _give(self, port: int, value: Value, arg: Arg | None) -> None:
        self.values[port] = join(self.values[port], value) if port in self.values else value
        if arg is not None:
            self.carriers.setdefault(port, arg)

    def _collect(self, port: int, kind: str, key: Field, value: Value, arg: Arg | None) -> None:
        if port not in self.values:
            self.values[port] = self.frame.fresh((self.at, port), kind)
        self.frame.write(self.values[port], key, value)
        if arg is not None:
            self.parts.setdefault((port, key), Argument(None, value, 0, arg))
            self.carriers.setdefault(port, arg)
