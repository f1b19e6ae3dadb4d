"""The cache as users meet it: where it is, what it holds, its end, and one line where it is not believed."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from purposelint import analysis
from purposelint.cli.app import app
from support.caches import keep_caches_in

CACHE = ".purposelint_cache"
CODE = 'import logging\n\n\ndef f(user):\n    logging.info("%s", user.email)\n'


@pytest.fixture(autouse=True)
def user(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    keep_caches_in(tmp_path / "caches", monkeypatch)
    return tmp_path / "caches" / "purposelint"


@pytest.fixture(autouse=True)
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    root = tmp_path / "project"
    root.mkdir()
    (root / "purposelint.toml").write_text("")
    (root / "app.py").write_text(CODE)
    monkeypatch.chdir(root)
    return root


def purposelint(*arguments: str) -> Result:
    return CliRunner().invoke(app, arguments)


def checked(*options: str) -> Result:
    result = purposelint("check", "--output-format", "concise", *options)
    assert result.exit_code == 1
    assert "app.py:5:5: PUR101" in result.stdout
    return result


def test_folders_are_told_from_anywhere_in_the_project(project: Path, user: Path) -> None:
    (project / "part").mkdir()
    told = f"project  {project / CACHE}\nuser     {user}\n"
    assert purposelint("cache", "dir").stdout == told
    assert purposelint("cache", "dir", "part").stdout == told
    assert purposelint("cache", "dir", str(project / "part")).stdout == told
    assert not (project / CACHE).exists()
    assert not user.exists()


def test_what_is_kept_is_told_kind_by_kind(project: Path, user: Path) -> None:
    checked()
    told = purposelint("cache", "info")
    assert told.exit_code == 0
    rows = [tuple(line.split()) for line in told.stdout.splitlines()]
    assert ("facts", "of", "files", "1", "file", "0.0", "MiB") in rows
    assert ("flows", "of", "whole", "programs", "1", "file", "0.0", "MiB") in rows
    (rules,) = (row for row in rows if row[:5] == ("rules", "as", "they", "were", "read"))
    assert (rules[5:7], rules[8]) == (("1", "file"), "MiB")
    assert 0.5 < float(rules[7]) < 2
    assert ("project", str(project / CACHE)) in rows
    assert ("user", str(user)) in rows
    assert rows[-1] == ("key", "the", "user's", "own")


def test_a_project_without_a_cache_holds_nothing() -> None:
    told = purposelint("cache", "info")
    assert (told.exit_code, told.stdout.count("0 files")) == (0, 2)
    cleared = purposelint("cache", "clear", "--user")
    assert (cleared.exit_code, cleared.stdout.count("0 files removed")) == (0, 2)


def test_why_nothing_is_kept_is_told(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    keep_caches_in(project / "caches", monkeypatch)
    checked()
    assert not (project / CACHE).exists()
    assert "key      none, so nothing is kept: the user's folder" in purposelint("cache", "info").stdout
    monkeypatch.setenv("PURPOSELINT_CACHE_KEY", "a secret of the build server")
    checked()
    assert (project / CACHE).exists()
    assert "key      stated in PURPOSELINT_CACHE_KEY\n" in purposelint("cache", "info").stdout


def test_the_projects_cache_is_removed_and_nothing_else(project: Path, user: Path) -> None:
    checked()
    kept = len(list((project / CACHE).iterdir()))
    told = purposelint("cache", "clear")
    assert (told.exit_code, told.stdout) == (0, f"project  {project / CACHE}: {kept} files removed\n")
    assert not (project / CACHE).exists()
    assert (project / "app.py").exists()
    assert (user / "key").exists()
    purposelint("cache", "clear", "--user")
    assert not user.exists()


def test_files_of_others_stay_and_are_named(project: Path) -> None:
    checked()
    mine = ["mine.bin", "facts-xyz.bin", "flows-0a.bin.old", "\x1b[2Jflows-0a.bin"]
    for name in mine:
        (project / CACHE / name).write_text("mine")
    (project / CACHE / "facts-0f.bin").mkdir()
    (project / CACHE / "facts-0f.bin" / "app.py").write_text("mine")
    told = purposelint("cache", "clear")
    assert told.exit_code == 0
    assert told.stdout.count("left, since it is not purposelint's: ") == 5
    assert "\x1b" not in told.stdout
    left = sorted(file.name for file in (project / CACHE).iterdir())
    assert left == sorted([*mine, "facts-0f.bin", ".gitignore", "CACHEDIR.TAG"])
    assert (project / CACHE / "facts-0f.bin" / "app.py").read_text() == "mine"


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
@pytest.mark.parametrize("place", ["folder", "file", "tag"])
def test_no_link_is_followed_when_clearing(project: Path, tmp_path: Path, place: str) -> None:
    checked()
    target = {"folder": CACHE, "file": f"{CACHE}/flows-0a.bin", "tag": f"{CACHE}/CACHEDIR.TAG"}[place]
    elsewhere = tmp_path / "elsewhere"
    if place == "folder":
        (project / target).rename(elsewhere)
    else:
        (project / target).unlink(missing_ok=True)
        elsewhere.mkdir()
        (elsewhere / "facts-0a.bin").write_text("mine")
    before = sorted(elsewhere.iterdir())
    (project / target).symlink_to(elsewhere)
    told = purposelint("cache", "clear")
    assert told.exit_code == 0
    assert f"left, since it is not purposelint's: {project / target}\n" in told.stdout
    assert sorted(elsewhere.iterdir()) == before
    assert (project / target).is_symlink()


def test_a_folder_that_cannot_be_emptied_is_wrong_input(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    checked()

    def refuse(self: Path, **_: object) -> None:
        raise PermissionError(13, "Permission denied", str(self))

    monkeypatch.setattr(Path, "unlink", refuse)
    told = purposelint("cache", "clear")
    assert told.exit_code == 2
    assert told.stderr.startswith(f"error: {project / CACHE}")
    assert told.stderr.endswith("cannot be removed: Permission denied\n")


def test_a_cache_that_came_with_the_repository_hides_nothing(project: Path, user: Path) -> None:
    """The whole folder, as an attacker's own run over harmless code would leave it."""
    (project / "app.py").write_text(CODE.replace("user.email", "user.pk"))
    assert purposelint("check").exit_code == 0
    names = {kind: next((project / CACHE).glob(f"{kind}-*")).name for kind in ("facts", "flows", "verdict")}
    harmless = {kind: (project / CACHE / name).read_bytes() for kind, name in names.items()}
    shutil.rmtree(project / CACHE)
    shutil.rmtree(user)
    (project / "app.py").write_text(CODE)
    checked()
    for kind, data in harmless.items():
        (project / CACHE / next((project / CACHE).glob(f"{kind}-*")).name).write_bytes(data)
    told = checked()
    assert told.stderr.count("\n") == 1
    assert told.stderr.startswith("purposelint: not taken from the cache, but made anew: ")
    assert "was not written with this user's key" in told.stderr
    assert checked().stderr == ""


def _refuse(*_: object, **__: object) -> None:
    raise AssertionError("a file is read into facts")


@pytest.mark.parametrize("lasts", ["both folders", "the project's alone", "the project's and a stated key"])
def test_a_build_server_that_restores_folders_starts_warm_if_it_has_the_key(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lasts: str
) -> None:
    if "stated" in lasts:
        monkeypatch.setenv("PURPOSELINT_CACHE_KEY", "a secret of the build server")
    checked()
    next_day = tmp_path / "next day"
    shutil.copytree(project, next_day / "project")
    if lasts == "both folders":
        shutil.copytree(tmp_path / "caches", next_day / "caches")
    keep_caches_in(next_day / "caches", monkeypatch)
    monkeypatch.chdir(next_day / "project")
    warm = lasts != "the project's alone"
    with monkeypatch.context() as patched:
        if warm:
            patched.setattr(analysis, "extract", _refuse)
        told = checked()
    assert ("was not written with this user's key" in told.stderr) is not warm
    assert warm is not bool(told.stderr)
    assert checked().stderr == ""


RUN = (sys.executable, "-m", "purposelint", "check", "--output-format", "json")


def test_runs_at_once_agree_and_leave_a_cache_that_is_whole(project: Path) -> None:
    runs = [subprocess.Popen(RUN, stdout=subprocess.PIPE, stderr=subprocess.PIPE) for _ in range(3)]
    assert len({run.communicate() for run in runs}) == 1
    assert [file for file in (project / CACHE).iterdir() if file.suffix == ".tmp"] == []
    assert checked().stderr == ""


@pytest.mark.skipif(sys.platform == "win32", reason="there is no such signal")
def test_a_run_that_is_killed_while_it_writes_leaves_nothing_half_done(project: Path) -> None:
    program = (
        "import os, pathlib, signal\n"
        "pathlib.Path.replace = lambda *given: os.kill(os.getpid(), signal.SIGKILL)\n"
        "from purposelint.cli.app import app\n"
        "app(['check'])\n"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == -9
    assert checked().stderr == ""
    assert checked().stderr == ""
    assert len(list((project / CACHE).glob("facts-*.bin"))) == 1


def test_a_quiet_run_says_nothing_of_a_bad_cache(project: Path) -> None:
    checked()
    for file in (project / CACHE).glob("*.bin"):
        file.write_bytes(b"rubbish")
    assert checked("--quiet").stderr == ""
    for file in (project / CACHE).glob("*.bin"):
        file.write_bytes(b"rubbish")
    assert "is damaged or of another version, and " in checked().stderr
    assert checked("--no-cache").stderr == ""


def test_a_key_that_could_be_guessed_is_wrong_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PURPOSELINT_CACHE_KEY", "secret")
    told = purposelint("check")
    assert told.exit_code == 2
    assert told.stderr == (
        "error: PURPOSELINT_CACHE_KEY: must have 16 characters or more, chosen at random; it has 6\n"
    )
    checked("--no-cache")
