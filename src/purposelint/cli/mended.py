"""Edits shown as a diff, or written and told."""

from __future__ import annotations

import sys

import click

from purposelint.cli.screen import emit, look_of
from purposelint.domain.mended import Mended
from purposelint.domain.settings import Settings
from purposelint.report.diffs import unified
from purposelint.report.mended import show_mended


def shown(settings: Settings, mended: Mended, noun: str, *, dry_run: bool) -> Mended:
    """Write the edits and say what was done; a dry run prints them instead, and its account to stderr."""
    from purposelint import session  # noqa: PLC0415 - `--help` needs no analysis

    if dry_run:
        emit(unified(mended.edits, look_of(sys.stdout)))
        click.echo(show_mended(mended, look_of(sys.stderr), noun=noun, dry=True), err=True, nl=False)
        return mended
    done = session.written(settings, mended)
    emit(show_mended(done, look_of(sys.stdout), noun=noun, dry=False))
    return done
