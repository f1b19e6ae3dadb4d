"""Records made into something else: a dict or a tuple of their fields, a copy; or made of a mapping."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeAlias

from purposelint.domain.chains import stated_text
from purposelint.domain.expressions import Const, Map, Seq
from purposelint.domain.library import Passthrough
from purposelint.flow.objects import records
from purposelint.flow.objects.arguments import Argument
from purposelint.flow.objects.instance_fields import all_fields
from purposelint.flow.state import plain, store
from purposelint.flow.state.frame import Frame
from purposelint.flow.state.values import (
    MORE,
    NOTHING,
    THINGS,
    UNKNOWN,
    Field,
    Instance,
    Obj,
    Static,
    Sym,
    Value,
    join,
    of,
)

_DEEPEST = 2
"""Records within records that a dict made of the outermost shows as dicts."""

_Make: TypeAlias = "Callable[[Frame, Passthrough, Value, Sequence[Argument], int], Value]"


def remade(frame: Frame, entry: Passthrough, subject: Value, arguments: Sequence[Argument], at: int) -> Value:
    """What a call gives that makes its `subject` into something else, as its entry says."""
    return _MAKERS[entry.makes](frame, entry, subject, arguments, at)


def _as_dict(
    frame: Frame, entry: Passthrough, subject: Value, arguments: Sequence[Argument], at: int
) -> Value:
    chosen = _Choice(frame, entry, arguments)
    return _dumped(frame, subject, at, chosen, 21, 0)


def _as_text(
    frame: Frame, entry: Passthrough, subject: Value, arguments: Sequence[Argument], at: int
) -> Value:
    return frame.deep(_as_dict(frame, entry, subject, arguments, at))


class _Choice:
    """Which fields a call asks for, as far as it names them."""

    def __init__(self, frame: Frame, entry: Passthrough, arguments: Sequence[Argument]) -> None:
        self.only, known = _names(frame, _option(entry, entry.include, arguments))
        self.only = self.only if known else None
        self.without = _names(frame, _option(entry, entry.exclude, arguments))[0] or frozenset()

    def takes(self, name: str) -> bool:
        """Whether a field is asked for."""
        return name not in self.without and (self.only is None or name in self.only)


def _names(frame: Frame, argument: Argument | None) -> tuple[frozenset[str] | None, bool]:
    """Names that an argument lists, None where it is left out or lists none, and whether these are all."""
    expr = argument.arg.value if argument is not None and argument.arg is not None else None
    items = frame.known_items(argument.value) if argument is not None else None
    if type(expr) is Map:
        texts = [stated_text(item.key) for item in expr.items if item.key and type(item.value) is Const]
    elif items is not None:
        texts = [item.text for item in items]
    elif type(expr) is Seq:
        texts = [stated_text(item) for item in expr.items]
    else:
        return None, False
    known = [text for text in texts if text and MORE not in text]
    return (frozenset(known) if known else None), len(known) == len(texts)


def _option(entry: Passthrough, name: str, arguments: Sequence[Argument]) -> Argument | None:
    order = entry.parameters
    for position, argument in enumerate(arguments if name else ()):
        given = argument.name or (order[position] if position < len(order) else "")
        if given == name:
            return argument
    return None


def _dumped(frame: Frame, subject: Value, at: int, chosen: _Choice | None, number: int, depth: int) -> Value:
    """A dict of the fields of every record that a value may be; the labels of whatever else it is."""
    program = frame.engine.program
    made: Value | None = None
    exact, vague = subject.exact, subject.vague
    for ref in subject.refs:
        if not isinstance(ref, THINGS) or ref.type not in program.classes:
            flat = frame.caller_fields(ref) if type(ref) is Sym else frame.whole(of(ref))
            exact, vague = exact | flat.exact, vague | flat.vague
            continue
        made = made or frame.fresh((at, number), "dict")
        hidden = frame.engine.record(ref.type).undumped
        for index, (name, held) in enumerate(all_fields(frame, ref).items()):
            if name in hidden or (chosen is not None and not chosen.takes(name)):
                continue
            inner = _inner(frame, held, at, number * 100 + index, depth)
            frame.enter(inner.exact, at, at, f"{ref.type.rpartition('.')[2]}.{name}")
            frame.write(made, "[" + name, inner)
    return Value(exact, vague, made.refs if made else UNKNOWN.refs)


def _inner(frame: Frame, held: Value, at: int, number: int, depth: int) -> Value:
    """A field of a dumped record: a record of its own is a dict too."""
    engine = frame.engine
    nested = [ref for ref in held.refs if engine.record(getattr(ref, "type", "")) is not records.NO_RECORD]
    if not nested or depth >= _DEEPEST:
        frame.limited = frame.limited or bool(nested)
        return held
    dumped = _dumped(frame, Value(0, 0, tuple(nested)), at, None, number, depth + 1)
    return Value(held.exact | dumped.exact, held.vague | dumped.vague, dumped.refs, held.text)


def _as_tuple(
    frame: Frame, _entry: Passthrough, subject: Value, _arguments: Sequence[Argument], at: int
) -> Value:
    made = frame.fresh((at, 22), "tuple")
    flat = NOTHING
    for ref in subject.refs:
        if isinstance(ref, THINGS) and ref.type in frame.engine.program.classes:
            for index, held in enumerate(all_fields(frame, ref).values()):
                frame.enter(held.exact, at, at, f"{ref.type.rpartition('.')[2]}")
                frame.write(made, index, held)
        else:
            flat = join(flat, frame.whole(of(ref)))
    return Value(subject.exact | flat.exact, subject.vague | flat.vague, made.refs)


def _copied(
    frame: Frame, entry: Passthrough, subject: Value, arguments: Sequence[Argument], at: int
) -> Value:
    """A copy in which some fields are others: those of keywords, or of a mapping."""
    result = Value(subject.exact, subject.vague)
    for ref in subject.refs:
        result = join(result, _copy(frame, ref, at) if isinstance(ref, THINGS) else of(ref))
    for argument in arguments:
        if argument.name is not None and argument.name == entry.update:
            _take(frame, result, argument.value)
        elif argument.name is not None and argument.name not in entry.parameters:
            _set(frame, result, argument.name, argument.value)
    return result


def _copy(frame: Frame, ref: Obj | Sym | Instance, at: int) -> Value:
    """A copy of one object; what the caller handed in is also itself, where its class is not known."""
    known = ref.type in frame.engine.program.classes
    if not isinstance(ref, Obj) and not known:
        return of(ref)
    made = frame.fresh((at, 15), ref.type)
    if isinstance(ref, Obj):
        frame.copy_fields(of(ref), made)
        return made
    record = frame.engine.record(ref.type)
    for name, held in all_fields(frame, ref).items():
        for place in record.places(name):
            frame.write(made, place, held)
    return made


def _take(frame: Frame, target: Value, mapping: Value) -> None:
    """Set the fields that a mapping names."""
    for ref in mapping.refs:
        for key, held in (store.fields_of(frame.state or {}, ref) or {}).items():
            if isinstance(key, str) and key.startswith("["):
                _set(frame, target, key[1:], held)


def _set(frame: Frame, target: Value, name: str, held: Value) -> None:
    places: list[Field] = []
    for ref in target.refs:
        places += frame.engine.record(getattr(ref, "type", "")).places(name)
    for place in dict.fromkeys(places):
        frame.write(target, place, held)


def _as_record(
    frame: Frame, _entry: Passthrough, subject: Value, arguments: Sequence[Argument], at: int
) -> Value:
    """An instance of the class that is asked for: of a mapping, an object's attributes, or keywords."""
    exact = vague = 0
    made = NOTHING
    for ref in subject.refs:
        if type(ref) is not Static or ref.name not in frame.engine.program.classes:
            continue
        new = frame.fresh((at, 23), ref.name)
        made = join(made, new)
        for argument in arguments:
            if argument.name is not None or argument.star:
                records.fill(frame, new, ref.name, [argument])
            elif argument is arguments[0]:
                records.fill(frame, new, ref.name, [Argument(None, argument.value, 2)])
                _adopt(frame, new, ref.name, argument.value)
                text = frame.deep(plain.taken(frame.engine, argument.value))
                exact, vague = exact | text.exact, vague | text.vague
    return Value(exact, vague, made.refs or UNKNOWN.refs)


def _adopt(frame: Frame, made: Value, symbol: str, source: Value) -> None:
    """Take over the attributes of an object that have the names of fields."""
    record = frame.engine.record(symbol)
    for ref in source.refs:
        if not isinstance(ref, THINGS) or ref.type not in frame.engine.program.classes:
            continue
        held = all_fields(frame, ref)
        for name in record.fields:
            if name in held:
                frame.write(made, record.places(name)[0], held[name])


_MAKERS: dict[str, _Make] = {
    "dict": _as_dict,
    "text": _as_text,
    "tuple": _as_tuple,
    "copy": _copied,
    "record": _as_record,
}
