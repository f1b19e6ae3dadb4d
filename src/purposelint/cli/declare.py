"""`purposelint declare`: write declarations where findings wait for them."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import click

from purposelint.cli import completing
from purposelint.cli.choices import Words, codes_of
from purposelint.cli.exits import Exit
from purposelint.cli.mended import shown
from purposelint.cli.options import mending_options
from purposelint.cli.paths import settings_of
from purposelint.cli.places import places_of
from purposelint.cli.progress import ProgressBar
from purposelint.cli.screen import is_terminal
from purposelint.domain.settings import Settings


@click.command(short_help="Write declarations, or skeletons of them, where findings wait for one.")
@click.argument(
    "places", metavar="PATH|FILE:LINE...", nargs=-1, required=True, shell_complete=completing.files
)
@click.option(
    "--purpose",
    "purposes",
    multiple=True,
    metavar="WORD",
    shell_complete=completing.purposes,
    help="Purpose to declare at every place; repeatable. Without it a skeleton is written, to be filled in.",
)
@click.option("--because", metavar="WORDS", default="", help="Words to write behind `because`.")
@click.option(
    "--element",
    "elements",
    multiple=True,
    metavar="ELEMENT",
    shell_complete=completing.elements,
    help="Only these elements: identity.email.",
)
@click.option(
    "--code",
    "codes",
    multiple=True,
    metavar="CODES",
    shell_complete=completing.codes,
    help="Only findings with these codes.",
)
@mending_options
@click.pass_context
def declare(ctx: click.Context, /, places: tuple[str, ...], **options: Any) -> None:  # noqa: ANN401 - options are typed by click
    """Write a purpose to each statement or field of the PATHs that has personal data and no purpose.

    Only comments are added. What the policy does not permit is left, and told with the clause; so is
    what cannot be written without changing the program. Without --purpose a skeleton is written,
    `# purpose: identity.email for TODO`, which stays a finding until somebody fills it in; a later run
    with --purpose does that. `--code PUR403` adds to fields the purposes that their data is used for.

    Exit codes: 0 all was written, 1 something was left, 2 wrong input.
    """
    from purposelint import session  # noqa: PLC0415 - `--help` needs no analysis
    from purposelint.mending import WIDENABLE, Wish  # noqa: PLC0415 - as above

    _check_because(options["because"])
    codes = _codes(options)
    paths, lines = places_of(places)
    overrides = {"policy": options["policy_name"], "cache": not options["no_cache"]}
    settings = settings_of(paths, options["config"], overrides)
    wish = Wish(
        because=options["because"],
        codes=codes,
        lines=_lines_of(settings, lines),
        **_words(settings, options["purposes"], options["elements"]),
    )
    with ProgressBar(shown=is_terminal(sys.stderr)) as progress:
        mended = session.declared(settings, wish, progress)
    noun = "declaration" if wish.purposes or codes == (WIDENABLE,) else "skeleton"
    mended = shown(settings, mended, noun, dry_run=options["dry_run"])
    ctx.exit(Exit.FINDINGS if mended.left else Exit.CLEAN)


def _codes(options: Mapping[str, Any]) -> tuple[str, ...]:
    """The codes asked for; PUR403 alone, since its remedy changes what the field declares."""
    from purposelint import session  # noqa: PLC0415 - as above
    from purposelint.judge.proposals import DECLARABLE  # noqa: PLC0415 - as above
    from purposelint.mending import WIDENABLE  # noqa: PLC0415 - as above

    if not options["codes"]:
        return DECLARABLE
    codes = codes_of(
        options["codes"], {code: session.CODES[code] for code in (*DECLARABLE, WIDENABLE)}, "--code"
    )
    if WIDENABLE in codes and (len(codes) > 1 or options["purposes"] or options["because"]):
        message = f"{WIDENABLE} stands alone, without --purpose: its findings say what their field lacks."
        raise click.BadParameter(message, param_hint="'--code'")
    return codes


def _lines_of(settings: Settings, lines: Mapping[Path, set[int] | None]) -> dict[str, frozenset[int]]:
    """The lines asked for, by path from the project's root."""
    found: dict[str, frozenset[int]] = {}
    for path, asked in lines.items():
        if asked is not None:
            found[path.resolve().relative_to(settings.root).as_posix()] = frozenset(asked)
    return found


def _words(
    settings: Settings, purposes: Sequence[str], elements: Sequence[str]
) -> dict[str, tuple[str, ...]]:
    """Purposes and elements as they are called; whatever is unknown is told at once."""
    from purposelint import session  # noqa: PLC0415 - `--help` needs no analysis

    catalog, policy = session.load(settings)
    words = Words()
    asked = tuple(part.strip() for word in purposes for part in word.split(",") if part.strip())
    known = words.known(asked, policy.purposes, "--purpose")
    for name in known:
        if not policy.purposes[name].declarable:
            words.note(f"{name!r} is not a purpose that code can declare.", "--purpose")
    spelled = {alias: one.id for one in catalog.elements.values() for alias in (*one.aliases, one.id)}
    groups = {f"{one.group}.*" for one in catalog.elements.values()}
    meant = words.known(elements, {*spelled, *groups}, "--element")
    words.settle()
    return {
        "purposes": tuple(dict.fromkeys(known)),
        "elements": tuple(spelled.get(word, word) for word in meant),
    }


def _check_because(because: str) -> None:
    if not because.isprintable() or "#" in because:
        raise click.BadParameter("must be one line of words, without `#`.", param_hint="'--because'")
