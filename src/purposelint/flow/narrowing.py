"""What a test says about a variable on the way where it holds."""

from __future__ import annotations

from purposelint.domain.chains import dotted
from purposelint.domain.expressions import Bool, Call, Compare, Const, Expr, Name, Seq, Unary
from purposelint.flow.frame import Frame
from purposelint.flow.values import NOTHING, Instance, Ref, Static, Sym, Value

_EQUAL = {"==": True, "is": True, "!=": False, "is not": False, "in": True, "not in": False}


def constant(test: Expr) -> bool | None:
    """Truth of a test that is the same in every run, None for any other."""
    if isinstance(test, Const) and test.kind in ("bool", "int", "none"):
        return bool(test.value)
    if dotted(test).rpartition(".")[2] == "TYPE_CHECKING":
        return False
    return None


def narrow(frame: Frame, test: Expr, *, holds: bool) -> None:
    """Take in what `isinstance(x, C)`, `x == "constant"` or `x` says of a local `x`, also negated."""
    while isinstance(test, Unary) and test.op == "not":
        test, holds = test.operand, not holds
    if isinstance(test, Bool) and (test.op == "and") == holds:
        for part in test.values:
            narrow(frame, part, holds=holds)
    elif isinstance(test, Call) and holds:
        _instance(frame, test)
    elif isinstance(test, Compare):
        _compared(frame, test, holds=holds)
    elif isinstance(test, Name) and not holds:
        _empty(frame, test)


def _instance(frame: Frame, test: Call) -> None:
    if not (isinstance(test.func, Name) and test.func.id == "isinstance" and len(test.args) == 2):
        return
    subject, wanted = test.args[0].value, test.args[1].value
    if not isinstance(subject, Name):
        return
    value = frame.lookup(subject.id)
    if value is None or not value.refs:
        return
    classes = wanted.items if isinstance(wanted, Seq) else (wanted,)
    names = [ref.name for c in classes for ref in frame.value(c).refs if isinstance(ref, Static)]
    refs = tuple(dict.fromkeys(r for name in names for ref in value.refs for r in _narrowed(ref, name)))
    if refs:
        frame.bind(subject.id, Value(value.exact, value.vague, refs, value.text))


def _narrowed(ref: Ref, name: str) -> tuple[Ref, ...]:
    if isinstance(ref, Instance) and (not ref.type or "()" in ref.type):
        return (Instance(name), ref) if ref.type else (Instance(name),)
    if isinstance(ref, Sym) and not ref.type and not name.startswith("builtins."):
        return (Sym(ref.path, name),)
    return (ref,)


def _compared(frame: Frame, test: Compare, *, holds: bool) -> None:
    """A variable that equals a constant is that constant, whatever it was before."""
    if len(test.ops) != 1 or not isinstance(test.left, Name) or frame.lookup(test.left.id) is None:
        return
    equal = _EQUAL.get(test.ops[0])
    right = test.rights[0]
    if equal is None or equal is not holds:
        return
    items = right.items if isinstance(right, Seq) else (right,)
    if test.ops[0] in ("in", "not in") and not isinstance(right, Seq):
        return
    if items and all(isinstance(item, Const) for item in items):
        frame.bind(test.left.id, frame.value(items[0]) if len(items) == 1 else NOTHING)


def _empty(frame: Frame, test: Name) -> None:
    """A variable that is false holds no data."""
    value = frame.lookup(test.id)
    if value is not None and (value.exact or value.vague):
        frame.bind(test.id, Value(0, 0, value.refs))
