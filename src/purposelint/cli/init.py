"""`purposelint init`: the files that a project begins with; nothing that is there is touched."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from purposelint._version import __version__
from purposelint.cli import completing
from purposelint.cli.choices import did_you_mean
from purposelint.cli.exits import Exit
from purposelint.cli.progress import ProgressBar
from purposelint.cli.screen import emit, is_terminal, look_of
from purposelint.domain.baseline import FILE as BASELINE
from purposelint.domain.created import SAYS_SO, Begun, New
from purposelint.domain.outline import Outline
from purposelint.report import beginnings
from purposelint.report.additions import addition
from purposelint.report.beginning_page import show_begun

_NEW = "new"
_DEFAULT = "default"


@click.command(short_help="Write a commented configuration, and what else a project begins with.")
@click.argument("path", default=".", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option(
    "--policy",
    "policy_name",
    metavar="NAME|FILE|new",
    shell_complete=completing.beginnings,
    help="Policy to begin with: one that ships, a TOML file, or `new` for one to fill in.",
)
@click.option("--pre-commit", is_flag=True, help=f"Write {beginnings.HOOKS} with the hooks.")
@click.option("--ci", type=click.Choice(["github", "gitlab"]), help="Write a build step.")
@click.option("--baseline", is_flag=True, help="Accept the findings that are there (`baseline create`).")
@click.option("--dry-run", is_flag=True, help="Write nothing; print what would be written.")
@click.pass_context
def init(ctx: click.Context, /, path: Path, **options: Any) -> None:  # noqa: ANN401 - options are typed by click
    """Set up purposelint for the project in the folder PATH (default: the current folder).

    Writes purposelint.toml, with what was found in the code as comments, and what the options ask for.
    A file that is there is left, and what would have been written is printed. Nothing is asked.
    """
    from purposelint import session  # noqa: PLC0415 - `--help` needs no analysis

    root = path.resolve()
    policy = _policy(root, options["policy_name"])
    with ProgressBar(shown=is_terminal(sys.stderr)) as progress:
        outline = session.outline(root, progress)
    new = [_created(root, one, dry=options["dry_run"]) for one in _files(root, outline, policy, options)]
    code, told = Exit.CLEAN, list(_told(root, outline, new))
    if options["baseline"] and not options["dry_run"]:
        code, sentence = _baseline(ctx, root)
        told.append(sentence)
    begun = Begun(tuple(new), tuple(told), tuple(_steps(root, options, policy, new)))
    emit(show_begun(outline, begun, look_of(sys.stdout), dry=options["dry_run"]))
    ctx.exit(code)


def _policy(root: Path, word: str | None) -> str:
    """The policy as the configuration states it; a project that has one of its own is held against that."""
    from purposelint.policy.locations import shipped_policies  # noqa: PLC0415 - `--help` needs no rules

    if word == _NEW or (word is None and (root / beginnings.POLICY).is_file()):
        return beginnings.POLICY
    shipped = shipped_policies()
    if word is None or word in shipped or word.startswith("package:"):
        return word or _DEFAULT
    file = next((each for each in (Path(word), root / word) if each.is_file()), None)
    if file is None:
        hint = did_you_mean(word, [*shipped, _NEW])
        message = f"no policy {word!r}, and no file.{hint} Policies: {', '.join(shipped)}, {_NEW}."
        raise click.BadParameter(message, param_hint="'--policy'")
    return Path(os.path.relpath(file.resolve(), root)).as_posix()


def _files(root: Path, outline: Outline, policy: str, options: dict[str, Any]) -> Iterator[New]:
    """What was asked for, with the reason to leave it where something says the same already."""
    from purposelint.policy.presence import configured_by  # noqa: PLC0415 - as above

    other = configured_by(root)
    left = f"is configured in {other} already" if other and other != beginnings.CONFIGURATION else ""
    # Who asks for something else besides is not shown again what the configuration could say.
    is_there = (root / beginnings.CONFIGURATION).exists() or bool(left)
    asks_more = any(options[name] for name in ("pre_commit", "ci", "baseline"))
    text = "" if is_there and asks_more else beginnings.configuration(outline, policy)
    yield New(beginnings.CONFIGURATION, "which policy is in force, and what counts", text, left)
    if options["policy_name"] == _NEW:
        yield New(beginnings.POLICY, "the policy, to be filled in", beginnings.new_policy(outline))
    if options["pre_commit"]:
        yield New(beginnings.HOOKS, "hooks for commit and push", beginnings.hooks())
    if options["ci"] == "github":
        yield New(beginnings.GITHUB, "a workflow for GitHub", beginnings.github(__version__))
    if options["ci"] == "gitlab":
        yield New(beginnings.GITLAB, "a job for GitLab", beginnings.gitlab(__version__))


def _created(root: Path, one: New, *, dry: bool) -> New:
    from purposelint import session  # noqa: PLC0415 - as above

    if one.left:
        return one
    left = session.created(root, one.path, one.text, dry=dry)
    if left == SAYS_SO:
        return New(one.path, one.purpose, "", left)
    added = addition(one.path, one.text, session.present(root, one.path)) if left else None
    if added is None:
        return New(one.path, one.purpose, one.text, left)
    if not added.text:
        return New(one.path, one.purpose, "", f"{left} and {added.where}")
    return New(one.path, one.purpose, added.text, left, added.where)


def _told(root: Path, outline: Outline, new: list[New]) -> Iterator[str]:
    """What else should be known."""
    if not outline.files:
        yield f"No Python file was found in {root}: is this the folder of the service?"
    if outline.services:
        folders = ", ".join(outline.services[:5])
        yield (
            f"{folders}: a project of its own, it seems. Where it is a service with a policy of its own, run "
            "`purposelint init` there: the nearest configuration is in force."
            if len(outline.services) == 1
            else f"{folders}: projects of their own. Where they are services with a policy of their own, run "
            "`purposelint init` in each: the nearest configuration is in force."
        )
    if any(one.path == beginnings.CONFIGURATION and one.left and one.text for one in new):
        yield "The configuration that is there stays in force; take over by hand what you like of the above."


def _baseline(ctx: click.Context, root: Path) -> tuple[Exit, str]:
    """Create the baseline, as its own command does."""
    from purposelint.cli.baseline import create  # noqa: PLC0415 - as above

    if os.path.lexists(root / BASELINE):
        return Exit.CLEAN, f"{BASELINE}: left, it is there already."
    try:
        ctx.invoke(create, path=root, config=None, policy_name=None, preview=False, allow_unparsed=False)
    except click.exceptions.Exit as ended:
        return Exit(ended.exit_code), f"{BASELINE}: not written, since some file could not be analysed."
    return Exit.CLEAN, f"{BASELINE}: written; `purposelint check` tells only what is new."


def _steps(root: Path, options: dict[str, Any], policy: str, new: list[New]) -> Iterator[tuple[str, str]]:
    """Commands to go on with."""
    if options["policy_name"] == _NEW:
        own = beginnings.POLICY
        yield f"purposelint policy check --policy {own}", f"what {own} still lacks"
    yield "purposelint check", "what is logged, sent and stored without a purpose that the policy permits"
    yield (
        "purposelint declare FILE:LINE --purpose PURPOSE",
        "write `# purpose: PURPOSE` there, or for a whole folder; `purposelint policy show` lists them",
    )
    if not options["baseline"] and not os.path.lexists(root / BASELINE):
        yield "purposelint baseline create", "accept what is there, so that only what is new fails a build"
    if any(one.path == beginnings.HOOKS and not one.left for one in new):
        yield "pre-commit install -t pre-commit -t pre-push", "run the hooks at each commit and push"
    if policy == _DEFAULT:
        yield (
            "purposelint init --policy new --dry-run",
            "a policy of your own, to say which purpose may use what; `default` permits any that is declared",
        )
