"""`[[declare]]` tables: those of the configuration and those in files of their own, checked alike."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from pathspec import GitIgnoreSpec

from purposelint.domain.settings import Configuration, Declare, Placed, SideFile
from purposelint.errors import InputMistake
from purposelint.policy.dates import date_mistakes
from purposelint.policy.documents import Document, read
from purposelint.policy.locations import label_of, resolved
from purposelint.policy.schema import conform
from purposelint.policy.toml_lines import Toml


def declare_mistakes(source: Document, declares: Sequence[Declare]) -> Iterator[InputMistake]:
    """Tables that say nothing or speak for everything without saying so; patterns and days that are none."""
    tables = source.data.get("declare", ())
    for index, (table, each) in enumerate(zip(_listed(tables), declares, strict=False)):
        at = ("declare", index)
        for key in ("elements", "purposes", "recipients"):
            if isinstance(table, Mapping) and table.get(key) == []:
                left_out = "" if key == "purposes" else ": leave the key out for all"
                yield source.mistake((*at, key), f"must not be empty{left_out}")
        if not each.paths and not each.symbols:
            yield source.mistake(at, 'needs "paths" or "symbols", `paths = ["**"]` for the whole project')
        for number, word in enumerate(each.paths):
            if not is_pattern(word):
                yield source.mistake((*at, "paths", number), f'"{word}" is not a pattern as in .gitignore')
        for key, message in date_mistakes(each):
            yield source.mistake((*at, key), message)


def is_pattern(word: str) -> bool:
    """Whether gitignore's language has such a pattern: it lacks a bare `!`."""
    try:
        GitIgnoreSpec.from_lines((word,))
    except ValueError:
        return False
    return True


def read_side_files(
    configuration: Configuration, said_by: Document | None, root: Path
) -> tuple[tuple[Placed, ...], list[InputMistake]]:
    """The declarations of every file that `declarations` names, in order, and all mistakes in them."""
    found: list[Placed] = []
    mistakes: list[InputMistake] = []
    seen: set[Path] = set()
    for index, name in enumerate(configuration.declarations):
        place = resolved(root, name)
        if place is None or not place.is_file() or place in seen:
            said = "is named twice" if place in seen else "is no file: its path is relative to this one"
            source = said_by or Document("command line", "", {})
            mistakes.append(source.mistake(("declarations", index), f'"{name}" {said}'))
            continue
        seen.add(place)
        label = label_of(place, root)
        document = read(place, label)
        if not isinstance(document, Document):
            mistakes.append(document)
            continue
        file, wrong = conform(document, document.data, SideFile)
        declares = file.declare if file else ()
        mistakes += [*wrong, *declare_mistakes(document, declares)]
        found += [
            Placed(each, label, max(document.line(("declare", at)), 1), at)
            for at, each in enumerate(declares)
        ]
    return tuple(found), mistakes


def _listed(value: Toml) -> Sequence[Toml]:
    return value if isinstance(value, list | tuple) else (value,)
