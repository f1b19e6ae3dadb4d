"""Reading `rules/` and a project's own rules folders into the `Catalog`."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import msgspec

from purposelint.domain.catalog import Catalog, Element, Entry, Vocabulary
from purposelint.domain.library import Library
from purposelint.errors import InputMistake
from purposelint.policy.documents import Document, parse
from purposelint.policy.entries import LoadedLibrary, entry_mistakes, merged_libraries
from purposelint.policy.locations import label_of
from purposelint.policy.previews import since_mistakes
from purposelint.policy.schema import conform
from purposelint.policy.toml_lines import Toml

_ALWAYS = "*"
_PARTS = {"elements": "*.toml", ".": "vocabulary.toml", "libraries": "*.toml"}
"""Parts of a rules folder, in the order in which they are read, with the names of their files."""

_POLICIES = "policies"
"""A part of the rules that ship alone: of it the catalogue keeps what the purposes are called."""

_HEAD = re.compile(r"^\s*\[\[", re.MULTILINE)
_IMPORTS = re.compile(r"^\s*imports\s*=\s*(\[[^\]]*\]|[\"'][^\"']*[\"'])", re.MULTILINE)
_QUOTED = re.compile(r"[\"']([^\"']*)[\"']")


class _ElementFile(Entry, frozen=True, kw_only=True):
    """One file of `rules/elements`; `group` is the file's name and may be stated."""

    element: tuple[Element, ...] = ()


@dataclass
class Reading:
    """What is read so far: documents beside the values they gave, and every mistake."""

    root: Path
    packages: frozenset[str] | None = None
    elements: dict[str, tuple[Element, Document]] = field(default_factory=dict)
    vocabulary: Vocabulary | None = None
    libraries: list[LoadedLibrary] = field(default_factory=list)
    purposes: dict[str, str] = field(default_factory=dict)
    mistakes: list[InputMistake] = field(default_factory=list)
    unread: bool = False
    """Some file gave nothing at all, so that what it states cannot be known."""
    digest: Any = field(default_factory=hashlib.sha256)


def read_catalog(
    rules: Path, extensions: Sequence[Path], root: Path, packages: frozenset[str] | None
) -> tuple[Catalog | None, list[InputMistake]]:
    """Read the rules folder, then each extension over it; None if it cannot be known what elements there are.

    With `packages`, a built-in library whose `imports` none of them meets is left unparsed.
    """
    reading = Reading(root, packages)
    for tier, folder in enumerate((rules, *extensions)):
        if not folder.is_dir():
            where = label_of(folder, root)
            reading.mistakes.append(InputMistake(where, "", "is not a folder of rules"))
            continue
        _read_folder(reading, folder, tier)
    libraries = merged_libraries(reading.libraries)
    reading.mistakes += entry_mistakes(reading.libraries, frozenset(reading.elements))
    if reading.vocabulary is None:
        if not reading.mistakes:
            where = label_of(rules / "vocabulary.toml", root)
            reading.mistakes.append(InputMistake(where, "", "cannot be read: No such file or directory"))
        return None, reading.mistakes
    if reading.unread:
        return None, reading.mistakes
    elements = {name: element for name, (element, _) in sorted(reading.elements.items())}
    digest = reading.digest.hexdigest()
    purposes = reading.purposes
    catalog = Catalog(elements, reading.vocabulary, libraries, digest, shipped_purposes=purposes)
    return catalog, reading.mistakes


def rule_files(folder: Path, *, shipped: bool) -> Iterator[Path]:
    """Files of a rules folder in the order in which they are read."""
    for part in (*_PARTS, _POLICIES) if shipped else _PARTS:
        yield from _files(folder, part)


def add_to_digest(digest: Any, label: str, content: bytes) -> None:  # noqa: ANN401 - hashlib names no type
    """Enter one file into the digest that a catalogue has."""
    digest.update(f"{label}\0{len(content)}\0".encode() + content)


def _files(folder: Path, part: str) -> list[Path]:
    return sorted((folder / part).glob(_PARTS.get(part, "*.toml")))


def _read_folder(reading: Reading, folder: Path, tier: int) -> None:
    own = tier > 0
    for document in _documents(reading, folder, "elements"):
        _read_elements(reading, document, own=own)
    for document in _documents(reading, folder, "."):
        _read_vocabulary(reading, document)
    for document in _documents(reading, folder, "libraries", None if own else reading.packages):
        _read_library(reading, document, tier)
    for document in () if own else _documents(reading, folder, _POLICIES):
        stated = document.data.get("purposes")
        for name in stated if isinstance(stated, Mapping) else ():
            reading.purposes.setdefault(name, document.place.stem if document.place else document.label)


def _documents(
    reading: Reading, folder: Path, part: str, packages: frozenset[str] | None = None
) -> Iterator[Document]:
    """Parsed files of one part of a rules folder in order of name; all are in the digest, parsed or not."""
    for place in _files(folder, part):
        label = label_of(place, reading.root)
        try:
            content = place.read_bytes()
        except OSError as error:
            reading.mistakes.append(InputMistake(label, "", f"cannot be read: {error.strerror or error}"))
            reading.unread = True
            continue
        add_to_digest(reading.digest, label, content)
        if packages is not None and not _imported(place.stem, content, packages):
            continue
        document = parse(content, label, place)
        if isinstance(document, Document):
            yield document
        else:
            reading.mistakes.append(document)
            reading.unread = True


def _imported(stem: str, content: bytes, packages: frozenset[str]) -> bool:
    """Whether the head of a library file names one of the packages, seen without parsing the file."""
    text = content.decode("utf-8", "replace")
    entries = _HEAD.search(text)
    stated = _IMPORTS.search(text, 0, entries.start() if entries else len(text))
    names = _QUOTED.findall(stated.group(1)) if stated else [stem]
    return _ALWAYS in names or not packages.isdisjoint(names)


def _read_elements(reading: Reading, document: Document, *, own: bool) -> None:
    """Take the elements of one file; a project's own need no examples and win key by key."""
    tables = document.data.get("element", [])
    data = dict(document.data)
    if isinstance(tables, list):
        data["element"] = [_completed(reading, table, own=own) for table in tables]
    file, mistakes = conform(document, data, _ElementFile)
    reading.mistakes += mistakes
    for index, element in enumerate(file.element if file else ()):
        known = reading.elements.get(element.id)
        where = ("element", index, "id")
        reading.mistakes += since_mistakes(document, where[:2], element)
        if known and (not own or known[1] is document):
            message = f'element "{element.id}" is stated twice, first in {known[1].label}'
            reading.mistakes.append(document.mistake(where, message))
        elif element.id and not re.fullmatch(r"[a-z][a-z0-9_]*\.[a-z][a-z0-9_]*", element.id):
            message = f'"{element.id}" is not of the form group.name'
            reading.mistakes.append(document.mistake(where, message))
        elif element.id and not own and document.place and element.group != document.place.stem:
            message = f'element "{element.id}" does not belong to the group this file is named for'
            reading.mistakes.append(document.mistake(where, message))
        else:
            reading.elements[element.id] = (element, document)


def _completed(reading: Reading, table: Toml, *, own: bool) -> Toml:
    if not isinstance(table, Mapping):
        return table
    base: dict[str, Any] = {"hits": [], "misses": []}
    known = reading.elements.get(str(table.get("id"))) if own else None
    if known:
        base = msgspec.to_builtins(known[0])
    return {**base, **table}


def _read_vocabulary(reading: Reading, document: Document) -> None:
    """The first vocabulary is whole; a project's adds words to it."""
    data: Mapping[str, Any] = document.data
    if reading.vocabulary is not None:
        base: dict[str, Any] = msgspec.to_builtins(reading.vocabulary)
        data = {**base, **{key: _added(base.get(key), value) for key, value in data.items()}}
    vocabulary, mistakes = conform(document, data, Vocabulary)
    reading.mistakes += mistakes
    reading.vocabulary = vocabulary or reading.vocabulary


def _added(base: Toml, value: Toml) -> Toml:
    if isinstance(base, list | tuple) and isinstance(value, list | str):
        words = [value] if isinstance(value, str) else value
        return [*base, *(word for word in words if word not in base)]
    return value


def _read_library(reading: Reading, document: Document, tier: int) -> None:
    """Take one library; a project's own is in force whatever the scanned code imports."""
    stem = document.place.stem if document.place else ""
    data = {"name": stem, "imports": [stem], **document.data}
    if tier:
        data["imports"] = [_ALWAYS]
    library, mistakes = conform(document, data, Library)
    reading.mistakes += mistakes
    if library:
        reading.libraries.append(LoadedLibrary(library, document, tier))
