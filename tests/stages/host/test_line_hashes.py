"""Hashes of lines are those of GitHub's uploader; where they differed it would warn of each finding."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from purposelint.host.line_hashes import hashes_of_lines, line_hashes_of
from stages.report.sample_verdict import place, sent


def _all(text: str) -> list[str]:
    return list(hashes_of_lines(text.encode(), set(range(1, 1000))).values())


def _rolling(text: str) -> list[str]:
    """The same by its definition: one pass, a window of 100 that rolls over the characters."""
    units = text.encode("utf-16-le", "surrogatepass")
    chars: list[tuple[int, bool]] = []
    is_start, after_cr = True, False
    for unit in [*memoryview(units).cast("H"), 0xFFFF]:
        if unit in {32, 9} or (after_cr and unit == 10):
            after_cr = False
            continue
        after_cr = unit == 13
        char = 10 if after_cr else unit
        chars.append((char, is_start))
        is_start = char == 10
    padded = [char for char, _ in chars] + [0] * 100
    seen: dict[str, int] = {}
    made = []
    for at, (_, starts) in enumerate(chars):
        if starts:
            value = 0
            for char in padded[at : at + 100]:
                value = (value * 37 + char) % 2**64
            name = f"{value:x}"
            seen[name] = seen.get(name, 0) + 1
            made.append(f"{name}:{seen[name]}")
    return made


def test_values_that_githubs_own_tests_expect() -> None:
    assert _all("") == ["c129715d7a2bc9a3:1"]
    repeated = _all("Lorem ipsum dolor sit amet.\n" * 10)
    assert repeated[:3] == ["a7f2ff13bc495cf2:1", "a7f2ff13bc495cf2:2", "a7f2ff13bc495cf2:3"]
    assert repeated[-1] == "c129715d7a2bc9a3:1"


@pytest.mark.parametrize(
    "text",
    [
        "import logging\n\n\ndef f(user):\n    logging.info(user.email)\n",
        "a = 1\r\nb = 2\r\n\r\n\tc = 3",
        "a\rb\r\rc\r\n\nd",
        " \t\n \n\t\n",
        "x" * 250 + "\n" + "y" * 99 + "\n" + "z" * 100,
        "名前 = '\U0001f600'\nq = 1\n",
        "same\nsame\nsame\nother\nsame\n",
    ],
)
def test_any_text_hashes_as_a_rolling_window_does(text: str) -> None:
    assert _all(text) == _rolling(text)


def test_a_line_that_moves_keeps_its_hash() -> None:
    body = "def f(user):\n    logging.info(user.email)\n" + "x = 1\n" * 40
    before = hashes_of_lines(body.encode(), {2})
    after = hashes_of_lines(b"import os\n\n\n" + body.encode(), {5})
    assert before[2] == after[5]


def test_lines_of_findings_and_of_their_data_are_hashed(tmp_path: Path) -> None:
    (tmp_path / "app").mkdir()
    (tmp_path / "app" / "views.py").write_text("a\nb\nc\nd\ne\n", encoding="utf-8")
    gone = msgspec.structs.replace(sent(), place=place("gone.py", 1, (1, 2)), data=None)
    made = line_hashes_of(tmp_path, [sent(), gone])
    assert list(made) == [("app/views.py", 4), ("app/views.py", 5)]
