"""What a key says of a datum that is put under it: `{"email": contact}`, `data["email"] = contact`."""

from __future__ import annotations

from purposelint.domain.chains import receiver_word, stated_text
from purposelint.domain.expressions import Attr, Call, Expr
from purposelint.flow.state.frame import Frame
from purposelint.flow.state.identity import is_unidentified
from purposelint.flow.state.values import Value, bits

_KEYED = frozenset({"get", "pop", "setdefault"})


def named(frame: Frame, key: str, value: Value, expr: Expr, span: tuple[int, int]) -> Value:
    """The value, labelled by the key under which it is put, where nothing else says what it is.

    Its own name comes first: who reads `camera.username` and finds that it is no person's does not
    learn from the key `username` that it is.
    """
    if not key or value.exact or value.vague or not is_unidentified(value):
        return value
    mask = _said(frame, key, _own_word(expr))
    if not mask:
        return value
    frame.enter(mask, *span, key)
    return Value(mask, 0, value.refs, value.text)


def _said(frame: Frame, key: str, own: str) -> int:
    """Labels that a key by itself gives a datum; none where its own word speaks of it, or of a thing."""
    found = frame.name_labels("key", "", key, computed=True)
    if not found or (own and frame.name_labels("key", "", own, computed=True)):
        return 0
    if own and not frame.name_labels("key", own, key, computed=True):
        return 0
    label = frame.engine.labels.label
    return sum(1 << bit for bit in bits(found) if label(bit).sighting.confidence != "low")


def _own_word(expr: Expr) -> str:
    """The last word of an expression; the key of `data.get("key")`."""
    if isinstance(expr, Call) and isinstance(expr.func, Attr) and expr.func.name in _KEYED and expr.args:
        return stated_text(expr.args[0].value) or receiver_word(expr)
    return receiver_word(expr)
