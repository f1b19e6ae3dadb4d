"""What an identifier says by itself: which elements its head noun names, and whose data that is.

The head noun decides. A listed name must stand at the end of the identifier, or be followed only by
words that change nothing (`email_2`), that its element lists (`avatar_url`), or by a phrase with a
preposition (`phone_of_customer`). What is behind a preposition is no head (`sent_to_email`).
"""

from __future__ import annotations

from itertools import pairwise
from typing import Literal, TypeAlias

import msgspec

from purposelint.classify.lexicon import Lexicon, Tier, Words, singular
from purposelint.domain.catalog import Element
from purposelint.domain.words import words

Qualifier: TypeAlias = Literal["", "person", "loose", "thing", "place", "unknown"]


_Others: TypeAlias = list[tuple[int, int, frozenset[str]]]


class Match(msgspec.Struct, frozen=True):
    """A listed name inside an identifier. `said` is the listed name as the identifier writes it.

    `qualifier` says what stands before it: a person (`customer_name`), a thing (`host_name`), a place that
    has the like and where a person has one too (`office_phone`), a word that changes nothing or nothing
    (''), or something else. `shared` says that things have what is named so, too.
    """

    element: Element
    tier: Tier
    said: str
    qualifier: Qualifier
    qualified_by: str = ""
    shared: bool = False


class Reading(msgspec.Struct, frozen=True):
    """What an identifier says. `refused` is why a listed name in it does not count, '' if none does.

    `foreign` are the elements whose entry lists the name as something else. `guarded` says that the
    value is masked, hashed or encrypted, `counts` that it is a number of things. `topics` are the
    elements whose topic words occur in it, with the word.
    """

    words: Words
    matches: tuple[Match, ...] = ()
    refused: str = ""
    foreign: frozenset[str] = frozenset()
    guarded: bool = False
    counts: bool = False
    topics: tuple[tuple[Element, str], ...] = ()


NOTHING = Reading(())
_NO_MATCHES: tuple[tuple[Match, ...], str] = ((), "")

_MOST_WORDS = 60
"""The last words of a name that are read: no person writes more, one of megabytes must cost no minutes."""


class NameReader:
    """Reads identifiers against a lexicon, each distinct one once."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Begin with nothing read."""
        self._lexicon = lexicon
        self._read: dict[str, Reading] = {}
        self._spelled: dict[Words, Reading] = {}

    def read(self, identifier: str) -> Reading:
        """What an identifier says by itself."""
        found = self._read.get(identifier)
        if found is None:
            spelled = words(identifier)[-_MOST_WORDS:]
            known = not self._lexicon.known_words.isdisjoint(spelled)
            found = self._read[identifier] = self.spelled(spelled) if known else NOTHING
        return found

    def spelled(self, name: Words) -> Reading:
        """What words say that make one name."""
        found = self._spelled.get(name)
        if found is None:
            found = self._spelled[name] = self._read_words(name)
        return found

    def _read_words(self, name: Words) -> Reading:
        groups = self._lexicon.groups
        lexicon = self._lexicon
        others = [] if lexicon.first_of_others.isdisjoint(name) else self._others(name)
        matches, refused = _NO_MATCHES
        if not lexicon.last_of_names.isdisjoint(name):
            matches, refused = self._matches(name, others)
        foreign = frozenset[str]().union(*(elements for _, _, elements in others))
        return Reading(
            words=name,
            matches=matches,
            refused="" if matches else refused,
            foreign=foreign,
            guarded=not groups.guarded.isdisjoint(name),
            counts=name[0] in groups.counter_head,
            topics=self._topics(name, foreign),
        )

    def exact(self, name: Words) -> tuple[tuple[Element, Tier], ...]:
        """Elements that list exactly these words."""
        return self._lexicon.names.get(name, ())

    def may_complete(self, name: str) -> bool:
        """Whether an owner's words before this name may make a listed one."""
        spelled = words(name)
        return bool(spelled) and (spelled[-1] in self._lexicon.last_of_strong or self.is_generic(spelled[-1]))

    def is_person(self, word: str) -> bool:
        """Whether a word is a person."""
        return self._lexicon.groups.is_person(word)

    def is_generic(self, word: str) -> bool:
        """Whether a word says nothing without its owner."""
        return word in self._lexicon.groups.generic

    def _others(self, name: Words) -> _Others:
        """Places in a name that elements list as something else, with those elements."""
        listed, longest = self._lexicon.others, self._lexicon.longest_other
        first = self._lexicon.first_of_others
        return [
            (start, end, listed[name[start:end]])
            for start in range(len(name))
            if name[start] in first
            for end in range(start + 1, min(len(name), start + longest) + 1)
            if name[start:end] in listed
        ]

    def _topics(self, name: Words, foreign: frozenset[str]) -> tuple[tuple[Element, str], ...]:
        numbered = [f"{word}{digit}" for word, digit in pairwise(name) if digit.isdigit()]
        if self._lexicon.topic_words.isdisjoint(name) and self._lexicon.topic_words.isdisjoint(numbered):
            return ()
        found: dict[str, tuple[Element, str]] = {}
        for word in (*name, *numbered):
            for element in self._lexicon.topics.get(word, ()):
                if element.id not in foreign:
                    found.setdefault(element.id, (element, word))
        return tuple(found.values())

    def _matches(self, name: Words, others: _Others) -> tuple[tuple[Match, ...], str]:
        """Matches of the head noun, and why a listed name in it does not count."""
        refused = ""
        for start, end in self._candidates(name):
            said = "_".join(name[start:end])
            reason = self._against(name, start)
            found: list[Match] = []
            for element, tier in self._lexicon.names[name[start:end]]:
                why = reason or self._against_element(name, (start, end), element, others)
                if why:
                    refused = refused or f"`{said}` in it {why}"
                else:
                    qualifier, word = self._qualifier(name, start, end, weak=tier == "weak")
                    shared = (element.id, name[start:end]) in self._lexicon.shared
                    found.append(Match(element, tier, said, qualifier, word, shared))
            if found:
                return tuple(found), ""
        return (), refused

    def _candidates(self, name: Words) -> list[tuple[int, int]]:
        """Places of listed names: the last end first, of those the longest first, none inside another."""
        names, longest = self._lexicon.names, self._lexicon.longest
        found: list[tuple[int, int]] = []
        last = self._lexicon.last_of_names
        for end in range(len(name), 0, -1):
            if name[end - 1] not in last:
                continue
            for start in range(max(0, end - longest), end):
                if name[start:end] in names:
                    if not any(left <= start and end <= right for left, right in found):
                        found.append((start, end))
                    break
        return found

    def _against(self, name: Words, start: int) -> str:
        """Why what stands before a listed name makes it something else, '' if it does not."""
        groups = self._lexicon.groups
        if start and name[0] in groups.metadata_head:
            return f"is spoken of (`{name[0]} ...`), not held"
        if any(self._leads_away(name, at) for at in range(1, start)):
            return "is no head noun"
        return ""

    def _leads_away(self, name: Words, at: int) -> bool:
        """Whether a word is a preposition, behind which no head stands; those of `on behalf of` are none."""
        groups = self._lexicon.groups
        if name[at] not in groups.preposition:
            return False
        return not groups.agency.intersection(name[at - 1 : at + 2])

    def _against_element(self, name: Words, span: tuple[int, int], element: Element, others: _Others) -> str:
        """Why what follows a listed name makes it something else, or why the whole is listed as that."""
        start, end = span
        for left, right, elements in others:
            inside = start <= left and right <= end and right - left < end - start
            if element.id in elements and left < end and right > start and not inside:
                return f"belongs to `{'_'.join(name[left:right])}`, which is something else"
        tail = name[end:]
        if not tail or all(word in self._lexicon.tails[element.id] or word.isdigit() for word in tail):
            return ""
        phrase = next((at for at, word in enumerate(tail) if word in self._lexicon.groups.preposition), None)
        made_into = phrase is not None and tail[phrase] == "as" and self._is_about(tail[-1])
        if phrase is not None and len(tail) > phrase + 1 and not made_into:
            tail = tail[:phrase]
            if all(word in self._lexicon.tails[element.id] or word.isdigit() for word in tail):
                return ""
        said = "_".join(tail or name[end:])
        about = self._is_about(name[-1])
        return f"is followed by `{said}`" + (", which tells of it" if about else "")

    def _is_about(self, word: str) -> bool:
        """Whether a last word makes a name one of something about the data: `email_as_pdf_file`."""
        groups = self._lexicon.groups
        return word in groups.metadata_tail and word not in groups.neutral_tail

    def _qualifier(self, name: Words, start: int, end: int, *, weak: bool) -> tuple[Qualifier, str]:
        """The word that says whose a listed name is: a person behind `of`, else the nearest at or before it.

        Before a weak name no word may stand between them.
        """
        groups = self._lexicon.groups
        behind = singular(name[-1])
        if "of" in name[end:-1] and groups.is_person(behind):
            return "person", behind
        unknown = ""
        for at in range(end - 1, -1, -1):
            word = singular(name[at])
            if at and f"{name[at - 1]} {word}" in groups.code:
                return "thing", f"{name[at - 1]} {word}"
            if groups.is_person(word) or word in groups.agency:
                return ("person", word) if not (weak and unknown) else ("unknown", unknown)
            if word in groups.loose:
                return ("loose", word) if at < start else ("", "")
            if at >= start:
                continue
            if word in groups.thing:
                return "place" if word in groups.neutral_head else "thing", word
            if not unknown and not self._is_neutral(name[at]):
                unknown = word
        return ("unknown", unknown) if unknown else ("", "")

    def _is_neutral(self, word: str) -> bool:
        groups = self._lexicon.groups
        return (
            word in groups.neutral_head
            or word in groups.guarded
            or word in groups.preposition
            or word.isdigit()
        )
