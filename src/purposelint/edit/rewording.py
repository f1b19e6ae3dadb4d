"""Comments reworded or taken out, and whatever held them with them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from purposelint.domain.facts import SourceFile
from purposelint.domain.mended import Changed, Left, Reworded, Rewritten
from purposelint.domain.place import Span
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
    left = [Left(source.path, one.span.line, _MOVED) for one in wanted if not comment_at(text, one.span)]
    by_line: dict[int, list[Reworded]] = {}
    for one in wanted:
        if comment_at(text, one.span):
            by_line.setdefault(one.span.line, []).append(one)
    splices = [[_splice(text, line, of_line)] for line, of_line in by_line.items()]
    edit, wrong = edited(source, text, splices)
    changed: list[Changed] = []
    for index, (line, of_line) in enumerate(by_line.items()):
        if index in wrong:
            left.append(Left(source.path, line, _OTHER_PROGRAM))
        else:
            changed += [_changed(source.path, text, one) for one in of_line]
    return Rewritten(edit, tuple(sorted(changed, key=lambda one: one.line)), tuple(left))


def stretch(source: SourceFile, span: Span) -> str:
    """The comment that stands in a stretch of a file, without blanks around it; '' where none does."""
    try:
        return comment_at(text_of(source.data), span).strip()
    except UneditableError:
        return ""


def _changed(path: str, text: Text, one: Reworded) -> Changed:
    line, before = one.span.line, comment_at(text, one.span).strip()
    return Changed(path, line, one.text, line, spans=(one.span,), before=before)


def comment_at(text: Text, span: Span) -> str:
    """The comment that stands in a stretch of a text, '' where none does."""
    if span.line != span.end_line or not 1 <= span.line <= len(text.lines):
        return ""
    stands = text.lines[span.line - 1].rstrip("\r\n")[span.column - 1 : span.end_column - 1]
    return stands if stands.startswith("#") else ""


def _splice(text: Text, number: int, wanted: Iterable[Reworded]) -> Splice:
    """One line with all its stretches reworded, from its end to its beginning."""
    line = text.lines[number - 1]
    end = text.end_of(line)
    made = line.removesuffix(end)
    for one in sorted(wanted, key=lambda each: each.span.column, reverse=True):
        at, to = one.span.column - 1, min(one.span.end_column - 1, len(made))
        before, stands, after = made[:at], made[at:to], made[to:]
        if one.text:
            made = before + one.text + stands[len(stands.rstrip()) :] + after
        else:
            made = before + after if after.strip() else before.rstrip(" \t")
    return Splice(number, 1, len(line.removesuffix(end)) + 1, made, whole=not made.strip())
