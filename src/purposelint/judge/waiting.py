"""What is said of a skeleton, `# purpose: identity.email for TODO`: which purpose would fit there."""

from __future__ import annotations

from collections.abc import Iterable

from purposelint.domain.mended import TODO
from purposelint.domain.place import encloses
from purposelint.domain.verdict import Finding
from purposelint.judge.declarations.model import Flaw
from purposelint.judge.proposals import is_declarable

_COMMENT = "# purpose"
_SHOWN = 3


def help_of(flaw: Flaw, findings: Iterable[Finding]) -> str:
    """What to do about a flaw: for a skeleton, by the findings that wait for it, else what the flaw says."""
    if flaw.defect.word != TODO:
        return flaw.defect.help or flaw.defect.remedy
    waiting = [one for one in findings if is_declarable(one) and one.remedy and _is_at(flaw, one)]
    if not waiting:
        return flaw.defect.help
    remedies = dict.fromkeys(one.remedy for one in waiting)
    comments = [each for each in remedies if each.startswith(_COMMENT)]
    told = " or ".join(comments[:_SHOWN]) if comments else next(iter(remedies))
    place = waiting[0].place
    command = f"`purposelint declare {place.path}:{place.span.line} --purpose PURPOSE`"
    return f"let {command} fill it in, or do it by hand: {told}"


def _is_at(flaw: Flaw, finding: Finding) -> bool:
    here, owner = finding.place, flaw.owner
    if here.path != flaw.place.path or owner is None:
        return False
    return encloses(owner, here.span) or encloses(here.span, owner) or here.span.line == owner.line
