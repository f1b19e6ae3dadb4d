"""Markdown from text that others wrote: a cell, a table, words as code, nothing in them read as markup.

Code hosts make links of more than markup: `@name`, `#12`, `GH-12`, a commit's hash, an address. Nothing of
that is looked for in code, and no way to escape it is documented; so whatever is more than a word is code.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from operator import itemgetter

from purposelint.report.escaping import visible

_MARKUP = re.compile(r"([\\`*_\[\]<>&|~#!])")
_TICKS = re.compile(r"`+")
_QUOTED = re.compile(r"`([^`]+)`")
_WORD = re.compile(r"[A-Za-z]+(?:['-][A-Za-z]+)*|\d{1,4}")
_LINKED = re.compile(r"[@#!~$%&^]\w|://|\bwww\.|\bGH-\d|\b[0-9a-f]{7,40}\b", re.IGNORECASE)
_HASH = re.compile(r"[0-9a-f]{7,40}")
_AROUND = re.compile(r"(\(?)(.*?)([),.;:]*)", re.DOTALL)


def plain(text: str) -> str:
    """Text that shows as it is: every character that could begin markup is escaped.

    A word that a code host would make a link of is code instead: an escape does not keep it from that.
    """
    return " ".join(
        code(word) if _LINKED.search(word) else _MARKUP.sub(r"\\\1", visible(word)) for word in text.split()
    )


def code(text: str) -> str:
    """Text as code in a table, where a bar is escaped even there; '' for none."""
    return inline(text).replace("|", "\\|")


def inline(text: str) -> str:
    """Text as code outside of tables; '' for none."""
    shown = visible(text)
    if not shown:
        return ""
    fence = "`" * (max((len(ticks) for ticks in _TICKS.findall(shown)), default=0) + 1)
    # A blank at each end is taken away again, and keeps backticks and blanks of the text's own apart.
    padded = f" {shown} " if "`" in shown or shown != shown.strip() else shown
    return f"{fence}{padded}{fence}"


def leading(shown: str, address: str) -> str:
    """A link to an address that `Links` made, '' for none: what is shown is Markdown already."""
    return f"[{shown}](<{address}>)" if address else shown


def told(sentence: str) -> str:
    """A sentence that names things of others': plain words as they are, everything else as code."""
    parts: list[tuple[str, bool]] = []
    for number, part in enumerate(_QUOTED.split(sentence)):
        parts += [(part, True)] if number % 2 else _words(part)
    # What touches is one piece of code: the marks of two would be read as one.
    pieces = groupby((part for part in parts if part[0]), key=itemgetter(1))
    joined = (("".join(text for text, _ in held), is_code) for is_code, held in pieces)
    return "".join(inline(text) if is_code else text for text, is_code in joined)


def _words(text: str) -> Iterator[tuple[str, bool]]:
    """A text in pieces, each with whether it is to be code."""
    for word in re.split(r"(\s+)", text):
        if word.isspace():
            yield " ", False
            continue
        found = _AROUND.fullmatch(word)
        before, core, after = found.groups() if found else ("", word, "")
        is_word = not core or (_WORD.fullmatch(core) and not _HASH.fullmatch(core))
        yield before, False
        yield core, not is_word
        yield after, False


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table; the cells are Markdown already."""
    lines = [head, ["---"] * len(head), *rows]
    return "".join("| " + " | ".join(line) + " |\n" for line in lines)
