"""The record of processing activities for a spreadsheet and for a page of documentation."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Mapping
from urllib.parse import quote

from purposelint.domain.links import Links
from purposelint.domain.verdict import Verdict
from purposelint.report.escaping import visible
from purposelint.report.markdown import code, leading, plain, table
from purposelint.report.page.words import Spot
from purposelint.report.processing import HEAD, Activity, record_of
from purposelint.report.register import NOT_STATED

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "|", "%")
"""How a cell begins that a spreadsheet may run."""


def record_csv(verdict: Verdict) -> str:
    """The record as CSV, a row a purpose and recipient; no cell is taken for a formula.

    Where it holds more than ASCII it begins with a byte order mark, without which Excel misreads it.
    """
    out = io.StringIO()
    writer = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(("controller", *HEAD, "commit", "policy", "policy version"))
    run = verdict.run
    controller = _controller(verdict)
    for one in record_of(verdict):
        row = (controller, *one.cells, run.commit, run.policy_id, run.policy_version)
        writer.writerow([_harmless(cell) for cell in row])
    text = out.getvalue()
    return text if text.isascii() else "\ufeff" + text


def record_markdown(verdict: Verdict) -> str:
    """The record as a Markdown table; the lines lead to a code host, or hold from the project's root."""
    run = verdict.run
    head = [word for word in HEAD if word != "purpose id"]
    rows = [_row(one, verdict.links) for one in record_of(verdict)]
    changed = ", with changes" if run.dirty else ""
    about = [
        "# Record of processing activities\n",
        f"- Controller: {plain(_controller(verdict))}",
        f"- Service: {plain(run.project)}",
        f"- Policy: {plain(run.policy_id)}, version {plain(run.policy_version)}",
        f"- Commit: {plain(run.commit or 'not in a git repository')}{changed}\n",
    ]
    body = table([plain(word) for word in head], rows) if rows else "No personal data was found.\n"
    return "\n".join([*about, body])


RECORDS: Mapping[str, Callable[[Verdict], str]] = {"csv": record_csv, "markdown": record_markdown}
"""Forms of the record by name: `record-csv` is the format of `report`."""


def _controller(verdict: Verdict) -> str:
    stated = verdict.dossier.policy.head.controller if verdict.dossier is not None else ""
    return stated or NOT_STATED


def _harmless(cell: str) -> str:
    shown = visible(cell)
    return f"'{shown}" if shown.lstrip(" ").startswith(_FORMULA) or cell.startswith(_FORMULA) else shown


def _row(one: Activity, links: Links | None) -> list[str]:
    shown = zip(HEAD, one.cells, strict=True)
    cells = [plain(cell) for word, cell in shown if word not in {"purpose id", "lines"}]
    lines = [leading(code(f"{spot.path}:{spot.line}"), _address(spot, links)) for spot in one.spots]
    return [*cells, ", ".join(lines)]


def _address(spot: Spot, links: Links | None) -> str:
    """Where a line can be looked at; with no host known, in the folder that the record lies in."""
    if links is not None:
        return links.to(spot.path, spot.line)
    return f"{quote(visible(spot.path), safe='/')}#L{spot.line}"
