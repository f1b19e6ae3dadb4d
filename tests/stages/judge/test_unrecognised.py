"""Packages without rules whose calls get personal data, and vendors of whose calls no rule knows one."""

from __future__ import annotations

from pathlib import Path

import pytest

from purposelint import session
from purposelint.domain.unrecognised import Unreached, Unrecognised


def _found(folder: Path, files: dict[str, str], *named: str, **overrides: object) -> Unrecognised:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    asked = [folder / name for name in named] or [folder]
    settings = session.settings_for(asked, overrides={"workers": 1, "cache": False, **overrides})
    return session.check(settings).unrecognised


def _packages(found: Unrecognised) -> dict[str, list[str]]:
    return {one.package: sorted(one.elements) for one in found.undescribed}


def test_what_gets_most_comes_first_with_its_calls(tmp_path: Path) -> None:
    text = (
        "import strange\nfrom odd.desk import Desk\n\n\n"
        "def f(user):\n    strange.push(user.email)\n    strange.pull(user.email)\n"
        "    Desk('key').open(user.email, user.phone_number)\n"
    )
    found = _found(tmp_path, {"app.py": text})
    assert [(one.package, len(one.calls)) for one in found.undescribed] == [("odd", 1), ("strange", 2)]
    assert found.elements == {"identity.email", "identity.phone"}
    (call,) = found.undescribed[0].calls
    assert (call.call, call.where) == ("odd.desk.Desk.open", "app.py:8")
    assert call.elements == ("identity.email", "identity.phone")


@pytest.mark.parametrize(
    "body",
    [
        "import strange\n\n\ndef f(user):\n    strange.push(len(user.email))\n",
        "import strange\n\n\ndef f(order):\n    strange.push(order.total)\n",
        "import hashlib\n\n\ndef f(user):\n    hashlib.sha256(user.email.encode())\n",
        "import requests\n\n\ndef f(user):\n    requests.codes.get(user.email)\n",
        "from helper import tell\n\n\ndef f(user):\n    tell(user.email)\n",
        "import strange\n\n\ndef f(user):\n    strange.push(user.user_id)\n",
    ],
    ids=["taken out", "no data", "Python's", "described", "the project's", "of low sensitivity"],
)
def test_what_is_no_blind_spot_is_not_told(tmp_path: Path, body: str) -> None:
    helper = "def tell(text):\n    return text\n"
    assert _found(tmp_path, {"app.py": body, "helper.py": helper}) == Unrecognised()


def test_low_sensitivity_counts_once_it_is_asked_for(tmp_path: Path) -> None:
    body = "import strange\n\n\ndef f(user):\n    strange.push(user.user_id)\n"
    found = _found(tmp_path, {"app.py": body}, min_sensitivity="low")
    assert _packages(found) == {"strange": ["identity.user_id"]}


SHARED = "from acme.post.api import send\n\n\ndef f(user):\n    send(user.email)\n"


def test_a_package_that_shares_its_first_word_with_the_project_has_two(tmp_path: Path) -> None:
    files = {"app.py": SHARED, "plugins/acme/__init__.py": "", "plugins/acme/docs.py": "x = 1\n"}
    assert _packages(_found(tmp_path, files)) == {"acme.post": ["identity.email"]}


@pytest.mark.parametrize("there", ["acme/post/api.py", "acme/post.py"])
def test_what_lies_in_the_project_is_its_own_where_it_is_left_out(tmp_path: Path, there: str) -> None:
    files = {"app.py": SHARED, "acme/__init__.py": "", there: "send = None\n"}
    assert _found(tmp_path, files, exclude=("acme/post*",)) == Unrecognised()


def test_a_vendor_by_name_is_told_where_no_call_is_known(tmp_path: Path) -> None:
    text = "from acme.hubspot_api import label\n\n\ndef f():\n    return label('sales')\n"
    assert _found(tmp_path, {"app.py": text}).unreached == (Unreached("hubspot", "acme.hubspot_api"),)


@pytest.mark.parametrize(
    "text",
    [
        "from acme.hubspot_api import label, find\n\n\ndef f():\n    return find(label('sales'))\n",
        "from acme.hubspot_api import Kind\n\n\nclass Other(Kind):\n    pass\n",
        "import acme\n\n\ndef f():\n    return acme.hubspot_label('sales')\n",
        "import hubspot_sync\n\n\ndef f():\n    return hubspot_sync.label('sales')\n",
    ],
    ids=["another call is known", "never called", "a word of the function", "the project's own"],
)
def test_a_vendor_is_not_told_otherwise(tmp_path: Path, text: str) -> None:
    own = "def label(text):\n    return text\n"
    known = text.replace("find", "find_contact")
    assert _found(tmp_path, {"app.py": known, "hubspot_sync.py": own}).unreached == ()


IDLE = "import stripe\n\n\ndef f(payload):\n    return stripe.util.strange(payload)\n"


def test_a_vendors_own_package_is_told_where_no_call_is_known(tmp_path: Path) -> None:
    assert _found(tmp_path, {"app.py": IDLE}).unreached == (Unreached("stripe", "stripe"),)
    used = f"{IDLE}\n\ndef g():\n    stripe.Customer.create()\n"
    assert _found(tmp_path, {"app.py": used}).unreached == ()


def test_a_package_that_vendors_share_tells_of_none(tmp_path: Path) -> None:
    text = "from google.strange import things\n\n\ndef f(payload):\n    return things.list(payload)\n"
    assert _found(tmp_path, {"app.py": text}).unreached == ()


def test_of_files_that_are_named_nobody_knows_what_the_others_call(tmp_path: Path) -> None:
    push = "import strange\n\n\ndef f(user):\n    strange.push(user.email)\n"
    files = {"app.py": IDLE, "other.py": push, "third.py": push, "purposelint.toml": ""}
    found = _found(tmp_path, files, "app.py", "other.py")
    assert found.unreached == ()
    assert [one.calls[0].where for one in found.undescribed] == ["other.py:5"]


def test_it_is_the_same_from_a_cache(tmp_path: Path) -> None:
    push = "import strange, stripe\n\n\ndef f(user):\n    strange.push(stripe.util.strange(user.email))\n"
    first = _found(tmp_path, {"app.py": push}, cache=True)
    again = session.check(session.settings_for([tmp_path], overrides={"workers": 1, "cache": True}))
    assert again.unrecognised == first
    assert first.unreached


def test_a_finding_at_a_wrapper_is_a_note_that_says_why(tmp_path: Path) -> None:
    text = "from acme.hubspot_api import upsert_contact\n\n\ndef f(user):\n    upsert_contact(user.email)\n"
    (tmp_path / "app.py").write_text(text, encoding="utf-8")
    settings = session.settings_for([tmp_path], overrides={"workers": 1, "cache": False})
    (found,) = session.check(settings).findings
    assert (found.vendor, found.confidence, found.severity) == ("hubspot", "low", "note")
    why = "acme.hubspot_api is named after hubspot, and no rule describes it"
    assert found.trace[-1].note == f"sent by upsert_contact: {why}"
