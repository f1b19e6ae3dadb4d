"""Names that code mentions without showing what they belong to: judged by receiver and name."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import msgspec

from purposelint.classify.columns import ColumnRead
from purposelint.classify.completing import completed
from purposelint.classify.contexts import Context
from purposelint.classify.lexicon import lexicon_of
from purposelint.classify.names import NameReader, Reading
from purposelint.classify.neighbours import Neighbours
from purposelint.classify.owners import OwnerReader
from purposelint.classify.weigh import Weighed, Weigher
from purposelint.classify.witnesses import Case
from purposelint.domain.catalog import Catalog
from purposelint.domain.facts import PUT, SUBMITTED, Mention
from purposelint.domain.sightings import Evidence, Sighting
from purposelint.domain.words import words

_UNTYPED = ColumnRead()
_PERSON = "user"
"""Whoever fills in a form."""


_NOT_PERSONAL = ("thing", "system")
"""Owners of which nothing is anybody's."""

_CLASSES = frozenset({"class", "klass"})
"""Last words of variables that hold a class: its attributes are the program's (`parser_class.author`)."""

_OBJECTS = ("variable", "attribute", "parameter")
"""Mentions that may name an object after its class."""


class Mentioner:
    """Judges mentions; receivers and names are read once each."""

    def __init__(
        self, catalog: Catalog, records: Iterable[str] = (), names: NameReader | None = None
    ) -> None:
        """Begin with nothing judged; `records` are names of classes of the project that have fields.

        `names` may have read some for the same catalogue already.
        """
        self._records = {words(name): name for name in records}
        self._lexicon = lexicon_of(catalog)
        self._names = names or NameReader(self._lexicon)
        self._owners = OwnerReader(self._lexicon)
        self._weigher = Weigher(catalog)
        self._contexts: dict[str, Context] = {}
        self._says: dict[str, bool] = {}
        self._depends: dict[str, bool] = {}
        self.unvouched: frozenset[str] = frozenset()
        """Names that depend on their file, and that no file uses for a person's data."""

    def neighbours(self, mentions: Iterable[Mention]) -> Neighbours:
        """The mentions of one file as what stands around each of them."""
        return Neighbours(mentions, self._names.read, lambda word: self._context(word).kind == "person")

    def depends(self, name: str) -> bool:
        """Whether what a name holds depends on the file that mentions it."""
        found = self._depends.get(name)
        if found is None:
            matches = self._names.read(name).matches
            found = any(match.shared or match.element.not_beside for match in matches)
            self._depends[name] = found
        return found

    def sight(
        self, mention: Mention, receiver: str = "", around: Neighbours | None = None
    ) -> tuple[Sighting, ...]:
        """What a mention holds, nothing where its name says nothing or its receiver is a thing.

        `receiver` stands in for the mention's own where another is known to own the name. `around` is what
        its file says; without it what all files made of the name counts.
        """
        name = mention.name
        receiver = receiver or mention.receiver
        if name[:1].isupper() and mention.kind != "key":
            return ()
        reading = self._names.read(name)
        if mention.kind == SUBMITTED:
            kept = _unowned(reading)
            if reading.matches and not kept.matches:
                return ()
            reading = kept
        if mention.kind == "attribute" and self._names_a_member(receiver):
            receiver = ""
        completable = bool(receiver) and self._names.may_complete(name)
        if not (reading.matches or completable):
            return ()
        context = self._in_file(self._context(receiver), mention, around)
        weighed = (
            self._weigher.weigh(Case(name, reading, context, _UNTYPED)) if reading.matches else Weighed()
        )
        if not weighed.element and completable:
            for fuller in completed(self._names, reading, name, context):
                weighed = self._weigher.weigh(Case(name, fuller, context, _UNTYPED))
                if weighed.element:
                    break
        if not weighed.element:
            return ()
        symbol = f"{mention.receiver}.{name}" if mention.receiver else name
        sighting = Sighting(symbol, weighed.element, weighed.confidence, weighed.evidence)
        return (self._unless_a_record(mention, sighting),)

    def _unless_a_record(self, mention: Mention, sighting: Sighting) -> Sighting:
        """A sighting of less weight where the name is rather that of an object: `session`, of a `Session`."""
        record = self._records.get(words(mention.name))
        if record is None or sighting.confidence == "high" or mention.kind not in _OBJECTS:
            return sighting
        says = Evidence("type", f"it may be a `{record}`, a class of the project", against=True)
        return msgspec.structs.replace(sighting, confidence="low", evidence=(*sighting.evidence, says))

    def _in_file(self, context: Context, mention: Mention, around: Neighbours | None) -> Context:
        """The context of a receiver with what its file says, where that matters to the name."""
        if around is None:
            if context.vouched == (mention.name not in self.unvouched):
                return context
            return replace(context, vouched=mention.name not in self.unvouched)
        if not self.depends(mention.name):
            return context
        return replace(context, beside=around.beside(mention.receiver), vouched=around.vouched())

    def _names_a_member(self, receiver: str) -> bool:
        """Whether a receiver is a constant such as `Kind.EMAIL` or `Role.USER`, which is nobody's."""
        return receiver.isupper() and self._context(receiver).kind not in _NOT_PERSONAL

    def judge(self, mention: Mention) -> tuple[Sighting, ...]:
        """What a mention holds, whatever its name."""
        if not self.says_something(mention.name):
            return ()
        if mention.kind == PUT:
            return self._put(mention)
        return self.sight(mention, _PERSON if mention.kind == SUBMITTED else "")

    def of_no_person(self, receiver: str) -> bool:
        """Whether a receiver's word is a thing or the service itself."""
        return self._context(receiver).kind in _NOT_PERSONAL

    def _put(self, mention: Mention) -> tuple[Sighting, ...]:
        """What a key says of what is put under it, unless its own word says what it is, or of what it tells.

        Who reads `camera.username` and finds that it is no person's does not learn from the key
        `username` that it is; `{"email": count}` counts, and `settings.db_user` is nobody.
        """
        holder, _, own = mention.receiver.rpartition(".")
        key = mention.name
        if "-" in key:  # A header such as `User-Agent`: what the program says of itself.
            return ()
        held = tuple(each for each in self.sight(Mention("key", "", key)) if each.confidence != "low")
        if not held or not own:
            return held
        speaks = (
            self._is_about(own)
            or self._context(holder).kind == "system"
            or bool(self.sight(Mention("key", "", own)))
        )
        return held if not speaks and self.sight(Mention("key", own, key)) else ()

    def _is_about(self, name: str) -> bool:
        """Whether a name is one of something about data, not of data: a count, a state, a setting."""
        parts, groups = words(name), self._lexicon.groups
        if self._context(name).kind == "system":
            return True
        return bool(parts) and (parts[0] in groups.metadata_head or parts[-1] in groups.metadata_tail)

    def says_something(self, name: str) -> bool:
        """Whether a name may hold something, by itself or behind some receiver; a cheap first question."""
        found = self._says.get(name)
        if found is None:
            matches = bool(self._names.read(name).matches)
            speaks = matches or self._names.may_complete(name)
            found = self._says[name] = speaks and not name.startswith("__")
        return found

    def speaking(self, mentions: Iterable[Mention]) -> list[Mention]:
        """Those mentions of which `says_something` is true, in their order."""
        says, ask = self._says, self.says_something
        return [each for each in mentions if (says[each.name] if each.name in says else ask(each.name))]

    def _context(self, receiver: str) -> Context:
        found = self._contexts.get(receiver)
        if found is None:
            owner = self._owners.read(receiver)
            if owner.name and owner.name[-1] in _CLASSES and receiver.islower():
                owner = msgspec.structs.replace(owner, kind="system", word=owner.name[-1])
            found = self._contexts[receiver] = Context(owner, owner.kind, words=owner.words)
        return found


def _unowned(reading: Reading) -> Reading:
    """A reading without the names that only a person's own record makes a person's."""
    if not any(match.said in match.element.owned for match in reading.matches):
        return reading
    matches = tuple(match for match in reading.matches if match.said not in match.element.owned)
    return msgspec.structs.replace(reading, matches=matches)


def mention_sightings(
    mentioner: Mentioner, files: Iterable[Iterable[Mention]]
) -> dict[Mention, tuple[Sighting, ...]]:
    """Sightings of the distinct mentions of some files that hold something, in one of them at least."""
    found: dict[Mention, tuple[Sighting, ...]] = {}
    judged: set[Mention] = set()
    depending: set[str] = set()
    for mentions in files:
        around = mentioner.neighbours(mentions)
        for mention in mentioner.speaking(mentions):
            for each, receiver in _ways(mention):
                if each in judged:
                    continue
                sightings = mentioner.sight(each, receiver, around)
                if sightings:
                    found[each] = sightings
                if sightings or not mentioner.depends(each.name):
                    judged.add(each)
                else:
                    depending.add(each.name)
    mentioner.unvouched = frozenset(depending - {each.name for each in found})
    return found


def _ways(mention: Mention) -> tuple[tuple[Mention, str], ...]:
    """A mention as it stands, and what it is where a person fills in what it names, with who owns it then."""
    if mention.kind != "key":
        return ((mention, ""),)
    return ((mention, ""), (Mention(SUBMITTED, "", mention.name), _PERSON))
