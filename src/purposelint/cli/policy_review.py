"""`purposelint policy check` and `policy diff`: what a reviewer asks of a policy before it is in force."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from purposelint.cli.exits import Exit
from purposelint.cli.options import EXISTING_FILE, configuration_options, format_option
from purposelint.cli.screen import emit, look_of, warn
from purposelint.report.policy_answers import difference_json, review_json
from purposelint.report.policy_changes import show_difference
from purposelint.report.policy_review import show_review


@click.command(short_help="Every mistake and every gap of the policy, and its clauses beside their text.")
@click.option(
    "--source",
    type=EXISTING_FILE,
    metavar="FILE",
    help="The text that the policy was made from: its clauses are compared with the hashes in the policy.",
)
@click.option(
    "--print-hashes",
    is_flag=True,
    help="Only write the hashes of the clauses of --source, for the policy to state.",
)
@format_option("full", "json")
@configuration_options
@click.pass_context
def check(
    ctx: click.Context,
    source: Path | None,
    print_hashes: bool,
    output_format: str,
    config: Path | None,
    policy_name: str | None,
) -> None:
    """Look for what a policy lacks.

    That is: purposes that nothing is permitted for, elements it does not name, questions without a
    decision, decisions and declarations to be reviewed by now or dated in the future, recipients without
    vendors.

    Exit codes: 0 also with gaps, 1 when a clause is unlike the text, 2 when the policy has mistakes.
    """
    from purposelint import review, session  # noqa: PLC0415 - `--help` needs no analysis

    if print_hashes:
        if source is None:
            message = "--print-hashes needs the text: --source FILE."
            raise click.UsageError(message, ctx)
        emit(review.hashes(source))
        return
    reviewed = review.reviewed(session.settings_for((Path(),), config, {"policy": policy_name}), source)
    warn(reviewed.unknown)
    emit(review_json(reviewed) if output_format == "json" else show_review(reviewed, look_of(sys.stdout)))
    ctx.exit(Exit.FINDINGS if reviewed.unlike else Exit.CLEAN)


@click.command(short_help="What changed between two policies, for whom.")
@click.argument("old", metavar="OLD")
@click.argument("new", metavar="NEW")
@format_option("full", "json")
@click.option(
    "--config",
    type=EXISTING_FILE,
    metavar="FILE",
    help="Configuration to use, instead of the nearest purposelint.toml or pyproject.toml.",
)
def diff(old: str, new: str, output_format: str, config: Path | None) -> None:
    """Compare two policies, each a name of one that ships, a TOML file, or package:NAME.

    Every element, purpose, recipient and activity is asked of both. The exit code is 0 whatever changed.
    """
    from purposelint import review, session  # noqa: PLC0415 - `--help` needs no analysis

    difference = review.compared(session.settings_for((Path(),), config), old, new)
    if output_format == "json":
        emit(difference_json(difference))
    else:
        emit(show_difference(difference, look_of(sys.stdout)))
