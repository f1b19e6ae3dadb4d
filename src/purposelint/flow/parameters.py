"""What a function knows of its parameters before anyone calls it."""

from __future__ import annotations

from purposelint.domain.chains import dotted
from purposelint.domain.facts import Param
from purposelint.flow import error_handlers, hooks
from purposelint.flow.frame import Frame
from purposelint.flow.services import injected
from purposelint.flow.values import Static, Value, join, of

_NEVER_DATA = frozenset({"builtins.bool"})


def begin(frame: Frame) -> None:
    """Bind the parameters to what the caller will hand in."""
    for index, param in enumerate(frame.info.facts.params):
        value = join(_parameter(frame, index, param), error_handlers.arriving(frame, index))
        value = join(value, hooks.handed(frame, index, param))
        frame.bind(param.name, value)


def _handed_in(frame: Frame, param: Param) -> str:
    """Class of what a framework hands in: the one that the decorator names."""
    for handler, made in frame.engine.handlers(frame.info.symbol):
        if param.name == handler.parameter and made is not None:
            for arg in made.args:
                if arg.name == handler.class_argument:
                    return frame.engine.resolve(frame.info, dotted(arg.value))
    return ""


def _parameter(frame: Frame, index: int, param: Param) -> Value:
    engine, info = frame.engine, frame.info
    if param.kind in (2, 4):
        return frame.sym((index,), "tuple" if param.kind == 2 else "dict")
    if index == 0 and engine.gets_receiver(info):
        kind = frame.own_class.kind if frame.own_class else info.owner
        if engine.is_classmethod(info.symbol) or param.name == "cls":
            return of(Static(kind))
        return frame.sym((0,), kind)
    kind = engine.annotated(info, param.annotation) or _handed_in(frame, param) or injected(frame, param)
    kind = kind or hooks.handed_class(frame, index)
    if kind in engine.program.classes:
        return frame.sym((index,), kind)
    value = frame.sym((index,), "" if kind.startswith("builtins.") else kind)
    if kind in _NEVER_DATA:
        return value
    mask = frame.name_labels("parameter", "", param.name)
    frame.enter(mask, param.at, param.to, param.name)
    return Value(mask, 0, value.refs)
