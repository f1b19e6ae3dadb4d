"""A clause that is said to permit and to forbid the same thing: one of the two was misread."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from purposelint.domain.policy import Forbid, Permit, Purpose, cited
from purposelint.errors import InputMistake
from purposelint.policy.reach import Taken, activities_of, listed, purposes_meant

_SHOWN = 3


def overlap_mistakes(
    taken: Taken, purposes: Mapping[str, Purpose], recipients: Collection[str]
) -> Iterator[InputMistake]:
    """Permits of a file that meet a prohibition of the same file and clause.

    Across files they may meet: whoever extends a policy may forbid what its base permits.
    """
    for number, permit in enumerate(taken.permits):
        for other, forbid in enumerate(taken.forbids):
            if set(cited(permit.clause)).isdisjoint(cited(forbid.clause)):
                continue
            inside = frozenset(forbid.elements)
            elements = [each for each in permit.elements if each in inside]
            met = _meeting(permit, forbid, purposes, recipients) if elements else None
            if met:
                some = ", ".join(elements[:_SHOWN]) + (", ..." if len(elements) > _SHOWN else "")
                ruled = taken.link.document.named(("forbid", other))
                message = (
                    f"{ruled} rules out by the same clause {permit.clause} what this permits:"
                    f' {met[0]} {some} {met[1]}. Narrow one of the two (its activities, or "!{elements[0]}"),'
                    " or cite the clause that decides"
                )
                yield taken.link.document.mistake(("permit", number, "elements"), message)


def _meeting(
    permit: Permit, forbid: Forbid, purposes: Mapping[str, Purpose], recipients: Collection[str]
) -> tuple[str, str] | None:
    """Activities, and a purpose and a recipient, that fall under both; None if nothing does."""
    lifted = purposes_meant(purposes, forbid.unless) if forbid.unless else set()
    ways = activities_of(permit) & activities_of(forbid)
    both = (purposes_meant(purposes, permit.purposes) & purposes_meant(purposes, forbid.purposes)) - lifted
    who = listed(permit.recipients, recipients) & listed(forbid.recipients, recipients)
    if not (ways and both and who):
        return None
    return "/".join(sorted(ways)), f"for {min(both)} by {min(who)}"
