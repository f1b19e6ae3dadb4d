"""The whole-program analysis: summaries by function, and everything a frame asks about the program."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from purposelint.domain.catalog import Catalog
from purposelint.domain.expressions import Attr
from purposelint.domain.library import Source
from purposelint.domain.program import Program
from purposelint.domain.sightings import Evidence, Sighting, Sightings
from purposelint.flow.access import attributes
from purposelint.flow.access.printing import PLAIN, Printer, printed, printer_of
from purposelint.flow.application import implicit
from purposelint.flow.application.channels import Channels
from purposelint.flow.application.generic_functions import GenericFunctions
from purposelint.flow.bodies import parameters
from purposelint.flow.bodies.blocks import BLOCKS
from purposelint.flow.bodies.expressions import EVALUATORS
from purposelint.flow.bodies.freeze import freeze
from purposelint.flow.bodies.statements import STATEMENTS
from purposelint.flow.bodies.trees import Width
from purposelint.flow.calls.calls import call_value
from purposelint.flow.calls.managers import Leaving, leave
from purposelint.flow.lookup.addresses import Addresses
from purposelint.flow.lookup.captures import Captures
from purposelint.flow.lookup.decorator_view import DecoratorView
from purposelint.flow.lookup.errors_told import ErrorsTold
from purposelint.flow.lookup.knowledge import Knowledge
from purposelint.flow.lookup.known import NOT_KNOWN, Known
from purposelint.flow.lookup.labels import Labels
from purposelint.flow.lookup.neutral import Columns
from purposelint.flow.lookup.protocols import Protocols, answered
from purposelint.flow.lookup.receivers import Receivers
from purposelint.flow.lookup.service_values import ServiceValues
from purposelint.flow.lookup.switches import Switches
from purposelint.flow.methods import containers, method_values
from purposelint.flow.objects.arguments import Argument, Layout
from purposelint.flow.objects.handovers import notebooks
from purposelint.flow.objects.instance_fields import all_fields, item_value
from purposelint.flow.objects.records import NO_RECORD, RecordClass, record_class
from purposelint.flow.state import planting
from purposelint.flow.state.budget import Budget
from purposelint.flow.state.forms import ITEMS, REPR, TEXT
from purposelint.flow.state.frame import Frame
from purposelint.flow.state.rows import row_class_of
from purposelint.flow.state.shared import Home, Shared
from purposelint.flow.state.summary import Summary
from purposelint.flow.state.values import (
    CONTAINERS,
    NOTHING,
    THROWN,
    UNKNOWN,
    Field,
    Instance,
    Obj,
    Static,
    Sym,
    Value,
    of,
)


class Engine(DecoratorView):
    """Program, labels and knowledge in one place, with the summaries found so far."""

    def __init__(self, program: Program, sightings: Sightings, catalog: Catalog) -> None:
        """Index what frames will ask for; nothing is analysed yet."""
        super().__init__(program, Knowledge(catalog, program.packages))
        self.labels = Labels(sightings)
        self.service_values = ServiceValues(self, self.labels)
        self.protocols = Protocols(program, self.limits)
        self.neutral = Columns(program, sightings)
        self.receivers = Receivers(self)
        self.switches = Switches(self.receivers, program)
        self.executors: dict[type, Callable[[Frame, Any], None]] = {**STATEMENTS, **BLOCKS, Leaving: leave}
        self.evaluators: dict[type, Callable[[Frame, Any], Value]] = EVALUATORS
        self.budget = Budget(len(program.functions))
        self.summaries: dict[str, Summary] = {}
        self.readers: dict[str, set[str]] = {}
        self._call_kinds: dict[tuple[str, int], str] = {}
        self.demand: Callable[[str], None] = lambda _: None
        self.container_methods = containers.METHODS
        of_objects, self.answered = answered(program, self.knowledge.called, self.knowledge.query_methods)
        self.only_of_containers = containers.METHODS - of_objects
        self._field_masks: dict[tuple[str, str], int | None] = {}
        self._sources: dict[tuple[str, str], Sighting] = {}
        self._special: dict[str, bool] = {}
        self._printers: dict[tuple[str, str], Printer] = {}
        self._printed_fields: dict[tuple[str, str], int] = {}
        self._records: dict[str, RecordClass] = {}
        self._field_names: dict[str, list[str]] = {}
        for owner, name in sorted(sightings.fields):
            self._field_names.setdefault(owner, []).append(name)
        self.generic = GenericFunctions(self)
        self.shared = Shared(program)
        self.addresses = Addresses(self)
        self.captures = Captures(self)
        self.errors_told = ErrorsTold(self)
        self.channels = Channels(program, self.knowledge)
        self.guardings, self.handovers, self.sink_calls = notebooks(program, self.labels)
        self.tested_again: dict[str, frozenset[str]] = {}
        self.outside_numbers: dict[tuple[object, ...], int] = {}
        self.layouts: dict[str, Layout] = {}

    # --- summaries -----------------------------------------------------------------------------

    def summary(self, frame: Frame, symbol: str) -> Summary | None:
        """Summary of a callee, noting that the frame's function depends on it once there is one.

        What was not analysed yet is analysed now; None only where that is under way (a recursion).
        """
        found = self.summaries.get(symbol)
        if found is None:
            self.demand(symbol)
            found = self.summaries.get(symbol)
        self.readers.setdefault(symbol, set()).add(frame.key)
        return found

    def summary_for(self, frame: Frame, symbol: str, texts: Mapping[int, str]) -> Summary | None:
        """Summary of a function for constant texts as some of its parameters, which it puts into names.

        That takes an analysis of its own for each call: for the few methods that Python calls once a class.
        """
        if self.summary(frame, symbol) is None:
            return None
        inner = Frame(self, symbol)
        parameters.begin(inner)
        for index, text in texts.items():
            if index < len(inner.info.facts.params):
                inner.bind(inner.info.facts.params[index].name, Value(0, 0, (), text))
        inner.run(inner.info.facts.body)
        inner.finish()
        return freeze(inner, Width.WHOLE)

    def exported(self, frame: Frame, body: str, name: str, kind: str) -> Value:
        """Final value of a module's or class's name, by that body's own analysis."""
        if body == frame.info.symbol:
            return frame.lookup(name) or (of(Instance(kind)) if kind else UNKNOWN)
        summary = self.summary(frame, body)
        tree = summary.exports.get(name) if summary else None
        if tree is None:
            return of(Instance(kind)) if kind else UNKNOWN
        value = planting.plant(frame, tree, Home(body, name, (), ()), None)
        if (body, name) not in frame.exports:
            frame.exports.add((body, name))
            flat = frame.deep(value)
            frame.enter(flat.exact | flat.vague, frame.info.facts.at, frame.info.facts.at, name, body)
        return value

    def variable(self, frame: Frame, module: str, name: str, kind: str) -> Value:
        """A module's variable as it is now: functions may have bound it anew."""
        if f"{module}.{name}" in self.shared.variables and frame.info.symbol != f"{module}.<module>":
            now = frame.read(of(Static(module)), "." + name)
            if now is not NOTHING:
                return now
        return self.exported(frame, f"{module}.<module>", name, kind)

    def catches(self, symbol: str) -> bool:
        """Whether a generator does something with an exception that it is handed where it stands."""
        summary = self.summaries.get(symbol)
        return summary is not None and any(each.path[0] == THROWN for each in summary.symbols)

    # --- fields ---

    def field_mask(self, kind: str, name: str) -> int | None:
        """Labels of a declared field; None where no class of the lineage declares it."""
        key = (kind, name)
        if key in self._field_masks:
            return self._field_masks[key]
        info = self.program.classes.get(kind)
        declared = (self.labels.of_field(base, name) for base in (info.lineage if info else ()))
        mask = self._field_masks[key] = next((each for each in declared if each is not None), None)
        return mask

    def is_special(self, kind: str) -> bool:
        """Whether instances of a class print in a form of their own, or conceal what they hold."""
        found = self._special.get(kind)
        if found is None:
            found = self._special[kind] = self.has_form(kind) or self.knowledge.conceals(kind)
        return found

    def has_form(self, kind: str) -> bool:
        """Whether instances of a class print in a form of their own that is known."""
        if not kind:
            return False
        if kind in self.program.classes:
            return self.printer(kind, TEXT) is not PLAIN or self.printer(kind, REPR) is not PLAIN
        row = row_class_of(kind)
        info = self.program.classes.get(row)
        printed = self.knowledge.printed_models
        if row:
            shows = self.printer(row, REPR) is not PLAIN if info else self.has_form(row)
            return shows and printed.shows_rows(info.lineage if info else (row,))
        return bool(printed.shown(kind))

    def printer(self, kind: str, form: str) -> Printer:
        """How instances of a project class print in one of their forms."""
        found = self._printers.get((kind, form))
        if found is None:
            found = self._printers[kind, form] = printer_of(self, kind, form)
        return found

    def says_its_text(self, kind: str, form: str) -> bool:
        """Whether a class of the project writes a printed form of its own, whatever items it holds."""
        return kind in self.program.classes and bool(self.printer(kind, form).method)

    def differs(self, kind: str, form: str) -> bool:
        """Whether a form of what a caller handed in may be another than its text."""
        if kind in self.program.classes:
            return form == REPR and self.printer(kind, TEXT) != self.printer(kind, REPR)
        return not kind or (form == ITEMS and kind in CONTAINERS)

    def printed_field(self, kind: str, name: str) -> int:
        """Labels of a declared field of a class, and of what the record that it holds prints."""
        key = (kind, name)
        found = self._printed_fields.get(key)
        if found is None:
            self._printed_fields[key] = 0  # a record may hold others of its own class
            found = 0
            held = self.attribute_type(kind, name)
            if not self.knowledge.conceals(held):
                found = self.field_mask(kind, name) or 0
                for inner in self.printer_of_field(kind, name).fields:
                    found |= self.printed_field(held, inner)
            self._printed_fields[key] = found
        return found

    def printer_of_field(self, kind: str, name: str) -> Printer:
        """How what a field of a class holds prints inside the printed form of its instances."""
        held = self.attribute_type(kind, name)
        return self.printer(held, REPR) if held in self.program.classes else PLAIN

    value_methods = method_values.NAMES

    @staticmethod
    def method_value(frame: Frame, holder: Value, name: str, at: int) -> Value | None:
        """The method that an attribute of a text or a container is, None for any other."""
        return method_values.of_attribute(frame, holder, name, at)

    @staticmethod
    def attribute(frame: Frame, holder: Value, expr: Attr) -> Value:
        """An attribute whose name is computed."""
        return attributes.read(frame, holder, expr, computed=True)

    @staticmethod
    def all_fields(frame: Frame, ref: Obj | Sym | Instance) -> dict[str, Value]:
        """Every field that an instance is known to have."""
        return all_fields(frame, ref)

    @staticmethod
    def item_value(frame: Frame, holder: Value, index: Field) -> Value | None:
        """The field at a position of named tuples that a value may be."""
        return item_value(frame, holder, index)

    @staticmethod
    def printed(frame: Frame, ref: Obj | Sym | Instance, form: str) -> Value:
        """Labels that show when an instance of a project class is printed in one of its forms."""
        return printed(frame, ref, form)

    def field_names(self, kind: str) -> tuple[str, ...]:
        """Personal fields of a project class, its bases' included, bases last."""
        info = self.program.classes.get(kind)
        names = [name for base in (info.lineage if info else ()) for name in self._field_names.get(base, ())]
        return tuple(dict.fromkeys(names))

    def record(self, kind: str) -> RecordClass:
        """The declared fields of a project class, if it is a record."""
        found = self._records.get(kind)
        if found is None:
            own = kind in self.program.classes
            found = self._records[kind] = record_class(self, kind) if own else NO_RECORD
        return found

    def declared_fields(self, kind: str) -> tuple[str, ...]:
        """Fields of a record and personal fields of any class, its bases' included."""
        return tuple(dict.fromkeys((*self.record(kind).fields, *self.field_names(kind))))

    def source_mask(self, sources: Sequence[Source], name: str) -> int:
        """Labels of the catalogue's own sources."""
        mask = 0
        for source in (each for each in sources if each.element):
            key = (source.element, name)
            sighting = self._sources.get(key)
            if sighting is None:
                evidence = (Evidence("library", f"{name} gives {source.element}"),)
                sighting = self._sources[key] = Sighting(name, source.element, source.confidence, evidence)
            bit = self.labels.bit(sighting)
            mask |= bit
            self.labels.note_form(bit, keyed=source.container or source.whole)
        return mask

    @staticmethod
    def call_value(
        frame: Frame, target: Value, method: str, arguments: list[Argument], at: int, to: int
    ) -> Value:
        """Call a value, or a method of it, that another function was handed."""
        return call_value(frame, target, method, arguments, at, to)

    special = staticmethod(implicit.call)
    asked = staticmethod(implicit.asked)

    @staticmethod
    def iterated(frame: Frame, value: Value) -> implicit.Given | None:
        """What iterating over objects of the project gives, None where there are none."""
        return implicit.iterated(frame, value)

    def note_call(self, frame: Frame, at: int, project: Sequence[object], known: Known) -> None:
        """Remember how a call site is resolved, as it was last seen."""
        kind = "calls_project" if project else "calls_library" if known is not NOT_KNOWN else "calls_unknown"
        if frame.own_class is None:
            self._call_kinds[frame.info.symbol, at] = kind

    def counts(self) -> dict[str, int]:
        """Functions of the program; call sites that reach the project, a known library, nobody known."""
        kinds = list(self._call_kinds.values())
        counted = {kind: kinds.count(kind) for kind in ("calls_project", "calls_library", "calls_unknown")}
        return {"functions": len(self.program.functions), **counted}
