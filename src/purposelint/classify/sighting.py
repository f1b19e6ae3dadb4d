"""Every field and mention of a program with the element that it holds."""

from __future__ import annotations

from collections.abc import Iterator

from purposelint.classify.fields import FieldSighter
from purposelint.classify.mentioning import Mentioner, mention_sightings
from purposelint.classify.named_owners import NamedOwners
from purposelint.domain.catalog import Catalog
from purposelint.domain.facts import Mention
from purposelint.domain.program import Program
from purposelint.domain.sightings import Sightings


def classify(program: Program, catalog: Catalog) -> Sightings:
    """What is personal data in a program: fields of its classes, and names that its code mentions."""
    fields = FieldSighter(program, catalog)
    fields.sight()
    known = frozenset(fields.known)
    records = {owner.rpartition(".")[2] for owner, _ in known}
    mentioner = Mentioner(catalog, sorted(records), fields.names)
    denied = NamedOwners(program, fields.found, known).denies
    mentioned = mention_sightings(mentioner, _mentions(program))
    return Sightings(
        fields=fields.found,
        known=known,
        mentions={
            mention: found
            for mention, found in mentioned.items()
            if not (mentioner.depends(mention.name) and denied(mention))
        },
        doubts=fields.doubts,
        neutral=fields.neutral,
        marked=fields.marked,
        judge=mentioner.judge,
        of_no_person=mentioner.of_no_person,
        stems=fields.stems(),
    )


def _mentions(program: Program) -> Iterator[tuple[Mention, ...]]:
    """Mentions of each file, in their order."""
    for module in program.modules.values():
        yield module.facts.mentions
