"""What the report was made from, and what was not looked at."""

from __future__ import annotations

from collections.abc import Iterator

from purposelint.domain.verdict import Verdict
from purposelint.report.page.unseen import Unseen
from purposelint.report.page.words import OPEN, counted, state_of_finding


def lede_of(verdict: Verdict, elements: int, outside: int) -> str:
    """The whole report in a few sentences."""
    run = verdict.run
    still = sum(state_of_finding(one) in OPEN for one in verdict.findings)
    title = verdict.dossier.policy.head.title if verdict.dossier is not None else run.policy_id
    files = counted(verdict.files.analysed, "file")
    read = f"{files} read and held against “{title}”, version {run.policy_version}."
    handles = f"The code handles {counted(elements, 'kind')} of personal data"
    sends = ", none of it sent outside."
    if outside:
        sends = f" and hands some to {counted(outside, 'recipient')} outside."
    found = f" {counted(still, 'finding is', 'findings are')} open" if still else " No finding is open"
    silenced = len(verdict.findings) - still
    beside = f", {silenced:,} {'more ' if still else ''}{'is' if silenced == 1 else 'are'} silenced"
    more = f"{beside if silenced else ''}."
    return f"{read} {handles}{sends}{found}{more}"


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
    if unseen.packages:
        yield f"{counted(len(unseen.packages), 'package')} that no rule describes."
