"""PUR4xx: declarations and suppressions that do not say what they should."""

from __future__ import annotations

from purposelint.domain.verdict import Code

UNKNOWN_WORD = Code(
    code="PUR401",
    name="unknown-word",
    severity="error",
    summary="A declaration uses an element, purpose, recipient or code that is not known.",
    explanation="""\
Elements come from the rules, purposes and recipients from the policy in force. A word that is none
of them declares nothing, so data that it was meant for stays undeclared. Comments without any known
word are prose and left alone.

Earns it:

    email = models.EmailField()  # purpose: acount_registration

Does not:

    email = models.EmailField()  # purpose: account_registration
    # purpose: print numbers nicely""",
    remedy="Write the word as the policy does, or add it to the policy.",
)

UNREADABLE_DECLARATION = Code(
    code="PUR402",
    name="unreadable-declaration",
    severity="error",
    summary="A declaration or suppression cannot be read, or two on one node contradict each other.",
    explanation="""\
The form is `[element, ... for] purpose[, purpose] [to recipient[, recipient]] [because words]`;
`purpose of this module|class|function:` widens it; `not-personal:` is followed by words that say
what the data is instead; `purposelint: ignore[CODE] words` suppresses.

Earns it:

    hostname = models.CharField()  # not-personal
    # purpose: identity.email for
    # purpose of this project: order_processing

Does not:

    hostname = models.CharField()  # not-personal: the build server's host name
    # purpose: identity.email for account_registration
    # purpose of this module: order_processing""",
    remedy="Write it in the form that the message shows.",
)

PURPOSE_BEYOND_FIELD = Code(
    code="PUR403",
    name="purpose-beyond-field",
    severity="warning",
    summary="Data is used for a purpose, or sent to a recipient, that its field does not declare.",
    explanation="""\
A field's declaration says what the data is kept for, and so bounds what it may be used for: its own
purposes and those that they include. A use for something else is a new purpose for old data.

Earns it:

    email = models.EmailField()  # purpose: account_registration
    ...
    send_mail(offer, customer.email)  # purpose: promotional_email

Does not:

    email = models.EmailField()  # purpose: account_registration, promotional_email
    ...
    send_mail(offer, customer.email)  # purpose: promotional_email""",
    remedy="Add the purpose to the field if people were told of it, or stop using the field for it.",
)

UNUSED_DECLARATION = Code(
    code="PUR404",
    name="unused-declaration",
    severity="warning",
    summary="A declaration covers no flow and no stored field.",
    explanation="""\
Either the code that it spoke of is gone, or it stands where it does not do what its author meant:
on the header of a function instead of `purpose of this function`, or above a line that handles
nothing personal. It is judged only when the whole project is checked with every code on.

Earns it:

    total = price * count  # purpose: payment

Does not:

    stripe.Charge.create(source=card.number)  # purpose: payment""",
    remedy="Remove it, or move it to the statement that uses the data.",
)

SUPPRESSION_WITHOUT_REASON = Code(
    code="PUR405",
    name="suppression-without-reason",
    severity="error",
    summary="A suppression does not say why.",
    explanation="""\
A finding that is hidden without a reason cannot be reviewed, and nobody dares to remove the
suppression later.

Earns it:

    logger.info(user.email)  # purposelint: ignore[PUR101]

Does not:

    logger.info(user.email)  # purposelint: ignore[PUR101] local test tool, never deployed""",
    remedy="Write the reason after the bracket.",
)

UNUSED_SUPPRESSION = Code(
    code="PUR406",
    name="unused-suppression",
    severity="warning",
    summary="A suppression hides nothing.",
    explanation="""\
What it hid is mended or gone; left in place, it would hide the next finding on the same statement. It
is judged only when the whole project is checked with every code on.

Earns it:

    logger.info("started")  # purposelint: ignore[PUR101] shows the tester's address

Does not:

    logger.info(tester.email)  # purposelint: ignore[PUR101] the tester's own address""",
    remedy="Remove it.",
)

EXPIRED_SUPPRESSION = Code(
    code="PUR407",
    name="expired-suppression",
    severity="error",
    summary="The date until which a suppression was to hold has passed; it no longer hides anything.",
    explanation="""\
`until` gives a suppression an end, for what is to be mended later. After that day the finding is
shown again, and this one beside it.

Earns it, in 2027:

    logger.info(user.email)  # purposelint: ignore[PUR101] leaves with v2 until 2026-12-31

Does not:

    logger.info(user.pk)""",
    remedy="Mend what was suppressed and remove the comment, or agree on a new date.",
)
