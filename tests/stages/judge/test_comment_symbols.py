"""What a comment stands in does not hang on whether more follows it."""

from __future__ import annotations

from pathlib import Path

import pytest

from purposelint import analysis, session

_CLASS = """\
from django.db import models


class Customer(models.Model):
    email = models.EmailField()  # purpose: account_registration
"""
_FUNCTION = """\
import logging


def welcome(user):
    logging.info(user.email)  # purpose: messaging
"""


def _symbols(folder: Path, text: str) -> list[str]:
    (folder / "app.py").write_text(text)
    made = analysis.run(session.settings_for([folder], None, {"cache": False}))
    return [one.place.symbol for one in made.ledger.vouched]


@pytest.mark.parametrize(
    ("text", "symbol"), [(_CLASS, "app.Customer"), (_FUNCTION, "app.welcome")], ids=["class", "function"]
)
def test_a_comment_on_the_last_line_of_a_body_is_in_that_body(tmp_path: Path, text: str, symbol: str) -> None:
    assert _symbols(tmp_path, text) == [symbol]
    assert _symbols(tmp_path, text + "    x = 1\n") == [symbol]
    assert _symbols(tmp_path, text + "\n\nx = 1\n") == [symbol]
