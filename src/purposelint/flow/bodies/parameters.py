"""What a function knows of its parameters before anyone calls it."""

from __future__ import annotations

from purposelint.domain.chains import dotted
from purposelint.domain.facts import Param
from purposelint.flow.application import error_handlers, hooks, injection
from purposelint.flow.application.left_out import name_mask
from purposelint.flow.bodies import handed_in
from purposelint.flow.state.frame import Frame
from purposelint.flow.state.values import Static, Value, join, of

_NEVER_DATA = frozenset({"builtins.bool"})


def begin(frame: Frame) -> None:
    """Bind the parameters to what the caller will hand in."""
    for index, param in enumerate(frame.info.facts.params):
        value = join(_parameter(frame, index, param), error_handlers.arriving(frame, index))
        value = _or_by_a_framework(frame, value, hooks.handed(frame, index, param))
        frame.bind(param.name, _or_by_a_framework(frame, value, injection.injected(frame, param)))


def _or_by_a_framework(frame: Frame, value: Value, handed: Value) -> Value:
    """What the project's callers hand in, or a framework: never both at one call."""
    if handed.refs:
        frame.arrivals.add(frozenset(value.refs) | frozenset(handed.refs))
    return join(value, handed)


def _handed_in(frame: Frame, index: int, param: Param) -> str:
    """Class of what a framework hands in: the one that it was told of along with the function."""
    for told in frame.engine.told(frame.info.symbol):
        entry = told.entry
        if param.name != entry.parameter and index != entry.position:
            continue
        stated = told.argument(entry.class_argument)
        if entry.type or (stated is not None and told.fits()):
            return entry.type or frame.engine.resolve(told.info, dotted(stated))
    return ""


def _parameter(frame: Frame, index: int, param: Param) -> Value:
    engine, info = frame.engine, frame.info
    items = engine.items.of_parameter(info, param)
    if items is not None:
        frame.item_classes[(index,)] = items
    if param.kind in (2, 4):
        return frame.sym((index,), "tuple" if param.kind == 2 else hooks.keywords_type(frame) or "dict")
    if index == 0 and engine.gets_receiver(info):
        kind = frame.own_class.kind if frame.own_class else info.owner
        of_class_of_classes = "builtins.type" in engine.program.outside_bases(info.owner)
        if engine.is_classmethod(info.symbol) or (param.name == "cls" and not of_class_of_classes):
            return of(Static(kind))
        return frame.sym((0,), "" if of_class_of_classes else kind)
    if engine.program.annotated_class(info.module, param.annotation, engine.imports(info)).is_class:
        frame.handed_classes.add((index,))
    kind = engine.annotated(info, param.annotation) or _handed_in(frame, index, param)
    kind = kind or injection.injected_class(frame, param) or hooks.handed_class(frame, index)
    if kind in engine.program.classes:
        return frame.sym((index,), kind)
    value = frame.sym((index,), "" if kind.startswith("builtins.") else kind)
    if kind in _NEVER_DATA:
        return value
    mask = handed_in.mask(frame, param, kind, name_mask(frame, index, param))
    frame.enter(mask, param.at, param.to, param.name)
    return Value(mask, 0, value.refs)
