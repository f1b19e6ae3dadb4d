"""Mistakes of a base are told there, and what follows from a base that cannot be read is not told."""

from __future__ import annotations

from pathlib import Path

import pytest

from purposelint.domain.catalog import Catalog
from purposelint.errors import InputError
from purposelint.policy import load, settings_for
from purposelint.policy.policies import read_policy

OWN = """\
[policy]
extends = ["base.toml"]
[purposes.payment]
clause = "2"
includes = ["fees"]
[recipients.bank]
country = "DE"
[[permit]]
elements = ["contact_data", "identity.email"]
purposes = ["payment", "news"]
recipients = ["bank", "partner"]
clause = "1"
[[permit]]
elements = ["contact_data"]
purposes = ["payment"]
clause = "3"
[[forbid]]
elements = ["identity.email"]
unless = ["legal"]
clause = "1"
[[question]]
id = "scope"
decision = "permit"
"""
BASE = """\
[policy]
id = "base"
title = "Base"
[sets]
contact_data = ["identity.email", "identity.phone"]
[purposes.payment]
title = "Payment"
[purposes.fees]
title = "Fees"
[purposes.news]
title = "News"
[purposes.legal]
title = "Legal"
includes = ["payment", "news"]
[recipients.partner]
title = "Partner"
[[question]]
id = "scope"
text = "?"
clause = "1"
by = "dpo"
on = 2026-01-31
"""


def _mistakes(catalog: Catalog, folder: Path, own: str = OWN) -> list[str]:
    (folder / "own.toml").write_text(own)
    _, mistakes = read_policy("own.toml", catalog, folder)
    return [str(each) for each in mistakes]


def test_the_file_is_right_with_its_base(catalog: Catalog, tmp_path: Path) -> None:
    (tmp_path / "base.toml").write_text(BASE)
    assert _mistakes(catalog, tmp_path) == []


@pytest.mark.parametrize(
    ("base", "said"),
    [
        (None, 'own.toml:2: item 1 of policy.extends: there is no file "base.toml"'),
        ("[policy", "base.toml:1: is not valid TOML: Expected ']' at the end of a table declaration"),
        ("x = 1", 'base.toml: table "policy" is missing'),
        (BASE.replace("[sets]", "schema = 2\n[sets]"), "base.toml:4: policy.schema: schema 2 is not known"),
        (
            BASE.replace("[sets]", 'extends = "gone.toml"\n[sets]'),
            "base.toml:4: policy.extends: there is no",
        ),
    ],
)
def test_of_a_base_that_cannot_be_read_only_that_is_told(
    catalog: Catalog, tmp_path: Path, base: str | None, said: str
) -> None:
    if base is not None:
        (tmp_path / "base.toml").write_text(base)
    found = _mistakes(catalog, tmp_path)
    assert len(found) == 1
    assert found[0].startswith(said)


def test_what_cannot_follow_from_it_is_told_with_it(catalog: Catalog, tmp_path: Path) -> None:
    own = OWN.replace('country = "DE"', 'contry = "DE"').replace(
        '"contact_data", "identity.email"', '"identity.emial"'
    )
    assert [each.partition(": ")[2].partition(": ")[0] for each in _mistakes(catalog, tmp_path, own)] == [
        "item 1 of policy.extends",
        "recipients.bank.contry",
        "the 1st [[permit]] (clause 1), item 1 of elements",
    ]


def test_declarations_are_not_held_against_a_policy_that_is_not_whole(tmp_path: Path) -> None:
    (tmp_path / "own.toml").write_text(OWN)
    (tmp_path / "purposelint.toml").write_text(
        'policy = "own.toml"\n[[declare]]\npaths = ["**"]\npurposes = ["news"]\n'
    )
    with pytest.raises(InputError) as caught:
        load(settings_for([tmp_path]))
    assert [each.key for each in caught.value.mistakes] == ["item 1 of policy.extends"]


def test_a_mistake_of_a_base_is_told_once(catalog: Catalog, tmp_path: Path) -> None:
    base = (
        BASE.replace('title = "Payment"', "titel = 3")
        .replace('text = "?"', 'text = ""')
        .replace('id = "base"', "ident = 1")
    )
    (tmp_path / "base.toml").write_text(base)
    found = _mistakes(catalog, tmp_path)
    assert {each.partition(":")[0] for each in found} == {"base.toml"}
    assert len(found) == len(set(found)) == 5
