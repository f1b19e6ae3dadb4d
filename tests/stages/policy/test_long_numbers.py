"""Integers of more digits than Python converts: input like any other that cannot be read."""

from __future__ import annotations

from pathlib import Path

import pytest

from purposelint._version import __version__
from purposelint.errors import InputError
from purposelint.policy import load, settings_for

LONG = "1_0" * 2400
HEXADECIMAL = "0x" + "f" * 4300


def _said(project: Path, files: dict[str, str]) -> list[str]:
    for name, text in {"purposelint.toml": "", **files}.items():
        place = project / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text)
    with pytest.raises(InputError) as caught:
        load(settings_for([project]))
    return [str(one) for one in caught.value.mistakes]


@pytest.mark.parametrize(
    ("files", "place"),
    [
        ({"purposelint.toml": f"# 1\nworkers = {LONG}\n"}, "purposelint.toml:2"),
        ({"purposelint.toml": 'policy = "p.toml"', "p.toml": f"[policy]\nschema = -{LONG}\n"}, "p.toml:2"),
        (
            {"purposelint.toml": 'extend-rules = ["own"]', "own/elements/a.toml": f"a = [\n0,\n{LONG}]\n"},
            "own/elements/a.toml:3",
        ),
        (
            {"purposelint.toml": 'declarations = ["side.toml"]', "side.toml": f'a = "1"\nb = {LONG}'},
            "side.toml:2",
        ),
    ],
)
def test_a_number_of_too_many_digits_is_a_mistake_of_its_file(
    tmp_path: Path, files: dict[str, str], place: str
) -> None:
    assert _said(tmp_path, files) == [f"{place}: holds a number of too many digits to read"]


@pytest.mark.parametrize("value", [HEXADECIMAL, f"[{HEXADECIMAL}]"])
def test_one_that_is_read_but_cannot_be_written_out_is_told_in_words(tmp_path: Path, value: str) -> None:
    files = {"purposelint.toml": 'policy = "p.toml"', "p.toml": f"[policy]\nschema = {value}\n"}
    told = f"schema a number of too many digits is not known, purposelint {__version__} reads schema 1"
    assert _said(tmp_path, files) == [f"p.toml:2: policy.schema: {told}"]
    (told,) = _said(tmp_path, {"purposelint.toml": f"fail-on = {value}\n"})
    assert told.startswith("purposelint.toml:1: fail-on: a number of too many digits is none of ")
