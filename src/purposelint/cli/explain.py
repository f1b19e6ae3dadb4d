"""`purposelint explain`: why a line is what it is, or what a code or an element means."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import click

from purposelint.cli.choices import did_you_mean
from purposelint.cli.options import configuration_options
from purposelint.cli.screen import emit, look_of
from purposelint.domain.settings import Settings
from purposelint.report.explanations import explain_code, explain_element, explain_line, words_of

_PLACE = re.compile(r"(?P<path>.+?):(?P<line>[0-9]+)(:[0-9]+)?")


@click.command(short_help="Say why a line is flagged or not, or what a code or element means.")
@click.argument("what", metavar="CODE|ELEMENT|FILE:LINE")
@configuration_options
def explain(what: str, config: Path | None, policy_name: str | None) -> None:
    """Explain a code (PUR101), an element (identity.email) or a line (app/views.py:12).

    A file is looked for in the current folder, then below the project root.
    """
    from purposelint import session  # noqa: PLC0415 - `--help` needs no analysis

    look = look_of(sys.stdout)
    code = next((one for one in session.CODES.values() if what.lower() in {one.code.lower(), one.name}), None)
    if code is not None:
        emit(explain_code(code, look))
        return
    overrides = {"policy": policy_name}
    place = _PLACE.fullmatch(what)
    if place is None:
        emit(_element(what, session.settings_for((Path(),), config, overrides)))
        return
    settings = session.settings_for((Path(),), config, overrides)
    path = _relative(Path(place["path"]), settings)
    line = int(place["line"])
    # The file is asked for by name: settings that leave it out must not make it inexplicable.
    wide = session.including(settings, path)
    emit(explain_line(session.explain(wide, path, line), look))


def _element(word: str, settings: Settings) -> str:
    """What an element means under the policy in force; unknown words are told what they may have meant."""
    from purposelint import session  # noqa: PLC0415 - `--help` needs no analysis

    catalog, policy = session.load(settings)
    found = [
        one for one in catalog.elements.values() if word.lower() == one.id or word.lower() in one.aliases
    ]
    if not found:
        names = [name for code in session.CODES.values() for name in (code.code, code.name)]
        hint = did_you_mean(word, [*names, *words_of(catalog)])
        raise click.BadParameter(
            f"{word!r} is no code, no element and no FILE:LINE.{hint}", param_hint="'CODE|ELEMENT|FILE:LINE'"
        )
    return "\n".join(explain_element(one, policy, look_of(sys.stdout)) for one in found)


def _relative(path: Path, settings: Settings) -> str:
    """A file's path below the project root, with forward slashes."""
    for candidate in (path, settings.root / path):
        if candidate.is_file():
            whole = candidate.resolve()
            if not whole.is_relative_to(settings.root):
                raise click.BadParameter(
                    f"{path} is outside the project {settings.root}.", param_hint="'FILE:LINE'"
                )
            return whole.relative_to(settings.root).as_posix()
    raise click.BadParameter(f"there is no file {path}.", param_hint="'FILE:LINE'")
