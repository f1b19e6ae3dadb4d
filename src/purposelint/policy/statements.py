"""Everything in a policy that cites a clause, under the key a reader finds it by."""

from __future__ import annotations

from collections.abc import Iterator

from purposelint.domain.policy import Policy, cited
from purposelint.domain.policy_review import Citation

KINDS = ("purposes", "recipients", "permits", "prohibitions", "questions")


def statements(policy: Policy) -> Iterator[tuple[str, str, str]]:
    """(kind, how a reader finds it, citation) of every statement, in the policy's order."""
    for name, purpose in policy.purposes.items():
        yield "purposes", f"purpose {name}", purpose.clause
    for name, recipient in policy.recipients.items():
        yield "recipients", f"recipient {name}", recipient.clause
    for permit in policy.permits:
        yield "permits", f"permit for {', '.join(permit.purposes)}", permit.clause
    for forbid in policy.forbids:
        about = ", ".join(forbid.purposes or forbid.recipients or forbid.activities) or "everything"
        yield "prohibitions", f"prohibition about {about}", forbid.clause
    for question in policy.questions:
        yield "questions", f"question {question.id}", question.clause


def citations(policy: Policy) -> tuple[Citation, ...]:
    """Clauses that the policy cites, in order of their numbers, with counts."""
    counts: dict[str, dict[str, int]] = {}
    for kind, _, clauses in statements(policy):
        for clause in cited(clauses):
            row = counts.setdefault(clause, dict.fromkeys(KINDS, 0))
            row[kind] += 1
    return tuple(
        Citation(clause, tuple((kind, count) for kind, count in counts[clause].items() if count))
        for clause in sorted(counts, key=_natural)
    )


def statements_citing(policy: Policy, clause: str) -> tuple[str, ...]:
    """What cites a clause; of an item, also what cites the clause around it."""
    around = {clause, clause.partition("(")[0]}
    found = (told for _, told, clauses in statements(policy) if not around.isdisjoint(cited(clauses)))
    return tuple(dict.fromkeys(found))


def _natural(clause: str) -> tuple[tuple[int, str], ...]:
    """Numbers in a clause's name by their size: 1.10 after 1.9."""
    words: list[str] = [""]
    for char in clause:
        if words[-1] and char.isdigit() == words[-1][-1].isdigit():
            words[-1] += char
        else:
            words.append(char)
    return tuple((int(word), "") if word.isdecimal() and word.isascii() else (-1, word) for word in words)
