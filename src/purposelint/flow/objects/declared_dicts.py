"""Attributes that give a record's declared fields as a dict: what a serialiser shows, a form was sent."""

from __future__ import annotations

from purposelint.domain.expressions import Call, Const, Expr, Seq
from purposelint.domain.library import Passthrough
from purposelint.flow.lookup.class_statements import named_class, stated
from purposelint.flow.objects.records import says
from purposelint.flow.state.frame import Frame
from purposelint.flow.state.values import NOTHING, Instance, Obj, Super, Sym, Value, join, labelled

_MOST_FIELDS = 40


def read(frame: Frame, ref: Obj | Sym | Instance, name: str, held: Value, at: int) -> Value | None:
    """The dict that an attribute gives, None for an attribute that is nothing of the kind.

    `held` is what the constructor was handed under the attribute's name.
    """
    bases = frame.engine.program.outside_bases(ref.type)
    entry = frame.engine.knowledge.made_by_attribute(f"{base}.{name}" for base in bases)
    return made(frame, entry, ref, held, at) if entry is not None else None


def called(frame: Frame, entry: Passthrough, receiver: Value, at: int) -> Value | None:
    """The dict that a method gives of its receiver's declared fields, None where they are not known."""
    result: Value | None = None
    for ref in receiver.refs:
        for each in ref.receiver.refs if type(ref) is Super else (ref,):
            if isinstance(each, Obj | Sym | Instance) and each.type in frame.engine.program.classes:
                found = made(frame, entry, each, NOTHING, at)
                result = found if result is None or found is None else join(result, found)
    return result


def made(frame: Frame, entry: Passthrough, ref: Obj | Sym | Instance, held: Value, at: int) -> Value | None:
    """The dict of the fields that an object's class declares, None where it says nothing of them."""
    fields = _fields(frame, entry, ref)
    if fields is None:
        return None
    result = frame.fresh((at, 31, *frame.numbered(ref.type)), "dict")
    for field, declared in fields.items():
        given = frame.read(held, "[" + field)
        value = declared if given is NOTHING or declared.exact else join(declared, given)
        frame.enter(declared.exact, at, at, f"{ref.type.rpartition('.')[2]}.{field}")
        frame.write(result, "[" + field, value)
    return result


def _fields(frame: Frame, entry: Passthrough, ref: Obj | Sym | Instance) -> dict[str, Value] | None:
    """Fields that the class declares, then those of the model that it names; None where it says nothing."""
    engine = frame.engine
    found: dict[str, Value] = {}
    hidden: set[str] = set()
    for symbol in engine.program.classes[ref.type].lineage:
        info = engine.program.classes.get(symbol)
        for field in info.facts.fields if info is not None else ():
            if type(field.value) is not Call or field.name in hidden or field.name in found:
                continue
            if says(field.value, entry.left_out):
                hidden.add(field.name)
            elif len(found) < _MOST_FIELDS:
                found[field.name] = labelled(engine.field_mask(ref.type, field.name) or 0)
            else:
                frame.limited = True
    for model in _models(frame, entry, ref.type):
        chosen = _chosen(frame, entry, ref.type, model)
        frame.limited = frame.limited or len(chosen) > _MOST_FIELDS
        for name in chosen[:_MOST_FIELDS]:
            if name not in hidden:
                found.setdefault(name, labelled(engine.field_mask(model, name) or 0))
    return found if found or hidden else None


def _models(frame: Frame, entry: Passthrough, kind: str) -> list[str]:
    """The project's class that a class attribute names."""
    found = named_class(frame.engine.program, kind, (entry.model,))
    return [found] if found else []


def _chosen(frame: Frame, entry: Passthrough, kind: str, model: str) -> list[str]:
    """Personal fields of the model that the class asks for; none where its list is not a literal."""
    _, include = stated(frame.engine.program, kind, entry.include)
    _, exclude = stated(frame.engine.program, kind, entry.exclude)
    without = _texts(exclude)
    if type(include) is Seq:
        return [name for name in frame.engine.field_names(model) if name in _texts(include)]
    if type(include) is Const or (include is None and without):
        return [name for name in frame.engine.field_names(model) if name not in without]
    return []


def _texts(expr: Expr | None) -> list[str]:
    items = expr.items if type(expr) is Seq else ()
    return [item.value for item in items if type(item) is Const and isinstance(item.value, str)]
