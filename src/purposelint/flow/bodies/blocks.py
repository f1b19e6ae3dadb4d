"""Execution of compound statements: both ways of a branch, loops to a bounded fixpoint."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from purposelint.domain.expressions import Expr
from purposelint.domain.statements import For, If, Jump, Match, Stmt, Try, While, With
from purposelint.flow.access import stated_names, turns
from purposelint.flow.access.narrowing import narrow
from purposelint.flow.application import implicit
from purposelint.flow.bodies import every_item, patterns, trying
from purposelint.flow.calls import assign, managers
from purposelint.flow.methods import key_turns
from purposelint.flow.objects import copying
from purposelint.flow.state import carried
from purposelint.flow.state.branches import merge
from purposelint.flow.state.frame import Frame
from purposelint.flow.state.store import State
from purposelint.flow.state.values import NOTHING, UNKNOWN, Value

_MOST_TURNS = 4


def _if(frame: Frame, statement: If) -> None:
    """An `elif` chain is walked in a loop: generated code has thousands of them."""
    ends: list[tuple[Expr, State | None]] = []
    while True:
        implicit.tested(frame, frame.value(statement.test), statement.test)
        before = frame.copied()
        narrow(frame, statement.test, holds=True)
        frame.run(statement.body)
        ends.append((statement.test, frame.state))
        frame.state = before
        narrow(frame, statement.test, holds=False)
        if len(statement.orelse) == 1 and type(statement.orelse[0]) is If and frame.state is not None:
            statement = statement.orelse[0]
            continue
        frame.run(statement.orelse)
        break
    for test, end in reversed(ends):
        carried.meet(frame, test, end, frame.state)


def _loop(
    frame: Frame,
    enter: Callable[[], None],
    body: Sequence[Stmt],
    orelse: Sequence[Stmt],
    finish: Callable[[State | None, bool], None] | None = None,
) -> None:
    """Turn until the store no longer changes; `enter` evaluates the test or binds the target.

    `finish` takes in what is known once the loop has run to its end; it is handed the store behind a turn,
    None where some turn may not have come to its end, and whether any turn goes on behind the body.
    """
    breaks: list[State] = []
    end: State | None = None
    goes_on = False
    turn = 0
    while frame.state is not None:
        turn += 1
        before = frame.copied()
        known = carried.begun(frame)
        frame.loops.append(breaks)
        frame.continues.append([])
        enter()
        frame.run(body)
        frame.loops.pop()
        for state in frame.continues.pop():
            frame.state = merge(frame.state, state)
        end = frame.state
        goes_on = goes_on or end is not None
        merged = merge(before, end)
        frame.state = merged
        settled = not carried.carry(frame, known, before, end) and merged == before
        if settled or turn >= (1 if frame.hurries else _MOST_TURNS):
            frame.limited = frame.limited or not settled
            break
    if finish is not None:
        finish(None if breaks else end, goes_on or bool(breaks))
    frame.run(orelse)
    for state in breaks:
        frame.state = merge(frame.state, state)


def _while(frame: Frame, statement: While) -> None:
    def enter() -> None:
        frame.standing = (statement.at, statement.to)
        implicit.tested(frame, frame.value(statement.test), statement.test)
        narrow(frame, statement.test, holds=True)

    def finish(_end: State | None, _goes_on: bool) -> None:
        frame.value(statement.test)
        narrow(frame, statement.test, holds=False)

    _loop(frame, enter, statement.body, statement.orelse, finish)


def _for(frame: Frame, statement: For) -> None:
    iterated = frame.value(statement.iter)
    if not frame.turning:
        items = stated_names.listed(frame, statement.iter, iterated)
        if items is None:
            items = turns.items_of(frame, iterated)
            items = items if items is not None and turns.are_keyed(frame, items) else None
        if items is not None:
            _turn_by_turn(frame, statement, items)
            return
        parted = turns.parted(frame, iterated)
        if parted is not None:
            _named_and_rest(frame, statement, parted.named, parted.rest)
            return
    keyed = key_turns.of_loop(frame, statement)
    if keyed is not None:
        _key_by_key(frame, statement, keyed)
        return

    def enter() -> None:
        given = frame.elements_of(iterated)
        given = UNKNOWN if given is NOTHING and iterated.refs else given
        _bind_turn(frame, statement, every_item.apart(frame, statement, given))

    def finish(end: State | None, goes_on: bool) -> None:
        every_item.settle(frame, iterated, statement.target, end)
        if not goes_on:
            every_item.none_there(frame, statement.iter)

    _loop(frame, enter, statement.body, statement.orelse, finish)


def _bind_turn(frame: Frame, statement: For, given: Value) -> None:
    frame.standing = (statement.at, statement.to)
    assign.bind_target(frame, statement.target, given)
    copying.note_entries(frame, statement)


def _key_by_key(frame: Frame, statement: For, keyed: key_turns.Turns) -> None:
    """A turn for each key that the body names, as far as it is there, then any number for the others."""

    def enter() -> None:
        _bind_turn(frame, statement, keyed.others)
        key_turns.note_others(frame, keyed)

    _some_and_others(frame, statement, keyed.named, enter)


def _named_and_rest(frame: Frame, statement: For, named: Sequence[Value], rest: Value) -> None:
    """A turn for each text of the collections that are known, then any number for one that is not."""

    def enter() -> None:
        if rest.refs:
            _bind_turn(frame, statement, frame.elements_of(rest))
        else:
            frame.state = None

    _some_and_others(frame, statement, named, enter)


def _some_and_others(frame: Frame, statement: For, named: Sequence[Value], enter: Callable[[], None]) -> None:
    """A turn for each item that may be there, then any number of those that `enter` begins."""
    names = set(turns.bound_names(statement.target)) - frame.counted
    frame.counted |= names
    breaks: list[State] = []
    frame.loops.append(breaks)
    for item in named:
        before = frame.copied()
        if frame.state is not None:
            _turn(frame, statement, item)
            frame.state = merge(before, frame.state)
    frame.loops.pop()
    _loop(frame, enter, statement.body, statement.orelse)
    frame.counted -= names
    for state in breaks:
        frame.state = merge(frame.state, state)


def _turn(frame: Frame, statement: For, item: Value) -> None:
    """One turn over a known item; whoever continues is at its end too."""
    frame.standing = (statement.at, statement.to)
    frame.continues.append([])
    assign.bind_target(frame, statement.target, item)
    frame.run(statement.body)
    for state in frame.continues.pop():
        frame.state = merge(frame.state, state)


def _turn_by_turn(frame: Frame, statement: For, items: Sequence[Value]) -> None:
    """A loop over constants: what one turn does to a key, the others do not."""
    breaks: list[State] = []
    names = set(turns.bound_names(statement.target)) - frame.counted
    frame.counted |= names
    frame.turning += 1
    frame.loops.append(breaks)
    for item in items:
        if frame.state is None:
            break
        _turn(frame, statement, item)
    frame.loops.pop()
    frame.turning -= 1
    frame.counted -= names
    frame.run(statement.orelse)
    for state in breaks:
        frame.state = merge(frame.state, state)


def _jump(frame: Frame, statement: Jump) -> None:
    if frame.state is not None and frame.loops:
        (frame.loops if statement.kind == "break" else frame.continues)[-1].append(frame.state)
    frame.leave()


def _match(frame: Frame, statement: Match) -> None:
    """Each case is a way of its own; behind one that always matches no other is reached."""
    subject = patterns.Subject(frame.value(statement.subject), statement.subject, statement.to)
    ends: list[State | None] = []
    for case in statement.cases:
        before = frame.copied()
        patterns.bind(frame, case.pattern, subject.now(frame))
        refused = None
        if case.guard is not None and frame.state is not None:
            frame.value(case.guard)
            refused = frame.copied()
            narrow(frame, case.guard, holds=True)
        frame.run(case.body)
        ends.append(frame.state)
        frame.state = merge(before, refused)
        if case.guard is None and frame.state is not None:
            patterns.pass_by(frame, case.pattern, subject.now(frame))
    for end in ends:
        frame.state = merge(frame.state, end)


BLOCKS: dict[type, Callable[[Frame, Any], None]] = {
    If: _if,
    While: _while,
    For: _for,
    Jump: _jump,
    Try: trying.execute,
    With: managers.execute,
    Match: _match,
}
