"""`policy show`: a policy's purposes, recipients, questions, and its answers as a matrix."""

from __future__ import annotations

from collections.abc import Sequence

from purposelint.domain.explanation import Answered
from purposelint.domain.policy import Policy
from purposelint.report.escaping import visible
from purposelint.report.look import PLAIN, Line, Look, Piece, paint
from purposelint.report.prose import table, wrapped
from purposelint.report.register import register_lines

_SIGNS = {"permitted": "+", "open": "?", "forbidden": "x", "silent": "."}
_STYLES = {"permitted": "good", "open": "warning", "forbidden": "error", "silent": "faint"}


def show_policy(policy: Policy, answers: Sequence[Answered], look: Look = PLAIN) -> str:
    """Everything a policy says; `answers` make a matrix of elements and purposes a recipient."""
    lines = [*_head(policy, look), [], *_purposes(policy, look), [], *_recipients(policy, look)]
    lines += register_lines(policy, look)
    for recipient in dict.fromkeys(one.recipient for one in answers):
        lines += [[], *_matrix(policy, [one for one in answers if one.recipient == recipient])]
    if policy.questions:
        lines += [[], *_questions(policy, look)]
    return paint(lines, look)


def show_answers(policy: Policy, answers: Sequence[Answered], look: Look = PLAIN) -> str:
    """Answers one a row, each with its clause and the reason; what all rows share stands above them."""
    asked: dict[str, list[str]] = {
        "element": [one.element for one in answers],
        "purpose": [one.purpose for one in answers],
        "recipient": [one.recipient for one in answers],
        "activity": [one.activity for one in answers],
    }
    same = {word: values[0] for word, values in asked.items() if len(set(values)) == 1}
    columns = {word: values for word, values in asked.items() if word not in same}
    rows: list[tuple[str, ...]] = [(*(word.upper() for word in columns), "ANSWER", "CLAUSE", "WHY")]
    for number, one in enumerate(answers):
        needs = f" Requires {one.ruling.requires}." if one.ruling.requires else ""
        keys = (values[number] for values in columns.values())
        rows.append((*keys, one.ruling.answer, one.ruling.clause, one.ruling.why + needs))
    lines: list[Line] = [[(f"Policy {visible(policy.head.id)}: {visible(policy.head.title)}", "code")]]
    if same:
        lines.append([(", ".join(f"{word} {visible(value)}" for word, value in same.items()), "")])
    return paint([*lines, [], *table(rows, look)], look)


def _head(policy: Policy, look: Look) -> list[Line]:
    head = policy.head
    lines: list[Line] = [[(visible(head.id), "code"), (f" {visible(head.title)}", "")]]
    silent = {
        "deny": "What it does not permit is not permitted.",
        "allow": "What it does not forbid may be declared for any of its purposes and any recipient.",
    }
    said = f"Version {head.version}, read from {policy.path}. {silent[head.default]}"
    lines += wrapped(said, look)
    if head.controller:
        lines += wrapped(f"Controller: {head.controller}.", look)
    if head.contact:
        lines += wrapped(f"Contact: {head.contact}", look)
    return lines


def _purposes(policy: Policy, look: Look) -> list[Line]:
    rows = [("", "PURPOSE", "CLAUSE", "WHAT FOR")]
    for number, (name, purpose) in enumerate(policy.purposes.items(), start=1):
        notes = [
            "closed list" if purpose.closed else "",
            "locked" if purpose.locked else "",
            "" if purpose.declarable else "never declarable",
            "exception" if purpose.exception else "",
            f"requires {purpose.requires}" if purpose.requires else "",
            f"includes {', '.join(purpose.includes)}" if purpose.includes else "",
        ]
        told = "; ".join(note for note in notes if note)
        rows.append((f"{number:>2}", name, purpose.clause, purpose.title + (f" ({told})" if told else "")))
    return table(rows, look)


def _recipients(policy: Policy, look: Look) -> list[Line]:
    rows = [("RECIPIENT", "CLAUSE", "WHO")]
    for name, recipient in policy.recipients.items():
        who = [recipient.title, *recipient.vendors, *recipient.hosts]
        rows.append((name, recipient.clause, ", ".join(part for part in who if part)))
    return table(rows, look) if len(rows) > 1 else [[("The policy maps no vendor and no host.", "")]]


def _questions(policy: Policy, look: Look) -> list[Line]:
    rows = [("QUESTION", "CLAUSE", "DECISION", "WHAT THE TEXT LEAVES OPEN")]
    for one in policy.questions:
        decision = f"{one.decision} by {one.by} on {one.on}" if one.decision else "open"
        rows.append((one.id, one.clause, decision, one.text))
    return table(rows, look)


def _matrix(policy: Policy, answers: Sequence[Answered]) -> list[Line]:
    """Elements down, purposes across by their number; two signs where storing and logging are asked."""
    signs: dict[tuple[str, str], list[Answered]] = {}
    for one in answers:
        signs.setdefault((one.element, one.purpose), []).append(one)
    elements = list(dict.fromkeys(one.element for one in answers))
    numbers = [(name, number) for number, name in enumerate(policy.purposes, start=1)]
    numbers = [(name, number) for name, number in numbers if (elements[0], name) in signs]
    plain = [name for name in elements if _is_all_permitted([signs[name, purpose] for purpose, _ in numbers])]
    shown = [name for name in elements if name not in plain]
    wide = max((len(name) for name in shown), default=0)
    lines = _legend(answers)
    if shown:
        lines.append([(" " * wide + "".join(f"{number:>3}" for _, number in numbers), "faint")])
    for element in shown:
        row: list[Piece] = [(f"{visible(element):<{wide}}", "")]
        for purpose, _ in numbers:
            told = signs[element, purpose]
            row.append((" " * (3 - len(told)), ""))
            row += [(_SIGNS[one.ruling.answer], _STYLES[one.ruling.answer]) for one in told]
        lines.append(row)
    if plain:
        rest = f"The other {len(plain)}" if shown else "All elements"
        lines.append([(f"{rest}: permitted for every purpose.", "")])
    return lines


def _legend(answers: Sequence[Answered]) -> list[Line]:
    activities = list(dict.fromkeys(one.activity for one in answers))
    order = " (first storing, then logging)" if len(activities) > 1 else ""
    return [
        [
            (f"Answers for recipient {visible(answers[0].recipient)}{order}: ", "code"),
            ("+ permitted, ? open, x forbidden, . silent", ""),
        ]
    ]


def _is_all_permitted(told: Sequence[Sequence[Answered]]) -> bool:
    return all(one.ruling.answer == "permitted" for each in told for one in each)
