"""Which elements a list of ids, globs, sets and exclusions means."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from fnmatch import fnmatchcase

from purposelint.domain.catalog import Catalog
from purposelint.policy.documents import meant

Complain = Callable[[int, str], None]
"""Told the index of a word in its list and what is wrong with it."""

_DEEPEST = 20


class Selector:
    """Expands lists of elements against a catalogue. Sets are named lists; one may use another.

    A word is an element's id or alias, a glob, the name of a set, or one of these after `!`, which
    takes it out again wherever in the list it stands.
    """

    def __init__(self, catalog: Catalog, sets: Mapping[str, Sequence[str]]) -> None:
        self._ids = tuple(catalog.elements)
        self._sets = sets
        self._known: dict[str, frozenset[str]] = {}
        self._aliases: dict[str, tuple[str, ...]] = {}
        for element in catalog.elements.values():
            for alias in element.aliases:
                self._aliases[alias] = (*self._aliases.get(alias, ()), element.id)

    def expand(self, words: Iterable[str], complain: Complain | None = None) -> tuple[str, ...]:
        """Plain ids in the catalogue's order."""
        chosen: set[str] = set()
        dropped: set[str] = set()
        for index, word in enumerate(words):
            bare = word.removeprefix("!")
            found = self._meaning(bare, 0)
            (dropped if bare != word else chosen).update(found)
            if complain and bare and not found:
                complain(index, self._unknown(bare))
        return tuple(name for name in self._ids if name in chosen and name not in dropped)

    def explicit(self, words: Iterable[str]) -> tuple[str, ...]:
        """The same without what only a bare `*` brings in."""
        return self.expand(word for word in words if word != "*" and "*" not in self._inside(word))

    def circle(self, name: str) -> bool:
        """Whether a set uses itself."""
        return name in self._inside(name)

    def _inside(self, name: str) -> set[str]:
        """All words that a set is made of, at any depth."""
        found: set[str] = set()
        waiting = [name]
        while waiting:
            for word in self._sets.get(waiting.pop(), ()):
                bare = word.removeprefix("!")
                if bare not in found:
                    found.add(bare)
                    waiting.append(bare)
        return found

    def _meaning(self, word: str, depth: int) -> frozenset[str]:
        if word in self._sets:
            if word not in self._known:
                self._known[word] = self._set(word, depth)
            return self._known[word]
        if "*" in word:
            return frozenset(name for name in self._ids if fnmatchcase(name, word))
        if word in self._aliases:
            return frozenset(self._aliases[word])
        return frozenset((word,)) if word in self._ids else frozenset()

    def _set(self, name: str, depth: int) -> frozenset[str]:
        """Elements of a set; nothing beyond a depth that only a circle or an attack has."""
        parts: tuple[set[str], set[str]] = (set(), set())
        self._known[name] = frozenset()
        for word in self._sets[name] if depth < _DEEPEST else ():
            bare = word.removeprefix("!")
            parts[bare != word].update(self._meaning(bare, depth + 1))
        return frozenset(parts[0] - parts[1])

    def _unknown(self, word: str) -> str:
        if word in self._sets:
            return f'set "{word}" is empty'
        if "*" in word:
            groups = sorted({f"{name.partition('.')[0]}.*" for name in self._ids})
            return f'"{word}" matches no element{meant(word, groups)}'
        return f'unknown element "{word}"{meant(word, (*self._ids, *self._aliases, *self._sets))}'
