"""Turns of a loop over known items: each is taken by itself, and tests of its constants are decided."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from purposelint.domain.expressions import Compare, Const, Expr, Name, Seq, Star
from purposelint.flow.objects.mappings import entries_of
from purposelint.flow.state.frame import Frame
from purposelint.flow.state.values import MORE, Ref, Value, of

_MOST_TURNS = 8


def items_of(frame: Frame, value: Value) -> list[Value] | None:
    """What each turn of a loop gets, None where that is not known or too much."""
    items = frame.known_items(value)
    if items is None:
        entries = entries_of(frame, value)
        items = None if entries is None else [entry.key for entry in entries]
    return items if items is not None and len(items) <= _MOST_TURNS else None


class Parted(NamedTuple):
    """What one of several collections gives: texts of those that are known, one by one, and of the `rest`."""

    named: list[Value]
    rest: Value


def parted(frame: Frame, value: Value) -> Parted | None:
    """Known collections of texts apart from the others that a value may be; None where there is but one."""
    if len(value.refs) < 2 or value.exact or value.vague:
        return None
    named: dict[str, Value] = {}
    rest: list[Ref] = []
    for ref in value.refs:
        items = items_of(frame, of(ref))
        if items is not None and all(map(is_text, items)):
            named.update((item.text, item) for item in items)
        else:
            rest.append(ref)
    return Parted(list(named.values()), Value(0, 0, tuple(rest))) if 0 < len(named) <= _MOST_TURNS else None


def are_keyed(frame: Frame, items: list[Value]) -> bool:
    """Whether every item is a constant text, or begins with one, so that turns differ in what they do."""
    for item in items:
        parts = frame.known_items(item)
        if not is_text(parts[0] if parts else item):
            return False
    return bool(items)


def is_text(value: Value) -> bool:
    """Whether a value is a text that the code states."""
    return bool(value.text) and MORE not in value.text and not (value.refs or value.exact or value.vague)


def bound_names(target: Expr) -> Iterator[str]:
    """Names that a target binds."""
    pending = [target]
    while pending:
        one = pending.pop()
        if type(one) is Name:
            yield one.id
        elif type(one) is Seq:
            pending.extend(one.items)
        elif type(one) is Star:
            pending.append(one.value)


def decided(frame: Frame, test: Expr) -> bool | None:
    """Whether a test of the loop's own constant holds in this turn, None where that is not known."""
    if type(test) is not Compare or len(test.ops) != 1:
        return None
    left, op, right = test.left, test.ops[0], test.rights[0]
    if not (type(left) is Name and left.id in frame.counted):
        left, right = right, left
        if not (type(left) is Name and left.id in frame.counted and op in ("==", "!=")):
            return None
    value = frame.lookup(left.id)
    if value is None or op not in ("==", "!=", "in", "not in"):
        return None
    texts = texts_of(frame, right) if op in ("in", "not in") else _text_of(frame, right)
    if texts is None:
        return None
    if not is_text(value):
        bound, others = frame.other_keys.get(left.id, (None, frozenset()))
        return op in ("!=", "not in") if bound is value and others.issuperset(texts) else None
    return (value.text in texts) is (op in ("==", "in"))


def _text_of(frame: Frame, expr: Expr) -> tuple[str, ...] | None:
    value = frame.value(expr) if (type(expr) is Const or type(expr) is Name) else None
    return (value.text,) if value is not None and is_text(value) else None


def texts_of(frame: Frame, expr: Expr) -> tuple[str, ...] | None:
    """The constant texts that a collection consists of, None where it may hold anything else."""
    value = frame.value(expr)
    items = frame.known_items(value)
    if items is None:
        entries = entries_of(frame, value)
        items = None if entries is None else [entry.key for entry in entries]
    if items is None or not all(is_text(item) for item in items):
        return None
    return tuple(item.text for item in items)
