"""Packages without rules, in a summary: that nothing is said of their calls does not make these clean."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from purposelint.domain.unrecognised import Undescribed, Unreached, Unrecognised
from purposelint.report.counting import plural
from purposelint.report.look import Line, Look
from purposelint.report.prose import wrapped

_NAMED = 3

_ADVICE = (
    "Nothing is judged there: --verbose names the calls, so do the blind spots of `purposelint report`; "
    'a rule file of your own describes them (docs/why.md, "Your own wrappers").'
)


def unrecognised_lines(found: Unrecognised, look: Look) -> list[Line]:
    """A paragraph; where that is asked for every call by name, with what it gets and where."""
    told = unrecognised_sentence(found)
    lines = wrapped(f"{told} {_ADVICE}", look) if told else []
    if look.verbose:
        for package in found.undescribed:
            for call in package.calls:
                row = f"{call.call} gets {', '.join(call.elements)} ({call.where})"
                lines += wrapped(row, look, 2, 4)
    return lines


def unrecognised_sentence(found: Unrecognised) -> str:
    """What no rule describes, with the largest by name; '' for nothing."""
    told = " ".join(_sentences(found))
    return f"Not recognised: {told}" if found.undescribed else told


def _sentences(found: Unrecognised) -> Iterator[str]:
    """What no rule describes: the packages that get most first, then those of vendors that look idle."""
    if found.undescribed:
        elements = len(found.elements)
        yield (
            f"{plural(elements, 'element')} {'goes' if elements == 1 else 'go'} into calls of "
            f"{plural(len(found.undescribed), 'package')} without rules: {_some(found.undescribed)}."
        )
    if found.unreached:
        yield f"No call of {_idle(found.unreached)} was recognised."


def _some(packages: Sequence[Undescribed]) -> str:
    return _listed([f"{one.package} ({len(one.elements)})" for one in packages])


def _idle(packages: Sequence[Unreached]) -> str:
    """Packages of vendors; of one whose vendor is another word, whose it is."""
    return _listed(
        [one.package if one.package == one.vendor else f"{one.package} ({one.vendor})" for one in packages]
    )


def _listed(names: Sequence[str]) -> str:
    more = len(names) - _NAMED
    shown = ", ".join(names[:_NAMED])
    return f"{shown} and {more} more" if more > 0 else shown
