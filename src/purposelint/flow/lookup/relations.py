"""Which records the fields of stored classes refer to, and how those records reach back."""

from __future__ import annotations

from purposelint.domain.chains import dotted, stated_text
from purposelint.domain.expressions import Call
from purposelint.domain.models import Column
from purposelint.domain.program import ClassInfo, Program
from purposelint.flow.lookup.choices import Choices
from purposelint.flow.lookup.knowledge import Knowledge
from purposelint.flow.lookup.query_classes import QueryClasses
from purposelint.flow.state.rows import rows_of


class Relations:
    """Classes behind attributes of stored classes, for the fields that an entry says refer to records."""

    def __init__(self, program: Program, knowledge: Knowledge) -> None:
        """Read the declarations of all classes."""
        self.choices = Choices(program, knowledge)
        self.query_classes = QueryClasses(program, frozenset(knowledge.query_bases))
        self._program = program
        self._knowledge = knowledge
        self._types: dict[tuple[str, str], str] = {}
        self._reaching: dict[str, set[str]] = {}
        self._declared: frozenset[str] | None = None
        self._named: dict[str, list[str]] = {}
        if not knowledge.referring:
            return
        for symbol, info in program.classes.items():
            self._named.setdefault(info.facts.name, []).append(symbol)
        for info in program.classes.values():
            for field in info.facts.fields:
                if type(field.value) is Call:
                    self._read(info, field.name, field.value)

    def of(self, kind: str, name: str) -> str:
        """Type of an attribute that is a record, or a query of records; '' for any other."""
        return self._types.get((kind, name), "")

    def reached(self, name: str) -> str:
        """The class of the one record that an attribute of whatever object is, by its name alone.

        '' where several classes say that they are reached so, or any class of the project has such a name.
        """
        found = self._reaching.get(name, ())
        if len(found) != 1 or name in self._names():
            return ""
        return next(iter(found))

    def _names(self) -> frozenset[str]:
        """Names of what classes declare, assign or define."""
        if self._declared is None:
            self._declared = frozenset(
                name
                for info in self._program.classes.values()
                for name in (*info.attribute_types, *info.methods, *(f.name for f in info.facts.fields))
            )
        return self._declared

    def queried(self, kind: str, name: str) -> str:
        """The stored class that an attribute of a class of queries is, '' for any other."""
        return self.query_classes.of(kind) if name in self._knowledge.queried else ""

    def _read(self, info: ClassInfo, name: str, made: Call) -> None:
        text = dotted(made.func)
        column = self._knowledge.referring.get(self._program.resolve(info.module, text)) if text else None
        if column is None:
            return
        target = self._target(info, column, made)
        if target:
            self._types[info.symbol, name] = target if column.gives == "row" else rows_of(target)
        back = next(
            (stated_text(arg.value) for arg in made.args if column.back and arg.name == column.back), ""
        )
        back = back or column.back_default.replace("*", info.facts.name.lower())
        if not back.isidentifier():
            return
        if column.back_gives == "row":
            self._reaching.setdefault(back, set()).add(info.symbol)
        if target in self._program.classes:
            reached = info.symbol if column.back_gives == "row" else rows_of(info.symbol)
            self._types.setdefault((target, back), reached)

    def _target(self, info: ClassInfo, column: Column, made: Call) -> str:
        """The class that a reference names: by itself, by a text, or by what an entry says of a name."""
        values = [arg.value for arg in made.args if arg.name == column.target]
        values += [arg.value for arg in made.args if arg.name is None and not arg.star][:1]
        if not values:
            return ""
        text = stated_text(values[0])
        if text:
            return info.symbol if text == "self" else self._by_name(info, text)
        named = dotted(values[0].func if type(values[0]) is Call else values[0])
        canonical = self._program.resolve(info.module, named) if named else ""
        canonical = self.choices.of(canonical) or canonical
        canonical = self._knowledge.known_type(canonical) if canonical else ""
        if canonical in self._program.classes or self._knowledge.printed_models.shown(canonical):
            return canonical
        below = self._program.subclasses.get(canonical, ())
        return below[0] if len(below) == 1 else ""

    def _by_name(self, info: ClassInfo, text: str) -> str:
        """The class that a text names, perhaps behind its application's name."""
        before, _, last = text.rpartition(".")
        found = self._named.get(last, [])
        if not before:
            found = [each for each in found if each.startswith(info.module + ".")] or found
        elif len(found) > 1:
            found = [each for each in found if before.rpartition(".")[2] in each.split(".")]
        return found[0] if len(found) == 1 else ""
