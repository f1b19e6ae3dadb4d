"""What the report was made from, and what was not looked at."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from purposelint.domain.verdict import Verdict
from purposelint.report.page.tally import Sum
from purposelint.report.page.unseen import OWN_CLASSES, Unseen
from purposelint.report.page.words import ACTIVITIES, OPEN, counted

_SHORT = 12
"""Letters of a commit's hash that tell it from others."""

_SILENT: Mapping[str, str] = {
    "baselined": "accepted in the baseline",
    "suppressed": "suppressed",
    "quiet": "not asked about",
}
"""Breaches that are not open, by their states."""

_ALLOWS = (
    "This policy allows what it does not forbid: “permitted” says here that a purpose is declared, and not"
    " that anybody was told of it."
)


def lede_of(verdict: Verdict, total: Sum, used: Counter[str], sent: str) -> str:
    """The whole report in a few sentences; `used` counts uses by activity, `sent` says who gets data."""
    run = verdict.run
    title = verdict.dossier.policy.head.title if verdict.dossier is not None else run.policy_id
    files = counted(verdict.files.analysed, "file")
    read = f"{files} read and held against “{title}”, version {run.policy_version}."
    if not total.uses:
        return f"{read} No personal data was found. {_open(total)}"
    how = ", ".join(f"{used[activity]:,} {word}" for activity, word in ACTIVITIES.items() if used[activity])
    handles = f"The code handles {counted(total.kinds, 'kind')} of personal data"
    return f"{read} {handles} in {counted(total.uses, 'use')}: {how}. {sent} {_open(total)}"


def _open(total: Sum) -> str:
    """How much is open, and how much more lacks the same and is not."""
    numbers = {row.state: row.number for row in total.rows}
    still = sum(numbers.get(state, 0) for state in OPEN)
    silent = [
        f"{numbers[state]:,} {'is' if numbers[state] == 1 else 'are'} {word}"
        for state, word in _SILENT.items()
        if state in numbers
    ]
    found = counted(still, "finding is", "findings are") if still else "No finding is"
    beside = f"{'; beside them' if still else ', but'} {', '.join(silent)}" if silent else ""
    return f"{found} open{beside}."


def made_from(verdict: Verdict) -> str:
    """Commit, date and version in a line."""
    run = verdict.run
    committed = verdict.dossier.committed if verdict.dossier is not None else ""
    commit = f"Commit {run.commit[:_SHORT]}" if run.commit else "Not in a git repository"
    return f"{commit}{f' of {committed}' if run.commit and committed else ''}, purposelint {run.tool}."


def cautions_of(verdict: Verdict) -> list[str]:
    """What a reader must know before the figures."""
    said = []
    if verdict.run.dirty:
        said.append("The files differ from the commit: the repository alone does not give this report again.")
    if verdict.since:
        were = counted(verdict.before, "finding was", "findings were")
        said.append(f"Only what the change since {verdict.since} caused is told; {were} there before.")
    if verdict.problems or verdict.faults:
        said.append("Not everything was analysed: findings may be missing. The blind spots name what.")
    if verdict.dossier is not None and verdict.dossier.policy.head.default == "allow":
        said.append(_ALLOWS)
    if verdict.dossier is None:
        said.append("Only the verdict was at hand: declarations, silencers and blind spots are incomplete.")
    elif not verdict.dossier.promises.whole:
        said.append("Only a part of the project was asked for: nothing is said of the rest.")
    return said


def facts_of(verdict: Verdict) -> list[tuple[str, str]]:
    """Versions and hashes, by what they are of."""
    run = verdict.run
    policy = verdict.dossier.policy.head if verdict.dossier is not None else None
    committed = verdict.dossier.committed if verdict.dossier is not None else ""
    title = f"{policy.title} ({run.policy_id})" if policy is not None else run.policy_id
    commit = run.commit or "not in a git repository"
    return [
        ("Project", run.project or "unnamed"),
        ("Commit", f"{commit}, with changes that are not committed" if run.dirty else commit),
        ("Date of the commit", committed or "not known"),
        ("Policy", f"{title}, version {run.policy_version}"),
        ("File of the policy", run.policy_path),
        ("Hash of the policy", f"sha256 {run.policy_digest}" if run.policy_digest else "not known"),
        ("purposelint", run.tool),
        ("Hash of the rules", f"sha256 {run.rules}" if run.rules else "not known"),
        ("Files", f"{verdict.files.analysed:,} analysed of {verdict.files.discovered:,} found"),
        ("Asked to report", _asked(verdict)),
    ]


def _asked(verdict: Verdict) -> str:
    options = verdict.run.options
    parts = [
        f"sensitivity {options.get('min-sensitivity', 'medium')} and above",
        f"confidence {options.get('min-confidence', 'low')} and above",
    ]
    for name in ("select", "ignore"):
        words = options.get(name)
        if isinstance(words, (list, tuple)) and words:
            parts.append(f"{name} {', '.join(map(str, words))}")
    return ", ".join(parts)


def unread_of(verdict: Verdict, unseen: Unseen) -> list[str]:
    """What was not looked at, shortly."""
    return list(_unread(verdict, unseen))


def _unread(verdict: Verdict, unseen: Unseen) -> Iterator[str]:
    if unseen.problems:
        yield f"{counted(len(unseen.problems), 'problem')}: files that could not be analysed."
    for one in verdict.dossier.ledger.silencers if verdict.dossier is not None else ():
        if one.kind == "exclude" and one.files:
            yield f"{one.what}: {counted(len(one.files), 'file')} ({one.reason})."
    yield "Code that is not Python, and the code of installed packages."
    if unseen.limits or unseen.faults:
        count = len(unseen.limits) + len(unseen.faults)
        yield f"{counted(count, 'function')} in which the analysis was cut short."
    strange = sum(one.name != OWN_CLASSES for one in unseen.unknown)
    if strange:
        yield f"{counted(strange, 'package')} that no rule describes, and that personal data is handed to."
    if unseen.packages:
        rest = counted(len(unseen.packages), "more package")
        yield f"{rest} that no rule describes, of which none visibly gets personal data."
