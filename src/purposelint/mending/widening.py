"""Fields' declarations widened by the purposes that their data is used for besides (PUR403)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from purposelint import host
from purposelint.analysis import Progress, Run
from purposelint.domain.mended import Left, Mended, Reworded, Rewritten
from purposelint.domain.place import Span
from purposelint.domain.policy import Policy
from purposelint.domain.settings import Settings
from purposelint.domain.verdict import Finding
from purposelint.edit import reword, stretch
from purposelint.judge.ask import SELF, ask
from purposelint.judge.codes import PURPOSE_BEYOND_FIELD
from purposelint.judge.declarations.directives import occurrence
from purposelint.judge.declarations.model import Bound, Declaration
from purposelint.judge.declarations.reading import read_declarations
from purposelint.judge.declarations.words import covers
from purposelint.mending.asked import Wish
from purposelint.mending.basis import Basis, mended, untouched

WIDENABLE = PURPOSE_BEYOND_FIELD.code
_REMEDY = re.compile(r"# purpose: (?P<purposes>[^#]*?)(?P<to> to .*)?")
_STORE = "store"


@host.uncollected()
def widened(settings: Settings, wish: Wish, on_progress: Progress | None = None) -> Mended:
    """The remedies of PUR403 as edits that are yet to be written: purposes added where fields declare theirs.

    Only what the policy permits to store the field for is added. Recipients are not, and declarations
    that are no comments are left.
    """
    basis = Basis.of(settings, on_progress)
    made = basis.made
    bounds = read_declarations(made.program, made.catalog, made.policy, settings).bounds
    left: list[Left] = basis.unread
    more: dict[str, dict[Declaration, dict[str, None]]] = {}
    for finding in made.verdict.findings:
        is_meant = basis.asks_for(finding.place.path) and wish.asks_for(finding)
        if finding.status != "open" or finding.code != WIDENABLE or not is_meant:
            continue
        at, added, why = _addition(finding, bounds, made.policy)
        if at is None or why:
            left.append(Left(finding.place.path, finding.place.span.line, why, finding.element or ""))
        else:
            more.setdefault(at.place.path, {}).setdefault(at, {}).update(dict.fromkeys(added))
    found = [_rewritten(basis, path, at) for path, at in sorted(more.items())]
    after: Run | None = basis.again(found) if any(one.changed for one in found) else None
    return mended(found, left, before=made, after=after)


def _addition(
    finding: Finding, bounds: Mapping[str, Bound], policy: Policy
) -> tuple[Declaration | None, tuple[str, ...], str]:
    """Where the field declares its purposes, those to add, and why that cannot be done, else ''."""
    read = _REMEDY.fullmatch(finding.remedy)
    if read is None:
        return None, (), finding.message.rpartition(". ")[2]
    if read["to"]:
        return None, (), f"recipients are widened by hand: {finding.remedy}"
    at = _declaration(finding, bounds)
    if at is None:
        return None, (), f"its field declares its purposes elsewhere than in a comment: {finding.remedy}"
    added = tuple(name for name in read["purposes"].split(", ") if name not in at.purposes)
    for purpose in added:
        ruling = ask(policy, finding.element or "", purpose, SELF, _STORE)
        if ruling.answer != "permitted":
            return at, (), f"{ruling.why}, so its field cannot be kept for that"
    return at, added, ""


def _declaration(finding: Finding, bounds: Mapping[str, Bound]) -> Declaration | None:
    """The comment that declares what the finding's data is kept for."""
    source = finding.source
    if source is None or source.path not in bounds:
        return None
    for each in bounds[source.path].declarations:
        owner: Span | None = each.node.owner
        if each.carrier != "comment" or each.node.level != "field" or owner is None:
            continue
        speaks = not each.elements or any(covers(name, finding.element or "") for name in each.elements)
        if speaks and owner.line <= source.line <= owner.end_line:
            return each
    return None


def _rewritten(basis: Basis, path: str, more: Mapping[Declaration, Iterable[str]]) -> Rewritten:
    source = basis.source(path)
    if isinstance(source, Left):
        return untouched(source)
    return reword(
        source,
        [
            Reworded(at.place.span, _with(stretch(source, at.place.span), at.purposes[-1], added))
            for at, added in more.items()
        ],
    )


def _with(text: str, last: str, added: Iterable[str]) -> str:
    """A declaration with purposes behind the last one that it has."""
    found = occurrence(text, last)
    end = found.end() if found is not None else len(text)
    return text[:end] + "".join(f", {name}" for name in added) + text[end:]
