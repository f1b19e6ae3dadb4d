"""Entries that are only tried out, and the age of entries."""

from __future__ import annotations

from pathlib import Path

import pytest

from purposelint import session
from purposelint.errors import InputError

CODE = "from house import audit\n\n\ndef enter(user):\n    audit(user.badge_colour)\n    audit(user.email)\n"
ELEMENT = """
[[element]]
id = "identity.badge_colour"
title = "colour of the badge"
sensitivity = "medium"
strong = ["badge_colour"]
"""
SINK = '[[sink]]\nid = "house.audit"\ncall = "house.audit"\narguments = ["*"]\nactivity = "log"\n'


def project(tmp_path: Path, *, element: str = "", sink: str = "") -> Path:
    for folder in ("elements", "libraries"):
        (tmp_path / "privacy" / folder).mkdir(parents=True)
    (tmp_path / "privacy" / "elements" / "identity.toml").write_text(ELEMENT + element)
    (tmp_path / "privacy" / "libraries" / "house.toml").write_text(SINK + sink)
    (tmp_path / "purposelint.toml").write_text('extend-rules = ["privacy"]\n')
    (tmp_path / "app.py").write_text(CODE)
    return tmp_path


def elements(folder: Path, *, preview: bool) -> list[str | None]:
    settings = session.settings_for([folder], overrides={"cache": False, "preview": preview})
    return [one.element for one in session.check(settings).findings]


BOTH = ["identity.badge_colour", "identity.email"]


@pytest.mark.parametrize(
    ("element", "sink", "without"),
    [
        ("", "", BOTH),
        ("preview = true", "", ["identity.email"]),
        ("", "preview = true", []),
        ('since = "0.2.0"', 'since = "0.2.0"', BOTH),
    ],
)
def test_previews_are_off_until_asked_for(
    tmp_path: Path, element: str, sink: str, without: list[str]
) -> None:
    folder = project(tmp_path, element=element, sink=sink)
    assert elements(folder, preview=False) == without
    assert elements(folder, preview=True) == BOTH


def test_a_preview_counts_in_what_a_run_was_made_from(tmp_path: Path) -> None:
    folder = project(tmp_path, sink="preview = true")
    made = [
        session.load(session.settings_for([folder], overrides={"preview": wanted}))[0].digest
        for wanted in (False, True)
    ]
    assert made[0] != made[1]


@pytest.mark.parametrize("where", ["element", "sink"])
def test_an_age_that_is_no_version_is_told(tmp_path: Path, where: str) -> None:
    folder = project(tmp_path, **{where: 'since = "last spring"'})
    with pytest.raises(InputError, match=r'since: "last spring" is not a version, as "0.2.0" is one'):
        elements(folder, preview=False)
