"""`purposelint policy coverage`: what the policy promises beside what the code does."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from purposelint.cli.exits import exit_of
from purposelint.cli.options import configuration_options, format_option
from purposelint.cli.paths import settings_of
from purposelint.cli.progress import ProgressBar
from purposelint.cli.screen import emit, is_terminal, look_of
from purposelint.report.promises_json import promises_json
from purposelint.report.promises_markdown import promises_markdown
from purposelint.report.promises_page import promises_page


@click.command(short_help="Flows that the policy does not promise, and promises that no code keeps.")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@format_option("full", "markdown", "json")
@configuration_options
@click.pass_context
def coverage(
    ctx: click.Context,
    paths: tuple[Path, ...],
    output_format: str,
    config: Path | None,
    policy_name: str | None,
) -> None:
    """Hold the policy beside the code of PATHS (default: the current folder), both ways.

    Told are flows and stored fields that the policy does not promise, permits that no declared use keeps
    (PUR502), and elements that only the policy or only the code knows. Findings do not make the exit code 1.
    """
    from purposelint import session  # noqa: PLC0415 - `--help` needs no analysis

    settings = settings_of(paths, config, {"policy": policy_name})
    with ProgressBar(shown=is_terminal(sys.stderr)) as progress:
        made = session.run(settings, progress)
    promises = session.promises(made)
    if output_format == "json":
        emit(promises_json(made.verdict, promises))
    elif output_format == "markdown":
        emit(promises_markdown(made.verdict, promises))
    else:
        emit(promises_page(made.verdict, promises, look_of(sys.stdout)))
    ctx.exit(exit_of(made.verdict, settings, exit_zero=True))
