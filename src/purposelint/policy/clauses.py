"""The text a policy was read from: its clauses by their numbers, and a hash of each.

A clause begins on a line with its number (`1.3`, `2.`, `A.1`, `Article 5`, `§ 3`), which must be greater
than the number before. Its items (`(1)`, `(a)`) are clauses of their own, `1.2(1)`, where they begin a
line, else also within one. What comes before the first number is the clause `preamble`. So every word
belongs to one clause, and a change names the clause it is in.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from purposelint.domain.policy import Clause, Policy
from purposelint.domain.policy_review import ClauseCheck, ClauseState
from purposelint.errors import InputError, InputMistake
from purposelint.policy.statements import statements_citing

PREAMBLE = "preamble"
_BEGINNING = re.compile(
    r"^[ \t#>*_]*"
    r"(?P<word>(?:§+|article|art\.?|section|sec\.?|clause|ziffer|nr\.?|no\.?)[ \t]*)?"
    r"(?P<number>(?:[A-Z]\.)?[0-9]{1,3}(?:\.[0-9]{1,3})*)"
    r"(?P<mark>[.):]?)(?=[\s*_]|$)",
    re.MULTILINE | re.IGNORECASE,
)
_ITEM = r"\((?P<name>[0-9]{1,3}|[a-z])\)(?=\s|$)"
_ITEM_ON_LINE = re.compile(r"^[ \t>*-]*" + _ITEM, re.MULTILINE)
_ITEM_WITHIN = re.compile(r"(?<!\S)" + _ITEM)
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


def read_clauses(source: Path) -> dict[str, str]:
    """Hashes of a text's clauses by their numbers, in the order of the text; InputError if unusable."""
    try:
        text = source.read_bytes().decode("utf-8-sig")
    except OSError as error:
        message = f"cannot be read: {error.strerror or error}"
        raise InputError((InputMistake(source.as_posix(), "", message),)) from error
    except UnicodeDecodeError as error:
        message = "is not UTF-8 text: give the policy's text as plain text or Markdown"
        raise InputError((InputMistake(source.as_posix(), "", message),)) from error
    return {number: digest_of(words) for number, words in split(text).items()}


def digest_of(words: str) -> str:
    """SHA-256 of a clause's words: NFKC, white space collapsed, without the clause's number."""
    plain = " ".join(unicodedata.normalize("NFKC", words).split())
    return hashlib.sha256(plain.encode()).hexdigest()


def split(text: str) -> dict[str, str]:
    """The words of each clause by its number; a clause with items holds only what comes before them."""
    plain = unicodedata.normalize("NFKC", text.replace("\r\n", "\n").replace("\r", "\n"))
    found: dict[str, str] = {}
    number, start = PREAMBLE, 0
    for begin, end, name in [*_beginnings(plain), (len(plain), len(plain), "")]:
        found |= _items(number, plain[start:begin])
        number, start = name, end
    if not found[PREAMBLE].strip():
        del found[PREAMBLE]
    return found


def _beginnings(text: str) -> Iterator[tuple[int, int, str]]:
    """Where clauses begin, where their words do, and their numbers."""
    before: tuple[int, ...] = ()
    for match in _BEGINNING.finditer(text):
        number = match["number"].upper()
        marked = bool(match["mark"] or match["word"] or "#" in match[0])
        # A lone number may begin any line; only a mark behind it or a word before it makes it a clause's.
        if "." not in number and not marked:
            continue
        order = _order(number)
        if not before or _follows(before, order, 2 if marked else 1):
            before = order
            yield match.start(), match.end(), number


def _order(number: str) -> tuple[int, ...]:
    return tuple(int(part) if part.isdigit() else ord(part) for part in number.split("."))


def _follows(before: tuple[int, ...], order: tuple[int, ...], step: int) -> bool:
    """Whether a number may come next: greater, and not as far on as an amount in the text."""
    return order > before and order[0] <= before[0] + step


def _items(number: str, words: str) -> Iterator[tuple[str, str]]:
    """A clause's own words, then those of its items."""
    row = _row(_ITEM_ON_LINE.finditer(words)) or _row(_ITEM_WITHIN.finditer(words))
    ends = [*(mark.start() for mark in row), len(words)]
    yield number, words[: ends[0]]
    for mark, end in zip(row, ends[1:], strict=True):
        yield f"{number}({mark['name']})", words[mark.end() : end]


def _row(marks: Iterable[re.Match[str]]) -> list[re.Match[str]]:
    """Marks that count up from (1) or (a) without a gap; a single one is a reference, not a list."""
    row: list[re.Match[str]] = []
    for mark in marks:
        numeral = str(len(row) + 1)
        letter = _LETTERS[len(row)] if len(row) < len(_LETTERS) else ""
        wanted = (numeral, letter) if not row else (numeral if row[0]["name"] == "1" else letter,)
        if mark["name"] in wanted:
            row.append(mark)
    return row if len(row) > 1 else []


def compare(policy: Policy, text: Mapping[str, str]) -> tuple[ClauseCheck, ...]:
    """Every clause whose hash the policy states, then those of the text that it states none for.

    A policy without any hash is compared with nothing.
    """
    if not policy.clauses:
        return ()
    stated = {name: clause.sha256.lower() for name, clause in policy.clauses.items()}
    empty = digest_of("")
    # Where the words of a clause may stand now: not where they stand by right, and empty ones nowhere.
    places = {
        digest: name
        for name, digest in reversed(list(text.items()))
        if digest != empty and stated.get(name) != digest
    }
    found = [_checked(policy, name, digest, text, places) for name, digest in stated.items()]
    moved = {each.now for each in found}
    new = (ClauseCheck(name, "new") for name in text if name not in stated and name not in moved)
    return (*found, *new)


def _checked(
    policy: Policy, name: str, digest: str, text: Mapping[str, str], places: Mapping[str, str]
) -> ClauseCheck:
    if text.get(name) == digest:
        return ClauseCheck(name, "same", name)
    now = places.get(digest, "")
    state: ClauseState = "moved" if now else "changed" if name in text else "missing"
    return ClauseCheck(name, state, now, statements_citing(policy, name))


def as_toml(text: Mapping[str, str]) -> str:
    """The table of hashes as a policy states it, ready to paste."""
    rows = [f'"{name}" = {{ sha256 = "{digest}" }}\n' for name, digest in text.items()]
    return "[clauses]\n" + "".join(rows)


def is_digest(clause: Clause) -> bool:
    """Whether a stated hash can be one."""
    return re.fullmatch(r"[0-9a-fA-F]{64}", clause.sha256) is not None
