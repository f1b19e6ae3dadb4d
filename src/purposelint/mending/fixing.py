"""What `fix` would change: comments that nothing needs, and words that are nearly right."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from pathlib import Path

import msgspec

from purposelint import host
from purposelint.analysis import Progress
from purposelint.domain.facts import SourceFile
from purposelint.domain.mended import Left, Mended, Reworded, Rewritten
from purposelint.domain.settings import Settings
from purposelint.domain.verdict import Finding
from purposelint.edit import reword, stretch
from purposelint.judge.corrections import CORRECTABLE, REMOVALS, corrected
from purposelint.judge.declarations.words import Words, words_of
from purposelint.judge.proposals import DECLARABLE
from purposelint.mending.basis import Basis, arisen, mended, untouched

_NEEDED = "without the comments that nothing seems to need, other findings arise: look at them one by one"


@host.uncollected()
def fixed(
    settings: Settings, codes: Collection[str] = CORRECTABLE, on_progress: Progress | None = None
) -> Mended:
    """Corrections for comments in the paths of the settings, as edits that are yet to be written.

    The whole project is judged, since only then it can be told what nothing needs.
    """
    whole = msgspec.structs.replace(settings, paths=(settings.root, *settings.paths))
    basis = Basis.of(whole, on_progress)
    chosen = [one for one in basis.made.verdict.findings if one.status == "open" and one.code in codes]
    chosen = [one for one in chosen if _is_asked(one, settings)]
    found = _rewritten(basis, chosen)
    if not any(one.changed for one in found):
        return mended(found, basis.unread)
    after = basis.again(found)
    left = basis.unread
    if any(one.code in DECLARABLE for one in arisen(basis.made, after, found)):
        removals = [one for one in chosen if one.code in REMOVALS]
        left += [Left(one.place.path, one.place.span.line, _NEEDED) for one in removals]
        found = _rewritten(basis, (one for one in chosen if one.code not in REMOVALS))
        after = basis.again(found)
    return mended(found, left, before=basis.made, after=after)


def _is_asked(finding: Finding, settings: Settings) -> bool:
    file = settings.root / Path(finding.place.path)
    return any(file.is_relative_to(path) for path in settings.paths or (settings.root,))


def _rewritten(basis: Basis, chosen: Iterable[Finding]) -> list[Rewritten]:
    words = words_of(basis.made.catalog, basis.made.policy)
    by_path: dict[str, list[Finding]] = {}
    for one in chosen:
        by_path.setdefault(one.place.path, []).append(one)
    found: list[Rewritten] = []
    for path, findings in sorted(by_path.items()):
        source = basis.source(path)
        found.append(untouched(source) if isinstance(source, Left) else _reworded(source, findings, words))
    return found


def _reworded(source: SourceFile, findings: Iterable[Finding], words: Words) -> Rewritten:
    """One file with its comments corrected, each once though several findings may speak of it."""
    wanted: dict[Reworded, None] = {}
    left: list[Left] = []
    for one in findings:
        text, unclear = corrected(one, stretch(source, one.place.span), words)
        if unclear:
            left.append(Left(source.path, one.place.span.line, unclear))
        else:
            wanted[Reworded(one.place.span, text)] = None
    made = reword(source, tuple(wanted))
    return msgspec.structs.replace(made, left=(*made.left, *dict.fromkeys(left)))
