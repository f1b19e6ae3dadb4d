"""Findings of low sensitivity that are told only because the policy names their elements."""

from __future__ import annotations

from purposelint.domain.verdict import Verdict
from purposelint.report.counting import plural
from purposelint.report.escaping import visible
from purposelint.report.grouping import open_findings
from purposelint.report.look import Line, Look
from purposelint.report.prose import wrapped

_SHOWN = 3


def low_sensitivity_lines(verdict: Verdict, look: Look) -> list[Line]:
    """Why they are told, and how to leave them out; nothing where the run asked for them itself."""
    if verdict.run.options.get("min-sensitivity", "medium") != "medium":
        return []
    low = [
        one.element
        for one in open_findings(verdict)
        if one.element and verdict.sensitivity.get(one.element) == "low"
    ]
    if not low:
        return []
    names = sorted(set(low))
    groups = list(dict.fromkeys(f"{name.partition('.')[0]}.*" for name in names))
    shown = ", ".join(names[:_SHOWN]) + (f" and {len(names) - _SHOWN} more" if len(names) > _SHOWN else "")
    told = (
        f"{plural(len(low), 'finding')} of low sensitivity ({shown}): told because policy"
        f" {visible(verdict.run.policy_id)} names {'it' if len(names) == 1 else 'them'}, alone or by a group"
        f' ({", ".join(groups[:_SHOWN])}). To leave them out, write "!{names[0]}" into its list of elements.'
    )
    return wrapped(told, look)
