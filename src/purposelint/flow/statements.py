"""Execution of statements: flow-sensitive, both ways of a branch, loops to a bounded fixpoint."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from purposelint.domain.expressions import Attr, Name, Sub
from purposelint.domain.statements import (
    AnnAssign,
    Assert,
    Assign,
    AugAssign,
    ClassDef,
    Def,
    Delete,
    ExprStmt,
    For,
    If,
    ImportStmt,
    Jump,
    Match,
    Raise,
    Return,
    Scope,
    Stmt,
    Try,
    While,
    With,
)
from purposelint.flow import assign, patterns
from purposelint.flow.frame import Frame
from purposelint.flow.keys import key_of
from purposelint.flow.names import resolved
from purposelint.flow.narrowing import constant, narrow
from purposelint.flow.store import State, merge
from purposelint.flow.values import NOTHING, UNKNOWN, Instance, Obj, Static, Value, join, of

_MOST_TURNS = 4


def run(frame: Frame, body: Sequence[Stmt]) -> None:
    """Execute statements in order until the end is no longer reachable."""
    for statement in body:
        if frame.state is None:
            return
        _STATEMENTS[type(statement)](frame, statement)


def _copy(state: State | None) -> State | None:
    return None if state is None else dict(state)


def _assign(frame: Frame, statement: Assign) -> None:
    value = frame.value(statement.value)
    for target in statement.targets:
        assign.bind_target(frame, target, value)


def _ann_assign(frame: Frame, statement: AnnAssign) -> None:
    if statement.value is None:
        if frame.info.facts.kind == "class" and isinstance(statement.target, Name):
            return
        kind = frame.engine.annotated(frame.info, statement.annotation)
        if kind:
            assign.bind_target(frame, statement.target, of(Instance(kind)))
        return
    value = frame.value(statement.value)
    if _is_unknown(value):
        kind = frame.engine.annotated(frame.info, statement.annotation)
        value = of(Instance(kind)) if kind else value
    assign.bind_target(frame, statement.target, value)


def _is_unknown(value: Value) -> bool:
    return bool(value.refs) and all(isinstance(r, Instance) and not r.type for r in value.refs)


def _aug_assign(frame: Frame, statement: AugAssign) -> None:
    before = frame.value(statement.target)
    added = frame.value(statement.value)
    containers = [ref for ref in before.refs if isinstance(ref, Obj)]
    if containers and statement.op in ("+", "|"):
        for ref in containers:
            frame.write(of(ref), "*", frame.elements_of(added))
        return
    one, two = frame.deep(before), frame.deep(added)
    unknown = UNKNOWN.refs if before.refs or added.refs else ()
    text = before.text if before.text.endswith("\x00") else before.text + (added.text or "\x00")
    value = Value(one.exact | two.exact, one.vague | two.vague, unknown, text[:400] if before.text else "")
    assign.bind_target(frame, statement.target, value)


def _expression(frame: Frame, statement: ExprStmt) -> None:
    frame.value(statement.value)


def _return(frame: Frame, statement: Return) -> None:
    value = frame.value(statement.value) if statement.value is not None else NOTHING
    frame.engine.note_return(frame, value)
    frame.state = None


def _raise(frame: Frame, statement: Raise) -> None:
    if statement.value is not None:
        frame.raise_(frame.value(statement.value))
    if statement.cause is not None:
        frame.value(statement.cause)
    frame.state = None


def _if(frame: Frame, statement: If) -> None:
    """An `elif` chain is walked in a loop: generated code has thousands of them."""
    ends: list[State | None] = []
    while True:
        frame.value(statement.test)
        before = frame.state
        known = constant(statement.test)
        frame.state = _copy(before) if known is not False else None
        narrow(frame, statement.test, holds=True)
        run(frame, statement.body)
        ends.append(frame.state)
        frame.state = _copy(before) if known is not True else None
        narrow(frame, statement.test, holds=False)
        if len(statement.orelse) == 1 and isinstance(statement.orelse[0], If) and frame.state is not None:
            statement = statement.orelse[0]
            continue
        run(frame, statement.orelse)
        break
    for end in ends:
        frame.state = merge(end, frame.state)


def _loop(frame: Frame, enter: Callable[[], None], body: Sequence[Stmt], orelse: Sequence[Stmt]) -> None:
    """Turn until the store no longer changes; `enter` evaluates the test or binds the target."""
    breaks: list[State] = []
    turn = 0
    while frame.state is not None:
        turn += 1
        before = _copy(frame.state)
        frame.loops.append(breaks)
        frame.continues.append([])
        enter()
        run(frame, body)
        frame.loops.pop()
        for state in frame.continues.pop():
            frame.state = merge(frame.state, state)
        merged = merge(before, frame.state)
        frame.state = merged
        if merged == before or turn >= _MOST_TURNS:
            frame.limited = frame.limited or merged != before
            break
    run(frame, orelse)
    for state in breaks:
        frame.state = merge(frame.state, state)


def _while(frame: Frame, statement: While) -> None:
    _loop(frame, lambda: (frame.value(statement.test), None)[1], statement.body, statement.orelse)
    if constant(statement.test) is True and frame.state is not None:
        return


def _for(frame: Frame, statement: For) -> None:
    iterated = frame.value(statement.iter)

    def enter() -> None:
        assign.bind_target(frame, statement.target, frame.engine.iterated(frame, iterated, statement.iter))

    _loop(frame, enter, statement.body, statement.orelse)


def _jump(frame: Frame, statement: Jump) -> None:
    if frame.state is not None and frame.loops:
        (frame.loops if statement.kind == "break" else frame.continues)[-1].append(frame.state)
    frame.state = None


def _try(frame: Frame, statement: Try) -> None:
    before = _copy(frame.state)
    frame.raised.append(NOTHING)
    run(frame, statement.body)
    raised = frame.raised.pop()
    inside = merge(before, _copy(frame.state))
    run(frame, statement.orelse)
    ends = [frame.state]
    for handler in statement.handlers:
        frame.state = _copy(inside)
        if handler.exception is not None:
            frame.value(handler.exception)
        if handler.name:
            unknown = raised if raised is not NOTHING else UNKNOWN
            frame.bind(handler.name, join(unknown, UNKNOWN) if raised is not NOTHING else unknown)
        frame.handling.append(raised)
        run(frame, handler.body)
        frame.handling.pop()
        ends.append(frame.state)
    if not statement.handlers:
        frame.raise_(raised)
    frame.state = None
    for end in ends:
        frame.state = merge(frame.state, end)
    if statement.final:
        reachable = frame.state is not None
        if not reachable:
            frame.state = _copy(inside)
        run(frame, statement.final)
        if not reachable:
            frame.state = None


def _with(frame: Frame, statement: With) -> None:
    for item in statement.items:
        value = frame.engine.entered(frame, frame.value(item.value), item.value)
        if item.target is not None:
            assign.bind_target(frame, item.target, value)
    run(frame, statement.body)


def _match(frame: Frame, statement: Match) -> None:
    subject = frame.value(statement.subject)
    before = frame.state
    ends: list[State | None] = [_copy(before)]
    for case in statement.cases:
        frame.state = _copy(before)
        patterns.bind(frame, case.pattern, subject)
        if case.guard is not None:
            frame.value(case.guard)
        run(frame, case.body)
        ends.append(frame.state)
    frame.state = None
    for end in ends:
        frame.state = merge(frame.state, end)


def _delete(frame: Frame, statement: Delete) -> None:
    for target in statement.targets:
        if isinstance(target, Name):
            if frame.state is not None:
                frame.state.pop(target.id, None)
        elif isinstance(target, Attr):
            frame.write(frame.value(target.value), "." + target.name, NOTHING)
        elif isinstance(target, Sub):
            frame.write(frame.value(target.value), key_of(target.index, frame.value(target.index)), NOTHING)


def _def(frame: Frame, statement: Def) -> None:
    facts = frame.engine.facts_of(frame.info).functions[statement.function]
    for decorator in facts.decorators:
        frame.value(decorator)
    for param in facts.params:
        if param.default is not None:
            frame.value(param.default)
    symbol = frame.engine.function_at(frame.info.path, statement.function)
    if symbol:
        frame.bind(facts.name, of(Static(symbol)))


def _class(frame: Frame, statement: ClassDef) -> None:
    facts = frame.engine.facts_of(frame.info).classes[statement.class_]
    for base in facts.bases:
        frame.value(base)
    symbol = frame.engine.class_at(frame.info.path, statement.class_)
    if symbol:
        frame.bind(facts.name, of(Static(symbol)))


def _import(frame: Frame, statement: ImportStmt) -> None:
    if frame.info.facts.kind == "module":
        return
    for name in statement.names:
        frame.bind(name, resolved(frame, frame.engine.resolve(frame.info, name)))


def _assert(frame: Frame, statement: Assert) -> None:
    frame.value(statement.test)
    if statement.message is not None:
        frame.raise_(frame.deep(frame.value(statement.message)))
    narrow(frame, statement.test, holds=True)


def _nothing(_frame: Frame, _statement: Scope) -> None:
    return


_STATEMENTS: dict[type, Callable[[Frame, Any], None]] = {
    Assign: _assign,
    AnnAssign: _ann_assign,
    AugAssign: _aug_assign,
    ExprStmt: _expression,
    Return: _return,
    Raise: _raise,
    If: _if,
    While: _while,
    For: _for,
    Jump: _jump,
    Try: _try,
    With: _with,
    Match: _match,
    Delete: _delete,
    Def: _def,
    ClassDef: _class,
    ImportStmt: _import,
    Assert: _assert,
    Scope: _nothing,
}
