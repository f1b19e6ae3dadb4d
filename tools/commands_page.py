"""The page of commands, from what the commands say of themselves."""

from __future__ import annotations

import re
from collections.abc import Iterator
from inspect import cleandoc

import click

from page_layout import page, table
from purposelint.cli.app import app

_LEAD = (
    "Every command with its options, as `purposelint COMMAND --help` tells them."
    " [Exit codes](../README.md#what-it-says) are the same for all."
)


def commands_page() -> str:
    """All commands in a table, then a section each."""
    every = list(_below(app, ""))
    rows = (
        (f"[`purposelint {name}`](#purposelint-{name.replace(' ', '-')})", _short(command))
        for name, command in every
        if " " not in name
    )
    return page("Commands", _LEAD, [table(("command", "does"), rows), *(_section(*one) for one in every)])


def _below(group: click.Group, prefix: str) -> Iterator[tuple[str, click.Command]]:
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert command is not None
        yield f"{prefix}{name}", command
        if isinstance(command, click.Group):
            yield from _below(command, f"{prefix}{name} ")


def _section(name: str, command: click.Command) -> str:
    level = "##" if " " not in name else "###"
    title = f"{level} purposelint {name}\n"
    usage = f"```text\n{' '.join(['purposelint', name, *_arguments(command)])}\n```\n"
    options = [one for one in command.params if isinstance(one, click.Option)]
    shown = [table(("option", "means"), map(_option, options))] if options else []
    return "\n".join([title, usage, _prose(command.help or ""), *shown])


def _arguments(command: click.Command) -> Iterator[str]:
    if isinstance(command, click.Group):
        yield "COMMAND"
        return
    if any(isinstance(one, click.Option) for one in command.params):
        yield "[OPTIONS]"
    for one in command.params:
        if isinstance(one, click.Argument):
            word = one.metavar or _values(one) or f"{one.name}".upper()
            many = f"{word}..." if one.nargs == -1 and not word.endswith("...") else word
            yield many if one.required or many.startswith("[") else f"[{many}]"


def _option(option: click.Option) -> tuple[str, str]:
    names = ", ".join([*option.opts, *option.secondary_opts])
    word = option.metavar or f"{option.name}".rpartition("_")[2].upper()
    given = "" if option.is_flag else f" {word}"
    values = ", ".join(f"`{value}`" for value in _values(option).split("|") if value)
    means = [option.help or "", f"One of {values}." if values else ""]
    means.append(f"Default: `{option.default}`." if option.show_default else "")
    return f"`{names}{given}`", " ".join(filter(None, means))


def _values(parameter: click.Parameter) -> str:
    kind = parameter.type
    return "|".join(map(str, kind.choices)) if isinstance(kind, click.Choice) else ""


def _prose(text: str) -> str:
    """What a command says; a paragraph that must keep its lines, as click's mark says, as text."""
    parts = re.split(r"\n\s*\n", cleandoc(text))
    made = (f"```text\n{part[2:]}\n```" if part.startswith("\b\n") else part for part in parts)
    return "\n\n".join(made) + "\n"


def _short(command: click.Command) -> str:
    return command.short_help or (command.help or "").partition("\n\n")[0]
