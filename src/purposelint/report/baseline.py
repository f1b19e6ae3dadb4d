"""What a baseline did in a run, in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from purposelint.domain.baseline import Accepted, Cause, Held
from purposelint.domain.verdict import Finding, Verdict
from purposelint.report.counting import plural
from purposelint.report.escaping import visible
from purposelint.report.look import Line

_SHOWN = 20
_TAKE = "purposelint baseline update --take-learned accepts them"
_CAUSES: Mapping[Cause, str] = {"rules": "the rules", "policy": "the policy"}


def baseline_lines(verdict: Verdict) -> Iterator[Line]:
    """Lines of the summary: what could leave the baseline, and what is new though no code has changed."""
    held = verdict.baseline
    if held is None:
        return
    if held.stale:
        told = f"Baseline: {_entries(len(held.stale))} of {held.entries} no longer {_occur(held.stale)}"
        told += f"; {_perhaps_not_mended(held.causes)}" if held.causes else ""
        does = _forgets(held.stale) if held.causes else "removes what is mended"
        yield [(f"{told}; ", ""), ("purposelint baseline update", "code"), (f" {does}.", "")]
    if held.moved:
        told = f"Baseline: {_moved(held)}; "
        yield [(told, ""), ("purposelint baseline update", "code"), (" writes the new names.", "")]
    if held.unknown:
        yield [(f"Baseline: {_unknown(held)}.", "")]
    if held.learned:
        told = plural(len(held.learned), "finding")
        why = _or(cause for causes in held.learned.values() for cause in causes)
        yield [
            (f"Baseline: {told} new because {why} changed, not the code; ", ""),
            ("purposelint baseline update --take-learned", "code"),
            (" accepts what is.", ""),
        ]


def baseline_page(verdict: Verdict, *, verbose: bool = False) -> str:
    """What `baseline check` says: entries that no longer occur, and what is new, by its reason.

    Of each it tells the first, unless it is `verbose`.
    """
    shown = None if verbose else _SHOWN
    held = verdict.baseline
    if held is None:
        return ""
    lines = [f"{held.path}: {_entries(held.entries)}."]
    new = [one for one in verdict.findings if one.status == "open"]
    lines += _stale(held, new, shown)
    if held.moved:
        lines.append(f"{_moved(held)} (purposelint baseline update writes the new names).")
    if held.unknown:
        lines.append(f"Baseline: {_unknown(held)}.")
    lines += _new(
        f"new since {_since(held)}", [one for one in new if one.fingerprint not in held.learned], shown
    )
    for causes in sorted(set(held.learned.values())):
        why = f"new because {_or(causes)} changed, not the code ({_TAKE})"
        lines += _new(why, [one for one in new if held.learned.get(one.fingerprint) == causes], shown)
    if not new and held.stale == ():
        lines.append("Every entry still occurs, and nothing is new.")
    return "\n".join([*lines, ""])


def _since(held: Held) -> str:
    """What may be why something is new that goes through code that changed, as far as that is known."""
    if held.causes is None:
        return "the baseline was made"
    return f"{_or(held.causes, 'the code')} changed"


def _perhaps_not_mended(causes: Iterable[Cause]) -> str:
    """Why an entry may be gone though nobody mended it."""
    named = " and ".join(_CAUSES[each] for each in _CAUSES if each in set(causes))
    return f"{named} changed since it was made, so perhaps nothing was mended"


def _forgets(stale: Sequence[Accepted]) -> str:
    return f"forgets {'it' if len(stale) == 1 else 'them'} for good"


def _or(causes: Iterable[Cause], first: str = "") -> str:
    """`the rules or the policy`: each once, in that order."""
    found = set(causes)
    return " or ".join([*([first] if first else []), *(_CAUSES[each] for each in _CAUSES if each in found)])


def _moved(held: Held) -> str:
    return f"{_entries(len(held.moved))} moved with {'its' if len(held.moved) == 1 else 'their'} code"


def _unknown(held: Held) -> str:
    """Why entries of files that were renamed are lost."""
    return (
        f"the commit {visible(held.unknown[:10])}, at which entries had their names, is not here, so what"
        " moved since is lost: fetch it (fetch-depth: 0), or run purposelint baseline update where it is"
    )


def _stale(held: Held, new: Sequence[Finding], shown: int | None) -> list[str]:
    if held.stale is None:
        return [
            "Which entries no longer occur cannot be told: this run leaves out what the baseline's did not."
        ]
    if not held.stale:
        return []
    rows = [f"  {visible(_named(one))}{_perhaps(one, new)}" for one in held.stale[:shown]]
    head = f"{_entries(len(held.stale))} no longer {_occur(held.stale)} (purposelint baseline update"
    head += f" {_forgets(held.stale)}; {_perhaps_not_mended(held.causes)}):" if held.causes else "):"
    return [head, *rows, *_more(len(held.stale), shown)]


def _new(why: str, found: Sequence[Finding], shown: int | None) -> list[str]:
    if not found:
        return []
    rows = [f"  {_told(one)}" for one in found[:shown]]
    return [f"{plural(len(found), 'finding')} {why}:", *rows, *_more(len(found), shown)]


def _told(finding: Finding) -> str:
    where = f"{visible(finding.place.path)}:{finding.place.span.line}"
    return f"{where}: {finding.code} {visible(finding.message)}"


def _named(entry: Accepted) -> str:
    parts = (entry.path, entry.code, entry.element, entry.symbol, entry.sink)
    return " ".join(part for part in parts if part)


def _perhaps(entry: Accepted, new: Iterable[Finding]) -> str:
    """Where something new does the same: it may be what was accepted, moved and changed."""
    for one in new:
        holder = one.place.symbol.rpartition(".")[2]
        says = (one.code, one.element or "", one.sink_id, holder)
        if says == (entry.code, entry.element, entry.sink, entry.symbol.rpartition(".")[2]):
            return f"; {visible(one.place.path)}:{one.place.span.line} does the same"
    return ""


def _more(number: int, shown: int | None) -> list[str]:
    if shown is None or number <= shown:
        return []
    return [f"  ... {number - shown} more (purposelint baseline check --verbose tells all)"]


def _entries(number: int) -> str:
    return plural(number, "entry", "entries")


def _occur(found: Sequence[Accepted]) -> str:
    return "occurs" if len(found) == 1 else "occur"
