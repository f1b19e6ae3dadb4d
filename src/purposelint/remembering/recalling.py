"""Kept results by what they are: one that is not there, or is none, is made anew."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

import msgspec

from purposelint import host

_Kept = TypeVar("_Kept")


def recalled(root: Path, kind: str, key: str, decoder: msgspec.msgpack.Decoder[_Kept]) -> _Kept | None:
    """What was kept of a kind under a key, None where there is nothing or it cannot be read."""
    data = host.recall(root, kind, key)
    try:
        return None if data is None else decoder.decode(data)
    except (msgspec.MsgspecError, UnicodeDecodeError):
        return None
