"""Reading attributes: of modules, classes, objects, outside values, and of things nobody declared."""

from __future__ import annotations

from purposelint.domain.expressions import Attr
from purposelint.flow import apply
from purposelint.flow.frame import Frame, start_of
from purposelint.flow.names import resolved
from purposelint.flow.printing import is_exception
from purposelint.flow.values import (
    NOTHING,
    UNKNOWN,
    Bound,
    Instance,
    Obj,
    Ref,
    Static,
    Super,
    Sym,
    Value,
    join,
    of,
)

_OF_EXCEPTION = frozenset({"args", "message", "msg", "reason", "detail", "value"})
"""Attributes in which exceptions of the outside show what they were made with."""


def evaluate(frame: Frame, expr: Attr) -> Value:
    """`value.name` as data: with the labels of the field, or of the name where nothing is declared."""
    holder = frame.value(expr.value)
    result, mask = NOTHING, 0
    for ref in holder.refs:
        found, labels = _of_ref(frame, ref, expr)
        result = found if result is NOTHING else join(result, found)
        mask |= labels
    if (
        holder.exact
        and expr.name in _OF_EXCEPTION
        and any(isinstance(ref, Instance) and is_exception(ref.type) for ref in holder.refs)
    ):
        result = Value(result.exact | holder.exact, result.vague, result.refs)
    if not holder.refs:
        result = UNKNOWN if holder.exact or holder.vague else NOTHING
        mask = frame.name_labels("attribute", frame.receiver(expr.value), expr.name)
    if mask:
        mask &= ~frame.engine.labels.same_elements(result.exact)
        if mask:
            start = start_of(expr.value, expr.to)
            frame.enter(mask, start, expr.to, f"{frame.receiver(expr.value)}.{expr.name}")
            result = Value(result.exact | mask, result.vague, result.refs or UNKNOWN.refs, result.text)
    return result


def _of_ref(frame: Frame, ref: Ref, expr: Attr) -> tuple[Value, int]:
    """Value of the attribute of one ref, and the labels that reading it gives."""
    name = expr.name
    if isinstance(ref, Static):
        return of_static(frame, ref.name, name), 0
    if isinstance(ref, Super | Bound):
        return UNKNOWN, 0
    assert isinstance(ref, Obj | Sym | Instance)
    engine = frame.engine
    kind = ref.type
    held = frame.read(of(ref), "." + name) if isinstance(ref, Obj | Sym) else NOTHING
    if kind in engine.program.classes:
        return _of_project_class(frame, ref, kind, held, expr)
    mask = 0
    if kind and kind not in ("dict", "list", "tuple", "set"):
        dotted = f"{kind}.{name}"
        sources = [s for s in engine.knowledge.source_attributes(dotted) if not s.key]
        if any(not source.element for source in sources):
            return of(Instance(dotted)), 0
        mask = engine.source_mask(sources, dotted)
        stated = engine.knowledge.type_of_attribute(kind, name)
        if held is NOTHING or _is_initial(held):
            held = of(Instance(stated))
    if not kind:
        receiver = frame.receiver(expr.value)
        by_word = engine.knowledge.source_attributes_of(name, receiver)
        mask = engine.source_mask([s for s in by_word if not s.key], f"{receiver}.{name}")
        stated = engine.knowledge.stated_type_of(name, receiver)
        if stated and (held is NOTHING or _is_initial(held)):
            held = of(Sym((*ref.path, "." + name), stated)) if isinstance(ref, Sym) else of(Instance(stated))
    if not mask and (held is NOTHING or held.refs or held.exact):
        mask = frame.name_labels("attribute", frame.receiver(expr.value), name)
    return (held if held is not NOTHING else UNKNOWN), mask


def _is_initial(value: Value) -> bool:
    return len(value.refs) == 1 and isinstance(value.refs[0], Sym) and not value.exact


def _of_project_class(
    frame: Frame, ref: Obj | Sym | Instance, kind: str, held: Value, expr: Attr
) -> tuple[Value, int]:
    """An attribute of an instance of a class of the project: field, property, method, class attribute."""
    engine, name = frame.engine, expr.name
    method = engine.program.method(kind, name)
    if method:
        if engine.is_property(method):
            return apply.call_function(frame, method, [(None, of(ref))], expr.to - len(name), expr.to), 0
        return of(Bound(method, of(ref))), 0
    mask = engine.field_mask(kind, name)
    if mask is None:
        mask = frame.name_labels("attribute", kind.rpartition(".")[2], name)
    stated = engine.attribute_type(kind, name)
    if isinstance(ref, Obj) and held is not NOTHING and not held.refs and not held.exact:
        mask = 0
    if isinstance(ref, Sym) and _is_initial(held):
        held = of(Sym((*ref.path, "." + name), stated)) if len(ref.path) < 4 else held
    elif held is NOTHING:
        held = class_attribute(frame, kind, name)
        if held is NOTHING or held is UNKNOWN:
            held = of(Instance(stated))
    return held, mask


def of_static(frame: Frame, owner: str, name: str) -> Value:
    """An attribute of a module, a class or a function, by canonical name."""
    engine = frame.engine
    program = engine.program
    if owner in program.modules:
        found = program.modules[owner].names.get(name)
        if found:
            return resolved(frame, found)
        return resolved(frame, f"{owner}.{name}")
    if owner in program.classes:
        method = program.method(owner, name)
        if method:
            if engine.is_classmethod(method):
                return of(Bound(method, of(Static(owner))))
            return of(Static(method))
        if f"{owner}.{name}" in program.classes:
            return of(Static(f"{owner}.{name}"))
        value = class_attribute(frame, owner, name)
        if value is not NOTHING:
            return value
        outside = program.outside_bases(owner)
        return of(Instance(engine.knowledge.type_of_attribute(outside[0], name))) if outside else UNKNOWN
    dotted = f"{owner}.{name}"
    stated = engine.knowledge.stated_type(dotted)
    if stated:
        return of(Instance(stated))
    sources = [s for s in engine.knowledge.source_attributes(dotted) if s.element and not s.key]
    if sources:
        return Value(engine.source_mask(sources, dotted), 0, (Static(dotted),))
    return of(Static(dotted))


def class_attribute(frame: Frame, owner: str, name: str) -> Value:
    """What a class body leaves under a name, looked up through the bases; nothing where no body binds it."""
    program = frame.engine.program
    info = program.classes.get(owner)
    for base in info.lineage if info else ():
        body = program.functions.get(f"{base}.<body>")
        if body is not None and name in body.facts.locals:
            return frame.engine.exported(frame, body.symbol, name, "")
    return NOTHING


def key_labels(frame: Frame, holder: Value, receiver: str, key: str) -> int:
    """Labels of `holder[key]` by entries for the holder's type, else by what the key says."""
    engine = frame.engine
    for ref in holder.refs:
        kind = ref.type if isinstance(ref, Instance | Sym) else ref.name if isinstance(ref, Static) else ""
        if not kind:
            continue
        for source in engine.knowledge.source_attributes(kind):
            if source.key and same_key(source.key, key):
                return engine.source_mask((source,), f"{kind}[{key!r}]")
            if not source.element and not source.key:
                return 0
    return frame.name_labels("key", receiver, key)


def same_key(keys: tuple[str, ...], key: str) -> bool:
    """Whether a constant key is one of an entry's: without case, `-` like `_`."""
    wanted = key.lower().replace("-", "_")
    return any(wanted == k.lower().replace("-", "_") for k in keys)


def as_text(frame: Frame, value: Value) -> Value:
    """A value turned into text: its labels, without its identity."""
    flat = frame.deep(value)
    return Value(flat.exact, flat.vague, (), value.text) if value.refs or value.text else flat
