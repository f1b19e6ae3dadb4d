"""The text of a suppression: `ignore[PUR101: identity.email, PUR201] words until 2027-01-31`."""

from __future__ import annotations

import datetime as dt
import re

from purposelint.judge.codes import CODES, UNKNOWN_WORD, UNREADABLE_DECLARATION
from purposelint.judge.declarations.directives import WHY, Defect, Ignore, IgnoreRule, says_something
from purposelint.judge.declarations.lists import not_known
from purposelint.judge.declarations.words import Words, nearest

_IGNORE = re.compile(r"ignore[ \t]*\[([^\]]*)\](.*)", re.DOTALL)
_UNTIL = re.compile(
    r"(?<![\w-])until[ \t]+(?:([0-9]+[-./][0-9]+[-./][0-9]+)(?![\w-])|([0-9]\S*)[ \t]*$)", re.IGNORECASE
)
"""A date anywhere in the words; at their end anything that begins like one was meant as one."""
_EXAMPLE = f"# purposelint: ignore[PUR101] {WHY}"
_PREFIX = 4
"""Characters from which on the beginning of a code tells which ones are meant (`PUR1`)."""
_NAMES = {code.name: code.code for code in CODES.values()}


def read_ignore(body: str, words: Words) -> tuple[Ignore | None, tuple[Defect, ...]]:
    """A suppression and what is wrong with it; none where no code of it can be read."""
    found = _IGNORE.match(body)
    if found is None:
        verb = "its codes in brackets" if body.startswith("ignore") else "`ignore` and codes in brackets"
        return None, (Defect(UNREADABLE_DECLARATION.code, f"`purposelint:` needs {verb}", _EXAMPLE),)
    defects: list[Defect] = []
    rules = _read_rules(found[1], words, defects)
    reason, until = _read_reason(found[2].strip(" \t-–—:"), defects)  # noqa: RUF001
    return (Ignore(rules, reason, until) if rules else None), tuple(defects)


def _read_rules(text: str, words: Words, defects: list[Defect]) -> tuple[IgnoreRule, ...]:
    rules: list[IgnoreRule] = []
    for item in text.split(","):
        name, colon, element = (part.strip() for part in item.partition(":"))
        if not colon and name in words.elements and rules and rules[-1].element:
            rules.append(IgnoreRule(rules[-1].code, words.elements[name]))
            continue
        code = _NAMES.get(name, name.upper())
        begins = [known for known in words.codes if known.startswith(code)] if len(code) >= _PREFIX else []
        if code not in words.codes and begins:
            defects.append(_not_whole(item.strip(), name, f": {element}" if colon else "", begins))
        elif code not in words.codes:
            defects.append(_not_known(name, "code", nearest(name.upper(), words.codes)))
        elif colon and element not in words.elements:
            meant = words.element_of_tail(element) or nearest(element, words.elements)
            defects.append(_not_known(element, "element", meant))
        else:
            rules.append(IgnoreRule(code, words.elements[element] if colon else ""))
    return tuple(rules)


def _not_whole(item: str, name: str, element: str, codes: list[str]) -> Defect:
    """PUR401 for the beginning of codes: it would hide what nobody has looked at yet."""
    meant = ", ".join(f"{code}{element}" for code in codes)
    message = f"`{name}` is only the beginning of codes; did you mean `{meant}`?"
    return Defect(UNKNOWN_WORD.code, message, meant, item)


def _not_known(word: str, kind: str, meant: str) -> Defect:
    if not word:
        return Defect(UNREADABLE_DECLARATION.code, f"{kind} missing in the brackets of `ignore`", _EXAMPLE)
    return not_known(word, kind, meant)


def _read_reason(text: str, defects: list[Defect]) -> tuple[str, dt.date | None]:
    found = _UNTIL.search(text)
    if found is None:
        return text if says_something(text) else "", None
    written = found[1] or found[2]
    try:
        until = dt.date(*(int(part) for part in written.split("-")))
    except (TypeError, ValueError, OverflowError):
        message = f"`{written[:40]}` is no date; write the year, month and day as in 2027-01-31"
        defects.append(Defect(UNREADABLE_DECLARATION.code, message, _EXAMPLE + " until 2027-01-31"))
        return text, None
    return _words_around(text[: found.start()], text[found.end() :]), until


def _words_around(before: str, after: str) -> str:
    """The reason without the date; '' where only punctuation is left of it."""
    words = f"{before.rstrip(' (,;')} {after.lstrip(' ),;.')}".strip()
    return words if says_something(words) else ""
