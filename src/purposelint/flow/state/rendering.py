"""Expressions as short text for a person: what a finding quotes as the data."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from purposelint.domain.expressions import (
    Attr,
    Await,
    Binary,
    Bool,
    Call,
    Comp,
    Const,
    Conv,
    Expr,
    Fmt,
    Map,
    Name,
    Seq,
    Star,
    Sub,
)

_LONGEST = 80


def render(expr: Expr) -> str:
    """Python-like text of an expression, cut to about 80 characters."""
    text = _render(expr, 6)
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"


def _render(expr: Expr, depth: int) -> str:
    if depth == 0:
        return "…"
    make = _FORMS.get(type(expr))
    return make(expr, depth - 1) if make else "…"


def _const(expr: Const, depth: int) -> str:
    if expr.kind == "str":
        return repr(expr.value if depth else "")
    return {"none": "None", "ellipsis": "..."}.get(expr.kind, str(expr.value))


def _call(expr: Call, depth: int) -> str:
    inner = ", ".join(
        ("", "*", "**")[arg.star] + (f"{arg.name}=" if arg.name else "") + _render(arg.value, depth)
        for arg in expr.args[:4]
    )
    return f"{_render(expr.func, depth)}({inner}{', …' if len(expr.args) > 4 else ''})"


def _fmt(expr: Fmt, depth: int) -> str:
    parts = [
        str(part.value) if type(part) is Const else "{" + _render(part, depth) + "}" for part in expr.parts
    ]
    return "f" + repr("".join(parts))


def _seq(expr: Seq, depth: int) -> str:
    opening, closing = {"list": ("[", "]"), "tuple": ("(", ")"), "set": ("{", "}")}[expr.kind]
    return opening + ", ".join(_render(item, depth) for item in expr.items[:4]) + closing


def _map(expr: Map, depth: int) -> str:
    items = [
        f"{_render(item.key, depth)}: {_render(item.value, depth)}"
        if item.key
        else "**" + _render(item.value, depth)
        for item in expr.items[:3]
    ]
    return "{" + ", ".join(items) + (", …" if len(expr.items) > 3 else "") + "}"


def _comp(expr: Comp, depth: int) -> str:
    return f"{_render(expr.element, depth)} for …"


_FORMS: dict[type, Callable[[Any, int], str]] = {
    Name: lambda e, _: e.id,
    Const: _const,
    Attr: lambda e, d: f"{_render(e.value, d)}.{e.name}",
    Sub: lambda e, d: f"{_render(e.value, d)}[{_render(e.index, d)}]",
    Call: _call,
    Binary: lambda e, d: f"{_render(e.left, d)} {e.op} {_render(e.right, d)}",
    Bool: lambda e, d: f" {e.op} ".join(_render(v, d) for v in e.values),
    Conv: lambda e, d: _render(e.value, d + 1) + (f"!{e.conversion}" if e.conversion else ""),
    Fmt: _fmt,
    Seq: _seq,
    Map: _map,
    Comp: _comp,
    Star: lambda e, d: "*" + _render(e.value, d),
    Await: lambda e, d: "await " + _render(e.value, d),
}
