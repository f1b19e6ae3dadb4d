"""Calls that Python makes by itself: of special methods that the classes of the project define."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from purposelint.domain.expressions import Expr
from purposelint.flow.application.apply import call_function
from purposelint.flow.objects.arguments import Manner
from purposelint.flow.state import store
from purposelint.flow.state.fields import is_known_item
from purposelint.flow.state.forms import REPR, TEXT
from purposelint.flow.state.frame import Frame, start_of
from purposelint.flow.state.values import ANY, EACH, NOTHING, UNKNOWN, Field, Ref, Value, join, of

_ITERATORS = ("__next__", "__anext__")


class Given(NamedTuple):
    """What special methods gave, and what of the value has none of them."""

    value: Value
    rest: Value


def call(
    frame: Frame, value: Value, names: Sequence[str], arguments: Sequence[Value], expr: Expr | None = None
) -> Given | None:
    """Call the first of these methods that each thing has; None where nothing has any, the usual answer."""
    protocols = frame.engine.protocols
    if not value.refs or not protocols.touch(value.refs):
        return None
    given: Value | None = None
    rest: list[Ref] = []
    for ref in value.refs:
        exact = frame.is_exactly(ref)
        possible = (name for name in names if name != REPR or _shows(frame, ref, names))
        asked = (protocols.methods(ref, name, exact=exact) for name in possible)
        methods = next((found for found in asked if found), ())
        for method in methods:
            result = _invoke(frame, method, ref, arguments, expr)
            given = result if given is None else join(given, result)
        if not methods or _holds_items(frame, ref):
            rest.append(ref)
    if given is None:
        return None
    return Given(given, Value(value.exact, value.vague, tuple(rest)))


def _shows(frame: Frame, ref: Ref, names: Sequence[str]) -> bool:
    """Whether a `__repr__` that a thing has gives its text: no library's base or decorator goes before it."""
    kind = getattr(ref, "type", "")
    if not frame.engine.protocols.own(kind, REPR):
        return True
    return bool(frame.engine.printer(kind, TEXT if len(names) > 1 else REPR).method)


def _invoke(frame: Frame, method: str, ref: Ref, arguments: Sequence[Value], expr: Expr | None) -> Value:
    """One method, called where the syntax stands."""
    if frame.implicits.exhausted or frame.is_spent():
        frame.limited = True
        return UNKNOWN
    at, to = frame.standing
    if expr is not None:
        at = start_of(expr, at)
        to = max(at, getattr(expr, "to", to))
    site = -1 - frame.site(expr)[0] if expr is not None else at
    with frame.implicits:
        given = [(None, of(ref)), *((None, argument) for argument in arguments)]
        return call_function(frame, method, given, at, to, Manner(site))


def _holds_items(frame: Frame, ref: Ref) -> bool:
    """Whether items were put into an object itself, past its own methods: a mapping below `dict`."""
    fields = store.fields_of(frame.state or {}, ref) or {}
    return any(not (isinstance(field, str) and field.startswith(".")) for field in fields)


def iterated(frame: Frame, value: Value, expr: Expr | None = None) -> Given | None:
    """What iterating over objects of the project gives: `__iter__`, then `__next__` of what that gave."""
    started = call(frame, value, ("__iter__", "__aiter__"), (), expr)
    if started is None:
        return call(frame, value, (*_ITERATORS, "__getitem__"), (UNKNOWN,), expr)
    stepped = call(frame, started.value, _ITERATORS, (), expr)
    if stepped is None:
        plain, given = started.value, NOTHING
    else:
        plain, given = stepped.rest, stepped.value
    others = tuple(ref for ref in plain.refs if ref not in value.refs)
    if others or plain.exact:
        given = join(given, frame.elements_of(Value(plain.exact, plain.vague, others)))
    return Given(given, started.rest)


def asked(frame: Frame, value: Value, field: Field) -> Given | None:
    """A field as methods of the project give it: an item, an element, an attribute that nothing set."""
    if field in (ANY, EACH):
        return iterated(frame, value)
    if is_known_item(field):
        key = Value(0, 0, (), field[1:]) if isinstance(field, str) and field.startswith("[") else UNKNOWN
        found = call(frame, value, ("__getitem__", "__missing__"), (key,))
        return iterated(frame, value) if found is None and isinstance(field, int) else found
    if not str(field).startswith(".") or frame.read(value, field) is not NOTHING:
        return None
    return call(frame, value, ("__getattribute__", "__getattr__"), (Value(0, 0, (), str(field)[1:]),))


def tested(frame: Frame, value: Value, expr: Expr) -> None:
    """Ask whether a value is true: `__bool__`, or else `__len__`, runs."""
    if value.refs:
        call(frame, value, ("__bool__", "__len__"), (), expr)
