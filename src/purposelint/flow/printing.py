"""What an object shows when it is turned into text: what its class says, never simply its fields."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from purposelint.domain.chains import dotted
from purposelint.domain.library import Source
from purposelint.flow.apply import call_function
from purposelint.flow.values import NOTHING, Instance, Obj, Sym, Value, labelled, of

if TYPE_CHECKING:
    from purposelint.flow.engine import Engine
    from purposelint.flow.frame import Frame

_TEXT_METHODS = ("__str__", "__repr__", "__format__")
_EXCEPTIONS = ("Error", "Exception", "Warning", "Exit", "Interrupt")

ARGUMENTS = ".args"
"""Field in which an exception keeps what it was made with."""


class Printer(NamedTuple):
    """How a class prints: by a method of the project, by fields (`*` all), or as an exception."""

    method: str = ""
    fields: tuple[str, ...] = ()
    exception: bool = False


PLAIN = Printer()


def printer_of(engine: Engine, kind: str) -> Printer:
    """How instances of a project class print; `PLAIN` says that nothing of their data shows."""
    for name in _TEXT_METHODS:
        method = engine.program.method(kind, name)
        if method:
            return Printer(method=method)
    info = engine.program.classes[kind]
    outside = engine.program.outside_bases(kind)
    if any(is_exception(base) for base in outside):
        return Printer(exception=True)
    for base in info.lineage:
        fields = engine.knowledge.prints(base)
        if fields:
            return Printer(fields=fields)
    names = (dotted(d) or dotted(getattr(d, "func", None)) for d in info.facts.decorators)
    for name in names:
        fields = engine.knowledge.prints(engine.program.resolve(info.module, name)) if name else ()
        if fields:
            return Printer(fields=fields)
    return PLAIN


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
        at = frame.info.facts.at
        shown = call_function(frame, printer.method, [(None, of(ref))], at, at)
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
    engine = frame.engine
    shown = engine.field_names(ref.type) if "*" in names else names
    exact = vague = 0
    for name in shown:
        mask = engine.field_mask(ref.type, name) or 0
        if isinstance(ref, Obj):
            held = frame.read(of(ref), "." + name)
            if held is not NOTHING and not held.refs and not held.exact and not held.vague:
                mask = 0
            part = frame.deep(held)
            mask |= part.exact
            vague |= part.vague
        exact |= mask
    if exact:
        at = frame.info.facts.at
        frame.enter(exact, at, at, f"the printed form of {ref.type.rpartition('.')[2]}")
    return labelled(exact, vague)
