"""Records as the flow stage sees them: their fields, which of these show, and how a constructor sets them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from purposelint.domain.chains import dotted
from purposelint.domain.expressions import Call, Const, Expr, Seq, Sub
from purposelint.flow.objects.arguments import Argument
from purposelint.flow.objects.spreading import spread_attributes
from purposelint.flow.state.frame import Frame
from purposelint.flow.state.values import (
    ANY,
    ANY_ATTRIBUTE,
    CONSTANT,
    NOTHING,
    UNKNOWN,
    Field,
    Obj,
    Sym,
    Value,
)
from purposelint.frameworks import RecordField, declared_record

if TYPE_CHECKING:
    from purposelint.flow.lookup.view import View


class RecordClass(NamedTuple):
    """A class whose fields are declared.

    `fields` are in the order of the constructor's parameters. `parameters` maps the constructor's names
    to fields, those of `initial` (handed to the hook, and no fields) too. Nothing but an
    argument sets the `required` ones. `unprinted` fields do not show in the printed form, `undumped` ones
    not in a dict made of the record. `described` says that a class body holds descriptions, and no values.
    """

    fields: tuple[str, ...] = ()
    positional: tuple[str, ...] = ()
    parameters: Mapping[str, str] = {}
    initial: tuple[str, ...] = ()
    required: frozenset[str] = frozenset()
    unprinted: frozenset[str] = frozenset()
    undumped: frozenset[str] = frozenset()
    shape: str = "object"
    hook: str = ""
    described: bool = False

    def places(self, name: str) -> tuple[Field, ...]:
        """Where an instance keeps a field: under its key, or as an attribute and by position."""
        if self.shape == "keys":
            return ("[" + name,)
        if self.shape == "tuple" and name in self.fields:
            return ("." + name, self.fields.index(name))
        return ("." + name,)

    def at(self, index: Field) -> str:
        """The field at a position of a named tuple, '' where there is none."""
        known = self.shape == "tuple" and isinstance(index, int) and index < len(self.fields)
        return self.fields[index] if known and isinstance(index, int) else ""


NO_RECORD = RecordClass()


def record_class(view: View, symbol: str) -> RecordClass:
    """What is known of the fields of a class; `NO_RECORD` for one that is no record."""
    found = declared_record(view.program, symbol)
    if found is None:
        return NO_RECORD
    kind, fields = found
    settable = [field for field in fields if field.parameter]
    return RecordClass(
        fields=tuple(field.name for field in fields if field.kept),
        positional=tuple(field.name for field in settable if not field.keyword_only),
        parameters={field.parameter: field.name for field in settable},
        initial=tuple(field.name for field in fields if not field.kept),
        required=frozenset(field.name for field in fields if _is_bare(view, field)),
        unprinted=_marked(view, fields, view.knowledge.unprinted),
        undumped=_marked(view, fields, view.knowledge.undumped),
        shape=kind.shape,
        hook=kind.hook,
        described=not kind.annotated,
    )


def _is_bare(view: View, field: RecordField) -> bool:
    """Whether the class says nothing of what a field holds unless an argument sets it."""
    declared = [each for each in view.program.classes[field.owner].facts.fields if each.name == field.name]
    return bool(declared) and all(each.value is None for each in declared)


def _marked(
    view: View, fields: Sequence[RecordField], marks: Mapping[str, Mapping[str, str]]
) -> frozenset[str]:
    """Fields whose constructor has a keyword that an entry speaks of."""
    return frozenset(
        field.name
        for field in fields
        for call in _descriptions(view, field)
        if _says(view, field, call, marks)
    )


def _descriptions(view: View, field: RecordField) -> Iterator[Call]:
    """Calls that describe a field: its value, or what stands in the brackets of its annotation."""
    for declared in view.program.classes[field.owner].facts.fields:
        if declared.name != field.name:
            continue
        if type(declared.value) is Call:
            yield declared.value
        inside: Expr | None = declared.annotation.index if type(declared.annotation) is Sub else None
        for part in inside.items if type(inside) is Seq else ():
            if type(part) is Call:
                yield part


def _says(view: View, field: RecordField, call: Call, marks: Mapping[str, Mapping[str, str]]) -> bool:
    canonical = view.program.resolve(view.program.classes[field.owner].module, dotted(call.func))
    return says(call, marks.get(canonical, {}))


def says(call: Call, wanted: Mapping[str, str]) -> bool:
    """Whether a call gives one of some keywords the constant that an entry names."""
    return any(
        type(argument.value) is Const and wanted.get(argument.name or "") == str(argument.value.value)
        for argument in call.args
    )


def fill(frame: Frame, made: Value, symbol: str, arguments: Sequence[Argument]) -> list[Argument]:
    """Set the fields of a record as its constructor does; gives what its hook is called with."""
    record = frame.engine.record(symbol)
    given: dict[str, Value] = {}
    for argument in arguments:
        if argument.star == 2:
            given.update(_by_name(frame, made, argument.value, record))
        elif argument.star == 1:
            for index, name in enumerate(record.positional[len(given) :]):
                given[name] = frame.part(argument.value, index if _is_known(frame, argument.value) else ANY)
        elif argument.name is not None:
            given[record.parameters.get(argument.name, argument.name)] = argument.value
        elif len(given) < len(record.positional):
            given[record.positional[len(given)]] = argument.value
    for name in (name for name in given if name not in record.initial):
        for place in record.places(name):
            frame.write(made, place, given[name])
    return [Argument(None, given.get(name, CONSTANT)) for name in record.initial]


def _by_name(frame: Frame, made: Value, mapping: Value, record: RecordClass) -> dict[str, Value]:
    """What `**mapping` gives the parameters of a record; one of unknown keys may give it any field."""
    spread_attributes(frame, mapping, made)
    if not any(isinstance(ref, Obj | Sym) for ref in mapping.refs):
        frame.write(made, ANY_ATTRIBUTE, UNKNOWN)
    found = {field: frame.read(mapping, "[" + name) for name, field in record.parameters.items()}
    return {field: held for field, held in found.items() if held is not NOTHING}


def _is_known(frame: Frame, value: Value) -> bool:
    return frame.length(value, -1) >= 0
