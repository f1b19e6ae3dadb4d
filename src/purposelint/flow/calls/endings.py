"""Calls that never return: behind them the way ends."""

from __future__ import annotations

from purposelint.domain.chains import dotted
from purposelint.domain.program import FunctionInfo
from purposelint.flow.application.callables import function_of
from purposelint.flow.calls.callee import Callee
from purposelint.flow.state.frame import Frame
from purposelint.flow.state.values import Bound, Ref, Static, Super

_NEVER = frozenset(
    f"{module}.{name}" for module in ("typing", "typing_extensions") for name in ("NoReturn", "Never")
)
_TRANSPARENT = frozenset(
    {"builtins.staticmethod", "builtins.classmethod", "typing.final", "typing_extensions.final"}
)
"""Decorators that leave a function what it is; any other may catch what it raises."""

_PLACEHOLDERS = frozenset({"builtins.NotImplementedError"})
"""Exceptions by which a method says that a subclass will write it."""

_MOST_TARGETS = 5


def returns(frame: Frame) -> bool:
    """Whether the function that was analysed may return; a placeholder stands for methods that do."""
    stated = frame.info.facts.returns
    if stated is not None and frame.engine.resolve(frame.info, dotted(stated)) in _NEVER:
        return False
    if frame.returns or bool(frame.yields) or frame.limited:
        return True
    return not _PLACEHOLDERS.isdisjoint(frame.raised[0])


def close(frame: Frame, callee: Callee, word: str) -> None:
    """End the way if none of those that a call may reach returns."""
    if frame.state is None:
        return
    reached = [symbol for symbol, _ in callee.functions]
    reached += [function_of(function) for function, _ in callee.objects]
    if reached:
        ends = _is_certain(frame, callee) and not any(_may_return(frame, symbol) for symbol in reached)
    else:
        ends = not callee.classes and frame.engine.knowledge.ends(callee.outside, word, callee.word)
    if ends:
        frame.leave(by_raising=True)


def _is_certain(frame: Frame, callee: Callee) -> bool:
    """Whether nothing else may be called than functions of the project that are known."""
    if callee.classes or callee.tasks or callee.partials or callee.records or callee.outside or callee.open:
        return False
    return len(callee.functions) <= _MOST_TARGETS and all(_is_known(frame, ref) for ref in callee.refs)


def _is_known(frame: Frame, ref: Ref) -> bool:
    if isinstance(ref, Static | Bound | Super) or function_of(ref):
        return True
    return getattr(ref, "type", "") in frame.engine.program.classes


def _may_return(frame: Frame, symbol: str) -> bool:
    info = frame.engine.program.functions[symbol]
    summary = frame.engine.summaries.get(symbol)
    if summary is None or summary.returns or info.facts.is_async or info.facts.is_generator:
        return True
    return not _is_plain(frame, info)


def _is_plain(frame: Frame, info: FunctionInfo) -> bool:
    decorators = [frame.engine.resolve(info, dotted(each)) for each in info.facts.decorators]
    return all(name in _TRANSPARENT for name in decorators)
