"""`purposelint cache`: where things are kept between runs, how much that is, and an end of it."""

from __future__ import annotations

from pathlib import Path

import click

from purposelint.cli.screen import emit
from purposelint.errors import InputError, InputMistake
from purposelint.keeping import (
    BOUND,
    VARIABLE,
    Kept,
    Store,
    clear,
    inventory,
    is_stated,
    project_store,
    user_folder,
    why_none,
)
from purposelint.report.escaping import visible

_PATH = click.argument("path", default=".", type=click.Path(exists=True, path_type=Path))
_MEBI = 2**20


@click.group(short_help="Where things are kept between runs, how much that is, and an end of it.")
def cache() -> None:
    """Look after what runs keep for the next one.

    The project's folder has facts and flows of its code, the user's folder the rules as they were read and
    the key that the cache is sealed with.
    """


@cache.command(name="dir", short_help="Where it is kept.")
@_PATH
def directory(path: Path) -> None:
    """Say which folders are used for the project of PATH (default: the current folder)."""
    stores = _stores(_root_of(path))
    emit("".join(f"{name:<8} {visible(str(store.folder))}\n" for name, store in stores.items()))


@cache.command(short_help="What is kept, and how large it is.")
@_PATH
def info(path: Path) -> None:
    """Say what is kept for the project of PATH, kind by kind, and which key seals it."""
    root = _root_of(path)
    lines: list[str] = []
    for name, store in _stores(root).items():
        kept = inventory(store)
        files, size = sum(each.files for each in kept), sum(each.size for each in kept)
        lines += [
            f"{name:<8} {visible(str(store.folder))}",
            *(f"  {_row(each)}" for each in kept),
            f"  {_row(Kept(f'in all, of at most {BOUND // _MEBI} MiB', files, size))}",
        ]
    emit("\n".join([*lines, f"key      {visible(_key_of(root))}", ""]))


@cache.command(name="clear", short_help="Remove what is kept.")
@_PATH
@click.option(
    "--user",
    is_flag=True,
    help="Also what the user keeps for all projects: rules and the key, without which no cache is believed.",
)
def remove(path: Path, *, user: bool) -> None:
    """Remove what was kept for the project of PATH.

    Only files of purposelint's own are removed; others in the folder stay and are named. No link is
    followed.
    """
    for name, store in _stores(_root_of(path)).items():
        if name == "project" or user:
            emit(_cleared(name, store))


def _cleared(name: str, store: Store) -> str:
    try:
        gone, others = clear(store)
    except OSError as error:
        message = f"cannot be removed: {error.strerror or error}"
        raise InputError((InputMistake(str(error.filename or store.folder), "", message),)) from error
    left = "".join(f"  left, since it is not purposelint's: {visible(str(other))}\n" for other in others)
    return f"{name:<8} {visible(str(store.folder))}: {_files(gone)} removed\n{left}"


def _root_of(path: Path) -> Path:
    from purposelint import session  # noqa: PLC0415 - `--help` needs no analysis

    return session.settings_for((path,)).root


def _stores(root: Path) -> dict[str, Store]:
    """The folders that are in use, by whose they are."""
    folder = user_folder()
    stores = {"project": project_store(root)}
    return {**stores, "user": Store(folder, root, in_project=False)} if folder is not None else stores


def _key_of(root: Path) -> str:
    if is_stated():
        return f"stated in {VARIABLE}"
    reason = why_none(root)
    return f"none, so nothing is kept: {reason}; see {VARIABLE}" if reason else "the user's own"


def _row(kept: Kept) -> str:
    return f"{kept.kind:<46} {_files(kept.files):>9} {kept.size / _MEBI:>8.1f} MiB"


def _files(number: int) -> str:
    return f"{number} file" if number == 1 else f"{number} files"
