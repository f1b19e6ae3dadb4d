"""A helper's line that many callers hand data to: `declare` and `explain` know it as `check` does."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from purposelint.cli.app import app

_HELPER = """\
import logging

log = logging.getLogger(__name__)


def tell(text):
    log.info("seen %s", text)
"""
_CALLS = "".join(f"\n\ndef view{number}(user):\n    tell(user.email)\n" for number in range(5))
_LINE = "helper.py:7"


@pytest.fixture(autouse=True)
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "helper.py").write_text(_HELPER, encoding="utf-8")
    (tmp_path / "views.py").write_text("from helper import tell\n" + _CALLS, encoding="utf-8")
    (tmp_path / "purposelint.toml").write_text("fail-on = 'error'\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)


def _said(*arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(app, arguments)
    return result.exit_code, " ".join(result.output.split())


def test_a_declaration_is_written_at_the_line_that_check_tells(tmp_path: Path) -> None:
    code, found = _said("check", ".")
    assert code == 1
    assert f"{_LINE}:5: PUR101" in found
    code, text = _said("declare", _LINE, "--purpose", "service_monitoring")
    assert code == 0
    assert "5 findings fewer" in text
    assert "not asked for" not in text
    helper = (tmp_path / "helper.py").read_text(encoding="utf-8")
    assert helper.splitlines()[6] == '    log.info("seen %s", text)  # purpose: service_monitoring'
    assert (tmp_path / "views.py").read_text(encoding="utf-8").count("#") == 0
    assert _said("check", ".")[0] == 0


def test_a_whole_file_does_not_ask_for_what_others_hand_to_it() -> None:
    code, text = _said("declare", "helper.py", "--purpose", "service_monitoring")
    assert (code, text) == (0, "Nothing to write.")


def test_explain_says_what_a_declaration_there_does() -> None:
    _, text = _said("explain", _LINE)
    assert "This line lets go of what 5 calls hand in." in text
    assert f"`purposelint declare {_LINE} --purpose ...`" in text


def test_nothing_is_declared_for_callers_that_have_to_say_it_themselves(tmp_path: Path) -> None:
    (tmp_path / "purposelint.toml").write_text("strict-callers = true\n", encoding="utf-8")
    assert "no finding waits for a declaration here" in _said("declare", _LINE, "--purpose", "messaging")[1]
    assert "This line lets go of" not in _said("explain", _LINE)[1]
