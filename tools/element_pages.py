"""The pages of what personal data is known: an index, and a page per group with the evidence for each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from page_layout import on_one_line, page, quoted, table
from purposelint.domain.catalog import Catalog, Element
from purposelint.domain.library import Library
from purposelint.report.element_evidence import evidence_of


def element_pages(catalog: Catalog) -> dict[str, str]:
    """Pages by their path below docs/."""
    groups: dict[str, list[Element]] = {}
    for element in sorted(catalog.elements.values(), key=lambda one: one.id):
        groups.setdefault(element.group, []).append(element)
    made = {f"elements/{group}.md": _group(group, groups[group], catalog) for group in sorted(groups)}
    return {"elements.md": _index(groups, catalog), **made}


def _index(groups: dict[str, list[Element]], catalog: Catalog) -> str:
    words = catalog.vocabulary
    lead = (
        f"{len(catalog.elements)} kinds of personal data in {len(groups)} groups. Each is an entry of"
        " `rules/elements/`; its group's page says by which names, types and calls it is known, with the"
        " entry's own examples. Labels refer to the Data Privacy Vocabulary"
        f" {words.dpv} and to fideslang {words.fideslang} (see NOTICE)."
        " `purposelint rules WORD` looks in all of this."
    )
    rows = (
        (f"[{one.id}](elements/{group}.md#{_anchor(one.id)})", one.title, one.sensitivity, one.clause)
        for group in sorted(groups)
        for one in groups[group]
    )
    head = ("element", "what it is", "sensitivity", "clause of `renqing`")
    return page("Elements", lead, [table(head, rows)])


def _anchor(identifier: str) -> str:
    return identifier.replace(".", "")


def _group(group: str, elements: Iterable[Element], catalog: Catalog) -> str:
    lead = (
        "How each is known. Names are matched on whole words of an identifier, whichever way it is"
        " written. Back to [all elements](../elements.md)."
    )
    return page(f"Elements: {group}", lead, (_element(element, catalog) for element in elements))


def _element(element: Element, catalog: Catalog) -> str:
    facts = [element.sensitivity + " sensitivity"]
    facts += [f"clause {element.clause} of `renqing`"] if element.clause else []
    facts += [f"DPV {quoted(element.dpv)}"] if element.dpv else []
    facts += [f"fideslang {quoted(element.fides)}"] if element.fides else []
    facts += [f"Open edX's annotations {quoted(element.oep30)}"] if element.oep30 else []
    rows = [(what, quoted(words)) for what, words in _evidence(element, catalog) if words]
    return (
        f"## {element.id}\n\n{element.title}: {'; '.join(facts)}.\n\n"
        f"{table(('evidence', 'names'), rows)}\n"
        f"- found: {quoted(on_one_line(element.hits))}\n"
        f"- not found: {quoted(on_one_line(element.misses))}\n"
    )


def _evidence(element: Element, catalog: Catalog) -> Iterator[tuple[str, tuple[str, ...]]]:
    yield from evidence_of(element)
    libraries = [library for _, library in sorted(catalog.libraries.items())]
    yield "types of libraries that are it", tuple(_columns(libraries, element.id))
    yield "read from", tuple(_read_from(libraries, element.id))
    yield "columns of a base class", tuple(_inherited(libraries, element.id))


def _columns(libraries: Iterable[Library], element: str) -> Iterator[str]:
    columns = (column for library in libraries for column in library.column if column.element == element)
    return (name for column in columns for name in column.type)


def _read_from(libraries: Iterable[Library], element: str) -> Iterator[str]:
    for library in libraries:
        for source in library.source:
            if source.element == element:
                keys = f"[{'/'.join(source.key)}]" if source.key else ""
                yield from (name + keys for name in (*source.call, *source.attribute, *source.name))


def _inherited(libraries: Iterable[Library], element: str) -> Iterator[str]:
    for library in libraries:
        for model in library.model:
            fields = [field for field, what in model.inherits.items() if what == element]
            yield from (f"{base}.{field}" for base in model.base for field in fields)
