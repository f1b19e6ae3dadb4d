"""What code hosts are told of a service in a folder of its repository leads to the lines it speaks of."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from click.testing import CliRunner

from purposelint.cli.app import app
from purposelint.host.line_hashes import hashes_of_lines
from support.commands import commands
from support.places import FIXTURES


@pytest.fixture
def top(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository whose `services/shop` is the sample shop; the run starts there."""
    (tmp_path / ".git").mkdir()
    shutil.copytree(FIXTURES / "shop", tmp_path / "services" / "shop")
    monkeypatch.chdir(tmp_path / "services" / "shop")
    return tmp_path


def _said(name: str) -> str:
    result = CliRunner().invoke(app, ["check", "--no-cache", "--output-format", name])
    assert result.exit_code == 1, result.output
    return result.stdout


def _line(top: Path, physical: dict[str, Any]) -> str:
    text = (top / physical["artifactLocation"]["uri"]).read_text(encoding="utf-8")
    line: str = text.splitlines()[physical["region"]["startLine"] - 1]
    return line


def test_sarif_leads_to_declarations_clauses_and_lines(top: Path) -> None:
    (run,) = json.loads(_said("sarif"))["runs"]
    assert run["automationDetails"]["id"] == "purposelint/services/shop/"
    declarations = clauses = 0
    for result in run["results"]:
        physical = result["locations"][0]["physicalLocation"]
        file, line = top / physical["artifactLocation"]["uri"], physical["region"]["startLine"]
        hashed = hashes_of_lines(file.read_bytes(), {line})[line]
        assert result["partialFingerprints"]["primaryLocationLineHash"] == hashed
        for one in result.get("relatedLocations", ()):
            said = one["message"]["text"]
            if said.startswith("Declared for "):
                assert "purpose" in _line(top, one["physicalLocation"])
                declarations += 1
            elif ", clause " in said and not said.endswith(("CWE-532", "3.3.1", "3.5.1")):
                assert said.rpartition(" ")[2] in _line(top, one["physicalLocation"])
                clauses += 1
    assert declarations
    assert clauses


def test_every_path_counts_from_the_top_of_the_repository(top: Path) -> None:
    paths = [one["location"]["path"] for one in json.loads(_said("gitlab"))]
    paths += [one.properties["file"] for one in commands(_said("github"))[0]]
    cases = ET.fromstring(_said("junit")).iter("testcase")
    paths += [case.attrib["file"] for case in cases if "file" in case.attrib]
    assert len(paths) > 20
    assert [path for path in paths if not (top / path).is_file()] == []
    assert "- `services/shop/" in _said("markdown")
