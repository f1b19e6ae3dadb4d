"""Operators: arithmetic, logic, comparison, conditions, and the words `await` and `yield`."""

from __future__ import annotations

from purposelint.domain.expressions import (
    Await,
    Binary,
    Bool,
    Compare,
    Cond,
    Expr,
    Star,
    Unary,
    Walrus,
    Yield,
)
from purposelint.extract import nodes as cst
from purposelint.extract.walk import Walk

MAX_CHAIN = 60
"""Operands of one chain that are nested as written; a longer one is nested as a balanced tree."""

UNARY: dict[type[cst.BaseUnaryOp], str] = {cst.Not: "not", cst.Minus: "-", cst.Plus: "+", cst.BitInvert: "~"}
BINARY: dict[type[cst.BaseBinaryOp], str] = {
    cst.Add: "+",
    cst.Subtract: "-",
    cst.Multiply: "*",
    cst.Divide: "/",
    cst.FloorDivide: "//",
    cst.Modulo: "%",
    cst.Power: "**",
    cst.LeftShift: "<<",
    cst.RightShift: ">>",
    cst.BitOr: "|",
    cst.BitAnd: "&",
    cst.BitXor: "^",
    cst.MatrixMultiply: "@",
}
AUGMENTED: dict[type[cst.BaseAugOp], str] = {
    cst.AddAssign: "+",
    cst.SubtractAssign: "-",
    cst.MultiplyAssign: "*",
    cst.DivideAssign: "/",
    cst.FloorDivideAssign: "//",
    cst.ModuloAssign: "%",
    cst.PowerAssign: "**",
    cst.LeftShiftAssign: "<<",
    cst.RightShiftAssign: ">>",
    cst.BitOrAssign: "|",
    cst.BitAndAssign: "&",
    cst.BitXorAssign: "^",
    cst.MatrixMultiplyAssign: "@",
}
COMPARISONS: dict[type[cst.BaseCompOp], str] = {
    cst.Equal: "==",
    cst.NotEqual: "!=",
    cst.LessThan: "<",
    cst.LessThanEqual: "<=",
    cst.GreaterThan: ">",
    cst.GreaterThanEqual: ">=",
    cst.In: "in",
    cst.NotIn: "not in",
    cst.Is: "is",
    cst.IsNot: "is not",
}


def lower_unary(walk: Walk, node: cst.UnaryOperation) -> Expr:
    """`not x`, `-x`."""
    return Unary(UNARY.get(type(node.operator), "?"), walk.expr(node.expression))


def lower_binary(walk: Walk, node: cst.BinaryOperation) -> Expr:
    """`a + b - c`: a chain that nests to the left, iteratively."""
    steps: list[cst.BinaryOperation] = []
    root: cst.BaseExpression = node
    while isinstance(root, cst.BinaryOperation):
        if steps and root.lpar:
            walk.cursor.enter(len(root.lpar))
        steps.append(root)
        root = root.left
    operands = [walk.expr(root)]
    operators: list[str] = []
    for step in reversed(steps):
        operators.append(BINARY.get(type(step.operator), "?"))
        operands.append(walk.expr(step.right))
    if len(operands) > MAX_CHAIN:
        return _balanced(operands, operators)
    value = operands[0]
    for operator, operand in zip(operators, operands[1:], strict=True):
        value = Binary(operator, value, operand)
    return value


def _balanced(operands: list[Expr], operators: list[str]) -> Expr:
    """A chain as a shallow tree: every operand is in it, in order, but grouped otherwise."""
    if len(operands) == 1:
        return operands[0]
    middle = len(operands) // 2
    left = _balanced(operands[:middle], operators[: middle - 1])
    right = _balanced(operands[middle:], operators[middle:])
    return Binary(operators[middle - 1], left, right)


def lower_boolean(walk: Walk, node: cst.BooleanOperation) -> Expr:
    """A chain of `and` or of `or`, flattened."""
    kind = type(node.operator)
    values: list[Expr] = []
    waiting: list[cst.BaseExpression] = [node]
    while waiting:
        current = waiting.pop()
        if isinstance(current, cst.BooleanOperation) and type(current.operator) is kind:
            if current is not node and current.lpar:
                walk.cursor.enter(len(current.lpar))
            waiting += [current.right, current.left]
        else:
            values.append(walk.expr(current))
    return Bool("and" if kind is cst.And else "or", tuple(values))


def lower_comparison(walk: Walk, node: cst.Comparison) -> Expr:
    """`a < b in c`."""
    left = walk.expr(node.left)
    ops = tuple([COMPARISONS.get(type(target.operator), "?") for target in node.comparisons])
    return Compare(left, ops, tuple([walk.expr(target.comparator) for target in node.comparisons]))


def lower_condition(walk: Walk, node: cst.IfExp) -> Expr:
    """`body if test else orelse`."""
    body = walk.expr(node.body)
    test = walk.expr(node.test)
    return Cond(test, body, walk.expr(node.orelse))


def lower_walrus(walk: Walk, node: cst.NamedExpr) -> Expr:
    """`name := value`."""
    target = node.target
    name = target.value if isinstance(target, cst.Name) else ""
    at = walk.cursor.at[walk.cursor.take(name)]
    walk.bind_name(name)
    return Walrus(name, walk.expr(node.value), at)


def lower_await(walk: Walk, node: cst.Await) -> Expr:
    """`await value`."""
    walk.cursor.take("await")
    return Await(walk.expr(node.expression))


def lower_yield(walk: Walk, node: cst.Yield) -> Expr:
    """`yield`, `yield value`, `yield from value`."""
    walk.scope.is_generator = True
    walk.cursor.take("yield")
    if isinstance(node.value, cst.From):
        return Yield(walk.expr(node.value.item), from_=True)
    return Yield(walk.optional(node.value), from_=False)


def lower_star(walk: Walk, node: cst.StarredElement) -> Expr:
    """`*value`."""
    return Star(walk.expr(node.value))
