"""The key of a user: random, theirs alone, and never from the project that is looked at."""

from __future__ import annotations

import os
import sys
import threading
from pathlib import Path

import pytest

from purposelint.errors import InputError
from purposelint.keeping import SHORTEST, VARIABLE, why_none
from purposelint.keeping.key import find_key
from support.caches import keep_caches_in


@pytest.fixture
def key(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    keep_caches_in(tmp_path / "caches", monkeypatch)
    return tmp_path / "caches" / "purposelint" / "key"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "project").mkdir()
    return tmp_path / "project"


def test_a_key_is_made_once_and_is_the_users_alone(key: Path, root: Path) -> None:
    assert find_key(root, make=False) is None
    assert not key.exists()
    made = find_key(root, make=True)
    assert made == key.read_bytes()
    assert len(made) == 32
    assert find_key(root, make=True) == find_key(root, make=False) == made
    assert sys.platform == "win32" or key.stat().st_mode & 0o777 == 0o600
    assert [file.name for file in key.parent.iterdir()] == ["key"]


@pytest.mark.skipif(sys.platform == "win32", reason="modes are those of POSIX")
@pytest.mark.parametrize("mode", [0o602, 0o620, 0o640, 0o604])
def test_a_key_that_others_may_know_is_made_anew(key: Path, root: Path, mode: int) -> None:
    first = find_key(root, make=True)
    key.chmod(mode)
    assert find_key(root, make=False) is None
    assert find_key(root, make=True) not in {None, first}
    assert key.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("left", [b"", b"x" * 31, b"x" * 33])
def test_a_key_that_is_not_whole_is_made_anew(key: Path, root: Path, left: bytes) -> None:
    key.parent.mkdir(parents=True)
    key.write_bytes(left)
    key.chmod(0o600)
    made = find_key(root, make=True)
    assert made == key.read_bytes() != left


def test_a_key_behind_a_link_is_none(key: Path, root: Path) -> None:
    key.parent.mkdir(parents=True)
    (root / "key").write_bytes(b"k" * 32)
    (root / "key").chmod(0o600)
    key.symlink_to(root / "key")
    assert find_key(root, make=False) is None
    assert find_key(root, make=True) not in {None, b"k" * 32}
    assert (root / "key").read_bytes() == b"k" * 32


@pytest.mark.usefixtures("key")
def test_runs_that_make_one_at_once_agree(root: Path) -> None:
    found: list[bytes | None] = []
    threads = [threading.Thread(target=lambda: found.append(find_key(root, make=True))) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len({*found} - {None}) == 1


def test_a_system_without_second_names_has_a_key_too(
    key: Path, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError("no links here")

    monkeypatch.setattr(os, "link", refuse)
    assert find_key(root, make=True) == key.read_bytes()


def test_no_key_is_taken_from_the_project(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    keep_caches_in(root / ".cache", monkeypatch)
    planted = root / ".cache" / "purposelint" / "key"
    planted.parent.mkdir(parents=True)
    planted.write_bytes(b"k" * 32)
    planted.chmod(0o600)
    assert find_key(root, make=True) is None
    assert "lies inside the project" in why_none(root)
    assert find_key(root.parent / "other", make=False) == b"k" * 32


def test_no_key_where_none_can_be_written(key: Path, root: Path) -> None:
    key.parent.parent.write_text("a file")
    assert find_key(root, make=True) is None
    assert "no key can be written" in why_none(root)


def test_a_key_can_be_stated(key: Path, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own = find_key(root, make=True)
    monkeypatch.setenv(VARIABLE, "s" * SHORTEST)
    stated = find_key(root, make=False)
    assert stated not in {None, own}
    monkeypatch.setenv(VARIABLE, "t" * SHORTEST)
    assert find_key(root, make=False) not in {None, own, stated}
    monkeypatch.setenv(VARIABLE, "")
    assert find_key(root, make=False) == own == key.read_bytes()


@pytest.mark.usefixtures("key")
def test_a_stated_key_that_could_be_guessed_is_refused(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, "s" * (SHORTEST - 1))
    with pytest.raises(InputError, match="PURPOSELINT_CACHE_KEY: must have 16 characters or more"):
        find_key(root, make=False)
