"""Two revisions of a project side by side: what a change does with personal data."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import msgspec

from purposelint import accepting, host, moving, policy
from purposelint._version import __version__
from purposelint.analysis import Progress
from purposelint.domain.privacy_diff import WORK_TREE, PrivacyDiff, Snapshot
from purposelint.domain.settings import Settings
from purposelint.domain.verdict import Verdict
from purposelint.errors import InputError, InputMistake
from purposelint.judge.moved import names_now
from purposelint.judge.snapshots import caused, compared, snapshot_of
from purposelint.keeping import copy_kept
from purposelint.remembering.recalling import recalled
from purposelint.reviewing import for_reviewers

_KIND = "revision"
_FORM = b"7"
"""Another form of a snapshot has another number."""

_EVERYTHING = (".",)
_ENCODER = msgspec.msgpack.Encoder()
_DECODER = msgspec.msgpack.Decoder(Snapshot)

AsThere = Callable[[Path], Settings]
"""Gives the settings of a run over the whole project that lies in a folder."""


def difference(
    settings: Settings,
    as_there: AsThere,
    base: str,
    head: str = "",
    on_progress: Progress | None = None,
    *,
    since_fork: bool = False,
) -> PrivacyDiff:
    """What lies between two revisions of the project of some settings; without `head` the work tree is that.

    With `since_fork` the base is the last commit that both have in common. A base whose own configuration is
    broken is read with that of the other. InputError where git has no such revision here.
    """
    root = settings.root
    against = host.commit_of(root, base)
    upto = host.commit_of(root, head) if head else ""
    if since_fork:
        tip = upto or host.commit_of(root, "HEAD")
        against = host.fork_of(root, against, tip, (base, head or "HEAD"))
    after = _revision(settings, as_there, head, upto, on_progress) if head else _here(settings, on_progress)
    before = _readable(settings, as_there, base, against, upto, on_progress)
    changed = host.changed_since(root, against, upto)
    return compared(before, after, moving.moves(root, against, upto), changed)


def linked(diff: PrivacyDiff, root: Path, template: str = "") -> PrivacyDiff:
    """The same diff with links to lines of its head, by a template or by what the remote tells."""
    is_here = diff.head.name == WORK_TREE
    commit = host.commit_of(root, "HEAD") if is_here else diff.head.commit
    links = host.links_of(root, commit, template, work_tree=is_here)
    return msgspec.structs.replace(diff, links=links)


def of_project(settings: Settings) -> Settings:
    """The same settings for the whole of their project."""
    return msgspec.structs.replace(settings, paths=(settings.root,))


def since(verdict: Verdict, base: Snapshot, root: Path) -> Verdict:
    """Of a verdict over the project at `root` only the findings that a revision had in no pile."""
    names = names_now(base.findings, verdict.findings, moving.moves(root, base.commit))
    findings = caused(verdict.findings, base, names)
    told = {one.fingerprint for one in findings}
    kept = [
        index
        for index, one in enumerate(verdict.judgements)
        if one.verdict != "finding" or one.finding.fingerprint in told
    ]
    judgements = tuple(verdict.judgements[index] for index in kept)
    if verdict.dossier is not None:
        verdict = replace(verdict, dossier=verdict.dossier.among(kept))
    others = sum(one.status == "open" for one in verdict.findings)
    others -= sum(one.status == "open" for one in findings)
    return replace(verdict, findings=findings, judgements=judgements, since=base.name, before=others)


def revision(
    settings: Settings, as_there: AsThere, name: str, on_progress: Progress | None = None
) -> Snapshot:
    """A revision as it was: kept from before, or checked out beside the project and looked at.

    One whose own configuration is broken is read with that of the work tree.
    """
    commit = host.commit_of(settings.root, name)
    return _readable(settings, as_there, name, commit, host.WORK_TREE, on_progress)


def _readable(
    settings: Settings, as_there: AsThere, name: str, commit: str, other: str, on_progress: Progress | None
) -> Snapshot:
    """A revision, read with the configuration of another one where its own is broken."""
    try:
        return _revision(settings, as_there, name, commit, on_progress)
    except _RevisionError as error:
        found = _looked_at(settings, as_there, name, commit, on_progress, other)
        broken = tuple(map(str, error.mistakes))
        return msgspec.structs.replace(found, name=name, commit=commit, broken=broken)


def _revision(
    settings: Settings, as_there: AsThere, name: str, commit: str, on_progress: Progress | None
) -> Snapshot:
    key = _key(settings, commit) if settings.cache else ""
    found = recalled(settings.root, _KIND, key, _DECODER) if key else None
    if found is None:
        found = _looked_at(settings, as_there, name, commit, on_progress)
        if key:
            host.keep(settings.root, _KIND, key, _ENCODER.encode(found))
    return msgspec.structs.replace(found, name=name, commit=commit)


def _looked_at(
    settings: Settings,
    as_there: AsThere,
    name: str,
    commit: str,
    on_progress: Progress | None,
    beside: str | None = None,
) -> Snapshot:
    """A commit as a run finds it, with what lies beside its code, or with what does `beside`."""
    with host.checked_out(settings.root, commit, beside) as folder, _told_of(name, folder):
        there = msgspec.structs.replace(as_there(folder), cache=settings.cache, workers=settings.workers)
        if settings.cache:
            copy_kept(settings.root, there.root)
        files = (file.relative_to(there.root).as_posix() for file in folder.rglob("*.py"))
        history = moving.History(settings.root, commit)
        found = _snapshot(there, commit, frozenset(files), on_progress, history)
        if settings.cache:
            copy_kept(there.root, settings.root)
    return found


class _RevisionError(InputError):
    """A revision's own configuration, policy, rules or baseline cannot be read."""


@contextmanager
def _told_of(name: str, folder: Path) -> Iterator[None]:
    """Say of mistakes in the files of a revision which revision they are in, as git does: `name:path`."""
    try:
        yield
    except InputError as error:
        raise _RevisionError(tuple(_in_revision(one, name, folder) for one in error.mistakes)) from error


def _in_revision(mistake: InputMistake, name: str, folder: Path) -> InputMistake:
    path = mistake.path.removeprefix(f"{folder.as_posix()}/")
    return replace(mistake, path=f"{name}:{path}") if os.path.lexists(folder / path) else mistake


def _here(settings: Settings, on_progress: Progress | None) -> Snapshot:
    return _snapshot(of_project(settings), WORK_TREE, host.python_files_kept(settings.root), on_progress)


def _snapshot(
    settings: Settings,
    name: str,
    there: frozenset[str],
    on_progress: Progress | None,
    history: moving.History | None = None,
) -> Snapshot:
    """A project as a run finds it; `there` are Python files of it, whether or not the run looks at them."""
    made = accepting.run(settings, on_progress, history)
    found = snapshot_of(name, for_reviewers(made), settings.configuration, made.baseline)
    passed_by = there.difference(made.discovery.files)
    left_out = passed_by.union(found.left_out)
    read = sorted(set(made.discovery.files) - left_out)
    return msgspec.structs.replace(found, left_out=tuple(sorted(left_out)), read=tuple(read))


def _key(settings: Settings, commit: str) -> str:
    """What stands for a revision: its commit, what is asked, what purposelint knows, and the day."""
    catalog, _ = policy.load(settings)
    today = dt.datetime.now(tz=dt.timezone.utc).date().isoformat()
    asked = _ENCODER.encode((settings.configuration, settings.baseline))
    return host.digest(
        _EVERYTHING,
        (_FORM, __version__.encode(), commit.encode(), catalog.digest.encode(), today.encode(), asked),
    )
