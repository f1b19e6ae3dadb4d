"""Methods that a framework calls on classes of the project: what it hands to their parameters."""

from __future__ import annotations

from collections.abc import Iterator
from fnmatch import fnmatchcase

from purposelint.domain.facts import Param
from purposelint.domain.frameworks import Hook
from purposelint.flow.lookup.class_statements import named_class, stated
from purposelint.flow.objects import declared_dicts
from purposelint.flow.state.frame import Frame
from purposelint.flow.state.values import NOTHING, Bound, Sym, Value, labelled, of


def hooks_of(frame: Frame) -> Iterator[Hook]:
    """Entries about the method under analysis."""
    info, program = frame.info, frame.engine.program
    if info.owner and info.facts.kind == "function":
        above = program.outside_bases(info.owner)
        for entry in frame.engine.knowledge.hooks(info.facts.name):
            if not entry.base or any(fnmatchcase(each, base) for base in entry.base for each in above):
                yield entry


def handed_class(frame: Frame, index: int) -> str:
    """Class of what a framework hands to a parameter, '' where no entry says."""
    for entry in hooks_of(frame):
        field = _field(entry, frame.info.facts.name)
        if entry.parameter == index and entry.type:
            return entry.type
        if entry.parameter != index or not entry.model:
            continue
        kind = _receiver(frame)
        if not field or stated(frame.engine.program, kind, field)[0]:
            return named_class(frame.engine.program, kind, entry.model)
    return ""


def keywords_type(frame: Frame) -> str:
    """Type of what a framework hands to `**name`, '' where no entry says."""
    return next((entry.keywords for entry in hooks_of(frame) if entry.keywords), "")


def handed(frame: Frame, index: int, param: Param) -> Value:
    """What a framework hands to a parameter: a receiver's declared fields, one of them, or a result."""
    for entry in hooks_of(frame):
        if entry.parameter == index and entry.result:
            return _result_of(frame, entry.result, param)
        if entry.parameter != index or not entry.attribute:
            continue
        receiver = Sym((0,), _receiver(frame))
        found = declared_dicts.read(frame, receiver, entry.attribute, NOTHING, param.at)
        field = _field(entry, frame.info.facts.name)
        if found is None or not field:
            return found or NOTHING
        return frame.read(found, "[" + field)
    return _checked(frame, index, param)


def _checked(frame: Frame, index: int, param: Param) -> Value:
    """The declared fields that a function is handed to check or show them."""
    mask = 0
    for entry, owner, field in frame.engine.checked(frame.info.symbol):
        kind = owner or _receiver(frame)
        if entry.parameter == index:
            for name in frame.engine.declared_fields(kind) if field == "*" else (field,):
                mask |= frame.engine.field_mask(kind, name) or 0
    frame.enter(mask, param.at, param.to, param.name)
    return labelled(mask)


def _result_of(frame: Frame, name: str, param: Param) -> Value:
    """What another method of the class gives, which ran before on the same object."""
    method = frame.engine.program.method(_receiver(frame), name)
    if not method or method == frame.info.symbol:
        return NOTHING
    target = of(Bound(method, of(Sym((0,), _receiver(frame)))))
    return frame.engine.call_value(frame, target, "", [], param.at, param.to)


def _receiver(frame: Frame) -> str:
    return frame.own_class.kind if frame.own_class else frame.info.owner


def _field(entry: Hook, method: str) -> str:
    """The name that the `*` in an entry's method stands for, '' where there is none."""
    pattern = next((each for each in entry.method if "*" in each and fnmatchcase(method, each)), "")
    before, _, after = pattern.partition("*")
    return method[len(before) : len(method) - len(after)] if pattern else ""
