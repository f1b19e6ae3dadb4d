"""Days that a reviewer states: on which something was decided, and by when it is looked at again."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from purposelint.domain.policy import Question
from purposelint.domain.settings import Declare

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def date_mistakes(stated: Question | Declare) -> Iterator[tuple[str, str]]:
    """Keys that hold no day, and what is wrong with them."""
    days = {key: day_of(getattr(stated, key)) for key in ("on", "review_by")}
    for key, day in days.items():
        text = getattr(stated, key)
        if text and day is None:
            yield key, f'"{text}" is not a day of the form 2026-01-31'
    decided, again = days["on"], days["review_by"]
    if decided and again and again < decided:
        yield "review_by", f"lies before {decided}, the day it was decided"


def day_of(text: str) -> dt.date | None:
    """The day that a text states; None if it states none."""
    try:
        return dt.date.fromisoformat(text) if _DAY.fullmatch(text) else None
    except ValueError:
        return None
