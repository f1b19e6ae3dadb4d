"""Sealed files: believed only as this user's runs wrote them, written whole, bounded in all."""

from __future__ import annotations

import os
import threading
from pathlib import Path

import pytest

from purposelint.keeping import FOLDER, VARIABLE, Store, hearing, project_store, store, told
from support.caches import keep_caches_in

NAME = "flows-0a.bin"


@pytest.fixture(autouse=True)
def caches(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    keep_caches_in(tmp_path / "caches", monkeypatch)
    return tmp_path / "caches" / "purposelint"


@pytest.fixture
def kept(tmp_path: Path) -> Store:
    (tmp_path / "project").mkdir()
    return project_store(tmp_path / "project")


def names(kept: Store) -> list[str]:
    return sorted(file.name for file in kept.folder.iterdir() if file.suffix in {".bin", ".tmp"})


def read(kept: Store, name: str = NAME) -> bytes | None:
    found = kept.read(name)
    return None if found is None else bytes(found)


def wrongs(kept: Store, name: str = NAME) -> list[str]:
    with hearing() as notices:
        assert kept.read(name) is None
    return [one.wrong for one in notices]


def test_what_was_kept_is_read(kept: Store) -> None:
    kept.write(NAME, b"one ", memoryview(b"two"))
    with hearing() as notices:
        assert read(kept) == b"one two"
        assert read(kept, "flows-0b.bin") is None
    assert notices == []


def test_a_project_that_moves_keeps_what_it_has(kept: Store) -> None:
    kept.write(NAME, b"body")
    moved = kept.root.rename(kept.root.with_name("moved"))
    assert read(project_store(moved)) == b"body"


@pytest.mark.parametrize("at", [0, 21, 30, 44, -1])
def test_one_byte_that_differs_is_enough(kept: Store, at: int) -> None:
    kept.write(NAME, b"body")
    file = kept.folder / NAME
    data = bytearray(file.read_bytes())
    data[at] ^= 1
    file.write_bytes(data)
    assert len(wrongs(kept)) == 1


def test_a_file_is_not_believed_under_another_name(kept: Store) -> None:
    kept.write(NAME, b"body")
    (kept.folder / NAME).rename(kept.folder / "flows-0b.bin")
    assert wrongs(kept, "flows-0b.bin") == ["is damaged"]


def test_what_another_user_sealed_is_not_believed(kept: Store, caches: Path) -> None:
    kept.write(NAME, b"body")
    (caches / "key").unlink()
    assert wrongs(kept) == ["was not written with this user's key"]
    kept.write("flows-0b.bin", b"body", newest=2)
    assert wrongs(kept) == ["was not written with this user's key"]


def test_a_key_that_is_stated_is_as_good_on_every_machine(
    kept: Store, caches: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(VARIABLE, "a secret of the build server")
    kept.write(NAME, b"body")
    assert not caches.exists()
    monkeypatch.setenv("XDG_CACHE_HOME", str(kept.root / ".cache"))
    assert read(kept) == b"body"
    monkeypatch.setenv(VARIABLE, "a secret of someone else")
    assert wrongs(kept) == ["was not written with this user's key"]


@pytest.mark.parametrize("place", ["folder", "file"])
def test_links_are_not_followed(kept: Store, tmp_path: Path, place: str) -> None:
    kept.write(NAME, b"body")
    if place == "folder":
        kept.folder.rename(tmp_path / "elsewhere")
        kept.folder.symlink_to(tmp_path / "elsewhere")
    else:
        (kept.folder / NAME).rename(tmp_path / "elsewhere")
        (kept.folder / NAME).symlink_to(tmp_path / "elsewhere")
    assert read(kept) is None
    elsewhere = (tmp_path / "elsewhere" / NAME) if place == "folder" else tmp_path / "elsewhere"
    before = elsewhere.read_bytes()
    kept.write(NAME, b"other")
    assert elsewhere.read_bytes() == before
    assert read(kept) == (None if place == "folder" else b"other")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes with names")
def test_a_pipe_is_not_waited_for(kept: Store) -> None:
    kept.folder.mkdir()
    os.mkfifo(kept.folder / NAME)
    assert read(kept) is None
    kept.write(NAME, b"body")
    assert read(kept) == b"body"


def test_the_oldest_results_go_when_there_is_too_much(kept: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store, "BOUND", 1000)
    written = ["facts-01.bin", "contents-01.bin", "flows-01.bin", "verdict-01.bin", "flows-02.bin"]
    for age, name in enumerate(written):
        kept.write(name, b"x" * 150, newest=4)
        os.utime(kept.folder / name, (age, age))
    kept.write("flows-03.bin", b"x" * 150, newest=4)
    assert names(kept) == [
        "contents-01.bin",
        "facts-01.bin",
        "flows-02.bin",
        "flows-03.bin",
        "verdict-01.bin",
    ]
    kept.write("facts-01.bin", b"x" * 800)
    assert names(kept) == ["facts-01.bin"]


def test_what_alone_is_too_large_is_not_kept(kept: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    kept.write(NAME, b"body")
    monkeypatch.setattr(store, "BOUND", 100)
    with hearing() as notices:
        kept.write("facts-01.bin", b"x" * 100)
    assert [one.wrong for one in notices] == ["would be larger than 100 bytes and was not kept"]
    assert names(kept) == [NAME]
    (kept.folder / "facts-01.bin").write_bytes(b"x" * 101)
    assert wrongs(kept, "facts-01.bin") == ["is larger than 100 bytes"]


def test_what_a_killed_run_left_goes_when_it_is_old(kept: Store) -> None:
    kept.write(NAME, b"body")
    for name, age in (("facts-01.0123abcd.tmp", 0), ("facts-01.4567cdef.tmp", 2**40)):
        (kept.folder / name).write_bytes(b"half")
        os.utime(kept.folder / name, (min(age, 2**31), min(age, 2**31)))
    (kept.folder / "mine.0123abcd.tmp").write_bytes(b"mine")
    os.utime(kept.folder / "mine.0123abcd.tmp", (0, 0))
    kept.write(NAME, b"body")
    assert names(kept) == ["facts-01.4567cdef.tmp", NAME, "mine.0123abcd.tmp"]


def test_two_runs_at_once_leave_one_whole_file(kept: Store) -> None:
    bodies = [bytes([number]) * 500_000 for number in range(8)]
    threads = [threading.Thread(target=kept.write, args=(NAME, body)) for body in bodies]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    found = kept.read(NAME)
    assert found is not None
    assert bytes(found) in bodies
    assert names(kept) == [NAME]


def test_one_line_is_said_however_much_is_wrong(kept: Store) -> None:
    kept.folder.mkdir()
    with hearing() as notices:
        for number in range(3):
            (kept.folder / f"flows-0{number}.bin").write_bytes(b"")
            assert kept.read(f"flows-0{number}.bin") is None
            assert kept.read(f"flows-0{number}.bin") is None
    assert told(notices) == (
        f"not taken from the cache, but made anew: {kept.root / FOLDER / 'flows-00.bin'}"
        " is damaged or of another version, and 2 more"
    )
    assert told([]) == ""
