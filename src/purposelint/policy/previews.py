"""Entries of rules/ by their age: those that are only tried out are off until they are asked for."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import replace

import msgspec

from purposelint.domain.catalog import Catalog, Element, Rule
from purposelint.domain.library import Library
from purposelint.errors import InputMistake
from purposelint.policy.documents import Document
from purposelint.policy.toml_lines import KeyPath

_VERSION = re.compile(r"[0-9]{1,6}(\.[0-9]{1,6}){0,5}")


def since_mistakes(document: Document, at: KeyPath, entry: Rule) -> Iterator[InputMistake]:
    """A `since` that is no version as purposelint's are."""
    if entry.since and not _VERSION.fullmatch(entry.since):
        yield document.mistake((*at, "since"), f'"{entry.since}" is not a version, as "0.2.0" is one')


def previewed(catalog: Catalog, *, wanted: bool) -> Catalog:
    """The catalogue with its previews where they are `wanted`, else without them.

    An element that is only tried out keeps its id, so that policies may name it, and finds nothing.
    """
    early = frozenset(one.id for one in catalog.elements.values() if one.preview)
    libraries = {name: _settled(library, early) for name, library in catalog.libraries.items()}
    if not early and all(libraries[name] is catalog.libraries[name] for name in libraries):
        return catalog
    if wanted:
        return replace(catalog, digest=hashlib.sha256(f"{catalog.digest} previewed".encode()).hexdigest())
    elements = {name: _mute(one) if one.preview else one for name, one in catalog.elements.items()}
    return replace(catalog, elements=elements, libraries=libraries)


def _mute(element: Element) -> Element:
    return Element(
        id=element.id,
        title=element.title,
        sensitivity=element.sensitivity,
        clause=element.clause,
        dpv=element.dpv,
        since=element.since,
        preview=True,
        hits=(),
        misses=(),
    )


def _settled(library: Library, early: frozenset[str]) -> Library:
    """A library without entries that are tried out, or that give an element which is."""
    changes = {}
    for name in library.__struct_fields__:
        entries = getattr(library, name)
        if not isinstance(entries, tuple) or not entries or isinstance(entries[0], str):
            continue
        kept = tuple(
            one
            for one in entries
            if not getattr(one, "preview", False) and getattr(one, "element", "") not in early
        )
        if len(kept) != len(entries):
            changes[name] = kept
    return msgspec.structs.replace(library, **changes) if changes else library
