"""The fields of records, and the parameters of the constructors that set them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from purposelint.domain.chains import chain
from purposelint.domain.expressions import Call, Const, Expr, Seq, Sub
from purposelint.domain.facts import Field
from purposelint.domain.program import ClassInfo, Program
from purposelint.frameworks.kinds import KEYWORD_ONLY, KINDS, NOT_FIELDS, PARAMETERS_ALONE, RecordKind


@dataclass(frozen=True, slots=True)
class RecordField:
    """A field that a record's constructor sets.

    `parameter` is the constructor's name for it, '' for one that no argument sets. `owner` is the
    class that declares it. `kept` is false for a parameter that is handed to the hook and is no field.
    """

    name: str
    owner: str
    parameter: str
    keyword_only: bool = False
    kept: bool = True


def record_kind(program: Program, class_symbol: str) -> RecordKind | None:
    """What kind of record a class of the project is.

    None for a class that is no record, and for one whose `__init__` is written in the project.
    """
    found = _maker(program, class_symbol)
    return found[0] if found else None


def record_fields(program: Program, class_symbol: str) -> tuple[RecordField, ...]:
    """Fields of a record in the order of its constructor's parameters, keyword-only ones last.

    Inherited fields come first and keep their place when a subclass declares them anew.
    """
    found = _maker(program, class_symbol)
    return _fields(program, *found) if found else ()


def declared_record(program: Program, class_symbol: str) -> tuple[RecordKind, tuple[RecordField, ...]] | None:
    """What kind of record a class is, and its fields; also of one whose `__init__` is written in the project.

    Its other methods are still made of its fields. None for a class that is no record.
    """
    found = _maker(program, class_symbol, own_init=True)
    return (found[0], _fields(program, *found)) if found else None


def _fields(program: Program, kind: RecordKind, maker: str) -> tuple[RecordField, ...]:
    fields: dict[str, RecordField] = {}
    for symbol in reversed(program.classes[maker].lineage):
        info = program.classes.get(symbol)
        if info is not None and _contributes(program, kind, info):
            fields.update((field.name, field) for field in _declared(program, kind, info))
    return tuple(sorted(fields.values(), key=lambda field: field.keyword_only))


def _maker(program: Program, class_symbol: str, *, own_init: bool = False) -> tuple[RecordKind, str] | None:
    """The kind of record, and the class of the MRO that makes it one.

    A class whose `__init__` is written in the project is none, unless `own_init`.
    """
    info = program.classes.get(class_symbol)
    for symbol in info.lineage if info else ():
        each = program.classes.get(symbol)
        if each is None:
            kind = next((kind for kind in KINDS if symbol in kind.bases), None)
            if kind is not None:
                return kind, class_symbol
            continue
        if "__init__" in each.methods and not own_init:
            return None
        kind = _decorated(program, each)
        if kind is not None:
            return kind, symbol
    return _marked(program, class_symbol)


def _marked(program: Program, class_symbol: str) -> tuple[RecordKind, str] | None:
    """A record by an attribute that only such classes have, for a base that is out of sight."""
    info = program.classes.get(class_symbol)
    if info is None or not program.outside_bases(class_symbol):
        return None
    names = {field.name for field in info.facts.fields}
    kind = next((kind for kind in KINDS if not kind.marks.isdisjoint(names)), None)
    return (kind, class_symbol) if kind is not None else None


def _decorated(program: Program, info: ClassInfo) -> RecordKind | None:
    for decorator in info.facts.decorators:
        name = _canonical(program, info, decorator.func if isinstance(decorator, Call) else decorator)
        for kind in KINDS:
            if name in kind.decorators:
                no_init = isinstance(decorator, Call) and _keyword(decorator, "init") is False
                return None if no_init else kind
    return None


def _contributes(program: Program, kind: RecordKind, info: ClassInfo) -> bool:
    """Whether the names that a class of the MRO declares are fields of a record of this kind."""
    return not kind.decorators or bool(kind.bases) or _decorated(program, info) is not None


def _declared(program: Program, kind: RecordKind, info: ClassInfo) -> Iterator[RecordField]:
    """Fields that a class itself declares, in order."""
    yield from _functional(kind, info)
    keyword_only = _is_keyword_only(info)
    for field in info.facts.fields:
        if field.annotation is not None and _canonical(program, info, field.annotation) == KEYWORD_ONLY:
            keyword_only = True
        elif _is_field(program, kind, info, field):
            options = field.value if isinstance(field.value, Call) else None
            specifies = options is not None and chain(options.func).rpartition(".")[2] in kind.specifiers
            made = _record_field(kind, info, field.name, options if specifies else None, keyword_only)
            yield replace(made, kept=False) if _is_parameter_alone(program, info, field) else made


def _record_field(
    kind: RecordKind, info: ClassInfo, name: str, options: Call | None, keyword_only: bool
) -> RecordField:
    parameter = name.lstrip("_") if kind.bare else name
    if options is not None:
        alias = _keyword(options, "alias") or _keyword(options, "validation_alias")
        parameter = alias if isinstance(alias, str) else parameter
        parameter = "" if _keyword(options, "init") is False else parameter
        chosen = _keyword(options, "kw_only")
        keyword_only = chosen if isinstance(chosen, bool) else keyword_only
    return RecordField(name, info.symbol, parameter, keyword_only)


def _is_field(program: Program, kind: RecordKind, info: ClassInfo, field: Field) -> bool:
    if field.name.startswith("__") or (kind.private and field.name.startswith("_")):
        return False
    if isinstance(field.value, Call) and _makes_field(kind, chain(field.value.func).rpartition(".")[2]):
        return True
    if field.annotation is None or not kind.annotated:
        return False
    return _outer(program, info, field) not in NOT_FIELDS


def _is_parameter_alone(program: Program, info: ClassInfo, field: Field) -> bool:
    return field.annotation is not None and _outer(program, info, field) in PARAMETERS_ALONE


def _outer(program: Program, info: ClassInfo, field: Field) -> str:
    """Canonical name of an annotation without what stands in its brackets."""
    annotation = field.annotation
    outer = annotation.value if isinstance(annotation, Sub) else annotation
    return _canonical(program, info, outer) if outer is not None else ""


def _makes_field(kind: RecordKind, word: str) -> bool:
    return any(
        word.endswith(name[1:]) if name.startswith("*") else word == name for name in kind.constructors
    )


def _is_keyword_only(info: ClassInfo) -> bool:
    """Whether the class says `kw_only=True`, in its decorator or its own keywords."""
    calls = [decorator for decorator in info.facts.decorators if isinstance(decorator, Call)]
    if any(_keyword(call, "kw_only") is True for call in calls):
        return True
    return any(
        each.name == "kw_only" and isinstance(each.value, Const) and each.value.value is True
        for each in info.facts.keywords
    )


def _functional(kind: RecordKind, info: ClassInfo) -> Iterator[RecordField]:
    """Fields of a base that is written as a call: `class Point(namedtuple("Point", "x y"))`."""
    for base in info.facts.bases if kind.shape != "object" else ():
        if isinstance(base, Call) and len(base.args) > 1:
            for name in _listed(base.args[1].value):
                yield RecordField(name, info.symbol, name)


def _listed(expr: Expr) -> tuple[str, ...]:
    """Names in `"x y"`, `["x", "y"]` or `[("x", int), ("y", int)]`."""
    if isinstance(expr, Const) and isinstance(expr.value, str):
        return tuple(expr.value.replace(",", " ").split())
    names: list[str] = []
    for item in expr.items if isinstance(expr, Seq) else ():
        first = item.items[0] if isinstance(item, Seq) and item.items else item
        if isinstance(first, Const) and isinstance(first.value, str):
            names.append(first.value)
    return tuple(names)


def _canonical(program: Program, info: ClassInfo, expr: Expr) -> str:
    body = program.functions.get(f"{info.symbol}.<body>")
    text = chain(expr)
    return program.resolve(info.module, text, body.imports if body else None) if text else ""


def _keyword(call: Call, name: str) -> str | int | bool | None:
    """Constant that a call gives a keyword, None if it gives none."""
    for argument in call.args:
        if argument.name == name and isinstance(argument.value, Const):
            return argument.value.value
    return None
