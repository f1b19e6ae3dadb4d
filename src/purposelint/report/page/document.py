"""Puts the report together: what each section shows, and the page that holds them."""

from __future__ import annotations

import base64
import hashlib
from collections import Counter
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from purposelint.domain.promises import Promises
from purposelint.domain.verdict import Finding, Verdict
from purposelint.report.escaping import visible
from purposelint.report.page.about import cautions_of, facts_of, lede_of, unread_of
from purposelint.report.page.coverage import in_words
from purposelint.report.page.entries import Entries
from purposelint.report.page.inventory import handled_in
from purposelint.report.page.river import river_of
from purposelint.report.page.silence import ledger_of
from purposelint.report.page.unseen import BEYOND, unseen_by
from purposelint.report.page.vouching import declared_in, questions_of
from purposelint.report.page.words import (
    ACTIVITIES,
    OPEN,
    SELF,
    STATES,
    Spot,
    counted,
    headline,
    own_words,
    party_of,
    recipient_title,
    spot_of,
    states_counted,
    title_of,
)
from purposelint.report.processing import record_of
from purposelint.report.promises_words import lead_of, sections_of

if TYPE_CHECKING:
    from jinja2 import Environment
    from markupsafe import Markup

_TEMPLATES = Path(__file__).resolve().parent.parent / "templates"
_MOST = 200
"""Links of one list that are shown; a longer one counts the rest."""

_BRIEF = 16
"""Letters of a state that fit a narrow column."""


class Heading(NamedTuple):
    """A section as the contents name it."""

    id: str
    title: str
    number: str


class Figure(NamedTuple):
    """One of the figures at the top, and the section that it leads to."""

    word: str
    number: str
    to: str
    state: str


def document(verdict: Verdict) -> str:
    """The page of a verdict."""
    environment = _environment()
    context = _context(verdict)
    context |= _inlined()
    return environment.get_template("report.html").render(context)


def _environment() -> Environment:
    """Templates in which every value is escaped, and nothing of a value is invisible."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined  # noqa: PLC0415 - other formats need none

    made = Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=True,
        finalize=_shown,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters["soft"] = _soft
    made.filters["ticked"] = _ticked
    return made


def _shown(value: Any) -> Any:  # noqa: ANN401 - templates write any value
    return visible(value) if type(value) is str else value


def _soft(text: str, after: str = "/") -> Markup:
    """A name with places where a line may break, behind some of its characters."""
    from markupsafe import Markup, escape  # noqa: PLC0415 - other formats need none

    shown = str(escape(visible(text)))
    for char in after:
        shown = shown.replace(char, f"{char}<wbr>")
    return Markup(shown)  # noqa: S704 - escaped above


def _ticked(text: str) -> Markup:
    """A sentence in which what stands between backticks is code."""
    from markupsafe import Markup, escape  # noqa: PLC0415 - other formats need none

    parts = str(escape(visible(text))).split("`")
    if len(parts) % 2 == 0:  # a lone backtick is one of the text's own
        return Markup("`".join(parts))  # noqa: S704 - escaped above
    told = (f"<code>{part}</code>" if number % 2 else part for number, part in enumerate(parts))
    return Markup("".join(told))  # noqa: S704 - escaped above


def _inlined() -> dict[str, Any]:
    """Style and script with the hashes under which a browser may run them, and nothing else."""
    from markupsafe import Markup  # noqa: PLC0415 - other formats need none

    made: dict[str, Any] = {}
    for name, file in (("style", "report.css"), ("script", "report.js")):
        text = (_TEMPLATES / file).read_text(encoding="utf-8")
        digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode("ascii")
        made[name] = Markup(text)  # noqa: S704 - our own files
        made[f"{name}_hash"] = f"sha256-{digest}"
    return made


def _context(verdict: Verdict) -> dict[str, Any]:
    """All that the templates name."""
    dossier = verdict.dossier
    entries = Entries(verdict)
    return {
        **_sections(verdict, entries),
        "run": verdict.run,
        "project": verdict.run.project or "this service",
        "cautions": cautions_of(verdict),
        "facts": facts_of(verdict),
        "entries": entries.all,
        "present": _present(entries),
        "river": river_of(verdict, entries),
        "beyond": [" ".join(said.split()) for said in BEYOND],
        "record": record_of(verdict, entries),
        "controller": dossier.policy.head.controller if dossier is not None else "",
        "contact": dossier.policy.head.contact if dossier is not None else "",
        "at": _anchors(entries),
        "address_of": verdict.links.to if verdict.links is not None else _nowhere,
        "most": _MOST,
        "states": STATES,
        "states_counted": states_counted,
        "activities": ACTIVITIES,
        "party_of": party_of,
        "party_name": _name_of,
        "headline": partial(headline, dossier=dossier),
        "title_of": partial(title_of, dossier=dossier),
        "recipient_title": partial(recipient_title, dossier=dossier),
    }


def _sections(verdict: Verdict, entries: Entries) -> dict[str, Any]:
    """What several sections count, and the counts."""
    handled, unseen = handled_in(verdict, entries), unseen_by(verdict)
    piles = ledger_of(verdict, entries)
    declared = declared_in(verdict, entries)
    questions = questions_of(verdict.dossier, verdict, entries)
    outside = len({use.party for one in handled for use in one.uses if use.party.recipient != SELF})
    silencers = sum(len(pile.rows) for pile in piles)
    undecided = sum(not one.question.decision for one in questions)
    counts = (len(handled), len(entries.all), len(declared), silencers, unseen.named, undecided)
    states = Counter(one.state for one in entries.all)
    promises = verdict.dossier.promises if verdict.dossier is not None else None
    kinds = counted(len(handled), "kind")
    return {
        "lede": lede_of(verdict, len(handled), outside),
        "unread": unread_of(verdict, unseen),
        "sections": _headings(*counts),
        "figures": _figures(states, len(handled), outside, silencers, unseen.named, undecided),
        "handled": handled,
        "river_told": f"{kinds} of personal data, {counted(outside, 'recipient')} outside the service.",
        "declared": declared,
        "piles": piles,
        "unseen": unseen,
        "questions": questions,
        "coverage": in_words(sections_of(verdict, promises), verdict.dossier) if promises is not None else (),
        "coverage_lead": _coverage_lead(verdict, promises),
    }


def _headings(*counts: int) -> tuple[Heading, ...]:
    data, flows, declared, silencers, unseen, questions = (f"{count:,}" if count else "" for count in counts)
    return (
        Heading("about", "What this was made from", ""),
        Heading("data", "Personal data and who gets it", data),
        Heading("map", "Flow map", ""),
        Heading("flows", "Every flow", flows),
        Heading("declared", "Declarations and who vouches", declared),
        Heading("ledger", "Everything that silences", silencers),
        Heading("unseen", "Blind spots", unseen),
        Heading("questions", "Open questions", questions),
        Heading("coverage", "Policy and code side by side", ""),
        Heading("record", "Record of processing", ""),
    )


def _figures(states: Counter[str], *counts: int) -> tuple[Figure, ...]:
    handled, outside, silencers, unseen, questions = (f"{count:,}" for count in counts)
    return (
        *(
            Figure(word, f"{states[state]:,}", "flows", state)
            for state, word in zip(OPEN, ("open errors", "open warnings", "open notes"), strict=True)
        ),
        Figure("kinds of personal data", handled, "data", ""),
        Figure("recipients outside", outside, "data", ""),
        Figure("silencing entries", silencers, "ledger", ""),
        Figure("blind spots", unseen, "unseen", ""),
        Figure("undecided questions", questions, "questions", ""),
    )


def _present(entries: Entries) -> Mapping[str, Any]:
    """What there is to filter by, and whether every state has a brief name."""
    states = {one.state for one in entries.all}
    activities = {one.finding.activity for one in entries.all}
    return {
        "states": [state for state in STATES if state in states],
        "brief": all(len(STATES[state]) <= _BRIEF for state in states),
        "activities": [activity for activity in ACTIVITIES if activity in activities],
        "elements": sorted({one.finding.element for one in entries.all if one.finding.element}),
        "parties": sorted({_name_of(one.finding) for one in entries.all} - {""}),
    }


def _name_of(finding: Finding) -> str:
    party = party_of(finding)
    return (party.name or own_words(party.recipient)) if finding.element else ""


def _anchors(entries: Entries) -> Mapping[Spot, str]:
    """The first entry of each line: the gravest, since these stand first."""
    found: dict[Spot, str] = {}
    for one in entries.all:
        found.setdefault(spot_of(one.finding), one.anchor)
    return found


def _nowhere(path: str, line: int) -> str:
    """The address of a line where no code host is known."""
    del path, line
    return ""


def _coverage_lead(verdict: Verdict, promises: Promises | None) -> list[str]:
    return lead_of(verdict, promises) if promises is not None else ["Not gathered in this run."]
