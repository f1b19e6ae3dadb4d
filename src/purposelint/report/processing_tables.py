"""The record of processing activities for a spreadsheet and for a page of documentation."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator, Mapping
from itertools import groupby
from urllib.parse import quote

from purposelint.domain.links import Links
from purposelint.domain.verdict import Verdict
from purposelint.report.escaping import visible
from purposelint.report.markdown import code, leading, plain, table
from purposelint.report.page.words import ACTIVITIES, Spot
from purposelint.report.processing import NO_PURPOSE, NONE_SEEN, Activity, categories_of
from purposelint.report.register import NOT_STATED

HEAD = (
    "purpose",
    "purpose id",
    "legal basis",
    "categories of data subjects",
    "category of data",
    "element",
    "special category",
    *ACTIVITIES.values(),
    "recipient",
    "received by",
    "country of the recipient",
    "safeguard",
    "contract",
    "time limit for erasure",
    "measures seen in the code",
    "uses",
    "open findings",
    "silenced findings",
    "places",
    "lines",
)
"""The columns of the spreadsheet, in the words of Art. 30(1) where it has one."""

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "|", "%")
"""How a cell begins that a spreadsheet may run."""

_LINES = 20
"""Lines that a row names of its places: a cell of a spreadsheet is no page."""

_COLUMNS = (
    "category of data",
    "what is done",
    "received by",
    "measures seen in the code",
    "uses",
    "open findings",
    "silenced findings",
    "lines",
)
"""The columns of a table of documentation; what is stated of a purpose and a recipient stands above it."""


def record_csv(verdict: Verdict) -> str:
    """The record as CSV, a row a purpose, category of data and recipient; no cell is taken for a formula.

    Where it holds more than ASCII it begins with a byte order mark, without which Excel misreads it.
    """
    out = io.StringIO()
    writer = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(("controller", *HEAD, "commit", "policy", "policy version"))
    run = verdict.run
    controller = _controller(verdict)
    for one in categories_of(verdict):
        row = (controller, *_cells(one), run.commit, run.policy_id, run.policy_version)
        writer.writerow([_harmless(cell) for cell in row])
    text = out.getvalue()
    return text if text.isascii() else "\ufeff" + text


def _cells(one: Activity) -> tuple[str, ...]:
    """A row of the spreadsheet in words, in the order of `HEAD`."""
    return (
        one.title or one.purpose or NO_PURPOSE,
        one.purpose,
        one.legal_basis or NOT_STATED,
        "; ".join(one.subjects) or NOT_STATED,
        "; ".join(one.data),
        "; ".join(one.elements),
        "yes" if one.special else "no",
        *("yes" if word in one.activities else "no" for word in ACTIVITIES.values()),
        one.recipient_title,
        ", ".join(one.names),
        one.country or NOT_STATED,
        one.safeguard or NOT_STATED,
        one.contract or NOT_STATED,
        one.retention or NOT_STATED,
        "; ".join(one.measures) or NONE_SEEN,
        str(one.uses),
        str(one.open),
        str(one.silenced),
        str(len(one.spots)),
        " ".join(f"{spot.path}:{spot.line}" for spot in one.spots[:_LINES]),
    )


def record_markdown(verdict: Verdict) -> str:
    """The record as Markdown, a section a purpose and a table a recipient.

    The lines lead to a code host, or hold from the project's root.
    """
    run = verdict.run
    changed = ", with changes" if run.dirty else ""
    about = [
        "# Record of processing activities\n",
        f"- Controller: {plain(_controller(verdict))}",
        f"- Service: {plain(run.project)}",
        f"- Policy: {plain(run.policy_id)}, version {plain(run.policy_version)}",
        f"- Commit: {plain(run.commit or 'not in a git repository')}{changed}\n",
    ]
    rows = categories_of(verdict)
    parts = (
        part for _, found in groupby(rows, lambda one: one.purpose) for part in _section([*found], verdict)
    )
    return "\n".join([*about, *(parts if rows else ["No personal data was found.\n"])])


def _section(rows: list[Activity], verdict: Verdict) -> Iterator[str]:
    """One purpose: what is stated of it, and each recipient with the categories of data."""
    first = rows[0]
    yield f"## {_heading(first.title or first.purpose or NO_PURPOSE)}\n"
    yield f"- Legal basis: {plain(first.legal_basis or NOT_STATED)}"
    yield f"- Categories of data subjects: {plain('; '.join(first.subjects) or NOT_STATED)}"
    yield f"- Time limit for erasure: {plain(first.retention or NOT_STATED)}\n"
    for _, found in groupby(rows, lambda one: one.recipient):
        some = list(found)
        yield f"### {_heading(some[0].recipient_title)}\n"
        stated = (
            ("Country", some[0].country),
            ("Safeguard", some[0].safeguard),
            ("Contract", some[0].contract),
        )
        yield "\n".join(f"- {word}: {plain(fact or NOT_STATED)}" for word, fact in stated) + "\n"
        yield table(_COLUMNS, [_row(one, verdict.links) for one in some])


def _heading(text: str) -> str:
    return plain(text[:1].upper() + text[1:])


RECORDS: Mapping[str, Callable[[Verdict], str]] = {"csv": record_csv, "markdown": record_markdown}
"""Forms of the record by name: `record-csv` is the format of `report`."""


def _controller(verdict: Verdict) -> str:
    stated = verdict.dossier.policy.head.controller if verdict.dossier is not None else ""
    return stated or NOT_STATED


def _harmless(cell: str) -> str:
    shown = visible(cell)
    return f"'{shown}" if shown.lstrip(" ").startswith(_FORMULA) or cell.startswith(_FORMULA) else shown


def _row(one: Activity, links: Links | None) -> list[str]:
    special = " (special category)" if one.special else ""
    lines = [leading(code(f"{spot.path}:{spot.line}"), _address(spot, links)) for spot in one.spots[:_LINES]]
    more = f" and {len(one.spots) - _LINES} more" if len(one.spots) > _LINES else ""
    return [
        f"{plain('; '.join(one.data))}{special}",
        ", ".join(one.activities),
        plain(", ".join(one.names)),
        plain("; ".join(one.measures) or NONE_SEEN),
        str(one.uses),
        str(one.open),
        str(one.silenced),
        ", ".join(lines) + more,
    ]


def _address(spot: Spot, links: Links | None) -> str:
    """Where a line can be looked at; with no host known, in the folder that the record lies in."""
    if links is not None:
        return links.to(spot.path, spot.line)
    return f"{quote(visible(spot.path), safe='/')}#L{spot.line}"
