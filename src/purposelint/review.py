"""Questions put to a policy alone, without any code: what it answers, lacks, and what changed in it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from pathlib import Path

from purposelint import policy
from purposelint.domain.catalog import Activity
from purposelint.domain.explanation import Answered
from purposelint.domain.policy import Policy
from purposelint.domain.policy_review import Citation, Difference, Gap, Review
from purposelint.domain.settings import Settings
from purposelint.judge.ask import ask, permitted_purposes
from purposelint.judge.difference import difference
from purposelint.judge.gaps import gaps_of

__all__ = ["asked", "compared", "hashes", "reviewed"]


def asked(in_force: Policy, element: str, purpose: str, recipient: str, activity: Activity) -> Answered:
    """One question to a policy, with the purposes that it permits here if it does not permit this one."""
    ruling = ask(in_force, element, purpose, recipient, activity)
    granted = ruling.answer == "permitted"
    instead = () if granted else permitted_purposes(in_force, element, recipient, activity)
    return Answered(element, purpose, recipient, activity, ruling, instead)


def reviewed(settings: Settings, source: Path | None = None, today: dt.date | None = None) -> Review:
    """Every gap of the policy in force, and its clauses beside its text; InputError with every mistake.

    `today` decides which reviews are overdue (default: the day of the run).
    """
    text = policy.read_clauses(source) if source is not None else None
    catalog, in_force, unknown = policy.load_policy_beside(settings)
    day = today or dt.datetime.now(tz=dt.timezone.utc).date()
    cited = policy.citations(in_force)
    return Review(
        policy=in_force.head.id,
        title=in_force.head.title,
        version=in_force.head.version,
        path=in_force.path,
        gaps=(*gaps_of(in_force, catalog, settings.declarations(), day), *_not_in_text(cited, text)),
        citations=cited,
        clauses=policy.compare(in_force, text) if text is not None else None,
        source=source.as_posix() if source is not None else "",
        unknown=tuple(map(str, unknown)),
    )


def _not_in_text(cited: tuple[Citation, ...], text: Mapping[str, str] | None) -> tuple[Gap, ...]:
    """Clauses that a policy cites and its text does not have."""
    if text is None:
        return ()
    told = "is cited, but the text has no clause of this number"
    return tuple(
        Gap("clause-not-in-text", one.clause, told, one.clause) for one in cited if one.clause not in text
    )


def compared(settings: Settings, old: str, new: str) -> Difference:
    """What changed between two policies, each a name or a file; InputError with the mistakes of both."""
    catalog, before, after = policy.load_two(settings, old, new)
    return difference(before, after, tuple(catalog.elements))


def hashes(source: Path) -> str:
    """The table of hashes of a text's clauses, for its policy to state; InputError if it is unusable."""
    return policy.as_toml(policy.read_clauses(source))
