"""What texts around a field say: labels, comments, docstrings, validators. They move a rank, no more."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from purposelint.classify.lexicon import Lexicon
from purposelint.domain.sightings import Evidence
from purposelint.domain.words import words

_FRAME = re.compile(r"\(\?:|\(\?P<\w+>|[()$]|(?<!\[)\^|\\[bAZz]")
_LONGEST_PATTERN = 500
_LONGEST_TEXT = 60
"""Words of a text that are read; what a field is stands at the beginning."""


class HintReader:
    """Finds strong names of elements in texts."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Read against a lexicon."""
        strong = {
            name: tuple(element.id for element, tier in found if tier == "strong")
            for name, found in lexicon.names.items()
        }
        self._names = {name: ids for name, ids in strong.items() if ids}
        self._first = frozenset(name[0] for name in self._names if name)
        self._longest = max(map(len, self._names), default=0)
        elements = lexicon.elements.values()
        self._patterns = tuple((each.id, pattern) for each in elements for pattern in each.patterns)

    def read(self, texts: Iterable[tuple[str, str]]) -> dict[str, Evidence]:
        """Evidence by element that texts speak of; each text comes with what it is (`label`)."""
        found: dict[str, Evidence] = {}
        for kind, text in texts:
            said = words(text)[:_LONGEST_TEXT]
            for start in [start for start, word in enumerate(said) if word in self._first]:
                for end in range(min(len(said), start + self._longest), start, -1):
                    for element_id in self._names.get(said[start:end], ()):
                        if element_id not in found:
                            name = "_".join(said[start:end])
                            found[element_id] = Evidence("text", f"its {kind} speaks of `{name}`")
            bare = _bare(text)
            for element_id, pattern in self._patterns:
                if pattern in bare and element_id not in found:
                    found[element_id] = Evidence("text", f"its {kind} checks for `{pattern}`")
        return found


def _bare(text: str) -> str:
    """A regular expression without groups and anchors, its digits written in one way."""
    return _FRAME.sub("", text[:_LONGEST_PATTERN].replace("[0-9]", r"\d"))


def described(docstring: str, name: str) -> tuple[tuple[str, str], ...]:
    """What a class's docstring says of a field: `name: text`, `name (str): text`, `:ivar name: text`."""
    if name not in docstring:
        return ()
    line = re.search(
        rf"^[ \t]*(?::\w+[ \t]+)?{re.escape(name)}[ \t]*(?:\([^)\n]*\))?[ \t]*:[ \t]*(.+)$",
        docstring,
        re.MULTILINE,
    )
    return (("docstring", line[1]),) if line else ()


def unheard(hints: Mapping[str, Evidence]) -> tuple[Evidence, ...]:
    """Hints of a field whose name says nothing: reasons that were not enough."""
    return tuple(
        Evidence(hint.kind, f"{hint.says}, but its name does not", against=True) for hint in hints.values()
    )
