"""Settings of commands that read the code of some paths."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from purposelint.domain.settings import Settings
from purposelint.errors import InputError, InputMistake


def settings_of(paths: Sequence[Path], config: Path | None, overrides: Mapping[str, object]) -> Settings:
    """Settings of a run over paths; InputError for one outside the project that `--config` names.

    A configuration asked for by name makes its folder the root: nothing outside can be judged by it.
    """
    from purposelint import session  # noqa: PLC0415 - `--help` needs no analysis

    settings = session.settings_for(paths, config, overrides)
    outside = [path for path in settings.paths if not path.is_relative_to(settings.root)]
    if outside:
        told = f"lies outside {settings.root}, the project that `--config` names"
        raise InputError(tuple(InputMistake(path.as_posix(), "", told) for path in outside))
    return settings
