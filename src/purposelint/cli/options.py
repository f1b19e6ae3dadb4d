"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from purposelint.cli import completing

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
