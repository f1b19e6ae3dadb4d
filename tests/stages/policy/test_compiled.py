"""The catalogue that is kept between runs: the same as the one that is read, or none."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from purposelint.domain.catalog import Catalog
from purposelint.domain.settings import Configuration, Settings
from purposelint.keeping import user_folder, user_store
from purposelint.policy import compiled, loading
from purposelint.policy.catalogue import read_catalog
from purposelint.policy.locations import rules_folder
from support.caches import keep_caches_in

LIBRARY = """
[[sink]]
id = "acme.send"
call = "acme.send"
arguments = ["message"]
activity = "share"
"""


@pytest.fixture
def caches(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "caches"
    monkeypatch.setenv("XDG_CACHE_HOME", str(folder))
    monkeypatch.setenv("LOCALAPPDATA", str(folder))
    return folder / "purposelint"


def catalogues(caches: Path) -> list[Path]:
    return sorted(caches.glob("rules-*.bin"))


@pytest.fixture
def project(tmp_path: Path) -> Path:
    folder = tmp_path / "project"
    (folder / "own" / "libraries").mkdir(parents=True)
    (folder / "own" / "libraries" / "acme.toml").write_text(LIBRARY)
    return folder


@pytest.fixture
def read_anew(monkeypatch: pytest.MonkeyPatch) -> list[bool]:
    """One entry for each time that the TOML was read."""
    times: list[bool] = []

    def counted(*given: object) -> object:
        times.append(True)
        return read_catalog(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(loading, "read_catalog", counted)
    return times


def load(project: Path, *, cache: bool = True) -> Catalog:
    settings = Settings(project, (project,), Configuration(extend_rules=("own",)), cache=cache)
    catalog, mistakes = loading.load_rules(settings)
    assert mistakes == []
    assert catalog is not None
    return catalog


def content(catalog: Catalog) -> bytes:
    """All that a catalogue holds, types and order of its values included."""
    libraries = [(name, repr(each)) for name, each in catalog.libraries.items()]
    elements = [(name, repr(each)) for name, each in catalog.elements.items()]
    return msgspec.json.encode([elements, repr(catalog.vocabulary), libraries, catalog.digest])


@pytest.mark.usefixtures("caches")
def test_what_is_kept_is_what_was_read(project: Path, read_anew: list[bool]) -> None:
    first, second = load(project), load(project)
    assert len(read_anew) == 1
    assert content(first) == content(second)
    assert "acme.send" in {sink.id for sink in second.libraries["acme"].sink}


@pytest.mark.usefixtures("caches")
def test_a_rules_file_that_changes_is_read(project: Path, read_anew: list[bool]) -> None:
    load(project)
    (project / "own" / "libraries" / "acme.toml").write_text(LIBRARY.replace("acme.send", "acme.post"))
    assert load(project).libraries["acme"].sink[0].call == ("acme.post",)
    (project / "own" / "libraries" / "other.toml").write_text(LIBRARY.replace("acme", "other"))
    assert "other" in load(project).libraries
    assert len(read_anew) == 3


@pytest.mark.usefixtures("caches")
def test_rules_of_the_project_do_not_pass_for_others(project: Path, read_anew: list[bool]) -> None:
    load(project)
    settings = Settings(project, (project,), Configuration())
    catalog, _ = loading.load_rules(settings)
    assert catalog is not None
    assert "acme" not in catalog.libraries
    assert len(read_anew) == 2


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: data[:0],
        lambda data: data[: len(data) // 2],
        lambda data: data[:-1],
        lambda data: data[:5000] + bytes([data[5000] ^ 1]) + data[5001:],
        lambda data: b"\x80" * len(data),
    ],
    ids=["empty", "half", "one byte short", "a byte changed", "something else"],
)
def test_what_is_damaged_is_read_anew_and_mended(
    project: Path, caches: Path, read_anew: list[bool], damage: Callable[[bytes], bytes]
) -> None:
    sound = content(load(project))
    (kept,) = catalogues(caches)
    kept.write_bytes(damage(kept.read_bytes()))
    assert content(load(project)) == sound
    assert content(load(project)) == sound
    assert len(read_anew) == 2


def test_what_has_another_form_is_read_anew(project: Path, caches: Path, read_anew: list[bool]) -> None:
    load(project)
    (kept,) = catalogues(caches)
    store = user_store(project)
    assert store is not None
    store.write(kept.name, msgspec.msgpack.encode([{}, {"person_owners": 1}, {}]))
    load(project)
    assert len(read_anew) == 2


def test_nothing_is_kept_where_nothing_can_be_written(
    project: Path, caches: Path, read_anew: list[bool]
) -> None:
    caches.parent.mkdir(exist_ok=True)
    caches.write_text("a file where the folder would be")
    assert content(load(project)) == content(load(project))
    assert len(read_anew) == 2


def test_nothing_is_kept_when_asked(project: Path, caches: Path) -> None:
    load(project, cache=False)
    assert not caches.exists()


def test_nothing_is_taken_from_below_the_project(
    project: Path, monkeypatch: pytest.MonkeyPatch, read_anew: list[bool]
) -> None:
    keep_caches_in(project / ".cache", monkeypatch)
    load(project)
    load(project)
    assert len(read_anew) == 2
    assert not (project / ".cache").exists()


def test_a_path_that_is_not_absolute_names_no_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    keep_caches_in("caches", monkeypatch)
    folder = user_folder()
    assert folder is None or not folder.is_relative_to(Path.cwd() / "caches")


@pytest.mark.usefixtures("caches")
def test_rules_with_mistakes_are_not_kept(project: Path, read_anew: list[bool]) -> None:
    (project / "own" / "libraries" / "acme.toml").write_text(LIBRARY + 'colour = "red"\n')
    settings = Settings(project, (project,), Configuration(extend_rules=("own",)))
    told = [loading.load_rules(settings)[1] for _ in range(2)]
    assert told[0] == told[1] != []
    assert len(read_anew) == 2


def test_what_changed_while_it_was_read_is_not_kept(project: Path, caches: Path) -> None:
    place = compiled.compiled(rules_folder(), [project / "own"], project)
    (project / "own" / "libraries" / "acme.toml").write_text(LIBRARY.replace("acme.send", "acme.post"))
    catalog, _ = read_catalog(rules_folder(), [project / "own"], project, None)
    assert place is not None
    assert catalog is not None
    place.write(catalog)
    assert not caches.exists()


def test_only_the_newest_are_kept(project: Path, caches: Path) -> None:
    caches.mkdir(parents=True)
    for number in range(10, 30):
        old = caches / f"rules-{number}.bin"
        old.write_bytes(b"")
        os.utime(old, (number, number))
    load(project)
    assert len(catalogues(caches)) == compiled._KEPT
    load(project)
