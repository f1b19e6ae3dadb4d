"""Parameters that a framework fills with what their default or annotation asks for: `Depends(make)`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from purposelint.domain.chains import dotted
from purposelint.domain.expressions import Call, Expr
from purposelint.domain.facts import Param
from purposelint.domain.metadata import Stated
from purposelint.domain.program import FunctionInfo
from purposelint.flow.lookup.registrations import arguments_of
from purposelint.flow.objects.arguments import Argument
from purposelint.flow.state.frame import Frame
from purposelint.flow.state.values import NOTHING, UNKNOWN, Bound, Instance, Static, Value, of


class _Asked(NamedTuple):
    """What a parameter asks for, in the scope where that is written; '' for what has no name."""

    info: FunctionInfo
    provider: Expr | None
    symbol: str


def injected_class(frame: Frame, param: Param) -> str:
    """Class of what a framework hands in for a parameter, '' where it asks for nothing known."""
    engine = frame.engine
    for asked in _asked(frame, param):
        if asked.symbol in engine.program.classes:
            return asked.symbol
        if asked.symbol in engine.program.functions:
            return engine.returned_type(asked.symbol)
    return ""


def injected(frame: Frame, param: Param) -> Value:
    """What a framework hands in for a parameter: what the function or class that it asks for gives.

    The framework hands to that function what nobody sees, or what it asks for in its turn.
    """
    for asked in _asked(frame, param):
        target = _target(frame, asked, param)
        if target is not NOTHING:
            method = "__call__" if _is_outside(frame, target) else ""
            given = frame.engine.call_value(frame, target, method, _filled(frame, target), param.at, param.to)
            made = frame.engine.program.functions.get(asked.symbol)
            return frame.elements_of(given) if made is not None and made.facts.is_generator else given
    return NOTHING


def _filled(frame: Frame, target: Value) -> list[Argument]:
    """What the framework fills in, by name: of each parameter nobody knows more than its name says."""
    program = frame.engine.program
    given: list[Argument] = []
    for ref in target.refs:
        symbol = ref.function if type(ref) is Bound else getattr(ref, "name", "")
        kind = symbol if symbol in program.classes else getattr(ref, "type", "")
        called = program.method(kind, "__init__" if kind == symbol else "__call__") if kind else symbol
        info = program.functions.get(called)
        params = info.facts.params[info.owner != "" :] if info else ()
        given.extend(Argument(each.name, UNKNOWN) for each in params if each.kind in (1, 3))
    return given


def _asked(frame: Frame, param: Param) -> Iterator[_Asked]:
    engine, info = frame.engine, frame.info
    if not engine.knowledge.injects:  # asked of every parameter, twice
        return
    stated = [Stated(info, param.default)] if type(param.default) is Call else []
    for scope, expr in (*stated, *engine.providers.metadata.of(info, param.annotation)):
        if type(expr) is not Call:
            continue
        entry = engine.knowledge.service("inject", (_symbol(frame, scope, expr.func),), "", "")
        if entry is not None:
            provider = arguments_of(expr, entry.parameters).get(entry.provider)
            kind = engine.annotated(info, param.annotation) if provider is None else ""
            yield _Asked(scope, provider, kind or _symbol(frame, scope, provider))


def _symbol(frame: Frame, info: FunctionInfo, expr: Expr | None) -> str:
    """Canonical name as the scope around a function knows it: a parameter's own name hides nothing yet."""
    text = dotted(expr) if expr is not None else ""
    return frame.engine.resolve(info, text) if text else ""


def _is_outside(frame: Frame, target: Value) -> bool:
    """Whether what is called is an object of a library."""
    return all(type(r) is Instance and r.type not in frame.engine.program.classes for r in target.refs)


def _called(frame: Frame, kind: str) -> str:
    """The type of a library's object of which an entry says what calling it gives, '' for others."""
    known = frame.engine.knowledge
    made = known.known_type(kind) if kind else ""
    called = f"{made}.__call__"
    speaks = known.stated_type(f"{called}()") or known.of_call((called,), "", "", resolved=True).sources
    return made if made and speaks else ""


def _target(frame: Frame, asked: _Asked, param: Param) -> Value:
    """The function, class or callable object of the project that is asked for; nothing for any other."""
    program = frame.engine.program
    if asked.symbol in program.classes:
        return of(Static(asked.symbol))
    if asked.symbol in program.functions:
        owner = program.functions[asked.symbol].owner
        if not owner or not frame.engine.gets_receiver(program.functions[asked.symbol]):
            return of(Static(asked.symbol))
        return of(Bound(asked.symbol, of(Instance(owner, (param.at,)))))
    kind = program.variable_types.get(asked.symbol, "")
    kind = kind if program.method(kind, "__call__") else _called(frame, kind)
    if kind:
        return of(Instance(kind, (param.at,)))
    if type(asked.provider) is Call:
        made = _symbol(frame, asked.info, asked.provider.func)
        kind = made if made in program.classes else _called(frame, f"{made}()" if made else "")
        if kind:
            return of(Instance(kind, (param.at,)))
        if made in program.functions:
            return frame.engine.call_value(frame, of(Static(made)), "", [], param.at, param.to)
    return NOTHING
