"""Reading an item: `holder[index]`, by constant key or index, by one the caller knows, or by any."""

from __future__ import annotations

from purposelint.domain.expressions import Sub
from purposelint.flow.access import chosen_columns, key_labels
from purposelint.flow.application import implicit
from purposelint.flow.objects import framework_items, missing_items
from purposelint.flow.objects.instance_fields import is_stated
from purposelint.flow.state import texts
from purposelint.flow.state.alternatives import in_turn
from purposelint.flow.state.fields import is_open_key
from purposelint.flow.state.frame import Frame, start_of
from purposelint.flow.state.identity import is_unidentified
from purposelint.flow.state.keys import key_of
from purposelint.flow.state.rendering import render
from purposelint.flow.state.rows import row_class
from purposelint.flow.state.values import ANY, NOTHING, UNKNOWN, Instance, Static, Sym, Value, join, of


def read_item(frame: Frame, holder: Value, index: Value, expr: Sub, *, computed: bool = False) -> Value:
    """`holder[index]`: the key's own value; a name that is a key says what it holds."""
    if texts.alternatives(index.text):
        return in_turn(frame, index, lambda one: read_item(frame, holder, one, expr, computed=computed))
    key = key_of(expr.index, index)
    own = implicit.call(frame, holder, ("__getitem__", "__missing__"), (index,), expr)
    if own is not None:
        return _own_item(frame, own, index, expr)
    holder = framework_items.reader(frame, holder, key)
    result = frame.part(holder, key) if isinstance(key, int) else frame.read(holder, key)
    if result is NOTHING:
        result = missing_items.made(frame, holder, key, index, (start_of(expr.value, expr.to), expr.to))
    start = start_of(expr.value, expr.to)
    if isinstance(key, str) and key.startswith("["):
        mask = key_labels.of_key(frame, holder, expr.value, key[1:], computed=computed)
        whole = holder.exact & frame.engine.labels.solid
        if whole:
            result = Value(result.exact | whole, result.vague, result.refs or UNKNOWN.refs)
        result = _unwritten(frame, holder) if result is NOTHING else _with_stated_type(frame, holder, result)
        if mask and _is_data(result, holder) and not is_stated(frame, holder, key):
            mask &= ~frame.engine.labels.same_elements(result.exact)
            frame.enter(mask, start, expr.to, render(expr))
            result = Value(result.exact | mask, result.vague, result.refs, result.text)
        return result
    return _unkeyed(frame, holder, index, result, expr)


def _unkeyed(frame: Frame, holder: Value, index: Value, result: Value, expr: Sub) -> Value:
    """An item by number, by a key that nobody knows, or by an index that names columns."""
    key = key_of(expr.index, index)
    columns = chosen_columns.chosen(frame, holder, index, expr) if key == ANY and index.refs else None
    if columns is not None:
        return columns
    if key == ANY or is_open_key(key):
        found = frame.item(holder, index)
        result = found if result is NOTHING or found is not NOTHING else result
    if any(type(ref) is Static for ref in holder.refs):
        return Value(0, 0, tuple(ref for ref in holder.refs if type(ref) is Static))
    exact, vague = holder.exact | result.exact, holder.vague | result.vague
    if any(row_class(ref) for ref in holder.refs):
        result = frame.values_of(holder)
    refs = result.refs or (UNKNOWN.refs if holder.refs else ())
    return Value(exact, vague, refs, result.text)


def _own_item(frame: Frame, own: implicit.Given, index: Value, expr: Sub) -> Value:
    """What `__getitem__` of the project gives; a key says what an item of unknown kind is."""
    key = key_of(expr.index, index)
    result = own.value
    if own.rest.refs:
        any_key = key == ANY or is_open_key(key)
        kept = frame.item(own.rest, index) if any_key else frame.read(own.rest, key)
        result = join(result, kept)
    if isinstance(key, str) and key.startswith("[") and is_unidentified(result):
        mask = frame.name_labels("key", frame.receiver(expr.value), key[1:])
        mask &= ~frame.engine.labels.same_elements(result.exact)
        frame.enter(mask, start_of(expr.value, expr.to), expr.to, render(expr))
        result = Value(result.exact | mask, result.vague, result.refs, result.text)
    return result


def _unwritten(frame: Frame, holder: Value) -> Value:
    """An item that nobody wrote, of something of the outside."""
    found = tuple(
        Instance(row_class(ref) or frame.engine.knowledge.type_of_item(ref.type))
        for ref in holder.refs
        if type(ref) is Instance
    )
    if any(ref in frame.engine.shared.of_frameworks for ref in holder.refs):
        return UNKNOWN
    statics = [ref for ref in holder.refs if type(ref) is Static]
    stated = tuple(frame.engine.knowledge.stated_type(f"{ref.name}[]") for ref in statics)
    found += tuple(Instance(kind) for kind in stated if kind)
    if found:
        return Value(0, 0, found)
    return UNKNOWN if statics else NOTHING


def _with_stated_type(frame: Frame, holder: Value, result: Value) -> Value:
    """An item of what a framework hands in, as the type that an entry states for items of its type."""
    kinds = [ref.type for ref in holder.refs if type(ref) is Sym and ref.type]
    stated = [kind for kind in (frame.engine.knowledge.stated_type(f"{each}[]") for each in kinds) if kind]
    return join(result, of(Instance(stated[0]))) if stated else result


def _is_data(result: Value, holder: Value) -> bool:
    """Whether a name-based label fits: the value is not a constant that the code itself put there."""
    return bool(result.refs or result.exact or result.vague) or not holder.refs
