"""Binding the names of a `case` pattern to parts of the subject."""

from __future__ import annotations

from purposelint.domain.statements import (
    AsPattern,
    ClassPattern,
    MapPattern,
    OrPattern,
    Pattern,
    SeqPattern,
    StarPattern,
)
from purposelint.flow import assign
from purposelint.flow.frame import Frame
from purposelint.flow.values import ANY, Value


def bind(frame: Frame, pattern: Pattern, subject: Value) -> None:
    """Bind what a pattern captures; whether it matches is not decided."""
    if isinstance(pattern, AsPattern):
        if pattern.name:
            frame.bind(pattern.name, assign.with_name(frame, pattern.name, subject, frame.info.facts.at, 0))
        if pattern.pattern is not None:
            bind(frame, pattern.pattern, subject)
    elif isinstance(pattern, SeqPattern):
        _sequence(frame, pattern, subject)
    elif isinstance(pattern, MapPattern):
        _mapping(frame, pattern, subject)
    elif isinstance(pattern, ClassPattern):
        _class(frame, pattern, subject)
    elif isinstance(pattern, OrPattern):
        for part in pattern.patterns:
            bind(frame, part, subject)


def _mapping(frame: Frame, pattern: MapPattern, subject: Value) -> None:
    for key, part in zip(pattern.keys, pattern.patterns, strict=False):
        text = frame.value(key).text
        bind(frame, part, _part(frame, subject, "[" + text if text else ANY))
    if pattern.rest:
        frame.bind(pattern.rest, subject)


def _class(frame: Frame, pattern: ClassPattern, subject: Value) -> None:
    for part in pattern.positional:
        bind(frame, part, subject)
    for name, part in zip(pattern.names, pattern.patterns, strict=False):
        bind(frame, part, _part(frame, subject, "." + name))


def _sequence(frame: Frame, pattern: SeqPattern, subject: Value) -> None:
    starred = False
    for index, part in enumerate(pattern.items):
        if isinstance(part, StarPattern):
            starred = True
            if part.name:
                rest = frame.fresh((frame.info.facts.at, index, 8), "list")
                frame.write(rest, ANY, frame.elements_of(subject))
                frame.bind(part.name, rest)
            continue
        bind(frame, part, frame.elements_of(subject) if starred else _part(frame, subject, index))


def _part(frame: Frame, subject: Value, field: str | int) -> Value:
    found = frame.read(subject, field)
    return Value(found.exact | subject.exact, found.vague | subject.vague, found.refs, found.text)
