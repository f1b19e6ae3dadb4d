"""Which files a run is about."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from purposelint.domain.settings import Configuration, Settings
from purposelint.host import discover


def plant(root: Path, *paths: str) -> None:
    for path in paths:
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("x = 1\n")


def found(root: Path, *asked: str, **configuration: object) -> tuple[str, ...]:
    return discover(settings(root, *asked, **configuration)).files


def settings(root: Path, *asked: str, **configuration: object) -> Settings:
    paths = tuple(root / path for path in asked) or (root,)
    return Settings(root=root, paths=paths, configuration=Configuration(**configuration))  # type: ignore[arg-type]


def test_python_files_are_found_in_order_of_path(tmp_path: Path) -> None:
    plant(tmp_path, "b.py", "a/z.py", "a/y.py", "notes.txt", "a/types.pyi")
    assert found(tmp_path) == ("a/y.py", "a/z.py", "b.py")


def test_a_stub_is_taken_when_asked_for_by_name(tmp_path: Path) -> None:
    plant(tmp_path, "a/types.pyi")
    assert found(tmp_path, "a/types.pyi") == ("a/types.pyi",)


def test_foreign_folders_are_skipped(tmp_path: Path) -> None:
    plant(
        tmp_path,
        ".venv/a.py",
        "node_modules/b.py",
        "build/lib/c.py",
        "other/pyvenv.cfg",
        "other/d.py",
        "e.py",
    )
    assert found(tmp_path) == ("e.py",)


def test_a_package_called_build_is_source(tmp_path: Path) -> None:
    plant(tmp_path, "app/build/__init__.py", "app/build/steps.py")
    assert found(tmp_path) == ("app/build/__init__.py", "app/build/steps.py")


def test_tests_and_migrations_are_left_out_unless_wanted(tmp_path: Path) -> None:
    everything = (
        "app/conftest.py",
        "app/migrations/0001.py",
        "app/test_a.py",
        "app/view_test.py",
        "tests/b.py",
    )
    plant(tmp_path, "app/views.py", *everything)
    for name in ("app/test_a.py", "app/view_test.py"):
        (tmp_path / name).write_text("def test_view():\n    assert True\n")
    assert found(tmp_path) == ("app/views.py",)
    assert found(tmp_path, include_tests=True) == tuple(sorted(("app/views.py", *everything)))


def test_a_file_that_is_only_named_like_a_test_is_source(tmp_path: Path) -> None:
    plant(tmp_path, "app/models/blood_test.py", "app/test_results.py")
    assert found(tmp_path) == ("app/models/blood_test.py", "app/test_results.py")


def test_a_folder_of_tests_that_is_asked_for_is_walked(tmp_path: Path) -> None:
    plant(tmp_path, "tests/unit/test_a.py", "tests/helpers.py")
    assert found(tmp_path, "tests") == ("tests/helpers.py", "tests/unit/test_a.py")


def test_a_file_asked_for_by_name_is_taken_unless_excluded(tmp_path: Path) -> None:
    plant(tmp_path, "tests/test_a.py", "gen/b_pb2.py")
    (tmp_path / ".gitignore").write_text("gen/\n")
    assert found(tmp_path, "tests/test_a.py", "gen/b_pb2.py") == ("gen/b_pb2.py", "tests/test_a.py")
    assert found(tmp_path, "gen/b_pb2.py", exclude=("*_pb2.py",)) == ()


def test_exclude_and_include_are_globs_below_the_root(tmp_path: Path) -> None:
    plant(tmp_path, "app/a.py", "docs/conf.py", "scripts/x.py")
    assert found(tmp_path, exclude=("docs/**",)) == ("app/a.py", "scripts/x.py")
    assert found(tmp_path, include=("app/**",)) == ("app/a.py",)


def test_nested_gitignore_files_speak_for_their_folder_and_the_nearest_wins(tmp_path: Path) -> None:
    plant(tmp_path, "gen/a.py", "app/local.py", "app/keep_local.py", "lib/local.py", "lib/b.py")
    (tmp_path / ".gitignore").write_text("gen/\n*local.py\n")
    (tmp_path / "app" / ".gitignore").write_text("!keep_local.py\n")
    assert found(tmp_path) == ("app/keep_local.py", "lib/b.py")


def test_ignore_files_above_the_root_and_the_info_file_count(tmp_path: Path) -> None:
    plant(tmp_path, "service/a.py", "service/secret.py", "service/out/b.py")
    (tmp_path / ".git" / "info").mkdir(parents=True)
    (tmp_path / ".git" / "info" / "exclude").write_text("secret.py\n")
    (tmp_path / ".gitignore").write_text("/service/out/\n")
    assert found(tmp_path / "service") == ("a.py",)


def test_a_linked_work_tree_shares_the_info_file(tmp_path: Path) -> None:
    plant(tmp_path, "tree/a.py", "tree/secret.py")
    own = tmp_path / "main" / ".git" / "worktrees" / "tree"
    own.mkdir(parents=True)
    (own / "commondir").write_text("../..\n")
    (tmp_path / "main" / ".git" / "info").mkdir()
    (tmp_path / "main" / ".git" / "info" / "exclude").write_text("secret.py\n")
    (tmp_path / "tree" / ".git").write_text(f"gitdir: {own}\n")
    assert found(tmp_path / "tree") == ("a.py",)


def test_links_are_not_followed(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    root = tmp_path / "root"
    plant(outside, "secret.py")
    plant(root, "app/a.py")
    (root / "app" / "loop").symlink_to(root)
    (root / "out").symlink_to(outside)
    (root / "stolen.py").symlink_to(outside / "secret.py")
    assert found(root) == ("app/a.py",)
    assert [each.reason for each in discover(settings(root, "stolen.py")).unreadable] == [
        "lies outside the project root"
    ]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_a_pipe_is_reported_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.py")
    seen = discover(settings(tmp_path))
    assert seen.files == ()
    assert [(each.path, each.reason) for each in seen.unreadable] == [("pipe.py", "is not a regular file")]


def test_a_path_that_does_not_exist_is_reported(tmp_path: Path) -> None:
    seen = discover(settings(tmp_path, "gone.py"))
    assert [(each.path, each.reason) for each in seen.unreadable] == [("gone.py", "does not exist")]


@pytest.mark.skipif(not hasattr(os, "getuid") or os.getuid() == 0, reason="every folder can be listed")
def test_a_folder_that_cannot_be_listed_is_reported(tmp_path: Path) -> None:
    plant(tmp_path, "closed/a.py")
    (tmp_path / "closed").chmod(0)
    try:
        seen = discover(settings(tmp_path))
    finally:
        (tmp_path / "closed").chmod(0o700)
    assert [each.path for each in seen.unreadable] == ["closed"]


@pytest.mark.parametrize(
    ("line", "ignored"),
    [
        ("*.log", False),
        ("*.pyc", False),
        ("*.py[cod]", False),
        ("*.p?", True),
        ("*_pb2.py", True),
        ("gen_*", True),
        ("/app/*", True),
        ("app/**", True),
        ("**/gen_pb2.py", True),
        ("gen_pb2.py/", False),
        ("gen_pb2", False),
        ("g\\en_pb2.py", True),
        ("app", True),
        ("# *", False),
    ],
)
def test_each_form_of_pattern(tmp_path: Path, line: str, *, ignored: bool) -> None:
    plant(tmp_path, "app/gen_pb2.py")
    (tmp_path / ".gitignore").write_text(f"{line}\n")
    assert found(tmp_path) == (() if ignored else ("app/gen_pb2.py",))


@pytest.mark.skipif(sys.platform != "linux", reason="other systems refuse such names")
def test_a_file_whose_name_is_no_text_is_told_of_and_costs_itself_alone(tmp_path: Path) -> None:
    plant(tmp_path, "a.py")
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/bad\xff.py")).write_text("x = 1\n")
    seen = discover(settings(tmp_path))
    assert seen.files == ("a.py",)
    assert [(each.path, each.reason) for each in seen.unreadable] == [
        ("bad\\xff.py", "has a name that is not UTF-8 text")
    ]


def test_lines_that_are_no_patterns_do_not_spoil_an_ignore_file(tmp_path: Path) -> None:
    plant(tmp_path, "a.py", "b.py")
    (tmp_path / ".gitignore").write_text("!\n\\\nb.py\n")
    assert found(tmp_path) == ("a.py",)
