"""`make corpus` counts what checks of many packages gave, goes on where it was, and hides nothing."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest

from bench.packages import Row, main, names_of, page, unpacked
from support.places import ROOT

_LIST = ROOT / "tests" / "bench" / "packages.txt"


def _project(folder: Path, **files: str) -> Path:
    folder.mkdir()
    (folder / "purposelint.toml").write_text("", encoding="utf-8")
    for name, text in files.items():
        (folder / f"{name}.py").write_text(text, encoding="utf-8")
    return folder


def _run(tmp_path: Path, *arguments: str | Path) -> int:
    kept = ("--results", tmp_path / "results.jsonl", "--reports", tmp_path / "reports")
    return main([str(each) for each in (*arguments, *kept, "--sources", tmp_path / "sources")])


def test_what_is_accounted_for_is_counted(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shop = _project(tmp_path / "shop", good="import logging\n\n\ndef f(email):\n    logging.info(email)\n")
    old = _project(tmp_path / "old", old="print 'x'\n", empty="")
    assert _run(tmp_path, shop, old) == 0
    told = capsys.readouterr().out
    for row in ("| projects | 2 |", "| files | 3 |", "| lines | 6 |", "| of these: a syntax error | 1 |"):
        assert row in told
    lines = (tmp_path / "results.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line)["findings"] for line in lines] == [1, 0]
    assert [json.loads(line)["cpu"] > 0 for line in lines] == [True, True]


def test_what_was_checked_is_not_checked_again(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shop = _project(tmp_path / "shop", good="x = 1\n")
    _run(tmp_path, shop)
    first = capsys.readouterr()
    assert "shop" in first.err
    _run(tmp_path, shop)
    assert capsys.readouterr() == (first.out, "")


def test_a_file_that_python_reads_and_we_do_not_is_wrong(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _run(tmp_path, _project(tmp_path / "rare", rare="(a): int = 1\n")) == 1
    assert "rare.py: a syntax error: but python" in capsys.readouterr().out


def test_a_check_that_takes_too_long_is_wrong(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert _run(tmp_path, _project(tmp_path / "slow", slow="x = 1\n"), "--seconds", "0.01") == 1
    assert "took longer than 0.01 seconds" in capsys.readouterr().out


def test_a_package_that_cannot_be_fetched_is_wrong_and_the_rest_is_checked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "sources").mkdir()
    _project(tmp_path / "sources" / "here", here="x = 1\n")
    listed = tmp_path / "names.txt"
    listed.write_text("# two\nno such name!\nhere  # fetched before\n", encoding="utf-8")
    assert _run(tmp_path, "--names", listed) == 1
    told = capsys.readouterr().out
    assert "!! no such name!: not fetched: " in told
    assert "| lines | 1 |" in told


def test_a_wheel_gives_its_python_files_alone(tmp_path: Path) -> None:
    wheel = tmp_path / "one-1.0-py3-none-any.whl"
    with zipfile.ZipFile(wheel, "w") as archive:
        for name in ("one/__init__.py", "one/data.json", "pyproject.toml", "../outside.py"):
            archive.writestr(name, "")
    unpacked(wheel, tmp_path / "deep" / "one")
    found = {each.relative_to(tmp_path).as_posix() for each in tmp_path.rglob("*") if each.is_file()}
    inside = {"deep/one/purposelint.toml", "deep/one/one/__init__.py", "deep/one/outside.py"}
    assert found == {wheel.name, *inside}


def test_the_dearest_come_first_and_small_ones_not_at_all() -> None:
    rows = [Row("cheap", 2000, 9, cpu=1.0), Row("dear", 1000, 9, cpu=1.0), Row("small", 10, 1, cpu=1.0)]
    text = page(rows)
    assert "| processor, µs a line | 997 |" in text
    assert text.index("| dear | 1,000 | 1.0 | 1000 |") < text.index("| cheap | 2,000 | 1.0 | 500 |")
    assert "| small |" not in text


def test_the_list_names_each_package_once() -> None:
    names = [name.partition("==")[0] for name in names_of(_LIST)]
    assert len(set(names)) == len(names) > 100
