"""Puts the report together: what each section shows, and the page that holds them."""

from __future__ import annotations

import base64
import hashlib
from collections import Counter
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from purposelint.domain.verdict import Finding, Verdict
from purposelint.report.escaping import visible
from purposelint.report.page.about import cautions_of, facts_of, lede_of, made_from, unread_of
from purposelint.report.page.coverage import coverage_of
from purposelint.report.page.entries import Entries
from purposelint.report.page.inventory import handled_in
from purposelint.report.page.receivers import named, receivers_of, sent_to, titles_of
from purposelint.report.page.river import river_of
from purposelint.report.page.silence import ledger_of
from purposelint.report.page.tally import Sum, tally_of
from purposelint.report.page.unseen import BEYOND, OWN_CLASSES, unseen_by
from purposelint.report.page.vouching import declared_in, questions_of
from purposelint.report.page.words import (
    ACTIVITIES,
    OPEN,
    STATES,
    Spot,
    counted,
    headline,
    own_words,
    party_of,
    purpose_title,
    recipient_title,
    spot_of,
    states_counted,
    title_of,
)
from purposelint.report.processing import record_of

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
        "made_from": made_from(verdict),
        "facts": facts_of(verdict),
        "entries": entries.all,
        "present": _present(verdict, entries),
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
        "alike": _alike(entries),
        "spot_of": spot_of,
        "title_of": partial(title_of, dossier=dossier),
        "titles_of": partial(titles_of, dossier=dossier),
        "purpose_title": partial(purpose_title, dossier=dossier),
        "recipient_title": partial(recipient_title, dossier=dossier),
        "own_classes": OWN_CLASSES,
    }


def _sections(verdict: Verdict, entries: Entries) -> dict[str, Any]:
    """What several sections count, and the counts."""
    handled, unseen, total = handled_in(verdict, entries), unseen_by(verdict), tally_of(entries)
    piles = ledger_of(verdict, entries)
    declared = declared_in(verdict, entries)
    questions = questions_of(verdict.dossier, verdict, entries)
    receivers = receivers_of(entries.uses(), verdict.dossier)
    outside = len(named(receivers))
    silencers = sum(len(pile.rows) for pile in piles)
    undecided = sum(not one.question.decision for one in questions)
    counts = (len(handled), total.number, len(declared), silencers, unseen.named, undecided)
    used = Counter(str(one.finding.activity) for one in entries.uses())
    coverage = coverage_of(verdict)
    return {
        "lede": lede_of(verdict, total, used, sent_to(receivers, unseen, verdict.dossier)),
        "unread": unread_of(verdict, unseen),
        "sections": _headings(*counts),
        "figures": _figures(total, outside, unseen.named, undecided),
        "total": total,
        "receivers": receivers,
        "handled": handled,
        "river_told": f"{counted(total.uses, 'use')} of {counted(total.kinds, 'kind')} of personal data.",
        "declared": declared,
        "piles": piles,
        "unseen": unseen,
        "questions": questions,
        "coverage": coverage,
    }


def _headings(*counts: int) -> tuple[Heading, ...]:
    data, flows, declared, silencers, unseen, questions = (f"{count:,}" if count else "" for count in counts)
    return (
        Heading("short", "In short", ""),
        Heading("data", "Personal data and who gets it", data),
        Heading("map", "Flow map", ""),
        Heading("flows", "Every flow", flows),
        Heading("declared", "Declarations and who vouches", declared),
        Heading("ledger", "Everything that silences", silencers),
        Heading("unseen", "Blind spots", unseen),
        Heading("questions", "Open questions", questions),
        Heading("coverage", "Policy and code side by side", ""),
        Heading("record", "Record of processing", ""),
        Heading("about", "What this was made from", ""),
    )


def _alike(entries: Entries) -> frozenset[tuple[str | None, Spot]]:
    """An element with a line where several flows of it stand, which only their expressions tell apart."""
    counted = Counter((one.finding.element, spot_of(one.finding)) for one in entries.all)
    return frozenset(one for one, count in counted.items() if count > 1)


def _figures(total: Sum, outside: int, unseen: int, undecided: int) -> tuple[Figure, ...]:
    numbers = Counter({row.state: row.number for row in total.rows})
    silenced = numbers["baselined"] + numbers["suppressed"]
    return (
        *(
            Figure(word, f"{numbers[state]:,}", "flows", state)
            for state, word in zip(OPEN, ("open errors", "open warnings", "open notes"), strict=True)
        ),
        Figure("silenced findings", f"{silenced:,}", "ledger", ""),
        Figure("kinds of personal data", f"{total.kinds:,}", "data", ""),
        Figure("recipients outside, by name", f"{outside:,}", "receivers", ""),
        Figure("blind spots", f"{unseen:,}", "unseen", ""),
        Figure("undecided questions", f"{undecided:,}", "questions", ""),
    )


def _present(verdict: Verdict, entries: Entries) -> Mapping[str, Any]:
    """What there is to filter by, and whether every state has a brief name."""
    states = {one.state for one in entries.all}
    activities = {one.finding.activity for one in entries.all}
    elements = {one.finding.element for one in entries.all if one.finding.element}
    return {
        "states": [state for state in STATES if state in states],
        "brief": all(len(STATES[state]) <= _BRIEF for state in states),
        "activities": [activity for activity in ACTIVITIES if activity in activities],
        "elements": sorted((title_of(one, verdict.dossier), one) for one in elements),
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
