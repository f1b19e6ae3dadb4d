"""`policy show --output-format markdown`: the policy as a page to hand on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from purposelint.domain.explanation import Answered
from purposelint.domain.policy import Policy, Purpose, Ruling
from purposelint.report.markdown import code, plain, table
from purposelint.report.register import purpose_facts, recipient_facts

_SIGNS = {"permitted": "yes", "open": "?", "forbidden": "no", "silent": ""}


def policy_page(policy: Policy, answers: Sequence[Answered]) -> str:
    """Everything a policy says; `answers` make a matrix of elements and purposes for each recipient."""
    parts = [_head(policy), _purposes(policy), _recipients(policy), *_register(policy)]
    parts += [
        _matrix(policy, [one for one in answers if one.recipient == recipient])
        for recipient in dict.fromkeys(one.recipient for one in answers)
    ]
    if policy.questions:
        parts.append(_questions(policy))
    return "\n".join(parts)


def answers_page(policy: Policy, answers: Sequence[Answered]) -> str:
    """Answers one a row, each with its clause, the reason and what it requires."""
    rows = [
        (
            code(one.element),
            code(one.purpose),
            code(one.recipient),
            one.activity,
            one.ruling.answer,
            plain(one.ruling.clause),
            _why(one.ruling),
        )
        for one in answers
    ]
    head = ("element", "purpose", "recipient", "activity", "answer", "clause", "why")
    return f"# {plain(policy.head.title)}\n\n{table(head, rows)}"


def _why(ruling: Ruling) -> str:
    return plain(ruling.why) + (f" Requires {plain(ruling.requires)}." if ruling.requires else "")


def _head(policy: Policy) -> str:
    head = policy.head
    silent = {
        "deny": "What it does not permit is not permitted.",
        "allow": "What it does not forbid may be declared for any of its purposes and any recipient.",
    }
    controller = f" Controller: {plain(head.controller)}." if head.controller else ""
    contact = f" Contact: {plain(head.contact)}." if head.contact else ""
    return (
        f"# {plain(head.title)}\n\n{code(head.id)}, version {plain(head.version)}, read from"
        f" {code(policy.path)}. {silent[head.default]}{controller}{contact}\n"
    )


def _purposes(policy: Policy) -> str:
    rows = [
        (str(number), code(name), plain(purpose.clause), plain(purpose.title), plain(_notes(purpose)))
        for number, (name, purpose) in enumerate(policy.purposes.items(), start=1)
    ]
    return "## Purposes\n\n" + table(("no.", "purpose", "clause", "what for", "notes"), rows)


def _notes(purpose: Purpose) -> str:
    notes = [
        "closed list" if purpose.closed else "",
        "locked" if purpose.locked else "",
        "" if purpose.declarable else "never declarable",
        "exception" if purpose.exception else "",
        f"requires {purpose.requires}" if purpose.requires else "",
        f"includes {', '.join(purpose.includes)}" if purpose.includes else "",
    ]
    return "; ".join(note for note in notes if note)


def _recipients(policy: Policy) -> str:
    rows = [
        (
            code(name),
            plain(each.clause),
            plain(each.title),
            ", ".join(code(word) for word in (*each.vendors, *each.hosts)),
        )
        for name, each in policy.recipients.items()
    ]
    head = ("recipient", "clause", "who", "vendors and hosts")
    return "## Recipients\n\n" + (table(head, rows) if rows else "The policy maps no vendor and no host.\n")


def _register(policy: Policy) -> Iterator[str]:
    """Facts for the register of processing, where the policy states any."""
    for rows in (purpose_facts(policy), recipient_facts(policy)):
        if rows:
            head, *stated = rows
            cells = ([code(name), *(plain(fact) for fact in facts)] for name, *facts in stated)
            yield f"## Facts for the register: {head[0].lower()}s\n\n" + table(
                [word.lower() for word in head], cells
            )


def _matrix(policy: Policy, answers: Sequence[Answered]) -> str:
    """Elements down, purposes across by their number; activities share a cell."""
    cells: dict[tuple[str, str], list[str]] = {}
    for one in answers:
        cells.setdefault((one.element, one.purpose), []).append(_SIGNS[one.ruling.answer] or ".")
    elements = list(dict.fromkeys(one.element for one in answers))
    purposes = list(dict.fromkeys(one.purpose for one in answers))
    activities = list(dict.fromkeys(one.activity for one in answers))
    rows = [
        (code(element), *(" / ".join(cells[element, purpose]) for purpose in purposes))
        for element in elements
    ]
    numbers = {name: number for number, name in enumerate(policy.purposes, start=1)}
    order = f"In each cell: {', then '.join(activities)}. " if len(activities) > 1 else ""
    return (
        f"## Answers for recipient {code(answers[0].recipient)}\n\n"
        f"Columns are purposes by their number. {order}yes: permitted, no: forbidden, ?: open,"
        " .: the policy is silent.\n\n"
        + table(("element", *(str(numbers[purpose]) for purpose in purposes)), rows)
    )


def _questions(policy: Policy) -> str:
    rows = [
        (
            code(one.id),
            plain(one.clause),
            plain(f"{one.decision} by {one.by} on {one.on}") if one.decision else "open",
            plain(one.review_by),
            plain(one.text),
            plain(one.default),
        )
        for one in policy.questions
    ]
    head = ("question", "clause", "decision", "review by", "what the text leaves open", "until decided")
    return "## Questions\n\n" + table(head, rows)
