"""What operators make of Python's own values: text put together, lists, sets and mappings joined."""

from __future__ import annotations

from purposelint.domain.expressions import LONGEST_TEXT, Expr
from purposelint.flow.methods import formatting
from purposelint.flow.objects import sequences
from purposelint.flow.objects.spreading import spread
from purposelint.flow.state import texts
from purposelint.flow.state.frame import Frame
from purposelint.flow.state.values import ANY, CONTAINERS, MORE, SEQUENCES, UNKNOWN, Obj, Sym, Value, join

_OF_SETS = frozenset("|&-^")


def combined(frame: Frame, op: str, left: Value, right: Value, expr: Expr, site: tuple[int, ...]) -> Value:
    """`left op right`; `expr` is the right operand."""
    kinds = [ref.type for ref in left.refs if isinstance(ref, Obj)]
    others = [ref.type for ref in right.refs if isinstance(ref, Obj)]
    if op == "+" and SEQUENCES.intersection((*kinds, *others)):
        kind = next(kind for kind in (*kinds, *others) if kind in SEQUENCES)
        return sequences.made_of(frame, site, kind, [(left, True), (right, True)])
    if op == "|" and "dict" in (*kinds, *others):
        return _merged(frame, left, right, site)
    if op == "|" and all(any(type(ref) is Sym for ref in value.refs) for value in (left, right)):
        return join(_merged(frame, left, right, site), _mixed(frame, op, left, right, (*site, 1)))
    if (op == "*" and SEQUENCES.intersection((*kinds, *others))) or (op in _OF_SETS and kinds):
        return _mixed(frame, op, left, right, site)
    if op == "%":
        shown = formatting.percent(frame, left, right, expr)
        if shown is not None:
            return Value(shown.exact, shown.vague, (), _text(left, UNKNOWN))
        return _text_of(frame, left, right, formatting.by_position(frame, left, right))
    return as_text(frame, left, right)


def _merged(frame: Frame, left: Value, right: Value, site: tuple[int, ...]) -> Value:
    """Two mappings, or what the caller hands in and may be mappings, in one."""
    made = frame.fresh(site, "dict")
    spread(frame, left, made)
    spread(frame, right, made)
    return made


def _mixed(frame: Frame, op: str, left: Value, right: Value, site: tuple[int, ...]) -> Value:
    """A repeated sequence, or sets put together: what is left out of a difference does not come in."""
    kind = next((ref.type for ref in (*left.refs, *right.refs) if isinstance(ref, Obj)), "set")
    made = frame.fresh(site, kind if kind in SEQUENCES else "set")
    for value in (left,) if op == "-" else (left, right):
        if value.refs or value.exact or value.vague:
            frame.write(made, ANY, frame.elements_of(value))
    return made


def as_text(frame: Frame, left: Value, right: Value) -> Value:
    """Text or numbers: what both carry, and what is known of the beginning."""
    return _text_of(frame, left, right, frame.deep(right))


def _text_of(frame: Frame, left: Value, right: Value, two: Value) -> Value:
    """What an operator makes of two values, of which the right one shows `two`."""
    one = frame.deep(left)
    own = tuple(
        ref for ref in (*left.refs, *right.refs) if isinstance(ref, Obj) and ref.type not in CONTAINERS
    )
    refs = own or (UNKNOWN.refs if left.refs or right.refs else ())
    return Value(one.exact | two.exact, one.vague | two.vague, refs, _text(left, right))


def cut(text: str) -> str:
    """A text as far as it is kept; one as long as that may have been cut before: it goes on."""
    return text if len(text) < LONGEST_TEXT else text[: LONGEST_TEXT - 1] + MORE


def _text(left: Value, right: Value) -> str:
    if not left.text:
        return ""
    return cut(texts.joined(left.text, right.text))


def augment(frame: Frame, op: str, before: Value, added: Value) -> bool:
    """`before op= added` where that changes a container in place; false where it makes a new value."""
    kinds = {ref.type for ref in before.refs if isinstance(ref, Obj)}
    if op == "+" and "list" in kinds:
        sequences.extend(frame, before, added)
        return True
    if op == "|" and "dict" in kinds:
        spread(frame, added, before)
        return True
    if op == "|" and "set" in kinds:
        sequences.extend(frame, before, added)
        return True
    return op in ("-", "&") and bool(kinds)
