"""PUR1xx to PUR3xx: what happens to personal data."""

from __future__ import annotations

from purposelint.domain.verdict import Code

LOGGED_WITHOUT_PURPOSE = Code(
    code="PUR101",
    name="logged-without-purpose",
    severity="error",
    summary="Personal data reaches a log, and nothing in the code says for which purpose.",
    explanation="""\
A log is copied, kept and read by more people than a database row is, so what it holds needs a
purpose like any other use. The finding stands where the data and the log call meet; its path shows
how the data came there.

Earns it:

    logger.info("sign-in of %s", user.email)

Does not:

    logger.info("sign-in of %s", user.pk)
    logger.info("sign-in of %s", mask(user.email))
    logger.info("sign-in of %s", user.email)  # purpose: security_protection

Passwords, tokens and full card numbers have no purpose in a log: no declaration helps, they must
leave the call.""",
    remedy="Leave the data out of the message, mask it, or declare the purpose on the statement.",
)

LOGGING_NOT_PERMITTED = Code(
    code="PUR102",
    name="logging-not-permitted",
    severity="error",
    summary="Personal data is logged for a declared purpose that the policy does not permit.",
    explanation="""\
The purpose is declared, and the policy answers that this element may not be logged for it: it
forbids it, or it says nothing where what is not permitted is denied. The message cites the clause.
It arises too when a permit demands a condition and the declaration does not state it after
`because`, and when the statement says that the data goes `to` somebody: a log stays with the service.

Earns it, under a policy that permits e-mail addresses in logs for security alone:

    logger.info("recommended to %s", user.email)  # purpose: recommendation

Does not:

    logger.info("recommended to %s", user.pk)""",
    remedy="Leave the data out of the message, or declare the purpose it is really logged for.",
)

SENT_WITHOUT_PURPOSE = Code(
    code="PUR201",
    name="sent-without-purpose",
    severity="error",
    summary="Personal data is sent to someone else, and nothing in the code says for which purpose.",
    explanation="""\
The call hands personal data to a vendor's library or to an address outside the service. Who receives
it is read from the call; why it is sent only the code's author knows, and must say.

Earns it:

    requests.post(CARRIER, json={"phone": order.phone})

Does not:

    requests.post(CARRIER, json={"phone": order.phone})  # purpose: parcel_delivery to partner""",
    remedy="Send less, or declare the purpose on the statement.",
)

SENDING_NOT_PERMITTED = Code(
    code="PUR202",
    name="sending-not-permitted",
    severity="error",
    summary="Personal data is sent for a purpose, or to a recipient, that the policy does not permit.",
    explanation="""\
The purpose is declared, and the policy does not permit this element to go to this recipient for it;
the message cites the clause. It arises too when the declaration names a recipient (`to partner`) and
the vendor of the call is another one: `to` is checked, not believed.

Earns it, under a policy that shares phone numbers for deliveries alone:

    requests.post(CARRIER, json={"phone": order.phone})  # purpose: recommendation to partner

Does not:

    requests.post(CARRIER, json={"phone": order.phone})  # purpose: parcel_delivery to partner""",
    remedy="Send less, or declare the purpose and recipient that are true of the call.",
)

RECIPIENT_NOT_IN_POLICY = Code(
    code="PUR203",
    name="recipient-not-in-policy",
    severity="error",
    summary="Personal data goes to a vendor or host that the policy does not map to a recipient.",
    explanation="""\
The policy speaks of recipients, the code of vendors and hosts. Which vendor is which recipient the
policy must say; as long as it does not, nobody knows whether the data may go there. It may be a
processor under contract, so it is not called a third party either.

Earns it, when no recipient of the policy lists the vendor:

    sentry_sdk.set_user({"email": user.email})  # purpose: security_protection

Does not, when the policy says

    [recipients.partner]
    vendors = ["sentry"]""",
    remedy="Add the vendor or host to one of the policy's recipients.",
)

STORED_WITHOUT_PURPOSE = Code(
    code="PUR301",
    name="stored-without-purpose",
    severity="warning",
    summary="Personal data is stored, and nothing in the code says for which purpose.",
    explanation="""\
A stored field is a promise to keep something about a person. Its declaration says what for, covers
storing the field, and bounds what other code may do with it. A declaration on the class, the module
or in the configuration covers many fields at once. What no purpose can permit, such as a card's security
code, is an error rather than a warning.

Earns it:

    class Customer(models.Model):
        email = models.EmailField()

Does not:

    class Customer(models.Model):
        email = models.EmailField()  # purpose: account_registration
        build_host = models.CharField()  # not-personal: the build server's host name""",
    remedy="Declare the purpose on the field, its class or its module, or say why it is not personal.",
)

STORING_NOT_PERMITTED = Code(
    code="PUR302",
    name="storing-not-permitted",
    severity="error",
    summary="Personal data is stored for a declared purpose that the policy does not permit.",
    explanation="""\
The purpose is declared, and the policy does not permit this element to be stored for it; the message
cites the clause. Card verification values, PINs and track data are never stored, whatever a policy
says. It arises too when the statement that stores says that the data goes `to` somebody else.

Earns it:

    card_cvv = models.CharField(max_length=4)  # purpose: payment

Does not:

    card_token = models.CharField(max_length=64)  # purpose: payment""",
    remedy="Do not store it, or declare the purpose it is really stored for.",
)
