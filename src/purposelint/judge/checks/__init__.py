"""The checks of cases, in order of precedence: the first that finds a breach names the code."""

from __future__ import annotations

from collections.abc import Callable

from purposelint.judge.checks import declared, logged, policy, sent, stored
from purposelint.judge.checks.breach import Breach
from purposelint.judge.weigh import Weighed

CHECKS: tuple[Callable[[Weighed], Breach | None], ...] = (
    policy.element_not_in_policy,
    logged.without_purpose,
    sent.without_purpose,
    stored.without_purpose,
    sent.recipient_not_in_policy,
    sent.other_recipient,
    logged.not_permitted,
    sent.not_permitted,
    stored.not_permitted,
    declared.beyond_field,
    policy.open_question,
)


def first_breach(weighed: Weighed) -> Breach | None:
    """What is wrong with a case, None where nothing is."""
    return next((breach for check in CHECKS if (breach := check(weighed)) is not None), None)
