"""The way out: what the terminal can show, writing to it, and files written whole or not at all."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import TextIO

import click

from purposelint.errors import InputError, InputMistake
from purposelint.report.escaping import visible
from purposelint.report.look import Look

_PIPE_WIDTH = 120
"""Cells of a line when nobody knows the reader's width: the same bytes on every machine."""


def look_of(stream: TextIO | None, *, verbose: bool = False, quiet: bool = False) -> Look:
    """How to write to a stream: plain on a pipe, in colours where the terminal has them."""
    if not is_terminal(stream):
        return Look(colour="", width=_PIPE_WIDTH, verbose=verbose, quiet=quiet)
    width = max(shutil.get_terminal_size((100, 24)).columns, 60)
    return Look(colour=_colours(), width=width, verbose=verbose, quiet=quiet)


def emit(text: str) -> None:
    """Write to stdout; a reader who has closed the pipe has seen enough, and that is no failure."""
    stream: TextIO | None = sys.stdout  # None when the caller closed it
    if stream is None:
        return
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure:
        reconfigure(errors="backslashreplace")
    try:
        stream.write(text)
        stream.flush()
    except BrokenPipeError:
        flush_nowhere(stream)
    except OSError as error:
        flush_nowhere(stream)
        message = f"cannot be written: {error.strerror or error}"
        raise InputError((InputMistake("standard output", "", message),)) from error


def warn(told: Iterable[str]) -> None:
    """Write to stderr what is no reason to stop."""
    for each in told:
        click.echo(f"warning: {visible(each)}", err=True)


def flush_nowhere(stream: TextIO) -> None:
    """Give the interpreter, which flushes once more at exit, somewhere to flush to."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def check_writable(path: Path, option: str) -> None:
    """Fail before the run, not after it, when a report cannot be written to `path`."""
    folder = path.parent
    if path.is_dir():
        raise InputError((InputMistake(option, "", f"{path} is a folder"),))
    if not folder.is_dir():
        raise InputError((InputMistake(option, "", f"the folder {folder} does not exist"),))
    special = path.exists() and not path.is_file()
    if not (special or os.access(folder, os.W_OK)) or (path.exists() and not os.access(path, os.W_OK)):
        raise InputError((InputMistake(option, "", f"{path} cannot be written"),))


def write_report(path: Path, text: str, option: str) -> None:
    """Write a report; InputError where the system refuses, for then it is the place that was wrong."""
    try:
        if path.exists() and not path.is_file():
            _write_into(path, text)  # a pipe or a device must stay what it is
        else:
            write_whole(path, text)
    except OSError as error:
        message = f"{path} cannot be written: {error.strerror or error}"
        raise InputError((InputMistake(option, "", message),)) from error


def _write_into(path: Path, text: str) -> None:
    with path.open("w", encoding="utf-8", errors="backslashreplace", newline="\n") as out:
        out.write(text)


def write_whole(path: Path, text: str) -> None:
    """Write beside the target, then rename: nobody ever reads half a report."""
    path = path.resolve()
    handle, beside = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", errors="backslashreplace", newline="\n") as out:
            out.write(text)
        Path(beside).chmod(path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~_umask())
        Path(beside).replace(path)
    except BaseException:
        Path(beside).unlink(missing_ok=True)
        raise


def _umask() -> int:
    mask = os.umask(0o022)
    os.umask(mask)
    return mask


def is_terminal(stream: TextIO | None) -> bool:
    """Whether somebody may be looking; not at a stream that is closed, which Python calls None."""
    try:
        return stream is not None and stream.isatty()
    except ValueError:  # a closed stream
        return False


def _colours() -> str:
    """The terminal's colour system, '' where there is none or the reader wants none."""
    if os.environ.get("NO_COLOR") or os.environ.get("TERM") in {"dumb", "unknown"}:
        return ""
    from rich.console import Console  # noqa: PLC0415 - pipes must not pay for rich

    return Console().color_system or ""
