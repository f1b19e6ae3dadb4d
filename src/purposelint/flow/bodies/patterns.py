"""What the patterns of a `match` bind, and what they say of their subject."""

from __future__ import annotations

from typing import NamedTuple

from purposelint.domain.chains import receiver_word
from purposelint.domain.expressions import Attr, Const, Expr, Name, Seq, Star, Sub
from purposelint.domain.statements import (
    AsPattern,
    ClassPattern,
    MapPattern,
    OrPattern,
    Pattern,
    SeqPattern,
    StarPattern,
    ValuePattern,
)
from purposelint.flow.access import attributes
from purposelint.flow.access.items import read_item
from purposelint.flow.access.narrowing import subject_of
from purposelint.flow.calls import assign
from purposelint.flow.objects.constants import stated
from purposelint.flow.objects.instance_fields import class_attribute
from purposelint.flow.objects.instances import class_names, instances, keep_instances
from purposelint.flow.state import branches, store
from purposelint.flow.state.frame import Frame
from purposelint.flow.state.store import State
from purposelint.flow.state.values import ANY, NOTHING, Field, Obj, Record, Value, join

_MATCH_THEMSELVES = frozenset(
    f"builtins.{name}"
    for name in (
        "bool", "bytearray", "bytes", "dict", "float", "frozenset", "int", "list", "set", "str", "tuple",
    )
)  # fmt: skip
"""Classes whose one positional pattern is matched against the subject itself."""


class Subject(NamedTuple):
    """What a pattern is matched against, and an expression that would read it."""

    value: Value
    expr: Expr
    to: int

    def now(self, frame: Frame) -> Subject:
        """The subject as it is known by now: a variable may have been narrowed since."""
        value = frame.lookup(subject_of(self.expr)) if subject_of(self.expr) else None
        return self if value is None else self._replace(value=value)

    def item(self, value: Value, expr: Expr) -> Subject:
        """A part of it; data without structure is in each of its parts."""
        exact, vague = value.exact | self.value.exact, value.vague | self.value.vague
        return Subject(Value(exact, vague, value.refs, value.text), expr, self.to)


def bind(frame: Frame, pattern: Pattern, subject: Subject) -> Value:
    """Bind what a pattern captures; gives the subject as it is where the pattern matches.

    Where it surely does not match, the way is closed.
    """
    if frame.state is None:
        return NOTHING
    if isinstance(pattern, AsPattern):
        value = subject.value if pattern.pattern is None else bind(frame, pattern.pattern, subject)
        if pattern.name:
            frame.bind(pattern.name, assign.with_name(frame, pattern.name, value, subject.to, 0))
        return value
    if isinstance(pattern, ValuePattern):
        return _constant(frame, pattern, subject)
    if isinstance(pattern, OrPattern):
        return _either(frame, pattern, subject)
    if isinstance(pattern, ClassPattern):
        return _class(frame, pattern, subject)
    if isinstance(pattern, SeqPattern):
        _sequence(frame, pattern, subject)
    elif isinstance(pattern, MapPattern):
        _mapping(frame, pattern, subject)
    return subject.value


def pass_by(frame: Frame, pattern: Pattern, subject: Subject) -> None:
    """Take in that a pattern did not match."""
    if isinstance(pattern, AsPattern):
        if pattern.pattern is None:
            frame.state = None
        else:
            pass_by(frame, pattern.pattern, subject)
    elif isinstance(pattern, OrPattern):
        for part in pattern.patterns:
            if frame.state is not None:
                pass_by(frame, part, subject.now(frame))
    elif isinstance(pattern, ClassPattern) and not (pattern.positional or pattern.names):
        names = class_names(frame, pattern.cls)
        if names and subject.value.refs:
            keep_instances(frame, subject_of(subject.expr), subject.value, names, holds=False)


def _constant(frame: Frame, pattern: ValuePattern, subject: Subject) -> Value:
    value = stated(frame, pattern.value)
    if value is None:
        return subject.value
    _narrowed(frame, subject, value)
    return value


def _narrowed(frame: Frame, subject: Subject, value: Value) -> None:
    name = subject_of(subject.expr)
    if name and frame.lookup(name) is not None:
        frame.bind(name, value)


def _either(frame: Frame, pattern: OrPattern, subject: Subject) -> Value:
    before = frame.state or {}
    ends: State | None = None
    result: Value | None = None
    for part in pattern.patterns:
        frame.state = dict(before)
        value = bind(frame, part, subject)
        if frame.state is not None:
            result = value if result is None else join(result, value)
        ends = branches.merge(ends, frame.state)
    frame.state = ends
    return result or NOTHING


# --- parts ---------------------------------------------------------------------------------------


def _mapping(frame: Frame, pattern: MapPattern, subject: Subject) -> None:
    taken: set[Field] = set()
    for key, part in zip(pattern.keys, pattern.patterns, strict=False):
        index = frame.value(key)
        read = Sub(subject.expr, key, subject.to)
        bind(frame, part, subject.item(read_item(frame, subject.value, index, read), read))
        taken.add("[" + index.text)
    if pattern.rest:
        frame.bind(pattern.rest, _without(frame, subject.value, taken))


def _without(frame: Frame, value: Value, taken: set[Field]) -> Value:
    """The rest of a mapping: a new dict without the keys that were named."""
    if not value.refs or not all(isinstance(ref, Obj) for ref in value.refs):
        return value
    rest = frame.fresh((*_first_site(value), 1, 8), "dict")
    for ref in value.refs:
        for field, held in (store.fields_of(frame.state or {}, ref) or {}).items():
            if field not in taken:
                frame.write(rest, field, held)
    return Value(value.exact, value.vague, rest.refs)


def _first_site(value: Value) -> tuple[int, ...]:
    return next(ref.site[:2] for ref in value.refs if isinstance(ref, Obj))


def _class(frame: Frame, pattern: ClassPattern, subject: Subject) -> Value:
    names = class_names(frame, pattern.cls)
    value = subject.value
    if names and value.refs:
        refs = instances(frame, value, names, holds=True)
        if refs is None:
            frame.state = None
            return NOTHING
        value = Value(value.exact, value.vague, refs or value.refs, value.text)
        _narrowed(frame, subject, value)
    own = Subject(value, Name(receiver_word(pattern.cls), subject.to), subject.to)
    fields = _positions(frame, pattern.cls, names)
    for position, part in enumerate(pattern.positional):
        if position < len(fields):
            _attribute(frame, part, own, fields[position])
        else:
            bind(frame, part, subject._replace(value=value))
    for name, part in zip(pattern.names, pattern.patterns, strict=False):
        _attribute(frame, part, own, name)
    return value


def _attribute(frame: Frame, part: Pattern, subject: Subject, name: str) -> None:
    read = Attr(subject.expr, name, subject.to)
    bind(frame, part, Subject(attributes.read(frame, subject.value, read), read, subject.to))


def _positions(frame: Frame, cls: Expr, names: list[str]) -> tuple[str, ...]:
    """Attributes that positional patterns of a class stand for."""
    if not names:
        records = [ref.fields for ref in frame.value(cls).refs if type(ref) is Record]
        return records[0] if records else ()
    if names[0] in _MATCH_THEMSELVES or names[0] not in frame.engine.program.classes:
        return ()
    written = class_attribute(frame, names[0], "__match_args__")
    texts = [frame.read(written, index).text for index in range(frame.length(written, 0))]
    return tuple(texts) if all(texts) and texts else frame.engine.record(names[0]).positional


def _sequence(frame: Frame, pattern: SeqPattern, subject: Subject) -> None:
    display = _display(subject.expr)
    star = next((n for n, part in enumerate(pattern.items) if isinstance(part, StarPattern)), -1)
    fixed = len(pattern.items) - (star >= 0)
    if display is not None and (len(display) < fixed or (star < 0 and len(display) != fixed)):
        frame.state = None
        return
    length = frame.length(subject.value, -1)
    for index, part in enumerate(pattern.items):
        behind = 0 <= star < index
        if isinstance(part, StarPattern):
            _rest(frame, part, subject, index, length - fixed)
        elif behind and length < fixed:
            any_one = frame.elements_of(subject.value)
            bind(frame, part, subject.item(any_one, Sub(subject.expr, Const("none", None), subject.to)))
        else:
            at = index - len(pattern.items) + length if behind else index
            bind(frame, part, _at(frame, subject, display, at))


def _display(expr: Expr) -> tuple[Expr, ...] | None:
    """Items of a subject that is written as a tuple or list."""
    if type(expr) is not Seq or any(type(item) is Star for item in expr.items):
        return None
    return expr.items


def _at(frame: Frame, subject: Subject, display: tuple[Expr, ...] | None, index: int) -> Subject:
    found = frame.read(subject.value, index)
    read = display[index] if display else Sub(subject.expr, Const("int", index), subject.to)
    return subject.item(found, read)


def _rest(frame: Frame, part: StarPattern, subject: Subject, index: int, count: int) -> None:
    """What a star captures: the items between those before and behind it, any where that is not known."""
    if not part.name:
        return
    rest = frame.fresh((subject.to, index, 8), "list")
    if count < 0:
        frame.write(rest, ANY, frame.elements_of(subject.value))
    for offset in range(max(count, 0)):
        frame.write(rest, offset, frame.read(subject.value, index + offset))
    frame.bind(part.name, Value(subject.value.exact, subject.value.vague, rest.refs))
