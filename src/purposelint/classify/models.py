"""Which classes are stored models or records, and which of their statements declare fields."""

from __future__ import annotations

from collections.abc import Iterator

from purposelint.classify.aliases import Aliases
from purposelint.classify.column_types import PROJECT_CLASS, TypeIndex
from purposelint.classify.columns import ColumnRead
from purposelint.classify.spellings import spellings
from purposelint.domain.catalog import Catalog
from purposelint.domain.chains import dotted, stated_text
from purposelint.domain.expressions import Call, Const, Expr, Seq
from purposelint.domain.facts import Field
from purposelint.domain.models import Model
from purposelint.domain.program import ClassInfo, Program

_WRAPPED = 2
"""A column's constructor, and the one that it is handed (`encrypt(CharField())`)."""

_CLASS_VARIABLES = frozenset({"typing.ClassVar", "typing_extensions.ClassVar"})


class ModelIndex:
    """The catalogue's models by what makes a class one of them."""

    def __init__(self, catalog: Catalog, program: Program, aliases: Aliases, types: TypeIndex) -> None:
        """Index the models of a catalogue for the classes of a program."""
        self._program = program
        self._aliases = aliases
        self._types = types
        self._of: dict[ClassInfo, Model | None] = {}
        self._models = tuple(model for library in catalog.libraries.values() for model in library.model)
        self._by_base = _index((base, model) for model in self._models for base in model.base)
        self._by_decorator = _index((name, model) for model in self._models for name in model.decorator)
        self._by_mark = _index((mark, model) for model in self._models for mark in model.marks)
        stored = [model for model in self._models if model.activity]
        self._by_constructor = _index((name, model) for model in stored for name in model.constructors)
        self._by_wrapper = _index((name, model) for model in stored for name in model.wrappers)
        self._by_method = _index((name, model) for model in stored for name in model.methods)
        self._by_table = _index((name, model) for model in stored for name in model.tables)

    @property
    def persons(self) -> frozenset[str]:
        """What libraries call records that are persons: `res.partner`."""
        return frozenset(name for model in self._models for name in model.persons)

    def stated_names(self, info: ClassInfo) -> tuple[str, ...]:
        """What the body of a model states that its record is called, the first attribute first."""
        model = self.of(info)
        wanted = model.named_by if model is not None else ()
        values = {each.name: each.value for each in info.facts.fields if each.name in wanted}
        return tuple(text for name in wanted if name in values for text in _texts(values[name]))

    def of(self, info: ClassInfo) -> Model | None:
        """The model that a class is, stored ones first; None for a plain class."""
        if info not in self._of:
            found = [model for model in self._candidates(info) if _has_keyword(info, model)]
            self._of[info] = next((model for model in found if model.activity), found[0] if found else None)
        return self._of[info]

    def inheriting(self, info: ClassInfo) -> Iterator[tuple[str, Model]]:
        """Outside bases of a class that bring fields along, with the model that says which."""
        for base in self._program.outside_bases(info.symbol):
            for model in self._by_base.get(base, ()):
                if model.inherits:
                    yield base, model

    def _candidates(self, info: ClassInfo) -> Iterator[Model]:
        for base in info.lineage:
            for name in (base,) if base in self._program.classes else spellings(self._program, base):
                yield from self._by_base.get(name, ())
        for decorator in info.facts.decorators:
            called = decorator.func if isinstance(decorator, Call) else decorator
            name = self._aliases.resolve(info.module, dotted(called))
            yield from self._by_decorator.get(name, ())
        for declared in info.facts.fields:
            yield from self._by_mark.get(declared.name, ())

    def mixed_in(self, column: ColumnRead) -> Model | None:
        """The stored model for which a field of a plain class is written: a column in a mixin."""
        for name in column.names:
            if name in self._by_wrapper:
                return self._by_wrapper[name][0]
        for call in column.calls[:1]:
            for name in spellings(self._program, call):
                if name in self._by_constructor:
                    return self._by_constructor[name][0]
        return None

    def of_method(self, decorator: str) -> Model | None:
        """The stored model of which a method so decorated gives a column."""
        return next(iter(self._by_method.get(decorator, ())), None)

    def of_table(self, constructor: str) -> Model | None:
        """The stored model of which such a call makes a table."""
        names = spellings(self._program, constructor)
        return next((self._by_table[name][0] for name in names if name in self._by_table), None)

    def collecting(self) -> dict[str, Model]:
        """Classes that are no stored model, with the one that makes columns of what they annotate."""
        found: dict[str, Model] = {}
        for info in self._program.classes.values():
            model = self.of(info)
            if model is not None and model.collects and model.activity:
                for base in info.lineage[1:]:
                    found.setdefault(base, model)
        return found

    def declares(self, model: Model | None, declared: Field, column: ColumnRead) -> bool:
        """Whether a statement of a class declares a field of such a model, or of a plain class."""
        if declared.name.startswith("__") or not _CLASS_VARIABLES.isdisjoint(column.names):
            return False
        constructor = column.calls[0] if isinstance(declared.value, Call) and column.calls else ""
        if model is None:
            return declared.annotation is not None or bool(constructor and self._types.is_type(constructor))
        if constructor and constructor in model.constructors:
            return True
        made = column.calls[:_WRAPPED] if constructor else ()
        if "call" in model.fields and any(self._is_column(call, model) for call in made):
            return True
        if "annotation" not in model.fields or declared.annotation is None:
            return False
        if model.wrappers:
            wrapped = not frozenset(model.wrappers).isdisjoint(column.names)
            return wrapped and not (isinstance(declared.value, Call) and bool(constructor))
        return True

    def _is_column(self, constructor: str, model: Model) -> bool:
        """A constructor that the model lists or the catalogue knows, also one that extends such a one."""
        if any(name in model.constructors for name in spellings(self._program, constructor)):
            return True
        if model.constructor_ends and constructor.endswith(model.constructor_ends):
            return True
        column = self._types.column(constructor)
        known = column is not None and column is not PROJECT_CLASS
        return known or bool(self._types.element(constructor))


def _index(pairs: Iterator[tuple[str, Model]]) -> dict[str, tuple[Model, ...]]:
    found: dict[str, tuple[Model, ...]] = {}
    for name, model in pairs:
        found[name] = (*found.get(name, ()), model)
    return found


def _texts(expr: Expr | None) -> tuple[str, ...]:
    """A text that is written out, or those of a list of them."""
    items = expr.items if isinstance(expr, Seq) else (expr,)
    return tuple(filter(None, map(stated_text, items)))


def _has_keyword(info: ClassInfo, model: Model) -> bool:
    if not model.keyword:
        return True
    return any(arg.name == model.keyword and _is_true(arg.value) for arg in info.facts.keywords)


def _is_true(expr: Expr) -> bool:
    return isinstance(expr, Const) and expr.value is True
