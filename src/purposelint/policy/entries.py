"""What library entries must agree on with each other and with the elements, and who wins by id."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import msgspec

from purposelint.domain.catalog import Entry, Rule
from purposelint.domain.library import Library, Sink, Source
from purposelint.domain.models import Column, Model
from purposelint.errors import InputMistake
from purposelint.policy.documents import Document, meant
from purposelint.policy.previews import since_mistakes
from purposelint.policy.toml_lines import KeyPath

_KINDS = (
    "sink",
    "source",
    "guard",
    "passthrough",
    "model",
    "query",
    "handler",
    "hook",
    "channel",
    "callback",
    "workflow",
    "ending",
    "failure",
    "service",
    "registry",
    "extension",
    "relay",
    "setting",
)
"""Kinds of entries that have an id, unique within the kind."""

_NAMES = {
    "sink": ("call", "attribute"),
    "source": ("call", "attribute"),
    "guard": ("call",),
    "passthrough": ("call", "attribute"),
    "type": ("of", "is_"),
    "column": ("type",),
    "model": ("base", "decorator", "constructors", "wrappers"),
    "query": ("attribute", "call"),
    "handler": ("decorator", "register"),
    "hook": ("base", "decorator", "annotation"),
    "channel": ("register", "decorator", "send"),
    "callback": ("call",),
    "workflow": ("call",),
    "ending": ("call",),
    "failure": ("call", "raises"),
    "service": ("decorator", "register", "lookup", "inject"),
    "registry": ("attribute",),
    "extension": ("call", "of"),
    "relay": ("call", "tuned_by"),
    "setting": ("call", "attribute"),
}
"""Keys that hold dotted names, by kind of entry."""

_VENDOR_NAME = re.compile(r"\*?[a-z0-9]{3,}\*?")

_DOTTED = re.compile(r"[A-Za-z_*][\w*]*(\(\)|\[\])*(\.[A-Za-z_*][\w*]*(\(\)|\[\])*)*(\.\?)?")


@dataclass(frozen=True)
class LoadedLibrary:
    """A library with its file; `tier` 0 for the built-in rules, then one for each project folder."""

    library: Library
    document: Document
    tier: int


def merged_libraries(loaded: Sequence[LoadedLibrary]) -> dict[str, Library]:
    """Libraries by name, sorted; an entry is dropped where a later file has one of its kind and id."""
    owner = {(kind, entry_id): index for index, kind, entry_id in _identified(loaded)}
    merged: dict[str, Library] = {}
    for index, each in enumerate(loaded):
        kept = _without(each.library, index, owner)
        name = kept.name if kept.name not in merged else f"{kept.name}#{index}"
        merged[name] = kept
    return dict(sorted(merged.items()))


def _identified(loaded: Sequence[LoadedLibrary]) -> Iterator[tuple[int, str, str]]:
    for index, each in enumerate(loaded):
        for kind in _KINDS:
            for entry in getattr(each.library, kind):
                if entry.id:
                    yield index, kind, entry.id


def _without(library: Library, index: int, owner: dict[tuple[str, str], int]) -> Library:
    changes = {}
    for kind in _KINDS:
        entries = getattr(library, kind)
        kept = tuple(entry for entry in entries if owner.get((kind, entry.id), index) == index)
        if len(kept) != len(entries):
            changes[kind] = kept
    return msgspec.structs.replace(library, **changes) if changes else library


def entry_mistakes(loaded: Sequence[LoadedLibrary], known: frozenset[str]) -> list[InputMistake]:
    """Mistakes between entries: ids stated twice, elements that do not exist, names that are none."""
    mistakes: list[InputMistake] = []
    seen: dict[tuple[int, str, str], Document] = {}
    for each in loaded:
        for kind in (*_KINDS, "type", "column"):
            for index, entry in enumerate(getattr(each.library, kind)):
                at: KeyPath = (kind, index)
                mistakes += _element_mistakes(each.document, at, entry, known)
                if isinstance(entry, Rule):
                    mistakes += since_mistakes(each.document, at, entry)
                mistakes += _name_mistakes(each.document, at, entry, _NAMES[kind])
                key = (each.tier, kind, getattr(entry, "id", ""))
                if key[2] and seen.setdefault(key, each.document) is not each.document:
                    message = f'{kind} "{key[2]}" is stated twice, first in {seen[key].label}'
                    mistakes.append(each.document.mistake((*at, "id"), message))
            mistakes += _repeated(each, kind)
        mistakes += _wrapping_mistakes(each)
    return mistakes


def _wrapping_mistakes(each: LoadedLibrary) -> Iterator[InputMistake]:
    """Names of a vendor that no dotted name can have, or that are nobody's; wrapped calls with a receiver."""
    library, document = each.library, each.document
    if library.names and not library.vendor:
        yield document.mistake(("names",), "names say which packages reach a vendor: state `vendor`, too")
    for index, name in enumerate(library.names):
        if not _VENDOR_NAME.fullmatch(name):
            message = f'"{name}" is no name of a vendor: lower-case letters and digits, `*` for any part'
            yield document.mistake(("names", index), message)
    for number, sink in enumerate(library.sink):
        for index, call in enumerate(sink.call if sink.wrapped else ()):
            if not call.startswith("*.") or call.count(".") > 1:
                message = f'"{call}" of a wrapped sink: only the last word is known, write it as "*.send"'
                yield document.mistake(("sink", number, "call", index), message)


def _repeated(each: LoadedLibrary, kind: str) -> Iterator[InputMistake]:
    """Ids that one file states twice."""
    seen: set[str] = set()
    for index, entry in enumerate(getattr(each.library, kind)):
        entry_id = getattr(entry, "id", "")
        if entry_id and entry_id in seen:
            yield each.document.mistake((kind, index, "id"), f'{kind} "{entry_id}" is stated twice')
        seen.add(entry_id)


def _element_mistakes(
    document: Document, at: KeyPath, entry: Entry, known: frozenset[str]
) -> Iterator[InputMistake]:
    stated: dict[KeyPath, str] = {}
    if isinstance(entry, Source | Column) and entry.element:
        stated.update({(*at, "element"): entry.element})
    if isinstance(entry, Sink):
        stated.update({(*at, "brings", index): element for index, element in enumerate(entry.brings)})
    if isinstance(entry, Model):
        stated.update({(*at, "inherits", name): element for name, element in entry.inherits.items()})
    for path, element in stated.items():
        if element and element not in known:
            yield document.mistake(path, f'unknown element "{element}"{meant(element, known)}')


def _name_mistakes(
    document: Document, at: KeyPath, entry: Entry, keys: Iterable[str]
) -> Iterator[InputMistake]:
    for key in keys:
        value = getattr(entry, key)
        for index, name in enumerate((value,) if isinstance(value, str) else value):
            if name and not _DOTTED.fullmatch(name):
                path = (*at, key.rstrip("_")) if isinstance(value, str) else (*at, key, index)
                yield document.mistake(path, f'"{name}" is not a dotted name')
