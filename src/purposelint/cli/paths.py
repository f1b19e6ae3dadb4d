"""Settings of commands that read the code of some paths."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from purposelint.domain.settings import Settings
from purposelint.errors import InputError, InputMistake

_EMPTY = "purposelint.toml"


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


def as_there(
    settings: Settings, config: Path | None, overrides: Mapping[str, object]
) -> Callable[[Path], Settings]:
    """Settings of a run over another revision, in whichever folder that lies, asked for as this one was.

    A configuration that was named is that revision's own, where it has one; a policy file that was named is
    the same for both. A revision in which the project has no configuration gets an empty one written into
    the folder, which is a copy: paths and fingerprints count from the same root then.
    """
    from purposelint import session  # noqa: PLC0415 - `--help` needs no analysis

    named = overrides.get("policy")
    if isinstance(named, str) and Path(named).is_file():
        overrides = {**overrides, "policy": str(Path(named).resolve())}

    def made(folder: Path) -> Settings:
        file = folder / config.resolve().relative_to(settings.root) if config is not None else None
        found = session.settings_for((folder,), file if file and file.is_file() else None, overrides)
        if found.root == folder:
            return found
        (folder / _EMPTY).touch()
        return session.settings_for((folder,), folder / _EMPTY, overrides)

    return made
