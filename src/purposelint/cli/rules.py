"""`purposelint rules`: what is known, and where a word stands in it."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from purposelint.cli import completing
from purposelint.cli.choices import did_you_mean
from purposelint.cli.options import configuration_options
from purposelint.cli.screen import emit, look_of
from purposelint.report.explanations import words_of
from purposelint.report.knowledge import list_rules


@click.command(short_help="List elements and libraries, or what has to do with a word.")
@click.argument("word", required=False, default="", shell_complete=completing.elements)
@configuration_options
def rules(word: str, config: Path | None, policy_name: str | None) -> None:
    """List the elements and libraries that are known; WORD searches ids, names, calls, sinks and vendors."""
    from purposelint import session  # noqa: PLC0415 - `--help` needs no analysis

    catalog, _, _ = session.load_to_ask(session.settings_for((Path(),), config, {"policy": policy_name}))
    text = list_rules(catalog, word, look_of(sys.stdout))
    if not text:
        vendors = {library.vendor for library in catalog.libraries.values()} - {""}
        hint = did_you_mean(word, [*words_of(catalog), *catalog.libraries, *sorted(vendors)])
        raise click.BadParameter(f"nothing is known of {word!r}.{hint}", param_hint="'WORD'")
    emit(text)
