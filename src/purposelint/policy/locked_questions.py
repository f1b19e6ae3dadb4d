"""`locked = true` in a question: files further on can decide that it is forbidden, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import msgspec

from purposelint.domain.policy import Question
from purposelint.errors import InputMistake
from purposelint.policy.reach import Taken

_KEPT = ("text", "clause", "elements", "purposes", "recipients", "activities", "default")
"""What a question asks: with less it would let more, and one decided as a permit would with more."""


def question_mistakes(taken: Taken, locked: Mapping[str, tuple[Question, str]]) -> Iterator[InputMistake]:
    """What a file states of locked questions, by their ids with the file that locks each, and may not."""
    for index, question in enumerate(taken.questions):
        base, label = locked.get(question.id, (question, ""))
        for key, message in _loosened(base, question):
            told = f'{message}: question "{question.id}" is locked in {label}'
            yield taken.link.document.mistake(("question", index, key), told)


def locked_with(locked: Mapping[str, tuple[Question, str]], taken: Taken) -> dict[str, tuple[Question, str]]:
    """Locked questions as they stand behind a file, each with the first file that locks it."""
    now = dict(locked)
    for question in taken.questions:
        if question.locked or question.id in locked:
            _, label = locked.get(question.id, (question, taken.link.document.label))
            now[question.id] = (msgspec.structs.replace(question, locked=True), label)
    return now


def _loosened(base: Question, question: Question) -> Iterator[tuple[str, str]]:
    was, now = base.decision, question.decision
    if was == "forbid" and now != "forbid":
        yield "decision", "cannot be taken back"
    elif now == "permit" and was != "permit":
        yield "decision", 'cannot become "permit"'
    if base.locked and not question.locked:
        yield "locked", "cannot become false"
    for key in _KEPT:
        if getattr(base, key) != getattr(question, key):
            yield key, "cannot be changed"
