"""Classes of what functions give, as far as their annotations and returns show them."""

from __future__ import annotations

from purposelint.flow.state.values import Instance, Ref, Value


def typed(value: Value, kind: str) -> Value:
    """The value as an instance of a class, where nothing better is known of it."""
    if not kind or kind.startswith("builtins.") or not all(is_unknown(ref) for ref in value.refs):
        return value
    if not value.refs and (value.exact or value.text):
        return value
    guessed = tuple(ref for ref in value.refs if type(ref) is Instance and ref.type and ref.type != kind)
    return Value(value.exact, value.vague, (Instance(kind), *guessed), value.text)


def is_unknown(ref: Ref) -> bool:
    """Whether a ref says no more than which unknown call gave it."""
    return type(ref) is Instance and (not ref.type or "()" in ref.type)
