"""PUR301 and PUR302: personal data in storage."""

from __future__ import annotations

from purposelint.judge.checks.breach import Breach, refused, undeclared
from purposelint.judge.codes import STORED_WITHOUT_PURPOSE, STORING_NOT_PERMITTED
from purposelint.judge.weigh import Weighed


def without_purpose(weighed: Weighed) -> Breach | None:
    """Data is stored and no purpose is declared."""
    return undeclared(weighed, STORED_WITHOUT_PURPOSE) if weighed.case.activity == "store" else None


def not_permitted(weighed: Weighed) -> Breach | None:
    """Data is stored for a purpose that the policy does not permit."""
    return refused(weighed, STORING_NOT_PERMITTED) if weighed.case.activity == "store" else None
