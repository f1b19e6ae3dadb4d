"""Names that their owner completes: `Phone.number`, `RecoveryCode.code`, `address` in `emails/models.py`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from purposelint.classify.contexts import Context
from purposelint.classify.names import NameReader, Reading
from purposelint.classify.witnesses import CREDENTIAL
from purposelint.domain.words import words

_SPELLED_OUT = ("number", "address", "code")
"""What follows the short name of an element in its full one."""

_OF_CREDENTIALS, _OF_NUMBERS = ("code", "key"), ("number",)
"""Names without meaning of their own that a thing has beside what it is named for."""

_HASHED = ("hash", "hashed", "digest")


def completed(names: NameReader, reading: Reading, name: str, context: Context) -> Iterator[Reading]:
    """Readings of the name put behind the words of its owner, the surest first; none for a thing's."""
    field = _plain(reading.words or words(name))
    owner = context.owner.stem
    if not field or not owner or context.kind in {"thing", "system"}:
        return
    if context.kind == "loose" and (reading.matches or len(owner) > 1):
        return  # a `MongoClient` is no client of ours: its host is not one's address
    for take in (2, 1):
        if len(owner) >= take:
            yield from _listed(names, (*owner[-take:], *field))
    if len(field) == 1 and (names.is_generic(field[0]) or field[0] == owner[-1]):
        for take in (3, 2, 1):
            if len(owner) >= take:
                yield from _worth(field[0], owner[-1], _listed(names, owner[-take:]))
        yield from _spelled_out(names, owner)
        if context.kind in {"person", "related"}:
            yield from _of_credential(names, owner)
    telling = context.module and not names.is_person(context.module)
    if telling and context.kind in {"person", "related", "loose"}:
        yield from _listed(names, (context.module, field[-1]))


def _listed(names: NameReader, name: tuple[str, ...]) -> Iterator[Reading]:
    """The reading of words that an element lists as a whole, if one does."""
    if any(tier == "strong" for _, tier in names.exact(name)):
        yield names.spelled(name)


def _plain(field: tuple[str, ...]) -> tuple[str, ...]:
    """A name without the word that says that only its hash is kept: `code_hash`."""
    return field[:-1] if len(field) > 1 and field[-1] in _HASHED else field


def _worth(field: str, head: str, readings: Iterable[Reading]) -> Iterator[Reading]:
    """Those readings of the owner's name that a field of it can hold: an e-mail's `code` is no address."""
    for reading in readings:
        elements = [match.element for match in reading.matches]
        if field != head and field in _OF_CREDENTIALS:
            elements = [element for element in elements if element.group == CREDENTIAL]
        elif field != head and field in _OF_NUMBERS:
            elements = [element for element in elements if "number" in element.shapes]
        if elements:
            yield reading


def _spelled_out(names: NameReader, owner: tuple[str, ...]) -> Iterator[Reading]:
    """The reading of a short name as the element that lists it spells it out: `Phone.value`, its number.

    What stands before it must be a person: a gift card is no card of that element.
    """
    if len(owner) > 1 and not names.is_person(owner[-2]):
        return
    short = {element.id for element, _ in names.exact(owner[-1:])}
    for word in _SPELLED_OUT if short else ():
        full = (owner[-1], word)
        if any(tier == "strong" and element.id in short for element, tier in names.exact(full)):
            yield names.spelled(full)


def _of_credential(names: NameReader, owner: tuple[str, ...]) -> Iterator[Reading]:
    """The reading of a person's record that is named for a credential, by any of its names: `Token.value`."""
    for take in (2, 1):
        name = owner[-take:]
        if len(owner) >= take and any(element.group == CREDENTIAL for element, _ in names.exact(name)):
            yield names.spelled(name)
