from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from fixture_marks import strip_marks
from purposelint.cli.app import app
from support.fides import read_export
from support.places import FIXTURES


@pytest.fixture
def service(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "shop"
    strip_marks(FIXTURES / "shop", folder)
    monkeypatch.chdir(folder)
    return folder


def export(*arguments: str) -> Result:
    return CliRunner().invoke(app, ["policy", "export", *arguments])


@pytest.mark.usefixtures("service")
def test_a_sample_service_is_exported_whole() -> None:
    result = export()
    assert result.exit_code == 0, result.output
    assert export().stdout == result.stdout
    document = read_export(result.stdout)
    (dataset,) = document["dataset"]
    fields = {
        f"{collection['name']}.{field['name']}": field.get("data_categories")
        for collection in dataset["collections"]
        for field in collection["fields"]
    }
    assert fields["Customer.email"] == ["user.contact.email"]
    assert fields["SavedCard.card_number"] == ["user.financial.credit_card"]
    shop, *recipients = document["system"]
    declared = {one["name"]: one for one in shop["privacy_declarations"]}
    assert declared["payment"]["egress"] == ["stripe"]
    assert declared["promotional_email"]["legal_basis_for_processing"] == "Consent"
    assert declared["account_registration"]["retention_period"] == "until the account is closed"
    assert "retention_period" not in declared["payment"]
    assert [one["fides_key"] for one in recipients] == ["carrier", "mail_server", "stripe", "unmapped"]


def test_a_file_gets_what_stdout_would(service: Path) -> None:
    told = export().stdout
    result = export("--output", "privacy/fides.yml")
    assert (result.exit_code, result.stdout) == (0, "")
    assert (service / "privacy" / "fides.yml").read_text(encoding="utf-8") == told


def test_wrong_places_are_two_and_files_not_analysed_three(service: Path) -> None:
    assert export("--output", "nowhere/fides.yml").exit_code == 2
    assert export("nowhere.py").exit_code == 2
    (service / "orders" / "broken.py").write_text("def (:\n", encoding="utf-8")
    result = export("--output", "out.yml")
    assert result.exit_code == 3
    assert "# Not analysed: orders/broken.py" in (service / "out.yml").read_text(encoding="utf-8")
