"""Work on one file, its result as bytes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from purposelint.domain.facts import FileFacts, SourceFile, Unreadable
from purposelint.domain.limits import STANDARD, TOO_HUNGRY
from purposelint.host.cache import encode
from purposelint.host.contents import content_hash
from purposelint.host.reading import read, within_size

Work: TypeAlias = Callable[[SourceFile], FileFacts | Unreadable]


@dataclass(frozen=True, slots=True)
class Done:
    """One file's result, encoded. `content` is the hash of what was read, b'' if not to be kept."""

    path: str
    content: bytes
    facts: bool
    data: bytes


def do(work: Work, root: Path, asked: str | SourceFile, largest: int = STANDARD.file_bytes) -> Done:
    """Work on one file, read by its path or given with its text.

    An error of ours is a result too, so that the others are finished.
    """
    path = path_of(asked)
    source = read(root, asked, largest) if isinstance(asked, str) else within_size(asked, largest)
    if isinstance(source, Unreadable):
        return Done(path, b"", facts=False, data=encode(source))
    content = content_hash(source.data)
    try:
        result = work(source)
        data = encode(result)
    except MemoryError:
        return failed(path, TOO_HUNGRY)
    except Exception as error:  # noqa: BLE001 - whatever it is, it is this file's and must be reported
        reason = f"could not be analysed: {type(error).__name__}: {error}"[:300].rstrip(": ")
        return failed(path, reason)
    return Done(path, content, isinstance(result, FileFacts), data)


def path_of(asked: str | SourceFile) -> str:
    """The path of a file that is asked for by it, or given."""
    return asked if isinstance(asked, str) else asked.path


def failed(path: str, reason: str) -> Done:
    """The result of a file that could not be worked on."""
    return Done(path, b"", facts=False, data=encode(Unreadable(path, reason)))
