"""Exit codes, and which failure becomes which."""

from __future__ import annotations

import os
import signal
import sys
import threading
import traceback
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from enum import IntEnum
from types import FrameType

import click

from purposelint._version import __version__
from purposelint.cli.screen import flush_nowhere
from purposelint.domain.settings import Settings
from purposelint.domain.verdict import SEVERITIES, Verdict
from purposelint.errors import InputError, raised_at
from purposelint.keeping import hearing, told
from purposelint.report.escaping import shorten, visible

NOTHING_ANALYSED = "PUR902"


class Exit(IntEnum):
    """What the caller is told."""

    CLEAN = 0
    FINDINGS = 1
    INPUT = 2
    NOT_ANALYSED = 3
    BUG = 4
    INTERRUPTED = 130
    TERMINATED = 143


class Terminated(BaseException):
    """Somebody asked the process to end: what is half done is undone on the way out."""


def exit_of(verdict: Verdict, settings: Settings, *, exit_zero: bool = False) -> Exit:
    """Exit code of a run; files and functions left out outweigh findings, since it can't be trusted whole."""
    if any(one.code == NOTHING_ANALYSED for one in verdict.problems):
        return Exit.NOT_ANALYSED
    if (verdict.problems or verdict.faults) and not settings.configuration.allow_unparsed:
        return Exit.NOT_ANALYSED
    bar = SEVERITIES.index(settings.configuration.fail_on)
    failing = any(one.status == "open" and SEVERITIES.index(one.severity) <= bar for one in verdict.findings)
    return Exit.FINDINGS if failing and not exit_zero else Exit.CLEAN


def guarded(action: Callable[[], object], arguments: Sequence[str]) -> int:
    """Run a command and turn every way it can end into an exit code, said in words on stderr."""
    with hearing() as notices:
        code = _ended(action, arguments)
    if notices:
        with _unheard():
            click.echo(f"purposelint: {visible(told(notices))}", err=True)
    return code


def _ended(action: Callable[[], object], arguments: Sequence[str]) -> int:
    try:
        with _terminable():
            code = action()
    except click.ClickException as error:
        with _unheard():
            error.show()
        return Exit.INPUT
    except (click.Abort, KeyboardInterrupt):
        return Exit.INTERRUPTED
    except Terminated:
        return Exit.TERMINATED
    except InputError as error:
        with _unheard():
            for mistake in error.mistakes:
                click.echo(f"error: {visible(str(mistake))}", err=True)
        return Exit.INPUT
    except Exception as error:  # noqa: BLE001 - the one place where our own faults end
        with _unheard():
            _confess(error, arguments)
        return Exit.BUG
    return code if isinstance(code, int) else Exit.CLEAN


@contextmanager
def _terminable() -> Iterator[None]:
    """Raise Terminated where SIGTERM arrives, unless whoever called has a way of their own with it."""
    own = threading.current_thread() is threading.main_thread()
    if not own or signal.getsignal(signal.SIGTERM) is not signal.SIG_DFL:
        yield
        return
    signal.signal(signal.SIGTERM, _terminate)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, signal.SIG_DFL)


def _terminate(number: int, frame: FrameType | None) -> None:
    del number, frame
    raise Terminated


@contextmanager
def _unheard() -> Iterator[None]:
    """Words that nobody can be told, as when stderr is closed or full, must not change the exit code."""
    try:
        yield
        if sys.stderr is not None:
            sys.stderr.flush()
    except OSError:
        flush_nowhere(sys.stderr)


def _confess(error: Exception, arguments: Sequence[str]) -> None:
    """Say that it is our fault, where, and how to report it."""
    at = raised_at(error)
    where = f" at {at}" if at else ""
    told = shorten(visible(str(error)), 300)
    click.echo(f"purposelint: internal error: {type(error).__name__}{where}: {told}", err=True)
    click.echo(
        f"This is a fault of purposelint {__version__}, not of your code. Please report it to its maintainers"
        " with this message and, if you may share it, the file that causes it.",
        err=True,
    )
    if {"--verbose", "-v"} & set(arguments) or os.environ.get("PURPOSELINT_TRACEBACK"):
        traceback.print_exception(error, file=sys.stderr)
    else:
        click.echo("PURPOSELINT_TRACEBACK=1 or --verbose shows the traceback.", err=True)
