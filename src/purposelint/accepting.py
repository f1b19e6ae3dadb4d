"""The project's baseline: what was accepted once is told apart from what is new."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from purposelint import host, policy
from purposelint.domain.baseline import FILE, Baseline
from purposelint.domain.catalog import Catalog
from purposelint.domain.facts import Unreadable
from purposelint.domain.settings import Settings
from purposelint.domain.verdict import Verdict
from purposelint.errors import InputError, InputMistake
from purposelint.judge.baselined import asked_of, gone_from, held_against, knows_otherwise

if TYPE_CHECKING:
    from purposelint.analysis import Progress, Run

_LARGEST = 64 * 2**20

RenamedSince: TypeAlias = Callable[[str], Mapping[str, str]]
"""Gives files' new names by those they had at a commit."""


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
    renamed: RenamedSince | None = None,
    *,
    unknown: bool = False,
) -> Run:
    """Do what `check` does, anew, and keep what each stage gave.

    `renamed` tells of files' names since a commit, where the project does not lie in its own repository.
    With `unknown` data is followed through parameters to calls that nobody described, too.
    """
    from purposelint import analysis  # noqa: PLC0415 - where nothing has changed, no stage is needed

    baseline = in_force(settings) if settings.baseline else None
    made = analysis.run(settings, on_progress, unknown=unknown)
    verdict = accepted(made.verdict, settings, made.catalog, baseline, renamed)
    return replace(made, verdict=verdict, baseline=baseline)


def accepted(
    verdict: Verdict,
    settings: Settings,
    catalog: Catalog,
    baseline: Baseline | None,
    renamed: RenamedSince | None = None,
) -> Verdict:
    """A verdict held against the baseline, where there is one."""
    if baseline is None:
        return verdict
    other = knows_otherwise(verdict.run, baseline)
    changed = host.changed_since(settings.root, baseline.commit) if other else None
    renames = _renames(verdict, settings.root, baseline, renamed or partial(host.renamed, settings.root))
    configuration = settings.configuration
    asked = settings.covers_project and asked_of(configuration).reaches(baseline.asked)
    read = configuration.allow_unparsed or not (verdict.problems or verdict.faults)
    return held_against(verdict, baseline, catalog, changed, renames, whole=asked and read)


def _renames(verdict: Verdict, root: Path, baseline: Baseline, renamed: RenamedSince) -> Mapping[str, str]:
    """Files' new names by those of the baseline; git is asked only where some of these are no more."""
    names = baseline.names or baseline.commit
    is_gone = any(not (root / path).exists() for path in gone_from(baseline, verdict))
    return renamed(names) if names and is_gone else {}
