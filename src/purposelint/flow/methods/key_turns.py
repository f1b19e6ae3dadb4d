"""Loops over a mapping whose keys are not known: a turn for each that the code names, one for the rest."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from purposelint.domain.expressions import Attr, Bool, Call, Compare, Cond, Const, Expr, Name, Seq, Sub, Unary
from purposelint.domain.statements import Assign, For
from purposelint.flow.access import items, turns
from purposelint.flow.objects import copies, mappings
from purposelint.flow.state.asking import blocks_of
from purposelint.flow.state.frame import Frame
from purposelint.flow.state.values import KEYS, NOTHING, Obj, Value

_MOST_NAMED = 8


class Turns(NamedTuple):
    """The turns of such a loop: a pair for each named key, which may be missing, and one for all others.

    `rest` is the mapping without the named keys.
    """

    key: str
    texts: frozenset[str]
    named: list[Value]
    others: Value
    rest: Value


def of_loop(frame: Frame, loop: For) -> Turns | None:
    """The turns of a `for` statement that names keys; None for any other."""
    if mapping_of(loop.iter) is None or not key_of(loop.target):
        return None
    tested: list[Expr] = []
    for statement in blocks_of(loop.body):
        tested.extend(getattr(statement, part) for part in ("test",) if hasattr(statement, part))
        tested.extend([statement.value] if type(statement) is Assign else [])
    found = of(frame, loop.target, loop.iter, tested, id(loop))
    return found if found is not None and found.texts else None


def of(frame: Frame, target: Expr, iterated: Expr, tested: Iterable[Expr], site: int) -> Turns | None:
    """The turns over `mapping.items()` where tests name keys; None where it is nothing of the kind."""
    key, mapping = key_of(target), mapping_of(iterated)
    if not key or mapping is None:
        return None
    holder = frame.value(mapping)
    if not _is_mapping(frame, holder):
        return None
    texts = list(dict.fromkeys(text for test in tested for text in _named(frame, test, key)))
    if len(texts) > _MOST_NAMED:
        return None
    pairs = [entry(frame, mapping, text, site) for text in texts]
    place = frame.numbered((site, "others"))
    rest = copies.without(frame, holder, ["[" + text for text in texts], place) if texts else holder
    others = mappings.pair(frame, place, frame.part(rest, KEYS), frame.values_of(rest))
    return Turns(key, frozenset(texts), pairs, others, rest)


def note_others(frame: Frame, found: Turns) -> None:
    """Remember, once the target is bound to the rest, that its key is none of those that are named."""
    key = frame.lookup(found.key)
    if key is not None:
        frame.other_keys[found.key] = (key, found.texts)


def entry(frame: Frame, mapping: Expr, text: str, site: int) -> Value:
    """The pair of a key by its text and what is under it."""
    index = Value(0, 0, (), text)
    held = items.read_item(frame, frame.value(mapping), index, Sub(mapping, Const("str", text), 0))
    return mappings.pair(frame, frame.numbered((site, text)), index, held)


def keeps(frame: Frame, found: Turns, key: Expr, held: Value) -> bool:
    """Whether a turn puts what is under a key under that key again, as it is."""
    return type(key) is Name and key.id == found.key and held == frame.read(found.others, 1)


def copied(frame: Frame, found: Turns, site: tuple[int, ...]) -> Value:
    """A mapping of its own with the other keys; nothing where none can be told from the one that is."""
    made = copies.copied(frame, found.rest, "dict", site)
    return NOTHING if set(made.refs) & set(found.rest.refs) else made


def key_of(target: Expr) -> str:
    """The first of the two names that a target binds, '' for any other target."""
    pair = target.items if type(target) is Seq else ()
    names = [item.id for item in pair if type(item) is Name]
    return names[0] if len(names) == len(pair) == 2 else ""


def mapping_of(iterated: Expr) -> Expr | None:
    """The mapping whose pairs are iterated, None for anything else."""
    call = iterated
    if type(call) is Call and type(call.func) is Attr and not call.args and call.func.name == "items":
        return call.func.value
    return None


def _is_mapping(frame: Frame, holder: Value) -> bool:
    """Whether a value is a mapping as far as is known, and holds data under its keys alone."""
    if holder.exact or holder.vague or not holder.refs:
        return False
    return all(
        copies.is_container(frame, ref) and (not isinstance(ref, Obj) or ref.type == "dict")
        for ref in holder.refs
    )


def _named(frame: Frame, expr: Expr, key: str) -> Iterator[str]:
    """Constants that tests within an expression compare a key with."""
    pending = [expr]
    while pending:
        each = pending.pop()
        if type(each) is Bool:
            pending.extend(each.values)
        elif type(each) is Unary:
            pending.append(each.operand)
        elif type(each) is Cond:
            pending.extend((each.test, each.body, each.orelse))
        elif type(each) is Compare and len(each.ops) == 1:
            yield from texts_of(frame, each, key, ("==", "!=", "in", "not in")) or ()


def texts_of(frame: Frame, test: Expr, key: str, ops: tuple[str, ...]) -> tuple[str, ...] | None:
    """The constants that a test compares a key with by one of these operators."""
    if type(test) is not Compare or len(test.ops) != 1 or test.ops[0] not in ops:
        return None
    if type(test.left) is not Name or test.left.id != key:
        return None
    right = test.rights[0]
    if test.ops[0] in ("in", "not in"):
        return turns.texts_of(frame, right)
    return (str(right.value),) if type(right) is Const and right.kind == "str" else None
