"""What a call says of its callee's switches: the callee is then told as it is for these answers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from purposelint.domain.expressions import Const, Expr, Name, Unary
from purposelint.flow.application.following import Following
from purposelint.flow.objects.arguments import Argument
from purposelint.flow.state.summary import Summary


def switched(
    paths: Following, key: str, summary: Summary, arguments: Sequence[Argument]
) -> tuple[str, Summary | None]:
    """The callee, where any data goes through it, as it is for what the call says of its switches."""
    engine = paths.frame.engine
    defaults = engine.switches.of(paths.info)
    if not defaults or not (summary.symbols or summary.sources):
        return key, summary
    own = engine.switches.key(key, paths.info, _given(paths, defaults, arguments))
    return own, summary if own == key else engine.summary(paths.frame, own)


def _given(paths: Following, defaults: Mapping[int, bool], arguments: Sequence[Argument]) -> dict[int, bool]:
    """The switches of which the call says how they stand."""
    found: dict[int, bool] = {}
    spread = any(argument.star for argument in arguments)
    for number, default in defaults.items():
        if number not in paths.binding.values:
            truth = None if spread else default
        else:
            carrier = paths.binding.carriers.get(number)
            known = paths.frame.switches
            truth = None if carrier is None or carrier.star else _stated(carrier.value, known)
        if truth is not None:
            found[number] = truth
    return found


def _stated(expr: Expr, known: Mapping[str, bool]) -> bool | None:
    """Whether an expression is true, as far as it is a constant or a switch of the caller's that is known."""
    if type(expr) is Unary and expr.op == "not":
        truth = _stated(expr.operand, known)
        return None if truth is None else not truth
    if type(expr) is Const and expr.kind in ("bool", "none"):
        return bool(expr.value)
    return known.get(expr.id) if type(expr) is Name else None
