"""`purposelint report`: what a privacy or security reviewer reads."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from pathlib import Path

import click

from purposelint.cli.choices import STDOUT, did_you_mean
from purposelint.cli.exits import exit_of
from purposelint.cli.options import NO_LINKS, cache_option, configuration_options, link_option
from purposelint.cli.paths import settings_of
from purposelint.cli.progress import ProgressBar
from purposelint.cli.screen import check_writable, emit, is_terminal, write_report
from purposelint.domain.verdict import Verdict
from purposelint.report import render
from purposelint.report.processing_tables import RECORDS

_PAGE = Path("privacy-report.html")
_HTML = "html"
_RECORD = "record-"
_FORMATS: Mapping[str, Callable[[Verdict], str]] = {
    _HTML: partial(render, _HTML),
    **{f"{_RECORD}{name}": form for name, form in RECORDS.items()},
}
"""What is written for a reviewer, by name."""

_NAME = re.compile(r"[a-z][a-z-]*")


@click.command(short_help="A report for privacy and security reviewers, as one HTML file.")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option(
    "--output-format",
    "--format",
    "output_format",
    type=click.Choice(list(_FORMATS)),
    help="What to write: the page, or only its record of processing (GDPR Art. 30). Default: html.",
)
@click.option(
    "--output",
    "outputs",
    multiple=True,
    metavar="[FORMAT=]FILE",
    help=f"Where to write, - for stdout; with FORMAT= repeatable. Default: {_PAGE}; stdout for a record.",
)
@click.option(
    "--record", type=click.Choice(list(RECORDS)), help="As --output-format record-csv or record-markdown."
)
@click.option("--include-tests", is_flag=True, help="Read tests and migrations too.")
@cache_option
@configuration_options
@link_option
@click.pass_context
def report(  # noqa: PLR0913, PLR0917 - one parameter an option
    ctx: click.Context,
    paths: tuple[Path, ...],
    output_format: str | None,
    outputs: tuple[str, ...],
    record: str | None,
    include_tests: bool,
    no_cache: bool,
    config: Path | None,
    policy_name: str | None,
    link_template: str,
) -> None:
    """Write what the code of PATHS (default: the current folder) does with personal data, for a reviewer.

    The page needs no network and holds every flow, declaration, suppression and blind spot. Findings do not
    make the exit code 1.
    """
    from purposelint import session  # noqa: PLC0415 - `--help` needs no analysis

    targets = _targets(outputs, _asked(output_format, record))
    for target in targets:
        if target != STDOUT:
            check_writable(target, "--output")
    overrides = {"policy": policy_name, "include_tests": include_tests or None, "cache": not no_cache}
    settings = settings_of(paths, config, overrides)
    with ProgressBar(shown=is_terminal(sys.stderr)) as progress:
        verdict = session.for_reviewers(settings, progress)
    if link_template != NO_LINKS:
        verdict = session.linked(verdict, settings, link_template)
    for target, name in targets.items():
        text = _FORMATS[name](verdict)
        if target == STDOUT:
            emit(text)
        else:
            write_report(target, text, "--output")
            click.echo(f"Wrote {target}.", err=True)
    ctx.exit(exit_of(verdict, settings, exit_zero=True))


def _asked(output_format: str | None, record: str | None) -> str:
    """The format asked for, '' where none is; `--record` is the older word for two of them."""
    if not record:
        return output_format or ""
    name = f"{_RECORD}{record}"
    if output_format not in {None, name}:
        message = f"says {name}, and --output-format says {output_format}: give one of the two."
        raise click.BadParameter(message, param_hint="'--record'")
    return name


def _targets(outputs: Iterable[str], asked: str) -> dict[Path, str]:
    """What to write where: each `FORMAT=FILE`, and one file or stdout for the format asked for."""
    targets: dict[Path, str] = {}
    plain: list[str] = []
    for value in outputs:
        name, equals, path = value.partition("=")
        if equals and not path:
            raise click.BadParameter(f"{value!r} names no file: {value}FILE.", param_hint="'--output'")
        if _NAME.fullmatch(name) and path:
            if name not in _FORMATS:
                message = f"no format {name!r}.{did_you_mean(name, _FORMATS)} Formats: {', '.join(_FORMATS)}."
                raise click.BadParameter(message, param_hint="'--output'")
            _add(targets, path, name)
        else:
            plain.append(value)
    if len(plain) > 1:
        raise click.BadParameter(
            f"{plain[0]!r} and {plain[1]!r}: say of each what it is, as in html={plain[0]}.",
            param_hint="'--output'",
        )
    if plain or asked or not targets:
        usual = str(STDOUT if asked.startswith(_RECORD) else _PAGE)
        _add(targets, plain[0] if plain else usual, asked or _HTML)
    return targets


def _add(targets: dict[Path, str], path: str, name: str) -> None:
    if Path(path) in targets:
        raise click.BadParameter(f"{path!r} is given twice.", param_hint="'--output'")
    targets[Path(path)] = name
