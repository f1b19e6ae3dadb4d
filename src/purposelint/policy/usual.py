"""What purposes say they are usually declared for: its words checked, and written out."""

from __future__ import annotations

import difflib
from collections.abc import Iterator

import msgspec

from purposelint.domain.catalog import ACTIVITIES
from purposelint.domain.library import KINDS
from purposelint.domain.policy import Usual
from purposelint.policy.elements import Selector

_SHARE = "share"
_ANY = "*"
_SLIP = 0.8
"""How like a known kind an unknown one is, of 1, to be a slip: projects may have kinds of their own."""


def usual_mistakes(usual: Usual, selector: Selector) -> Iterator[tuple[tuple[str, int], str]]:
    """(key and index, what is wrong) of every word that means nothing."""
    for activity in ACTIVITIES:
        for index, word in enumerate(getattr(usual, activity)):
            message = _mistake(word, activity, selector) if word else ""
            if message:
                yield (activity, index), message


def _mistake(word: str, activity: str, selector: Selector) -> str:
    if word.startswith("!"):
        return f'"{word}": nothing is taken out here, name what the purpose is usual for'
    if activity == _SHARE and is_kind(word, selector):
        near = difflib.get_close_matches(word, KINDS, 1, _SLIP) if word not in KINDS else []
        return f'unknown kind of vendor "{word}", did you mean "{near[0]}"?' if near else ""
    told: list[str] = []
    selector.expand((word,), lambda _, message: told.append(message))
    return told[0] if told else ""


def is_kind(word: str, selector: Selector) -> bool:
    """Whether a word of `share` is a kind of vendor: elements have a dot, globs a star, sets are known."""
    return "." not in word and _ANY not in word and not selector.expand((word,))


def written_out(usual: Usual, selector: Selector) -> Usual:
    """The same with sets and aliases as plain ids; globs stay, since they say less of each element."""
    return msgspec.structs.replace(
        usual, **{activity: _plain(getattr(usual, activity), selector) for activity in ACTIVITIES}
    )


def _plain(words: tuple[str, ...], selector: Selector) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for word in words:
        found.update(dict.fromkeys((word,) if _ANY in word else selector.expand((word,)) or (word,)))
    return tuple(found)
