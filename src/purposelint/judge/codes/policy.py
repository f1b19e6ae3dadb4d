"""PUR5xx: where code and policy do not speak of the same things."""

from __future__ import annotations

from purposelint.domain.verdict import Code

ELEMENT_NOT_IN_POLICY = Code(
    code="PUR501",
    name="element-not-in-policy",
    severity="warning",
    summary="The code handles personal data of a kind that the policy never mentions.",
    explanation="""\
No declaration in the code can help here: the policy has no word on this kind of data at all, so
either the policy is incomplete, or the code handles something that its users were never told of.

Earns it, under a policy without a word on religion:

    religion = models.CharField(max_length=40)  # purpose: service_provision

Where the policy covers it and permits nothing of its own, its file names it above `[policy]`, since
TOML counts whatever follows the header of a table as part of that table:

    mentions = ["special.religion"]

    [policy]
    id = "shop"

Does not: the same field when a permit, a prohibition or `mentions` of the policy names the element,
or where it is no personal data and the code says so:

    religion = models.CharField(max_length=40)  # not-personal: denomination of a church building""",
    remedy="Name the element in the policy, stop handling it, or say why it is not personal data.",
)

UNUSED_POLICY_PROMISE = Code(
    code="PUR502",
    name="unused-policy-promise",
    severity="warning",
    summary="The policy permits a use of personal data that no code makes.",
    explanation="""\
Only reports for reviewers have this one, since a check of part of a service cannot know it. A policy
that permits what nobody does is not wrong, but it tells users more than is true.

Earns it: a policy with

    [[permit]]
    elements = ["device.imei"]
    purposes = ["recommendation"]
    clause = "1.3"

and a service that never handles an IMEI. Does not: the same policy where some flow or stored field
of the service declares this purpose for this element, or where the purpose is an `exception`, which
permits what a rare case asks for and promises no use.""",
    remedy="Take the promise out of the policy, or leave it if code elsewhere keeps it.",
)

OPEN_QUESTION = Code(
    code="PUR503",
    name="open-question",
    severity="warning",
    summary="Whether the policy permits this use is a question that its text leaves open.",
    explanation="""\
The purpose is declared and the text of the policy neither plainly permits nor plainly forbids it.
That is for a reviewer to decide, once, in the policy, with a name and a date; until then each use is
shown.

Earns it, where the policy asks whether document numbers are relevant to a payment:

    charge(document_number=user.passport)  # purpose: payment

Does not, once the policy records the decision:

    [[question]]
    id = "relevance"
    decision = "permit"
    by = "privacy office"
    on = "2026-11-03\"""",
    remedy="Have a reviewer record the decision in the policy.",
)
