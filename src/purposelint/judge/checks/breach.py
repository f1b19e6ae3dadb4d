"""What a check finds, and the two questions that all activities share."""

from __future__ import annotations

import msgspec

from purposelint.domain.policy import Ruling
from purposelint.domain.verdict import Code
from purposelint.judge import messages
from purposelint.judge.weigh import Weighed


class Breach(msgspec.Struct, frozen=True):
    """A case that is not as it should be, with the message and the smallest change that mends it.

    `proposes`: a permitted purpose mends it, so that the remedy is yet to be chosen (judge.likely), one of
    the `preferred` if that ends it.
    """

    code: Code
    message: str
    remedy: str
    clause: str = ""
    proposes: bool = False
    preferred: tuple[str, ...] = ()


def undeclared(weighed: Weighed, code: Code) -> Breach | None:
    """No declaration covers the case, or a helper's does where each caller must state its own."""
    if weighed.cover is not None and not (weighed.asks_callers and weighed.caller is None):
        return None
    return Breach(
        code,
        messages.without_purpose(weighed),
        messages.remedy_without_purpose(weighed),
        weighed.never.clause if weighed.never is not None else "",
        proposes=bool(weighed.permitted),
    )


def refused(weighed: Weighed, code: Code) -> Breach | None:
    """The policy does not permit a declared purpose, or only under a condition that is not stated."""
    if weighed.outside_helper:
        assert weighed.cover is not None
        return mendable(weighed, code, messages.outside_helper(weighed), preferred=weighed.cover.purposes)
    worst = weighed.worst
    if worst is not None and worst[1].answer in {"forbidden", "silent"}:
        purpose, ruling = worst
        message = messages.not_permitted(weighed, purpose, ruling)
        return mendable(weighed, code, message, ruling.clause)
    return _without_condition(weighed, code, weighed.unstated)


def _without_condition(weighed: Weighed, code: Code, unstated: tuple[str, Ruling] | None) -> Breach | None:
    if unstated is None:
        return None
    purpose, ruling = unstated
    message = messages.condition_not_stated(weighed, purpose, ruling)
    return mendable(weighed, code, message, ruling.clause, (purpose,))


def mendable(
    weighed: Weighed, code: Code, message: str, clause: str = "", preferred: tuple[str, ...] = ()
) -> Breach:
    """A breach that a permitted purpose mends; where there is none, only taking the data out does."""
    out = messages.take_out(weighed.case)
    return Breach(code, message, out, clause, proposes=bool(weighed.permitted), preferred=preferred)
