"""Asking about one name: what `Customer.phone` would be, with no program around it."""

from __future__ import annotations

from functools import lru_cache

from purposelint.classify.aliases import Aliases
from purposelint.classify.column_types import TypeIndex
from purposelint.classify.columns import ColumnRead, ColumnReader
from purposelint.classify.completing import completed
from purposelint.classify.constants import Constants
from purposelint.classify.contexts import Context
from purposelint.classify.lexicon import lexicon_of
from purposelint.classify.names import NameReader
from purposelint.classify.owners import OwnerReader
from purposelint.classify.weigh import Weigher
from purposelint.classify.witnesses import Case
from purposelint.domain.catalog import Catalog
from purposelint.domain.program import Program
from purposelint.domain.sightings import Sighting


class _Asking:
    """What is needed to answer, made once for a catalogue."""

    def __init__(self, catalog: Catalog) -> None:
        lexicon = lexicon_of(catalog)
        program = Program({}, {}, {})
        self.names = NameReader(lexicon)
        self.owners = OwnerReader(lexicon)
        self.columns = ColumnReader(Aliases(program), TypeIndex(catalog, program), Constants(program))
        self.weigher = Weigher(catalog, lenient=True)


@lru_cache(maxsize=4)
def _asking(catalog: Catalog) -> _Asking:
    return _Asking(catalog)


def classify_name(catalog: Catalog, owner: str, name: str, type_: str = "") -> tuple[Sighting, ...]:
    """What a field `name` of a class or object `owner` holds; `type_` is a canonical dotted type.

    Names that need a context are given low confidence where the owner says nothing at all.
    """
    asking = _asking(catalog)
    said = asking.owners.read(owner)
    context = Context(said, said.kind, words=said.words, declared=True, vouched=True)
    column = asking.columns.named(type_) if type_ else ColumnRead()
    reading = asking.names.read(name)
    weighed = asking.weigher.weigh(Case(name, reading, context, column))
    only_weak = context.kind != "person" and all(match.tier == "weak" for match in reading.matches)
    if not weighed.element or only_weak:
        for fuller in completed(asking.names, reading, name, context):
            better = asking.weigher.weigh(Case(name, fuller, context, column))
            if better.element:
                weighed = better
                break
    if not weighed.element:
        return ()
    symbol = f"{owner}.{name}" if owner else name
    return (Sighting(symbol, weighed.element, weighed.confidence, weighed.evidence),)
