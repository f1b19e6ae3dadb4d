"""What code quotes of somebody's data is in no report."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from purposelint.cli.app import app
from purposelint.domain.masking import masked
from purposelint.report import FORMATS


def _joined(*parts: str) -> str:
    """A token in parts: written whole, it would be taken for a leak of this repository."""
    return "".join(parts)


@pytest.mark.parametrize(
    "secret",
    [
        "jane.doe+shop@mail.example.com",
        "jürgen@example.de",
        "4111111111111111",
        "4111 1111 1111 1111",
        "5500-0000-0000-0004",
        "4111_1111_1111_1111",
        "3400 000000 00009",
        "+49 30 1234567",
        "+1 (555) 123-4567",
        "+8613812345678",
        "(555) 123-4567",
        "555-123-4567",
        "030/12345678",
        "020 7946 0958",
        "06 12 34 56 78",
        "13812345678",
        _joined("sk_", "live_4eC39HqLyjWDarjtT1zdp7dc"),
        _joined("gh", "p_abcdefghijklmnopqrstuvwxyz0123456789"),
        _joined("xox", "b-123456789012-abcdefGHIJ"),
        _joined("AK", "IAIOSFODNN7EXAMPLE"),
        _joined("ey", "JhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.abc-DEF_123"),
        "9f86d081884c7d659a2feaa0c55ad015",
        "7mf3OFreFsgFF4jd8A71ZGdVaj8kpJdOto4cFbfAS",
    ],
)
def test_what_looks_like_data_is_masked_and_the_line_keeps_its_length(secret: str) -> None:
    line = f'    send("{secret}", user.email)  # line 12'
    shown = masked(line)
    assert len(shown) == len(line)
    assert shown.startswith('    send("')
    assert shown.endswith('", user.email)  # line 12')
    kept = [char for char in shown[10 : 10 + len(secret)] if char.isalnum()]
    assert kept == []


@pytest.mark.parametrize(
    "line",
    [
        'logger.info("%s@%s", user.email, host)',
        'f"{name}@{domain}.example.com"',
        "@app.route('/users/<int:user_id>')",
        "result = weights @ inputs.transposed",
        "order = 4111111111111112",  # no Luhn
        "at = 1700000000000",
        "day = '2024-11-05', '01-2024', '10:15:30'",
        "version = '10.4.2', '192.168.100.200'",
        "pk_reservation_occurrence_links2024",
        "class HandleCustomerEmailAddressChangedEventV2:",
        "'app.customers.serializers.CustomerEmailAddressSerializer'",
        "https://cdn.example.com/npm/mathjax@3.2.2/x.js",
        "UUID('12345678-1234-5678-1234-567812345678')",
        "x = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]",
        "PUR102, clause 1.2(8), app/views.py:10:5",
    ],
)
def test_other_code_stays_what_it_is(line: str) -> None:
    assert masked(line) == line


def test_an_address_that_was_cut_is_masked_as_well() -> None:
    assert masked("email or 'jane@sho…`") == "email or '****@***…`"
    assert masked("email or 'jane@sho...`") == "email or '****@***...`"


@given(st.text(alphabet="a1@. -+()_'\"=/eyJ4#é名", max_size=200))
def test_any_text_keeps_its_length(text: str) -> None:
    assert len(masked(text)) == len(text)


@pytest.mark.parametrize("unit", ["a@", "1 ", "eyJ-", "+1", "a.", "0123 ", "'a1", "4111 "])
def test_a_line_of_megabytes_takes_no_minutes(unit: str) -> None:
    text = unit * (1_000_000 // len(unit))
    assert len(masked(text)) == len(text)


CODE = """\
import logging


def login(user, data):
    logging.info("jane@shop.example, 4111 1111 1111 1111 %s", user.email)
    logging.info(data["jane@shop.example"].email)
    logging.info(user.get("email", "jane@shop.example"))
    mail = user.email or "jane@shop.example"
    logging.info(mail)
    logging.info(user.email)  # purposelint: ignore[PUR101] jane@shop.example allows it
"""


@pytest.mark.parametrize("name", FORMATS)
def test_no_format_leaks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    (tmp_path / "app.py").write_text(CODE, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    said = CliRunner().invoke(app, ["check", "--verbose", "--output-format", name]).stdout
    assert "app.py" in said
    assert "jane" not in said
    assert "4111" not in said
    if name == "full":
        assert '5 |     logging.info("****@****.*******, **** **** **** **** %s", user.email)\n' in said
    else:
        assert "****@****.*******" in said


def test_no_explanation_leaks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "app.py").write_text(CODE, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    for line in range(5, 11):
        said = CliRunner().invoke(app, ["explain", f"app.py:{line}"]).stdout
        assert "user.email" in said or "mail" in said
        assert "jane" not in said


def test_masking_moves_no_finding(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Places and fingerprints are those of the code as it stands."""
    monkeypatch.chdir(tmp_path)
    prints = []
    for code in (CODE, CODE.replace("jane@", "joan@")):
        (tmp_path / "app.py").write_text(code, encoding="utf-8")
        document = json.loads(CliRunner().invoke(app, ["check", "--output-format", "json"]).stdout)
        prints.append([(one["line"], one["column"], one["code"]) for one in document["findings"]])
        assert all(one["fingerprint"] for one in document["findings"])
    assert prints[0] == prints[1]
