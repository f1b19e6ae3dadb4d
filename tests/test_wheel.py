"""The wheel that users install: built for real, installed for real, run away from the checkout."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from purposelint._version import __version__
from support.places import ROOT, RULES, SOURCE

_SERVICE = """\
import logging


def greet(user):
    logging.info("hello %s", user.email)
"""


def _run(arguments: list[str], **options: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(arguments, capture_output=True, text=True, check=False, **options)  # type: ignore[call-overload, no-any-return]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Built from the source distribution, as an index would get it."""
    target = tmp_path_factory.mktemp("dist")
    built = _run([sys.executable, "-m", "build", "--no-isolation", "--outdir", str(target), str(ROOT)])
    assert built.returncode == 0, built.stdout + built.stderr
    (wheel,) = target.glob("*.whl")
    return wheel


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the wheel's contents and its script; dependencies come from the environment."""
    target = tmp_path_factory.mktemp("installed")
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--no-index", "--no-deps"]
    done = _run([*pip, "--target", str(target), str(wheel)])
    assert done.returncode == 0, done.stderr
    return target


def _purposelint(installed: Path, cwd: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(installed)}
    script = installed / "bin" / "purposelint"
    return _run([sys.executable, str(script), *arguments], cwd=cwd, env=environment)


def test_the_wheel_holds_what_it_should(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    assert "purposelint/py.typed" in names
    shipped = {
        name.removeprefix("purposelint/rules/") for name in names if name.startswith("purposelint/rules/")
    }
    assert shipped == {path.relative_to(RULES).as_posix() for path in RULES.rglob("*") if path.is_file()}
    assert {name.partition("/")[0] for name in names if ".dist-info/" not in name} == {"purposelint"}
    assert [name for name in names if name.endswith(("LICENSE", "NOTICE"))]


def test_a_report_is_made_from_the_templates_that_were_shipped(installed: Path, tmp_path: Path) -> None:
    (tmp_path / "service.py").write_text(_SERVICE, encoding="utf-8")
    done = _purposelint(installed, tmp_path, "report", "--output", "report.html")
    assert done.returncode == 0, done.stdout + done.stderr
    page = (tmp_path / "report.html").read_text(encoding="utf-8")
    assert "service.py" in page
    source = SOURCE / "report" / "templates"
    shipped = {path.name for path in (installed / "purposelint" / "report" / "templates").iterdir()}
    assert shipped == {path.name for path in source.iterdir()}


def test_the_script_knows_its_version(installed: Path, tmp_path: Path) -> None:
    done = _purposelint(installed, tmp_path, "--version")
    assert done.returncode == 0, done.stderr
    assert __version__ in done.stdout


def test_a_check_reads_the_rules_that_were_shipped(installed: Path, tmp_path: Path) -> None:
    (tmp_path / "service.py").write_text(_SERVICE, encoding="utf-8")
    done = _purposelint(installed, tmp_path, "check", "--output-format", "json")
    assert done.returncode == 1, done.stdout + done.stderr
    found = [(one["code"], one["line"], one["element"]) for one in json.loads(done.stdout)["findings"]]
    assert found == [("PUR101", 5, "identity.email")]


def test_the_rules_come_from_the_package(installed: Path, tmp_path: Path) -> None:
    program = "import purposelint.policy as p; import purposelint; print(purposelint.__file__)"
    environment = {**os.environ, "PYTHONPATH": str(installed)}
    done = _run([sys.executable, "-c", program], cwd=tmp_path, env=environment)
    assert done.stdout.strip().startswith(str(installed)), done.stderr
