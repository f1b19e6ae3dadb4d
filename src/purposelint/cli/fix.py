"""`purposelint fix`: correct comments where it is plain what they should say."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any, NoReturn

import click

from purposelint.cli import completing
from purposelint.cli.choices import Words, codes_of, did_you_mean
from purposelint.cli.exits import Exit
from purposelint.cli.mended import shown
from purposelint.cli.options import mending_options
from purposelint.cli.paths import settings_of
from purposelint.cli.progress import ProgressBar
from purposelint.cli.screen import is_terminal

_RENAME = "--rename-purpose"


@click.command(short_help="Correct words of declarations, and remove comments that nothing needs.")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option(
    "--code",
    "codes",
    multiple=True,
    metavar="CODES",
    shell_complete=completing.codes,
    help="Only PUR401, PUR404 or PUR406: what to correct.",
)
@click.option(
    "--rename-purpose",
    "renaming",
    nargs=2,
    metavar="OLD NEW",
    shell_complete=completing.purposes,
    help="Instead: give a purpose the name that the policy has for it now, in all declarations.",
)
@mending_options
@click.pass_context
def fix(ctx: click.Context, /, paths: tuple[Path, ...], **options: Any) -> None:  # noqa: ANN401 - options are typed by click
    """Correct comments in the PATHS (default: the current folder) where it is plain what they should say.

    An unknown word is replaced where one known word is clearly meant (PUR401); declarations and
    suppressions that nothing needs are removed (PUR404, PUR406). Suppressions that have expired are not:
    somebody must look at what they hid. Nothing but comments changes.

    With --rename-purpose declarations for OLD are made for NEW: comments, [[declare]] tables, and those
    that are code (`@purpose("OLD")`), where the text alone changes.

    Exit codes: 0 all was corrected, 1 something was left, 2 wrong input.
    """
    from purposelint import session  # noqa: PLC0415 - `--help` needs no analysis
    from purposelint.judge.corrections import CORRECTABLE  # noqa: PLC0415 - as above

    if options["renaming"]:
        _rename(ctx, paths, options)
    known = {code: session.CODES[code] for code in CORRECTABLE}
    codes = codes_of(options["codes"], known, "--code") if options["codes"] else CORRECTABLE
    overrides = {"policy": options["policy_name"], "cache": not options["no_cache"]}
    settings = settings_of(paths, options["config"], overrides)
    with ProgressBar(shown=is_terminal(sys.stderr)) as progress:
        mended = session.fixed(settings, codes, progress)
    mended = shown(settings, mended, "correction", dry_run=options["dry_run"])
    ctx.exit(Exit.FINDINGS if mended.left else Exit.CLEAN)


def _rename(ctx: click.Context, paths: tuple[Path, ...], options: dict[str, Any]) -> NoReturn:
    """Another name for a purpose; both are held against what the policy and the declarations have."""
    from purposelint import session  # noqa: PLC0415 - `--help` needs no analysis

    old, new = options["renaming"]
    if options["codes"]:
        raise click.UsageError(f"{_RENAME} stands alone, without --code.")
    settings = settings_of(
        paths, options["config"], {"policy": options["policy_name"], "cache": not options["no_cache"]}
    )
    _, policy, _ = session.load_to_ask(settings)
    words = Words()
    declarable = {name for name, one in policy.purposes.items() if one.declarable}
    words.known([new], declarable, _RENAME)
    if old == new:
        words.note(f"{old!r} is its name already.", _RENAME)
    words.settle()
    with ProgressBar(shown=is_terminal(sys.stderr)) as progress:
        made = session.renamed(settings, old, new, progress)
    if old not in made.named:
        hint = did_you_mean(old, sorted(made.named))
        raise click.BadParameter(f"no declaration there is for {old!r}.{hint}", param_hint=f"'{_RENAME}'")
    mended = shown(settings, made.mended, "line", dry_run=options["dry_run"])
    ctx.exit(Exit.FINDINGS if mended.left else Exit.CLEAN)
