"""Words that users give on the command line, checked against what exists, with a hint at what was meant."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from collections.abc import Set as AbstractSet
from difflib import get_close_matches
from pathlib import Path

import click

from purposelint.domain.likeness import with_such_a_part
from purposelint.domain.verdict import Code
from purposelint.report import FORMATS

_SHOWN = 5


def codes_of(values: Iterable[str], table: Mapping[str, Code], option: str) -> tuple[str, ...]:
    """Codes that comma-separated codes, prefixes (`PUR1`) and names select, in order of the table."""
    chosen: set[str] = set()
    for word in (part.strip() for value in values for part in value.split(",")):
        if not word:
            continue
        found = {
            code.code
            for code in table.values()
            if code.code.startswith(word.upper()) or code.name == word.lower()
        }
        if not found:
            known = [*table, *(code.name for code in table.values())]
            raise click.BadParameter(
                f"no code {word!r}.{did_you_mean(word, known)}", param_hint=f"'{option}'"
            )
        chosen |= found
    return tuple(code for code in table if code in chosen)


STDOUT = Path("-")
"""What `--output FORMAT=-` names."""


class FormatName(click.Choice[str]):
    """The name of a format; an unknown one is told what it may have meant."""

    def __init__(self) -> None:
        """Every format of the table."""
        super().__init__(tuple(FORMATS))

    def get_invalid_choice_message(self, value: object, ctx: click.Context | None) -> str:
        """What is said of a word that is none."""
        del ctx
        return unknown_format(str(value))


def unknown_format(name: str) -> str:
    """What is said of a name that is no format's."""
    return f"no format {name!r}.{did_you_mean(name, FORMATS)} Formats: {', '.join(FORMATS)}."


def outputs_of(values: Iterable[str]) -> dict[Path, str]:
    """Target -> format of each `FORMAT=PATH`; the target of `-` is STDOUT."""
    targets: dict[Path, str] = {}
    for value in values:
        name, equals, path = value.partition("=")
        if not equals or not path:
            raise click.BadParameter(f"{value!r} is not FORMAT=PATH.", param_hint="'--output'")
        if name not in FORMATS:
            raise click.BadParameter(unknown_format(name), param_hint="'--output'")
        if Path(path) in targets:
            raise click.BadParameter(f"{path!r} is given twice.", param_hint="'--output'")
        targets[Path(path)] = name
    return targets


class Words:
    """Words of one command line, held against what exists: all that are wrong are told at once."""

    def __init__(self) -> None:
        """Begin without a mistake."""
        self._wrong: list[str] = []

    def known(self, given: Iterable[str], options: Collection[str], hint: str) -> tuple[str, ...]:
        """The words that exist; each that does not is noted under the name of its option or argument."""
        words = tuple(given)
        for word in words:
            if word not in options:
                told = did_you_mean(word, options) or _known(options)
                self.note(f"unknown: {word!r}.{told}", hint)
        return tuple(word for word in words if word in options)

    def one(self, word: str, options: Collection[str], hint: str) -> str:
        """A single word, as it was given also where it is unknown."""
        self.known([word], options, hint)
        return word

    def note(self, message: str, hint: str) -> None:
        """Keep a mistake for `settle`."""
        self._wrong.append(f"Invalid value for '{hint}': {message}")

    def settle(self) -> None:
        """Raise one usage error for everything noted, if there is any."""
        if self._wrong:
            raise click.UsageError("\n".join(self._wrong))


def did_you_mean(word: str, options: Iterable[str]) -> str:
    """` Did you mean ...?`, or '' when nothing is near: a whole word, else several that have such a part."""
    by_fold = {option.lower(): option for option in options}
    asked = word.lower()
    ends = [fold for fold in sorted(by_fold) if fold.rpartition(".")[2] == asked]
    near = (ends or get_close_matches(asked, by_fold, 1))[:1] or with_such_a_part(asked, by_fold)
    return f" Did you mean {' or '.join(repr(by_fold[one]) for one in near)}?" if near else ""


def _known(options: Collection[str]) -> str:
    """Some of what there is, for a word that is near to nothing."""
    named = sorted(options) if isinstance(options, AbstractSet) else list(options)
    more = f" and {len(named) - _SHOWN} more" if len(named) > _SHOWN else ""
    return f" There is {', '.join(named[:_SHOWN])}{more}." if named else ""
