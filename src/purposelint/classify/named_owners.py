"""Receivers that are named as a class of the program is: what the class declares speaks for them."""

from __future__ import annotations

from collections.abc import Mapping

from purposelint.domain.facts import Mention
from purposelint.domain.program import ClassInfo, Program
from purposelint.domain.sightings import Sighting
from purposelint.domain.words import words


class NamedOwners:
    """Classes by the words of their names, of which there is just one."""

    def __init__(
        self,
        program: Program,
        found: Mapping[tuple[str, str], tuple[Sighting, ...]],
        known: frozenset[tuple[str, str]],
    ) -> None:
        """Take the declared fields of all classes, and which of them hold something."""
        self._found, self._known = found, known
        named: dict[tuple[str, ...], list[ClassInfo]] = {}
        for info in program.classes.values():
            named.setdefault(words(info.facts.name), []).append(info)
        self._named = {name: infos[0] for name, infos in named.items() if len(infos) == 1 and len(name) > 1}

    def denies(self, mention: Mention) -> bool:
        """Whether a receiver's class declares the name as something that is nobody's data.

        `play_context` is taken for a `PlayContext`; a name of one word says too little.
        """
        if mention.kind != "attribute" or not mention.receiver:
            return False
        info = self._named.get(words(mention.receiver))
        declaring = next(
            (each for each in info.lineage if (each, mention.name) in self._known) if info else iter(()), ""
        )
        return bool(declaring) and (declaring, mention.name) not in self._found
