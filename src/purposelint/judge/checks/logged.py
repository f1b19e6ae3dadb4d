"""PUR101 and PUR102: personal data in logs."""

from __future__ import annotations

from purposelint.judge.checks.breach import Breach, refused, undeclared
from purposelint.judge.codes import LOGGED_WITHOUT_PURPOSE, LOGGING_NOT_PERMITTED
from purposelint.judge.weigh import Weighed


def without_purpose(weighed: Weighed) -> Breach | None:
    """Data is logged and no purpose is declared."""
    return undeclared(weighed, LOGGED_WITHOUT_PURPOSE) if weighed.case.activity == "log" else None


def not_permitted(weighed: Weighed) -> Breach | None:
    """Data is logged for a purpose that the policy does not permit."""
    return refused(weighed, LOGGING_NOT_PERMITTED) if weighed.case.activity == "log" else None
