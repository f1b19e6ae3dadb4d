"""The command `purposelint` and its table of subcommands, each loaded when it is asked for."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from difflib import get_close_matches
from functools import partial
from importlib import import_module
from typing import Any, NoReturn, cast

import click

from purposelint._version import __version__
from purposelint.cli.exits import guarded

COMMANDS = {
    "baseline": "purposelint.cli.baseline:baseline",
    "cache": "purposelint.cli.cache:cache",
    "check": "purposelint.cli.check:check",
    "completion": "purposelint.cli.completion:completion",
    "declare": "purposelint.cli.declare:declare",
    "diff": "purposelint.cli.diff:diff",
    "explain": "purposelint.cli.explain:explain",
    "fix": "purposelint.cli.fix:fix",
    "init": "purposelint.cli.init:init",
    "policy": "purposelint.cli.policy:policy",
    "report": "purposelint.cli.report:report",
    "rules": "purposelint.cli.rules:rules",
}


class App(click.Group):
    """A group whose commands are imported on use and whose exit codes are ours, not click's."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Names of all subcommands, sorted."""
        del ctx
        return sorted(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import the subcommand of that name."""
        del ctx
        if cmd_name not in COMMANDS:
            return None
        module, _, name = COMMANDS[cmd_name].partition(":")
        return cast("click.Command", getattr(import_module(module), name))

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the subcommand; an unknown name is told what it may have meant."""
        is_wrong = args and args[0] not in COMMANDS and not args[0].startswith("-")
        if is_wrong and not ctx.resilient_parsing:  # a shell that completes must hear nothing
            near = get_close_matches(args[0], COMMANDS, 1)
            hint = f" Did you mean '{near[0]}'?" if near else ""
            raise click.UsageError(f"No such command '{args[0]}'.{hint}", ctx)
        return super().resolve_command(ctx, args)

    def main(self, args: Sequence[str] | None = None, *rest: Any, **extra: Any) -> NoReturn:  # noqa: ANN401 - click's own signature
        """Run and exit with one of `Exit`."""
        extra["standalone_mode"] = False
        given = list(sys.argv[1:] if args is None else args)
        sys.exit(guarded(partial(super().main, args, *rest, **extra), given))


@click.group(cls=App, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, "--version", message="purposelint %(version)s")
def app() -> None:
    """Hold the personal data flows of Python services against a privacy policy.

    Exit codes: 0 clean, 1 findings at or over --fail-on, 2 wrong input, 3 some file or function
    was not analysed, 4 a fault of purposelint itself.
    """
