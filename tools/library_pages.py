"""The pages of what libraries are known: an index, vendors, and a page per kind with every call."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from page_layout import page, quoted, table
from purposelint.domain.catalog import Catalog
from purposelint.domain.library import Library

KINDS = {
    "analytics": "Analytics",
    "cloud": "Clouds",
    "crm": "Customer relations",
    "error_monitoring": "Error and performance monitoring",
    "framework": "Frameworks",
    "guard": "Guards",
    "http": "HTTP clients and servers",
    "identity": "Identity",
    "llm": "Language models",
    "log": "Logs",
    "mail": "Mail",
    "maps": "Maps and places",
    "messaging": "Messaging",
    "payment": "Payment",
    "push": "Push messages",
    "queue": "Task queues",
    "schema": "Schemas",
    "search": "Search",
    "shipping": "Shipping",
    "sms": "Text messages",
    "social": "Social networks",
    "stdlib": "Standard library",
    "storage": "Storage",
    "support": "Support",
}
"""The kinds of libraries there are, each with the title of its page."""

_COUNTED = ("sink", "relay", "source", "guard", "passthrough", "column", "model")


def library_pages(catalog: Catalog) -> dict[str, str]:
    """Pages by their path below docs/."""
    kinds: dict[str, list[Library]] = {}
    for _, library in sorted(catalog.libraries.items()):
        kinds.setdefault(library.kind, []).append(library)
    made = {f"libraries/{kind}.md": _kind(kind, kinds[kind]) for kind in sorted(kinds)}
    return {"libraries.md": _index(kinds), "vendors.md": _vendors(catalog), **made}


def _index(kinds: dict[str, list[Library]]) -> str:
    lead = (
        f"{sum(map(len, kinds.values()))} libraries whose calls are known: where data leaves or enters,"
        " what takes the personal data out, and which classes store their fields. Each is a file of"
        " `rules/libraries/`; most are read only when the scanned code imports the library. Who receives"
        " what is sent is on the page of [vendors](vendors.md)."
    )
    blocks = []
    for kind in sorted(kinds):
        rows = (
            (f"[{one.name}](libraries/{kind}.md#{one.name.lower()})", one.title, one.checked, _counts(one))
            for one in kinds[kind]
        )
        head = ("library", "what it is", "checked against", "entries")
        blocks.append(f"## [{KINDS[kind]}](libraries/{kind}.md)\n\n{table(head, rows)}")
    return page("Libraries", lead, blocks)


def _counts(library: Library) -> str:
    counted = [(kind, len(getattr(library, kind))) for kind in _COUNTED]
    return ", ".join(f"{count} {kind}{'s' if count > 1 else ''}" for kind, count in counted if count)


def _vendors(catalog: Catalog) -> str:
    lead = (
        "Who receives what is sent. A policy maps these ids, or the hosts, to its recipients"
        " ([configuration](configuration.md)). A call of an HTTP client goes to the vendor whose host its"
        " address names."
    )
    found: dict[str, list[Library]] = {}
    for _, library in sorted(catalog.libraries.items()):
        own = {library.vendor, *(one.vendor for one in library.sink), *(one.vendor for one in library.relay)}
        for vendor in sorted(own - {""}):
            found.setdefault(vendor, []).append(library)
    rows = (
        (
            f"`{vendor}`",
            ", ".join(sorted({KINDS[one.kind] for one in found[vendor]})),
            quoted(sorted({host for one in found[vendor] if one.vendor == vendor for host in one.hosts})),
            ", ".join(f"[{one.name}](libraries/{one.kind}.md#{one.name.lower()})" for one in found[vendor]),
        )
        for vendor in sorted(found)
    )
    return page("Vendors", lead, [table(("vendor", "kind", "hosts", "libraries"), rows)])


def _kind(kind: str, libraries: Iterable[Library]) -> str:
    lead = (
        "What is known of each library's calls, by the names that they have through imports;"
        " `TYPE.method` is a method. Back to [all libraries](../libraries.md)."
    )
    return page(KINDS[kind], lead, (_library(library) for library in libraries))


def _library(library: Library) -> str:
    facts = [f"imported as {quoted(library.imports)}"] if library.imports else []
    facts += [f"vendor `{library.vendor}`"] if library.vendor else []
    facts += [f"hosts {quoted(library.hosts)}"] if library.hosts else []
    facts += [f"names checked against {library.checked}"] if library.checked else []
    told = "; ".join(facts)
    rows = list(_rows(library))
    return (
        f"## {library.name}\n\n"
        + (f"{told[0].upper()}{told[1:]}.\n\n" if told else "")
        + (table(("what", "id", "names"), rows) if rows else "")
    )


def _queued(library: Library, sink: str) -> Iterator[str]:
    """How the tasks are made whose arguments a queue keeps."""
    for handler in library.handler:
        if handler.kept == sink:
            yield from (f"@{name}" for name in handler.decorator)


def _rows(library: Library) -> Iterator[tuple[str, str, str]]:
    for sink in library.sink:
        names = (*sink.call, *sink.attribute) or tuple(_queued(library, sink.id))
        yield f"{sink.activity} sink", f"`{sink.id}`", quoted(names)
    for source in library.source:
        told = f"source of {source.element}" if source.element else "nobody's data"
        yield told, f"`{source.id}`", quoted((*source.call, *source.attribute, *source.name))
    for guard in library.guard:
        yield f"guard ({guard.gives})", f"`{guard.id}`", quoted(guard.call)
    for relay in library.relay:
        yield f"relay, {relay.activity}", f"`{relay.id}`", quoted(relay.call)
    for setting in library.setting:
        yield "setting", f"`{setting.id}`", quoted((*setting.call, *setting.attribute))
    for passthrough in library.passthrough:
        yield "passes on", f"`{passthrough.id}`", quoted((*passthrough.call, *passthrough.attribute))
    for column in library.column:
        yield f"column: {column.element or column.shape}", "", quoted(column.type)
    for model in library.model:
        what = "stored model" if model.activity else "record"
        yield what, f"`{model.id}`", quoted((*model.base, *model.decorator))
