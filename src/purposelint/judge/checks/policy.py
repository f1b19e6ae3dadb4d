"""PUR501 and PUR503: what the policy does not mention, and what it leaves open."""

from __future__ import annotations

from purposelint.judge import messages
from purposelint.judge.ask import SELF
from purposelint.judge.checks.breach import Breach
from purposelint.judge.codes import ELEMENT_NOT_IN_POLICY, OPEN_QUESTION
from purposelint.judge.weigh import Weighed


def element_not_in_policy(weighed: Weighed) -> Breach | None:
    """The policy never names the element; a built-in prohibition says more and goes first."""
    if weighed.named or weighed.never is not None:
        return None
    remedy = messages.remedy_named(weighed)
    return Breach(ELEMENT_NOT_IN_POLICY, messages.element_not_in_policy(weighed), remedy)


def open_question(weighed: Weighed) -> Breach | None:
    """The gravest answer to a declared purpose is that the text leaves it open."""
    worst = weighed.worst
    if worst is None or worst[1].answer != "open":
        return None
    message = messages.open_question(weighed, *worst)
    also = "`by` and `on`" if weighed.recipient == SELF else "`by`, `on` and `recipients`"
    remedy = f'have a reviewer record the decision in that question, with {also}: decision = "permit"'
    return Breach(OPEN_QUESTION, message, remedy, worst[1].clause)
