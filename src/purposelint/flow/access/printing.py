"""What an object shows when it is turned into text: what its class says, never simply its fields."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from purposelint.domain.chains import dotted
from purposelint.domain.expressions import Call, Const
from purposelint.domain.library import Model, Source
from purposelint.domain.program import ClassInfo
from purposelint.flow.application.apply import call_function
from purposelint.flow.objects.instance_fields import field_value
from purposelint.flow.objects.records import says
from purposelint.flow.state import store
from purposelint.flow.state.throwing import ARGUMENTS
from purposelint.flow.state.values import NOTHING, Instance, Obj, Sym, Value, labelled, of

if TYPE_CHECKING:
    from purposelint.flow.engine import Engine
    from purposelint.flow.state.frame import Frame

_TEXT_METHODS = ("__str__", "__repr__")
_EXCEPTIONS = ("Error", "Exception", "Warning", "Exit", "Interrupt", "ExceptionGroup")


class Printer(NamedTuple):
    """How a class prints: by a method of the project, by fields, or as an exception."""

    method: str = ""
    fields: tuple[str, ...] = ()
    exception: bool = False


PLAIN = Printer()


def printer_of(engine: Engine, kind: str) -> Printer:
    """How instances of a project class print; `PLAIN` says that nothing of their data shows."""
    for name in _TEXT_METHODS:
        method = engine.protocols.own(kind, name)
        if method:
            return Printer(method=method)
    if any(is_exception(base) for base in engine.program.outside_bases(kind)):
        return Printer(exception=True)
    info = engine.program.classes[kind]
    for base in info.lineage:
        model = engine.knowledge.printed_model(base) or _decorated(engine, base)
        if model is not None:
            return Printer(fields=_shown_fields(engine, info, model))
    return PLAIN


def _decorated(engine: Engine, symbol: str) -> Model | None:
    """The model that a class is by its decorator, unless the decorator says that nothing shows."""
    info = engine.program.classes.get(symbol)
    for decorator in info.facts.decorators if info else ():
        called = decorator.func if isinstance(decorator, Call) else decorator
        name = engine.program.resolve(info.module, dotted(called)) if info and dotted(called) else ""
        model = engine.knowledge.printed_model(name) if name else None
        if model is not None:
            hidden = isinstance(decorator, Call) and says(decorator, model.hidden)
            return None if hidden else model
    return None


def _shown_fields(engine: Engine, info: ClassInfo, model: Model) -> tuple[str, ...]:
    names = model.prints
    if model.prints_named_by:
        names = (*names, *_named_by(engine, info, model.prints_named_by))
    if "*" not in names:
        return names
    hidden = engine.record(info.symbol).unprinted
    return tuple(name for name in engine.declared_fields(info.symbol) if name not in hidden)


def _named_by(engine: Engine, info: ClassInfo, attribute: str) -> tuple[str, ...]:
    """The field that a class attribute names, looked up through the bases."""
    for base in info.lineage:
        found = engine.program.classes.get(base)
        for declared in found.facts.fields if found else ():
            if declared.name == attribute and isinstance(declared.value, Const):
                return (str(declared.value.value),)
    return ()


def is_exception(canonical: str) -> bool:
    """Whether a class that the project does not define is an exception, by what it is called."""
    return canonical.rpartition(".")[2].endswith(_EXCEPTIONS)


def printed(frame: Frame, ref: Obj | Sym | Instance) -> Value:
    """Labels that show when an instance of a class is printed."""
    if ref.type not in frame.engine.program.classes:
        return _outside(frame, ref.type)
    printer = frame.engine.printer(ref.type)
    if printer is PLAIN:
        return NOTHING
    if printer.method:
        shown = call_function(frame, printer.method, [(None, of(ref))], *frame.standing)
        return frame.deep(shown)
    if printer.exception:
        return frame.deep(frame.read(of(ref), ARGUMENTS)) if isinstance(ref, Obj) else NOTHING
    return _fields(frame, ref, printer.fields)


def _outside(frame: Frame, kind: str) -> Value:
    elements = frame.engine.knowledge.shown(kind)
    name = f"the printed form of {kind.rpartition('.')[2]}"
    sources = [Source(id=kind, element=element, hits=(), misses=()) for element in elements]
    mask = frame.engine.source_mask(sources, name)
    if mask:
        frame.enter(mask, frame.info.facts.at, frame.info.facts.at, name)
    return labelled(mask)


def _fields(frame: Frame, ref: Obj | Sym | Instance, names: tuple[str, ...]) -> Value:
    """What a printed record shows; of one that the caller made, the caller knows more."""
    engine = frame.engine
    exact = vague = 0
    written = store.fields_of(frame.state or {}, ref) or {}
    for name in names:
        if not isinstance(ref, Obj) and "." + name not in written:
            exact |= engine.printed_field(ref.type, name)
            continue
        part = frame.deep(field_value(frame, ref, name))
        exact |= part.exact
        vague |= part.vague
    if exact:
        at = frame.info.facts.at
        frame.enter(exact, at, at, f"the printed form of {ref.type.rpartition('.')[2]}")
    return labelled(exact, vague)
