"""Small changes to the lines of a text, collected and made at once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from purposelint.domain.facts import SourceFile
from purposelint.domain.mended import Edit, Shift
from purposelint.edit.text import Text, UneditableError
from purposelint.edit.tree import same_program

_INDENT = re.compile(r"\x0c*([ \t]*)")


@dataclass(frozen=True, slots=True, order=True)
class Splice:
    """Text in place of the characters `start` to `end` of a line (1-based; `start` 0: a line above it).

    With `whole`, a line that is left without anything goes too.
    """

    line: int
    start: int
    end: int
    text: str
    whole: bool = False


def above(text: Text, line: int, comment: str) -> Splice:
    """A comment alone on a line above another, indented as that one is."""
    found = _INDENT.match(text.lines[line - 1])
    indent = found[1] if found else ""
    return Splice(line, 0, 0, f"{indent}{comment}{text.newline}")


def behind(text: Text, line: int, comment: str) -> Splice:
    """A comment behind what stands on a line, other comments included."""
    column = len(code_of(text, line)) + 1
    return Splice(line, column, column, f"  {comment}")


def code_of(text: Text, line: int) -> str:
    """A line without its end and the blanks before that."""
    return text.lines[line - 1].rstrip()


def spliced(text: Text, splices: Iterable[Splice]) -> Text:
    """The text with all changes; those of one line are made from its end to its beginning."""
    lines = list(text.lines)
    for each in sorted(splices, reverse=True):
        at = each.line - 1
        if each.start == 0:
            lines[at] = each.text + lines[at]
            continue
        line = lines[at]
        lines[at] = line[: each.start - 1] + each.text + line[each.end - 1 :]
        if each.whole and not lines[at].strip():
            lines[at] = ""
    return Text(text.encoding, lines)


def unchanged(source: SourceFile) -> Edit:
    """No edit at all."""
    return Edit(source.path, source.data, source.data)


def edited(
    source: SourceFile,
    text: Text,
    groups: Sequence[Sequence[Splice]],
    renamed: tuple[str, str] | None = None,
) -> tuple[Edit, frozenset[int]]:
    """The edit by all groups of changes but those that would alter the program, whose indices come second.

    A text constant that is `renamed`, from the first to the second, does not alter it.
    """
    made, wrong = _sound(text, groups, renamed)
    kept = [each for index, group in enumerate(groups) if index not in wrong for each in group]
    return Edit(source.path, source.data, made.encoded(), tuple(_shifts(text, kept))), wrong


def _shifts(text: Text, splices: Iterable[Splice]) -> Iterator[Shift]:
    for each in sorted(splices):
        line = text.lines[each.line - 1]
        if each.start == 0:
            yield each.line, 1
        elif each.whole and not (line[: each.start - 1] + each.text + line[each.end - 1 :]).strip():
            yield each.line + 1, -1


def _sound(
    text: Text, groups: Sequence[Sequence[Splice]], renamed: tuple[str, str] | None
) -> tuple[Text, frozenset[int]]:
    whole = spliced(text, (each for group in groups for each in group))
    if _is_same(text, whole, renamed):
        return whole, frozenset()
    wrong = frozenset(
        index for index, group in enumerate(groups) if not _is_same(text, spliced(text, group), renamed)
    )
    rest = [each for index, group in enumerate(groups) if index not in wrong for each in group]
    whole = spliced(text, rest)
    if not _is_same(text, whole, renamed):
        return text, frozenset(range(len(groups)))
    return whole, wrong


def _is_same(before: Text, after: Text, renamed: tuple[str, str] | None) -> bool:
    try:
        after.encoded()
    except UneditableError:
        return False
    return same_program(before.whole, after.whole, renamed)
