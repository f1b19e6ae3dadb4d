"""Expressions as dotted text: the form in which names are looked up."""

from __future__ import annotations

from purposelint.domain.expressions import Attr, Await, Call, Const, Expr, Name, Sub


def dotted(expr: Expr | None) -> str:
    """`a.b.c` of a pure name chain, '' for anything else."""
    parts: list[str] = []
    while type(expr) is Attr:
        parts.append(expr.name)
        expr = expr.value
    if type(expr) is not Name:
        return ""
    parts.append(expr.id)
    return ".".join(reversed(parts))


def chain(expr: Expr) -> str:
    """Callee text: `self.repo.get().save`, `handlers[].run`; '' without a name at its root."""
    parts: list[str] = []
    while True:
        if type(expr) is Attr:
            parts.append("." + expr.name)
            expr = expr.value
        elif type(expr) is Call:
            parts.append("()")
            expr = expr.func
        elif type(expr) is Sub:
            parts.append("[]")
            expr = expr.value
        elif type(expr) is Await:
            expr = expr.value
        elif type(expr) is Name:
            parts.append(expr.id)
            return "".join(reversed(parts))
        else:
            return ""


def stated_text(expr: Expr | None) -> str:
    """The text that a literal states; '' for anything else."""
    return expr.value if type(expr) is Const and isinstance(expr.value, str) else ""


KEYED = frozenset({"get", "pop", "setdefault"})
"""Methods of mappings whose first argument is a key."""


def receiver_word(expr: Expr) -> str:
    """Last word of what owns an attribute or key: `user` of `request.user`, `get_user` of `get_user()`.

    A constant key is a word too (`data["user"]["email"]` has receiver `user`); '' where there is none.
    """
    while True:
        if type(expr) is Name:
            return expr.id
        if type(expr) is Attr:
            return expr.name
        if type(expr) is Sub:
            if type(expr.index) is Const and isinstance(expr.index.value, str):
                return expr.index.value[:60]
            expr = expr.value
        elif type(expr) is Call:
            expr = expr.func
        elif type(expr) is Await:
            expr = expr.value
        else:
            return ""
