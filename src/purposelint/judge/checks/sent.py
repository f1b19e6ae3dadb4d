"""PUR201 to PUR203: personal data that leaves for someone else."""

from __future__ import annotations

from purposelint.judge import messages
from purposelint.judge.ask import UNMAPPED
from purposelint.judge.checks.breach import Breach, refused, undeclared
from purposelint.judge.codes import (
    RECIPIENT_NOT_IN_POLICY,
    SENDING_NOT_PERMITTED,
    SENT_WITHOUT_PURPOSE,
)
from purposelint.judge.weigh import Weighed


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
    """The declaration names recipients and the call's vendor is none of them."""
    cover = weighed.cover
    if weighed.case.activity != "share" or cover is None or not cover.recipients:
        return None
    if weighed.recipient in {*cover.recipients, UNMAPPED}:
        return None
    remedy = f"# purpose: {', '.join(cover.purposes)} to {weighed.recipient}"
    return Breach(SENDING_NOT_PERMITTED, messages.other_recipient(weighed), remedy)


def not_permitted(weighed: Weighed) -> Breach | None:
    """Data is sent for a purpose that the policy does not permit."""
    return refused(weighed, SENDING_NOT_PERMITTED) if weighed.case.activity == "share" else None
