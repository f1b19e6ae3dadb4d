"""`purposelint policy ask`: one question to the policy in force."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from purposelint.cli import completing
from purposelint.cli.choices import Words
from purposelint.cli.options import configuration_options, format_option
from purposelint.cli.screen import emit, look_of, warn
from purposelint.domain.catalog import ACTIVITIES, Activity, Catalog
from purposelint.domain.policy import Policy
from purposelint.report.policy_answers import answer_json, show_answer

_NONE = "none"
_SELF = "self"
_UNMAPPED = "unmapped"


@click.command(short_help="What the policy says of one element, purpose, recipient and activity.")
@click.argument("element", shell_complete=completing.elements)
@click.argument("purpose", shell_complete=completing.purposes)
@click.argument("recipient", default=_SELF)
@click.argument("activity", default="", metavar="[ACTIVITY]")
@format_option("full", "json")
@configuration_options
def ask(  # noqa: PLR0913, PLR0917 - one parameter an option
    element: str,
    purpose: str,
    recipient: str,
    activity: str,
    output_format: str,
    config: Path | None,
    policy_name: str | None,
) -> None:
    """Ask whether ELEMENT may be used for PURPOSE by RECIPIENT (default: self), and why.

    ACTIVITY is log, share or store: left out, it is `store` where the service itself is asked about,
    `share` where anybody else is. PURPOSE `none` asks what holds where no purpose is declared. The exit
    code is 0 whatever the answer.
    """
    from purposelint import review, session  # noqa: PLC0415 - `--help` needs no analysis

    settings = session.settings_for((Path(),), config, {"policy": policy_name})
    catalog, in_force, unknown = session.load_to_ask(settings)
    warn(map(str, unknown))
    words = Words()
    of_element = _element(element, catalog, words)
    of_purpose = _purpose(purpose, in_force, words)
    who = words.one(recipient, (_SELF, *in_force.recipients, _UNMAPPED), "RECIPIENT")
    way = _activity(activity, recipient, words)
    words.settle()
    asked = review.asked(in_force, of_element, of_purpose, who, way)
    if output_format == "json":
        emit(answer_json(in_force, asked))
    else:
        emit(show_answer(in_force, asked, look_of(sys.stdout)))


def _element(word: str, catalog: Catalog, words: Words) -> str:
    """The element that an id or an alias means; an alias of several is told which these are."""
    meant = [one.id for one in catalog.elements.values() if word in one.aliases]
    if word in catalog.elements or not meant:
        return words.one(word, tuple(catalog.elements), "ELEMENT")
    if len(meant) > 1:
        words.note(f"{word!r} may be {', '.join(meant)}.", "ELEMENT")
    return meant[0]


def _purpose(word: str, in_force: Policy, words: Words) -> str:
    if word == _NONE and _NONE not in in_force.purposes:
        return ""
    return words.one(word, tuple(in_force.purposes), "PURPOSE")


def _activity(word: str, recipient: str, words: Words) -> Activity:
    known: dict[str, Activity] = {activity: activity for activity in ACTIVITIES}
    usual: Activity = "store" if recipient == _SELF else "share"
    return known.get(words.one(word or usual, ACTIVITIES, "ACTIVITY"), usual)
