"""Policy and code side by side, in words of a report: no names of codes, activities or vendors' entries."""

from __future__ import annotations

from collections.abc import Iterable

from purposelint.domain.dossier import Dossier
from purposelint.report.page.words import ACTIVITIES, BREACHES, OWN, SELF, recipient_title
from purposelint.report.promises_words import Row, Section


def in_words(sections: Iterable[Section], dossier: Dossier | None) -> list[Section]:
    """The same sections, each cell in words."""
    return [
        one._replace(rows=tuple(Row(tuple(_cells(one.columns, row, dossier))) for row in one.rows))
        for one in sections
    ]


def _cells(columns: Iterable[str], row: Row, dossier: Dossier | None) -> Iterable[tuple[str, ...]]:
    for column, cell in zip(columns, row.cells, strict=False):
        if column == "finding":
            code, name = cell
            yield (f"{BREACHES.get(name, name)} ({code})",)
        elif column == "activity":
            yield tuple(ACTIVITIES.get(word, word) for word in cell)
        elif column in {"recipient", "recipients"}:
            yield tuple(_who(word, dossier) for word in cell)
        else:
            yield cell


def _who(name: str, dossier: Dossier | None) -> str:
    """A recipient of the policy, or a vendor."""
    title = recipient_title(name, dossier)
    return OWN if name == SELF else name.replace("_", " ") if title == name else title
