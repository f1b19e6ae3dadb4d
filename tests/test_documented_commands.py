"""Every `purposelint COMMAND --option` that the manual writes exists."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from purposelint.cli.app import app
from support.places import ROOT

_WRITTEN = (
    "README.md",
    "rules/README.md",
    "docs/*.md",
    "docs/examples/*",
    ".pre-commit-hooks.yaml",
    "action.yml",
)
_PAGES = sorted(path for pattern in _WRITTEN for path in ROOT.glob(pattern))
_CODE = re.compile(r"^```.*?^```|`[^`\n]+`", re.MULTILINE | re.DOTALL)
_CALL = re.compile(r"(?<![\w/.=-])purposelint(?P<words>(?: (?![|<>&;#])[^\s`'\"]+)+)")
_OPTION = re.compile(r"--?[a-z][a-z-]*")


def _calls(path: Path) -> Iterator[list[str]]:
    """The words behind `purposelint` wherever it stands in code; comments of other files are none."""
    text = path.read_text(encoding="utf-8")
    bare = re.sub(r"^\s*#.*$", "", text, flags=re.MULTILINE)
    for part in _CODE.findall(text) if path.suffix == ".md" else [bare]:
        for call in _CALL.finditer(part):
            words = call["words"].split()
            if re.fullmatch("[a-z]+", words[0]):
                yield words


def _wrong(words: list[str]) -> str:
    """What of a call does not exist; '' where all of it does."""
    command: click.Command = app
    rest = list(words)
    while isinstance(command, click.Group) and rest and re.fullmatch("[a-z]+", rest[0]):
        below = command.get_command(click.Context(command), rest[0])
        if below is None:
            return f"no command {rest[0]}: purposelint {' '.join(words)}"
        command, rest = below, rest[1:]
    known = {name for one in command.params for name in (*one.opts, *one.secondary_opts)} | {"--help", "-h"}
    for word in rest:
        option = _OPTION.match(word.lstrip("["))
        if option and option.group() not in known:
            return f"no option {option.group()}: purposelint {' '.join(words)}"
    return ""


@pytest.mark.parametrize("path", _PAGES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_what_the_manual_calls_exists(path: Path) -> None:
    assert [wrong for words in _calls(path) if (wrong := _wrong(words))] == []


def test_the_calls_are_found(tmp_path: Path) -> None:
    assert sum(1 for path in _PAGES for _ in _calls(path)) > 100
    page = tmp_path / "a.md"
    page.write_text(
        "purposelint looks.\n`purposelint chek .`\n```console\n$ purposelint check --nothing x # --more\n"
        "$ purposelint policy ask a b > c\n```\n"
    )
    told = [_wrong(words).partition(":")[0] for words in _calls(page)]
    assert told == ["no command chek", "no option --nothing", ""]
