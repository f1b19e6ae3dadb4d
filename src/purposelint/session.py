"""What people ask of purposelint, the whole product on one screen: `analysis` joins the stages."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from purposelint import accepting, host, policy
from purposelint.domain.catalog import Catalog
from purposelint.domain.explanation import Answered, Explanation
from purposelint.domain.facts import Unreadable
from purposelint.domain.mended import Left, Mended
from purposelint.domain.outline import Outline
from purposelint.domain.policy import Policy
from purposelint.domain.promises import Promises
from purposelint.domain.settings import Settings
from purposelint.domain.verdict import Verdict
from purposelint.errors import InputMistake
from purposelint.judge.ask import ask
from purposelint.judge.codes import CODES
from purposelint.recursion import FRAMES_OF_A_RUN, frames_left
from purposelint.remembering.told import remember_told
from purposelint.remembering.verdicts import KeptVerdict

if TYPE_CHECKING:
    from purposelint.analysis import Progress, Run
    from purposelint.mending import Renaming, Wish

__all__ = [
    "CODES",
    "answers",
    "check",
    "created",
    "declared",
    "explain",
    "fixed",
    "for_reviewers",
    "including",
    "linked",
    "load",
    "load_to_ask",
    "of_unsaved",
    "outline",
    "present",
    "promises",
    "renamed",
    "run",
    "settings_for",
    "written",
]


@host.uncollected()
@frames_left(FRAMES_OF_A_RUN)
def check(settings: Settings, on_progress: Progress | None = None) -> Verdict:
    """Judge every file the settings select against the policy they name."""
    baseline = accepting.in_force(settings) if settings.baseline else None
    catalog, policy_in_force = policy.load(settings)
    kept = KeptVerdict(settings, catalog, policy_in_force)
    verdict = kept.recall()
    if verdict is None:
        from purposelint import analysis  # noqa: PLC0415 - where nothing has changed, no stage is needed

        verdict = analysis.run(settings, on_progress, (catalog, policy_in_force)).verdict
        kept.keep(verdict)
    remember_told(settings, policy_in_force, verdict.findings, kept.contents)
    verdict = accepting.accepted(verdict, settings, catalog, baseline)
    return replace(verdict, codes=tuple(CODES.values()))


def of_unsaved(verdict: Verdict, settings: Settings) -> Verdict:
    """Of a verdict what stands in the unsaved files alone."""
    paths = {one.path for one in settings.unsaved}
    return replace(
        verdict,
        findings=tuple(one for one in verdict.findings if one.place.path in paths),
        judgements=tuple(one for one in verdict.judgements if one.finding.place.path in paths),
    )


def for_reviewers(settings: Settings, on_progress: Progress | None = None) -> Verdict:
    """What `check` gives, with all that the report for reviewers shows besides."""
    from purposelint import reviewing  # noqa: PLC0415 - as above

    made = accepting.run(settings, on_progress, unknown=True)
    return reviewing.for_reviewers(made, beyond=True)


def linked(verdict: Verdict, settings: Settings, template: str = "") -> Verdict:
    """The same verdict with links to its lines, by a template or by what the repository's remote tells."""
    return replace(verdict, links=host.links_of(settings.root, verdict.run.commit, template))


def run(settings: Settings, on_progress: Progress | None = None) -> Run:
    """Do what `check` does, anew, and keep what each stage gave."""
    return accepting.run(settings, on_progress)


def promises(made: Run) -> Promises:
    """Hold what the policy promises beside what the code of a run does."""
    from purposelint import analysis  # noqa: PLC0415 - as above

    return analysis.promises(made)


def settings_for(
    paths: Sequence[Path], config: Path | None = None, overrides: Mapping[str, object] | None = None
) -> Settings:
    """Settings of a run from paths, configuration file and command line; InputError if unusable."""
    return policy.settings_for(paths, config, overrides, tuple(CODES))


def load(settings: Settings) -> tuple[Catalog, Policy]:
    """The rules and the policy that the settings name; InputError with every mistake in them."""
    return policy.load(settings)


def load_to_ask(settings: Settings) -> tuple[Catalog, Policy, tuple[InputMistake, ...]]:
    """What `load` gives, and words of `[[declare]]` that this policy lacks: no reason not to ask it."""
    return policy.load_policy_beside(settings)


def including(settings: Settings, path: str) -> Settings:
    """The same settings, made to read one file that is asked for by name."""
    return msgspec.structs.replace(settings, paths=(settings.root, settings.root / path))


def explain(settings: Settings, path: str, line: int) -> Explanation:
    """Say what was made of one line: `path` is relative to the project root, with forward slashes."""
    from purposelint import explaining  # noqa: PLC0415 - as above

    return explaining.explain(settings, path, line)


def declared(settings: Settings, wish: Wish, on_progress: Progress | None = None) -> Mended:
    """Declarations for open findings, as edits that are yet to be written."""
    from purposelint import mending  # noqa: PLC0415 - as above

    widens = wish.codes == (mending.WIDENABLE,)
    return (mending.widened if widens else mending.declared)(settings, wish, on_progress)


def fixed(settings: Settings, codes: Collection[str], on_progress: Progress | None = None) -> Mended:
    """Corrections for comments of the paths, as edits that are yet to be written."""
    from purposelint import mending  # noqa: PLC0415 - as above

    return mending.fixed(settings, codes, on_progress)


def renamed(settings: Settings, old: str, new: str, on_progress: Progress | None = None) -> Renaming:
    """A purpose under another name in all declarations of the paths, as edits that are yet to be written."""
    from purposelint import mending  # noqa: PLC0415 - as above

    return mending.renamed(settings, old, new, on_progress)


def written(settings: Settings, mended: Mended) -> Mended:
    """Write the edits; those of files that are no longer what was read are left, and told."""
    refused = {edit.path: host.write_back(settings.root, edit) for edit in mended.edits}
    left = [Left(path, 0, why) for path, why in refused.items() if why]
    return msgspec.structs.replace(
        mended,
        edits=tuple(one for one in mended.edits if not refused[one.path]),
        changed=tuple(one for one in mended.changed if not refused[one.path]),
        left=(*mended.left, *left),
    )


def outline(root: Path, on_progress: Progress | None = None) -> Outline:
    """Say what a project is made of, before anything is configured."""
    from purposelint import outlining  # noqa: PLC0415 - as above

    return outlining.outline(root, on_progress)


def created(root: Path, path: str, text: str, *, dry: bool = False) -> str:
    """Write a new file of a project, unless `dry`; why it cannot be, '' where it can."""
    return host.create(root, path, text, dry=dry)


def present(root: Path, path: str) -> str:
    """The text of a file of a project that is there, '' where it cannot be read."""
    found = host.read(root, path)
    return "" if isinstance(found, Unreadable) else found.data.decode("utf-8", "replace")


def answers(
    made_policy: Policy, elements: Iterable[str], purposes: Sequence[str], recipients: Sequence[str]
) -> tuple[Answered, ...]:
    """What a policy answers; of the service itself it is asked about storing and logging, else sharing."""
    return tuple(
        Answered(
            element,
            purpose,
            recipient,
            activity,
            ask(made_policy, element, purpose, recipient, activity),
        )
        for element in elements
        for purpose in purposes
        for recipient in recipients
        for activity in (("store", "log") if recipient == "self" else ("share",))
    )
