"""Columns that an index chooses by name: `frame[["email", "plan"]]`, `frame.loc[:, "email"]`."""

from __future__ import annotations

from itertools import count

from purposelint.domain.expressions import Slice, Sub
from purposelint.flow.access import key_labels
from purposelint.flow.access.turns import is_text
from purposelint.flow.objects import frame_columns
from purposelint.flow.state.frame import Frame, start_of
from purposelint.flow.state.rendering import render
from purposelint.flow.state.values import NOTHING, UNKNOWN, Obj, Static, Value


def chosen(frame: Frame, holder: Value, index: Value, expr: Sub) -> Value | None:
    """What an index gives that names columns; None for any other, and of containers of the project's own."""
    if type(expr.index) is Slice or any(isinstance(ref, Obj | Static) for ref in holder.refs):
        return None
    names, several = _names(frame, index)
    site = (start_of(expr.value, expr.to), expr.to, 39)
    table = frame_columns.chosen(frame, holder, names, site) if several else None
    result = (table or holder) if several else Value(holder.exact, holder.vague)
    mask = 0
    for name in names:
        mask |= key_labels.of_key(frame, holder, expr.value, name, computed=True)
        held = frame.read(holder, "[" + name) if table is None else NOTHING
        result = Value(result.exact | held.exact, result.vague | held.vague, result.refs)
    if not mask:
        return table
    mask &= ~frame.engine.labels.same_elements(result.exact)
    frame.enter(mask, start_of(expr.value, expr.to), expr.to, render(expr))
    return Value(result.exact | mask, result.vague, result.refs or UNKNOWN.refs)


def _names(frame: Frame, index: Value) -> tuple[list[str], bool]:
    """Names in an index, and whether it chooses all rows: in a list, or in the last of a pair."""
    made = [ref for ref in index.refs if isinstance(ref, Obj)]
    if len(made) != 1 or len(index.refs) != 1:
        return [], False
    items = frame.known_items(index) or []
    if made[0].type == "tuple" and len(items) == 2:
        column = items[1]
        return ([column.text], False) if is_text(column) else (_texts(frame, column), True)
    return (_texts(frame, index), True) if made[0].type == "list" else ([], False)


def _texts(frame: Frame, names: Value) -> list[str]:
    """The texts that a list begins with; a module's list may have got more of them since."""
    texts: list[str] = []
    for position in count():
        item = frame.read(names, position)
        if not is_text(item) or texts[-1:] == [item.text]:  # what stands anywhere stands at every position
            break
        texts.append(item.text)
    return texts
