"""What a bare name or a canonical name stands for."""

from __future__ import annotations

from purposelint.domain.expressions import Name
from purposelint.flow.decoration import named
from purposelint.flow.frame import Frame
from purposelint.flow.values import UNKNOWN, Instance, Static, Value, of


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
    return resolved(frame, engine.resolve(frame.info, name))


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
    return of(Static(canonical))
