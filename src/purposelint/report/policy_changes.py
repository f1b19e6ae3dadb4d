"""`policy diff`: what changed between two policies, for whom."""

from __future__ import annotations

from collections.abc import Sequence

from purposelint.domain.catalog import ACTIVITIES
from purposelint.domain.policy import Ruling
from purposelint.domain.policy_review import Change, ChangeKind, Difference
from purposelint.report.element_sets import folded
from purposelint.report.escaping import visible
from purposelint.report.look import PLAIN, Line, Look, paint
from purposelint.report.prose import table, wrapped

_HEADINGS: dict[ChangeKind, tuple[str, str]] = {
    "stricter": ("Stricter than before", "good"),
    "looser": ("Looser than before", "error"),
    "condition": ("Under another condition", "warning"),
    "clause": ("The same answer by another clause", "note"),
    "removed": ("No longer there: what purposes and recipients that are gone could have", "good"),
    "added": ("New: what purposes and recipients that were added can have", "warning"),
}

_ALL = len(ACTIVITIES)
"""Where an answer holds for every activity, none is named."""


def show_difference(difference: Difference, look: Look = PLAIN) -> str:
    """Changes by kind, each with everybody it holds for, then everything else that was restated."""
    lines: list[Line] = [
        [("old ", "faint"), (visible(difference.old), "")],
        [("new ", "faint"), (visible(difference.new), "")],
    ]
    for kind, (heading, style) in _HEADINGS.items():
        some = [change for change in difference.changes if change.kind == kind]
        if some:
            lines += [[], [(heading, style)]]
            before = ""
            for change in some:
                told = " -> ".join(_ruling(each) for each in (change.was, change.now) if each is not None)
                lines += [] if told == before else [[(f"  {visible(told)}", "code")]]
                lines += _holds_for(change, difference.elements, look)
                before = told
    if difference.facts:
        rows = [(what, how) for what, how in difference.facts]
        lines += [[], [("Stated otherwise", "code")]]
        lines += [[("  ", ""), *line] for line in table(rows, look, head=False)]
    if not difference.changes:
        lines += [[], [("Every answer is what it was.", "")]]
    return paint(lines, look)


def _holds_for(change: Change, universe: Sequence[str], look: Look) -> list[Line]:
    about = f"for {', '.join(change.purposes)}; to {', '.join(change.recipients)}"
    activities = "" if len(change.activities) == _ALL else f"; {', '.join(change.activities)}"
    return [
        *wrapped(about + activities, look, 4, 6),
        *wrapped(", ".join(folded(change.elements, universe)), look, 6, 6),
    ]


def _ruling(ruling: Ruling) -> str:
    clause = f" ({ruling.clause})" if ruling.clause else ""
    return f"{ruling.answer}{clause}" + (f" requires {ruling.requires}" if ruling.requires else "")
