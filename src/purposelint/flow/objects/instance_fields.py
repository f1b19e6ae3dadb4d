"""The fields of one instance of a class: what each holds, and all of them together."""

from __future__ import annotations

from purposelint.flow.state import planting, store
from purposelint.flow.state.frame import Frame
from purposelint.flow.state.rows import rows_of
from purposelint.flow.state.values import (
    ANY,
    ANY_ATTRIBUTE,
    MAX_PATH,
    NOTHING,
    THINGS,
    UNKNOWN,
    Field,
    Instance,
    Obj,
    Path,
    Static,
    Sym,
    Value,
    holds,
    join,
    of,
)


def is_constant(value: Value) -> bool:
    """Whether a value was written and is nothing but what the code itself states."""
    return value is not NOTHING and not value.refs and not value.exact


def is_stated(frame: Frame, holder: Value, key: Field) -> bool:
    """Whether all that a value may be was made here, with what the code itself states under a key."""
    return bool(holder.refs) and all(
        isinstance(ref, Obj) and is_constant(frame.fields(ref).get(key, NOTHING)) for ref in holder.refs
    )


def held_in(frame: Frame, ref: Obj | Sym | Instance, name: str) -> Value:
    """What an attribute of an instance of a project class holds, without what its declaration says."""
    engine, kind = frame.engine, ref.type
    place = engine.record(kind).places(name)[0]
    held = frame.read(of(ref), place) if holds(ref) else NOTHING
    stated = engine.attribute_type(kind, name)
    items = engine.items.of_field(kind, name)
    if items is not None and type(ref) is Sym:
        path: Path = (*ref.path, place)
        frame.item_classes[path] = items
    elif items is not None and not items.keyed:
        stated = rows_of(items.kind)
    if type(ref) is Sym and _is_initial(held, ref, place):
        stated = stated or engine.inherited_type(kind, name)
        own = of(Sym((*ref.path, place), stated)) if len(ref.path) < MAX_PATH else held
        shared = class_attribute(frame, kind, name)
        told = shared.exact or (shared.refs and not _describes(frame, kind, name, shared))
        return join(own, shared) if told else own
    if held is NOTHING and not engine.related(kind, name):
        shared = class_attribute(frame, kind, name)
        held = NOTHING if _is_own_description(frame, kind, name, shared) else shared
    if not stated and (held is NOTHING or held is UNKNOWN):
        stated = engine.inherited_type(kind, name)
    return held if held is not NOTHING and held is not UNKNOWN else of(Instance(stated))


def _describes(frame: Frame, kind: str, name: str, shared: Value) -> bool:
    """Whether what a class body puts under the name of a field is a description of it: `field(...)`."""
    if name in frame.engine.record(kind).fields and all(type(ref) is Instance for ref in shared.refs):
        return True
    return _is_own_description(frame, kind, name, shared)


def _is_own_description(frame: Frame, kind: str, name: str, shared: Value) -> bool:
    """Whether it is a description of a class of the project, as a column of the project's own is."""
    record = frame.engine.record(kind)
    classes = frame.engine.program.classes
    described = record.described and name in record.fields and bool(shared.refs)
    return described and all(getattr(ref, "type", "") in classes for ref in shared.refs)


def _is_initial(value: Value, ref: Sym, place: Field) -> bool:
    """Whether a field holds what it held when the function began, perhaps known to be of some class."""
    if len(value.refs) != 1 or value.exact:
        return False
    held, before = value.refs[0], store.initial(ref, place).refs[0]
    return type(held) is Sym and type(before) is Sym and held.path == before.path


def class_attribute(frame: Frame, owner: str, name: str) -> Value:
    """What a class body leaves under a name, looked up through the bases; nothing where no body binds it."""
    program = frame.engine.program
    info = program.classes.get(owner)
    for base in info.lineage if info else ():
        ref = Static(base)
        written = NOTHING if planting.is_missing(frame, ref, "." + name) else frame.read(of(ref), "." + name)
        if written is not NOTHING:
            return written
        body = program.functions.get(f"{base}.<body>")
        if body is not None and name in body.facts.locals:
            return frame.engine.exported(frame, body.symbol, name, "")
    queried = frame.engine.relations.queried(owner, name)
    return of(Static(queried)) if queried else NOTHING


def field_value(frame: Frame, ref: Obj | Sym | Instance, name: str) -> Value:
    """A field of an instance with the labels of its declaration; of an undeclared one, of its name."""
    engine, kind = frame.engine, ref.type
    if kind not in engine.program.classes:
        return frame.read(of(ref), "." + name)
    held = held_in(frame, ref, name)
    mask = engine.field_mask(kind, name)
    if holds(ref) and is_constant(held):
        return held
    if isinstance(ref, Obj) and _is_left_out(frame, ref, name):
        return NOTHING
    if mask is None:
        mask = frame.name_labels("attribute", kind.rpartition(".")[2], name)
    mask &= ~engine.labels.same_elements(held.exact)
    return Value(held.exact | mask, held.vague, held.refs, held.text)


def is_made_without(frame: Frame, holder: Value, key: str) -> bool:
    """Whether everything that a value may be is a mapping of declared keys, made here without this one."""
    return bool(holder.refs) and all(
        isinstance(ref, Obj)
        and key in frame.engine.record(ref.type).fields
        and "[" + key in frame.engine.record(ref.type).places(key)
        and not (store.fields_of(frame.state or {}, ref) or {}).keys() & {ANY, ANY_ATTRIBUTE}
        for ref in holder.refs
    )


def _is_left_out(frame: Frame, ref: Obj, name: str) -> bool:
    """Whether a record that the code itself makes was made without a field, and without a default for it."""
    record = frame.engine.record(ref.type)
    if name not in record.required:
        return False
    return frame.read(of(ref), record.places(name)[0]) is NOTHING


def item_value(frame: Frame, holder: Value, index: Field) -> Value | None:
    """The field at a position of named tuples that a value may be; None where it is none."""
    result: Value | None = None
    for ref in holder.refs if isinstance(index, int) else ():
        if not isinstance(ref, THINGS):
            continue
        name = frame.engine.record(ref.type).at(index)
        if name:
            held = field_value(frame, ref, name)
            result = held if result is None else join(result, held)
    return result


def all_fields(frame: Frame, ref: Obj | Sym | Instance) -> dict[str, Value]:
    """Every field that an instance is known to have: declared, set by its constructor, or written here."""
    names = list(frame.engine.declared_fields(ref.type))
    names += _set_by_constructor(frame, ref.type)
    written = store.fields_of(frame.state or {}, ref) or {}
    names += [str(field)[1:] for field in written if store.is_named(field)]
    return {name: field_value(frame, ref, name) for name in dict.fromkeys(names)}


def _set_by_constructor(frame: Frame, kind: str) -> list[str]:
    """Attributes that the project's own `__init__` of a class sets on `self`."""
    engine = frame.engine
    init = engine.program.method(kind, "__init__")
    summary = engine.summary(frame, init) if init else None
    mutations = summary.mutations if summary else ()
    return [str(m.field)[1:] for m in mutations if m.path == (0,) and store.is_named(m.field)]
