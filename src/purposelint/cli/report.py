"""`purposelint report`: what a privacy or security reviewer reads."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from purposelint.cli.exits import exit_of
from purposelint.cli.options import cache_option, configuration_options
from purposelint.cli.paths import settings_of
from purposelint.cli.progress import ProgressBar
from purposelint.cli.screen import check_writable, emit, is_terminal, write_report
from purposelint.report import render
from purposelint.report.processing_tables import RECORDS

_STDOUT = Path("-")
_PAGE = Path("privacy-report.html")


@click.command(short_help="A report for privacy and security reviewers, as one HTML file.")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option(
    "--output",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help=f"Where to write, - for stdout. Default: {_PAGE} here; stdout for a record.",
)
@click.option(
    "--record",
    type=click.Choice(list(RECORDS)),
    help="Only the record of processing activities (GDPR Art. 30), as a table.",
)
@click.option("--include-tests", is_flag=True, help="Read tests and migrations too.")
@cache_option
@configuration_options
@click.pass_context
def report(  # noqa: PLR0913, PLR0917 - one parameter an option
    ctx: click.Context,
    paths: tuple[Path, ...],
    output: Path | None,
    record: str | None,
    include_tests: bool,
    no_cache: bool,
    config: Path | None,
    policy_name: str | None,
) -> None:
    """Write what the code of PATHS (default: the current folder) does with personal data, for a reviewer.

    The page needs no network and holds every flow, declaration, suppression and blind spot. Findings do not
    make the exit code 1.
    """
    from purposelint import session  # noqa: PLC0415 - `--help` needs no analysis

    target = output or (_STDOUT if record else _PAGE)
    if target != _STDOUT:
        check_writable(target, "--output")
    overrides = {"policy": policy_name, "include_tests": include_tests or None, "cache": not no_cache}
    settings = settings_of(paths, config, overrides)
    with ProgressBar(shown=is_terminal(sys.stderr)) as progress:
        verdict = session.for_reviewers(settings, progress)
    text = RECORDS[record](verdict) if record else render("html", verdict)
    if target == _STDOUT:
        emit(text)
    else:
        write_report(target, text, "--output")
        click.echo(f"Wrote {target}.", err=True)
    ctx.exit(exit_of(verdict, settings, exit_zero=True))
