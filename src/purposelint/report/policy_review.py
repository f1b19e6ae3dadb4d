"""`policy check`: the gaps of a policy, the clauses it cites, and those beside their text."""

from __future__ import annotations

from purposelint.domain.policy_review import Citation, ClauseCheck, Gap, GapKind, Review
from purposelint.report.escaping import visible
from purposelint.report.look import PLAIN, Line, Look, paint
from purposelint.report.prose import table, wrapped

_HEADINGS: dict[GapKind, str] = {
    "clause-not-in-text": "Clauses that are cited and that the text does not have",
    "overdue-decision": "Decisions that were to be reviewed by now",
    "overdue-declaration": "Declarations that were to be reviewed by now",
    "decision-ahead": "Decisions of a day that is still to come",
    "declaration-ahead": "Declarations of a day that is still to come",
    "unpermitted-purpose": "Purposes that nothing is permitted for",
    "unmapped-recipient": "Recipients without vendors and hosts",
    "uncited-statement": "Purposes and recipients without a clause",
    "open-question": "Questions without a decision",
    "unmentioned-element": "Elements that the policy does not name: PUR501 wherever code uses one",
}
_TOLD = {
    "changed": "has another text now",
    "moved": "stands under another number now",
    "missing": "is gone from the text",
    "new": "is in the text, and the policy states no hash for it",
}

_ELSEWHERE = (
    "Code is not read here: `purposelint check --select PUR401` tells which declared words this policy lacks."
)


def show_review(review: Review, look: Look = PLAIN) -> str:
    """Gaps by kind, clauses cited, what the text has become, and a sum."""
    lines: list[Line] = [[(visible(review.policy), "code"), (f" {visible(review.title)}", "")]]
    lines += wrapped(f"Version {review.version}, read from {review.path}.", look)
    for kind, heading in _HEADINGS.items():
        some = [gap for gap in review.gaps if gap.kind == kind]
        if some:
            lines += [[], [(f"{heading} ({len(some)})", "code")], *_gaps(kind, some, look)]
    if review.citations:
        rows = [
            (
                one.clause,
                ", ".join(f"{count} {kind if count > 1 else kind[:-1]}" for kind, count in one.counts),
            )
            for one in review.citations
        ]
        lines += [[], [("Clauses cited", "code")], *_indented(table(rows, look, head=False))]
    lines += [[], *_clauses(review, look), [], *wrapped(_sum(review), look)]
    lines += wrapped(_ELSEWHERE, look)
    return paint(lines, look)


def _counted(citation: Citation) -> str:
    return ", ".join(f"{count} {kind if count > 1 else kind[:-1]}" for kind, count in citation.counts)


def _gaps(kind: GapKind, gaps: list[Gap], look: Look) -> list[Line]:
    if kind == "unmentioned-element":
        return _groups(gaps, look)
    rows = [(gap.name, gap.clause, gap.told) for gap in gaps]
    if not any(gap.clause for gap in gaps):
        rows = [(gap.name, gap.told) for gap in gaps]  # type: ignore[misc]
    return _indented(table(rows, look, head=False))


def _groups(gaps: list[Gap], look: Look) -> list[Line]:
    """Elements a line for each group: their titles say nothing that `explain` does not."""
    groups: dict[str, list[str]] = {}
    for gap in gaps:
        group, _, name = gap.name.partition(".")
        groups.setdefault(group, []).append(name)
    return _indented(table([(group, ", ".join(names)) for group, names in groups.items()], look, head=False))


def _indented(lines: list[Line]) -> list[Line]:
    return [[("  ", ""), *line] for line in lines]


def _clauses(review: Review, look: Look) -> list[Line]:
    """What became of the text since the policy was written from it."""
    head: Line = [("Clauses beside their text", "code")]
    if review.clauses is None:
        hint = "not compared: give the text with --source FILE"
        return [head, *wrapped(hint, look, 2)]
    if not review.clauses:
        hint = "not compared: the policy states no hashes; --source FILE --print-hashes writes them"
        return [head, *wrapped(hint, look, 2)]
    unlike = review.unlike
    lines: list[Line] = [[*head, (visible(f" (table clauses of {review.path})"), "")]]
    for each in unlike:
        lines += wrapped(_told(each), look, 2, 4)
    same = len(review.clauses) - len(unlike)
    rest = f"{same} of {len(review.clauses)} are as they were in {review.source}."
    return [*lines, *wrapped(rest, look, 2)]


def _told(each: ClauseCheck) -> str:
    now = f": {each.now}" if each.state == "moved" else ""
    again = f". Read again: {'; '.join(each.statements)}" if each.statements else ""
    return f"{each.clause} {_TOLD[each.state]}{now}{again}"


def _sum(review: Review) -> str:
    gaps = f"{len(review.gaps)} gap{'s' * (len(review.gaps) != 1)}" if review.gaps else "No gaps"
    if review.clauses is None or not review.clauses:
        return f"No mistakes. {gaps}."
    unlike = len(review.unlike)
    return f"No mistakes. {gaps}. {unlike or 'No'} clause{'s' * (unlike != 1)} unlike the text."
