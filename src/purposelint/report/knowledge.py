"""`rules`: what the catalogue knows, or what of it has to do with a word."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeAlias

from purposelint.domain.catalog import Catalog, Element
from purposelint.domain.library import Library
from purposelint.domain.words import words
from purposelint.report.library_entries import counted, rows_of
from purposelint.report.look import PLAIN, Line, Look, paint
from purposelint.report.prose import table

_Speaks: TypeAlias = Callable[[str, str], bool]
"""Whether a text speaks of a word."""


def list_rules(catalog: Catalog, word: str = "", look: Look = PLAIN) -> str:
    """Elements and libraries as tables; with a word, those entries that speak of it. '' when none does.

    Where something has a word that begins like it, all that only contains it is left out: `imei` is not
    found in `MIMEImage`.
    """
    return _listed(catalog, word, _has_word, look) or _listed(catalog, word, _contains, look)


def _has_word(text: str, word: str) -> bool:
    """Whether a word of a text begins like what is looked for, as identifiers are split.

    Of something without words, such as `@`, none does; where nothing is looked for, everything speaks of it.
    """
    if word and not words(word):
        return False
    return f" {' '.join(words(word))}" in f" {' '.join(words(text))}"


def _contains(text: str, word: str) -> bool:
    return word.casefold() in text.casefold()


def _listed(catalog: Catalog, word: str, speaks: _Speaks, look: Look) -> str:
    lines: list[Line] = []
    elements = [one for one in catalog.elements.values() if _speaks_of(one, word, speaks)]
    if elements:
        rows = [("ELEMENT", "SENSITIVITY", "WHAT IT IS")]
        rows += [(one.id, one.sensitivity, one.title) for one in sorted(elements, key=lambda one: one.id)]
        lines += [*table(rows, look), []]
    if word:
        entries = [
            row
            for name in sorted(catalog.libraries)
            for row in _entries(catalog.libraries[name], word, speaks)
        ]
        if entries:
            lines += [*table([("LIBRARY", "KIND", "ENTRY", "CALLS AND NAMES"), *entries], look), []]
    else:
        rows = [("LIBRARY", "VENDOR", "KNOWS")]
        rows.extend(_library(catalog.libraries[name]) for name in sorted(catalog.libraries))
        lines += [*table(rows, look), []] if len(rows) > 1 else []
    return paint(lines[:-1], look)


def _speaks_of(element: Element, word: str, speaks: _Speaks) -> bool:
    names = (*element.strong, *element.context, *element.weak, *element.aliases, *element.types)
    said = (element.id, element.title, *names, *(name.replace("_", " ") for name in names))
    return any(speaks(text, word) for text in said)


def _library(library: Library) -> tuple[str, str, str]:
    return library.name, library.vendor, counted(library) or ", ".join(library.hosts)


def _entries(library: Library, word: str, speaks: _Speaks) -> Iterator[tuple[str, ...]]:
    """Entries that speak of the word; all of a library whose name, title, vendor or host does."""
    own = (library.name, library.title, library.vendor, *library.hosts)
    whole = any(speaks(text, word) for text in own)
    rows = list(rows_of(library))
    if whole and not rows:
        yield library.name, "vendor", library.vendor, ", ".join(library.hosts)
    for row in rows:
        if whole or any(speaks(text, word) for text in (row.told, row.id, row.vendor, *row.names)):
            yield library.name, row.told, row.id, ", ".join(row.names)
