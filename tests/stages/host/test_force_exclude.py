"""Files that are asked for by name are left out where a walk would not find them, if that is asked for."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from purposelint.host import Discovery, discover
from stages.host.test_discovery import plant, settings

_NOT_FOUND = (
    "tests/views.py",
    "app/migrations/m1.py",
    "conftest.py",
    "scripts/load.py",
    "generated.py",
    ".venv/lib.py",
    "env2/lib.py",
    "deep/ignored/x.py",
)
_FOUND = ("app/views.py", "app/build/steps.py", "deep/x.py", "app/types.pyi", "blood_test.py")


def _asked(root: Path, *paths: str, **configuration: object) -> Discovery:
    plant(root, *_NOT_FOUND, *_FOUND, "app/build/__init__.py", "env2/pyvenv.cfg")
    (root / ".gitignore").write_text("generated.py\n")
    (root / "deep" / ".gitignore").write_text("ignored/\n")
    (root / ".git").mkdir(exist_ok=True)
    asked = settings(root, *paths, exclude=("scripts/**",), **configuration)
    return discover(msgspec.structs.replace(asked, force_exclude=True))


@pytest.mark.parametrize("path", _NOT_FOUND)
def test_left_out(tmp_path: Path, path: str) -> None:
    found = _asked(tmp_path, path)
    assert (found.files, found.unreadable, found.passed_by) == ((), (), (path,))
    assert path in discover(settings(tmp_path, path)).files


@pytest.mark.parametrize("path", _FOUND)
def test_taken(tmp_path: Path, path: str) -> None:
    found = _asked(tmp_path, path)
    assert found.named == {path}
    assert found.passed_by == ()


def test_it_agrees_with_a_walk(tmp_path: Path) -> None:
    found = _asked(tmp_path, *_FOUND, *_NOT_FOUND)
    walked = _asked(tmp_path)
    assert found.named - {"app/types.pyi"} == set(walked.files) - {"app/build/__init__.py"}


def test_tests_are_taken_where_the_configuration_wants_them(tmp_path: Path) -> None:
    assert _asked(tmp_path, "tests/views.py", include_tests=True).named == {"tests/views.py"}


def test_include_counts_too(tmp_path: Path) -> None:
    assert _asked(tmp_path, "app/views.py", include=("deep/**",)).passed_by == ("app/views.py",)


def test_a_file_that_is_missing_is_told_all_the_same(tmp_path: Path) -> None:
    assert [one.path for one in _asked(tmp_path, "app/gone.py").unreadable] == ["app/gone.py"]
