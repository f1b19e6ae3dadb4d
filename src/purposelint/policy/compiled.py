"""The catalogue kept between runs, in the user's cache folder, so that a run need not read TOML again.

What is kept is known by the content of every rules file and of the code that reads them. A project could
bring a false catalogue, so nothing is kept below its root. Where nothing can be kept or what is kept is
damaged, the rules are read as ever.
"""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec

from purposelint._version import __version__
from purposelint.domain.catalog import Catalog, Element, Vocabulary
from purposelint.domain.library import Library
from purposelint.policy.catalogue import add_to_digest, rule_files
from purposelint.policy.locations import label_of

_MAGIC = b"purposelint rules 1\n"
_CHECKSUM = 16
_KEPT = 8
"""How many catalogues the folder holds: versions of the tool, and projects with rules of their own."""

_PACKAGE = Path(__file__).resolve().parent.parent
_SOURCES = ("policy", "domain")
"""Folders of the package that decide what is made of the files."""


class _Kept(msgspec.Struct, frozen=True, array_like=True):
    """A catalogue, all but its digest."""

    elements: dict[str, Element]
    vocabulary: Vocabulary
    libraries: dict[str, Library]


@dataclass(frozen=True)
class Compiled:
    """Where the catalogue of some rules folders is kept, and the digest that it has."""

    file: Path
    digest: str

    def read(self) -> Catalog | None:
        """The catalogue; None if it is not kept, or not whole."""
        try:
            data = self.file.read_bytes()
            head = len(_MAGIC) + _CHECKSUM
            content = memoryview(data)[head:]
            if data[:head] != _MAGIC + _checksum(content):
                return None
            kept = msgspec.msgpack.decode(content, type=_Kept)
        except (OSError, msgspec.MsgspecError, UnicodeDecodeError):
            return None
        return Catalog(kept.elements, kept.vocabulary, kept.libraries, self.digest)

    def write(self, catalog: Catalog) -> None:
        """Keep a catalogue, unless the files changed while they were read."""
        if catalog.digest != self.digest:
            return
        kept = _Kept(dict(catalog.elements), catalog.vocabulary, dict(catalog.libraries))
        content = msgspec.msgpack.encode(kept)
        temporary = self.file.with_suffix(f".{os.getpid()}.tmp")
        try:
            self.file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            try:
                temporary.write_bytes(_MAGIC + _checksum(content) + content)
                temporary.replace(self.file)
            finally:
                temporary.unlink(missing_ok=True)
            self._drop_old()
        except OSError:
            return

    def _drop_old(self) -> None:
        found = [(file.stat().st_mtime_ns, file) for file in self.file.parent.glob("rules-*.bin")]
        for _, file in sorted(found, reverse=True)[_KEPT:]:
            file.unlink(missing_ok=True)


def compiled(rules: Path, extensions: Sequence[Path], root: Path) -> Compiled | None:
    """Where the catalogue of these folders is kept; None if it cannot be, or some file cannot be read."""
    folder = cache_folder()
    if folder is None or folder.is_relative_to(root):
        return None
    digest = hashlib.sha256()
    key = hashlib.sha256(f"{__version__}\0{msgspec.__version__}\0".encode())
    try:
        for source in (file for part in _SOURCES for file in sorted((_PACKAGE / part).glob("*.py"))):
            key.update(source.name.encode() + source.read_bytes())
        for each in (rules, *extensions):
            files = [*rule_files(each)] if each.is_dir() else []
            if not files:
                return None
            key.update(f"{len(files)}\0".encode())
            for file in files:
                add_to_digest(digest, label_of(file, root), file.read_bytes())
    except OSError:
        return None
    key.update(digest.digest())
    return Compiled(folder / f"rules-{key.hexdigest()[:32]}.bin", digest.hexdigest())


def cache_folder() -> Path | None:
    """Our folder among the user's caches; None if there is no telling where these are."""
    name = "LOCALAPPDATA" if sys.platform == "win32" else "XDG_CACHE_HOME"
    stated = os.environ.get(name, "")
    try:
        # A path that is not absolute would lie wherever the run happens to stand.
        caches = Path(stated) if Path(stated).is_absolute() else Path.home() / ".cache"
        return Path(os.path.realpath(caches / "purposelint"))
    except (OSError, ValueError, RuntimeError):
        return None


def _checksum(content: bytes | memoryview) -> bytes:
    return hashlib.blake2b(content, digest_size=_CHECKSUM).digest()
