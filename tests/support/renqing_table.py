"""What the policy `renqing` has to answer, written down by hand: matrix, disclosures, single cases."""

from __future__ import annotations

PURPOSES = (
    "account_registration",
    "service_provision",
    "order_processing",
    "parcel_delivery",
    "messaging",
    "payment",
    "recommendation",
    "promotional_email",
    "advertising_marketing",
    "location_service",
    "social_service",
    "service_improvement",
    "security_protection",
)
ANSWERS = {"E": "permitted", "I": "permitted", "?": "open", "N": "forbidden", ".": "silent"}

# One row for elements the text treats alike: a mark for each purpose above in order, then the log.
# E stated, I implied, ? left open, N against a list or limit, . nothing said.
MATRIX = """
identity.name                                                            EIIII IN??. ?NI .
identity.gender identity.age identity.date_of_birth                      EI... .EN?. ?N. .
identity.document_type identity.document_number                          EI??. ?NN?. .N? .
identity.phone                                                           EIIIE ?E.?. ?NI .
identity.postal_address                                                  EIIE. ?N.?? .N. .
identity.email                                                           EII?E ?EE?. ?NI .
financial.bank_account financial.account_holder financial.payment_card   .I?.. ENN?. .N? N
financial.transaction                                                    .II?. IE.?. .N. .
social.occupation social.education social.other                          .I... .N.?. EN. .
third_party.advertising_id                                               .I... .N.?. .N. .
device.imei device.imsi device.sim device.mac_address                    .I... .N.?. .N? .
device.serial_number device.android_id                                   .I... .N.?. .N? .
device.model device.os_version                                           .I... .N.?. .E. .
device.screen device.input device.operator device.connection_type        .I... .N.?. .?. .
device.hardware application.app_list application.app_usage               .I... .N.?. .?. .
application.app_id application.sdk_version application.update_settings   .I... .N.?. .?. .
application.browsing_history                                             .I... .E.?. .N. .
location.region location.country location.city                           .I.I. .E.?E .N. .
location.coordinates location.cell                                       .I.I. .E.?E .N. .
location.timezone location.language                                      .I..I .?.?E .?. .
login.cookie login.anonymous_id login.ip_address login.user_agent        .I... .N.?. .NI ?
login.network_request login.message_history                              .I... .NN?. .N? ?
login.system_log login.crash_log                                         .I... .NNN. .?I I
content.stored                                                           .I... .NN?. .N. .
credential.password credential.token credential.secret                   ..... .NNN. .NI N
"""
OTHERS = (
    "third_party",
    "unmapped",
    "user_authorized_party",
    "authority",
    "cooperative_unit",
    "successor_operator",
    "partner",
    "tp_service_provider",
    "product_carrier",
)


def rows() -> dict[str, str]:
    found: dict[str, str] = {}
    for line in MATRIX.strip().splitlines():
        words = line.split()
        names = [word for word in words if len(word) > 1 and word[0].islower() and "." in word[1:]]
        found |= dict.fromkeys(names, "".join(words[len(names) :]))
    return found


ROWS = rows()


VECTORS = [
    ("identity.phone", "parcel_delivery", "partner", "share", "permitted", "1.4"),
    ("financial.payment_card", "recommendation", "self", "store", "forbidden", "1.3"),
    ("device.imei", "recommendation", "self", "store", "forbidden", "1.3"),
    ("identity.date_of_birth", "recommendation", "self", "store", "permitted", "1.3"),
    ("identity.email", "promotional_email", "self", "store", "permitted", "1.3"),
    ("identity.email", "promotional_email", "partner", "share", "open", "1.3, 1.4"),
    ("identity.email", "service_improvement", "self", "store", "forbidden", "1.2(9)"),
    ("device.model", "service_improvement", "self", "store", "permitted", "1.2(9)"),
    ("login.ip_address", "security_protection", "self", "store", "permitted", "1.1"),
    ("login.ip_address", "security_protection", "third_party", "share", "forbidden", "1.1"),
    ("identity.name", "exc.incident", "third_party", "share", "forbidden", "1.1(7)"),
    ("identity.document_number", "payment", "partner", "share", "open", "1.4"),
    ("financial.card_authentication", "payment", "self", "store", "forbidden", "PCI DSS 3.3.1"),
    ("special.religion", "service_provision", "self", "store", "silent", ""),
    ("identity.email", "", "self", "log", "silent", ""),
    # disclosure, row by row
    ("identity.name", "parcel_delivery", "partner", "share", "permitted", "1.4"),
    ("identity.email", "parcel_delivery", "partner", "share", "open", "1.4"),
    ("identity.email", "messaging", "partner", "share", "permitted", "1.4"),
    ("identity.name", "messaging", "partner", "share", "open", "1.4"),
    ("financial.bank_account", "payment", "partner", "share", "permitted", "1.2(2)|1.4"),
    ("identity.name", "payment", "partner", "share", "open", "1.4"),
    ("identity.name", "order_processing", "partner", "share", "open", "1.4"),
    ("device.imei", "advertising_marketing", "partner", "share", "open", "1.4"),
    ("login.crash_log", "advertising_marketing", "partner", "share", "forbidden", "1.4"),
    ("credential.password", "payment", "partner", "share", "forbidden", "1.1"),
    ("content.stored", "payment", "partner", "share", "forbidden", "1.1"),
    ("identity.name", "service_provision", "partner", "share", "forbidden", "1.1"),
    ("identity.age", "recommendation", "partner", "share", "open", "1.3, 1.4"),
    ("identity.email", "recommendation", "partner", "share", "forbidden", "1.1"),
    ("device.imei", "recommendation", "partner", "share", "forbidden", "1.1"),
    ("identity.phone", "promotional_email", "partner", "share", "open", "1.3, 1.4"),
    ("identity.name", "promotional_email", "partner", "share", "forbidden", "1.1"),
    ("identity.name", "exc.agreement_performance", "cooperative_unit", "share", "permitted", "1.1(5)"),
    ("device.imei", "exc.agreement_performance", "cooperative_unit", "share", "open", "1.1(5)"),
    ("identity.name", "exc.agreement_performance", "partner", "share", "forbidden", "1.1"),
    ("identity.name", "exc.user_authorized", "user_authorized_party", "share", "permitted", "1.1(1)"),
    ("identity.name", "exc.legal_requirement", "authority", "share", "permitted", "1.1(2)"),
    ("identity.name", "exc.rights_protection", "authority", "share", "permitted", "1.1(4)"),
    ("identity.name", "exc.public_interest", "third_party", "share", "open", "1.1(3)"),
    ("identity.name", "exc.public_interest", "authority", "share", "open", "1.1(3)"),
    ("credential.password", "exc.business_transfer", "successor_operator", "share", "permitted", "1.1(6)"),
    ("identity.name", "exc.business_transfer", "third_party", "share", "forbidden", "1.1"),
    ("identity.email", "promotional_email", "data_subject", "share", "permitted", "1.3"),
]


COLUMN_CLAUSES = dict(
    zip(
        PURPOSES,
        ("1.2(1)", "1.2", *["1.4"] * 4, "1.3", "1.3", "1.4", "1.2(7)", "1.2(3)", "1.2(9)", "1.1"),
        strict=True,
    )
)
"""The clause that each purpose of the matrix stands in."""

PAYMENT_DETAILS = ("financial.bank_account", "financial.account_holder", "financial.payment_card")
LOG_CLAUSES = {
    "financial.payment_card": "PCI DSS 3.5.1",
    **dict.fromkeys(("financial.bank_account", "financial.account_holder"), "1.1"),
    **dict.fromkeys(("credential.password", "credential.token", "credential.secret"), "CWE-532"),
    **dict.fromkeys((name for name, marks in ROWS.items() if marks[-1] in "?I"), "1.2(8)"),
}
"""The clause that decides what a log may hold, of every element whose log column is not blank."""

WEAKEST_FIRST = ("forbidden", "silent", "open", "permitted")


def expected(element: str, purpose: str, activity: str) -> tuple[str, tuple[str, ...]]:
    """Answer for the service itself, and the clauses that may be cited for it.

    A log gets the weaker of the purpose's cell and the log's; where both say the same, either is cited.
    """
    mark, log = ROWS[element][PURPOSES.index(purpose)], ROWS[element][-1]
    use, kept = ANSWERS[mark], ANSWERS[log]
    clause = COLUMN_CLAUSES[purpose]
    if purpose == "payment" and element in PAYMENT_DETAILS:
        clause = "1.2(2)"
    if activity != "log":
        return use, (clause,)
    log_clause = LOG_CLAUSES.get(element, clause)
    if use == kept:
        return use, (log_clause, clause)
    weaker = min(use, kept, key=WEAKEST_FIRST.index)
    return weaker, (log_clause if weaker == kept else clause,)


EVERYTHING = tuple(ROWS)
LISTED = tuple(name for name in EVERYTHING if not name.startswith(("content.", "credential.")))
INFORMATION = (*LISTED, "content.stored")
REGISTRATION = tuple(name for name in EVERYTHING if name.startswith("identity."))
CONTACT = ("identity.email", "identity.phone")
ADDRESSEE = ("identity.name", "identity.phone", "identity.postal_address")
RECOMMENDING = tuple(name for name in EVERYTHING if ROWS[name][6] == "E" and name not in CONTACT)

# Who may receive what for which purpose: recipient, purpose, elements, mark, clause. Later rows win over
# earlier ones; whatever no row names is ruled out by 1.1.
DISCLOSURES: tuple[tuple[str, str, tuple[str, ...], str, str], ...] = (
    ("partner", "order_processing", LISTED, "?", "1.4"),
    ("partner", "parcel_delivery", LISTED, "?", "1.4"),
    (
        "partner",
        "parcel_delivery",
        ("identity.name", "identity.phone", "identity.postal_address"),
        "E",
        "1.4",
    ),
    ("partner", "messaging", LISTED, "?", "1.4"),
    ("partner", "messaging", CONTACT, "E", "1.4"),
    ("partner", "payment", LISTED, "?", "1.4"),
    ("partner", "payment", PAYMENT_DETAILS, "E", "1.4"),
    ("partner", "advertising_marketing", LISTED, "?", "1.4"),
    ("partner", "advertising_marketing", ("login.system_log", "login.crash_log"), "N", "1.4"),
    (
        "partner",
        "advertising_marketing",
        ("credential.password", "credential.token", "credential.secret"),
        "N",
        "1.4",
    ),
    ("partner", "recommendation", RECOMMENDING, "?", "1.3, 1.4"),
    ("partner", "promotional_email", CONTACT, "?", "1.3, 1.4"),
    ("cooperative_unit", "exc.agreement_performance", LISTED, "?", "1.1(5)"),
    ("cooperative_unit", "exc.agreement_performance", (*REGISTRATION, "content.stored"), "E", "1.1(5)"),
    ("user_authorized_party", "exc.user_authorized", INFORMATION, "E", "1.1(1)"),
    ("authority", "exc.legal_requirement", INFORMATION, "E", "1.1(2)"),
    ("authority", "exc.rights_protection", INFORMATION, "E", "1.1(4)"),
    ("successor_operator", "exc.business_transfer", EVERYTHING, "E", "1.1(6)"),
    *((recipient, "exc.public_interest", INFORMATION, "?", "1.1(3)") for recipient in OTHERS),
    *((recipient, "exc.incident", EVERYTHING, "N", "1.1(7)") for recipient in OTHERS),
)


def disclosures() -> dict[tuple[str, str, str], tuple[str, str]]:
    """(element, purpose, recipient) -> answer and clause, of everything that some row names."""
    return {
        (element, purpose, recipient): (ANSWERS[mark], clause)
        for recipient, purpose, elements, mark, clause in DISCLOSURES
        for element in elements
    }
