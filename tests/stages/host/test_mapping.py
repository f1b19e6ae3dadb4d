"""Work on all files: cache, processes, failures."""

from __future__ import annotations

import gc
import os
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from purposelint.domain.facts import FileFacts, SourceFile, Unreadable
from purposelint.domain.limits import STANDARD, Limits
from purposelint.domain.settings import Configuration, Settings
from purposelint.host import cached_map, discover
from purposelint.host.cache import Cache, encode, extraction_digest
from purposelint.host.contents import content_hash
from purposelint.host.risk import is_calm
from purposelint.host.workers import Pool
from purposelint.keeping import FOLDER, VARIABLE, hearing, project_store


def count_lines(source: SourceFile) -> FileFacts | Unreadable:
    """What stands for extraction here: it tells lines, and obeys what a file says."""
    if b"syntax error" in source.data:
        return Unreadable(source.path, "cannot be parsed", 1)
    if b"raise" in source.data:
        raise ValueError("boom")
    if b"crash" in source.data:
        os._exit(3)
    if b"stall" in source.data:
        time.sleep(60)
    return FileFacts(source.path, source.data.count(b"\n"), (), (), None, (), (), (), b"")


def plant(root: Path, **files: str) -> Settings:
    for name, text in files.items():
        (root / f"{name}.py").write_text(text)
    return Settings(root=root, paths=(root,), configuration=Configuration())


def lines(settings: Settings, counts: Counter[str] | None = None) -> dict[str, int]:
    facts, _ = cached_map(count_lines, discover(settings), settings, counts=counts)
    return {file.path: file.lines for file in facts}


def test_facts_come_in_order_of_path_and_failures_apart(tmp_path: Path) -> None:
    settings = plant(tmp_path, b="1\n2\n", a="1\n", c="syntax error\n", d="raise\n")
    facts, failures = cached_map(count_lines, discover(settings), settings)
    assert [(file.path, file.lines) for file in facts] == [("a.py", 1), ("b.py", 2)]
    assert failures == (
        Unreadable("c.py", "cannot be parsed", 1),
        Unreadable("d.py", "could not be analysed: ValueError: boom"),
    )


def test_what_is_known_is_not_read_again(tmp_path: Path) -> None:
    settings = plant(tmp_path, a="1\n", b="syntax error\n")
    first, second, third = Counter[str](), Counter[str](), Counter[str]()
    before = lines(settings, first)
    assert lines(settings, second) == before
    (tmp_path / "a.py").write_text("1\n2\n")
    assert lines(settings, third) == {"a.py": 2}
    assert (first["read"], second["read"], third["read"]) == (2, 0, 1)


def test_the_cache_marks_its_folder(tmp_path: Path) -> None:
    lines(plant(tmp_path, a="1\n"))
    assert (tmp_path / FOLDER / ".gitignore").read_text() == "*\n"
    assert (
        (tmp_path / FOLDER / "CACHEDIR.TAG")
        .read_text()
        .startswith("Signature: 8a477f597d28d172789f06886806bc55")
    )


def test_no_cache_is_written_when_it_is_switched_off(tmp_path: Path) -> None:
    plant(tmp_path, a="1\n")
    settings = Settings(root=tmp_path, paths=(tmp_path,), configuration=Configuration(), cache=False)
    assert lines(settings) == {"a.py": 1}
    assert not (tmp_path / FOLDER).exists()


def cut(data: bytes) -> bytes:
    return data[:-1]


def flipped(data: bytes) -> bytes:
    return data[:-9] + bytes([data[-9] ^ 1]) + data[-8:]


@pytest.mark.parametrize(
    ("damage", "told"),
    [
        (lambda _: b"", "is damaged or of another version"),
        (lambda _: b"rubbish" * 50, "is damaged or of another version"),
        (lambda data: data.replace(b" cache 1\n", b" cache 0\n"), "is damaged or of another version"),
        (lambda data: data[:25], "is damaged or of another version"),
        (cut, "is damaged"),
        (flipped, "is damaged"),
    ],
    ids=["empty", "rubbish", "another version", "head", "cut", "flipped"],
)
def test_a_bad_cache_is_made_anew_and_told(
    tmp_path: Path, damage: Callable[[bytes], bytes], told: str
) -> None:
    settings = plant(tmp_path, a="1\n", b="2\n2\n")
    lines(settings)
    (file,) = (tmp_path / FOLDER).glob("facts-*.bin")
    file.write_bytes(damage(file.read_bytes()))
    counts, after = Counter[str](), Counter[str]()
    with hearing() as notices:
        assert lines(settings, counts) == {"a.py": 1, "b.py": 2}
    assert [(one.file, one.wrong) for one in notices] == [(file, told)]
    assert counts["read"] == 2
    with hearing() as notices:
        lines(settings, after)
    assert (after["cached"], notices) == (2, [])


@pytest.mark.parametrize("body", [b"", b"\0\0\0\0\0\0\0\x09rubbish", b"\0\0\0\0\0\0\0\x01\x80"])
def test_a_sealed_cache_of_another_form_is_made_anew(tmp_path: Path, body: bytes) -> None:
    settings = plant(tmp_path, a="1\n")
    lines(settings)
    (file,) = (tmp_path / FOLDER).glob("facts-*.bin")
    project_store(tmp_path).write(file.name, body)
    counts = Counter[str]()
    assert lines(settings, counts) == {"a.py": 1}
    assert counts["read"] == 1


def test_facts_that_somebody_else_wrote_are_not_believed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = plant(tmp_path, a="1\n")
    monkeypatch.setenv(VARIABLE, "the attacker's own key")
    cache = Cache(tmp_path, extraction_digest())
    forged = encode(FileFacts("a.py", 99, (), (), None, (), (), (), b""))
    cache.put("a.py", content_hash(b"1\n"), forged, facts=True)
    cache.save()
    assert lines(settings) == {"a.py": 99}
    monkeypatch.delenv(VARIABLE)
    with hearing() as notices:
        assert lines(settings) == {"a.py": 1}
    assert [one.wrong for one in notices] == ["was not written with this user's key"]


def test_a_linked_cache_folder_is_left_alone(tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    root = tmp_path / "root"
    root.mkdir()
    (root / FOLDER).symlink_to(elsewhere)
    assert lines(plant(root, a="1\n")) == {"a.py": 1}
    assert list(elsewhere.iterdir()) == []


def test_entries_of_other_files_stay_and_those_of_lost_files_go(tmp_path: Path) -> None:
    (tmp_path / "stays.py").write_text("1\n")
    facts = encode(FileFacts("", 1, (), (), None, (), (), (), b""))
    cache = Cache(tmp_path, "d0")
    for path in ("stays.py", "gone.py"):
        cache.put(path, content_hash(b""), facts, facts=True)
    cache.save()
    later = Cache(tmp_path, "d0")
    later.put("new.py", content_hash(b""), facts, facts=True)
    later.save()
    assert sorted(Cache(tmp_path, "d0")._index) == ["new.py", "stays.py"]


def test_a_change_of_extraction_drops_the_old_cache(tmp_path: Path) -> None:
    for digest in ("01d", "2e3"):
        cache = Cache(tmp_path, digest)
        cache.put("a.py", b"", b"", facts=True)
        cache.save()
    assert [file.name for file in (tmp_path / FOLDER).glob("facts-*")] == ["facts-2e3.bin"]


def test_progress_is_told_file_by_file(tmp_path: Path) -> None:
    settings = plant(tmp_path, a="1\n", b="1\n")
    told: list[tuple[int, int]] = []
    cached_map(
        count_lines, discover(settings), settings, on_progress=lambda done, total: told.append((done, total))
    )
    assert told == [(1, 2), (2, 2)]


def test_collection_of_garbage_is_switched_on_again(tmp_path: Path) -> None:
    lines(plant(tmp_path, a="1\n"))
    assert gc.isenabled()


def pooled(root: Path, limits: Limits = STANDARD) -> dict[str, bytes]:
    pool = Pool(count_lines, root, 2, limits)
    try:
        return {done.path: done.data for done in pool.map(sorted(file.name for file in root.glob("*.py")))}
    finally:
        pool.close()
        assert not pool.workers


def test_a_file_that_crashes_its_process_costs_itself_alone(tmp_path: Path) -> None:
    plant(tmp_path, a="crash\n", b="1\n", c="crash\n", d="crash\n", e="1\n")
    results = pooled(tmp_path)
    assert sorted(results) == ["a.py", "b.py", "c.py", "d.py", "e.py"]
    crashed = sorted(name for name, data in results.items() if b"crashed the parser" in data)
    assert crashed == ["a.py", "c.py", "d.py"]


def test_a_file_that_stalls_is_given_up(tmp_path: Path) -> None:
    plant(tmp_path, a="stall\n", b="1\n")
    results = pooled(tmp_path, Limits(file_seconds=1))
    assert b"took more than 1 s to read (limits.file-seconds)" in results["a.py"]
    assert b"took more than 1 s to read (limits.file-seconds)" not in results["b.py"]


def test_a_risky_file_is_kept_out_of_this_process(tmp_path: Path) -> None:
    settings = plant(tmp_path, a="(" * 60 + "crash", b="1\n")
    facts, failures = cached_map(count_lines, discover(settings), settings)
    assert [file.path for file in facts] == ["b.py"]
    assert failures == (Unreadable("a.py", "crashed the parser"),)


@pytest.mark.parametrize(
    ("text", "calm"),
    [
        (b"x = f(1)\n" * 100, True),
        (b"(" * 51, False),
        (b"x = 1" + b" + 1" * 300, False),
        (b"x = (\n" + b"1 +\n" * 1001 + b"1)\n", False),
        (b"if x: pass\n" + b"elif x: pass\n" * 501, False),
        (b"# (\n" * 20, True),
    ],
)
def test_what_may_overwhelm_a_parser(text: bytes, *, calm: bool) -> None:
    assert is_calm(text) is calm


def test_large_work_is_shared_among_processes_with_the_same_result(tmp_path: Path) -> None:
    settings = plant(tmp_path, **{f"m{number}": "1\n" * 20_000 for number in range(10)})
    assert lines(settings) == {f"m{number}.py": 20_000 for number in range(10)}
