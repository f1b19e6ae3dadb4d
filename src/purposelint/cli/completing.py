"""What the shell is told of values: codes, formats, policies, and the words of the policy in force.

A shell asks while somebody types, so a mistake in a configuration completes nothing and is told by the run.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import click
from click.shell_completion import CompletionItem

from purposelint.errors import InputError

Items = list[CompletionItem]


def codes(ctx: click.Context, param: click.Parameter, incomplete: str) -> Items:
    """Codes, the last of several behind commas, each with its name."""
    del ctx, param
    from purposelint.judge.codes import CODES  # noqa: PLC0415 - only who asks for it pays

    before, comma, last = incomplete.rpartition(",")
    return [
        CompletionItem(f"{before}{comma}{code.code}", help=code.name)
        for code in CODES.values()
        if code.code.startswith(last.upper())
    ]


def policies(ctx: click.Context, param: click.Parameter, incomplete: str) -> Items:
    """Policies that ship, else files."""
    del ctx, param
    from purposelint.policy.locations import shipped_policies  # noqa: PLC0415 - as above

    return _matching(dict.fromkeys(shipped_policies(), ""), incomplete) or [_file(incomplete)]


def beginnings(ctx: click.Context, param: click.Parameter, incomplete: str) -> Items:
    """Policies to begin with."""
    new = _matching({"new": "one to fill in"}, incomplete)
    return [*new, *policies(ctx, param, incomplete)] if new else policies(ctx, param, incomplete)


def outputs(ctx: click.Context, param: click.Parameter, incomplete: str) -> Items:
    """Formats with the sign that a path follows."""
    del ctx, param
    from purposelint.report import FORMATS  # noqa: PLC0415 - as above

    return _matching({f"{name}=": "" for name in FORMATS}, incomplete)


def purposes(ctx: click.Context, param: click.Parameter, incomplete: str) -> Items:
    """Purposes of the policy in force."""
    del param
    return _matching(_words(ctx)[0], incomplete)


def elements(ctx: click.Context, param: click.Parameter, incomplete: str) -> Items:
    """Elements of the rules in force."""
    del param
    return _matching(_words(ctx)[1], incomplete)


def explained(ctx: click.Context, param: click.Parameter, incomplete: str) -> Items:
    """What can be explained: codes and elements, else files."""
    found = [*(codes(ctx, param, incomplete) if incomplete else ()), *elements(ctx, param, incomplete)]
    return found or [_file(incomplete)]


def files(ctx: click.Context, param: click.Parameter, incomplete: str) -> Items:
    """Files and folders."""
    del ctx, param
    return [_file(incomplete)]


def _words(ctx: click.Context) -> tuple[dict[str, str], dict[str, str]]:
    """Purposes and elements, each with its title, of what the words typed so far put in force."""
    from purposelint import session  # noqa: PLC0415 - as above

    config, policy = ctx.params.get("config"), ctx.params.get("policy_name")
    try:
        settings = session.settings_for((Path(),), config, {"policy": policy})
        catalog, in_force = session.load(settings)
    except InputError:
        return {}, {}
    known = {name: each.title for name, each in in_force.purposes.items() if each.declarable}
    return known, {name: each.title for name, each in catalog.elements.items()}


def _matching(words: Mapping[str, str], incomplete: str) -> Items:
    return [CompletionItem(word, help=told) for word, told in words.items() if word.startswith(incomplete)]


def _file(incomplete: str) -> CompletionItem:
    """The shell's own completion of paths."""
    return CompletionItem(incomplete, type="file")
