"""The words that every format of `policy coverage` uses."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from purposelint.domain.promises import Promises, Unkept, Unpromised, Used
from purposelint.domain.verdict import Verdict
from purposelint.report.counting import plural
from purposelint.report.element_sets import folded

_PART = (
    "Only a part of the project was read: what is called unkept or never handled here may be kept elsewhere."
)
_ANYTHING = "any"
_PILES = ("baselined", "suppressed")


class Row(NamedTuple):
    """One line of a section: its words, cell by cell, in the order of the section's columns."""

    cells: tuple[tuple[str, ...], ...]


class Section(NamedTuple):
    """Rows of one kind with what is said above them, and instead of them where there are none."""

    title: str
    lead: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]


def title_of(verdict: Verdict) -> str:
    """What is held beside what."""
    run = verdict.run
    project = run.project or "the project"
    return f"Policy {run.policy_id}, version {run.policy_version}, and the code of {project}"


def lead_of(verdict: Verdict, promises: Promises) -> list[str]:
    """What was read, and what that means for the rest."""
    read = f"{plural(verdict.files.analysed, 'file')} read."
    return [read] if promises.whole else [read, _PART]


def sections_of(verdict: Verdict, promises: Promises) -> list[Section]:
    """All sections, in order; those without rows say so."""
    names = {code.code: code.name for code in verdict.codes}
    not_kept = [row for row in promises.unkept if not row.handled]
    unsaid = [row for row in promises.unkept if row.handled]
    return [
        _flows(promises.unpromised, names),
        _unkept(
            "Promises that no declaration keeps, though the code handles the data (PUR502)",
            "The recipient gets these elements, and no declaration gives such a purpose:",
            unsaid,
            promises,
        ),
        _unkept(
            "Promises that no code keeps (PUR502)",
            f"{promises.kept} of {promises.made} promises (element, purpose, recipient) are kept."
            " The code does not hand these elements to these recipients:",
            not_kept,
            promises,
        ),
        *_exceptions(promises.exceptions),
        _elements(
            "Elements that the policy names and the code never handles",
            [Row((tuple(folded(promises.never_handled, promises.known)),))] if promises.never_handled else [],
        ),
        _elements(
            "Elements that the code handles and the policy never names (PUR501)",
            [Row((_counted(promises.never_named),))] if promises.never_named else [],
        ),
    ]


def hidden_of(promises: Promises) -> list[str]:
    """What a check does not show either, by the reason."""
    return [
        f"{count} {reason}" if reason in _PILES else f"{count} not shown: {reason}"
        for reason, count in promises.hidden.items()
    ]


def _flows(unpromised: Sequence[Unpromised], names: dict[str, str]) -> Section:
    rows = tuple(
        Row(
            (
                (one.code, names.get(one.code, "")),
                (one.activity,),
                (one.recipient, *one.vendors),
                one.purposes,
                one.clauses,
                _counted(one.elements),
            )
        )
        for one in unpromised
    )
    lead = "Each element with the number of places; `purposelint check` shows every one:"
    columns = ("finding", "activity", "recipient", "declared for", "clause", "elements")
    return Section("Flows that the policy does not promise", lead, columns, rows)


def _unkept(title: str, lead: str, unkept: Sequence[Unkept], promises: Promises) -> Section:
    rows = tuple(
        Row(
            (
                tuple(_ANYTHING if word == "*" else word for word in one.purposes),
                tuple(_ANYTHING if word == "*" else word for word in one.recipients),
                one.clauses,
                tuple(folded(one.elements, promises.known)),
            )
        )
        for one in unkept
    )
    return Section(title, lead, ("purposes", "recipients", "clause", "elements"), rows)


def _exceptions(unused: Sequence[Unkept]) -> list[Section]:
    """How much is permitted for cases that may never come; nothing where a policy has no exceptions."""
    if not unused:
        return []
    by_permit: dict[tuple[tuple[str, ...], ...], int] = {}
    for one in unused:
        key = (one.purposes, one.recipients, one.clauses)
        by_permit[key] = by_permit.get(key, 0) + len(one.elements)
    rows = tuple(Row((*key, (plural(number, "element"),))) for key, number in by_permit.items())
    lead = (
        "Purposes with `exception = true` permit what a rare case asks for."
        " They promise no use, so none is PUR502:"
    )
    title = "Exceptions that no code makes use of"
    return [Section(title, lead, ("purposes", "recipients", "clause", "elements"), rows)]


def _elements(title: str, rows: list[Row]) -> Section:
    return Section(title, "", ("elements",), tuple(rows))


def _counted(used: Sequence[Used]) -> tuple[str, ...]:
    return tuple(f"{one.element} ({len(one.places)})" if len(one.places) > 1 else one.element for one in used)
