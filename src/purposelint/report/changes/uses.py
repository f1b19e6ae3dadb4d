"""Rows of the privacy diff about uses: what is new, what stopped, what is allowed differently."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from operator import itemgetter
from typing import TypeAlias

from purposelint.domain.privacy_diff import PrivacyDiff, Standing, Use
from purposelint.domain.verdict import Finding, Status
from purposelint.report.changes.marks import ELEMENTS, PLACES, Marks, places, some
from purposelint.report.counting import plural

_DOES = {"log": "logs", "share": "sends", "store": "stores"}
_STANDING: dict[Standing, str] = {
    "permitted": "permitted",
    "undeclared": "no declared purpose",
    "not permitted": "not permitted",
    "open": "an open question of the policy",
}
_HUSHED: dict[tuple[Status, ...], str] = {
    ("suppressed",): "silenced",
    ("baselined",): "accepted by the baseline",
    ("baselined", "suppressed"): "silenced or accepted by the baseline",
}
_RANK: dict[Standing, int] = {"not permitted": 0, "undeclared": 1, "open": 2, "silenced": 3, "permitted": 4}

_NOBODY = "not in the policy"
"""What a recipient is called that the policy does not know, as the report for reviewers calls it."""

Turn: TypeAlias = tuple[Use, Use]
_Group: TypeAlias = Sequence[Use]
"""Uses that one row tells: of one way, or of models that hold the same."""


def is_beside_silenced(turn: Turn) -> bool:
    """Whether a use was silenced wherever it was, and is now in a place more where nothing silences it."""
    was, now = turn
    return was.standing == "silenced" and now.standing != "silenced" and len(now.places) > len(was.places)


def begun(diff: PrivacyDiff, marks: Marks) -> list[str]:
    """Rows of what is new, what is not permitted first."""
    rows = [
        (_RANK[group[0].standing], f"newly {_does(group, marks)}: {_judged(group, marks)}")
        for group in _grouped(diff.begun, _said)
    ]
    for was, now in filter(is_beside_silenced, diff.turned):
        more = f"{_does([now], marks)} in one more place: {_judged([now], marks)}"
        told = f"{more}; elsewhere it is {_hushed(was)}"
        rows.append((_RANK[now.standing], told))
    return [row for _, row in sorted(rows, key=itemgetter(0))]


def ended(uses: Iterable[Use], marks: Marks, how: str) -> list[str]:
    """Rows of what nobody does any more, or nobody knows of; models are named, other uses have places."""
    return [f"{how} {_does(group, marks)}{_was_at(group, marks)}".lstrip() for group in _grouped(uses, _way)]


def turned(diff: PrivacyDiff, marks: Marks) -> list[str]:
    """Rows of what is judged otherwise: uses that were judged alike, and now are, in one row."""
    groups: dict[Hashable, list[Turn]] = {}
    for was, now in diff.turned:
        if not is_beside_silenced((was, now)):
            to = "" if now.activity == "store" else now.to
            groups.setdefault((now.activity, to, _said(was), _said(now)), []).append((was, now))
    ordered = sorted(groups.values(), key=lambda group: (_RANK[group[0][1].standing], group[0][1]))
    return [_turned(group, marks) for group in ordered]


def gone(findings: Iterable[Finding], marks: Marks) -> list[str]:
    """Findings that are no longer there, by element and code: where each was."""
    found: dict[tuple[str, str], list[str]] = {}
    for one in sorted(findings, key=lambda one: (one.element or "", one.code, one.place)):
        where = f"{one.place.path}:{one.place.span.line}"
        found.setdefault((one.element or "", one.code), []).append(where)
    return [
        f"{' '.join(filter(None, (marks.code(element), number)))}: {places(where, marks)}"
        for (element, number), where in found.items()
    ]


def counted(diff: PrivacyDiff) -> list[str]:
    """How many uses are new, stopped, not looked at, and allowed differently, in words."""
    beside = sum(map(is_beside_silenced, diff.turned))
    new = len(diff.begun) + beside
    told = {
        plural(new, "new use"): new,
        f"{len(diff.ended)} stopped": len(diff.ended),
        f"{len(diff.unseen)} not looked at any more": len(diff.unseen),
        f"{len(diff.turned) - beside} allowed differently": len(diff.turned) - beside,
    }
    return [words for words, number in told.items() if number]


def _grouped(uses: Iterable[Use], key: Callable[[Use], Hashable]) -> list[_Group]:
    """Uses in rows, what is not permitted first."""
    ways: dict[tuple[Hashable, str], list[Use]] = {}
    for use in uses:
        ways.setdefault((key(use), use.to), []).append(use)
    rows: dict[Hashable, list[Use]] = {}
    for (said, to), group in ways.items():
        elements = tuple(use.element for use in group)
        alike = elements if group[0].activity == "store" else to
        rows.setdefault((said, alike), []).extend(group)
    return sorted(rows.values(), key=lambda group: (_RANK[group[0].standing], group[0]))


def _way(use: Use) -> tuple[Hashable, ...]:
    return (use.activity, use.recipient, use.purposes)


def _said(use: Use) -> tuple[Hashable, ...]:
    return (*_way(use), use.standing, use.clause, use.hushed)


def _does(group: _Group, marks: Marks) -> str:
    """`sends ELEMENTS to SOMEBODY for PURPOSES`."""
    first = group[0]
    return f"{_DOES[first.activity]} {_what(group, marks)}{_for(first.purposes, marks)}"


def _what(group: _Group, marks: Marks) -> str:
    elements = list(dict.fromkeys(marks.code(use.element) for use in group))
    return f"{some(elements, ELEMENTS)}{_to(group, marks)}"


def _to(group: _Group, marks: Marks) -> str:
    use = group[0]
    if use.activity == "log" and use.recipient in {"", "self"}:
        return ""
    if use.activity == "store":
        names = dict.fromkeys(".".join(one.to.split(".")[-2:]) for one in group)
        return f" in {some([marks.code(name) for name in names if name], PLACES)}" if any(names) else ""
    who = _NOBODY if use.recipient == "unmapped" else use.recipient
    recipient = f" ({marks.plain(who)})" if who else ""
    return f" to {marks.code(use.to)}{recipient}" if use.to else f" to {marks.plain(who)}"


def _for(purposes: Sequence[str], marks: Marks) -> str:
    return f" for {', '.join(map(marks.code, purposes))}" if purposes else ""


def _standing(use: Use, marks: Marks) -> str:
    word = _word(use)
    word = word if use.standing in {"permitted", "silenced"} else marks.strong(word)
    return f"{word}, clause {marks.plain(use.clause)}" if use.clause else word


def _word(use: Use) -> str:
    return _hushed(use) if use.standing == "silenced" else _STANDING[use.standing]


def _hushed(use: Use) -> str:
    """By what a use is silenced, or each place of it by one or the other."""
    return _HUSHED.get(use.hushed, "silenced")


def _judged(group: _Group, marks: Marks) -> str:
    """What the policy says, and of which places."""
    return f"{_standing(group[0], marks)} ({places((at for use in group for at in use.judged), marks)})"


def _was_at(group: _Group, marks: Marks) -> str:
    if group[0].activity == "store":
        return ""
    return f" ({places((at for use in group for at in use.places), marks)})"


def _turned(group: Sequence[Turn], marks: Marks) -> str:
    """What is done, how it stands now, and how it stood."""
    was, now = group[0]
    parts = [_what(one, marks) for one in _grouped((use for _, use in group), _said)]
    before = f"{_word(was)}{_for(was.purposes, marks)}"
    after = f"{_standing(now, marks)}{_for(now.purposes, marks)}"
    at = (
        ""
        if now.standing == "permitted"
        else f" ({places((at for _, use in group for at in use.judged), marks)})"
    )
    return f"{_DOES[now.activity]} {some(parts, PLACES, '; ')}: now {after}, was {before}{at}"
