"""What stands around each class: keys to persons, siblings, the records it belongs to, its twins."""

from __future__ import annotations

from dataclasses import dataclass

from purposelint.classify.columns import ColumnRead
from purposelint.classify.contexts import Context
from purposelint.classify.lexicon import Lexicon, singular
from purposelint.classify.models import ModelIndex
from purposelint.classify.names import Match, NameReader
from purposelint.classify.owners import Owner, OwnerReader
from purposelint.domain.facts import Field
from purposelint.domain.models import Model
from purposelint.domain.program import ClassInfo, Program
from purposelint.domain.words import words

_DEPTH = 4
_EVIDENT_GROUPS = frozenset({"identity", "social", "special", "financial"})
_OF_ANOTHER = frozenset({"person", "thing", "place", "unknown"})
"""Qualifiers of names that are not about the record itself: `owner_name` says that an event is no person."""


@dataclass(frozen=True, slots=True)
class Declared:
    """A field that a class declares: what the statement says, and the model it is a column of."""

    field: Field
    column: ColumnRead
    model: Model | None


@dataclass(frozen=True, slots=True)
class Target:
    """What a key points to: the owner its name speaks of, and the column when it is not the row's key."""

    owner: Owner
    column: str
    symbol: str


class Surroundings:
    """Contexts of the classes of a program, each made once."""

    def __init__(
        self,
        program: Program,
        lexicon: Lexicon,
        names: NameReader,
        owners: OwnerReader,
        declared: dict[str, tuple[Declared, ...]],
        models: ModelIndex,
    ) -> None:
        """Take the declared fields of all classes, and what says that a class is a model."""
        self._models = models
        self._persons = models.persons
        self._program = program
        self._lexicon = lexicon
        self._names = names
        self._owners = owners
        self._declared = declared
        self._tables = self._by_table()
        self._named = self._by_name()
        self._words: dict[str, frozenset[str]] = {}

    def context(self, info: ClassInfo) -> Context:
        """The context of the fields of a class."""
        owner = self._owner(info)
        kind, because = owner.kind, ""
        if kind in {"unknown", "loose", "thing"}:
            because = self._belongs(info)
            kind = "related" if because and kind == "unknown" else kind
        spoken_of = self._spoken_of(info)
        evident, of_another = self._evident(info)
        return Context(
            owner=owner,
            kind=kind,
            because=because,
            evident=evident,
            of_another=of_another,
            elements=spoken_of,
            beside=frozenset(spoken_of),
            words=self.words(info.symbol),
            module=self._module_word(info.module),
            declared=True,
        )

    def _owner(self, info: ClassInfo) -> Owner:
        """What the class's name says; a name that says nothing is read in its bases."""
        owner = self._owners.read(info.facts.name)
        read = (self._owners.read(base.rpartition(".")[2]) for base in info.lineage[1:])
        system = next((each for each in read if each.kind == "system" and "mixin" not in each.words), None)
        if system is not None and owner.kind != "person":
            return Owner(system.kind, system.word, owner.words, owner.name, owner.stem)
        if owner.kind != "unknown":
            return owner
        for name in self._models.stated_names(info):
            stated = self._named_owner(name)
            if stated.kind != "unknown":
                return Owner(stated.kind, stated.word, owner.words, owner.name, owner.stem)
        for base in info.lineage[1:]:
            above = self._owners.read(base.rpartition(".")[2])
            plain = above.word in self._lexicon.vocabulary.person_suffixes
            if above.kind == "person" and (plain or "mixin" not in above.words):
                return Owner(above.kind, above.word, owner.words, owner.name, owner.stem)
        return owner

    def _named_owner(self, name: str) -> Owner:
        """What the name of a table or of a library's record says of the owner."""
        owner = self._owners.read(name)
        return Owner("person", name, owner.words, owner.name, owner.name) if name in self._persons else owner

    def target(self, column: ColumnRead) -> Target | None:
        """What a reference points to; None where the declaration does not say."""
        text = column.target
        if not text or text == "self":
            return None
        if text in self._persons:
            return Target(self._named_owner(text), "", "")
        if text in self._program.classes:
            return Target(self._owners.read(text.rpartition(".")[2]), "", text)
        before, _, last = text.rpartition(".")
        if before and last[:1].islower():
            table = before.rpartition(".")[2]
            column_name = "" if last in self._lexicon.groups.row_key else last
            return Target(self._owners.read(table), column_name, self._tables.get(table, ""))
        return Target(self._owners.read(last), "", self._named.get(last, ""))

    def is_person(self, target: Target) -> bool:
        """Whether a key to this target singles out a person."""
        if target.owner.kind in {"person", "loose"}:
            return True
        info = self._program.classes.get(target.symbol)
        return info is not None and self._owner(info).kind == "person"

    def words(self, symbol: str, depth: int = 0) -> frozenset[str]:
        """Words of a class's name, with those of the records that its own keys make it a part of."""
        found = self._words.get(symbol)
        if found is not None:
            return found
        info = self._program.classes.get(symbol)
        if info is None:
            return frozenset()
        own = self._owners.read(info.facts.name)
        found = own.words
        if own.kind not in {"thing", "system"} and depth < _DEPTH:
            self._words[symbol] = found
            for declared in self._all_fields(info):
                column = declared.column
                if column.shape != "reference" or column.elsewhere or self._is_audit(declared.field.name):
                    continue
                target = self.target(column)
                if target is not None and target.owner.kind not in {"thing", "system"}:
                    found |= self.words(target.symbol, depth + 1) or {target.owner.word}
        self._words[symbol] = found
        return found

    def _all_fields(self, info: ClassInfo) -> tuple[Declared, ...]:
        return tuple(each for base in info.lineage for each in self._declared.get(base, ()))

    def _belongs(self, info: ClassInfo) -> str:
        """Which key makes the class's records a person's; '' for none. Who wrote a row does not."""
        for declared in self._all_fields(info):
            head = self._head(declared.field.name)
            if not head or head[-1] in self._lexicon.groups.audit:
                continue
            if not self._lexicon.groups.is_person(singular(head[-1])):
                continue
            column = declared.column
            target = self.target(column) if column.shape == "reference" and not column.elsewhere else None
            if target is not None and self.is_person(target):
                return f"`{declared.field.name}` makes it a person's"
        return ""

    def _head(self, name: str) -> tuple[str, ...]:
        """Words of a key's name without the `id` at its end."""
        said = words(name)
        return said[:-1] if len(said) > 1 and said[-1] in self._lexicon.groups.row_key else said

    def _is_audit(self, name: str) -> bool:
        """Whether a key says who wrote, changed or handles a row, not whom it is about."""
        return not self._lexicon.groups.audit.isdisjoint(self._head(name)[-1:])

    def _evident(self, info: ClassInfo) -> tuple[dict[str, bool], frozenset[str]]:
        """Fields that are a person's by strong name or type, with whether only persons have such.

        Second, those of them that may be another's than the record's.
        """
        found: dict[str, bool] = {}
        of_another: set[str] = set()
        for declared in self._all_fields(info):
            name, column = declared.field.name, declared.column
            matches = self._names.read(name).matches
            if column.element:
                found[name] = self._lexicon.elements[column.element].personal
            for match in matches:
                element = match.element
                fits = column.shape in element.shapes or column.shape == "json"
                if match.tier != "strong" or match.shared or match.qualifier in _OF_ANOTHER or not fits:
                    continue
                if element.group in _EVIDENT_GROUPS and element.sensitivity != "low":
                    found[name] = found.get(name, False) or element.personal
            if name in found and (self._follows(name, matches) or any(map(self._is_led, matches))):
                of_another.add(name)
        return found, frozenset(of_another)

    def _follows(self, name: str, matches: tuple[Match, ...]) -> bool:
        """Whether a preposition in front says that the data is of who did it: `accepted_by_email`."""
        spelled = words(name)
        said = len(words(matches[0].said)) if matches else 1
        return not self._lexicon.groups.preposition.isdisjoint(spelled[1:-said])

    def _is_led(self, match: Match) -> bool:
        """Whether a word in front says whose the data may be: `client_email`, listed as `client_address`."""
        first, _, rest = match.said.partition("_")
        elements = (element for element, _ in self._names.exact(tuple(rest.split("_"))))
        listed = first in self._lexicon.groups.loose and match.element in elements
        return listed or match.qualifier in {"loose", *_OF_ANOTHER}

    def _spoken_of(self, info: ClassInfo) -> dict[str, frozenset[str]]:
        """Elements that the name of each field speaks of."""
        return {
            declared.field.name: frozenset(
                match.element.id for match in self._names.read(declared.field.name).matches
            )
            for declared in self._all_fields(info)
        }

    def _module_word(self, module: str) -> str:
        """The word that a module stands for: the last part of its name that is not a layer's."""
        for part in reversed(module.split(".")):
            name = words(part)
            if name and singular(name[-1]) not in self._lexicon.groups.layer:
                return singular(name[-1])
        return ""

    def _by_table(self) -> dict[str, str]:
        """Classes by the name of the table that they state."""
        found: dict[str, str] = {}
        for symbol, info in self._program.classes.items():
            for declared in info.facts.fields:
                value = getattr(declared.value, "value", None)
                if declared.name == "__tablename__" and isinstance(value, str):
                    found.setdefault(value, symbol)
        return found

    def _by_name(self) -> dict[str, str]:
        """Classes of the project by bare name, of which there is just one."""
        found: dict[str, list[str]] = {}
        for symbol, info in self._program.classes.items():
            found.setdefault(info.facts.name, []).append(symbol)
        return {name: symbols[0] for name, symbols in found.items() if len(symbols) == 1}
