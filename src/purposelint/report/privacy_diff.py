"""The privacy diff: what a change newly does with personal data, and what it silences, in a few lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from purposelint.domain.privacy_diff import WORK_TREE, PrivacyDiff, Snapshot
from purposelint.domain.verdict import Finding, Problem
from purposelint.report.changes import silences, uses
from purposelint.report.changes.contract import privacy_diff_json
from purposelint.report.changes.marks import PLACES, TEXT, Marks, leading_to, of_base, some
from purposelint.report.counting import plural

__all__ = ["privacy_diff_json", "privacy_diff_markdown", "privacy_diff_text"]

_ROWS = 20
"""Rows of one section; the rest is counted."""

_COMMENT = 65_000
"""Bytes of a comment that are filled: GitHub takes 65,536 characters."""

_AS_IT_WAS = "What personal data goes where is as it was."


class _Section(NamedTuple):
    heading: str
    rows: list[str]


def privacy_diff_markdown(diff: PrivacyDiff) -> str:
    """The diff as Markdown for a comment on a pull request, never longer than GitHub takes.

    Places lead to a code host that is known. What does not fit is counted.
    """
    return _page(diff, leading_to(diff.links), _COMMENT)


def privacy_diff_text(diff: PrivacyDiff) -> str:
    """The diff for a terminal."""
    return _page(diff, TEXT, 0)


def _page(diff: PrivacyDiff, marks: Marks, room: int) -> str:
    lines: list[str] = []
    left, cut = room, 0
    for line, is_row in _lines(diff, marks):
        left -= len(line.encode("utf-8", "backslashreplace")) + 1
        if room and left < 0 and is_row:
            cut += 1
        else:
            lines.append(line)
    if cut:
        lines.append(f"\n{plural(cut, 'row')} not listed here: the page would be too long.")
    return "\n".join(lines).strip("\n") + "\n"


def _lines(diff: PrivacyDiff, marks: Marks) -> Iterator[tuple[str, bool]]:
    """Lines, each with whether it is a row of a section."""
    title = f"Privacy diff: {_called(diff.base, marks)} to {_called(diff.head, marks)}"
    yield marks.title.format(title), False
    if diff.base.broken:
        told = f"The base cannot be read as it was, but with the configuration of {_called(diff.head, marks)}"
        yield marks.heading.format(told), False
        yield from ((marks.row.format(marks.plain(one)), True) for one in diff.base.broken)
    sections = [section for section in _sections(diff, marks) if section.rows]
    yield f"\n{_summary(diff) if sections else _AS_IT_WAS}", False
    for heading, rows in sections:
        yield marks.heading.format(heading), False
        yield from ((marks.row.format(row), True) for row in rows[:_ROWS])
        if len(rows) > _ROWS:
            yield marks.row.format(f"... {len(rows) - _ROWS} more"), False
    if diff.moved:
        yield f"\n{_moved(diff, marks)}", False


def _sections(diff: PrivacyDiff, marks: Marks) -> Iterator[_Section]:
    before = of_base(marks)
    yield _Section("New", uses.begun(diff, marks))
    yield _Section("Stopped", uses.ended(diff.ended, before, "no longer"))
    yield _Section("Not looked at any more", uses.ended(diff.unseen, before, ""))
    yield _Section("Allowed differently", uses.turned(diff, marks))
    yield _Section("The change silences or leaves out", silences.silenced(diff, marks))
    yield _Section("It declares", silences.declared(diff, marks))
    yield _Section("It takes away", silences.taken_away(diff, before))
    yield _Section("Newly handed to packages of which nothing is known", _handed(diff.handed, marks))
    yield _Section("Settings that changed", _settings(diff, marks))
    yield _Section(_number(diff.findings, "new"), [_finding(one, marks) for one in diff.findings])
    yield _Section(_number(diff.gone, "gone"), uses.gone(diff.gone, before))
    yield _Section("Not analysed any more", [_problem(one, marks) for one in diff.unread])
    yield _Section("New, and cannot be analysed", [_problem(one, marks) for one in diff.unreadable])


def _number(found: tuple[Finding, ...], which: str) -> str:
    """`2 new findings`, `1 finding gone`."""
    return plural(len(found), "new finding") if which == "new" else f"{plural(len(found), 'finding')} gone"


def _summary(diff: PrivacyDiff) -> str:
    """Everything below in one line."""
    told = [*uses.counted(diff), *silences.counted(diff)]
    told += [_number(found, which) for found, which in ((diff.findings, "new"), (diff.gone, "gone")) if found]
    unread = len(diff.unread) + len(diff.unreadable)
    told += [f"{plural(unread, 'problem')} with what was to be analysed"] if unread else []
    if not (uses.counted(diff) or unread):
        return f"{_AS_IT_WAS[:-1]}; {', '.join(told)}." if told else _AS_IT_WAS
    return f"{', '.join(told)}."


def _called(snapshot: Snapshot, marks: Marks) -> str:
    if snapshot.name == WORK_TREE:
        return snapshot.name
    commit = snapshot.commit[:10]
    is_same = not commit or snapshot.name.startswith(commit)
    name = snapshot.name[:10] if snapshot.name == snapshot.commit else snapshot.name
    return marks.code(name) if is_same else f"{marks.code(name)} ({commit})"


def _handed(found: Iterable[tuple[str, str]], marks: Marks) -> list[str]:
    return [f"{marks.code(element)} to {marks.code(call)}" for call, element in found]


def _settings(diff: PrivacyDiff, marks: Marks) -> list[str]:
    rows = [f"{marks.code(key)}: {marks.code(was)}, now {marks.code(now)}" for key, was, now in diff.settings]
    if diff.base.policy_digest != diff.head.policy_digest:
        told = f"policy {marks.plain(diff.base.policy)}, now {marks.plain(diff.head.policy)}"
        rows.append(f"{told} ({marks.code('purposelint policy diff')} compares two)")
    return rows


def _moved(diff: PrivacyDiff, marks: Marks) -> str:
    """With which files, and which definitions alone, flows moved that are the same otherwise."""
    files = [f"{marks.code(was)}, now {marks.code(now)}" for was, now in diff.renamed]
    alone = [
        f"{marks.code(name)} ({marks.code(was)}, now {marks.code(now)})" for name, was, now in diff.alone
    ]
    named = "a renamed file" if len(files) == 1 else "renamed files"
    told = [f"{named} ({some(files, PLACES, '; ')})"] if files else []
    told += [some(alone, PLACES)] if alone else []
    return f"{plural(diff.moved, 'flow')} moved with {', and with '.join(told)}."


def _finding(finding: Finding, marks: Marks) -> str:
    where = marks.place(finding.place.path, finding.place.span.line)
    return f"{where} {finding.code} {marks.sentence(finding.message.partition('. ')[0])}"


def _problem(problem: Problem, marks: Marks) -> str:
    return marks.plain(f"{problem.path}: {problem.message}" if problem.path else problem.message)
