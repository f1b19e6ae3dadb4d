"""Whose fields a class holds, as far as its name says: the last telling word decides."""

from __future__ import annotations

from typing import Literal, TypeAlias

import msgspec

from purposelint.classify.lexicon import Lexicon, Words, singular
from purposelint.domain.words import words

OwnerKind: TypeAlias = Literal["person", "loose", "related", "unknown", "thing", "system"]


class Owner(msgspec.Struct, frozen=True):
    """What a class name or receiver says. `word` is the word that decided, '' for none.

    person: `Customer`, `UserProfile`; loose: `TeamMember`, words that code uses for things too;
    related: something of a person (`PatientSample`, `UserType`); thing: `Facility`, `UserTemplate`;
    system: settings.
    """

    kind: OwnerKind
    word: str
    words: frozenset[str]
    name: Words
    stem: Words


class OwnerReader:
    """Reads class names and receivers, each distinct one once."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Begin with nothing read."""
        self._groups = lexicon.groups
        self._read: dict[str, Owner] = {}

    def read(self, name: str) -> Owner:
        """What the name of a class, or the word before an attribute, says of the owner."""
        found = self._read.get(name)
        if found is None:
            found = self._read[name] = self._owner(tuple(singular(word) for word in words(name)))
        return found

    def _owner(self, name: Words) -> Owner:
        name = self._head(name)
        kind, word, at = self._code(name) or self._kind(name)
        stem = tuple(each for each in name[: at + 1] if at >= 0)
        return Owner(kind, word, frozenset(name), name, stem or self._stem(name))

    def bare(self, name: str) -> str:
        """A class name less the neutral words at its end, as twins have it: `customer` of `CustomerIn`."""
        return " ".join(self._stem(tuple(singular(word) for word in words(name))))

    def _stem(self, name: Words) -> Words:
        """The name without the neutral words at its ends."""
        end = len(name)
        while end and (name[end - 1] in self._groups.neutral_owner or name[end - 1].isdigit()):
            end -= 1
        return name[:end]

    def _code(self, name: Words) -> tuple[OwnerKind, str, int] | None:
        """Two words that are nobody, though the last alone is: `NodeVisitor`; a `User` of it is one again."""
        groups = self._groups
        ends = (
            at
            for at in range(1, len(name))
            if f"{name[at - 1]} {name[at]}" in groups.code and not any(map(groups.is_person, name[at + 1 :]))
        )
        at = next(ends, 0)
        return ("thing", name[at], at) if at else None

    def _kind(self, name: Words) -> tuple[OwnerKind, str, int]:
        groups = self._groups
        if name and name[-1] in groups.system:
            return "system", name[-1], -1
        for at in range(len(name) - 1, -1, -1):
            word = name[at]
            if groups.is_person(word):
                return "person", word, at
            if word in groups.form:
                given = self._stem(name[:at])[-1:]
                if given and groups.is_person(given[0]):
                    return "related", given[0], at
            if word in groups.thing:
                return "thing", word, at
            if word in groups.loose:
                person = any(groups.is_person(earlier) for earlier in name[:at])
                return "person" if person else "loose", word, at
            if word in groups.profile:
                return self._profile(name, at)
            if not (word in groups.neutral_owner or word in groups.neutral_head or word.isdigit()):
                return self._by_earlier(name, at)
        return "unknown", "", -1

    def _head(self, name: Words) -> Words:
        """The name up to where it says what its records have: `ModelWithOwner` is no owner."""
        cut = (at for at, word in enumerate(name) if at and word in self._groups.having)
        return name[: next(cut, len(name))]

    def _profile(self, name: Words, at: int) -> tuple[OwnerKind, str, int]:
        """`UserProfile` is a person's, `CompanyProfile` is a thing's, `ProfileForm` may be either."""
        before = name[at - 1] if at else ""
        if before in self._groups.thing:
            return "thing", before, at
        if at == len(name) - 1 and not self._is_of_something(name[:at]):
            return "person", name[at], at
        return ("person" if self._groups.is_person(before) else "loose"), name[at], at

    def _is_of_something(self, before: Words) -> bool:
        """Whether words before a profile say what it is of, and that is nobody: `PaypalWebProfile`."""
        groups = self._groups
        return bool(before) and not any(
            groups.is_person(word)
            or word in groups.loose
            or word in groups.neutral_owner
            or word in groups.neutral_head
            for word in before
        )

    def _by_earlier(self, name: Words, at: int) -> tuple[OwnerKind, str, int]:
        """An unknown head: something of a person if a person stands before it, else perhaps of a thing."""
        for earlier in range(at - 1, -1, -1):
            if self._groups.is_person(name[earlier]):
                return "related", name[earlier], at
        thing = next((word for word in reversed(name[:at]) if word in self._groups.thing), "")
        return "unknown", thing, at
