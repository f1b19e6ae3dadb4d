"""What a key says of a datum that is put under it: `{"email": contact}`, `data["email"] = contact`."""

from __future__ import annotations

from purposelint.domain.chains import KEYED, receiver_word, stated_text
from purposelint.domain.expressions import Attr, Call, Expr, Sub
from purposelint.domain.facts import PUT
from purposelint.flow.state.frame import Frame
from purposelint.flow.state.identity import is_unidentified
from purposelint.flow.state.values import Value

_LONGEST_CHAIN = 6


def named(frame: Frame, key: str, value: Value, expr: Expr, span: tuple[int, int]) -> Value:
    """The value, labelled by the key under which it is put, where nothing else says what it is."""
    if not key or value.exact or value.vague or not is_unidentified(value):
        return value
    if not frame.name_labels("key", "", key, computed=True):  # most keywords: asked before all else is read
        return value
    mask = frame.name_labels(PUT, _own_words(expr), key, computed=True)
    if not mask:
        return value
    frame.enter(mask, *span, key)
    return Value(mask, 0, value.refs, value.text)


def _own_words(expr: Expr) -> str:
    """The last word of an expression, behind that of what it is read from: `settings.USER`."""
    own, holder = _own_word(expr), receiver_word(_holder(expr))
    return f"{holder}.{own}" if own and holder else own


def _holder(expr: Expr) -> Expr:
    """What the first attribute, key or call of a chain is read from; of anything else the thing itself."""
    found = expr
    for _ in range(_LONGEST_CHAIN):
        inner = getattr(found, "func" if type(found) is Call else "value", None)
        if not isinstance(found, Attr | Sub | Call) or inner is None:
            break
        found = inner
    return found


def _own_word(expr: Expr) -> str:
    """The last word of an expression; the key of `data.get("key")`."""
    if type(expr) is Call and type(expr.func) is Attr and expr.func.name in KEYED and expr.args:
        return stated_text(expr.args[0].value) or receiver_word(expr)
    return receiver_word(expr)
