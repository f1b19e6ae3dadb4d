"""The elements' names and the vocabulary, indexed once for look-ups by whole sub-words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Literal, TypeAlias

from purposelint.domain.catalog import Catalog, Element, Vocabulary
from purposelint.domain.words import words

Tier: TypeAlias = Literal["strong", "context", "weak"]
Words: TypeAlias = tuple[str, ...]
TIERS: tuple[Tier, ...] = ("strong", "context", "weak")
_LONGEST_JOINED = 24
_SHORTEST_JOINED = 6


class Lexicon:
    """Every listed name as words, in the singular, the plural and written as one word."""

    def __init__(self, catalog: Catalog) -> None:
        """Index the elements of a catalogue."""
        self.elements = catalog.elements
        self.vocabulary = catalog.vocabulary
        self.names: dict[Words, tuple[tuple[Element, Tier], ...]] = {}
        self.others: dict[Words, frozenset[str]] = {}
        self.topics: dict[str, tuple[Element, ...]] = {}
        self.tails: dict[str, frozenset[str]] = {}
        self.owners: dict[str, frozenset[str]] = {}
        self.shared: frozenset[tuple[str, Words]] = frozenset()
        self._index()
        self.longest = max((len(name) for name in self.names), default=0)
        self.longest_other = max((len(name) for name in self.others), default=0)
        topics = frozenset(word for topic in self.topics for word in words(topic))
        self.known_words = frozenset(word for name in self.names for word in name) | topics
        self.topic_words = frozenset(self.topics)
        self.last_of_names = frozenset(name[-1] for name in self.names)
        self.first_of_others = frozenset(name[0] for name in self.others)
        self.last_of_strong = frozenset(
            name[-1] for name, listed in self.names.items() if any(tier == "strong" for _, tier in listed)
        )
        self.groups = _Groups(catalog.vocabulary)

    def _index(self) -> None:
        neutral = frozenset(self.vocabulary.neutral_tails)
        for element in self.elements.values():
            for name in element.not_names:
                spelling = words(name)
                self.others[spelling] = self.others.get(spelling, frozenset()) | {element.id}
            self.tails[element.id] = neutral | frozenset(element.tails)
            self.owners[element.id] = frozenset(element.owners)
            for topic in element.topics:
                self.topics[topic] = (*self.topics.get(topic, ()), element)
        self.shared = frozenset(
            (element.id, spelling)
            for element in self.elements.values()
            for name in element.shared
            for spelling in (*_forms(words(name)), *_joined(words(name)))
        )
        listed = list(self._listed())
        for tier, element, name in listed:
            for spelling in _forms(words(name)):
                self._add(spelling, element, tier)
        for tier, element, name in listed:
            for spelling in _joined(words(name)) if tier != "weak" else ():
                self._add(spelling, element, tier)

    def _listed(self) -> Iterator[tuple[Tier, Element, str]]:
        """All names, those of the stronger tiers first."""
        for tier in TIERS:
            for element in self.elements.values():
                for name in getattr(element, tier):
                    yield tier, element, name

    def _add(self, spelling: Words, element: Element, tier: Tier) -> None:
        found = self.names.get(spelling, ())
        if all(known is not element for known, _ in found):
            self.names[spelling] = (*found, (element, tier))


class _Groups:
    """The vocabulary's lists as sets."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.person = frozenset(vocabulary.person_owners)
        self.person_suffixes = vocabulary.person_suffixes
        self.loose = frozenset(vocabulary.loose_owners)
        self.code = frozenset(vocabulary.code_owners)
        self.profile = frozenset(vocabulary.profile_owners)
        self.thing = frozenset(vocabulary.thing_owners)
        self.neutral_owner = frozenset(vocabulary.neutral_owners)
        self.form = frozenset(vocabulary.form_owners)
        self.metadata_head = frozenset(vocabulary.metadata_heads)
        self.counter_head = frozenset(vocabulary.counter_heads)
        self.metadata_tail = frozenset(vocabulary.metadata_tails)
        self.neutral_tail = frozenset(vocabulary.neutral_tails)
        self.neutral_head = frozenset(vocabulary.neutral_heads)
        self.guarded = frozenset(vocabulary.guarded_heads)
        self.preposition = frozenset(vocabulary.prepositions)
        self.agency = frozenset(vocabulary.agency)
        self.having = frozenset(vocabulary.having)
        self.audit = frozenset(vocabulary.audit_words)
        self.row_key = frozenset(vocabulary.row_keys)
        self.layer = frozenset(vocabulary.layer_modules)
        self.generic = frozenset(vocabulary.generic_names)
        self.system = frozenset(singular(word) for word in vocabulary.system_receivers)

    def is_person(self, word: str) -> bool:
        """Whether a word, in the singular, is a person."""
        return word in self.person or word.endswith(self.person_suffixes)


def singular(word: str) -> str:
    """A plural without its ending; other words as they are."""
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 4 and word.endswith(("sses", "iases", "tuses", "xes", "ches", "shes")):
        return word[:-2]
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is", "ias", "nvas")):
        return word[:-1]
    return word


def _plural(word: str) -> str:
    if word.endswith(("s", "x", "ch", "sh")):
        return word + "es"
    if word.endswith("y") and word[-2:-1] not in {"a", "e", "o", "u"}:
        return word[:-1] + "ies"
    return word + "s"


def _forms(name: Words) -> Iterable[Words]:
    """A listed name in the singular and the plural."""
    yield name
    if not name[-1].isdigit():
        yield (*name[:-1], _plural(name[-1]))


def _joined(name: Words) -> Iterable[Words]:
    """A listed name written as one word (`firstname`), where that is long enough to be telling."""
    together = "".join(name)
    fits = _SHORTEST_JOINED <= len(together) <= _LONGEST_JOINED
    if len(name) > 1 and fits and together.isalpha():
        yield (together,)
        yield (_plural(together),)


@lru_cache(maxsize=4)
def lexicon_of(catalog: Catalog) -> Lexicon:
    """The catalogue's lexicon, built once."""
    return Lexicon(catalog)
