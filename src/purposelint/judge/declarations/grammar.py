"""The text of one comment as directives: purposes, `not-personal`, and `ignore`.

A comment may hold several, each behind its own `#`, and those of other tools between them
(`# type: ignore  # purpose: payment`): a `#` between spaces ends what stands before it. Reading
never fails and takes time linear in the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from purposelint.domain.verdict import Code
from purposelint.judge.codes import UNREADABLE_DECLARATION
from purposelint.judge.declarations.directives import (
    SCOPES,
    WHAT,
    Defect,
    Directive,
    NotPersonal,
    Purposes,
    Scope,
    says_something,
    with_word,
)
from purposelint.judge.declarations.ignores import read_ignore
from purposelint.judge.declarations.lists import Lists, read_lists, unknown_words
from purposelint.judge.declarations.words import Words, nearest

_MARK = re.compile(
    r"#[ \t]*(?:"
    r"(?P<purpose>purposes?)(?:[ \t]+of[ \t]+this[ \t]+(?P<scope>\w+))?[ \t]*(?P<is>:|=(?!=))"
    r"|(?P<not_personal>not-personal)\b[ \t]*(?:\([ \t]*\*{0,2}(?P<parameter>\w+)[ \t]*\)[ \t]*)?"
    r"(?P<colon>:?)"
    r"|(?P<ignore>purposelint)[ \t]*:"
    r"|noqa\b|nosec\b|(?:type|pragma|fmt|pylint|ruff|mypy|pyright):)"
    r"|(?<=\s)#(?=\s)",
    re.IGNORECASE,
)
_FORM = "write it as `# purpose: [element for] purpose[, purpose] [to recipient] [because words]`"
_LONGEST = 4000
"""Characters of a comment that are read; what is longer was not written as a declaration."""


def read_comment(text: str, words: Words, *, certain: bool = False) -> tuple[Directive, ...]:
    """Directives of a comment, in order; empty for prose. Offsets count from the comment's `#`.

    What is `certain` to be meant as a declaration is none for prose, whatever its words.
    """
    marks = list(_MARK.finditer(text[:_LONGEST]))
    ends = [mark.start() for mark in marks[1:]] + [len(text)] * bool(marks)
    return tuple(
        directive
        for mark, end in zip(marks, ends, strict=True)
        for directive in _read(mark, text[mark.end() : end].strip(), end, words, certain)
    )


def _read(mark: re.Match[str], body: str, end: int, words: Words, certain: bool) -> Iterator[Directive]:
    start = mark.start()
    if mark["purpose"]:
        if certain or not _is_prose(mark, read_lists(body), words):
            yield _read_purposes(mark, body, end, words)
    elif mark["not_personal"]:
        yield _read_not_personal(mark, body, end)
    elif mark["ignore"]:
        content, defects = read_ignore(body, words)
        yield Directive(start, end, content, defects)


def _read_purposes(mark: re.Match[str], body: str, end: int, words: Words) -> Directive:
    lists = read_lists(body)
    scope, defects = _read_scope(mark["scope"], body)
    if mark["purpose"].lower() == "purposes":
        defects = (*defects, _unreadable("a declaration begins with `purpose:`", f"# purpose: {body}"))
    if mark["is"] == "=":
        defects = (*defects, _unreadable("`purpose` is followed by a colon", f"# purpose: {body}"))
    if defects or lists.defects:
        flaws = tuple(_sound(defect, words) for defect in (*defects, *lists.defects))
        return Directive(mark.start(), end, None, flaws)
    unknown = unknown_words(lists, words)
    content = Purposes(
        scope=scope,
        elements=tuple(words.elements[name] for name in lists.elements if name in words.elements),
        purposes=tuple(
            name for name in lists.purposes if name in words.purposes and name not in words.undeclarable
        ),
        recipients=tuple(name for name in lists.recipients if name in words.recipients),
        because=lists.because,
    )
    lost_elements = bool(lists.elements) and not content.elements
    complete = bool(content.purposes) and not lost_elements
    return Directive(mark.start(), end, content if complete else None, unknown)


def _sound(defect: Defect, words: Words) -> Defect:
    """The defect, its remedy with the words that were meant; a form where it would be a defect too."""
    remedy = defect.remedy
    mark = _MARK.match(remedy)
    assert mark is not None
    lists = read_lists(remedy[mark.end() :])
    flaws = (*lists.defects, *unknown_words(lists, words))
    for flaw in flaws:
        remedy = with_word(remedy, flaw.word, flaw.remedy) if flaw.word and flaw.remedy else ""
    return msgspec.structs.replace(defect, remedy=remedy or _FORM) if flaws else defect


def _is_prose(mark: re.Match[str], lists: Lists, words: Words) -> bool:
    """Whether no word of the lists is known, nor any whole item nearly so.

    Behind `=` each must be known: `purpose = form.email` is code that was commented out.
    """
    if mark["is"] == "=":
        return bool(lists.defects) or bool(unknown_words(lists, words))
    if any(words.knows(word) for word in lists.all_words):
        return False
    return not any(words.nearly_knows(item) for item in lists.whole_items)


def _read_scope(word: str | None, body: str) -> tuple[Scope, tuple[Defect, ...]]:
    if word is None:
        return "", ()
    for scope in SCOPES:
        if word.lower() == scope:
            return scope, ()
    meant = nearest(word, SCOPES) or "module"
    message = f"there is no scope `{word}`; a purpose can be that of this module, class or function"
    return "", (_unreadable(message, f"# purpose of this {meant}: {body}"),)


def _read_not_personal(mark: re.Match[str], body: str, end: int) -> Directive:
    parameter = mark["parameter"] or ""
    head = f"# not-personal({parameter})" if parameter else "# not-personal"
    if not mark["colon"]:
        remedy = f"{head}: {body}" if body else f"{head}: {WHAT}"
        return Directive(
            mark.start(), end, None, (_unreadable("`not-personal` is followed by a colon and words", remedy),)
        )
    if not says_something(body):
        message = "`not-personal` must say in words what the data is instead"
        return Directive(mark.start(), end, None, (_unreadable(message, f"{head}: {WHAT}"),))
    return Directive(mark.start(), end, NotPersonal(body, parameter), ())


def _unreadable(message: str, remedy: str, code: Code = UNREADABLE_DECLARATION) -> Defect:
    return Defect(code.code, message, remedy)
