"""What the catalogue says of one call: its entries by what they are."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple, TypeAlias

from purposelint.domain.failures import Failure
from purposelint.domain.library import Guard, Library, Passthrough, Sink, Source

Said: TypeAlias = Sink | Source | Guard | Passthrough | Failure
"""An entry about a call."""


class KnownSink(NamedTuple):
    """A sink entry with its library, of a wrapper also with the package that is named after the vendor."""

    sink: Sink
    library: Library
    wrapper: str = ""

    @property
    def vendor(self) -> str:
        """Who runs the receiving end, unless an address says otherwise; '' for the service itself."""
        if self.sink.vendor or self.sink.activity != "share":
            return self.sink.vendor
        return self.library.vendor


class Known(NamedTuple):
    """Everything the catalogue says of one call; all parts may be empty."""

    sinks: tuple[KnownSink, ...] = ()
    sources: tuple[Source, ...] = ()
    guards: tuple[Guard, ...] = ()
    passthroughs: tuple[Passthrough, ...] = ()
    failures: tuple[Failure, ...] = ()

    @property
    def gives(self) -> bool:
        """Whether it is said what the call gives, be it nothing."""
        return bool(self.sinks or self.sources or self.guards or self.passthroughs)


NOT_KNOWN = Known()


def known_of(entries: Iterable[tuple[Said, Library]]) -> Known:
    """The entries that speak of a call, each with its library, sorted by what they are."""
    found = list(entries)
    if not found:
        return NOT_KNOWN
    return Known(
        tuple(KnownSink(entry, library) for entry, library in found if isinstance(entry, Sink)),
        tuple(entry for entry, _ in found if isinstance(entry, Source)),
        tuple(entry for entry, _ in found if isinstance(entry, Guard)),
        tuple(entry for entry, _ in found if isinstance(entry, Passthrough)),
        tuple(entry for entry, _ in found if isinstance(entry, Failure)),
    )
