"""What the bench does around its measuring: copies, edits, ratios, bounds, pages. None asks a clock."""

from __future__ import annotations

import ast
import sys
import time
from pathlib import Path

import pytest

from bench.__main__ import main, write_between
from bench.corpus import copied, edited, middle_file, standing
from bench.gates import gates
from bench.measure import BenchError, Command, Sample, Samples, measured, ratio
from bench.others import OTHERS
from bench.rounds import Measured
from bench.service import write_service
from bench.table import page


def _rows(**walls: float) -> dict[str, Samples]:
    return {key: Samples({1: Sample(wall, wall, 1000)}) for key, wall in walls.items()}


def _measured(lines: int, **walls: float) -> Measured:
    return Measured("shop", 10, lines, lines * 30, 5, rows=_rows(**walls))


def _contents(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_copy_has_what_the_tool_takes_and_leaves_the_service_alone(tmp_path: Path) -> None:
    source = tmp_path / "shop"
    write_service(source, 1)
    (source / "tests").mkdir()
    (source / "tests" / "test_shop.py").write_text("def test_it():\n    pass\n", encoding="utf-8")
    (source / "purposelint.toml").write_text('exclude = ["core/**"]\n', encoding="utf-8")
    before = _contents(source)
    corpus = copied("shop", source, tmp_path / "copy")
    assert _contents(source) == before
    assert not [name for name in corpus.files if name.startswith(("core/", "tests/"))]
    sizes = [(corpus.folder / name).stat().st_size for name in corpus.files]
    assert sizes == sorted(sizes, reverse=True)
    assert corpus.size == sum(sizes)


def test_an_edit_is_python_and_goes_away_again(tmp_path: Path) -> None:
    write_service(tmp_path, 1)
    corpus = standing("shop", tmp_path)
    path = tmp_path / middle_file(corpus)
    before = path.read_bytes()
    with edited(path, 7):
        after = path.read_bytes()
        ast.parse(after)
    assert b"round 7" in after
    assert after.count(b"\n") == before.count(b"\n") + 1
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    "text",
    [
        "def f():\n    x = 1\n    @g\n    def h():\n        return x\n",
        "class A:\n    def f(self):\n        a = 1; b = 2\n    def g(_):\n        'ü'\n        return\n",
        "def f():\n\tif a:\n\t\tpass\n",
    ],
)
def test_an_edit_keeps_to_statements(tmp_path: Path, text: str) -> None:
    path = tmp_path / "a.py"
    path.write_text(text, encoding="utf-8")
    with edited(path, 1):
        ast.parse(path.read_bytes())
        assert b"added_by_hand" in path.read_bytes()


def test_a_command_is_measured_with_its_largest_child(tmp_path: Path) -> None:
    grown = "held = bytearray(60_000_000)"
    child = f"import subprocess, sys; subprocess.run([sys.executable, '-c', '{grown}'], check=True)"
    small, large = (
        measured(Command([sys.executable, "-c", code], tmp_path), tmp_path) for code in ("pass", child)
    )
    assert small.peak < 30_000
    assert large.peak > 58_000


def test_a_command_that_fails_says_how(tmp_path: Path) -> None:
    command = Command([sys.executable, "-c", "raise SystemExit('it went wrong')"], tmp_path)
    with pytest.raises(BenchError, match="it went wrong"):
        measured(command, tmp_path)


def test_a_command_that_takes_too_long_ends_with_its_children(tmp_path: Path) -> None:
    alive = tmp_path / "alive"
    child = f"import time, pathlib; time.sleep(2); pathlib.Path({str(alive)!r}).touch()"
    command = Command([sys.executable, "-c", child], tmp_path)
    with pytest.raises(BenchError, match=r"longer than 0\.5 seconds"):
        measured(command, tmp_path, seconds=0.5)
    time.sleep(2)
    assert not alive.exists()


def test_ratios_are_those_of_one_round() -> None:
    above = Samples({1: Sample(2, 0, 0), 2: Sample(30, 0, 0), 3: Sample(1, 0, 0)})
    below = Samples({1: Sample(1, 0, 0), 2: Sample(10, 0, 0)})
    found = ratio(above, below)
    assert found is not None
    assert (found.least, found.median, found.most) == (2, 2.5, 3)
    assert ratio(above, None) is None
    assert ratio(above, Samples({9: Sample(1, 1, 1)})) is None


def test_gates_tell_what_is_met_what_is_not_and_what_was_not_measured() -> None:
    near = _measured(210_000, floor=4, cold=5, warm=1, parse=0.2, changed=0.4)
    far = _measured(2_000, floor=1, cold=9, warm=9, parse=1, changed=9, semgrep=1)
    assert [(gate.on[:13], gate.answer) for gate in gates([far, near], [])] == [
        ("shop, 210,000", "met"),
        ("shop, 210,000", "not measured"),
        ("shop, 210,000", "**not met**"),
        ("shop, 210,000", "met"),
        ("shop, 210,000", "not measured"),
        ("made-up servi", "not measured"),
    ]


@pytest.mark.parametrize(("million", "answer"), [(39.0, "met"), (60.0, "**not met**")])
def test_growth_is_held_against_the_small_service(million: float, answer: str) -> None:
    grown = [_measured(30_000, floor=1, cold=1), _measured(1_000_000, floor=30, cold=million)]
    assert gates([], grown)[-1].answer == answer


def test_the_page_names_every_tool_that_was_not_run() -> None:
    one = _measured(200_000, floor=4, cold=5, warm=0.25, bandit=10)
    one.missing = {"semgrep": "not installed", "pysa": "failed"}
    text = page(["a fact"], [one], [_measured(30_000, floor=1, cold=2)])
    rows = {line.split(" | ")[0].strip("| "): line for line in text.splitlines() if line.startswith("|")}
    titles = {other.key: other.title for other in OTHERS}
    assert "not installed" in rows[titles["semgrep"]]
    assert "failed" in rows[titles["pysa"]]
    assert "our cold run is 0.50" in rows[titles["bandit"]]
    assert "1/20.0" in rows["warm run, nothing changed"]
    table = text.partition("### shop")[2].partition("###")[0]
    assert len({line.count("|") for line in table.splitlines() if line.startswith("|")}) == 1


def test_the_table_goes_between_the_markers(tmp_path: Path) -> None:
    target = tmp_path / "page.md"
    target.write_text("before\n<!-- bench: begin -->\nold\n<!-- bench: end -->\nafter\n", encoding="utf-8")
    for _ in range(2):
        write_between(target, "new\n")
    text = target.read_text(encoding="utf-8")
    assert text == "before\n<!-- bench: begin -->\n\nnew\n\n<!-- bench: end -->\nafter\n"
    target.write_text("no markers\n", encoding="utf-8")
    with pytest.raises(BenchError, match="bench: begin"):
        write_between(target, "new\n")


def test_a_folder_that_is_none_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([f"shop={tmp_path / 'nowhere'}", "--to", str(tmp_path)]) == 2
    assert "no such folder" in capsys.readouterr().err
