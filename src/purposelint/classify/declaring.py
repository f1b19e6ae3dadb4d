"""What declares a field: statements of a class body, methods that give a column, tables without a class."""

from __future__ import annotations

from collections.abc import Iterator

from purposelint.classify.aliases import Aliases
from purposelint.classify.column_types import is_enum
from purposelint.classify.columns import ColumnReader
from purposelint.classify.models import ModelIndex
from purposelint.classify.surroundings import Declared
from purposelint.domain.chains import dotted
from purposelint.domain.expressions import Arg, Call, Const, Expr, Name
from purposelint.domain.facts import Class, Field
from purposelint.domain.models import Model
from purposelint.domain.program import ClassInfo, Program
from purposelint.domain.statements import Assign, Return


class Declarations:
    """The fields that the classes and tables of a program declare.

    `owners` are the classes, and tables as if each were one, by symbol; `fields` what each declares;
    `known` the names that are fields or were taken away, personal or not.
    """

    def __init__(self, program: Program, aliases: Aliases, columns: ColumnReader, models: ModelIndex) -> None:
        """Read all class bodies and the tables of all modules."""
        self._program = program
        self._aliases = aliases
        self._columns = columns
        self._models = models
        self._collected = models.collecting()
        self.owners: dict[str, ClassInfo] = dict(program.classes)
        self.fields: dict[str, tuple[Declared, ...]] = {}
        for symbol, info in program.classes.items():
            self.fields[symbol] = tuple(self._of_class(info))
        for info, fields in self._tables():
            self.owners[info.symbol] = info
            self.fields[info.symbol] = fields
        self.known = {(symbol, each.field.name) for symbol, found in self.fields.items() for each in found}

    def _of_class(self, info: ClassInfo) -> Iterator[Declared]:
        if is_enum(info.lineage):
            return
        model = self._models.of(info)
        if model is None or not model.activity:
            model = self._collected.get(info.symbol, model)
        found: dict[str, Declared] = {}
        for statement in info.facts.fields:
            column = self._columns.read(info.module, statement)
            mixed_in = self._models.mixed_in(column)
            for used in (model or mixed_in, mixed_in):
                if self._models.declares(used, statement, column):
                    found[statement.name] = Declared(statement, column, used)
                    break
        yield from found.values()
        yield from self._of_methods(info)
        for statement in info.facts.fields:
            if isinstance(statement.value, Call):
                yield from self._columns_of_table(info.module, statement.value)

    def _of_methods(self, info: ClassInfo) -> Iterator[Declared]:
        """Columns that methods of a class give, each by the call that it returns."""
        for name, symbol in info.methods.items():
            facts = self._program.functions[symbol].facts
            if not facts.decorators:
                continue
            names = (self._aliases.resolve(info.module, dotted(each)) for each in facts.decorators)
            model = next(filter(None, map(self._models.of_method, names)), None)
            value = next((each.value for each in facts.body if isinstance(each, Return)), None)
            if model is not None and isinstance(value, Call):
                made = Field(name, facts.returns, value, facts.docstring, facts.at, facts.to)
                column = self._columns.read(info.module, made)
                if self._models.declares(model, made, column):
                    yield Declared(made, column, model)

    def _tables(self) -> Iterator[tuple[ClassInfo, tuple[Declared, ...]]]:
        """Tables that modules assign, each as a class of the table's name."""
        for name, module in self._program.modules.items():
            for statement in module.facts.functions[0].body if module.facts.functions else ():
                if not isinstance(statement, Assign) or not isinstance(statement.value, Call):
                    continue
                target, made = statement.targets[0], statement.value
                columns = tuple(self._columns_of_table(name, made)) if isinstance(target, Name) else ()
                if columns and isinstance(target, Name):
                    symbol = f"{name}.{target.id}"
                    yield _as_class(symbol, name, module.path, _first_text(made) or target.id), columns

    def _columns_of_table(self, module: str, made: Call) -> Iterator[Declared]:
        """Columns that are handed to the call that makes a table."""
        model = self._models.of_table(self._aliases.resolve(module, dotted(made.func)))
        for arg in made.args if model is not None else ():
            declared = self._column_of_table(module, arg, model) if model is not None else None
            if declared is not None:
                yield declared

    def _column_of_table(self, module: str, arg: Arg, model: Model) -> Declared | None:
        call = arg.value
        name = _first_text(call)
        if not isinstance(call, Call) or arg.name or arg.star or not name:
            return None
        field = Field(name, None, call, "", call.at, call.to)
        column = self._columns.read(module, field)
        return Declared(field, column, model) if self._models.declares(model, field, column) else None


def _first_text(expr: Expr) -> str:
    """The text at the first position of a call, '' if there is none."""
    first = expr.args[0] if isinstance(expr, Call) and expr.args else None
    if first is None or first.name or first.star or not isinstance(first.value, Const):
        return ""
    return first.value.value if isinstance(first.value.value, str) else ""


def _as_class(symbol: str, module: str, path: str, name: str) -> ClassInfo:
    """A table as a class without a statement of its own."""
    facts = Class(name, name, 0, 0, (), (), (), (), "", 0, 0, 0)
    return ClassInfo(symbol, module, path, -1, facts, (), (symbol,), {}, {})
