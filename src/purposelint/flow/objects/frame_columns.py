"""Columns of tables that a library keeps in memory (data frames): which a call gives, leaves out or names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from purposelint.domain.library import Passthrough
from purposelint.flow.objects.arguments import Argument
from purposelint.flow.objects.matching import named
from purposelint.flow.state.frame import Frame
from purposelint.flow.state.values import (
    ANY,
    CONTAINERS,
    MORE,
    NOTHING,
    SEQUENCES,
    Instance,
    Obj,
    Ref,
    Value,
    join,
    of,
)

_COLUMN = "["
"""What the field of a column begins with: it is an item of the table."""


def made(
    frame: Frame,
    entry: Passthrough,
    result: Value,
    given: tuple[Value | None, Sequence[Argument]],
    span: tuple[int, int],
) -> Value:
    """The table that a call gives: columns of its receiver, of mappings and tables among its arguments.

    Of these it has those that `include` lists and `exclude` does not, as far as the call names them.
    What belongs to no column that is known stays data of the whole.
    """
    receiver, arguments = given
    matched = named(entry.parameters, entry.arguments, arguments, (entry.include, entry.exclude))
    only = _listed(frame, matched, entry.include)
    without = _listed(frame, matched, entry.exclude) or []
    columns, rest = _given(frame, entry, receiver, matched)
    exact, vague = result.exact | rest.exact, result.vague | rest.vague
    if only is not None or without:
        exact, vague = 0, vague | exact
    for name in only or ():
        columns.setdefault(name, _by_name(frame, name, span[0]))
    # Calls of one chain begin at one place: where they end tells their tables apart.
    kinds = [ref.type for ref in result.refs if type(ref) is Instance]
    table = Value(exact, vague & ~exact, tuple(Instance(kind, (*span, 38)) for kind in kinds) or result.refs)
    for number, (name, held) in enumerate(columns.items()):
        if name not in without and (only is None or name in only):
            _put(frame, table, name, held, (*span, 38, number))
    return _row_by_row(frame, entry, table, span) if entry.items else table


def _given(
    frame: Frame, entry: Passthrough, receiver: Value | None, matched: Sequence[tuple[str, Argument]]
) -> tuple[dict[str, Value], Value]:
    """Columns that a call is given, by name, and the data that belong to none of them."""
    sources = [receiver] if receiver is not None and "self" in entry.arguments else []
    sources += [a.value for name, a in matched if name in entry.arguments and not name.startswith("**")]
    columns: dict[str, Value] = {}
    exact = vague = 0
    for source in sources:
        found, rest = _parts(frame, source)
        for name, held in found:
            columns[name] = join(columns[name], held) if name in columns else held
        exact, vague = exact | rest.exact, vague | rest.vague
    for name, argument in matched:
        if name.startswith("**") and argument.name:
            columns[argument.name] = argument.value
    return columns, Value(exact, vague)


def _row_by_row(frame: Frame, entry: Passthrough, table: Value, span: tuple[int, int]) -> Value:
    """The rows of a table one by one, each with its columns; alone, or at a place of a tuple."""
    row = table
    if entry.into.isdigit():
        row = frame.fresh((*span, 13), "tuple")
        frame.write(row, int(entry.into), table)
    rows = frame.fresh((*span, 27), "list")
    frame.write(rows, ANY, row)
    return rows


def chosen(frame: Frame, holder: Value, names: Sequence[str], site: tuple[int, ...]) -> Value | None:
    """A table of those columns of another that are named; None where no column of that one is known."""
    kind = next((ref.type for ref in holder.refs if type(ref) is Instance and _columns(frame, ref)), "")
    if not kind:
        return None
    result = Value(holder.exact, holder.vague, (Instance(kind, site),))
    for number, name in enumerate(names):
        held = frame.read(holder, _COLUMN + name)
        if held is not NOTHING:
            _put(frame, result, name, held, (*site, number))
    return result


def leaving(frame: Frame, holder: Value, names: Value, at: int) -> Value:
    """What leaves of a table of which only some columns do: those that are listed by name."""
    listed = _texts(frame, names)
    if listed is None:
        return holder
    known = {name for ref in holder.refs for name in _columns(frame, ref)}
    exact = 0
    for name in listed:
        held = frame.read(holder, _COLUMN + name) if name in known else _by_name(frame, name, at)
        exact |= frame.deep(held).exact
    return Value(exact, (holder.exact | holder.vague) & ~exact)


def asked(frame: Frame, holder: Value, arguments: Sequence[Argument]) -> Value:
    """What the columns hold that a call asks a table for; any may be meant by what is no name."""
    result = NOTHING
    for argument in arguments:
        names = _texts(frame, argument.value)
        held = (
            [frame.read(holder, _COLUMN + name) for name in names]
            if names
            else [frame.deep(of(ref)) for ref in holder.refs]
        )
        for each in held:
            flat = frame.deep(each)
            result = join(result, flat if names else Value(0, flat.exact | flat.vague))
    return result


def _put(frame: Frame, table: Value, name: str, held: Value, site: tuple[int, ...]) -> None:
    """A column of a table: all that it holds, as what the library gives for a column."""
    flat = frame.whole(held)
    kind = next((ref.type for ref in table.refs if type(ref) is Instance), "")
    column = frame.engine.knowledge.type_of_item(kind)
    refs = (Instance(column, site),) if column else ()
    frame.write(table, _COLUMN + name, Value(flat.exact, flat.vague, refs))


def _parts(frame: Frame, source: Value) -> tuple[list[tuple[str, Value]], Value]:
    """Columns of a mapping, of several as rows, or of another table; and what belongs to none of these."""
    found: list[tuple[str, Value]] = []
    exact, vague = source.exact, source.vague
    for ref in _rows(frame, source):
        columns = _columns(frame, ref)
        mapping = isinstance(ref, Obj) and ref.type in CONTAINERS and ref.type not in SEQUENCES
        if columns and (mapping or type(ref) is Instance):
            found.extend(columns.items())
            fields = frame.fields(ref).items()
            left = [held for field, held in fields if not str(field).startswith(_COLUMN)] if mapping else []
        else:
            left = [of(ref)]
        for held in left:
            flat = frame.whole(held)
            exact, vague = exact | flat.exact, vague | flat.vague
    return found, Value(exact, vague & ~exact)


def _rows(frame: Frame, source: Value) -> Iterator[Ref]:
    """What a value is, or the items of a list of mappings."""
    for ref in source.refs:
        rows = frame.elements_of(of(ref)) if isinstance(ref, Obj) and ref.type in SEQUENCES else NOTHING
        plain = rows.refs and not (rows.exact or rows.vague)
        yield from rows.refs if plain and all(_columns(frame, row) for row in rows.refs) else (ref,)


def _columns(frame: Frame, ref: Ref) -> dict[str, Value]:
    """Columns of a table, or of a mapping as one, that are known by name."""
    if not isinstance(ref, Instance | Obj):
        return {}
    fields = frame.fields(ref).items()
    return {field[1:]: held for field, held in fields if isinstance(field, str) and field.startswith(_COLUMN)}


def _by_name(frame: Frame, name: str, at: int) -> Value:
    """What a column that nobody filled here holds: what its name says."""
    mask = frame.name_labels("key", "", name, computed=True)
    frame.enter(mask, at, at, name)
    return Value(mask, 0)


def _listed(frame: Frame, matched: Iterable[tuple[str, Argument]], parameter: str) -> list[str] | None:
    """Columns that an argument lists, or several of a positional rest; None where it doesn't, or not all."""
    lists = [_texts(frame, a.value) for name, a in matched if parameter and name.lstrip("*") == parameter]
    if not lists or any(each is None for each in lists):
        return None
    return [name for each in lists for name in each or ()]


def _texts(frame: Frame, names: Value) -> list[str] | None:
    """The texts that a value is, is a list of, or has as keys; None where not all of them are known."""
    keys = [list(_columns(frame, ref)) for ref in names.refs if isinstance(ref, Obj) and ref.type == "dict"]
    if keys and len(names.refs) == 1:
        return keys[0] or None
    items = frame.known_items(names) if names.refs else [names]
    if items is None or any(not item.text or MORE in item.text for item in items):
        return None
    return [item.text for item in items]
