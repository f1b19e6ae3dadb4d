"""The words a declaration may use, and the nearest known word to one that is not."""

from __future__ import annotations

import difflib
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from purposelint.domain.catalog import Catalog
from purposelint.domain.likeness import with_such_a_part
from purposelint.domain.policy import Policy
from purposelint.judge.codes import CODES

_LONGEST = 64
_CLOSE = 0.8
_SIMILAR = 0.6
_SHORT = 3
"""Letters of parts that are like too much by chance."""
_FEW = 3


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """Every word a declaration knows. `elements` maps a word to the id or glob (`identity.*`) it means.

    `undeclarable` are purposes that the policy names and no code may declare. `foreign` are purposes of
    policies that ship and not of the one in force, each with the policy that has it. All tuples are sorted.
    """

    elements: Mapping[str, str]
    purposes: tuple[str, ...]
    undeclarable: frozenset[str]
    recipients: tuple[str, ...]
    codes: tuple[str, ...]
    foreign: Mapping[str, str] = field(default_factory=dict)

    def knows(self, word: str) -> bool:
        """Whether a comment with this word speaks of data; `self` is too common in prose to tell."""
        return word not in {"self", "*"} and self._is_word(word)

    def nearly_knows(self, word: str) -> bool:
        """Whether the word is one letter or so from a known one, ends an element's name, or is `foreign`."""
        if self._is_word(word) or word in self.foreign or self.element_of_tail(word):
            return True
        known = (*self.elements, *self.purposes, *self.recipients)
        return bool(nearest(word, known, _CLOSE))

    def element_of_tail(self, word: str) -> str:
        """`identity.email` for `email`, '' where no element or more than one ends so."""
        ends = [name for name in self.elements if name.rpartition(".")[2] == word and "." in name]
        return ends[0] if len(ends) == 1 else ""

    def _is_word(self, word: str) -> bool:
        return word in self.elements or word in self.purposes or word in self.recipients


def nearest(word: str, known: Collection[str], cutoff: float = _SIMILAR) -> str:
    """The most similar known word, '' where none is similar enough. Long words are cut first."""
    spelled = {name.lower(): name for name in known}
    close = difflib.get_close_matches(word[:_LONGEST].lower(), list(spelled), 1, cutoff)
    return spelled[close[0]] if close else ""


def closest(word: str, purposes: Collection[str]) -> tuple[str, ...]:
    """The purposes that are most like a word, or have a part like one of its parts; a few."""
    near = nearest(word, purposes)
    parts = (part for part in word.lower().split("_") if len(part) > _SHORT)
    found = dict.fromkeys(name for part in parts for name in with_such_a_part(part, purposes))
    return tuple(dict.fromkeys((*([near] if near else ()), *found)))[:_FEW]


def words_of(catalog: Catalog, policy: Policy) -> Words:
    """The words of a catalogue and a policy; an element's aliases count where nothing else is called so."""
    elements = {name: name for name in sorted(catalog.elements)}
    groups = sorted({element.group for element in catalog.elements.values()})
    taken = {*elements, *policy.purposes, *policy.recipients}
    for name in sorted(catalog.elements):
        for alias in catalog.elements[name].aliases:
            if alias not in taken:
                elements.setdefault(alias, name)
    elements.update({f"{group}.*": f"{group}.*" for group in groups})
    elements["*"] = "*"
    return Words(
        elements=elements,
        purposes=tuple(sorted(policy.purposes)),
        undeclarable=frozenset(name for name, purpose in policy.purposes.items() if not purpose.declarable),
        recipients=tuple(sorted({*policy.recipients, "self"})),
        codes=tuple(sorted(CODES)),
        foreign={
            name: shipped
            for name, shipped in sorted(catalog.shipped_purposes.items())
            if name not in taken and name not in elements
        },
    )


def covers(pattern: str, element: str) -> bool:
    """Whether an id or glob of a declaration (`identity.email`, `identity.*`, `*`) means this element."""
    return pattern in {"*", element} or (pattern.endswith(".*") and element.startswith(pattern[:-1]))
