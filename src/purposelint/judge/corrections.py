"""Comments as they would be right: words replaced where it is plain what was meant, needless ones removed."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import NamedTuple

from purposelint.domain.verdict import Finding
from purposelint.judge.codes import UNKNOWN_WORD, UNUSED_DECLARATION, UNUSED_SUPPRESSION
from purposelint.judge.declarations.directives import Defect, with_word
from purposelint.judge.declarations.grammar import read_comment
from purposelint.judge.declarations.words import Words

CORRECTABLE = (UNKNOWN_WORD.code, UNUSED_DECLARATION.code, UNUSED_SUPPRESSION.code)
"""Codes of findings that other words in their comment may end."""

REMOVALS = (UNUSED_DECLARATION.code, UNUSED_SUPPRESSION.code)

_REMOVE = "remove the comment"
_CODES = re.compile(r"ignore[ \t]*\[([^\]]*)\]")
_ALIKE = 0.8
_APART = 0.1
"""How much less like it than the word meant any other must be."""


class Correction(NamedTuple):
    """What a comment should say ('' where it should go), unless it is `unclear`: then why."""

    text: str
    unclear: str = ""


def corrected(finding: Finding, text: str, words: Words) -> Correction:
    """What a comment that a finding stands at should say instead of `text`."""
    if not text.startswith("#"):
        return Correction(text, "it is no comment: change it by hand")
    if finding.code == UNKNOWN_WORD.code:
        return _spelled(text, words, finding.remedy)
    if finding.remedy == _REMOVE:
        return Correction("")
    kept = _CODES.search(finding.remedy)
    if finding.code == UNUSED_SUPPRESSION.code and kept is not None:
        return Correction(_CODES.sub(lambda _: f"ignore[{kept[1]}]", text, count=1))
    return Correction(text, finding.remedy)


def _spelled(text: str, words: Words, remedy: str) -> Correction:
    """The comment with every word replaced of which it is plain what was meant; else what may be done."""
    found = text
    unclear: list[str] = []
    for defect in (each for directive in read_comment(text, words) for each in directive.defects):
        if defect.code != UNKNOWN_WORD.code or not defect.word:
            continue
        if _is_plain(defect, words):
            found = with_word(found, defect.word, defect.remedy)
        else:
            unclear.append(defect.word)
    if found == text:
        told = f"no known word is clearly the one that was meant by {', '.join(unclear) or text}"
        return Correction(text, f"{told}; {remedy}" if " " in remedy else told)
    return Correction(found)


def _is_plain(defect: Defect, words: Words) -> bool:
    """Whether one known word is like the unknown one, and no other nearly as much."""
    meant, word = defect.remedy, defect.word
    if not meant or ", " in meant:
        return False
    if words.element_of_tail(word) == meant:
        return True
    lists = (words.elements, words.purposes, words.recipients, words.codes)
    known = {name for names in lists if meant in names for name in names}
    likeness = _likeness(word, meant)
    others = max((_likeness(word, name) for name in known if name != meant), default=0.0)
    return likeness >= _ALIKE and likeness - others >= _APART


def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, one.lower(), other.lower()).ratio()
