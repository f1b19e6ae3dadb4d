"""PUR201 to PUR203: personal data that leaves, and declarations that say it goes to somebody else."""

from __future__ import annotations

from purposelint.judge import messages
from purposelint.judge.ask import UNMAPPED
from purposelint.judge.checks.breach import Breach, mendable, refused, undeclared
from purposelint.judge.codes import (
    LOGGING_NOT_PERMITTED,
    RECIPIENT_NOT_IN_POLICY,
    SENDING_NOT_PERMITTED,
    SENT_WITHOUT_PURPOSE,
    STORING_NOT_PERMITTED,
)
from purposelint.judge.weigh import Weighed

_NOT_PERMITTED = {
    "log": LOGGING_NOT_PERMITTED,
    "share": SENDING_NOT_PERMITTED,
    "store": STORING_NOT_PERMITTED,
}
_ON_THE_SPOT = ("element", "statement")


def without_purpose(weighed: Weighed) -> Breach | None:
    """Data is sent and no purpose is declared."""
    return undeclared(weighed, SENT_WITHOUT_PURPOSE) if weighed.case.activity == "share" else None


def recipient_not_in_policy(weighed: Weighed) -> Breach | None:
    """The policy does not say which recipient this vendor or host is, and does not permit that."""
    worst = weighed.worst
    if weighed.recipient != UNMAPPED or weighed.never is not None:
        return None
    if worst is None or worst[1].answer == "permitted":
        return None
    message = messages.recipient_not_in_policy(weighed)
    return Breach(RECIPIENT_NOT_IN_POLICY, message, messages.remedy_map(weighed), worst[1].clause)


def other_recipient(weighed: Weighed) -> Breach | None:
    """The declaration names recipients, and who receives here is none of them.

    A log or a store stays with the service, unless a relay or a vendor's storage takes it: what is
    declared on that very statement must say so. What is declared further out speaks of much else.
    """
    cover = weighed.cover
    if cover is None or not cover.recipients or weighed.recipient in {*cover.recipients, UNMAPPED}:
        return None
    if weighed.case.activity != "share" and not (cover.step == 0 and cover.node.level in _ON_THE_SPOT):
        return None
    code, message = _NOT_PERMITTED[weighed.case.activity], messages.other_recipient(weighed)
    return mendable(weighed, code, message, preferred=cover.purposes)


def not_permitted(weighed: Weighed) -> Breach | None:
    """Data is sent for a purpose that the policy does not permit."""
    return refused(weighed, SENDING_NOT_PERMITTED) if weighed.case.activity == "share" else None
