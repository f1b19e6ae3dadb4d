"""The house's own rules: sizes, words, and folders that agree with their tables."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from purposelint.judge.codes import CODES
from support.places import FIXTURES, ROOT, RULES, SOURCE

_LONGEST = 320
"""Lines of a source file: about 300 is the rule, a few more are borne."""

_TEXT = {".py", ".toml", ".md", ".txt", ".yml", ".yaml", ".cfg", ".sh", ""}


def _files() -> list[Path]:
    """Files that git tracks or would track; all files where there is no git (an unpacked sdist)."""
    listing = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    if listing.returncode == 0:
        names = [ROOT / name for name in listing.stdout.splitlines()]
        return sorted(path for path in names if path.is_file())
    hidden = {".venv", ".git", "__pycache__"}
    return sorted(p for p in ROOT.rglob("*") if p.is_file() and not hidden.intersection(p.parts))


def _python(*folders: str) -> list[Path]:
    return [path for path in _files() if path.suffix == ".py" and path.relative_to(ROOT).parts[0] in folders]


def test_no_source_file_is_long() -> None:
    lengths = {
        path.relative_to(ROOT).as_posix(): len(path.read_text(encoding="utf-8").splitlines())
        for path in _python("src", "tests", "tools")
    }
    assert lengths
    assert {name: lines for name, lines in lengths.items() if lines > _LONGEST} == {}


def test_no_drawers() -> None:
    drawers = {"utils.py", "util.py", "helpers.py", "helper.py", "misc.py", "common.py"}
    assert [path.name for path in _python("src") if path.name in drawers] == []


def test_every_room_says_what_it_is_for() -> None:
    silent = [
        path.relative_to(SOURCE).as_posix()
        for path in _python("src")
        if not path.read_text(encoding="utf-8").lstrip().startswith('"""')
    ]
    assert silent == []


def test_nothing_scanned_is_ever_run() -> None:
    """Scanned code is hostile: nothing here imports, executes or unpickles by name or text."""
    forbidden = re.compile(r"(?<![\w.])(eval|exec|__import__)\(|\b(runpy|pickle|marshal|shelve)\b")
    offenders = [
        f"{path.relative_to(ROOT).as_posix()}:{number}"
        for path in _python("src")
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if forbidden.search(line.partition("#")[0]) and '"' not in line and "`" not in line
    ]
    assert offenders == []


def test_no_registry_and_no_private_path_is_named() -> None:
    """The project builds anywhere: no host of a package registry, no path of one machine."""
    registries = ["pypi" + r"\.org", "python" + "hosted"]
    forbidden = re.compile("|".join([*registries, r"(?<![\w.])/(?:work|root|home/\w+)/"]))
    offenders = [
        f"{path.relative_to(ROOT).as_posix()}: {found.group()}"
        for path in _files()
        if path.suffix in _TEXT
        for found in [forbidden.search(path.read_text(encoding="utf-8"))]
        if found
    ]
    assert offenders == []


def test_codes_are_written_out() -> None:
    for name, code in CODES.items():
        assert code.code == name
        assert re.fullmatch(r"PUR\d{3}", name)
        assert re.fullmatch(r"[a-z]+(-[a-z]+)*", code.name)
        for text in (code.summary, code.explanation, code.remedy):
            assert text.strip(), name


def test_codes_in_the_source_are_in_the_table() -> None:
    named = {
        found
        for path in _python("src")
        for found in re.findall(r"\bPUR\d{3}\b", path.read_text(encoding="utf-8"))
    }
    assert named - set(CODES) == set()


@pytest.mark.parametrize("folder", ["elements", "libraries", "policies"])
def test_rules_folders_hold_toml_alone(folder: str) -> None:
    files = [path for path in (RULES / folder).iterdir() if not path.name.startswith(".")]
    assert files
    assert [path.name for path in files if path.suffix != ".toml"] == []


def test_every_fixture_is_complete() -> None:
    for service in sorted(path for path in FIXTURES.iterdir() if path.is_dir()):
        assert (service / "purposelint.toml").is_file(), service
        assert list(service.glob("privacy/*.toml")), service
        assert (ROOT / "tests" / "snapshots" / "fixtures" / f"{service.name}.txt").is_file(), service
