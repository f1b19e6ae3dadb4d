"""What an object shows when it is turned into text: what its class says, never simply its fields."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from purposelint.domain.chains import dotted
from purposelint.domain.expressions import Call, Const
from purposelint.domain.library import Source
from purposelint.domain.models import Model
from purposelint.domain.program import ClassInfo
from purposelint.flow.application.apply import asked_of
from purposelint.flow.objects.instance_fields import field_value, held_in
from purposelint.flow.objects.records import says
from purposelint.flow.state import store
from purposelint.flow.state.forms import ITEMS, REPR, TEXT
from purposelint.flow.state.rows import row_class
from purposelint.flow.state.throwing import ARGUMENTS
from purposelint.flow.state.values import NOTHING, Instance, Obj, Sym, Value, labelled, of

if TYPE_CHECKING:
    from purposelint.flow.engine import Engine
    from purposelint.flow.state.frame import Frame

_EXCEPTIONS = ("Error", "Exception", "Warning", "Exit", "Interrupt", "ExceptionGroup")

_FIELDS_COST = 10
"""Expressions that cost as much as showing a record field by field: it may hold further ones."""


class Printer(NamedTuple):
    """How a class prints: by a method of the project, by fields, or as an exception."""

    method: str = ""
    fields: tuple[str, ...] = ()
    exception: bool = False


PLAIN = Printer()


def printer_of(engine: Engine, kind: str, form: str) -> Printer:
    """How instances of a project class print in a form; `PLAIN` says that nothing of their data shows."""
    info = engine.program.classes[kind]
    exception = any(is_exception(base) for base in engine.program.outside_bases(kind))
    text = _own_text(engine, info)
    method = engine.protocols.own(kind, form)
    if method and form == REPR and _is_written_anew(engine, info, method):
        method = ""
    if method:
        return Printer(method=method)
    if exception:
        return Printer(exception=True)
    if form == REPR and text == "both":
        return engine.printer(kind, TEXT)
    if form == TEXT and not text:
        return engine.printer(kind, REPR)
    for base in info.lineage:
        model = engine.knowledge.printed_models.find(base) or _decorated(engine, base)
        if model is not None:
            return Printer(fields=_shown_fields(engine, info, model))
    return PLAIN


def _own_text(engine: Engine, info: ClassInfo) -> str:
    """What the base of a library has for a `__str__`, '' where a `__repr__` gives the text too."""
    texts = map(engine.knowledge.printed_models.text_of, info.lineage)
    return next(filter(None, texts), "")


def _is_written_anew(engine: Engine, info: ClassInfo, method: str) -> bool:
    """Whether a decorator gives a class a `__repr__` in place of the one that it inherits."""
    owner = engine.program.functions[method].owner
    below = info.lineage[: info.lineage.index(owner)] if owner in info.lineage else ()
    return any(_decorated(engine, base) is not None for base in below)


def _decorated(engine: Engine, symbol: str) -> Model | None:
    """The model that a class is by its decorator, unless the decorator says that nothing shows."""
    info = engine.program.classes.get(symbol)
    for decorator in info.facts.decorators if info else ():
        called = decorator.func if type(decorator) is Call else decorator
        name = engine.program.resolve(info.module, dotted(called)) if info and dotted(called) else ""
        model = engine.knowledge.printed_models.find(name) if name else None
        if model is not None:
            hidden = type(decorator) is Call and says(decorator, model.hidden)
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
            if declared.name == attribute and type(declared.value) is Const:
                return (str(declared.value.value),)
    return ()


def is_exception(canonical: str) -> bool:
    """Whether a class that the project does not define is an exception, by what it is called."""
    return canonical.rpartition(".")[2].endswith(_EXCEPTIONS)


def printed(frame: Frame, ref: Obj | Sym | Instance, form: str) -> Value:
    """Labels that show when an instance of a class is printed, in one of its forms."""
    if row_class(ref):
        return frame.deep(of(Instance(row_class(ref), getattr(ref, "site", ()))), REPR)
    if ref.type not in frame.engine.program.classes:
        return _outside(frame, ref.type)
    printer = frame.engine.printer(ref.type, TEXT if form == ITEMS else form)
    if printer is PLAIN:
        return NOTHING
    if printer.method:
        return _by_method(frame, printer.method, ref)
    if printer.exception:
        return _arguments(frame, ref, form) if isinstance(ref, Obj) else NOTHING
    frame.work += _FIELDS_COST
    return _fields(frame, ref, printer.fields)


def _by_method(frame: Frame, method: str, ref: Obj | Sym | Instance) -> Value:
    """What a method gives that prints an object."""
    if frame.implicits.exhausted:
        frame.limited = True
        return NOTHING
    with frame.implicits:
        return frame.deep(asked_of(frame, method, ref))


def _arguments(frame: Frame, ref: Obj, form: str) -> Value:
    """What an exception was made with: as text if that is a single thing, else as a tuple shows it."""
    held = frame.read(of(ref), ARGUMENTS)
    single = form != REPR and frame.length(held, 1) == 1
    return frame.deep(held, ITEMS if single else REPR)


def _outside(frame: Frame, kind: str) -> Value:
    elements = frame.engine.knowledge.printed_models.shown(kind)
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
            if not engine.printer_of_field(ref.type, name).method:
                continue
            part = frame.deep(Value(0, 0, held_in(frame, ref, name).refs), REPR)
        else:
            part = frame.deep(field_value(frame, ref, name), REPR)
        exact |= part.exact
        vague |= part.vague
    if exact:
        at = frame.info.facts.at
        frame.enter(exact, at, at, f"the printed form of {ref.type.rpartition('.')[2]}")
    return labelled(exact, vague)
