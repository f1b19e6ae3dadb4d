"""Comprehensions: a scope of their own, whose variables neither leak nor hide those around them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from purposelint.domain.expressions import Comp, Expr, Name, Seq, Star
from purposelint.flow import assign
from purposelint.flow.frame import Frame
from purposelint.flow.keys import key_of
from purposelint.flow.narrowing import narrow
from purposelint.flow.spreading import spread
from purposelint.flow.store import State
from purposelint.flow.values import ANY, Value


def evaluate(frame: Frame, expr: Comp) -> Value:
    """What a comprehension holds."""
    outer = frame.state or {}
    names = dict.fromkeys(name for clause in expr.clauses for name in bound_names(clause.target))
    hidden = {name: outer.get(name) for name in names}
    before = dict(frame.state) if frame.state is not None else None
    site, kind = frame.site(expr), "list" if expr.kind == "generator" else expr.kind
    told: list[tuple[State, State]] = []
    for clause in expr.clauses:
        assign.bind_target(frame, clause.target, frame.elements_of(frame.value(clause.iter)))
        for test in clause.tests:
            frame.value(test)
            if frame.state is not None:
                plain = dict(frame.state)
                narrow(frame, test, holds=True)
                told.append((plain, dict(frame.state or {})))
    if frame.state is None:
        frame.state = before
        return frame.fresh(site, kind)
    result = frame.fresh(site, kind)
    _add(frame, expr, result)
    _forget(frame, told)
    if frame.state is not None:
        for name, before in hidden.items():
            if before is None:
                frame.state.pop(name, None)
            else:
                frame.state[name] = before
    return result


def bound_names(target: Expr) -> Iterator[str]:
    """Names that a target binds."""
    pending = [target]
    while pending:
        one = pending.pop()
        if isinstance(one, Name):
            yield one.id
        elif isinstance(one, Seq):
            pending.extend(one.items)
        elif isinstance(one, Star):
            pending.append(one.value)


def _add(frame: Frame, expr: Comp, result: Value) -> None:
    if isinstance(expr.element, Star) and expr.kind == "dict":
        spread(frame, frame.value(expr.element.value), result)
        return
    element = frame.value(expr.element)
    if expr.value is None:
        frame.write(result, ANY, element)
        return
    frame.put(result, key_of(expr.element, element), element, frame.value(expr.value))


def _forget(frame: Frame, told: Sequence[tuple[State, State]]) -> None:
    """What the conditions of a comprehension said holds inside it only."""
    state = frame.state if frame.state is not None else {}
    for plain, narrowed in reversed(told):
        for key, held in plain.items():
            if narrowed.get(key) is not held and state.get(key) is narrowed.get(key):
                state[key] = held
