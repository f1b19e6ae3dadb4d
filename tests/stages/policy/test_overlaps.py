"""A clause that one file reads as a permit and as a prohibition of the same thing."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from purposelint.domain.policy import Policy
from purposelint.errors import InputError

PolicyOf = Callable[[str], Policy]
HEAD = """
[policy]
id = "p"
title = "P"
[purposes.orders]
title = "Orders"
includes = ["delivery"]
[purposes.delivery]
title = "Delivery"
[purposes.exempt]
title = "Exception"
[recipients.partner]
title = "Partner"
[[permit]]
elements = ["identity.*"]
purposes = ["orders"]
recipients = ["self"]
activities = ["store"]
clause = "2.1, 2.2"
[[forbid]]
clause = "2.2"
"""


def test_a_permit_that_meets_a_prohibition_of_its_clause_is_told(policy_of: PolicyOf) -> None:
    with pytest.raises(InputError) as caught:
        policy_of(HEAD + 'elements = ["identity.email", "device.*"]\npurposes = ["delivery"]\n')
    (found,) = caught.value.mistakes
    assert (found.path, found.line, found.key) == ("policy.toml", 15, "the 1st [[permit]], elements")
    assert "the 1st [[forbid]] rules out by the same clause 2.1, 2.2 what this permits" in found.message
    assert "store identity.email for delivery by self" in found.message


@pytest.mark.parametrize(
    "forbid",
    [
        'elements = ["device.*"]\n',
        'elements = ["identity.*"]\npurposes = ["exempt"]\n',
        'elements = ["identity.*"]\nrecipients = ["partner", "unmapped"]\n',
        'elements = ["identity.*"]\nactivities = ["log"]\n',
        'elements = ["identity.*"]\nunless = ["orders"]\n',
    ],
)
def test_rules_that_do_not_meet_are_no_contradiction(policy_of: PolicyOf, forbid: str) -> None:
    assert policy_of(HEAD + forbid).forbids


def test_another_clause_may_rule_out_what_one_permits(policy_of: PolicyOf) -> None:
    text = HEAD.replace('[[forbid]]\nclause = "2.2"', '[[forbid]]\nclause = "2.3"')
    assert policy_of(text + 'elements = ["identity.*"]\n').forbids


def test_names_with_braces_are_shown_as_they_are(policy_of: PolicyOf) -> None:
    text = HEAD.replace("delivery", "d-{x}").replace("[purposes.d-{x}]", '[purposes."d-{x}"]')
    with pytest.raises(InputError, match=r"for d-\{x\} by self"):
        policy_of(text + 'elements = ["identity.email"]\npurposes = ["d-{x}"]\n')
