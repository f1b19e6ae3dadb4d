"""What of all that was judged the code does handle: what a report to reviewers counts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from purposelint.domain.catalog import CONFIDENCES, Confidence
from purposelint.domain.verdict import Finding, Judgement


def handled(judgements: Iterable[Judgement], min_confidence: Confidence) -> Iterator[Finding]:
    """Every use of an element, permitted, guarded and of low sensitivity too.

    Left out is what the code declares not to be personal, and what is less certain than was asked for.
    """
    least = CONFIDENCES.index(min_confidence)
    for judgement in judgements:
        one = judgement.finding
        exempted = judgement.verdict == "quiet" and not one.code
        if one.element and not exempted and CONFIDENCES.index(one.confidence) <= least:
            yield one
