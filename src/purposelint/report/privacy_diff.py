"""The privacy diff: what a change newly does with personal data, and what it silences, in a few lines."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import NamedTuple

import msgspec

from purposelint.domain.links import Links
from purposelint.domain.privacy_diff import WORK_TREE, Loosening, PrivacyDiff, Snapshot, Standing, Use
from purposelint.domain.verdict import Finding, Problem
from purposelint.report.counting import plural
from purposelint.report.escaping import shorten, visible
from purposelint.report.json_contract import dump, finding_record
from purposelint.report.markdown import code, leading, plain

_ROWS = 20
"""Rows of one section; the rest is counted."""

_PLACES = 3
_ELEMENTS = 8
_LONGEST = 160

_DOES = {"log": "logs", "share": "sends", "store": "stores"}
_STANDING: dict[Standing, str] = {
    "permitted": "permitted",
    "undeclared": "no declared purpose",
    "not permitted": "not permitted",
    "open": "an open question of the policy",
    "silenced": "silenced",
}


_NOBODY = "not in the policy"
"""What a recipient is called that the policy does not know, as the report for reviewers calls it."""


class _Marks(NamedTuple):
    """How one format writes words of the code, plain words, what matters, places, headings and rows."""

    code: Callable[[str], str]
    place: Callable[[str, int], str]
    plain: Callable[[str], str]
    strong: Callable[[str], str]
    title: str
    heading: str
    row: str


def _told(path: str, line: int) -> str:
    return f"{path}:{line}" if line else path


def _coded(path: str, line: int) -> str:
    return code(_told(path, line))


def _told_visibly(path: str, line: int) -> str:
    return visible(_told(path, line))


_MARKDOWN = _Marks(code, _coded, plain, lambda text: f"**{text}**", "### {}", "\n**{}**\n", "- {}")
_TEXT = _Marks(visible, _told_visibly, visible, lambda text: text, "{}", "\n{}", "  {}")


def privacy_diff_markdown(diff: PrivacyDiff) -> str:
    """The diff as Markdown for a comment on a pull request; places lead to a code host that is known."""
    links = diff.links
    marks = _MARKDOWN if links is None else _MARKDOWN._replace(place=partial(_leading, links))
    return "\n".join(_lines(diff, marks)).strip("\n") + "\n"


def _leading(links: Links, path: str, line: int) -> str:
    return leading(_coded(path, line), links.to(path, line))


def privacy_diff_text(diff: PrivacyDiff) -> str:
    """The diff for a terminal."""
    return "\n".join(_lines(diff, _TEXT)).strip("\n") + "\n"


def privacy_diff_json(diff: PrivacyDiff) -> str:
    """The diff as JSON, every row of it."""
    made = {
        "version": 1,
        "base": _revision(diff.base),
        "head": _revision(diff.head),
        "begun": [msgspec.to_builtins(one) for one in diff.begun],
        "unseen": [msgspec.to_builtins(one) for one in diff.unseen],
        "ended": [msgspec.to_builtins(one) for one in diff.ended],
        "turned": [{"was": msgspec.to_builtins(a), "now": msgspec.to_builtins(b)} for a, b in diff.turned],
        "findings": [finding_record(one) for one in diff.findings],
        "mended": diff.mended,
        "moved": diff.moved,
        "renamed": [{"was": was, "now": now} for was, now in diff.renamed],
        "loosened": [msgspec.to_builtins(one) for one in diff.loosened],
        "widened": [{"was": msgspec.to_builtins(a), "now": msgspec.to_builtins(b)} for a, b in diff.widened],
        "tightened": [msgspec.to_builtins(one) for one in diff.tightened],
        "handed": [{"call": call, "element": element} for call, element in diff.handed],
        "settings": [{"key": key, "was": was, "now": now} for key, was, now in diff.settings],
        "problems": [
            {**msgspec.to_builtins(one), "was_analysed": one in diff.unread}
            for one in sorted((*diff.unread, *diff.unreadable))
        ],
    }
    return dump(made)


def _revision(snapshot: Snapshot) -> dict[str, object]:
    return {
        "name": snapshot.name,
        "commit": snapshot.commit,
        "policy": snapshot.policy,
        "policy_sha256": snapshot.policy_digest,
        "broken": snapshot.broken,
    }


def _lines(diff: PrivacyDiff, marks: _Marks) -> Iterator[str]:
    title = f"Privacy diff: {_called(diff.base, marks)} to {_called(diff.head, marks)}"
    yield marks.title.format(title)
    of_base = marks._replace(place=(_TEXT if marks is _TEXT else _MARKDOWN).place)
    of_head = f"The base cannot be read as it was, but with the configuration of {_called(diff.head, marks)}"
    sections = (
        (of_head, [marks.plain(shorten(one, _LONGEST)) for one in diff.base.broken]),
        ("What begins", _uses("newly", diff.begun, marks)),
        ("What ends", _uses("no longer", diff.ended, marks)),
        ("Not looked at any more", _uses("", diff.unseen, marks)),
        ("Judged otherwise", [_turned(was, now, marks) for was, now in diff.turned]),
        ("The change declares, silences or leaves out", _loosened(diff, marks)),
        ("It takes away", [_loosening(one, of_base) for one in diff.tightened]),
        ("Newly handed to packages of which nothing is known", _handed(diff.handed, marks)),
        ("Asked for otherwise", _settings(diff, marks)),
        (_found(diff), [_finding(one, marks) for one in diff.findings]),
        ("Not analysed any more", [marks.plain(_problem(one)) for one in diff.unread]),
        ("New, and cannot be analysed", [marks.plain(_problem(one)) for one in diff.unreadable]),
    )
    told = False  # of what the change does
    for heading, rows in sections:
        if rows:
            told = told or heading is not of_head
            yield marks.heading.format(heading)
            yield from (marks.row.format(row) for row in rows[:_ROWS])
            if len(rows) > _ROWS:
                yield marks.row.format(f"... {len(rows) - _ROWS} more")
    if not told:
        yield "\nWhat personal data goes where is as it was."
    if diff.moved:
        yield f"\n{_moved(diff, marks)}"
    if diff.mended:
        yield f"\n{plural(diff.mended, 'finding')} of before no longer there."


def _called(snapshot: Snapshot, marks: _Marks) -> str:
    if snapshot.name == WORK_TREE:
        return snapshot.name
    commit = snapshot.commit[:10]
    is_same = not commit or snapshot.name.startswith(commit)
    name = snapshot.name[:10] if snapshot.name == snapshot.commit else snapshot.name
    return marks.code(name) if is_same else f"{marks.code(name)} ({commit})"


def _uses(how: str, uses: Sequence[Use], marks: _Marks) -> list[str]:
    """Uses that differ by their element alone in one row; what is not permitted first."""
    alike: dict[tuple[object, ...], list[Use]] = {}
    for use in uses:
        key = (use.activity, use.to, use.recipient, use.purposes, use.standing, use.clause)
        alike.setdefault(key, []).append(use)
    ordered = sorted(alike.values(), key=lambda some: (_RANK[some[0].standing], some[0]))
    return [_row(how, some, marks) for some in ordered]


_RANK: dict[Standing, int] = {"not permitted": 0, "undeclared": 1, "open": 2, "silenced": 3, "permitted": 4}


def _row(how: str, some: Sequence[Use], marks: _Marks) -> str:
    first = some[0]
    elements = _some([marks.code(use.element) for use in some], _ELEMENTS)
    said = f"{_DOES[first.activity]} {elements}{_to(first, marks)}{_for(first.purposes, marks)}"
    if how != "newly":
        return f"{how} {said}".lstrip()
    places = list(dict.fromkeys(place for use in some for place in use.places))
    spots = [marks.place(path, int(line or 0)) for path, _, line in (one.rpartition(":") for one in places)]
    return f"{how} {said}: {_judged(first, marks)} ({_some(spots, _PLACES)})"


def _to(use: Use, marks: _Marks) -> str:
    if use.activity == "log" and use.recipient in {"", "self"}:
        return ""
    if use.activity == "store":
        name = ".".join(use.to.split(".")[-2:])
        return f" in {marks.code(name)}" if name else ""
    who = _NOBODY if use.recipient == "unmapped" else use.recipient
    recipient = f" ({marks.plain(who)})" if who else ""
    return f" to {marks.code(use.to)}{recipient}" if use.to else f" to {marks.plain(who)}"


def _for(purposes: Sequence[str], marks: _Marks) -> str:
    return f" for {', '.join(map(marks.code, purposes))}" if purposes else ""


def _judged(use: Use, marks: _Marks) -> str:
    word = _STANDING[use.standing]
    word = word if use.standing in {"permitted", "silenced"} else marks.strong(word)
    return f"{word}, clause {marks.plain(use.clause)}" if use.clause else word


def _turned(was: Use, now: Use, marks: _Marks) -> str:
    before = f"{_STANDING[was.standing]}{_for(was.purposes, marks)}"
    after = f"{_judged(now, marks)}{_for(now.purposes, marks)}"
    use = f"{_DOES[now.activity]} {marks.code(now.element)}{_to(now, marks)}"
    if was.standing == "silenced" and len(now.places) > len(was.places):
        return f"{use}: beside what is silenced, now {after}"
    return f"{use}: was {before}, now {after}"


def _loosened(diff: PrivacyDiff, marks: _Marks) -> list[str]:
    """What is added, what silences before what explains; then what reaches further than it did."""
    order = sorted(diff.loosened, key=lambda one: (one.kind == "declaration", one.kind == "baseline", one))
    entries = [one for one in order if one.kind == "baseline"]
    rows = [_loosening(one, marks) for one in order if one.kind != "baseline"]
    if entries:
        paths = _some(list(dict.fromkeys(marks.code(one.path) for one in entries)), _PLACES)
        rows.append(f"{len(entries)} more accepted by the baseline, in {paths}")
    return [
        *rows,
        *(
            f"{_loosening(now, marks)}: reaches on, from {marks.plain(_extent(was))}"
            for was, now in diff.widened
        ),
    ]


def _loosening(one: Loosening, marks: _Marks) -> str:
    where = f" in {marks.place(one.path, one.line)}" if one.path else ""
    reaches = "" if one.kind in {"declaration", "broad declaration"} else _extent(one)
    about = "; ".join(part for part in (one.reason, reaches) if part)
    told = f" ({marks.plain(shorten(about, _LONGEST))})" if about else ""
    return f"{one.kind} {marks.code(shorten(one.what, _LONGEST))}{where}{told}"


def _extent(one: Loosening) -> str:
    return one.until or (plural(one.files, "file") if one.files else "")


def _handed(found: Iterable[tuple[str, str]], marks: _Marks) -> list[str]:
    return [f"{marks.code(element)} to {marks.code(call)}" for call, element in found]


def _settings(diff: PrivacyDiff, marks: _Marks) -> list[str]:
    rows = [
        f"{marks.code(key)}: {marks.code(shorten(was, _LONGEST))}, now {marks.code(shorten(now, _LONGEST))}"
        for key, was, now in diff.settings
    ]
    if diff.base.policy_digest != diff.head.policy_digest:
        told = f"policy {marks.plain(diff.base.policy)}, now {marks.plain(diff.head.policy)}"
        rows.append(f"{told} ({marks.code('purposelint policy diff')} compares two)")
    return rows


def _moved(diff: PrivacyDiff, marks: _Marks) -> str:
    files = [f"{marks.code(was)}, now {marks.code(now)}" for was, now in diff.renamed]
    named = "a renamed file" if len(files) == 1 else "renamed files"
    return f"{plural(diff.moved, 'flow')} moved with {named} ({_some(files, _PLACES, '; ')})."


def _found(diff: PrivacyDiff) -> str:
    return "1 new finding" if len(diff.findings) == 1 else f"{len(diff.findings)} new findings"


def _finding(finding: Finding, marks: _Marks) -> str:
    where = marks.place(finding.place.path, finding.place.span.line)
    return f"{where} {finding.code} {marks.plain(finding.message.partition('. ')[0])}"


def _problem(problem: Problem) -> str:
    return f"{problem.path}: {problem.message}" if problem.path else problem.message


def _some(words: Sequence[str], most: int, between: str = ", ") -> str:
    more = f" and {len(words) - most} more" if len(words) > most else ""
    return between.join(words[:most]) + more
