"""The table of codes itself."""

from __future__ import annotations

import pytest

from purposelint.domain.verdict import Code
from purposelint.judge.codes import CODES

WARNINGS = {"PUR301", "PUR403", "PUR404", "PUR406", "PUR501", "PUR502", "PUR503"}


def test_codes_are_in_order_and_names_differ() -> None:
    assert list(CODES) == sorted(CODES)
    assert len({code.name for code in CODES.values()}) == len(CODES) == 19


def test_severities() -> None:
    assert {code.code for code in CODES.values() if code.severity == "warning"} == WARNINGS
    assert {code.severity for code in CODES.values()} == {"error", "warning"}


@pytest.mark.parametrize("code", CODES.values(), ids=list(CODES))
def test_each_shows_what_earns_it_and_what_does_not(code: Code) -> None:
    assert "Earns it" in code.explanation
    assert "Does not" in code.explanation
    assert "\n    " in code.explanation
    assert len(code.explanation) <= 1024
    assert "illegal" not in code.explanation
    assert code.summary.endswith(".")
    assert code.remedy.endswith(".")
