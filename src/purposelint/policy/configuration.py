"""The configuration file and the command line as `Settings`: found, checked, joined."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from purposelint.domain.settings import Configuration, Placed, Settings
from purposelint.errors import InputError, InputMistake
from purposelint.policy.declarations import declare_mistakes, is_pattern, read_side_files
from purposelint.policy.documents import Document, meant, read
from purposelint.policy.hosts import host_mistake
from purposelint.policy.limits import limit_mistakes
from purposelint.policy.names import given_here
from purposelint.policy.schema import conform

FILES = ("purposelint.toml", ".purposelint.toml")
PROJECT = "pyproject.toml"
_TABLE = ("tool", "purposelint")
_RUN_KEYS = {"workers": int, "cache": bool, "baseline": bool, "force_exclude": bool}
COMMAND_LINE = "command line"


def settings_for(
    paths: Sequence[str | Path],
    config: Path | None = None,
    overrides: Mapping[str, object] | None = None,
    codes: Collection[str] = (),
) -> Settings:
    """Settings of a run over `paths` (none: the current folder); InputError with every mistake.

    Without `config` the nearest file is taken on the way up from the paths' common folder to the
    root of version control. `overrides` are the command line's: fields of `Configuration` by their
    Python names, `workers`, `cache` and `baseline`; None means not given. With `codes`, what is selected or
    ignored must begin one of them.
    """
    search = _Search([Path(path) for path in paths] or [Path()])
    search.run(config)
    stated, run = _command_line({} if overrides is None else overrides, search)
    configuration, mistakes = _configuration(search.document, stated, codes)
    mistakes = [*search.mistakes, *mistakes]
    declared, wrong = _side_files(configuration, search)
    mistakes += wrong
    if mistakes or configuration is None:
        raise InputError(tuple(mistakes))
    file, lines = _whereabouts(search.document, len(configuration.declare))
    return Settings(
        search.root, tuple(search.paths), configuration, file, lines, side_declarations=declared, **run
    )


def _side_files(
    configuration: Configuration | None, search: _Search
) -> tuple[tuple[Placed, ...], list[InputMistake]]:
    """Declarations in files of their own, if the configuration says which these are."""
    if configuration is None:
        return (), []
    return read_side_files(configuration, search.document, search.root)


def _whereabouts(document: Document | None, tables: int) -> tuple[str, tuple[int, ...]]:
    """The configuration file's path from the root, where it lies, and the lines of its declarations."""
    if document is None or document.place is None:
        return "", ()
    lines = (document.line(("declare", index)) for index in range(tables))
    return document.place.name, tuple(max(line, 1) for line in lines)


def configuration_document(settings: Settings) -> Document | None:
    """The configuration file of a run again, to say where in it something stands."""
    if not settings.configuration_path:
        return None
    found = _document(settings.root / settings.configuration_path, settings.configuration_path)
    return found if isinstance(found, Document) else None


@dataclass
class _Search:
    """Where a run takes place: absolute paths, the project root, the configuration file if any."""

    given: list[Path]
    paths: list[Path] = field(default_factory=list)
    root: Path = field(default_factory=Path)
    document: Document | None = None
    mistakes: list[InputMistake] = field(default_factory=list)

    def run(self, config: Path | None) -> None:
        for path in self.given:
            self.paths.append(path.resolve())
            if not self.paths[-1].exists():
                self._say(path.as_posix(), "there is no such file or folder")
        start = _common_folder(self.paths)
        self.root = next((each for each in _upwards(start) if (each / ".git").exists()), start)
        if config is not None:
            self._take(config.resolve(), config.as_posix(), asked=True)
            return
        for folder in _upwards(start):
            if any(self._take(folder / name, name) for name in (*FILES, PROJECT)):
                return
            if (folder / ".git").exists():
                return

    def _take(self, place: Path, label: str, *, asked: bool = False) -> bool:
        """Whether this file settles the search, by its configuration or by being unreadable."""
        if not asked and not place.is_file():
            return self._misses(place, label)
        if not asked and place.name == PROJECT and b"purposelint" not in _bytes(place):
            return False
        found = _document(place, label)
        if found is None:
            if asked:
                self._say(label, "has no table [tool.purposelint]")
            return asked
        self.root = place.parent
        if isinstance(found, InputMistake):
            self.mistakes.append(found)
        else:
            self.document = found
        return True

    def _misses(self, place: Path, label: str) -> bool:
        """Whether a name of ours is there without being a file, as a link to nothing: never passed by."""
        if place.name == PROJECT or not os.path.lexists(place):
            return False
        self._say(label, "is not a file")
        return True

    def _say(self, path: str, message: str) -> None:
        self.mistakes.append(InputMistake(path, "", message))


def _document(place: Path, label: str) -> Document | InputMistake | None:
    """A configuration file's own tables; None for a pyproject.toml that has none for us."""
    found = read(place, label)
    if not isinstance(found, Document) or place.name != PROJECT:
        return found
    table: Any = found.data
    for key in _TABLE:
        table = table.get(key) if isinstance(table, Mapping) else None
    if table is None:
        return None
    if not isinstance(table, Mapping):
        return found.mistake(_TABLE, "must be a table")
    return Document(found.label, found.text, table, place, _TABLE)


def _bytes(place: Path) -> bytes:
    try:
        return place.read_bytes()
    except OSError:
        return b""


def _common_folder(paths: Sequence[Path]) -> Path:
    folders = {str(path if path.is_dir() else path.parent) for path in paths}
    try:
        return Path(os.path.commonpath(folders))
    except ValueError:  # paths on different drives
        return Path(min(folders))


def _upwards(folder: Path) -> Iterator[Path]:
    yield folder
    yield from folder.parents


def _command_line(overrides: Mapping[str, object], search: _Search) -> tuple[dict[str, Any], dict[str, Any]]:
    """What the command line states for the configuration, by the file's keys, and for the run alone.

    What it states of a table replaces single keys of it.
    """
    stated: dict[str, Any] = {}
    run: dict[str, Any] = {}
    for name, value in overrides.items():
        if value is None:
            continue
        wanted = _RUN_KEYS.get(name)
        if wanted is None:
            stated[name.replace("_", "-")] = value
        elif isinstance(value, wanted):
            run[name] = value
        else:
            message = f"must be of type {wanted.__name__}"
            search.mistakes.append(InputMistake(COMMAND_LINE, name, message))
    policy = stated.get("policy")
    if isinstance(policy, str):
        # Reports tell the settings: said from the root, they are the same on every machine.
        stated["policy"] = given_here(search.root, policy)
    return stated, run


def _configuration(
    document: Document | None, stated: Mapping[str, Any], codes: Collection[str]
) -> tuple[Configuration | None, list[InputMistake]]:
    mistakes: list[InputMistake] = []
    line = Document(COMMAND_LINE, "", stated)
    for source in (document, line):
        if source is not None:
            configuration, wrong = conform(source, source.data, Configuration)
            mistakes += wrong
            if configuration is not None:
                mistakes += _unknown_codes(source, configuration, codes)
                mistakes += _unusable_patterns(source, configuration)
                mistakes += _unusable_hosts(source, configuration)
                mistakes += declare_mistakes(source, configuration.declare)
                mistakes += limit_mistakes(source)
    if mistakes:
        return None, mistakes
    whole = {**(document.data if document else {}), **stated}
    if document is not None and "limits" in stated:
        whole["limits"] = {**document.data.get("limits", {}), **stated["limits"]}
    return conform(line, whole, Configuration)


def _unknown_codes(
    source: Document, configuration: Configuration, codes: Collection[str]
) -> Iterator[InputMistake]:
    if not codes:
        return
    for key in ("select", "ignore"):
        for index, word in enumerate(getattr(configuration, key)):
            if word and not any(code.startswith(word) for code in codes):
                hint = meant(word.upper(), codes)
                yield source.mistake((key, index), f'"{word}" begins no code{hint}')


def _unusable_patterns(source: Document, configuration: Configuration) -> Iterator[InputMistake]:
    """Patterns that gitignore's language does not have, such as a bare `!`."""
    for key in ("include", "exclude"):
        for index, word in enumerate(getattr(configuration, key)):
            if not is_pattern(word):
                yield source.mistake((key, index), f'"{word}" is not a pattern as in .gitignore')


def _unusable_hosts(source: Document, configuration: Configuration) -> Iterator[InputMistake]:
    for index, word in enumerate(configuration.own_hosts):
        message = host_mistake(word) if word else ""
        if message:
            yield source.mistake(("own-hosts", index), message)
