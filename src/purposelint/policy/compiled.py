"""The catalogue kept between runs, in the user's cache folder, so that a run need not read TOML again.

What is kept is known by the content of every rules file and of the code that reads them. Where nothing can
be kept or what is kept is not believed, the rules are read as ever.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec

from purposelint._version import __version__
from purposelint.domain.catalog import Catalog, Element, Vocabulary
from purposelint.domain.library import Library
from purposelint.keeping import Store, code_digest, user_store
from purposelint.policy.catalogue import add_to_digest, rule_files
from purposelint.policy.locations import label_of

_KEPT = 8
"""How many catalogues the folder holds: versions of the tool, and projects with rules of their own."""

_SOURCES = ("policy", "domain")
"""Folders of the package that decide what is made of the files."""


class _Kept(msgspec.Struct, frozen=True, array_like=True):
    """A catalogue, all but its digest."""

    elements: dict[str, Element]
    vocabulary: Vocabulary
    libraries: dict[str, Library]
    shipped_purposes: dict[str, str]


@dataclass(frozen=True)
class Compiled:
    """Where the catalogue of some rules folders is kept, and the digest that it has."""

    store: Store
    name: str
    digest: str

    def read(self) -> Catalog | None:
        """The catalogue; None if it is not kept, or not to be believed."""
        content = self.store.read(self.name)
        if content is None:
            return None
        try:
            kept = msgspec.msgpack.decode(content, type=_Kept)
        except (msgspec.MsgspecError, UnicodeDecodeError):
            self.store.distrust(self.name)
            return None
        return Catalog(
            kept.elements,
            kept.vocabulary,
            kept.libraries,
            self.digest,
            shipped_purposes=kept.shipped_purposes,
        )

    def write(self, catalog: Catalog) -> None:
        """Keep a catalogue, unless the files changed while they were read."""
        if catalog.digest == self.digest:
            kept = _Kept(
                dict(catalog.elements),
                catalog.vocabulary,
                dict(catalog.libraries),
                dict(catalog.shipped_purposes),
            )
            self.store.write(self.name, msgspec.msgpack.encode(kept), newest=_KEPT)


def compiled(rules: Path, extensions: Sequence[Path], root: Path) -> Compiled | None:
    """Where the catalogue of these folders is kept; None if it cannot be, or some file cannot be read."""
    store = user_store(root)
    if store is None:
        return None
    digest = hashlib.sha256()
    counts: list[bytes] = []
    try:
        for each in (rules, *extensions):
            files = [*rule_files(each, shipped=each is rules)] if each.is_dir() else []
            if not files:
                return None
            counts.append(str(len(files)).encode())
            for file in files:
                add_to_digest(digest, label_of(file, root), file.read_bytes())
        versions = (__version__.encode(), msgspec.__version__.encode())
        key = code_digest(_SOURCES, (*versions, *counts, digest.digest()))
    except OSError:
        return None
    return Compiled(store, f"rules-{key.hex()}.bin", digest.hexdigest())
