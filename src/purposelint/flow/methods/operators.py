"""Operators: the methods of the project that they call, else what Python's own values do with them."""

from __future__ import annotations

from purposelint.domain.expressions import Binary, Bool, Compare, Expr, Unary
from purposelint.flow.access.narrowing import narrow
from purposelint.flow.application import implicit, workflows
from purposelint.flow.methods import combining
from purposelint.flow.state import branches
from purposelint.flow.state.frame import Frame
from purposelint.flow.state.store import State
from purposelint.flow.state.values import CONSTANT, NOTHING, Value, join

_ARITHMETIC = {
    "+": "add", "-": "sub", "*": "mul", "/": "truediv", "//": "floordiv", "%": "mod", "**": "pow",
    "@": "matmul", "&": "and", "|": "or", "^": "xor", "<<": "lshift", ">>": "rshift",
}  # fmt: skip
_ONE_SIDED = {"-": "__neg__", "+": "__pos__", "~": "__invert__"}
_COMPARED = {
    "==": ("__eq__", "__eq__"), "!=": ("__ne__", "__ne__"), "<": ("__lt__", "__gt__"),
    ">": ("__gt__", "__lt__"), "<=": ("__le__", "__ge__"), ">=": ("__ge__", "__le__"),
}  # fmt: skip


def binary(frame: Frame, expr: Binary) -> Value:
    """Arithmetic hands labels on; `+` and `%` on text keep what is known of its beginning."""
    chained = [expr]
    while type(chained[-1].left) is Binary:
        chained.append(chained[-1].left)
    total = frame.value(chained[-1].left)
    for each in reversed(chained):
        right = frame.value(each.right)
        own = overloaded(frame, each.op, total, right, each)
        if own is None:
            total = combining.combined(frame, each.op, total, right, each.right, frame.site(each))
        else:
            total = own
    return total


def overloaded(
    frame: Frame, op: str, left: Value, right: Value, expr: Expr, *, in_place: bool = False
) -> Value | None:
    """What an operator gives by methods of the project, the left operand's before the right one's."""
    protocols = frame.engine.protocols
    if frame.engine.knowledge.has_workflows:
        woven = workflows.operated(frame, f"__{_ARITHMETIC[op]}__", left, right, frame.standing)
        if woven is not None:
            return woven
    if not (protocols.touch(left.refs) or protocols.touch(right.refs)):
        return None
    name = _ARITHMETIC[op]
    names = (f"__i{name}__", f"__{name}__") if in_place else (f"__{name}__",)
    found = implicit.call(frame, left, names, (right,), expr)
    other = right
    if found is None:
        found = implicit.call(frame, right, (f"__r{name}__",), (left,), expr)
        other = left
    if found is None:
        return None
    return join(found.value, combining.as_text(frame, found.rest, other)) if found.rest.refs else found.value


def unary(frame: Frame, expr: Unary) -> Value:
    """`not` gives no data; a sign leaves a number what it was."""
    value = frame.value(expr.operand)
    if expr.op == "not":
        implicit.tested(frame, value, expr.operand)
        return CONSTANT
    own = implicit.call(frame, value, (_ONE_SIDED[expr.op],), (), expr.operand)
    return value if own is None else own.value


def either(frame: Frame, expr: Bool) -> Value:
    """`or` gives any of its operands, `and` its last one, or one that is false and holds no data.

    Each but the last one is tested, and what that says holds in those behind it.
    """
    both = expr.op == "and"
    result = NOTHING
    skipped: State | None = None
    for number, part in enumerate(expr.values, 1):
        value = frame.value(part)
        last = number == len(expr.values)
        if last or not both:
            result = value if result is NOTHING else join(result, value)
        if not last:
            implicit.tested(frame, value, part)
            if frame.state is not None:
                skipped = branches.merge(skipped, dict(frame.state))
                narrow(frame, part, holds=both)
        if frame.state is None:
            break
    frame.state = branches.merge(skipped, frame.state)
    return CONSTANT if result is NOTHING and both else result


def compare(frame: Frame, expr: Compare) -> Value:
    """A comparison gives no data, but what it calls runs."""
    left, stands = frame.value(expr.left), expr.left
    for op, operand in zip(expr.ops, expr.rights, strict=False):
        right = frame.value(operand)
        if op in ("in", "not in"):
            if implicit.call(frame, right, ("__contains__",), (left,), operand) is None:
                implicit.iterated(frame, right, operand)
        elif op in _COMPARED:
            name, reflected = _COMPARED[op]
            names = (name, "__eq__") if op == "!=" else (name,)
            if implicit.call(frame, left, names, (right,), stands) is None:
                implicit.call(frame, right, (reflected,), (left,), operand)
        left, stands = right, operand
    return CONSTANT
