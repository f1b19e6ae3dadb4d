"""`purposelint policy export`: what the code handles, as Fides datasets and systems."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from purposelint.cli.exits import exit_of
from purposelint.cli.options import configuration_options
from purposelint.cli.paths import settings_of
from purposelint.cli.progress import ProgressBar
from purposelint.cli.screen import check_writable, emit, is_terminal, write_report
from purposelint.report.fides_export import fides_export


@click.command(short_help="What the code handles, as Fides datasets and systems in YAML.")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option(
    "--output", type=click.Path(path_type=Path), metavar="FILE", help="Write to a file instead of stdout."
)
@configuration_options
@click.pass_context
def export(
    ctx: click.Context,
    paths: tuple[Path, ...],
    output: Path | None,
    config: Path | None,
    policy_name: str | None,
) -> None:
    """Write what the code of PATHS (default: the current folder) handles as Fides YAML.

    A dataset has the models that the code stores and their fields with personal data, a system the
    declared purposes and who gets data. What neither policy nor code says is left out.
    """
    from purposelint import session  # noqa: PLC0415 - `--help` needs no analysis

    if output is not None:
        check_writable(output, "--output")
    settings = settings_of(paths, config, {"policy": policy_name})
    with ProgressBar(shown=is_terminal(sys.stderr)) as progress:
        made = session.run(settings, progress)
    least = settings.configuration.min_confidence
    text = fides_export(made.verdict, made.policy, made.catalog, least, whole=settings.covers_project)
    if output is None:
        emit(text)
    else:
        write_report(output, text, "--output")
    ctx.exit(exit_of(made.verdict, settings, exit_zero=True))
