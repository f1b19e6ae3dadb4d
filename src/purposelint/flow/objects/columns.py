"""Columns that a query gives in place of records: by name, through references, or computed from others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from purposelint.domain.chains import dotted
from purposelint.domain.expressions import Attr, Call, Const, Expr
from purposelint.domain.library import Source
from purposelint.domain.queries import Query
from purposelint.flow.objects.arguments import Argument
from purposelint.flow.state.frame import Frame
from purposelint.flow.state.rows import row_class, rows_of
from purposelint.flow.state.values import (
    ANY,
    CONSTANT,
    NOTHING,
    UNKNOWN,
    Instance,
    Obj,
    Ref,
    Value,
    join,
    labelled,
    of,
)

QUERIED = ".queried"
"""Field that marks a collection as a query's, on which the query can go on."""

_DEEPEST = 6
"""Calls within calls in the expression of a computed column, and references in the path of one."""


class Asked(NamedTuple):
    """The records that a query is of: their class, and where attributes that were computed are kept."""

    kind: str
    site: tuple[int, ...]


def is_queried(frame: Frame, ref: Ref) -> bool:
    """Whether a ref is the collection that a query of columns gave."""
    return isinstance(ref, Obj) and ref.type == "list" and frame.read(of(ref), QUERIED) is not NOTHING


def given(frame: Frame, entry: Query, asked: Asked, node: Call, arguments: Sequence[Argument]) -> Value:
    """What a method of a query gives that names columns."""
    method = getattr(node.func, "name", "")
    before = _chosen_before(entry, node.func) if entry.chooses else None
    if entry.chooses and before is None:
        return UNKNOWN
    named = [_stated(frame, arg.value) for arg in before.args] if before is not None else []
    if not all(name for name, _ in named) or before is None or not named:  # whole records, with all columns
        named = [(name, value) for name, value in _columns(frame, entry, asked, arguments) if name]
    found = join_all([value for _, value in named])
    frame.enter(found.exact, node.at, node.at, f"{asked.kind.rpartition('.')[2]}.{method}()")
    if entry.columns[method] == "dict":
        return _dict(frame, named, (node.at, 33))
    result = frame.fresh((node.at, 14), "list")
    frame.write(result, QUERIED, CONSTANT)
    if _says(arguments, entry.flat):
        frame.write(result, ANY, found)
    elif entry.columns[method] == "dicts":
        frame.write(result, ANY, _dict(frame, named, (node.at, 33)))
    else:
        frame.write(result, ANY, _tuple(frame, named, node.at, attributes=_says(arguments, entry.named)))
    return result


def _chosen_before(entry: Query, func: Expr) -> Call | None:
    """The call further up one chain that chooses columns; None where the query was made somewhere else."""
    while type(func) is Attr and type(func.value) is Call:
        call, func = func.value, func.value.func
        if type(func) is Attr and func.name in entry.chooses:
            return call
    return None


def selected(frame: Frame, arguments: Sequence[Argument], at: int) -> Value | None:
    """A query of columns that are stated as attributes of their classes; what such a query is handed to."""
    named: list[tuple[str, Value]] = []
    for argument in arguments:
        if any(is_queried(frame, ref) for ref in argument.value.refs):
            return argument.value
        named.append(_stated(frame, argument.arg.value if argument.arg is not None else None))
    if not any(name for name, _ in named):
        return None
    frame.enter(join_all([value for _, value in named]).exact, at, at, "a query of columns")
    result = frame.fresh((at, 14), "list")
    frame.write(result, QUERIED, CONSTANT)
    frame.write(result, ANY, _tuple(frame, named, at, attributes=True))
    return result


def _stated(frame: Frame, expr: Expr | None) -> tuple[str, Value]:
    """A column as an attribute of its class, with what is in it; '' for anything else."""
    owner = dotted(expr.value) if type(expr) is Attr else ""
    kind = frame.engine.resolve(frame.info, owner) if owner else ""
    if type(expr) is not Attr or kind not in frame.engine.program.classes:
        return "", NOTHING
    return expr.name, labelled(frame.engine.field_mask(kind, expr.name) or 0)


def first_of_each(frame: Frame, query: Value, at: int) -> Value:
    """A query of the first column alone of one that has several."""
    result = frame.fresh((at, 36), "list")
    frame.write(result, QUERIED, CONSTANT)
    frame.write(result, ANY, frame.part(frame.elements_of(query), 0))
    return result


def computed(frame: Frame, entry: Query, asked: Asked, arguments: Sequence[Argument], at: int) -> Value:
    """A query whose records have more attributes, each computed from columns."""
    site = asked.site or (at, 34)
    record = of(Instance(asked.kind, site))
    for argument in arguments:
        if argument.name is not None and not argument.star and argument.arg is not None:
            value = _expression(frame, entry, asked, argument.arg.value, 0)
            frame.enter(value.exact, at, at, f"{asked.kind.rpartition('.')[2]}.{argument.name}")
            frame.write(record, "." + argument.name, value)
    return of(Instance(rows_of(asked.kind), site))


def join_all(values: Sequence[Value]) -> Value:
    """The labels of several columns together."""
    result = NOTHING
    for value in values:
        result = join(result, value)
    return result


def _columns(
    frame: Frame, entry: Query, asked: Asked, arguments: Sequence[Argument]
) -> Iterator[tuple[str, Value]]:
    """Columns by the name under which they come back; all of the class where none is named."""
    count = 0
    for argument in arguments:
        expr = argument.arg.value if argument.arg is not None else None
        if argument.star or expr is None:
            count += 1
        elif argument.name in (entry.flat, entry.named) and argument.name:
            continue
        else:
            count += 1
            name = argument.name or argument.value.text or f"{count}"
            text = argument.value.text if argument.name is None else ""
            value = _path(frame, entry, asked, text) if text else _expression(frame, entry, asked, expr, 0)
            yield name, value
    if not count:
        inherited = frame.engine.knowledge.printed_models.inherited(asked.kind)
        for name in (*frame.engine.declared_fields(asked.kind), *inherited):
            yield name, labelled(_mask(frame, asked.kind, name))


def _path(frame: Frame, entry: Query, asked: Asked, text: str) -> Value:
    """The column behind a name, or behind the references that a path names."""
    engine = frame.engine
    computed_here = frame.read(of(Instance(asked.kind, asked.site)), "." + text) if asked.site else NOTHING
    if computed_here is not NOTHING:
        return computed_here
    kind, mask = asked.kind, 0
    for name in (text.split(entry.path) if entry.path else [text])[:_DEEPEST]:
        held = engine.attribute_type(kind, name)
        mask = _mask(frame, kind, name)
        kind = row_class(Instance(held)) or held
        if kind not in engine.program.classes and not engine.knowledge.printed_models.inherited(kind):
            break
    return labelled(mask)


def _mask(frame: Frame, kind: str, name: str) -> int:
    """Labels of a column: as its class declares it, or as the entry of an outside class says."""
    declared = frame.engine.field_mask(kind, name)
    if declared is not None:
        return declared
    element = frame.engine.knowledge.printed_models.inherited(kind).get(name, "")
    if not element:
        return 0
    column = Source(id=f"{kind}.{name}", element=element)
    return frame.engine.source_mask([column], f"{kind.rpartition('.')[2]}.{name}")


def _expression(frame: Frame, entry: Query, asked: Asked, expr: Expr, depth: int) -> Value:
    """What a computed column is made of: columns that its texts name, unless a guard takes them out."""
    if type(expr) is Const:
        return _path(frame, entry, asked, expr.value) if isinstance(expr.value, str) else NOTHING
    frame.limited = frame.limited or depth >= _DEEPEST
    if type(expr) is not Call or depth >= _DEEPEST:
        return NOTHING
    name = frame.engine.resolve(frame.info, dotted(expr.func)) if dotted(expr.func) else ""
    known = frame.engine.knowledge.of_call((name,) if name else (), "", "", resolved=True)
    parts = [_expression(frame, entry, asked, arg.value, depth + 1) for arg in expr.args]
    made = join_all(parts)
    return frame.guarded(made, known.guards[0]) if known.guards else made


def _dict(frame: Frame, named: Sequence[tuple[str, Value]], site: tuple[int, ...]) -> Value:
    made = frame.fresh(site, "dict")
    for name, value in named:
        frame.write(made, "[" + name, value if value is not NOTHING else CONSTANT)
    return made


def _tuple(frame: Frame, named: Sequence[tuple[str, Value]], at: int, *, attributes: bool) -> Value:
    made = frame.fresh((at, 33), "tuple")
    for place, (name, value) in enumerate(named):
        held = value if value is not NOTHING else CONSTANT
        frame.write(made, place, held)
        if attributes:
            frame.write(made, "." + name, held)
    return made


def _says(arguments: Sequence[Argument], keyword: str) -> bool:
    """Whether a call gives a keyword that is true."""
    values = (arg.arg.value for arg in arguments if arg.arg is not None and keyword and arg.name == keyword)
    return any(type(value) is Const and value.value is True for value in values)
