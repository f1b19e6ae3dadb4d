"""Verdicts with all that reviewers are shown, made by hand: as many flows as asked for, and hostile ones."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from purposelint.domain.catalog import Activity, Element
from purposelint.domain.dossier import Dossier, Ledger, Package, Silencer, Vouched
from purposelint.domain.flows import Handover, Hop
from purposelint.domain.place import Place, Span
from purposelint.domain.policy import Head, Policy, Purpose, Question, Recipient
from purposelint.domain.promises import Promises, Unkept, Used
from purposelint.domain.verdict import FileCounts, Finding, Judgement, Problem, RunInfo, Source, Verdict

HOSTILE = (
    "</script><script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "'-alert(1)-'",
    "{{ 7 * 7 }}{% raw %}",
    "javascript:alert(1)",
    "=cmd|' /C calc'!A0",
    "\x1b[2J\u202e\u2028\ud800\x00",
    "]]><!-- -->&lt;&amp;",
    "::error::##[group]",
)
"""What names, strings and paths of a repository that means harm may hold."""

_ELEMENTS = ("identity.email", "identity.phone", "location.coordinates", "special.health", "financial.iban")
_ACTIVITIES: tuple[Activity, ...] = ("log", "share", "store")


def _element(name: str) -> Element:
    return Element(
        id=name, title=f"The {name.partition('.')[2]}", sensitivity="high", hits=("x",), misses=("y",)
    )


def _place(path: str, line: int, symbol: str = "app.views.show") -> Place:
    return Place(path, Span(line, 5, line, 40), symbol)


def finding(number: int, word: str = "") -> Finding:
    """One of many findings; `word` stands wherever a repository could put it."""
    path = f"app/part{number % 40}/{word}views.py"
    activity = _ACTIVITIES[number % 3]
    at = _place(path, number + 1, f"app.{word}show{number}")
    return Finding(
        code=f"PUR{_ACTIVITIES.index(activity) + 1}01",
        name="logged-without-purpose",
        message=f"{_ELEMENTS[number % 5]} (`user.{word}x{number}`) goes without a declared purpose {word}",
        place=at,
        severity=("error", "warning", "note")[number % 7 % 3],
        fingerprint=f"p{number}",
        activity=activity,
        element=_ELEMENTS[number % 5],
        data=Place(path, Span(number + 1, 20, number + 1, 30)),
        expr=f"user.{word}",
        source=Source(f"app.models.User.{word}x{number}", "app/models.py", number % 300 + 1),
        sink_id="logging.info",
        sink=at,
        vendor=(word or "acme") if activity == "share" else None,
        recipient="partner" if activity == "share" else "self",
        purposes=("messaging",) if number % 2 else (),
        clause="1.2",
        confidence="medium" if number % 11 == 0 else "high",
        trace=(
            Hop(_place("app/models.py", number % 300 + 1), f"User.{word} is {_ELEMENTS[number % 5]}"),
            Hop(_place(path, number + 1), f"read as user.{word}"),
            Hop(at, "logged by logger.info"),
        ),
        remedy=f"# purpose: messaging {word}",
    )


def _judgement(number: int, word: str) -> Judgement:
    one = finding(number, word)
    return Judgement("finding", f"{one.code}: {one.name}", one)


def policy(word: str = "") -> Policy:
    """A policy with one of everything."""
    purpose = Purpose(title=f"Writing to users {word}", legal_basis="Consent", subjects=("user",))
    question = Question(id="relevance", text=f"What is relevant? {word}", clause="1.9")
    return Policy(
        head=Head(id="house", title=f"The notice {word}", controller=f"House Ltd {word}"),
        path="privacy/policy.toml",
        digest="d" * 64,
        purposes={"messaging": purpose},
        recipients={"partner": Recipient(title=f"The partner {word}", country="IE")},
        permits=(),
        forbids=(),
        questions=(question,),
        named=frozenset(_ELEMENTS),
        named_exactly=frozenset(_ELEMENTS),
    )


def _promises(word: str) -> Promises:
    unkept = Unkept(
        ("messaging",), ("partner",), (f"1.2{word}",), handled=False, elements=("identity.email",)
    )
    used = Used("identity.phone", (("app/models.py", 3),))
    return Promises(
        whole=True,
        unpromised=(),
        hidden={},
        made=2,
        kept=1,
        unkept=(unkept,),
        exceptions=(),
        never_handled=("financial.iban",),
        never_named=(used,),
        known=_ELEMENTS,
    )


def _ledger(at: Place, word: str) -> Ledger:
    said, why = f"said {word}", "stated in extend-rules"
    purposes, by = ("messaging",), f"A. {word}"
    return Ledger(
        (
            Vouched("comment", "class", f"class {word}", at, (), purposes, (), said, flows=(0,)),
            Vouched("side file", "file", "declare[0]", at, (), purposes, (), word, by, "2026-05-04"),
        ),
        (
            Silencer("suppression", "PUR101", at, f"why {word}", until="2027-01-31", flows=(0, 1)),
            Silencer("exclude", f"scripts/{word}", None, files=(f"scripts/{word}.py",)),
            Silencer("project guard", f"house.mask {word}", at, why, flows=(2,)),
        ),
    )


def dossier(word: str = "") -> Dossier:
    """All that a reviewer is shown besides, with one of everything."""
    at = _place(f"app/{word}models.py", 3)
    return Dossier(
        policy=policy(word),
        elements={name: _element(name) for name in _ELEMENTS},
        promises=_promises(word),
        ledger=_ledger(at, word),
        handovers=(
            Handover(at, f"vendorless.{word}.push", "identity.email"),
            Handover(at, "django.http.JsonResponse", "identity.phone"),
            Handover(at, "django.utils.html.strip_spaces", "identity.phone"),
        ),
        packages=(Package(f"vendorless{word}", (f"app/{word}models.py",)),),
        described=frozenset({"django"}),
        committed="2026-05-04",
    )


def _run(word: str) -> RunInfo:
    hashes = ("d" * 64, "c0ffee")
    return RunInfo("0.1.0", "r" * 64, "house", "1", "privacy/policy.toml", *hashes, project=f"shop{word}")


def verdict_of(number: int, word: str = "") -> Verdict:
    """A verdict with so many findings and the dossier to it; `word` as in `finding`."""
    judgements = tuple(_judgement(each, word) for each in range(number))
    permitted = finding(number, word)
    return Verdict(
        run=_run(word),
        findings=tuple(one.finding for one in judgements),
        judgements=(*judgements, Judgement("permitted", f"declared: messaging {word}", permitted)),
        files=FileCounts(4, 3, 1),
        problems=(Problem("PUR901", f"app/{word}broken.py", f"cannot be parsed {word}", 2),),
        sensitivity=dict.fromkeys(_ELEMENTS, "high"),
        excerpts=_excerpts(judgements, word),
        limits=(f"app.{word}huge",),
    )


def _excerpts(judgements: Sequence[Judgement], word: str) -> dict[tuple[str, int], str]:
    lines = {("app/models.py", line): f"    email = models.EmailField()  # {word}" for line in range(1, 301)}
    for one in judgements:
        at = one.finding.place
        lines[at.path, at.span.line] = f'    logger.info("%s", user.email)  # {word}'
    return lines


def reviewed(number: int, word: str = "") -> Verdict:
    """The same with its dossier."""
    return replace(verdict_of(number, word), dossier=dossier(word))
