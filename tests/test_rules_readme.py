"""The vendor that rules/README.md adds is known to a project that does what the page says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from purposelint import session
from support.places import RULES

_PAGE_LINES = 45
"""A page, as printed."""

_CODE = """\
import acme_post
import requests

def welcome(user):
    acme_post.Client("key").send(user.email, "Welcome")
    acme_post.Client("key").send("team@example.org", "ready")
    requests.post("https://api.acme.example/v1", json={"to": user.email})
"""


@pytest.fixture(scope="module")
def section() -> str:
    text = (RULES / "README.md").read_text(encoding="utf-8")
    return text.partition("## Adding a vendor\n")[2].partition("\n## ")[0]


def test_adding_a_vendor_takes_less_than_a_page(section: str) -> None:
    assert 10 < len(section.splitlines()) < _PAGE_LINES


def test_the_vendor_of_the_page_is_known_where_its_file_lies(section: str, tmp_path: Path) -> None:
    (entry,) = re.findall(r"```toml\n(.*?)```", section, re.DOTALL)
    libraries = tmp_path / "own" / "libraries"
    libraries.mkdir(parents=True)
    (libraries / "acme_post.toml").write_text(entry, encoding="utf-8")
    (tmp_path / "purposelint.toml").write_text('extend-rules = ["own"]\n', encoding="utf-8")
    (tmp_path / "mails.py").write_text(_CODE, encoding="utf-8")
    settings = session.settings_for([tmp_path], tmp_path / "purposelint.toml", {"cache": False, "workers": 1})
    findings = session.check(settings).findings
    assert [(one.place.span.line, one.vendor) for one in findings] == [(5, "acme"), (7, "acme")]
