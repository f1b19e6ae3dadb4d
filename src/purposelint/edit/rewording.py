"""Comments reworded or taken out, and whatever held them with them."""

from __future__ import annotations

from collections.abc import Sequence

from purposelint.domain.facts import SourceFile
from purposelint.domain.mended import Changed, Left, Reworded, Rewritten
from purposelint.edit.splicing import Splice, edited, unchanged
from purposelint.edit.text import Text, UneditableError, text_of

_MOVED = "no comment stands where it was found"
_OTHER_PROGRAM = "without it, it would be another program"


def reword(source: SourceFile, wanted: Sequence[Reworded]) -> Rewritten:
    """Put other words in place of stretches of comments; nothing of the program changes.

    A stretch without words goes with the blanks before it, and with its line where it stood alone there.
    """
    try:
        text = text_of(source.data)
    except UneditableError as error:
        return Rewritten(unchanged(source), left=(Left(source.path, 0, str(error)),))
    changed: list[Changed] = []
    splices: list[list[Splice]] = []
    left: list[Left] = []
    for each in wanted:
        splice = _splice(text, each)
        if splice is None:
            left.append(Left(source.path, each.span.line, _MOVED))
            continue
        splices.append([splice])
        before = _at(text, each).strip()
        changed.append(Changed(source.path, each.span.line, each.text, spans=(each.span,), before=before))
    edit, wrong = edited(source, text, splices)
    left += [Left(source.path, changed[index].line, _OTHER_PROGRAM) for index in sorted(wrong)]
    kept = tuple(one for index, one in enumerate(changed) if index not in wrong)
    return Rewritten(edit, kept, tuple(left))


def _at(text: Text, wanted: Reworded) -> str:
    """What stands in a stretch; '' where the file has no such stretch."""
    span = wanted.span
    if span.line != span.end_line or not 1 <= span.line <= len(text.lines):
        return ""
    return text.lines[span.line - 1].rstrip("\r\n")[span.column - 1 : span.end_column - 1]


def _splice(text: Text, wanted: Reworded) -> Splice | None:
    stands = _at(text, wanted)
    if not stands.startswith("#"):
        return None
    line, span = text.lines[wanted.span.line - 1], wanted.span
    if wanted.text:
        end = span.column + len(stands.rstrip())
        return Splice(span.line, span.column, end, wanted.text)
    before, after = line[: span.column - 1], line[span.end_column - 1 :]
    if after.strip():
        # What follows keeps its place behind whatever comes before.
        return Splice(span.line, span.column, span.end_column, "")
    start = len(before.rstrip(" \t")) + 1
    return Splice(span.line, start, span.end_column, "", whole=not before.strip())
