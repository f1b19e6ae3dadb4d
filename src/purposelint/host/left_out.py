"""Files that a configuration leaves out of a run: what nobody looked at because somebody said so."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import msgspec
from pathspec import GitIgnoreSpec

from purposelint.domain.settings import Settings
from purposelint.host.discovery import Discovery, discover


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Files by the pattern of `exclude`, in its order; those that `include` does not take in; and tests."""

    by_pattern: tuple[tuple[str, tuple[str, ...]], ...]
    not_included: tuple[str, ...]
    tests: tuple[str, ...]


def left_out(settings: Settings, found: Discovery) -> LeftOut:
    """What a run did not read of the paths asked for; the files of the run itself were `found`."""
    asked = settings.configuration
    with_all = _files(settings, exclude=())
    excluded = sorted(with_all.difference(found.files)) if asked.exclude else []
    with_rest = _files(settings, include=()) if asked.include else frozenset(found.files)
    with_tests = frozenset(found.files) if asked.include_tests else _files(settings, include_tests=True)
    return LeftOut(
        tuple((pattern, _meant(pattern, excluded)) for pattern in asked.exclude),
        tuple(sorted(with_rest.difference(found.files))),
        tuple(sorted(with_tests.difference(found.files))),
    )


def _files(settings: Settings, **changed: object) -> frozenset[str]:
    asked = msgspec.structs.replace(settings.configuration, **changed)
    return frozenset(discover(msgspec.structs.replace(settings, configuration=asked)).files)


def _meant(pattern: str, files: Sequence[str]) -> tuple[str, ...]:
    """Files that one pattern matches; of a `!` none, since it leaves nothing out."""
    return () if pattern.startswith("!") else tuple(GitIgnoreSpec.from_lines([pattern]).match_files(files))
