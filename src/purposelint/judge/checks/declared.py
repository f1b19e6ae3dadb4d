"""PUR403: uses that the data's own field does not declare."""

from __future__ import annotations

from purposelint.judge import messages
from purposelint.judge.checks.breach import Breach
from purposelint.judge.codes import PURPOSE_BEYOND_FIELD
from purposelint.judge.weigh import Weighed, goes_beyond


def beyond_field(weighed: Weighed) -> Breach | None:
    """The sink's purposes, or who receives there, go beyond the declaration of the field."""
    ceiling = weighed.ceiling
    if ceiling is None or weighed.cover is None:
        return None
    if weighed.beyond:
        message, remedy = messages.beyond_field(weighed, ceiling)
        return Breach(PURPOSE_BEYOND_FIELD, message, remedy)
    if goes_beyond(weighed):
        message, remedy = messages.beyond_recipients(weighed, ceiling)
        return Breach(PURPOSE_BEYOND_FIELD, message, remedy)
    return None
