"""What a test says about a variable on the way where it holds.

A way on which no test can hold is closed: the store is then None.
"""

from __future__ import annotations

from purposelint.domain.chains import dotted
from purposelint.domain.expressions import Bool, Call, Compare, Const, Expr, Name, Unary, Walrus
from purposelint.flow.access.turns import decided, is_text
from purposelint.flow.objects.constants import any_of, is_empty_display, stated
from purposelint.flow.objects.instances import narrow_class
from purposelint.flow.state import branches, correlation, tested
from purposelint.flow.state.frame import Frame
from purposelint.flow.state.store import State
from purposelint.flow.state.values import CONSTANT, CONTAINERS, Obj, Sym, Value, outlives

_MIRRORED = {"<": ">", ">": "<", "<=": ">=", ">=": "<="}
_NEGATED = {
    "==": "!=",
    "!=": "==",
    "is": "is not",
    "is not": "is",
    "in": "not in",
    "not in": "in",
    "<": ">=",
    ">=": "<",
    ">": "<=",
    "<=": ">",
}
_NO_ITEMS = {("==", 0), ("<=", 0), ("<", 1)}
"""What a test of a length says where there is nothing."""

_NO_DATA = ("none", "str", "bytes")
"""Kinds of constants of which an empty one is no data."""

_DEEPEST = 3
_MOST_ALTERNATIVES = 8


def constant(test: Expr) -> bool | None:
    """Truth of a test that is the same in every run, None for any other."""
    if type(test) is Const and test.kind in ("bool", "int", "none"):
        return bool(test.value)
    if type(test) is Unary and test.op == "not":
        truth = constant(test.operand)
        return None if truth is None else not truth
    if type(test) is Bool:
        parts = [constant(part) for part in test.values]
        decides = test.op == "or"
        if decides in parts:
            return decides
        return None if None in parts else not decides
    if dotted(test).rpartition(".")[2] == "TYPE_CHECKING":
        return False
    return None


def narrow(frame: Frame, test: Expr, *, holds: bool, depth: int = 0) -> None:
    """Take in what a test says of local variables where it holds, or where it does not."""
    while type(test) is Unary and test.op == "not":
        test, holds = test.operand, not holds
    if frame.state is None:
        return
    if frame.splits:
        correlation.recall(frame, test, holds=holds)
    known = constant(test)
    if known is None and frame.counted:
        known = decided(frame, test)
    if known is None and frame.switches:
        known = frame.switches.get(subject_of(test))
    if known is None:
        _told(frame, test, holds=holds, depth=depth)
    elif known is not holds:
        frame.state = None


def _told(frame: Frame, test: Expr, *, holds: bool, depth: int) -> None:
    """Take in a test that may go either way."""
    if type(test) is Bool:
        _combined(frame, test, holds=holds, depth=depth)
    elif type(test) is Call:
        _called(frame, test, holds=holds)
    elif type(test) is Compare:
        _compared(frame, test, holds=holds)
    elif not holds:
        _empty(frame, test)


def _combined(frame: Frame, test: Bool, *, holds: bool, depth: int) -> None:
    if (test.op == "and") == holds:
        for part in test.values:
            narrow(frame, part, holds=holds, depth=depth)
    elif depth < _DEEPEST and len(test.values) <= _MOST_ALTERNATIVES:
        _one_of(frame, test, holds=holds, depth=depth + 1)


def _one_of(frame: Frame, test: Bool, *, holds: bool, depth: int) -> None:
    """Of `a or b` the first part holds, or it does not and the next one does."""
    ends: State | None = None
    for part in test.values:
        before = frame.state
        if before is None:
            break
        frame.state = dict(before)
        narrow(frame, part, holds=holds, depth=depth)
        ends = branches.merge(ends, frame.state)
        frame.state = dict(before)
        narrow(frame, part, holds=not holds, depth=depth)
    frame.state = ends


def subject_of(expr: Expr) -> str:
    """The variable that an expression tests, '' for anything else."""
    if type(expr) is Name:
        return expr.id
    return expr.name if type(expr) is Walrus else ""


def _called(frame: Frame, test: Call, *, holds: bool) -> None:
    name = test.func.id if type(test.func) is Name else ""
    plain = [arg.value for arg in test.args if arg.name is None and not arg.star]
    if name == "isinstance" and len(plain) == 2:
        narrow_class(frame, subject_of(plain[0]), plain[1], holds=holds)
    elif name in ("len", "bool", "any") and len(plain) == 1 and not holds:
        _empty(frame, plain[0])
    elif not holds:
        tested.empty(frame, test)


def _compared(frame: Frame, test: Compare, *, holds: bool) -> None:
    if len(test.ops) != 1:
        return
    op = test.ops[0] if holds else _NEGATED.get(test.ops[0], "")
    left, right = test.left, test.rights[0]
    is_subject = subject_of(left) or type(left) is Call or type(right) is Const
    if not is_subject and op not in ("in", "not in"):
        left, right, op = right, left, _MIRRORED.get(op, op)
    if op in ("==", "is") and _is_empty(right) and not subject_of(left):
        tested.empty(frame, left)
    elif type(left) is Call:
        _measured(frame, left, op, right)
    elif op == "not in":
        _lacking(frame, left, right)
        _without(frame, left, subject_of(right))
    elif op in ("==", "is", "in"):
        _equal(frame, subject_of(left), op, right)


def _measured(frame: Frame, call: Call, op: str, other: Expr) -> None:
    """`len(x) == 0` and `type(x) is C`."""
    name = call.func.id if type(call.func) is Name else ""
    if len(call.args) != 1:
        return
    subject = call.args[0].value
    if name == "type" and op in ("is", "=="):
        narrow_class(frame, subject_of(subject), other, holds=True)
    elif name == "len" and type(other) is Const and (op, other.value) in _NO_ITEMS:
        _empty(frame, subject)


def _lacking(frame: Frame, key: Expr, holder: Expr) -> None:
    """A mapping that lacks a key holds nothing under it."""
    value = frame.lookup(subject_of(holder))
    if value is None or not value.refs or any(outlives(ref) for ref in value.refs):
        return
    text = frame.lookup(key.id) if type(key) is Name else stated(frame, key)
    if text is not None and is_text(text):
        frame.remove(value, "[" + text.text)


def _without(frame: Frame, part: Expr, subject: str) -> None:
    """A text without `@` is no e-mail address, by entry; one that is called so is, if a bad one."""
    guard = frame.engine.knowledge.lacking.get(str(part.value)) if type(part) is Const else None
    value = frame.lookup(subject) if guard is not None and subject else None
    if guard is None or value is None or any(getattr(ref, "type", "") for ref in value.refs):
        return
    named = frame.name_labels("variable", "", subject) | frame.name_labels("parameter", "", subject)
    shown = frame.deep(value)
    if named & frame.engine.labels.of_elements(guard.elements) or not (shown.exact or shown.vague):
        return
    exact, vague = frame.masked(shown.exact, guard), frame.masked(shown.vague, guard)
    frame.know(subject, Value(exact, vague & ~exact))


def _equal(frame: Frame, subject: str, op: str, other: Expr) -> None:
    """A variable that equals a constant is that constant, whatever it was before."""
    if not subject or frame.lookup(subject) is None:
        return
    if op != "in" and is_empty_display(other):
        _empty(frame, Name(subject, 0))
        return
    value = any_of(frame, other) if op == "in" else stated(frame, other)
    if value is not None:
        frame.know(subject, value)


def _is_empty(expr: Expr) -> bool:
    """Whether an expression is `None`, `""` or an empty display."""
    return is_empty_display(expr) or (type(expr) is Const and not expr.value and expr.kind in _NO_DATA)


def _empty(frame: Frame, expr: Expr) -> None:
    """What is false holds no data; a container that is empty can still be filled."""
    subject = subject_of(expr)
    tested.empty(frame, expr.value if type(expr) is Walrus else expr)
    value = frame.lookup(subject) if subject else None
    if value is None:
        return
    own = value.exact or value.vague
    if len(value.refs) == 1 and isinstance(value.refs[0], Obj) and value.refs[0].type in CONTAINERS:
        if frame.state is not None:
            frame.state[value.refs[0]] = {}
    elif not own:
        return
    refs = tuple(ref for ref in value.refs if not (type(ref) is Sym and not ref.type and value.exact))
    frame.know(subject, Value(0, 0, refs) if refs else CONSTANT)
