"""Numbers of a report that are to agree with each other, and what they are of."""

from __future__ import annotations

from pathlib import Path

import pytest

from purposelint.domain.verdict import Verdict
from purposelint.report import render
from support.pipeline import check_folder

_MODELS = """\
import redis
from django.db import models


class Customer(models.Model):
    email = models.EmailField()
    author = models.ForeignKey("Customer", on_delete=models.CASCADE)


def keep(user):
    redis.Redis().set("to", user.email)
"""

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
elements = [{0}]
purposes = ["accounts"]
recipients = ["self"]
clause = "2"
"""


def _told(folder: Path, elements: str, configuration: str = "") -> str:
    (folder / "app.py").write_text(_MODELS, encoding="utf-8")
    (folder / "policy.toml").write_text(_POLICY.format(elements), encoding="utf-8")
    text = f'policy = "policy.toml"\n{configuration}'
    (folder / "purposelint.toml").write_text(text, encoding="utf-8")
    verdict: Verdict = check_folder(folder)
    return " ".join(render("full", verdict).split())


def test_what_calls_store_is_counted_beside_the_fields(tmp_path: Path) -> None:
    told = _told(tmp_path, '"identity.email"')
    assert (
        "PUR301 stored-without-purpose: 1 stored field of 1 model, 1 finding;"
        " 1 more where calls store data, told above"
    ) in told


def test_a_group_in_a_permit_is_why_elements_of_low_sensitivity_are_told(tmp_path: Path) -> None:
    told = _told(tmp_path, '"identity.*"')
    assert (
        "1 finding of low sensitivity (identity.user_id): told because policy shop names it, alone or by a"
        ' group (identity.*). To leave them out, write "!identity.user_id" into its list of elements.'
    ) in told


@pytest.mark.parametrize(
    ("elements", "configuration"),
    [
        ('"identity.*", "!identity.user_id"', ""),
        ('"identity.email"', ""),
        ('"identity.*"', 'min-sensitivity = "low"\n'),
    ],
)
def test_where_nothing_was_brought_in_nothing_is_said_of_it(
    tmp_path: Path, elements: str, configuration: str
) -> None:
    assert "told because policy" not in _told(tmp_path, elements, configuration)
