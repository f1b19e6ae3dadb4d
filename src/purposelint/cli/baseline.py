"""`purposelint baseline`: accept what is there, so that only what is new counts; the pile only shrinks."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click
import msgspec

from purposelint.cli.exits import Exit, exit_of
from purposelint.cli.options import configuration_options
from purposelint.cli.paths import settings_of
from purposelint.cli.progress import ProgressBar
from purposelint.cli.screen import check_writable, emit, is_terminal, write_report
from purposelint.domain.baseline import FILE, Baseline
from purposelint.domain.settings import Settings
from purposelint.domain.verdict import Verdict
from purposelint.errors import InputError, InputMistake
from purposelint.report.counting import plural


@click.group(short_help="Accept the findings that are there, so that only new ones count.")
def baseline() -> None:
    """Accept the findings that are there, so that only new ones count.

    They are kept in .purposelint-baseline.json at the project's root, by fingerprints that survive moved
    and renamed lines. `check` uses it whenever it is there; commit it. It only ever shrinks.
    """


def _command(name: str, summary: str) -> Callable[[Callable[..., None]], click.Command]:
    """A command over a whole project, with what all of them take."""

    def made(function: Callable[..., None]) -> click.Command:
        function = configuration_options(function)
        function = click.option(
            "--preview", is_flag=True, help="Use entries of the rules that are tried out, too."
        )(function)
        function = click.option(
            "--allow-unparsed", is_flag=True, help="Go on although some file could not be read."
        )(function)
        path = click.argument("path", default=".", type=click.Path(exists=True, path_type=Path))
        return baseline.command(name=name, short_help=summary)(click.pass_context(path(function)))

    return made


@_command("create", "Accept all findings of the project.")
def create(ctx: click.Context, /, path: Path, **options: Any) -> None:  # noqa: ANN401 - options are typed by click
    """Accept all findings of the project of PATH (default: the current folder).

    A baseline that is there is left alone: `update` shrinks it.
    """
    settings = _settings(path, options, counts=False)
    file = settings.root / FILE
    if file.exists() or file.is_symlink():
        raise _refused("is there already: `purposelint baseline update` shrinks it; remove it to begin anew")
    check_writable(file, FILE)
    verdict = _checked(ctx, settings)
    from purposelint.accepting import edited_here, moved_here  # noqa: PLC0415 - `--help` needs no analysis
    from purposelint.judge.baselined import accepting  # noqa: PLC0415 - as above

    moves, edited = moved_here(settings, verdict), edited_here(settings, verdict)
    made = accepting(verdict, settings.configuration, moves, edited)
    _write(settings, made)
    emit(
        f"{FILE}: {plural(len(made.entries), 'finding')} accepted. Commit it: `check` tells only new ones.\n"
    )


@_command("update", "Remove entries that no longer occur.")
@click.option(
    "--take-learned",
    is_flag=True,
    help="Also accept findings that are new because the rules or the policy changed, not the code.",
)
def update(ctx: click.Context, /, path: Path, *, take_learned: bool, **options: Any) -> None:  # noqa: ANN401 - as above
    """Remove entries that no longer occur from the baseline of the project of PATH.

    What is new is not taken in: it is mended, declared, or suppressed with a reason.
    """
    settings = _settings(path, options, counts=True)
    before = _there(settings)
    check_writable(settings.root / FILE, FILE)
    verdict = _checked(ctx, settings)
    held = verdict.baseline
    if held is None or held.stale is None:
        raise _refused(
            f"was made by a run that asked for {_asked(before)}: ask for the same, or remove it to begin anew"
        )
    from purposelint.accepting import edited_here, moved_here  # noqa: PLC0415 - as above
    from purposelint.judge.baselined import shrunk  # noqa: PLC0415 - as above

    moves, edited = moved_here(settings, verdict), edited_here(settings, verdict)
    made = shrunk(before, verdict, settings.configuration, moves, edited, learned=take_learned)
    gone = len(held.stale)
    known = {*(one.fingerprint for one in before.entries), *held.moved.values()}
    taken = sum(one.fingerprint not in known for one in made.entries)
    _write(settings, made)
    more = f", {len(held.moved)} under new names" if held.moved else ""
    more += f", {plural(taken, 'finding')} taken in" if take_learned else ""
    left = sum(one.status == "open" for one in verdict.findings) - taken
    emit(f"{FILE}: {gone} of {plural(len(before.entries), 'entry', 'entries')} removed{more}.\n")
    if left:
        emit(f"{plural(left, 'finding')} not in it: `purposelint check` tells them.\n")


@_command("check", "Say what could leave the baseline, and what is new.")
@click.option("--verbose", "-v", is_flag=True, help="Every entry and finding, not only the first twenty.")
def compare(ctx: click.Context, /, path: Path, *, verbose: bool, **options: Any) -> None:  # noqa: ANN401 - as above
    """Hold the project of PATH against its baseline.

    Exit code 1 where an entry no longer occurs, so that the baseline shrinks with the code, or where a
    finding at or over `fail-on` is new.
    """
    from purposelint.report.baseline import baseline_page  # noqa: PLC0415 - `--help` needs no reports

    settings = _settings(path, options, counts=True)
    _there(settings)
    verdict = _checked(ctx, settings)
    emit(baseline_page(verdict, verbose=verbose))
    stale = bool(verdict.baseline and verdict.baseline.stale)
    ctx.exit(Exit.FINDINGS if stale else exit_of(verdict, settings))


def _settings(path: Path, options: dict[str, Any], *, counts: bool) -> Settings:
    overrides: dict[str, Any] = {name: True for name in ("preview", "allow_unparsed") if options[name]}
    if options["policy_name"]:
        overrides["policy"] = options["policy_name"]
    settings = settings_of((path,), options["config"], {**overrides, "baseline": counts})
    return msgspec.structs.replace(settings, paths=(settings.root,))


def _asked(made: Baseline) -> str:
    """What the run of a baseline was asked for, as it would stand in a configuration."""
    stated: dict[str, object] = msgspec.to_builtins(made.asked)
    return ", ".join(f"{key} = {json.dumps(value)}" for key, value in stated.items())


def _there(settings: Settings) -> Baseline:
    from purposelint.accepting import in_force  # noqa: PLC0415 - `--help` needs no analysis

    found = in_force(settings)
    if found is None:
        raise _refused(f"is not there, at {settings.root}: `purposelint baseline create` makes it")
    return found


def _checked(ctx: click.Context, settings: Settings) -> Verdict:
    """The verdict over the project; nothing is accepted or removed on the word of a run that missed files."""
    from purposelint import session  # noqa: PLC0415 - `--help` needs no analysis

    with ProgressBar(shown=is_terminal(sys.stderr)) as progress:
        verdict = session.check(settings, progress)
    if (verdict.problems or verdict.faults) and not settings.configuration.allow_unparsed:
        for problem in verdict.problems:
            click.echo(f"{problem.path}: {problem.code} {problem.message}", err=True)
        click.echo(f"{FILE} is as it was: --allow-unparsed goes on without these files.", err=True)
        ctx.exit(Exit.NOT_ANALYSED)
    return verdict


def _write(settings: Settings, made: Baseline) -> None:
    from purposelint.policy import written  # noqa: PLC0415 - as above

    write_report(settings.root / FILE, written(made), FILE)


def _refused(message: str) -> InputError:
    return InputError((InputMistake(FILE, "", message),))
