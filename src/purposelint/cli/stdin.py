"""A file whose text comes from stdin: what an editor has open, judged where it lies in its project."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import click
import msgspec

from purposelint.cli.paths import settings_of
from purposelint.domain.facts import SourceFile
from purposelint.domain.settings import Settings

STDIN = Path("-")
_OPTION = "'--stdin-filename'"


def check_usage(paths: Sequence[Path], options: Mapping[str, Any]) -> None:
    """Refuse what does not go together."""
    filename: Path | None = options["stdin_filename"]
    if STDIN not in paths:
        if filename is not None:
            raise click.UsageError("--stdin-filename says what `-` is called: check - --stdin-filename PATH.")
        return
    if len(paths) > 1:
        raise click.UsageError("`-` is a file of its own: no other path can stand beside it.")
    if options["diff_base"]:
        raise click.UsageError("--diff compares revisions of the whole project, not of `-`.")
    if filename is None:
        message = "is needed with `-`: it says which file of which project the text is."
        raise click.BadParameter(message, param_hint=_OPTION)
    above = _there(filename.absolute().parent)
    if not above.is_dir():
        raise click.BadParameter(f"{above} is no folder.", param_hint=_OPTION)
    if filename.is_dir():
        raise click.BadParameter(f"{filename} is a folder.", param_hint=_OPTION)


def settings_of_stdin(filename: Path, config: Path | None, overrides: Mapping[str, object]) -> Settings:
    """Settings of a run over the text on stdin in the place of a file; nor need its folder be there yet."""
    file = Path(os.path.realpath(filename))
    settings = settings_of((_there(file.parent),), config, overrides)
    text = SourceFile(file.relative_to(settings.root).as_posix(), _read())
    return msgspec.structs.replace(settings, paths=(file,), unsaved=(text,))


def _there(folder: Path) -> Path:
    """The folder, or the nearest around it that is there."""
    return next(each for each in (folder, *folder.parents) if os.path.lexists(each) or each == each.parent)


def _read() -> bytes:
    stream = sys.stdin
    return stream.buffer.read() if stream is not None else b""
