"""`purposelint policy`: what the policy in force says."""

from __future__ import annotations

import sys
from collections.abc import Collection, Sequence
from pathlib import Path

import click

from purposelint.cli.choices import did_you_mean
from purposelint.cli.options import configuration_options
from purposelint.cli.policy_coverage import coverage
from purposelint.cli.screen import emit, look_of
from purposelint.report.policy_page import show_answers, show_policy


@click.group(short_help="Show what the policy in force says.")
def policy() -> None:
    """Ask the policy that the configuration names."""


policy.add_command(coverage)


@policy.command(short_help="Purposes, recipients, questions and the matrix of answers.")
@click.option(
    "--element", "elements", multiple=True, metavar="ELEMENT", help="Only this element; repeatable."
)
@click.option(
    "--purpose", "purposes", multiple=True, metavar="PURPOSE", help="Only this purpose; repeatable."
)
@click.option(
    "--recipient", "recipients", multiple=True, metavar="RECIPIENT", help="Only this recipient; repeatable."
)
@configuration_options
def show(
    elements: Sequence[str],
    purposes: Sequence[str],
    recipients: Sequence[str],
    config: Path | None,
    policy_name: str | None,
) -> None:
    """Show the policy; with --element or --purpose, each answer with its clause and the reason.

    The matrix answers for the service itself, or for each --recipient.
    """
    from purposelint import session  # noqa: PLC0415 - `--help` needs no analysis

    catalog, in_force = session.load(session.settings_for((Path(),), config, {"policy": policy_name}))
    everybody = tuple(dict.fromkeys(("self", *in_force.recipients, "unmapped")))
    asked = (
        _known(elements, tuple(catalog.elements), "--element"),
        _known(purposes, tuple(in_force.purposes), "--purpose"),
        _known(recipients, everybody, "--recipient"),
    )
    look = look_of(sys.stdout)
    if elements or purposes:
        whole = (tuple(sorted(in_force.named)), tuple(in_force.purposes), everybody)
        told = session.answers(in_force, *(some or every for some, every in zip(asked, whole, strict=True)))
        emit(show_answers(in_force, told, look))
        return
    named = tuple(sorted(in_force.named))
    told = session.answers(in_force, named, tuple(in_force.purposes), asked[2] or ("self",))
    emit(show_policy(in_force, told, look))


def _known(given: Sequence[str], options: Collection[str], option: str) -> tuple[str, ...]:
    for word in given:
        if word not in options:
            raise click.BadParameter(
                f"unknown: {word!r}.{did_you_mean(word, options)}", param_hint=f"'{option}'"
            )
    return tuple(given)
