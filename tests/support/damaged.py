"""TOML files that were right once, damaged as people and merges damage them."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from purposelint.policy.documents import Document, parse

_WORDS = [
    "*",
    "self",
    "",
    "identity.email",
    "!identity.*",
    "a.b",
    "payment",
    "é\u202e",
    "[",
    "**",
    "package:x",
    "../x",
]
_SCALARS: st.SearchStrategy[Any] = st.one_of(
    st.booleans(),
    st.integers(-(2**70), 2**70),
    st.floats(),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=4),
    st.sampled_from(_WORDS),
    st.dates(),
    st.datetimes(),
    st.times(),
)
_VALUES = st.recursive(
    _SCALARS,
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from([*_WORDS, "id"]), inner, max_size=3)
    ),
    max_leaves=5,
)


def written(value: object) -> str:
    """A value as TOML writes it on one line."""
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{json.dumps(key)} = {written(each)}" for key, each in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(written, value)) + "]"
    if isinstance(value, str):
        return json.dumps(value).replace("\x7f", "\\u007f")
    if isinstance(value, dt.date | dt.time):
        return value.isoformat()
    return str(value).lower()


def parsed(file: Path) -> dict[str, Any]:
    """What a TOML file says."""
    document = parse(file.read_bytes(), file.name)
    assert isinstance(document, Document)
    return dict(document.data)


@st.composite
def damaged(draw: st.DrawFn, sound: Mapping[str, Any]) -> bytes:
    """The text of a file after a few changes to what it says, and sometimes to its bytes."""
    root = json.loads(json.dumps(sound, default=str))
    for _ in range(draw(st.integers(0, 4))):
        _change(draw, root)
    data = "\n".join(f"{json.dumps(key)} = {written(value)}" for key, value in root.items()).encode()
    for _ in range(draw(st.sampled_from([0, 0, 0, 1, 2]))):
        at = draw(st.integers(0, len(data)))
        data = data[:at] + draw(st.binary(max_size=3)) + data[at + draw(st.integers(0, 3)) :]
    return data


def _change(draw: st.DrawFn, root: dict[str, Any]) -> None:
    """Change one table or list of a document, at whatever depth."""
    holders = _holders(root)
    holder = draw(st.sampled_from(holders))
    keys = list(holder) if isinstance(holder, dict) else list(range(len(holder)))
    kind = draw(st.sampled_from(["replace", "drop", "add", "rename", "copy"]))
    if kind == "add" or not keys:
        _put(draw, holder, draw(_VALUES))
        return
    key = draw(st.sampled_from(keys))
    if kind == "replace":
        holder[key] = draw(_VALUES)
    elif kind == "drop":
        del holder[key]
    elif kind == "copy":
        _put(draw, draw(st.sampled_from(holders)), json.loads(json.dumps(holder[key], default=str)))
    elif isinstance(holder, dict):
        holder[draw(st.sampled_from(_names(root)))] = holder.pop(key)


def _put(draw: st.DrawFn, holder: dict[str, Any] | list[Any], value: object) -> None:
    if isinstance(holder, dict):
        holder[draw(st.sampled_from(_WORDS) | st.text("abc-", max_size=3))] = value
    else:
        holder.append(value)


def _holders(value: object) -> list[Any]:
    """All tables and lists in a value, itself first."""
    if not isinstance(value, dict | list):
        return []
    inner = value.values() if isinstance(value, dict) else value
    return [value, *(found for each in inner for found in _holders(each))]


def _names(root: dict[str, Any]) -> list[str]:
    return sorted(
        {key for holder in _holders(root) if isinstance(holder, dict) for key in holder} | set(_WORDS)
    )
