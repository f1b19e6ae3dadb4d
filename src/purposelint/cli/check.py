"""`purposelint check`: judge files, show what was found, say it in the exit code."""

from __future__ import annotations

import sys
from contextlib import nullcontext
from pathlib import Path
from typing import Any

import click
import msgspec
from click.core import ParameterSource

from purposelint.cli import completing
from purposelint.cli.choices import STDOUT, FormatName, codes_of, outputs_of
from purposelint.cli.exits import exit_of
from purposelint.cli.options import NO_LINKS, cache_option, configuration_options, link_option
from purposelint.cli.paths import as_there, settings_of
from purposelint.cli.progress import ProgressBar
from purposelint.cli.screen import check_writable, emit, is_terminal, look_of, write_report
from purposelint.cli.stdin import STDIN, check_usage, settings_of_stdin
from purposelint.cli.step_summary import add_summary, summary_file
from purposelint.domain.catalog import CONFIDENCES, SENSITIVITIES
from purposelint.domain.limits import BOUNDS, STANDARD
from purposelint.domain.settings import Settings
from purposelint.domain.verdict import SEVERITIES, Verdict
from purposelint.keeping import hush
from purposelint.report import FOR_REVIEWERS, LINKED, render
from purposelint.report.parting import KEYS

_OVERRIDES = ("min_sensitivity", "min_confidence", "fail_on")
_FLAGS = ("include_tests", "allow_unparsed", "preview")


@click.command(short_help="Check files and folders (default: the current folder).")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@configuration_options
@click.option(
    "--output-format",
    "--format",
    "output_format",
    type=FormatName(),
    default="full",
    show_default=True,
    help="What stdout gets.",
)
@click.option(
    "--output",
    multiple=True,
    metavar="FORMAT=PATH",
    shell_complete=completing.outputs,
    help="Write a report to a file as well (- is stdout); repeatable.",
)
@click.option(
    "--select",
    multiple=True,
    metavar="CODES",
    shell_complete=completing.codes,
    help="Only these codes: PUR101,PUR2.",
)
@click.option(
    "--ignore", multiple=True, metavar="CODES", shell_complete=completing.codes, help="Not these codes."
)
@click.option(
    "--min-sensitivity", type=click.Choice(SENSITIVITIES), help="Least sensitive elements to report."
)
@click.option("--min-confidence", type=click.Choice(CONFIDENCES), help="Least certain findings to report.")
@click.option(
    "--fail-on", type=click.Choice(SEVERITIES), help="Least severe finding that makes the exit code 1."
)
@click.option("--exit-zero", is_flag=True, help="Findings do not make the exit code 1.")
@click.option("--allow-unparsed", is_flag=True, help="Files that cannot be read do not make the exit code 3.")
@click.option("--include-tests", is_flag=True, help="Check tests and migrations too.")
@click.option(
    "--stdin-filename",
    type=click.Path(path_type=Path),
    metavar="PATH",
    help="With `-` as the path: the file that stdin stands for. Only its own findings are told.",
)
@click.option(
    "--force-exclude",
    is_flag=True,
    help="Leave out files that are named here where a folder's would be: for hooks that name what changed.",
)
@click.option(
    "--diff",
    "diff_base",
    metavar="REVISION",
    help="Only what the change since this revision of the git repository caused.",
)
@click.option("--preview", is_flag=True, help="Use entries of the rules that are only tried out, too.")
@click.option("--no-baseline", is_flag=True, help="Tell findings that the baseline accepts, too.")
@click.option(
    "--file-seconds",
    type=click.IntRange(*BOUNDS["file-seconds"]),
    metavar="SECONDS",
    help=f"Seconds after which a file is given up (default: {STANDARD.file_seconds}).",
)
@link_option
@cache_option
@click.option(
    "--workers", type=click.IntRange(min=0), default=0, help="Processes that read files (0: as many as pay)."
)
@click.option(
    "--group-by",
    type=click.Choice(list(KEYS)),
    help="Go through findings file by file, or by element, sink or purpose (format full).",
)
@click.option(
    "--verbose", "-v", is_flag=True, help="Show every path of the data and figures of the analysis."
)
@click.option("--quiet", "-q", is_flag=True, help="Show findings and problems alone.")
@click.pass_context
def check(ctx: click.Context, /, paths: tuple[Path, ...], **options: Any) -> None:  # noqa: ANN401 - options are typed by click
    """Find personal data that is logged, sent or stored without a purpose that the policy permits."""
    from purposelint import session  # noqa: PLC0415 - `--help` needs no analysis

    check_usage(paths, options)
    outputs = outputs_of(options["output"])
    printed = _printed(ctx, options["output_format"], outputs.pop(STDOUT, ""))
    summary = summary_file({*printed, *outputs.values()})
    for target in outputs:
        check_writable(target, "--output")
    settings = _settings(paths, options)
    shows_bar = not options["quiet"] and is_terminal(sys.stderr)
    with hush() if options["quiet"] else nullcontext(), ProgressBar(shown=shows_bar) as progress:
        wanted = FOR_REVIEWERS.intersection((*printed, *outputs.values()))
        verdict = (session.for_reviewers if wanted else session.check)(settings, progress)
        if settings.unsaved:
            verdict = session.of_unsaved(verdict, settings)
        if options["diff_base"] is not None:
            verdict = _since(verdict, settings, options, progress)
    if LINKED.intersection((*printed, *outputs.values())) and options["link_template"] != NO_LINKS:
        verdict = session.linked(verdict, settings, options["link_template"])
    for target, name in outputs.items():
        write_report(target, render(name, verdict), "--output")
    look = look_of(sys.stdout, verbose=options["verbose"], quiet=options["quiet"])
    look = msgspec.structs.replace(look, group_by=options["group_by"] or "")
    for name in printed:
        emit(render(name, verdict, look))
    if summary is not None:
        add_summary(summary, verdict)
    ctx.exit(exit_of(verdict, settings, exit_zero=options["exit_zero"]))


def _settings(paths: tuple[Path, ...], options: dict[str, Any]) -> Settings:
    if STDIN in paths:
        return settings_of_stdin(options["stdin_filename"], options["config"], _overrides(options))
    return settings_of(paths, options["config"], _overrides(options))


def _printed(ctx: click.Context, chosen: str, also: str) -> tuple[str, ...]:
    """Formats for stdout: what `--output FORMAT=-` asks for stands alone, unless a format was named too."""
    is_default = ctx.get_parameter_source("output_format") is ParameterSource.DEFAULT
    return (also,) if also and is_default else (chosen, also) if also else (chosen,)


def _since(verdict: Verdict, settings: Settings, options: dict[str, Any], progress: ProgressBar) -> Verdict:
    """Of a verdict what the change since a revision caused."""
    from purposelint import comparing  # noqa: PLC0415 - as above

    there = as_there(settings, options["config"], _overrides(options))
    whole = comparing.of_project(settings)
    base = comparing.revision(whole, there, options["diff_base"], progress)
    for mistake in base.broken:
        click.echo(f"note: {mistake}", err=True)
    if base.broken:
        click.echo(f"note: {base.name} was read with the configuration of the work tree instead.", err=True)
    return comparing.since(verdict, base, settings.root)


def _overrides(options: dict[str, Any]) -> dict[str, Any]:
    """Configuration keys that the command line sets, by their names in the configuration."""
    from purposelint import session  # noqa: PLC0415 - `--help` needs no analysis

    made: dict[str, Any] = {name: options[name] for name in _OVERRIDES if options[name]}
    made |= {name: True for name in _FLAGS if options[name]}
    for name in ("select", "ignore"):
        if options[name]:
            made[name] = codes_of(options[name], session.CODES, f"--{name}")
    if options["file_seconds"]:
        made["limits"] = {"file-seconds": options["file_seconds"]}
    if options["policy_name"]:
        made["policy"] = options["policy_name"]
    run = {
        "cache": not options["no_cache"],
        "force_exclude": options["force_exclude"],
        "baseline": not options["no_baseline"],
    }
    return {**made, **run, "workers": options["workers"]}
