"""Calls of packages without rules that are a vendor's by their dotted names: what sends, by its last word."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from purposelint.domain.library import Library, Sink
from purposelint.domain.patterns import EntryIndex
from purposelint.domain.vendor_names import VendorNames
from purposelint.domain.words import words
from purposelint.flow.lookup.known import KnownSink


class Wrapped:
    """Sinks that are heard of any vendor's wrapper, each with the vendor's own library."""

    def __init__(self, libraries: Collection[Library]) -> None:
        """Take names and sinks of all libraries: who imports a wrapper need import nothing else of them."""
        self._vendors = VendorNames(libraries)
        self._sinks: EntryIndex[Sink] = EntryIndex()
        self._described = {name.partition(".")[0] for one in libraries for name in (one.name, *one.imports)}
        for library in libraries:
            for sink in library.sink:
                for call in sink.call if sink.wrapped else ():
                    self._sinks.add(call, sink)

    def of_call(self, names: Iterable[str]) -> tuple[KnownSink, ...]:
        """Sinks that a call of something outside is, by the canonical names that it may reach."""
        for name in names:
            if name.partition(".")[0] in self._described:
                continue
            wrapper = self._vendors.wrapper(name)
            if wrapper is not None:
                found = self._sinks.by_last_word(name.rpartition(".")[2])
                return tuple(
                    KnownSink(sink, wrapper.library, wrapper.package)
                    for sink in found
                    if not _is_apart(sink, name)
                )
        return ()


def _is_apart(sink: Sink, name: str) -> bool:
    """Whether a word of the dotted name says that a call is of something that sends nothing."""
    return bool(sink.apart) and any(word in sink.apart for word in words(name.rpartition(".")[0]))
