"""`purposelint completion`: the script that lets a shell complete commands, options and their values."""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class

from purposelint.cli.screen import emit

SHELLS = ("bash", "zsh", "fish")
_PROGRAM = "purposelint"
_VARIABLE = "_PURPOSELINT_COMPLETE"


@click.command(short_help="Print the script that lets a shell complete what is typed.")
@click.argument("shell", type=click.Choice(SHELLS))
@click.pass_context
def completion(ctx: click.Context, shell: str) -> None:
    """Print the completion script for SHELL, to be read when the shell starts.

    \b
    bash   purposelint completion bash > ~/.local/share/bash-completion/completions/purposelint
    zsh    purposelint completion zsh > a file _purposelint in a folder of $fpath
    fish   purposelint completion fish > ~/.config/fish/completions/purposelint.fish
    """  # noqa: D301 - click's mark for lines that stay as they are
    made = get_completion_class(shell)
    assert made is not None
    script = made(ctx.find_root().command, {}, _PROGRAM, _VARIABLE)
    template, words = script.source_template, script.source_vars()
    emit(f"{template % words}\n")
