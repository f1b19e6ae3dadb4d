"""The table `[limits]`: each key held against its bounds, the command line's seconds over the file's."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from purposelint.domain.limits import BOUNDS, STANDARD, Limits
from purposelint.errors import InputError
from purposelint.policy import settings_for


def _limits(root: Path, text: str, **stated: object) -> Limits:
    (root / "purposelint.toml").write_text(text, encoding="utf-8")
    return settings_for([root], overrides=stated).configuration.limits


def _mistakes(root: Path, text: str, **stated: object) -> list[str]:
    with pytest.raises(InputError) as caught:
        _limits(root, text, **stated)
    return [str(each) for each in caught.value.mistakes]


def test_what_is_left_out_stays_as_it_is(tmp_path: Path) -> None:
    assert _limits(tmp_path, "") == STANDARD
    assert _limits(tmp_path, "[limits]\nnesting = 150\n") == Limits(nesting=150)


def test_every_key_has_bounds_that_hold_its_default() -> None:
    stated = msgspec.to_builtins(STANDARD)
    assert stated.keys() == BOUNDS.keys()
    for key, (least, greatest) in BOUNDS.items():
        assert least < stated[key] < greatest


@pytest.mark.parametrize("key", BOUNDS)
def test_the_bounds_belong_to_what_is_allowed(tmp_path: Path, key: str) -> None:
    least, greatest = BOUNDS[key]
    for value in (least, greatest):
        assert msgspec.to_builtins(_limits(tmp_path, f"[limits]\n{key} = {value}\n"))[key] == value
    for value in (least - 1, greatest + 1, -greatest):
        assert _mistakes(tmp_path, f"\n[limits]\n{key} = {value}\n") == [
            f"purposelint.toml:3: limits.{key}: must be from {least:,} to {greatest:,}"
        ]


def test_all_mistakes_are_told_with_their_lines(tmp_path: Path) -> None:
    text = '[limits]\nnestin = 3\nchain = "long"\nfile-seconds = true\nfile-bytes = 1.5\nfile-words = 0\n'
    assert _mistakes(tmp_path, text) == [
        'purposelint.toml:2: limits.nestin: unknown key "nestin", did you mean "nesting"?',
        "purposelint.toml:3: limits.chain: must be a whole number, not text",
        "purposelint.toml:4: limits.file-seconds: must be a whole number, not true or false",
        "purposelint.toml:5: limits.file-bytes: must be a whole number, not a number",
        "purposelint.toml:6: limits.file-words: must be from 1,000 to 8,000,000",
    ]
    assert _mistakes(tmp_path, "limits = 60\n", limits={"file-seconds": 5}) == [
        "purposelint.toml:1: limits: must be a table, not a number"
    ]


def test_the_command_line_moves_one_key_and_leaves_the_others(tmp_path: Path) -> None:
    text = "[limits]\nnesting = 150\nfile-seconds = 30\n"
    assert _limits(tmp_path, text, limits={"file-seconds": 5}) == Limits(nesting=150, file_seconds=5)
    assert _mistakes(tmp_path, text, limits={"file-seconds": 0}) == [
        "command line: limits.file-seconds: must be from 1 to 3,600"
    ]
