"""Comprehensions: their clauses are loops, their conditions say what a variable holds inside them."""

from __future__ import annotations

from collections.abc import Sequence

from purposelint.domain.expressions import Comp
from purposelint.flow import assign
from purposelint.flow.frame import Frame
from purposelint.flow.keys import key_of
from purposelint.flow.narrowing import narrow
from purposelint.flow.store import State
from purposelint.flow.values import ANY, Value


def evaluate(frame: Frame, expr: Comp) -> Value:
    """The value of a comprehension; what it binds and tests holds inside it only."""
    before = dict(frame.state) if frame.state is not None else None
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
        return frame.fresh(frame.site(expr), "list" if expr.kind == "generator" else expr.kind)
    element = frame.value(expr.element)
    value = frame.value(expr.value) if expr.value is not None else element
    result = frame.fresh(frame.site(expr), "list" if expr.kind == "generator" else expr.kind)
    key = key_of(expr.element, element) if expr.value is not None else ANY
    frame.write(result, key, value)
    _forget(frame, told)
    if before is not None:
        for name in [n for n in frame.state if isinstance(n, str) and n not in before]:
            if name not in frame.info.facts.locals:
                del frame.state[name]
    return result


def _forget(frame: Frame, told: Sequence[tuple[State, State]]) -> None:
    """What the conditions of a comprehension said holds inside it only."""
    state = frame.state if frame.state is not None else {}
    for plain, narrowed in reversed(told):
        for key, held in plain.items():
            if narrowed.get(key) is not held and state.get(key) is narrowed.get(key):
                state[key] = held
