"""Every field and mention of a program with the element that it holds."""

from __future__ import annotations

from collections.abc import Iterator

from purposelint.classify.fields import FieldSighter
from purposelint.classify.mentioning import Mentioner, mention_sightings
from purposelint.domain.catalog import Catalog
from purposelint.domain.facts import Mention
from purposelint.domain.program import Program
from purposelint.domain.sightings import Sightings


def classify(program: Program, catalog: Catalog) -> Sightings:
    """What is personal data in a program: fields of its classes, and names that its code mentions."""
    fields = FieldSighter(program, catalog)
    fields.sight()
    records = {owner.rpartition(".")[2] for owner, _ in fields.known}
    mentioner = Mentioner(catalog, sorted(records))
    return Sightings(
        fields=fields.found,
        known=frozenset(fields.known),
        mentions=mention_sightings(mentioner, _mentions(program)),
        doubts=fields.doubts,
        judge=mentioner.judge,
    )


def _mentions(program: Program) -> Iterator[Mention]:
    """Mentions of all files, those of one file in their order."""
    for module in program.modules.values():
        yield from module.facts.mentions
