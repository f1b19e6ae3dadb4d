"""What a walk passes by, by who said so."""

from __future__ import annotations

from pathlib import Path

from purposelint.host import discover
from purposelint.host.outside import Outside
from stages.host.test_discovery import plant, settings


def test_the_topmost_of_what_is_left_out_stands_for_the_rest(tmp_path: Path) -> None:
    plant(
        tmp_path,
        "app/a.py",
        "app/tests/test_a.py",
        "app/tests/deep/test_b.py",
        "made/b.py",
        "app/old.py",
        "app/other.py",
        "venv2/pyvenv.cfg",
        "node_modules/x.py",
    )
    (tmp_path / ".git").mkdir()
    (tmp_path / ".gitignore").write_text("made/\n")
    asked = settings(tmp_path, exclude=("app/old.py",), include=("app/a.py",))
    found = discover(asked)
    assert found.files == ("app/a.py",)
    assert found.outside == Outside(
        name=(".git/", "node_modules/", "venv2/"),
        tests=("app/tests/",),
        git=("made/",),
        exclude=("app/old.py",),
        include=("app/other.py",),
    )


def test_what_was_asked_for_by_name_is_told_too(tmp_path: Path) -> None:
    plant(tmp_path, "gen/a.py", "b.py")
    asked = settings(tmp_path, "gen", "b.py", exclude=("gen/", "b.py"))
    assert discover(asked).outside.exclude == ("b.py", "gen/")


def test_few_are_named_and_only_what_holds_python(tmp_path: Path) -> None:
    plant(tmp_path, *(f"d{number}/x.py" for number in range(5)), "text/readme.txt")
    folders = (*(f"d{number}/" for number in range(5)), "text/", "gone/")
    assert Outside(git=folders).told(tmp_path) == "d0/, d1/, d2/ and 2 more since git ignores it"
    assert Outside(git=("text/", "gone/")).told(tmp_path) == ""


def test_a_name_that_is_no_text_can_be_told(tmp_path: Path) -> None:
    assert Outside(exclude=("x\udcff.py",)).told(tmp_path).encode() == b"x\\xff.py by `exclude`"


def test_a_huge_folder_is_looked_at_only_so_far(tmp_path: Path) -> None:
    plant(tmp_path, *(f"many/f{number}.txt" for number in range(2_001)), "many/z.py")
    assert Outside(git=("many/",)).told(tmp_path) == ""
