"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from purposelint.cli import completing
from purposelint.domain.links import PLACEHOLDERS, mistake_in

F = TypeVar("F", bound=Callable[..., Any])

EXISTING_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


def format_option(*formats: str) -> Callable[[F], F]:
    """`--output-format`, or `--format`: what stdout gets, the first unless another is asked for."""
    return click.option(
        "--output-format",
        "--format",
        "output_format",
        type=click.Choice(formats),
        default=formats[0],
        show_default=True,
        help="What stdout gets.",
    )


def cache_option(command: F) -> F:
    """`--no-cache`: nothing is believed that was kept, and nothing is kept."""
    return click.option("--no-cache", is_flag=True, help="Read every file anew and keep nothing.")(command)


NO_LINKS = "none"
_EXAMPLE = "https://host/org/repo/blob/{commit}/{path}#L{line}"


def link_option(command: F) -> F:
    """`--link-template`: where the lines of a page for people lead."""
    return click.option(
        "--link-template",
        metavar="URL",
        default="",
        callback=_template,
        help=f"Where lines lead in HTML and Markdown: {_EXAMPLE}, or"
        f" {NO_LINKS}. Default: github.com, gitlab.com or bitbucket.org, where the remote origin is there.",
    )(command)


def _template(ctx: click.Context, parameter: click.Parameter, value: str) -> str:
    del ctx
    mistake = mistake_in(value) if value not in {"", NO_LINKS} else ""
    if not mistake:
        return value
    names = ", ".join(f"{{{name}}} ({what})" for name, what in PLACEHOLDERS.items())
    message = (
        f"{value!r} cannot be filled in: {mistake}. Placeholders are {names}; {{path}} has to be there, as in"
        f" {_EXAMPLE}. Write {NO_LINKS} for no links at all."
    )
    raise click.BadParameter(message, param=parameter)


def mending_options(command: F) -> F:
    """What commands that rewrite files take besides what they rewrite."""
    command = cache_option(configuration_options(command))
    return click.option("--dry-run", is_flag=True, help="Write nothing; print what would change as a diff.")(
        command
    )


def configuration_options(command: F) -> F:
    """`--config` and `--policy`: which configuration and which policy are in force."""
    command = click.option(
        "--policy",
        "policy_name",
        metavar="NAME|FILE",
        shell_complete=completing.policies,
        help="Policy to hold the code against, instead of the configured one: the name of one that ships, a"
        " TOML file, or package:NAME.",
    )(command)
    return click.option(
        "--config",
        type=EXISTING_FILE,
        metavar="FILE",
        help="Configuration to use, instead of the nearest purposelint.toml or pyproject.toml.",
    )(command)
