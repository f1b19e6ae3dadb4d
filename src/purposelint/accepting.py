"""The project's baseline: what was accepted once is told apart from what is new."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import msgspec

from purposelint import host, policy
from purposelint.domain.baseline import FILE, Baseline, Edited
from purposelint.domain.catalog import Catalog
from purposelint.domain.facts import Unreadable
from purposelint.domain.moves import Moves
from purposelint.domain.settings import Settings
from purposelint.domain.verdict import Verdict
from purposelint.errors import InputError, InputMistake
from purposelint.judge.baselined import asked_of, causes_of, held_against, may_have_moved
from purposelint.moving import History, moves

if TYPE_CHECKING:
    from purposelint.analysis import Progress, Run

_LARGEST = 64 * 2**20
_MOST_EDITED = 1000
"""Files that a baseline remembers: a tree of which more are not committed is not told file by file."""


def in_force(settings: Settings) -> Baseline | None:
    """The baseline that lies at the project's root, None without one; InputError for one that is none."""
    file = settings.root / FILE
    if not (file.exists() or file.is_symlink()):
        return None
    found = host.read(settings.root, FILE, _LARGEST)
    if isinstance(found, Unreadable):
        raise InputError((InputMistake(FILE, "", found.reason),))
    return policy.read_baseline(found.data, FILE)


def run(
    settings: Settings,
    on_progress: Progress | None = None,
    history: History | None = None,
    *,
    unknown: bool = False,
) -> Run:
    """Do what `check` does, anew, and keep what each stage gave.

    `history` is that of the project, where it does not lie in its own repository.
    With `unknown` data is followed through parameters to calls that nobody described, too.
    """
    from purposelint import analysis  # noqa: PLC0415 - where nothing has changed, no stage is needed

    baseline = in_force(settings) if settings.baseline else None
    made = analysis.run(settings, on_progress, unknown=unknown)
    verdict = accepted(made.verdict, settings, made.catalog, baseline, history)
    return replace(made, verdict=verdict, baseline=baseline)


def accepted(
    verdict: Verdict,
    settings: Settings,
    catalog: Catalog,
    baseline: Baseline | None,
    history: History | None = None,
) -> Verdict:
    """A verdict held against the baseline, where there is one."""
    if baseline is None:
        return verdict
    history = history or History(settings.root)
    changed = _changed(settings, baseline) if causes_of(verdict.run, baseline) else None
    moved = may_have_moved(baseline, verdict)
    configuration = settings.configuration
    asked = settings.covers_project and asked_of(configuration).reaches(baseline.asked)
    read = configuration.allow_unparsed or not (verdict.problems or verdict.faults)
    tried = history.moves_of(baseline) if moved else ()
    made = held_against(verdict, baseline, catalog, changed, tried, whole=asked and read)
    named = baseline.names or baseline.commit
    if made.baseline is None or not moved or not named or history.knows(named):
        return made
    return replace(made, baseline=msgspec.structs.replace(made.baseline, unknown=named))


def _changed(settings: Settings, baseline: Baseline) -> frozenset[str] | None:
    """Files that are not as the baseline's run read them, None where nobody knows."""
    changed = host.changed_since(settings.root, baseline.commit)
    if changed is None:
        return None
    was = {one.path: one.text for one in baseline.edited}
    now = {path: text for path in was if (text := _text(settings, path))}
    return changed.difference(path for path in was if was[path] == now.get(path))


def edited_here(settings: Settings, verdict: Verdict) -> tuple[Edited, ...]:
    """Files of the run that are not as the present commit has them; none where git cannot tell."""
    changed = host.changed_since(settings.root, verdict.run.commit) or frozenset()
    read = changed.intersection(host.discover(settings).files)
    if len(read) > _MOST_EDITED:
        return ()
    return tuple(Edited(path=path, text=text) for path in sorted(read) if (text := _text(settings, path)))


def _text(settings: Settings, path: str) -> str:
    source = host.read(settings.root, path, settings.configuration.limits.file_bytes)
    return "" if isinstance(source, Unreadable) else host.content_hash(source.data).hex()


def moved_here(settings: Settings, verdict: Verdict) -> Moves:
    """What moved since the commit that is checked out, and is not committed yet."""
    return moves(settings.root, verdict.run.commit)
