"""`purposelint explain`: why a line is what it is, or what a code or an element means."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path

import click

from purposelint.cli import completing
from purposelint.cli.choices import did_you_mean
from purposelint.cli.options import configuration_options
from purposelint.cli.places import PLACE, check_line
from purposelint.cli.screen import emit, look_of
from purposelint.domain.settings import Settings
from purposelint.report.explained_line import explain_line
from purposelint.report.explanations import (
    elsewhere,
    explain_code,
    explain_element,
    others_of,
    words_of,
)
from purposelint.report.look import Look

_HINT = "'FILE:LINE'"
_CAN_BE_ASKED = (
    " Ask of a code (PUR101), an element (identity.email) or a group of elements (identity), a purpose, a"
    " recipient, a vendor, a library, or a line (app/views.py:12)."
)


@click.command(short_help="Say why a line is flagged or not, or what a code or element means.")
@click.argument("what", metavar="CODE|ELEMENT|FILE:LINE", shell_complete=completing.explained)
@configuration_options
@click.option("--verbose", "-v", is_flag=True, help="Every name, finding and step; all names of an element.")
def explain(what: str, config: Path | None, policy_name: str | None, *, verbose: bool) -> None:
    """Explain a code (PUR101), an element (identity.email) or a line (app/views.py:12).

    A file is looked for in the current folder, then below the project root. One that lies outside the
    current folder's project is explained in its own.
    """
    from purposelint import session  # noqa: PLC0415 - `--help` needs no analysis

    look = look_of(sys.stdout, verbose=verbose)
    code = next((one for one in session.CODES.values() if what.lower() in {one.code.lower(), one.name}), None)
    if code is not None:
        emit(explain_code(code, look))
        return
    overrides = {"policy": policy_name}
    place = PLACE.fullmatch(what)
    if place is None:
        emit(_element(what, session.settings_for((Path(),), config, overrides), look))
        return
    settings, path = _found(Path(place["path"]), config, overrides)
    line = int(place["line"])
    check_line(Path(place["path"]), settings.root / path, line)
    # The file is asked for by name: settings that leave it out must not make it inexplicable.
    wide = session.including(settings, path)
    emit(explain_line(session.explain(wide, path, line), look))


def _element(word: str, settings: Settings, look: Look) -> str:
    """What an element means under the policy in force; unknown words are told what they may have meant."""
    from purposelint import session  # noqa: PLC0415 - `--help` needs no analysis

    catalog, policy, _ = session.load_to_ask(settings)
    found = [
        one for one in catalog.elements.values() if word.lower() == one.id or word.lower() in one.aliases
    ]
    if not found:
        told = elsewhere(word, catalog, policy)
        if told:
            return told + "\n"
        if Path(word).is_file():
            raise click.BadParameter(f"{word} is a file: of which line, as in {word}:1?", param_hint=_HINT)
        names = [name for code in session.CODES.values() for name in (code.code, code.name)]
        known = [*names, *words_of(catalog), *others_of(catalog, policy)]
        hint = did_you_mean(word, known) or _CAN_BE_ASKED
        raise click.BadParameter(
            f"{word!r} is no code, no element and no FILE:LINE.{hint}", param_hint="'CODE|ELEMENT|FILE:LINE'"
        )
    return "\n".join(explain_element(one, policy, look) for one in found)


def _found(path: Path, config: Path | None, overrides: Mapping[str, object]) -> tuple[Settings, str]:
    """The project to explain a file in, and the file's path below its root, with forward slashes.

    It is the project that a check of the current folder would judge the file in, if there is one.
    """
    from purposelint import session  # noqa: PLC0415 - `--help` needs no analysis

    settings = session.settings_for((Path(),), config, overrides)
    file = next((each for each in (path, settings.root / path) if each.is_file()), None)
    if file is None:
        looked = dict.fromkeys((Path.cwd(), settings.root))
        raise click.BadParameter(
            f"there is no file {path}: looked for in {' and in '.join(map(str, looked))}.", param_hint=_HINT
        )
    whole = file.resolve()
    if not (whole.is_relative_to(settings.root) and (config or _is_project(settings))):
        own = session.settings_for((file,), config, overrides)
        if _is_project(own) or not whole.is_relative_to(settings.root):
            settings = own
    if not whole.is_relative_to(settings.root):
        raise click.BadParameter(f"{path} is outside the project {settings.root}.", param_hint=_HINT)
    return settings, whole.relative_to(settings.root).as_posix()


def _is_project(settings: Settings) -> bool:
    """Whether a root is more than just the folder where the search began."""
    return bool(settings.configuration_path) or (settings.root / ".git").exists()
