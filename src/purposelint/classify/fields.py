"""Fields of the classes of a program: stored models, records and plain classes."""

from __future__ import annotations

from dataclasses import replace

import msgspec

from purposelint.classify.aliases import Aliases
from purposelint.classify.column_types import TypeIndex
from purposelint.classify.columns import ColumnRead, ColumnReader
from purposelint.classify.completing import completed
from purposelint.classify.constants import Constants
from purposelint.classify.contexts import Context
from purposelint.classify.declaring import Declarations
from purposelint.classify.hints import HintReader, described, unheard
from purposelint.classify.invented import Invented
from purposelint.classify.lexicon import lexicon_of
from purposelint.classify.models import ModelIndex
from purposelint.classify.names import NameReader
from purposelint.classify.owners import OwnerReader
from purposelint.classify.stating import Statements
from purposelint.classify.surroundings import Declared, Surroundings
from purposelint.classify.twins import Twins
from purposelint.classify.weigh import Weighed, Weigher
from purposelint.classify.witnesses import CREDENTIAL, Case
from purposelint.domain.catalog import Catalog
from purposelint.domain.place import Place, span_between
from purposelint.domain.program import ClassInfo, Program
from purposelint.domain.sightings import Evidence, NeutralColumn, Sighting

_NEUTRAL_SHAPES = ("text", "json", "binary", "file", "any")
"""What columns hold that may take in anybody's data: no numbers, dates, choices and keys."""

_HOLD_MORE = ("json", "any")
"""Those of them that may be mappings or lists."""


class FieldSighter:
    """Sights the fields of all classes; `found`, `known`, `neutral` and `doubts` are what `sight` came to."""

    def __init__(self, program: Program, catalog: Catalog) -> None:
        """Read all class bodies, so that each field can be seen among the others."""
        self._program = program
        self._catalog = catalog
        lexicon = lexicon_of(catalog)
        aliases, types = Aliases(program), TypeIndex(catalog, program)
        self._models = ModelIndex(catalog, program, aliases, types)
        self.names = NameReader(lexicon)
        self._hints = HintReader(lexicon)
        self._invented = Invented(program, catalog)
        self._weigher = Weigher(catalog)
        columns = ColumnReader(aliases, types, Constants(program))
        self._statements = Statements(program, catalog)
        self.marked = self._statements.parameters()
        declarations = Declarations(program, aliases, columns, self._models)
        self._owners, self._declared = declarations.owners, declarations.fields
        self.known = declarations.known
        owners = OwnerReader(lexicon)
        self._surroundings = Surroundings(program, lexicon, self.names, owners, self._declared, self._models)
        self._twins = Twins(self._owners, owners, self._declared)
        self._bare = owners.bare
        self.found: dict[tuple[str, str], tuple[Sighting, ...]] = {}
        self.doubts: dict[tuple[str, str], tuple[Evidence, ...]] = {}
        self.neutral: dict[tuple[str, str], NeutralColumn] = {}

    def sight(self) -> None:
        """Weigh every declared field, then add what bases outside the project bring along."""
        for symbol, info in self._owners.items():
            if self._declared[symbol]:
                context = self._surroundings.context(info)
                for declared in self._declared[symbol]:
                    self._one(info, declared, context)
            self._inherited(info)
        for symbol, info in self._owners.items():
            self._copied(info, self._declared[symbol])

    def stems(self) -> dict[str, str]:
        """What the names of classes with personal fields come down to, by class symbol."""
        owners = dict.fromkeys(owner for owner, _ in self.found)
        bare = {owner: self._bare(owner.rpartition(".")[2]) for owner in owners}
        return {owner: stem for owner, stem in bare.items() if stem}

    def _one(self, info: ClassInfo, declared: Declared, context: Context) -> None:
        name = declared.field.name
        is_no_data = name.isupper() or declared.column.copies
        weighed = Weighed() if is_no_data else self._weigh(info, declared, context)
        stated = self._statements.applied(info, declared, self.names.read(name), weighed)
        key = (info.symbol, name)
        found = [each for each in stated if each.element]
        if not found:
            doubts = tuple(doubt for each in stated for doubt in each.doubts)
            if doubts:
                self.doubts[key] = doubts
            if not self._is_of_the_service(context, name):
                self._take_in(info, declared)
            return
        denied = self._statements.denied(info, declared)
        self.found[key] = tuple(self._sighting(info, declared, each, denied) for each in found)

    @staticmethod
    def _sighting(info: ClassInfo, declared: Declared, weighed: Weighed, denied: str) -> Sighting:
        model = declared.model
        stored = model is not None and bool(model.activity)
        return Sighting(
            symbol=f"{info.symbol}.{declared.field.name}",
            element=weighed.element,
            confidence=weighed.confidence,
            evidence=weighed.evidence,
            place=_place(info, declared),
            model=model.id if model is not None and stored else "",
            vendor=model.vendor if model is not None and stored else "",
            denied=denied,
        )

    def _is_of_the_service(self, context: Context, name: str) -> bool:
        """Whether a column is a credential of the service or of a thing, so that what flows in is one too."""
        groups = {each.element.group for each in self.names.read(name).matches}
        return context.kind in {"thing", "system"} and CREDENTIAL in groups

    def _take_in(self, info: ClassInfo, declared: Declared) -> None:
        """A stored column that says of nobody that it is theirs: what flows in makes it personal."""
        model, holds_any = declared.model, declared.column.shape in _NEUTRAL_SHAPES
        if model is not None and model.activity and holds_any and not declared.column.copies:
            place = _place(info, declared)
            holds_more = declared.column.shape in _HOLD_MORE
            column = NeutralColumn(place, model.id, model.vendor, holds_more)
            self.neutral[info.symbol, declared.field.name] = column

    def _weigh(self, info: ClassInfo, declared: Declared, context: Context) -> Weighed:
        column, name = declared.column, declared.field.name
        if column.shape == "reference":
            return self._reference(info, declared, context)
        reading = self.names.read(name)
        texts = (*column.texts, *described(info.facts.docstring, name))
        hints = self._hints.read(texts) | self._invented.hints(info.symbol, name)
        case = Case(name, reading, context, column, hints, _is_recorded(declared))
        weighed = self._weigher.weigh(case)
        if not weighed.element and column.other_name and column.other_name != name:
            other = self.names.read(column.other_name)
            weighed = _first(self._weigher.weigh(replace(case, reading=other)), weighed)
        only_weak = context.kind != "person" and all(match.tier == "weak" for match in reading.matches)
        if not weighed.element or only_weak:
            for fuller in completed(self.names, reading, name, context):
                weighed = _first(self._weigher.weigh(replace(case, reading=fuller)), weighed)
                if weighed.element:
                    break
        if not weighed.element:
            weighed = _first(self._twins.weigh(info, declared, context), weighed)
        if not weighed.element and hints:
            return replace(weighed, doubts=(*weighed.doubts, *unheard(hints)))
        return weighed

    def _reference(self, info: ClassInfo, declared: Declared, context: Context) -> Weighed:
        """A key: to a person it is the person's id, to a thing it states a fact or says nothing."""
        target = self._surroundings.target(declared.column)
        if declared.column.within and target is not None and target.symbol:
            if not self._is_stored(target.symbol):
                column = replace(declared.column, shape="json", within=False)
                return self._weigh(info, replace(declared, column=column), context)
            against = Evidence("type", "it keeps a record, whose own fields are looked at", against=True)
            return Weighed(doubts=(against,))
        reading = self.names.read(declared.field.name)
        if declared.model is None or not declared.model.activity:
            return self._weigher.weigh(Case(declared.field.name, reading, context, declared.column))
        if target is not None and target.column:
            pointed = Context(target.owner, target.owner.kind, words=target.owner.words, declared=True)
            pointed_at = self.names.read(target.column)
            weighed = self._weigher.weigh(Case(target.column, pointed_at, pointed, ColumnRead()))
            if weighed.element:
                says = Evidence("type", f"the key holds `{declared.column.target}`")
                return replace(weighed, evidence=(says, *weighed.evidence))
        if target is not None and self._surroundings.is_person(target):
            person_key = self._catalog.vocabulary.person_key
            says = Evidence("type", f"a key to `{declared.column.target}`, a person's record")
            return Weighed(person_key, "high", (says,)) if person_key else Weighed()
        if target is None:
            return Weighed(doubts=(Evidence("type", "a key to a record, not the data", against=True),))
        weighed = self._weigher.weigh(Case(declared.field.name, reading, context, declared.column))
        if weighed.element and self._is_part(target.symbol, weighed.element):
            other = Evidence("type", f"a key to another record, `{declared.column.target}`", against=True)
            return Weighed(doubts=(*weighed.evidence, other))
        return weighed

    def _is_stored(self, symbol: str) -> bool:
        """Whether a class is a stored model, whose fields are looked at; a plain record is kept whole."""
        info = self._program.classes.get(symbol)
        model = self._models.of(info) if info is not None else None
        return model is not None and bool(model.activity)

    def _is_part(self, symbol: str, element: str) -> bool:
        """Whether the target is itself a record of such a person, so that the key states no fact."""
        owners = self._catalog.elements[element].owners
        return not self._surroundings.words(symbol).isdisjoint(owners)

    def _copied(self, info: ClassInfo, fields: tuple[Declared, ...]) -> None:
        """What a field holds that keeps a copy of every column of its record, a sighting an element."""
        copies = [each for each in fields if each.column.copies]
        if not copies:
            return
        kept = [
            (name, sighting)
            for (owner, name), found in self.found.items()
            for sighting in found
            if owner in info.lineage and sighting.model
        ]
        for copy in copies:
            elements = {
                sighting.element: (name, sighting)
                for name, sighting in reversed(kept)
                if name not in copy.column.left_out
            }
            for element in sorted(elements):
                name, sighting = elements[element]
                says = Evidence("inherited", f"it keeps a copy of `{name}`")
                copied = msgspec.structs.replace(sighting, evidence=(says,), place=_place(info, copy))
                self.found[info.symbol, f"{copy.field.name}.{name}"] = (copied,)

    def _inherited(self, info: ClassInfo) -> None:
        """Fields that no line of the project declares, placed at the class statement."""
        for base, model in self._models.inheriting(info):
            if any(base in self._lineage(above) for above in info.lineage[1:]):
                continue
            for name, element in model.inherits.items():
                key = (info.symbol, name)
                if key in self.known or _redefines(info, name) or element not in self._catalog.elements:
                    continue
                self.known.add(key)
                evidence = (Evidence("inherited", f"`{base}` brings it along"),)
                place = Place(info.path, span_between(info.facts.at, info.facts.to), info.symbol)
                self.found[key] = (
                    Sighting(
                        f"{info.symbol}.{name}",
                        element,
                        "high",
                        evidence,
                        place,
                        model.id if model.activity else "",
                        model.vendor,
                        inherited=True,
                    ),
                )

    def _lineage(self, symbol: str) -> tuple[str, ...]:
        info = self._program.classes.get(symbol)
        return info.lineage if info else ()


def _place(info: ClassInfo, declared: Declared) -> Place:
    """Where a field is declared; the column of a table stands in its module."""
    symbol = info.symbol if info.index >= 0 else info.module
    return Place(info.path, span_between(declared.field.at, declared.field.to), symbol)


def _is_recorded(declared: Declared) -> bool:
    """Whether a field is a column of a store, a form or a serialiser, not only of an object in memory."""
    model = declared.model
    return model is not None and (bool(model.activity) or "annotation" not in model.fields)


def _redefines(info: ClassInfo, name: str) -> bool:
    """Whether a class takes an inherited field away (`username = None`) or makes it something else."""
    return name in info.methods or any(statement.name == name for statement in info.facts.fields)


def _first(weighed: Weighed, earlier: Weighed) -> Weighed:
    """The later weighing if it found something, else the earlier with its doubts."""
    return weighed if weighed.element else earlier
