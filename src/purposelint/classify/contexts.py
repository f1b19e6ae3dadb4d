"""What stands around a name and says whose it is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from purposelint.classify.owners import Owner, OwnerKind


@dataclass(frozen=True, slots=True)
class Context:
    """The owner of a name with what its class shows.

    `kind` is the owner's, or `related` where a key to a person makes it so. `because` says which key there
    is, to a person, of things too, which it does not make a person's.
    `evident` are the fields of the class that are a person's by strong name or type, with whether
    only a person has such; `of_another` those of them that a word in front says may be another's
    (an invoice's `client_email`); `elements` the elements that each field's name speaks of, sure or not.
    `words` are the owner's words, with those of the records it belongs to. `module` is the word that
    the module or its package stands for (`phone` of `phones/models.py`). `declared` says that a class
    declares the name. `beside` are the names that stand beside it: fields of its class, or what a file
    reads of the same receiver. `vouched` says that the file speaks of some other data of a person.
    """

    owner: Owner
    kind: OwnerKind
    because: str = ""
    evident: Mapping[str, bool] = field(default_factory=dict)
    of_another: frozenset[str] = frozenset()
    elements: Mapping[str, frozenset[str]] = field(default_factory=dict)
    words: frozenset[str] = frozenset()
    module: str = ""
    declared: bool = False
    beside: frozenset[str] = frozenset()
    vouched: bool = False

    def siblings(self, name: str, *, own: bool) -> tuple[int, int]:
        """How many fields beside the named one are a person's, and how many of those only a person has.

        `own` leaves out what may be another's than the record's: an invoice's title is nobody's though it
        has its client's e-mail address.
        """
        others = [
            personal
            for other, personal in self.evident.items()
            if other != name and not (own and other in self.of_another)
        ]
        return len(others), sum(others)

    def has_beside(self, name: str, wanted: tuple[str, ...]) -> bool:
        """Whether a field beside the named one speaks of one of these elements or groups."""
        return any(
            element in wanted or element.partition(".")[0] in wanted
            for other, elements in self.elements.items()
            if other != name
            for element in elements
        )
