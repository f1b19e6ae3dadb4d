"""Values that are bound to a SQL text: what its columns say of them, and which of them it only looks up."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from purposelint.domain.expressions import Expr, Map, Name, Seq
from purposelint.domain.library import Sink
from purposelint.domain.sql import Bound, Written, written
from purposelint.flow.calls import keyed
from purposelint.flow.objects.arguments import Argument
from purposelint.flow.objects.mappings import entries_of
from purposelint.flow.objects.matching import named
from purposelint.flow.state.forms import ITEMS
from purposelint.flow.state.frame import Frame
from purposelint.flow.state.identity import is_unidentified
from purposelint.flow.state.values import ANY, MORE, NOTHING, Obj, Value, labelled

_NO_NAME = Name("", 0)
_ROWS = ("list", "tuple", "set")


def bound(frame: Frame, sink: Sink, arguments: Sequence[Argument]) -> Sequence[Argument]:
    """The arguments of a statement as far as it writes them, each value labelled by its column."""
    matched = named(sink.parameters, sink.arguments, arguments)
    said = next((argument for name, argument in matched if name == sink.statement), None)
    statement = written(said.value.text.partition(MORE)[0]) if said is not None and said.value.text else None
    if said is None or statement is None or not (statement.columns or statement.looked_up or statement.rows):
        return arguments
    result: list[Argument] = []
    for name, argument in matched:
        if argument is said or argument.star:
            result.append(argument)
        elif name.startswith("*"):
            position = sum(other.startswith("*") for other, _ in matched[: len(result)])
            result.append(argument._replace(value=_one(frame, statement, position, argument)))
        elif name in sink.arguments:
            result.append(argument._replace(value=_all(frame, statement, argument)))
        else:
            result.append(argument)
    return result


def _one(frame: Frame, statement: Written, position: Bound, argument: Argument) -> Value:
    """A value that is an argument of its own."""
    if position in statement.looked_up:
        return NOTHING
    column = statement.columns.get(position, "")
    expr = argument.arg.value if argument.arg else _NO_NAME
    return _of_column(frame, statement.table, column, argument.value, expr, _span(argument))


def _all(frame: Frame, statement: Written, argument: Argument) -> Value:
    """The values that an argument holds: one for each placeholder, or so for each of many rows."""
    expr = argument.arg.value if argument.arg else _NO_NAME
    rows = _rows(frame, argument.value)
    if rows is None:
        return _row(frame, statement, argument.value, expr, _span(argument))
    exact = vague = 0
    for row in rows:
        said = _row(frame, _of_rows(statement), row, _NO_NAME, _span(argument))
        shown = frame.deep(said, ITEMS)
        exact, vague = exact | shown.exact, vague | shown.vague
    return labelled(exact, vague)


def _of_rows(statement: Written) -> Written:
    """Of `VALUES %s`, which is filled with whole rows, the column of each of a row's values."""
    if not statement.rows:
        return statement
    return statement._replace(columns=dict(enumerate(statement.rows)), looked_up=frozenset())


def _rows(frame: Frame, value: Value) -> list[Value] | None:
    """The rows of a sequence of rows, None for anything else."""
    if value.exact or value.vague or not all(isinstance(r, Obj) and r.type in _ROWS for r in value.refs):
        return None
    known = frame.known_items(value)
    rows = [frame.read(value, ANY)] if known is None and value.refs else known
    if not rows or not all(row.refs and all(isinstance(ref, Obj) for ref in row.refs) for row in rows):
        return None
    return rows


def _row(frame: Frame, statement: Written, value: Value, expr: Expr, span: tuple[int, int]) -> Value:
    """One value for each placeholder, by position or by name."""
    items = _items(frame, value)
    if items is None:
        return value
    exact = vague = 0
    exprs = _expressions(expr, len(items))
    for number, (key, held) in enumerate(items.items()):
        if key in statement.looked_up:
            continue
        own = exprs[number] if exprs else _NO_NAME
        said = _of_column(frame, statement.table, statement.columns.get(key, ""), held, own, span)
        shown = frame.deep(said, ITEMS)
        exact, vague = exact | shown.exact, vague | shown.vague
    return labelled(exact, vague)


def _items(frame: Frame, value: Value) -> Mapping[Bound, Value] | None:
    known = frame.known_items(value)
    if known is not None:
        return dict(enumerate(known))
    entries = entries_of(frame, value)
    if entries is None:
        return None
    return {str(entry.field).removeprefix("["): entry.held for entry in entries}


def _expressions(expr: Expr, count: int) -> list[Expr]:
    """The expressions of a display's items, where it is one."""
    if type(expr) is Seq:
        found = list(expr.items)
    elif type(expr) is Map:
        found = [item.value for item in expr.items]
    else:
        return []
    return found if len(found) == count else []


def _of_column(
    frame: Frame, table: str, column: str, value: Value, expr: Expr, span: tuple[int, int]
) -> Value:
    """A value, labelled by its column where nothing else says what it is."""
    mask = frame.name_labels("key", table, column, computed=True) if column else 0
    if not mask or value.exact or value.vague or not is_unidentified(value):
        return value
    if frame.name_labels("key", "", column, computed=True):
        return keyed.named(frame, column, value, expr, span)
    frame.enter(mask, *span, f"{table}.{column}")
    return Value(mask, 0, value.refs, value.text)


def _span(argument: Argument) -> tuple[int, int]:
    shown = argument.shown
    return (shown.at, shown.to) if shown else (0, 0)
