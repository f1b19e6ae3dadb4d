"""Fields that a call sets in records of the store: by keywords, and by mappings of names or columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from purposelint.domain.chains import dotted, stated_text
from purposelint.domain.expressions import Attr, Call, Expr, Map, Seq
from purposelint.domain.queries import Query
from purposelint.flow.objects.arguments import Argument
from purposelint.flow.objects.spreading import spread_attributes
from purposelint.flow.state.frame import Frame
from purposelint.flow.state.values import CONSTANT, CONTAINERS, NOTHING, SEQUENCES, Obj, Sym, Value, join, of

_DEEPEST = 4
"""Operators, and lists of mappings, within each other in what one call is handed."""


class Write(NamedTuple):
    """A call that sets fields of records of a class: the method, and the entry that describes it."""

    entry: Query
    method: str
    kind: str


def new(frame: Frame, write: Write, arguments: Sequence[Argument], at: int) -> Value:
    """Fields of records that nobody holds: those of a record of its own; what comes back counts."""
    record = frame.fresh((at, 36), write.kind)
    to(frame, write, record, arguments)
    return CONSTANT


def to(frame: Frame, write: Write, record: Value, arguments: Sequence[Argument]) -> Value:
    """Fields of a record, which the call gives back; several rows among the arguments set them all."""
    held: dict[str, Value] = {}
    for argument in fields(frame, write, arguments):
        if argument.star == 2:
            spread_attributes(frame, argument.value, record)
        elif argument.name is not None:
            before = held.get(argument.name)
            held[argument.name] = argument.value if before is None else join(before, argument.value)
    for name, value in held.items():
        frame.write(record, f".{name}", value)
    return record


def fields(frame: Frame, write: Write, arguments: Sequence[Argument]) -> list[Argument]:
    """What a call gives the fields of a record: its keywords, and mappings of more of them."""
    return list(_Given(frame, write, _declared(frame, write.kind)).of_call(arguments))


def _declared(frame: Frame, kind: str) -> frozenset[str]:
    classes = frame.engine.program.classes
    lineage = classes[kind].lineage if kind in classes else ()
    return frozenset(
        field.name for each in lineage if each in classes for field in classes[each].facts.fields
    )


class _Given:
    """Arguments of a call as fields of a record, of which the names are known."""

    def __init__(self, frame: Frame, write: Write, names: frozenset[str]) -> None:
        self.frame = frame
        self.entry = write.entry
        self.names = names
        self.seeks = write.method in write.entry.seeks
        self.mappings = frozenset(
            name for name, methods in write.entry.defaults.items() if write.method in methods
        )

        self.columns = frozenset(
            name for name, methods in write.entry.listed.items() if write.method in methods
        )

    def of_call(self, arguments: Sequence[Argument]) -> Iterator[Argument]:
        """Fields by keyword, by `**mapping`, by mappings that are arguments themselves, by rows of values."""
        yield from self._of_tuples(arguments)
        for argument in arguments:
            if argument.star == 2:
                yield argument
                if self.entry.operators:  # names behind an operator are no attributes of the record
                    expr = argument.arg.value if argument.arg else None
                    yield from self._mapping(expr, argument.value, argument)
            elif argument.name in self.mappings and self._is_plain(argument):
                yield Argument(None, argument.value, 2, argument.arg)
            elif argument.name is None and self.seeks:
                continue
            elif argument.name is None or argument.name in self.mappings:
                expr = argument.arg.value if argument.arg and not argument.star else None
                yield from self._mapping(expr, argument.value, argument)
            else:
                yield from self._named(argument.name, argument.value, argument)

    def _of_tuples(self, arguments: Sequence[Argument]) -> Iterator[Argument]:
        """Fields of rows that come as tuples, beside a list of their columns: by keyword, or the second."""
        if not self.columns or not arguments or arguments[0].star:
            return
        rows = self.frame.elements_of(arguments[0].value)
        for position, argument in enumerate(arguments):
            expr = argument.arg.value if argument.arg and not argument.star else None
            stated = argument.name in self.columns or (argument.name is None and position == 1)
            for place, item in enumerate(expr.items if type(expr) is Seq and stated else ()):
                name = stated_text(item) or self._column(item)
                yield from self._named(name, self.frame.part(rows, place), arguments[0])

    def _is_plain(self, argument: Argument) -> bool:
        """Whether an argument is one mapping whose keys are names, as far as one can see."""
        expr = argument.arg.value if argument.arg else None
        if type(expr) is Map:
            names = [stated_text(item.key) for item in expr.items if item.key is not None]
            return all(name and name not in self.entry.operators for name in names)
        return not any(getattr(ref, "type", "") in SEQUENCES for ref in argument.value.refs)

    def _named(self, name: str, value: Value, argument: Argument) -> Iterator[Argument]:
        """A field by its name, or by one behind an operator; a path names the field that it begins with."""
        if name in self.names:
            yield argument._replace(name=name, value=value, star=0)
            return
        path = self.entry.path
        parts = name.split(path) if path else []
        if len(parts) > 1 and parts[0] in self.entry.operators and parts[1] in self.names:
            yield argument._replace(name=parts[1], value=value, star=0)

    def _mapping(
        self, expr: Expr | None, value: Value, argument: Argument, depth: int = 0
    ) -> Iterator[Argument]:
        """Fields that a mapping names by its keys, or that of each of several mappings."""
        frame = self.frame
        frame.limited = frame.limited or depth >= _DEEPEST
        if depth >= _DEEPEST:
            return
        if (
            type(expr) is Call
            and expr.args
            and self._is_operator(frame.engine.resolve(frame.info, dotted(expr.func)))
        ):
            inner = expr.args[0].value
            yield from self._mapping(inner, frame.value(inner), argument, depth + 1)
        elif type(expr) is Seq:
            for item in expr.items:
                yield from self._mapping(item, frame.value(item), argument, depth + 1)
        elif type(expr) is Map:
            yield from self._stated(expr, argument, depth)
        else:
            yield from self._held(value, argument, depth)

    def _is_operator(self, name: str) -> bool:
        return bool(name) and name in self.entry.operators

    def _stated(self, expr: Map, argument: Argument, depth: int) -> Iterator[Argument]:
        """Entries of a display: keys are texts, or columns as attributes of their class."""
        for item in expr.items:
            held = self.frame.value(item.value)
            if item.key is None:
                yield from self._held(held, argument, depth)
                continue
            name = stated_text(item.key) or self._column(item.key)
            if name in self.entry.operators:
                yield from self._mapping(item.value, held, argument, depth + 1)
            elif name:
                yield from self._named(name, held, argument)

    def _column(self, key: Expr) -> str:
        """A column as an attribute of its class, '' for anything else."""
        owner = dotted(key.value) if type(key) is Attr else ""
        kind = self.frame.engine.resolve(self.frame.info, owner) if owner else ""
        return key.name if type(key) is Attr and kind in self.frame.engine.program.classes else ""

    def _held(self, value: Value, argument: Argument, depth: int) -> Iterator[Argument]:
        """What a mapping holds under constant keys; of one that is handed in, the caller knows them."""
        for ref in value.refs:
            if isinstance(ref, Obj) and ref.type in SEQUENCES:
                yield from self._mapping(None, self.frame.elements_of(of(ref)), argument, depth + 1)
            elif isinstance(ref, Obj) and ref.type in CONTAINERS:
                for field, held in self.frame.fields(ref).items():
                    if isinstance(field, str) and field.startswith("["):
                        yield from self._named(field[1:], held, argument)
            elif type(ref) is Sym:
                for name in sorted(self.names):
                    held = self.frame.read(of(ref), "[" + name)
                    if held is not NOTHING:
                        yield argument._replace(name=name, value=held, star=0)
