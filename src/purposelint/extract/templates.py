"""Replacement fields of text templates (`{order.user.email}`, `{row[phone]}`): each step mentions a name."""

from __future__ import annotations

import re
from collections.abc import Iterator

_FIELD = re.compile(r"\{(?P<head>\w*)(?P<steps>(?:\.\w+|\[[^\[\]{}]+\])+)[!:}]")
_STEP = re.compile(r"\.(?P<name>\w+)|\[(?P<key>[^\]]+)\]")
_MOST_FIELDS = 60


def mentions_in(text: str) -> Iterator[tuple[str, str, str]]:
    """Kind, receiver and name of what a text names if it is a template; a position names no receiver."""
    if "{" not in text:
        return
    for number, field in enumerate(_FIELD.finditer(text)):
        if number >= _MOST_FIELDS:
            return
        word = "" if field["head"].isdigit() else field["head"]
        for step in _STEP.finditer(field["steps"]):
            name = step["name"] or step["key"]
            yield "attribute" if step["name"] else "key", word, name
            word = name
