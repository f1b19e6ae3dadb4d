"""What a finding's help gives to paste ends the finding and brings no other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from purposelint.domain.verdict import Finding
from purposelint.judge.declarations.directives import WHAT, WHY
from purposelint.report.remedies import remedy_of
from support.pipeline import check_folder

_POLICY = """\
[policy]
id = "shop"
title = "Shop"
version = "1"
schema = 1
default = "deny"

[purposes.accounts]
title = "Accounts"
clause = "1"

[purposes.delivery]
title = "Delivery"
clause = "2"
usual = { share = ["identity.*"] }

[purposes.offers]
title = "Offers"
clause = "3"
requires = "the consent record"

[purposes.security]
title = "Security"
clause = "4"
usual = { log = ["*"] }

[purposes.research]
title = "Research"
clause = "5"

[recipients.carrier]
clause = "6"
hosts = ["carrier.example"]

[recipients.printer]
clause = "7"

[[permit]]
elements = ["identity.email", "identity.phone"]
purposes = ["accounts", "delivery", "security"]
recipients = ["self", "carrier"]
clause = "8"

[[permit]]
elements = ["identity.phone"]
purposes = ["offers"]
clause = "9"

[[permit]]
elements = ["identity.email"]
purposes = ["delivery"]
recipients = ["printer"]
activities = ["share"]
clause = "10"

[[permit]]
elements = ["identity.email"]
purposes = ["research"]
activities = ["log", "share"]
clause = "11"

[[question]]
id = "stored"
text = "May phone numbers be kept for research?"
elements = ["identity.phone"]
purposes = ["research"]
activities = ["store"]
clause = "12"
"""

_BEFORE = """\
import logging
import requests
from django.db import models

logger = logging.getLogger(__name__)
"""

_MODEL = """
class Customer(models.Model):
    {field}


def show(user: Customer, phone):
    {line}
"""

_FIELD = "email = models.EmailField()  # purpose: accounts"
_SENT = 'requests.post("https://{host}/", json={{"to": user.email}}, timeout=5)'
_TO_CARRIER, _TO_PRINTER = _SENT.format(host="carrier.example"), _SENT.format(host="print.example")


class Case(NamedTuple):
    """A field and a statement that earn a code."""

    code: str
    field: str
    line: str
    element: str = ""


_CASES = {
    "logged": Case("PUR101", _FIELD.replace("accounts", "security"), "logger.info(user.email)"),
    "logged, of no field": Case("PUR101", _FIELD, "logger.info(phone)"),
    "logged beyond its field": Case("PUR101", _FIELD, "logger.info(user.email)"),
    "logged beside a field's": Case("PUR101", _FIELD, "logger.info(phone, user.email)", "identity.phone"),
    "logged beside a secret": Case("PUR101", _FIELD, "logger.info(phone, user.password)", "identity.phone"),
    "logged for what may not be": Case("PUR102", _FIELD, "logger.info(phone)  # purpose: research"),
    "logged without its condition": Case("PUR102", _FIELD, "logger.info(phone)  # purpose: offers"),
    "logged to somebody": Case("PUR102", _FIELD, "logger.info(phone)  # purpose: security to carrier"),
    "logged to somebody, unstated": Case(
        "PUR102", _FIELD, "logger.info(phone)  # purpose: offers to carrier"
    ),
    "sent": Case("PUR201", _FIELD.replace("accounts", "delivery"), _TO_CARRIER),
    "sent beyond its field": Case("PUR201", _FIELD, _TO_CARRIER),
    "sent to others than its field": Case("PUR201", f"{_FIELD}, delivery to printer", _TO_CARRIER),
    "sent, unknown to whom": Case("PUR201", _FIELD.replace("accounts", "delivery"), _TO_PRINTER),
    "sent for what may not be": Case("PUR202", _FIELD, f"{_TO_CARRIER}  # purpose: offers"),
    "sent to another": Case("PUR202", _FIELD, f"{_TO_CARRIER}  # purpose: accounts to printer"),
    "sent for what it may not, to another": Case(
        "PUR202", _FIELD, f"{_TO_CARRIER}  # purpose: offers to printer"
    ),
    "sent, mapped to nobody": Case("PUR203", f"{_FIELD}, delivery", f"{_TO_PRINTER}  # purpose: delivery"),
    "sent to nobody who may": Case("PUR203", f"{_FIELD}, security", f"{_TO_PRINTER}  # purpose: offers"),
    "stored": Case("PUR301", "email = models.EmailField()", "pass"),
    "stored for what may not be": Case("PUR302", "email = models.EmailField()  # purpose: offers", "pass"),
    "an unknown word": Case("PUR401", "email = models.EmailField()  # purpose: acounts", "pass"),
    "two unknown words": Case("PUR401", "email = models.EmailField()  # purpose: acounts, delivry", "pass"),
    "an equals sign": Case("PUR402", "email = models.EmailField()  # purpose = accounts", "pass"),
    "a plural": Case("PUR402", "email = models.EmailField()  # purposes: accounts", "pass"),
    "a scope": Case("PUR402", "email = models.EmailField()  # purpose of this file: accounts", "pass"),
    "an explanation": Case(
        "PUR402", "email = models.EmailField()  # purpose: accounts so they log in", "pass"
    ),
    "nothing because": Case("PUR402", "email = models.EmailField()  # purpose: accounts because", "pass"),
    "nothing for": Case("PUR402", "email = models.EmailField()  # purpose: identity.email for", "pass"),
    "nothing to": Case("PUR402", "email = models.EmailField()  # purpose: accounts to", "pass"),
    "an explanation of nothing": Case(
        "PUR402", "email = models.EmailField()  # purpose: delivry of accounts", "pass"
    ),
    "not personal": Case("PUR402", "email = models.EmailField()  # not-personal", "pass"),
    "beyond its field": Case("PUR403", _FIELD, "logger.info(user.email)  # purpose: security"),
    "beyond what it may be kept for": Case("PUR403", _FIELD, "logger.info(user.email)  # purpose: research"),
    "to others than its field": Case("PUR403", f"{_FIELD} to printer", f"{_TO_CARRIER}  # purpose: accounts"),
    "unused": Case("PUR404", _FIELD, "count = 1  # purpose: accounts"),
    "no reason": Case("PUR405", _FIELD, "logger.info(user.email)  # purposelint: ignore[PUR101]"),
    "needless": Case("PUR406", _FIELD, "count = 1  # purposelint: ignore[PUR101] a test tool"),
    "partly needless": Case(
        "PUR406", _FIELD, "logger.info(phone)  # purposelint: ignore[PUR101, PUR201] a test tool"
    ),
    "expired": Case(
        "PUR407", _FIELD, "logger.info(phone)  # purposelint: ignore[PUR101] old until 2020-01-31"
    ),
    "not named": Case("PUR501", _FIELD, "logger.info(user.imei)"),
    "open": Case("PUR503", "phone = models.CharField()  # purpose: research", "pass"),
}

_COMMENT = re.compile(r"\s*# (purpose|not-personal|purposelint).*")
_AT = re.compile(r"\((?P<path>[\w./]+):(?P<line>\d+)\)")


_WORDS_ALONE = {
    "sent to nobody who may": "take user.email out of the call, or have the policy say who print.example is",
    "nothing for": "write it as `# purpose: [element for]",
    "nothing to": "write it as",
    "beyond what it may be kept for": "take user.email out of the call",
    "expired": "mend what it hid",
    "not named": "take user.imei out of the call, or have the policy permit it",
}
"""Where nothing can be pasted, since a person has to decide: how the help begins."""


@pytest.mark.parametrize("name", _CASES)
def test_what_is_pasted_ends_the_finding_and_brings_no_other(tmp_path: Path, name: str) -> None:
    case = _CASES[name]
    before = _open(_write(tmp_path, case))
    first = next(one for one in before if one.code == case.code and case.element in {"", one.element})
    told = remedy_of(first, "policy.toml")
    pastes = tuple(_pastes(told))
    assert bool(pastes) != (name in _WORDS_ALONE)
    assert told.startswith(_WORDS_ALONE.get(name, ""))
    for paste in pastes:
        _write(tmp_path, case)
        paste.put(tmp_path, first)
        _is_mended(_open(tmp_path), [one for one in before if one.element != first.element], paste)


def _is_mended(after: list[Finding], others: list[Finding], paste: Paste) -> None:
    """Nothing is open but what was there of other elements, or what a removed comment covered."""
    known = {(one.code, one.element) for one in others}
    known |= {("PUR301", "identity.email")} if not paste.text else set()
    assert [f"{one.code} {one.message}" for one in after if (one.code, one.element) not in known] == []


class Paste(NamedTuple):
    """A text to paste, and where: at a line, or in the policy below a line of it.

    `field` is what is added to the declaration that stands there, or declared once the policy says more.
    """

    text: str
    at: tuple[str, int] = ("", 0)
    below: str = ""
    field: str = ""

    def put(self, folder: Path, finding: Finding) -> None:
        """Write it where the help says, in place of a comment of ours that stands there."""
        here = finding.place.span.line
        if not self.below:
            if self.field:
                _comment(folder, self.at[1], f", {self.field}", keeps=True)
            _comment(folder, here if self.field or not self.at[0] else self.at[1], self.text)
            return
        self._into_policy(folder / "policy.toml")
        if self.field:
            _comment(folder, here, f"# purpose: {self.field}")

    def _into_policy(self, policy: Path) -> None:
        text = policy.read_text()
        head, below, rest = text.partition(self.below + "\n") if self.below else ("", "", text)
        key, _, value = self.text.partition(" = ")
        table, empty, others = rest.partition("\n\n")
        if f"\n{key} = [" in table:  # "or add to the list that stands there"
            table = table.replace(f"\n{key} = [", f"\n{key} = [{value.strip('[]')}, ")
            policy.write_text(head + below + table + empty + others)
        else:
            policy.write_text(head + below + self.text + "\n" + rest)


def _comment(folder: Path, number: int, text: str, *, keeps: bool = False) -> None:
    lines = (folder / "app.py").read_text().splitlines()
    line = lines[number - 1]
    lines[number - 1] = line + text if keeps else f"{_COMMENT.sub('', line)}  {text}"
    (folder / "app.py").write_text("\n".join(lines) + "\n")


_OFFERS = (
    re.compile(
        r"(say so here: (?P<own>[^;]*);.*)?add (?P<field>.*) (to what|there) .*, then declare it here"
    ),
    re.compile(r"add (?P<recipient>\w+) to the recipients that .* declares$"),
    re.compile(r"`(?P<lead># purpose: .*)\.\.\.`, one of (?P<purposes>.*)"),
    re.compile(r'that question, .*: (?P<decision>decision = "permit")'),
    re.compile(r"below (?P<tables>\[.*\]), or .* there(?P<then>, then say here.*)?: (?P<line>\w+ = .*)"),
    re.compile(r"write it as `# purpose: \["),
    re.compile(r"(?P<comment># .*)"),
    re.compile(r"^(?P<gone>)remove the comment$"),
)
"""Ways in which the help offers something to paste."""


def _pastes(told: str) -> Iterator[Paste]:
    """What the words of the help offer, one by one; nothing where they only say what to do."""
    stands = _AT.search(told)
    at = (stands["path"], int(stands["line"])) if stands else ("", 0)
    found = next((offer.groupdict() for form in _OFFERS if (offer := form.search(told))), {})
    for purpose in _each(found.get("field")):
        yield Paste(f"# purpose: {purpose}", at, field=purpose)
    for purpose in _each(found.get("own")):
        yield Paste(f"# purpose: {purpose}")
    for purpose in _each(found.get("purposes")):
        yield Paste(f"{found['lead']}{purpose}", at)
    for recipient in _each(found.get("recipient")):
        yield Paste("# purpose: delivery", at, field=recipient)
    for decision in _each(found.get("decision")):
        yield Paste(f'{decision}\nby = "privacy office"\non = 2026-11-03', below='id = "stored"')
    for table in _each(found.get("tables")):
        yield Paste(found["line"], below=table, field="delivery" if found["then"] else "")
    if comment := found.get("comment", found.get("gone")):
        yield Paste(comment.replace(WHY, "a test tool").replace(WHAT, "a printer's queue"), at)
    elif comment == "":
        yield Paste("")


def _each(several: str | None) -> list[str]:
    return re.split(r", | or ", several) if several else []


def _write(folder: Path, case: Case) -> Path:
    (folder / "policy.toml").write_text(_POLICY)
    (folder / "purposelint.toml").write_text('policy = "policy.toml"\n')
    (folder / "app.py").write_text(_BEFORE + _MODEL.format(field=case.field, line=case.line))
    return folder


def _open(folder: Path) -> list[Finding]:
    return [one for one in check_folder(folder).findings if one.status == "open"]
