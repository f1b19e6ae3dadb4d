"""Help of findings whose data or address no argument of the call shows: where it comes in."""

from __future__ import annotations

from pathlib import Path

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

[[permit]]
elements = ["identity.email"]
purposes = ["accounts"]
recipients = ["self"]
clause = "2"
"""


def _remedies(folder: Path, text: str) -> list[str]:
    (folder / "app.py").write_text(text, encoding="utf-8")
    (folder / "policy.toml").write_text(_POLICY, encoding="utf-8")
    (folder / "purposelint.toml").write_text('policy = "policy.toml"\n', encoding="utf-8")
    return [one.remedy for one in check_folder(folder).findings]


def test_what_the_called_object_holds_is_told_by_where_it_enters(tmp_path: Path) -> None:
    text = (
        "from django.core.mail import EmailMessage\n\n\ndef send(recipient_email):\n"
        '    mail = EmailMessage("Hi", "there", None, [recipient_email])\n    mail.send()\n'
    )
    (told,) = _remedies(tmp_path, text)
    assert told == (
        "keep recipient_email, which enters at app.py:4, out of what mail.send takes along, or have the"
        " policy say who mail_server is and permit it"
    )


_FETCH = (
    "import requests\n\n\ndef fetch(url, email):\n    requests.post(url, json={'to': email}, timeout=5)\n"
)
_PERMIT = "or have the policy permit it to `unmapped`, with the clause that says so"


def test_an_address_that_a_helper_is_handed_is_told_to_its_callers(tmp_path: Path) -> None:
    text = _FETCH.replace("email", "to") + "\n\ndef tell(user, host):\n    fetch(host.url, user.email)\n"
    assert _remedies(tmp_path, text) == [
        f"have whoever calls fetch (app.py:5) hand it an address that is a constant, {_PERMIT}"
    ]


def test_an_address_at_the_call_itself_is_written_there(tmp_path: Path) -> None:
    assert _remedies(tmp_path, _FETCH) == [f"write the address as a constant, {_PERMIT}"]
