"""`purposelint diff`: what a change newly does with personal data, and what it silences."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from purposelint.cli.exits import Exit
from purposelint.cli.options import NO_LINKS, cache_option, configuration_options, format_option, link_option
from purposelint.cli.paths import as_there, settings_of
from purposelint.cli.progress import ProgressBar
from purposelint.cli.screen import emit, is_terminal
from purposelint.domain.privacy_diff import PrivacyDiff
from purposelint.domain.settings import Settings
from purposelint.domain.verdict import SEVERITIES


@click.command(short_help="What a change newly does with personal data, and what it silences.")
@click.argument("base", default="HEAD")
@click.argument("head", default="")
@click.option(
    "--path",
    default=".",
    type=click.Path(exists=True, path_type=Path),
    help="Project to compare (default: that of the current folder).",
)
@click.option(
    "--merge-base", is_flag=True, help="Compare with the last commit that BASE and HEAD have in common."
)
@format_option("text", "markdown", "json")
@configuration_options
@click.option("--include-tests", is_flag=True, help="Look at tests and migrations too.")
@link_option
@cache_option
@click.option("--exit-zero", is_flag=True, help="New findings do not make the exit code 1.")
@click.pass_context
def diff(ctx: click.Context, /, base: str, head: str, path: Path, **options: Any) -> None:  # noqa: ANN401 - options are typed by click
    """Compare two revisions of a git repository.

    BASE is the last commit unless another is named, HEAD the work tree as it is.

    Told is what personal data newly goes where and for which purpose, what no longer does, and what the
    change declares, silences or leaves out. The work tree is not touched, and nothing is fetched. Exit code 1
    where a finding at or over `fail-on` is new.
    """
    from purposelint import comparing  # noqa: PLC0415 - `--help` needs no analysis

    overrides: dict[str, Any] = {"include_tests": True} if options["include_tests"] else {}
    overrides |= {"policy": options["policy_name"], "cache": not options["no_cache"]}
    settings = settings_of((path,), options["config"], overrides)
    there = as_there(settings, options["config"], overrides)
    with ProgressBar(shown=is_terminal(sys.stderr)) as progress:
        made = comparing.difference(
            comparing.of_project(settings), there, base, head, progress, since_fork=options["merge_base"]
        )
    if options["output_format"] == "markdown" and options["link_template"] != NO_LINKS:
        made = comparing.linked(made, settings.root, options["link_template"])
    emit(_told(made, options["output_format"]))
    ctx.exit(Exit.CLEAN if options["exit_zero"] and not _broke(made) else _exit(made, settings))


def _told(made: PrivacyDiff, output_format: str) -> str:
    from purposelint.report import privacy_diff as page  # noqa: PLC0415 - as above

    if output_format == "json":
        return page.privacy_diff_json(made)
    return page.privacy_diff_markdown(made) if output_format == "markdown" else page.privacy_diff_text(made)


def _exit(made: PrivacyDiff, settings: Settings) -> Exit:
    """A file that the change broke outweighs findings, as in a check."""
    if _broke(made) and not settings.configuration.allow_unparsed:
        return Exit.NOT_ANALYSED
    bar = SEVERITIES.index(settings.configuration.fail_on)
    failing = any(SEVERITIES.index(one.severity) <= bar for one in made.findings)
    return Exit.FINDINGS if failing else Exit.CLEAN


def _broke(made: PrivacyDiff) -> bool:
    """Whether the change has files that cannot be analysed, which could be before or were not there."""
    return bool(made.unread or made.unreadable)
