"""A purpose renamed in `[[declare]]` tables of a TOML file, which otherwise stays as it is."""

from __future__ import annotations

import copy
import re
from collections.abc import Collection, Mapping
from typing import Any

from purposelint.policy.documents import Document, parse
from purposelint.policy.toml_lines import KeyPath

_TABLE: KeyPath = ("tool", "purposelint")


def with_purpose(
    content: bytes, tables: Collection[int], old: str, new: str
) -> tuple[bytes, list[int]] | None:
    """The file with another name for a purpose of some tables, and the lines that changed.

    None where it cannot be told which text to change: whatever comes of it is parsed again, and must say
    the same but for the name.
    """
    found = parse(content, "")
    if not isinstance(found, Document) or content.startswith(b"\xef\xbb\xbf"):
        return None
    prefix = () if "declare" in found.data else _TABLE
    lines = content.decode("utf-8").split("\n")
    changed: set[int] = set()
    wanted = copy.deepcopy(found.data)
    for index in tables:
        declare = _declared(wanted, prefix, index)
        named = declare.get("purposes") if isinstance(declare, dict) else None
        words = [named] if isinstance(named, str) else named
        if not isinstance(words, list) or new in words:
            return None
        for at in (at for at, word in enumerate(words) if word == old):
            path = (*prefix, "declare", index, "purposes")
            line = found.lines.get((*path, at), found.lines.get(path, 0))
            if not line:
                return None
            quoted = rf"([\"']){re.escape(old)}\1"
            lines[line - 1] = re.sub(quoted, rf"\g<1>{new}\g<1>", lines[line - 1], count=1)
            changed.add(line)
        renamed = [new if word == old else word for word in words]
        declare["purposes"] = new if isinstance(named, str) else renamed
    after = "\n".join(lines).encode()
    made = parse(after, "")
    same = isinstance(made, Document) and made.data == wanted
    return (after, sorted(changed)) if same else None


def _declared(data: Mapping[str, Any], prefix: KeyPath, index: int) -> Any:  # noqa: ANN401 - TOML is any
    """What stands at a table's place, None for nothing: the file may have changed meanwhile."""
    found: Any = data
    for key in (*prefix, "declare"):
        found = found.get(key) if isinstance(found, Mapping) else None
    return found[index] if isinstance(found, list) and index < len(found) else None
