"""Generators: what they yield and return, and what they are handed when they go on."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from purposelint.domain.expressions import Await, Yield
from purposelint.domain.statements import Assign, ExprStmt
from purposelint.flow.application import implicit
from purposelint.flow.application.apply import call_function
from purposelint.flow.lookup.result_types import typed
from purposelint.flow.objects.arguments import Argument, Manner
from purposelint.flow.state.frame import Frame
from purposelint.flow.state.summary import Leak
from purposelint.flow.state.throwing import Thrown
from purposelint.flow.state.values import (
    ANY,
    BEGUN,
    MANAGER,
    NOTHING,
    SENT,
    THROWN,
    UNKNOWN,
    Begun,
    Field,
    Instance,
    Obj,
    Value,
    join,
    of,
)

RETURNED = ".returned"
"""Field in which a generator keeps what it returns at its end."""

_LEADING = ".leading"
"""Begins the fields of a generator with what it yields next, as far as that is certain; a number follows."""

ENTERED = ".entered"
"""Field in which a context manager keeps what `as` binds."""

_MANAGERS = frozenset({"contextlib.contextmanager", "contextlib.asynccontextmanager"})


def evaluate(frame: Frame, expr: Yield) -> Value:
    """`yield` gives what is sent in, `yield from` what the other generator returns."""
    value = frame.value(expr.value) if expr.value is not None else NOTHING
    if expr.from_:
        resume(frame, value, {SENT: frame.sym((SENT,), "")})
        _note(frame, expr, frame.elements_of(value))
        found = frame.read(value, RETURNED)
        return UNKNOWN if found is NOTHING else found
    _note(frame, expr, value)
    if len(frame.raised) > 1:
        frame.raise_("", Thrown(frame.sym((THROWN,), "")))
    return frame.sym((SENT,), "")


def _note(frame: Frame, expr: Yield, value: Value) -> None:
    """Take in what one `yield` gives."""
    before = frame.yields.get(id(expr))
    frame.yields[id(expr)] = value if before is None else join(before, value)


def made(frame: Frame) -> Value:
    """What calling the generator function under analysis gives: its items, or a context manager."""
    at = frame.info.facts.at
    yielded = NOTHING
    for value in frame.yields.values():
        yielded = value if yielded is NOTHING else join(yielded, value)
    if frame.engine.flags(frame.info.symbol) & _MANAGERS:
        manager = Instance(MANAGER, (at, 0))
        frame.final[manager] = {ENTERED: typed(yielded, frame.engine.returned_type(frame.info.symbol))}
        return of(manager)
    items = Obj((at, 0), "list")
    alone = _alone(frame)
    in_order = frame.yields.keys() <= set(alone)
    frame.final[items] = dict(enumerate(frame.yields.values())) if in_order else {ANY: yielded}
    for number, (standing, key) in enumerate(zip(alone, frame.yields, strict=False)):
        if standing != key:
            break
        frame.final[items][f"{_LEADING}{number}"] = frame.yields[key]
    if frame.returned is not None:
        frame.final[items][RETURNED] = frame.returned
    return of(items)


def _alone(frame: Frame) -> list[int]:
    """Each `yield` that stands alone in the body, in turn: it runs once, whatever else happens."""
    values = (s.value for s in frame.info.facts.body if (type(s) is ExprStmt or type(s) is Assign))
    return [id(value) for value in values if type(value) is Yield and not value.from_]


def leading(frame: Frame, value: Value, place: int) -> Value:
    """What a generator yields at a place, nothing where that is not certain."""
    if len(value.refs) != 1 or not isinstance(value.refs[0], Obj):
        return NOTHING
    return frame.fields(value.refs[0]).get(f"{_LEADING}{place}", NOTHING)


def next_of(frame: Frame, value: Value) -> Value:
    """What `next` gives; a generator goes on to what it yields then."""
    first = leading(frame, value, 0)
    if first is NOTHING:
        return frame.elements_of(value)
    following, place = leading(frame, value, 1), 0
    while following is not NOTHING:
        frame.write(value, f"{_LEADING}{place}", following)
        place += 1
        following = leading(frame, value, place + 1)
    frame.write(value, f"{_LEADING}{place}", frame.elements_of(value))
    return first


def resume(frame: Frame, value: Value, handed: Mapping[Field, Value]) -> Value:
    """Let generators go on with what they are handed (`send`, `throw`); gives what they yield."""
    result = NOTHING
    leaked = dict(frame.leaks)
    for ref in frame.read(value, BEGUN).refs:
        if type(ref) is Begun:
            given = [Argument(name, value, star) for name, star, value in ref.arguments]
            at, to = frame.standing
            again = call_function(frame, ref.function, given, at, to, Manner(-1 - at, handed))
            result = join(result, frame.elements_of(again))
    _only_what_is_new(frame, leaked)
    if result is not NOTHING:
        frame.write(value, ANY, result)
        _lose_place(frame, value)
    return result


def _lose_place(frame: Frame, value: Value) -> None:
    """What a generator yields next is no longer certain: it may be any of what it yields."""
    for ref in value.refs:
        for field in frame.fields(ref) if isinstance(ref, Obj) else ():
            if isinstance(field, str) and field.startswith(_LEADING):
                frame.write(of(ref), field, frame.elements_of(of(ref)))


def _only_what_is_new(frame: Frame, leaked: Mapping[tuple[object, ...], Leak]) -> None:
    """What a generator was begun with left already where it was begun: take it out of what going on leaks."""
    for key, leak in list(frame.leaks.items()):
        if leaked.get(key) is leak:
            continue
        known = 0
        for other, before in leaked.items():
            if other != key and before.sink == leak.sink:
                known |= before.exact | before.vague
        exact, vague = leak.exact & ~known, leak.vague & ~known
        if exact or vague:
            frame.leaks[key] = msgspec.structs.replace(leak, exact=exact, vague=vague)
        else:
            del frame.leaks[key]


def awaited(frame: Frame, expr: Await) -> Value:
    """`await` gives what a coroutine returns, which is what calling it gave, or what `__await__` returns."""
    value = frame.value(expr.value)
    own = implicit.call(frame, value, ("__await__",), (), expr)
    if own is None:
        return value
    made = tuple(ref for ref in own.value.refs if isinstance(ref, Obj))
    returned = frame.read(Value(0, 0, made), RETURNED)
    result = own.value if returned is NOTHING else returned
    return join(result, own.rest) if own.rest.refs else result
