"""A hand-made verdict that has one of everything a report must show."""

from __future__ import annotations

from purposelint.domain.flows import Hop
from purposelint.domain.place import Place, Span
from purposelint.domain.verdict import (
    Code,
    FileCounts,
    Finding,
    Judgement,
    Problem,
    RunInfo,
    Severity,
    Source,
    Verdict,
)

SOURCES = {
    "app/models.py": [
        "class Customer(models.Model):",
        "    email = models.EmailField()",
        "    phone = models.CharField(max_length=20)",
        "    birth_date = models.DateField()  # purpose: account_registration",
    ],
    "app/views.py": [
        "def login(request):",
        "    user = Customer.objects.get(pk=request.POST['id'])",
        '    logger.info("login of %s, %s", user.email, user.phone)',
        "    notify(",
        "        user,",
        '        subject="hello",',
        "    )",
    ],
    "app/mail.py": ["def notify(user, subject):", '    requests.post(URL, json={"to": user.email})'],
}

CODES = (
    Code("PUR101", "logged-without-purpose", "error", "A log has no purpose.", "Logs stay.", "Declare one."),
    Code("PUR202", "sending-not-permitted", "error", "Not permitted.", "The policy says no.", "Ask."),
    Code("PUR301", "stored-without-purpose", "warning", "Stored.", "Kept.", "Add `# purpose: NAME`."),
    Code("PUR901", "file-not-analysed", "error", "Not read.", "Broken.", "Mend the file."),
)


def place(path: str, line: int, columns: tuple[int, int], symbol: str = "", *, end_line: int = 0) -> Place:
    return Place(path, Span(line, columns[0], end_line or line, columns[1]), symbol)


def field(name: str, line: int, *, element: str, severity: Severity = "warning") -> Finding:
    return Finding(
        code="PUR301",
        name="stored-without-purpose",
        message=f"Customer.{name} ({element}) is stored without a declared purpose",
        place=place("app/models.py", line, (5, 32), "app.models.Customer"),
        severity=severity,
        fingerprint=f"f-{name}",
        activity="store",
        element=element,
        source=Source(f"app.models.Customer.{name}", "app/models.py", line),
        sink_id="django.model",
        sink=place("app/models.py", line, (5, 32), "app.models.Customer"),
        recipient="self",
        owner="app.models.Customer",
    )


def logged(name: str, columns: tuple[int, int], *, element: str, line: int) -> Finding:
    return Finding(
        code="PUR101",
        name="logged-without-purpose",
        message=f"user.{name} ({element}) is logged without a declared purpose",
        place=place("app/views.py", 3, (5, 59), "app.views.login"),
        severity="error",
        fingerprint=f"l-{name}",
        activity="log",
        element=element,
        data=place("app/views.py", 3, columns),
        expr=f"user.{name}",
        source=Source(f"app.models.Customer.{name}", "app/models.py", line),
        sink_id="logging.info",
        sink=place("app/views.py", 3, (5, 59)),
        recipient="self",
        trace=(
            Hop(place("app/models.py", line, (5, 32)), f"Customer.{name} is {element}"),
            Hop(place("app/views.py", 3, columns), f"user.{name} is written to the log"),
        ),
        remedy="logger.info(...)  # purpose: NAME",
    )


def sent() -> Finding:
    return Finding(
        code="PUR202",
        name="sending-not-permitted",
        message="user.email (identity.email) is sent to partner for payment",
        place=place("app/views.py", 4, (5, 6), "app.views.login", end_line=7),
        severity="error",
        fingerprint="s-email",
        activity="share",
        element="identity.email",
        data=place("app/views.py", 5, (9, 13)),
        expr="user",
        source=Source("app.models.Customer.email", "app/models.py", 2),
        sink_id="requests.post",
        sink=place("app/mail.py", 2, (5, 48)),
        vendor="acme",
        recipient="partner",
        purposes=("payment",),
        clause="1.4",
        confidence="medium",
        trace=(
            Hop(place("app/models.py", 2, (5, 32)), "Customer.email is identity.email (EmailField)"),
            Hop(place("app/views.py", 5, (9, 13)), "user is handed to notify()"),
            Hop(place("app/mail.py", 2, (36, 46)), "user.email is sent by requests.post()"),
        ),
        remedy="declare a purpose that the policy permits:\n# purpose: messaging to partner",
    )


def silenced() -> Finding:
    return Finding(
        code="PUR101",
        name="logged-without-purpose",
        message="hidden",
        place=place("app/views.py", 1, (1, 4)),
        severity="error",
        fingerprint="x",
        activity="log",
        element="identity.name",
        status="suppressed",
        suppression="a test account",
    )


def findings() -> tuple[Finding, ...]:
    return (
        field("email", 2, element="identity.email"),
        field("phone", 3, element="identity.phone"),
        silenced(),
        logged("email", (36, 46), element="identity.email", line=2),
        logged("phone", (48, 58), element="identity.phone", line=3),
        sent(),
    )


def sample(*, problems: tuple[Problem, ...] = (), found: tuple[Finding, ...] | None = None) -> Verdict:
    shown = findings() if found is None else found
    permitted = Judgement(
        "permitted",
        "declared: account_registration, clause 1.2(1)",
        field("birth_date", 4, element="identity.date_of_birth"),
    )
    return Verdict(
        run=RunInfo(
            "0.1.0", "sha256:aa", "default", "1", "policies/own.toml", "bb", "c0ffee", project="shop"
        ),
        findings=shown,
        judgements=(*(Judgement("finding", one.message, one) for one in shown if one.activity), permitted),
        files=FileCounts(4, 3, 1) if problems else FileCounts(3, 3, 0),
        problems=problems,
        excerpts={(path, row): text for path, rows in SOURCES.items() for row, text in enumerate(rows, 1)},
        counts={"functions": 2, "calls": 5},
        limits=("app.views.huge",),
        codes=CODES,
    )
