"""What a file says around a name that it mentions: who else's data it speaks of, what the receiver has."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from purposelint.classify.names import Reading
from purposelint.domain.facts import Mention

_EVIDENT_GROUPS = frozenset({"identity", "social", "special", "financial"})


class Neighbours:
    """The mentions of one file, asked for what stands around each of them."""

    def __init__(
        self,
        mentions: Iterable[Mention],
        read: Callable[[str], Reading],
        is_person: Callable[[str], bool],
    ) -> None:
        """Take the mentions of a file, what reads their names, and what knows a receiver for a person."""
        self._mentions = tuple(mentions)
        self._read = read
        self._is_person = is_person
        self._beside: dict[str, frozenset[str]] = {}
        self._vouched: bool | None = None

    def beside(self, receiver: str) -> frozenset[str]:
        """What the file reads of a receiver; nothing where no word says which."""
        if not receiver:
            return frozenset()
        if not self._beside:
            names: dict[str, set[str]] = {}
            for mention in self._mentions:
                names.setdefault(mention.receiver, set()).add(mention.name)
            self._beside = {owner: frozenset(found) for owner, found in names.items()}
        return self._beside.get(receiver, frozenset())

    def vouched(self) -> bool:
        """Whether the file speaks of a person's data, by names or receivers that say so themselves."""
        if self._vouched is None:
            names = {each.name for each in self._mentions}
            self._vouched = any(map(self._is_evident, names)) or any(map(self._is_owned, self._mentions))
        return self._vouched

    def _is_owned(self, mention: Mention) -> bool:
        """Whether a name that things have as well is read of a person (`profile.real_name`)."""
        shared = any(match.shared for match in self._read(mention.name).matches)
        return shared and self._is_person(mention.receiver)

    def _is_evident(self, name: str) -> bool:
        if name[:1].isupper():
            return False
        return any(
            match.tier == "strong"
            and not match.shared
            and match.qualifier != "thing"
            and match.element.group in _EVIDENT_GROUPS
            and match.element.sensitivity != "low"
            for match in self._read(name).matches
        )
