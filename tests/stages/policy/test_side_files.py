"""Declarations in files of their own, and several services with a policy each in one repository."""

from __future__ import annotations

from pathlib import Path

import pytest

from purposelint import session
from purposelint.errors import InputError
from purposelint.policy import load, settings_for

DECLARE = """
[[declare]]
paths = ["app/**"]
elements = ["identity.email"]
purposes = ["security_protection"]
because = "ticket 4711"
by = "M. Brandt"
on = 2026-05-04
review_by = 2027-05-04
"""
LEAK = "import logging\n\n\ndef login(user):\n    logging.info(user.email)\n"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    root = tmp_path / "repo"
    (root / ".git").mkdir(parents=True)
    (root / "app").mkdir()
    (root / "app/views.py").write_text(LEAK)
    (root / "privacy").mkdir()
    (root / "privacy/declarations.toml").write_text(DECLARE)
    (root / "purposelint.toml").write_text(
        'policy = "default"\ndeclarations = ["privacy/declarations.toml"]\n'
    )
    return root


def codes(root: Path) -> list[str]:
    settings = session.settings_for([root], overrides={"cache": False, "workers": 1, "policy": "default"})
    return [finding.code for finding in session.check(settings).findings]


def messages(root: Path) -> list[str]:
    with pytest.raises(InputError) as caught:
        load(settings_for([root]))
    return [str(each) for each in caught.value.mistakes]


POLICY = """
mentions = ["identity.*"]
[policy]
id = "own"
title = "Own"
[purposes.security_protection]
title = "Security"
"""
PERMIT = """
[[permit]]
elements = "identity.email"
purposes = "security_protection"
clause = "1"
"""


def test_a_declaration_of_a_side_file_covers_its_paths(project: Path) -> None:
    (project / "purposelint.toml").write_text(
        'policy = "default"\ndeclarations = "privacy/declarations.toml"\n'
    )
    assert codes(project) == []
    (project / "purposelint.toml").write_text('policy = "default"\n')
    assert codes(project) == ["PUR101"]


def test_it_stands_where_it_is_written(project: Path) -> None:
    (placed,) = settings_for([project]).declarations()
    assert (placed.path, placed.line, placed.key) == ("privacy/declarations.toml", 2, "declare[0]")
    assert (placed.declare.by, placed.declare.on, placed.declare.review_by) == (
        "M. Brandt",
        "2026-05-04",
        "2027-05-04",
    )


def test_one_that_nothing_needs_is_told_at_its_own_file(project: Path) -> None:
    (project / "app/views.py").write_text("print('nothing')\n")
    settings = session.settings_for([project], overrides={"cache": False, "workers": 1})
    (finding,) = session.check(settings).findings
    assert (finding.code, finding.place.path, finding.place.span.line) == (
        "PUR404",
        "privacy/declarations.toml",
        2,
    )


def test_its_mistakes_come_together_with_their_place(project: Path) -> None:
    (project / "privacy/more.toml").write_text(
        '[[declare]]\npurposes = ["x"]\n[[declare]]\npaths = "!"\nfor = "x"\npurposes = "y"\non = "May"\n'
    )
    (project / "purposelint.toml").write_text(
        'declarations = ["privacy/gone.toml", "privacy/more.toml", "privacy/more.toml"]\n'
    )
    assert messages(project) == [
        (
            'purposelint.toml:1: item 1 of declarations: "privacy/gone.toml" is no file: '
            "its path is relative to this one"
        ),
        'privacy/more.toml:5: the 2nd [[declare]], for: unknown key "for"',
        (
            'privacy/more.toml:1: the 1st [[declare]]: needs "paths" or "symbols", '
            '`paths = ["**"]` for the whole project'
        ),
        'privacy/more.toml:4: the 2nd [[declare]], paths: "!" is not a pattern as in .gitignore',
        'privacy/more.toml:7: the 2nd [[declare]], on: "May" is not a day of the form 2026-01-31',
        'purposelint.toml:1: item 3 of declarations: "privacy/more.toml" is named twice',
    ]


def test_words_that_the_policy_does_not_know_are_told_at_their_own_file(project: Path) -> None:
    side = project / "privacy/declarations.toml"
    side.write_text(DECLARE.replace("security_protection", "security_protecton"))
    assert messages(project) == [
        (
            "privacy/declarations.toml:5: the 1st [[declare]], item 1 of purposes: the policy has no purpose"
            ' "security_protecton", did you mean "security_protection"?'
        )
    ]


def test_each_service_of_a_repository_has_the_nearest_configuration(project: Path) -> None:
    for name, rule in (("shop", PERMIT), ("clinic", PERMIT.replace("permit", "forbid"))):
        folder = project / "services" / name
        (folder / "privacy").mkdir(parents=True)
        (folder / "views.py").write_text(LEAK.replace("email)", "email)  # purpose: security_protection"))
        (folder / "privacy/policy.toml").write_text(POLICY.replace("own", name) + rule)
        (folder / "purposelint.toml").write_text('policy = "privacy/policy.toml"\n')
    found = {}
    for name in ("shop", "clinic"):
        settings = session.settings_for(
            [project / "services" / name], overrides={"cache": False, "workers": 1}
        )
        run = session.check(settings)
        found[name] = (settings.root.name, run.run.policy_id, [each.code for each in run.findings])
    assert found == {"shop": ("shop", "shop", []), "clinic": ("clinic", "clinic", ["PUR102"])}


def test_what_a_table_covers_says_which_table_and_where(project: Path) -> None:
    settings = session.settings_for([project], overrides={"cache": False, "workers": 1})
    why = [one.why for one in session.check(settings).judgements if one.verdict == "permitted"]
    assert why
    assert all("(by the 1st [[declare]] of privacy/declarations.toml, line 2)" in each for each in why)
