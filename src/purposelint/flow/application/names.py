"""What a bare name or a canonical name stands for."""

from __future__ import annotations

from purposelint.domain.expressions import Name
from purposelint.flow.application.decoration import named
from purposelint.flow.state import planting
from purposelint.flow.state.frame import Frame
from purposelint.flow.state.values import NOTHING, UNKNOWN, Instance, Static, Value, of


def read_name(frame: Frame, expr: Name) -> Value:
    """A local, a captured variable, an imported or global name, a builtin."""
    name = expr.id
    value = frame.lookup(name)
    if value is None:
        value = _not_local(frame, name)
    sources = frame.engine.knowledge.source_names(name)
    if sources:
        mask = frame.engine.source_mask(sources, name)
        frame.enter(mask, expr.at, expr.at + len(name), name)
        value = Value(value.exact | mask, value.vague, value.refs, value.text)
    return value


def _not_local(frame: Frame, name: str) -> Value:
    engine = frame.engine
    if name in frame.info.facts.locals and frame.info.facts.kind not in ("module", "class"):
        return UNKNOWN
    if engine.captured_from(frame.info, name):
        return frame.sym(("^" + name,), "")
    if name == "__class__" and frame.info.owner:
        return of(Static(frame.info.owner))
    canonical = engine.resolve(frame.info, name)
    if name in frame.info.imports:
        return resolved(frame, canonical)
    return of_module(frame, frame.info.module, name, canonical)


def of_module(frame: Frame, module: str, name: str, canonical: str) -> Value:
    """A module's name: what its own body binds is read from its analysis, also where it is an alias.

    Variables of its own are as functions left them, one imported from another module is what it was then.
    """
    engine = frame.engine
    program = engine.program
    root = canonical.removeprefix(module + ".").partition(".")[0]
    variable = f"{module}.{root}"
    own = canonical.startswith(variable) and program.modules[module].names.get(root) == variable
    if not own or engine.is_definition(variable) or engine.knowledge.stated_type(canonical):
        return resolved(frame, canonical)
    return engine.variable(frame, module, name, program.variable_types.get(canonical, ""))


def resolved(frame: Frame, canonical: str) -> Value:
    """The value behind a canonical name; module variables come from their module's own analysis."""
    engine = frame.engine
    program = engine.program
    if not canonical:
        return UNKNOWN
    if canonical in program.functions:
        return named(frame, canonical)
    if canonical in program.classes or canonical in program.modules:
        return of(Static(canonical))
    stated = engine.knowledge.stated_type(canonical)
    if stated:
        return of(Instance(stated))
    owner, _, name = canonical.rpartition(".")
    if owner in program.modules and name in program.modules[owner].names:
        return engine.exported(frame, f"{owner}.<module>", name, program.variable_types.get(canonical, ""))
    return of_outside(frame, canonical)


def of_outside(frame: Frame, canonical: str) -> Value:
    """Something of the outside by its name: an object that a framework keeps, or the name alone."""
    kept = planting.registry(frame, frame.engine.knowledge.registry(canonical))
    return kept if kept is not NOTHING else of(Static(canonical))
