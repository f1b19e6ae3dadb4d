"""Tasks that are not called at once: with their arguments, for a workflow that hands on what others give."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from purposelint.domain.frameworks import Handler
from purposelint.flow.application import callables, tasks
from purposelint.flow.objects.arguments import Argument
from purposelint.flow.state.frame import Frame, Signing
from purposelint.flow.state.summary import Leak
from purposelint.flow.state.values import (
    ANY,
    CONSTANT,
    NOTHING,
    UNKNOWN,
    Instance,
    Queued,
    Ref,
    Static,
    Value,
    join,
    of,
)

_SIGNED = 30
"""Ends the site of a signature that was made in the function under analysis."""

_ALONE = ".alone"
_RESULT = ".result"
_MEMBERS = ".members"
_TOGETHER = ".together"

_DEEPEST = 4
"""Workflows within workflows that are run again with what others give."""

_WORK = 20
"""What running a task once more costs, as expressions count."""


def call(frame: Frame, task: Queued, arguments: Sequence[Argument], at: int, to: int) -> Value:
    """What an attribute of a task gives: a signature, or the promise of what the task gives."""
    entry = frame.engine.handler_calling(task.function, task.name)
    given = list(arguments)
    if entry is None:
        return tasks.perform(frame, task.function, given, at, to)
    if task.name in (*entry.mapped, *entry.spread):
        return _each(frame, entry, task, given, (at, to))
    if task.name in entry.packed:
        given = tasks.unpacked(arguments)
    alone = task.name in entry.alone
    if task.name in entry.signs:
        return signed(frame, of(Static(task.function)), given, (at, to), entry.signature, alone=alone)
    with frame.apart():
        result = tasks.perform(frame, task.function, given, at, to)
    for argument in arguments:
        if argument.name is not None and argument.name == entry.follows:
            follow(frame, argument.value, result, (at, to))
    return promised(frame, entry.promise, entry.asked, result, at)


def _each(
    frame: Frame, entry: Handler, task: Queued, arguments: Sequence[Argument], place: tuple[int, int]
) -> Value:
    """A task that is called with each item of a collection: a signature that has its results already."""
    star = int(task.name in entry.spread)
    items = [a._replace(value=frame.elements_of(a.value), star=star) for a in arguments[:1]]
    result = tasks.perform(frame, task.function, items, *place)
    return workflow(frame, entry.signature, {_RESULT: listed(frame, [result], place[0])}, place)


def signed(
    frame: Frame,
    function: Value,
    arguments: Sequence[Argument],
    place: tuple[int, int],
    kind: str,
    *,
    alone: bool,
) -> Value:
    """A signature: it runs with what it has, as its start may be out of sight, and again in a workflow."""
    before = dict(frame.leaks)
    result = _perform(frame, function, arguments, place)
    made = workflow(frame, kind, {_RESULT: result}, place)
    if alone:
        frame.write(made, _ALONE, CONSTANT)
    callables.fill(frame, made, function, arguments)
    new = {key: leak for key, leak in frame.leaks.items() if before.get(key) is not leak}
    frame.signings[made.refs[0]] = Signing(arguments, place, new)
    return made


def workflow(frame: Frame, kind: str, fields: Mapping[str, Value], place: tuple[int, int]) -> Value:
    """Something of the type of signatures that holds what they do."""
    made = Instance(kind, (*place, _SIGNED))
    if frame.state is not None:
        frame.state[made] = dict(fields)
    return of(made)


def woven(frame: Frame, kind: str, members: Value, place: tuple[int, int], *, together: bool) -> Value:
    """A workflow of the items of a list, which run one after the other, or together."""
    result = _run_members(frame, members, [], place, 0, together=together)
    fields = {_RESULT: result, _MEMBERS: members}
    if together:
        fields[_TOGETHER] = CONSTANT
    return workflow(frame, kind, fields, place)


def finished(frame: Frame, kind: str, members: Value, result: Value, place: tuple[int, int]) -> Value:
    """A workflow whose members run one after the other, that has run already."""
    return workflow(frame, kind, {_RESULT: result, _MEMBERS: members}, place)


def is_signature(frame: Frame, ref: Ref) -> bool:
    """Whether a ref is a signature or a workflow."""
    return type(ref) is Instance and frame.read(of(ref), _RESULT) is not NOTHING


def run(
    frame: Frame, value: Value, given: Sequence[Argument], place: tuple[int, int], depth: int = 0
) -> Value:
    """What signatures and workflows give that get something before their own arguments."""
    result = NOTHING
    for ref in value.refs:
        if not is_signature(frame, ref):
            return UNKNOWN
        found = frame.read(of(ref), _RESULT)
        if given and frame.read(of(ref), _ALONE) is NOTHING:
            if depth < _DEEPEST and not frame.hurries:
                found = _again(frame, ref, given, place, depth)
            else:
                frame.limited = True
        result = found if result is NOTHING else join(result, found)
    return result


def _again(frame: Frame, ref: Ref, given: Sequence[Argument], place: tuple[int, int], depth: int) -> Value:
    members = frame.read(of(ref), _MEMBERS)
    if members is not NOTHING:
        together = frame.read(of(ref), _TOGETHER) is not NOTHING
        return _run_members(frame, members, given, place, depth + 1, together=together)
    function, own = callables.bound_arguments(frame, ref)
    if function is NOTHING:
        return frame.read(of(ref), _RESULT)
    frame.work += _WORK
    known = frame.signings.get(ref)
    if known is None:
        return _perform(frame, function, [*given, *own], place)
    _forget(frame, known.leaks)
    frame.signings[ref] = known._replace(leaks={})
    return _perform(frame, function, [*given, *known.arguments], known.place)


def _forget(frame: Frame, leaks: Mapping[tuple[object, ...], Leak]) -> None:
    """Take out what a signature leaked while nobody knew that it gets something before its own arguments."""
    for key, leak in leaks.items():
        if frame.leaks.get(key) is leak:
            del frame.leaks[key]


def _perform(frame: Frame, function: Value, given: Sequence[Argument], place: tuple[int, int]) -> Value:
    result = NOTHING
    for ref in function.refs:
        if type(ref) is Static and ref.name in frame.engine.program.functions:
            found = tasks.perform(frame, ref.name, given, *place)
            result = found if result is NOTHING else join(result, found)
    return UNKNOWN if result is NOTHING else result


def _run_members(
    frame: Frame,
    members: Value,
    given: Sequence[Argument],
    place: tuple[int, int],
    depth: int,
    *,
    together: bool,
) -> Value:
    """What the items of a list give; where their order is not known, any runs after any."""
    known = frame.known_items(members)
    each = known if known is not None else [frame.elements_of(members)]
    if together:
        results = [run(frame, one, given, place, depth) for one in each]
        return listed(frame, results, place[0], 32 + depth, ordered=known is not None)
    result = NOTHING
    for one in each if known is not None else each * 2:
        result = run(frame, one, given, place, depth)
        given = [Argument(None, result)]
    return result


def gathered(frame: Frame, values: Sequence[Value], at: int) -> Value | None:
    """A list of signatures that values are, or that are in them; None where none is there."""
    members: list[Value] = []
    ordered = True
    for value in values:
        if any(is_signature(frame, ref) for ref in value.refs):
            members.append(value)
            continue
        items = frame.known_items(value)
        ordered = ordered and items is not None
        members.extend([frame.elements_of(value)] if items is None else items)
    if not any(is_signature(frame, ref) for each in members for ref in each.refs):
        return None
    return listed(frame, members, at, 31, ordered=ordered)


def follow(frame: Frame, callbacks: Value, result: Value, place: tuple[int, int]) -> Value:
    """Run signatures that get the result of something else; what the last of them gives."""
    members = gathered(frame, [callbacks], place[0])
    if members is None:
        return result
    last = result
    for each in frame.known_items(members) or [frame.elements_of(members)]:
        last = run(frame, each, [Argument(None, result)], place)
    return last


def promised(frame: Frame, kind: str, asked: Sequence[str], result: Value, at: int) -> Value:
    """What starting a task gives: something that hands out the result, or the result itself."""
    if not asked:
        return result
    promise = of(Instance(kind, (at, 0, _SIGNED)))
    callables.answer(frame, promise, asked, result, at)
    return promise


def listed(
    frame: Frame, values: Sequence[Value], at: int, number: int = 30, *, ordered: bool = False
) -> Value:
    """A list of values, each at its place if they have an order."""
    made = frame.fresh((at, number), "list")
    for position, value in enumerate(values):
        frame.write(made, position if ordered else ANY, value)
    return made
