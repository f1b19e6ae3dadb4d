"""The pages of what libraries are known: an index, vendors, and a page per kind with every call."""

from __future__ import annotations

from collections.abc import Iterable

from page_layout import page, quoted, table
from purposelint.domain.catalog import Catalog
from purposelint.domain.library import Library
from purposelint.report.library_entries import counted, rows_of

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
            (f"[{one.name}](libraries/{kind}.md#{one.name.lower()})", one.title, one.checked, counted(one))
            for one in kinds[kind]
        )
        head = ("library", "what it is", "checked against", "entries")
        blocks.append(f"## [{KINDS[kind]}](libraries/{kind}.md)\n\n{table(head, rows)}")
    return page("Libraries", lead, blocks)


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
    facts += [f"also behind packages called {quoted(library.names)}"] if library.names else []
    facts += [f"names checked against {library.checked}"] if library.checked else []
    told = "; ".join(facts)
    rows = [(row.told, f"`{row.id}`" if row.id else "", quoted(row.names)) for row in rows_of(library)]
    return (
        f"## {library.name}\n\n"
        + (f"{told[0].upper()}{told[1:]}.\n\n" if told else "")
        + (table(("what", "id", "names"), rows) if rows else "")
    )
