"""What is to be declared, and for which findings."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from purposelint.domain.verdict import Finding
from purposelint.judge.declarations.words import covers
from purposelint.judge.proposals import DECLARABLE


class Wish(msgspec.Struct, frozen=True):
    """What is to be declared: `purposes` (none: skeletons) with the words `because`, and for which findings.

    `lines` has the lines that are asked for, by path; a path that it lacks is asked for as a whole.
    """

    purposes: tuple[str, ...] = ()
    because: str = ""
    elements: tuple[str, ...] = ()
    codes: tuple[str, ...] = DECLARABLE
    lines: Mapping[str, frozenset[int]] = {}

    def asks_for(self, finding: Finding) -> bool:
        """Whether element and place of a finding are asked for."""
        element, span = finding.element or "", finding.place.span
        if self.elements and not any(covers(name, element) for name in self.elements):
            return False
        lines = self.lines.get(finding.place.path)
        return lines is None or any(span.line <= line <= span.end_line for line in lines)
