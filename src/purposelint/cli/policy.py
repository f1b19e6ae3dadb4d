"""`purposelint policy`: what the policy in force says."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import click

from purposelint.cli import completing
from purposelint.cli.choices import Words
from purposelint.cli.options import configuration_options, format_option
from purposelint.cli.policy_ask import ask
from purposelint.cli.policy_coverage import coverage
from purposelint.cli.policy_export import export
from purposelint.cli.policy_review import check, diff
from purposelint.cli.screen import emit, look_of, warn
from purposelint.report.policy_answers import answers_json
from purposelint.report.policy_markdown import answers_page, policy_page
from purposelint.report.policy_page import show_answers, show_policy


@click.group(short_help="Show, ask, check and compare policies.")
def policy() -> None:
    """Ask the policy that the configuration names."""


policy.add_command(ask)
policy.add_command(check)
policy.add_command(coverage)
policy.add_command(diff)
policy.add_command(export)


@policy.command(short_help="Purposes, recipients, questions and the matrix of answers.")
@click.option(
    "--element",
    "elements",
    multiple=True,
    metavar="ELEMENT",
    shell_complete=completing.elements,
    help="Only this element; repeatable.",
)
@click.option(
    "--purpose",
    "purposes",
    multiple=True,
    metavar="PURPOSE",
    shell_complete=completing.purposes,
    help="Only this purpose; repeatable.",
)
@click.option(
    "--recipient", "recipients", multiple=True, metavar="RECIPIENT", help="Only this recipient; repeatable."
)
@format_option("full", "markdown", "json")
@configuration_options
def show(
    elements: Sequence[str],
    purposes: Sequence[str],
    recipients: Sequence[str],
    output_format: str,
    config: Path | None,
    policy_name: str | None,
) -> None:
    """Show the policy; with --element or --purpose, each answer with its clause and the reason.

    The matrix answers for the service itself, or for each --recipient. JSON has every answer.
    """
    from purposelint import session  # noqa: PLC0415 - `--help` needs no analysis

    settings = session.settings_for((Path(),), config, {"policy": policy_name})
    catalog, in_force, unknown = session.load_to_ask(settings)
    warn(map(str, unknown))
    everybody = tuple(dict.fromkeys(("self", *in_force.recipients, "unmapped")))
    words = Words()
    asked = (
        words.known(elements, tuple(catalog.elements), "--element"),
        words.known(purposes, tuple(in_force.purposes), "--purpose"),
        words.known(recipients, everybody, "--recipient"),
    )
    words.settle()
    look = look_of(sys.stdout)
    every = (tuple(sorted(in_force.named)), tuple(in_force.purposes), everybody)
    if elements or purposes or output_format == "json":
        told = session.answers(in_force, *(some or whole for some, whole in zip(asked, every, strict=True)))
        texts = {"json": answers_json, "markdown": answers_page}
        tell = texts.get(output_format)
        emit(tell(in_force, told) if tell else show_answers(in_force, told, look))
        return
    told = session.answers(in_force, every[0], every[1], asked[2] or ("self",))
    emit(policy_page(in_force, told) if output_format == "markdown" else show_policy(in_force, told, look))
