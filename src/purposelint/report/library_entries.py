"""The entries of a library as rows: what `rules` lists and the pages of libraries show."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from purposelint.domain.library import Library


class EntryRow(NamedTuple):
    """One entry: its kind, what it does (`share`, `identity.email`; '' for most), id, names and vendor."""

    kind: str
    does: str
    id: str
    names: tuple[str, ...]
    vendor: str = ""

    @property
    def told(self) -> str:
        """Kind and what it does, for a person."""
        return f"{self.kind}, {self.does}" if self.does else self.kind


def rows_of(library: Library) -> Iterator[EntryRow]:
    """All entries that do something with data: where it enters and leaves first, types not among them."""
    yield from _ways(library)
    yield from _frameworks(library)
    for column in library.column:
        yield EntryRow("column", column.element or column.shape, "", column.type)
    for model in library.model:
        does = "stored" if model.activity else "record"
        yield EntryRow("model", does, model.id, (*model.base, *model.decorator), model.vendor)


def counted(library: Library) -> str:
    """How many entries of each kind a library has: `3 sinks, 1 guard`."""
    counts = Counter(row.kind for row in rows_of(library))
    return ", ".join(f"{count} {_plural(kind) if count > 1 else kind}" for kind, count in counts.items())


def _plural(kind: str) -> str:
    return f"{kind[:-1]}ies" if kind.endswith("y") else f"{kind}s"


def _ways(library: Library) -> Iterator[EntryRow]:
    """Where data enters, is handed on or taken out, and leaves."""
    for sink in library.sink:
        names = (*sink.call, *sink.attribute) or tuple(_queued(library, sink.id))
        yield EntryRow("sink", sink.activity, sink.id, names, sink.vendor)
    for relay in library.relay:
        yield EntryRow("relay", relay.activity, relay.id, relay.call, relay.vendor)
    for source in library.source:
        names = (*source.call, *source.attribute, *source.name)
        yield EntryRow("source", source.element or "nobody's data", source.id, names)
    for guard in library.guard:
        yield EntryRow("guard", guard.gives, guard.id, guard.call)
    for passthrough in library.passthrough:
        yield EntryRow("passthrough", "", passthrough.id, (*passthrough.call, *passthrough.attribute))
    for query in library.query:
        yield EntryRow("query", query.gives, query.id, (*query.attribute, *query.call))


def _queued(library: Library, sink: str) -> Iterator[str]:
    """How the tasks are made whose arguments a queue keeps."""
    for handler in library.handler:
        if handler.kept == sink:
            yield from (f"@{name}" for name in handler.decorator)


def _frameworks(library: Library) -> Iterator[EntryRow]:
    """What a framework calls, keeps or hands in by itself."""
    for handler in library.handler:
        yield EntryRow("handler", "", handler.id, (*handler.decorator, *handler.register))
    for hook in library.hook:
        yield EntryRow("hook", "", hook.id, (*hook.base, *hook.method))
    for channel in library.channel:
        yield EntryRow("channel", "", channel.id, (*channel.register, *channel.decorator, *channel.send))
    for service in library.service:
        names = (*service.decorator, *service.register, *service.lookup, *service.inject)
        yield EntryRow("service", "", service.id, names)
    for setting in library.setting:
        yield EntryRow("setting", "", setting.id, (*setting.call, *setting.attribute))
    for registry in library.registry:
        yield EntryRow("registry", "", registry.id, registry.attribute)
    for kind, entries in (
        ("callback", library.callback),
        ("workflow", library.workflow),
        ("ending", library.ending),
        ("failure", library.failure),
        ("extension", library.extension),
    ):
        yield from (EntryRow(kind, "", entry.id, entry.call) for entry in entries)
