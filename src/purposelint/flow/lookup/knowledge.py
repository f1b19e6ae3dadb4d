"""The catalogue's library entries, indexed by the names that calls and attributes resolve to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from purposelint.domain.catalog import Catalog
from purposelint.domain.library import Guard, Library, Passthrough, Sink, Source, TypeFact
from purposelint.domain.models import Column
from purposelint.domain.patterns import EntryIndex, NameIndex
from purposelint.flow.lookup.framework_entries import FrameworkEntries, fits
from purposelint.flow.lookup.known import Known, KnownSink, Said, known_of
from purposelint.flow.lookup.printed_models import PrintedModels
from purposelint.flow.lookup.vendor_hosts import VendorHosts
from purposelint.flow.lookup.wrapped import Wrapped

_LONGEST_TYPE = 160
"""Characters of an outside type name; a longer chain (a loop of builders) is an unknown type."""


UNNAMED = "?"
"""Stands in a canonical name for a name that is put together while the program runs."""


class Knowledge(FrameworkEntries):
    """Look-ups by canonical name, for the libraries that the program imports."""

    def __init__(self, catalog: Catalog, packages: frozenset[str]) -> None:
        """Index the entries of every library whose imports meet `packages`."""
        super().__init__()
        self._calls: EntryIndex[tuple[Said, Library]] = EntryIndex()
        self.called: set[str] = set()
        self._attributes: EntryIndex[Source] = EntryIndex()
        self._assigned: NameIndex[KnownSink] = NameIndex()
        self._making: NameIndex[Passthrough] = NameIndex()
        self.making: set[str] = set()
        self._types: EntryIndex[TypeFact] = EntryIndex()
        self.printed_models = PrintedModels()
        self._prefixes: set[str] = set()
        self._names: dict[str, tuple[Source, ...]] = {}
        self._hosts = VendorHosts()
        self.wrapped = Wrapped(catalog.libraries.values())
        self._above: dict[str, tuple[str, ...]] = {}
        self._memo: dict[tuple[object, ...], Known] = {}
        self.cuts: list[Guard] = []
        self.vocabulary = catalog.vocabulary
        self.partings: list[Guard] = []
        self.heads: list[Guard] = []
        self.lacking: dict[str, Guard] = {}
        self.of_results: dict[str, Guard] = {}
        self.kept: dict[str, KnownSink] = {}
        """Sinks that are no call of a library: what tasks are handed, by id."""
        self.holders: set[str] = set()
        """Types of the outside that keep things as they are: what one function puts there another finds."""
        self._own: dict[str, Guard] = {}
        self._reveals: dict[str, frozenset[str]] = {}
        self.unprinted: dict[str, Mapping[str, str]] = {}
        self.undumped: dict[str, Mapping[str, str]] = {}
        self.referring: dict[str, Column] = {}
        loaded: list[Library] = []
        for library in catalog.libraries.values():
            self._hosts.add(library)
            wanted = library.imports or (library.name,)
            if "*" in wanted or packages.intersection(word.partition(".")[0] for word in wanted):
                self._load(library)
                loaded.append(library)
        for library in loaded:  # an index remembers its answers, so ask once all types are in it
            self._load_holders(library)

    def _load(self, library: Library) -> None:
        self._load_failures(library)
        self.cuts.extend(guard for guard in library.guard if guard.keeps)
        self.partings.extend(guard for guard in library.guard if guard.behind)
        self.heads.extend(guard for guard in library.guard if guard.ahead)
        self.of_results.update((name, guard) for guard in library.guard for name in guard.annotation)
        self.lacking.update((guard.lacking, guard) for guard in library.guard if guard.lacking)
        calls = (library.sink, library.guard, library.passthrough, library.source, library.failure)
        entries: list[Said] = [entry for kind in calls for entry in kind]
        for entry in entries:
            for call in entry.call if not (isinstance(entry, Sink) and entry.wrapped) else ():
                self._calls.add(call, (entry, library))
                self.called.add(call.rpartition(".")[2])
                name = call.removeprefix("*.")
                while name := name.rpartition(".")[0]:
                    self._prefixes.add(name)
        self._load_assigned(library)
        for passthrough in library.passthrough:
            for name in passthrough.attribute if not passthrough.gives else ():
                self._making.add(name, passthrough)
                self.making.add(name.rpartition(".")[2])
        for source in library.source:
            self._load_source(source)
        for fact in library.type:
            for name in fact.of:
                self._types.add(name, fact)
        self._load_records(library)
        self.load_frameworks(library)

    def _load_holders(self, library: Library) -> None:
        for entry in library.passthrough:
            if entry.into == ".*":
                self.holders.update(map(self.type_of_call, entry.call))
            elif entry.keeps and entry.into.startswith("self"):
                self.holders.update(call.rpartition(".")[0] for call in entry.call)
        for sink in library.sink:
            if sink.own:
                self._own[sink.id] = Guard(id=f"{sink.id}.own", gives="nothing", elements=sink.own)

    def own_of(self, sink: Sink) -> Guard | None:
        """The guard that takes out what a client sends for the service itself; None for no such elements."""
        return self._own.get(sink.id)

    def _load_assigned(self, library: Library) -> None:
        for sink in library.sink:
            for name in sink.attribute:
                self._assigned.add(name, KnownSink(sink, library))
            if not (sink.call or sink.attribute):
                self.kept[sink.id] = KnownSink(sink, library)

    def _load_records(self, library: Library) -> None:
        for model in library.model:
            self.printed_models.add(model)
        for column in library.column:
            if column.conceals:
                self._reveals.update((name, frozenset(column.reveal)) for name in column.type)
            if column.gives:
                self.referring.update((name, column) for name in column.type)
            if column.hidden:
                self.unprinted.update((name, column.hidden) for name in column.type)
            if column.left_out:
                self.undumped.update((name, column.left_out) for name in column.type)

    def _load_failures(self, library: Library) -> None:
        for failure in library.failure:
            self.handles_errors = self.handles_errors or failure.unhandled
            for position, name in enumerate(failure.raises):
                self._above.setdefault(name, failure.raises[position:])

    def _load_source(self, source: Source) -> None:
        for name in source.attribute:
            self._attributes.add(name, source)
        for name in source.name:
            self._names[name] = (*self._names.get(name, ()), source)

    # --- calls ---------------------------------------------------------------------------------

    def of_call(
        self, names: Sequence[str], last: str, receiver: str, *, resolved: bool, unheard: bool = False
    ) -> Known:
        """What is said of a call: by its canonical names, else by its last word and its receiver's.

        `resolved` is true where the callee is known to be something else (an outside type or name): then
        `*.name` entries that ask for a receiver's word do not speak, but, of a package that no entry
        speaks of (`unheard`), those that know the call by its keywords.
        """
        key = (tuple(names), last, receiver, resolved, unheard)
        known = self._memo.get(key)
        if known is None:
            entries = [found for name in names for found in self._calls.named(name)]
            if not entries and last:
                entries = [
                    (entry, library)
                    for entry, library in self._calls.by_last_word(last)
                    if fits(entry.receivers, receiver)
                    and not (resolved and entry.receivers and not (unheard and _by_keywords(entry)))
                ]
            known = self._memo[key] = known_of(entries)
        return known

    def speaks_of_unnamed(self, owner: str) -> bool:
        """Whether an entry says what a method of an outside type does of which nobody knows the name."""
        return bool(self._calls.named(f"{owner}.{UNNAMED}"))

    def of_assignment(self, name: str) -> tuple[KnownSink, ...]:
        """Sinks that assigning to an attribute of that canonical name is."""
        return self._assigned.find(name)

    # --- sources -------------------------------------------------------------------------------

    def source_attributes(self, name: str) -> tuple[Source, ...]:
        """Sources that reading an attribute of that canonical name is."""
        return self._attributes.named(name)

    def source_attributes_of(self, name: str, receiver: str) -> list[Source]:
        """Sources that an attribute is on a receiver of unknown type and of that last word."""
        return [s for s in self._attributes.by_last_word(name) if fits(s.receivers, receiver)]

    def is_nobodys(self, call: str) -> bool:
        """Whether an entry says of a call, by canonical name, that what it gives is no person's."""
        sources = self.of_call((call,), "", "", resolved=True).sources
        return any(not (source.element or source.asked) for source in sources)

    def source_names(self, name: str) -> tuple[Source, ...]:
        """Sources by exact variable name."""
        return self._names.get(name, ())

    def made_by_attribute(self, names: Iterable[str]) -> Passthrough | None:
        """Entry about an attribute, by canonical names, that gives a record made into something else."""
        return next((entry for name in names for entry in self._making.find(name)), None)

    # --- types ---------------------------------------------------------------------------------

    def type_of_call(self, callee: str) -> str:
        """Type of what calling an outside name gives; `X()` where nothing better is known."""
        called = callee + "()"
        stated = self._types.named(called)
        if stated:
            return self.now(stated[0].is_)
        if callee.rpartition(".")[2][:1].isupper():
            return self.stated_type(callee) or self._bounded(callee)
        return self._bounded(called)

    def type_of_attribute(self, owner: str, name: str) -> str:
        """Type of an attribute of an outside type or module."""
        dotted = f"{owner}.{name}"
        return self.stated_type(dotted) or self._bounded(dotted)

    def type_of_item(self, owner: str) -> str:
        """Type of an item of an outside type."""
        return (self.stated_type(f"{owner}[]") or self._bounded(f"{owner}[]")) if owner else ""

    def stated_type(self, name: str) -> str:
        """Type that an entry states for a canonical name, '' where none does."""
        stated = self._types.named(name)
        return self.now(stated[0].is_) if stated else ""

    def known_type(self, name: str) -> str:
        """Type behind a canonical name or `X()` as the linked program writes it, entries' types first."""
        made, _, method = name.rpartition("().")
        owner = self.known_type(f"{made}()") if made and not self.stated_type(name) else ""
        if owner and owner != f"{made}()":
            return self.known_type(f"{owner}.{method}")
        if name.endswith("()") and not name.endswith(")()"):
            return self.type_of_call(name[:-2])
        return self.stated_type(name) or name

    def stated_type_of(self, name: str, receiver: str) -> str:
        """Type that an entry states for an attribute (`name()`: a call) of a receiver of unknown type."""
        for fact in self._types.by_last_word(name):
            if fits(fact.receivers, receiver):
                return self.now(fact.is_)
        return ""

    def speaks_of(self, name: str) -> bool:
        """Whether any entry describes a call on what a canonical name stands for."""
        return name in self._prefixes

    def conceals(self, kind: str) -> bool:
        """Whether values of a type print without what they hold."""
        return kind in self._reveals

    def reveals(self, kind: str, method: str) -> bool:
        """Whether a method gives what values of a concealing type hold."""
        return method in self._reveals.get(kind, ())

    def exceptions_above(self, kind: str) -> tuple[str, ...]:
        """An exception of a library with those above it, as far as entries say; () where they don't."""
        return self._above.get(kind, ())

    # --- vendors -------------------------------------------------------------------------------

    def vendor_of_host(self, host: str) -> str:
        """Vendor whose host, or a parent domain of it, is listed; '' otherwise."""
        return self._hosts.vendor_of(host)

    @staticmethod
    def _bounded(name: str) -> str:
        return name if len(name) <= _LONGEST_TYPE else ""


def _by_keywords(entry: Said) -> bool:
    return isinstance(entry, Sink) and bool(entry.by_name)
