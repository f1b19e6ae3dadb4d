from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from purposelint.cli.app import app

POLICY = """\
[policy]
id = "own"
title = "Our policy"
[purposes.account_registration]
title = "Accounts"
fides = "essential.service"
[purposes.messaging]
title = "Messages"
[[permit]]
elements = ["identity.email", "identity.phone", "device.imei"]
purposes = ["account_registration", "messaging"]
clause = "1"
"""
MODELS = """\
from django.db import models


class Customer(models.Model):
    email = models.EmailField()  # purpose: account_registration
    phone_number = models.CharField(max_length=20)
    religion = models.CharField(max_length=20)
"""


@pytest.fixture(autouse=True)
def _service(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "app").mkdir()
    (tmp_path / "app" / "models.py").write_text(MODELS, encoding="utf-8")
    (tmp_path / "own.toml").write_text(POLICY, encoding="utf-8")
    (tmp_path / "purposelint.toml").write_text('policy = "own.toml"\n', encoding="utf-8")
    monkeypatch.chdir(tmp_path)


def coverage(*arguments: str) -> Result:
    return CliRunner().invoke(app, ["policy", "coverage", *arguments])


def test_both_ways_of_a_real_run() -> None:
    result = coverage("--format", "json")
    assert result.exit_code == 0, result.output
    document = json.loads(result.stdout)
    assert [
        (one["code"], [each["element"] for each in one["elements"]]) for one in document["unpromised"]
    ] == [("PUR301", ["identity.phone"])]
    assert document["promises"] == {"made": 6, "kept": 1}
    rows = [(one["handled"], one["purposes"], one["elements"]) for one in document["unkept"]]
    assert rows == [
        (True, ["account_registration"], ["identity.phone"]),
        (True, ["messaging"], ["identity.email", "identity.phone"]),
        (False, ["account_registration", "messaging"], ["device.imei"]),
    ]
    assert document["elements"]["never_handled"] == ["device.imei"]
    assert [one["element"] for one in document["elements"]["never_named"]] == ["special.religion"]


def test_findings_do_not_fail_it_and_check_never_tells_of_promises() -> None:
    assert CliRunner().invoke(app, ["check", "--fail-on", "warning"]).exit_code == 1
    for name in ("full", "markdown"):
        first = coverage("--format", name)
        assert first.exit_code == 0
        assert "PUR502" in first.stdout
        assert coverage("--format", name).stdout == first.stdout
    assert "PUR502" not in CliRunner().invoke(app, ["check"]).stdout


def test_a_part_of_a_project_says_so() -> None:
    assert "Only a part of the project was read" in coverage("app").stdout
    assert "Only a part" not in coverage().stdout


def test_what_was_not_analysed_makes_three_and_wrong_input_two(tmp_path: Path) -> None:
    (tmp_path / "app" / "broken.py").write_text("def (:\n", encoding="utf-8")
    broken = coverage()
    assert broken.exit_code == 3
    assert "PUR901 app/broken.py" in broken.stdout
    (tmp_path / "own.toml").write_text("[policy]\nid = 'own'\n", encoding="utf-8")
    wrong = coverage()
    assert wrong.exit_code == 2
    assert "own.toml" in wrong.stderr
    assert coverage("nowhere").exit_code == 2
