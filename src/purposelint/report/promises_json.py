"""`policy coverage` for tools."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from purposelint.domain.promises import Promises, Used
from purposelint.domain.verdict import Verdict
from purposelint.report.json_contract import dump, run_record

VERSION = 1


def promises_json(verdict: Verdict, promises: Promises) -> str:
    """Both ways, every element by itself and every place of it; the same run gives the same bytes."""
    names = {one.code: one.name for one in verdict.codes}
    return dump(
        {
            "version": VERSION,
            "run": run_record(verdict.run),
            "whole": promises.whole,
            "unpromised": [
                {
                    "code": one.code,
                    "name": names.get(one.code, ""),
                    "activity": one.activity,
                    "recipient": one.recipient,
                    "vendors": one.vendors,
                    "purposes": one.purposes,
                    "clauses": one.clauses,
                    "elements": _used(one.elements),
                }
                for one in promises.unpromised
            ],
            "promises": {"made": promises.made, "kept": promises.kept},
            "unkept": [
                {
                    "code": "PUR502",
                    "purposes": one.purposes,
                    "recipients": one.recipients,
                    "clauses": one.clauses,
                    "handled": one.handled,
                    "elements": one.elements,
                }
                for one in promises.unkept
            ],
            "exceptions": [
                {
                    "purposes": one.purposes,
                    "recipients": one.recipients,
                    "clauses": one.clauses,
                    "handled": one.handled,
                    "elements": one.elements,
                }
                for one in promises.exceptions
            ],
            "elements": {
                "never_handled": promises.never_handled,
                "never_named": _used(promises.never_named),
            },
            "hidden": promises.hidden,
            "problems": [
                {"code": one.code, "path": one.path, "line": one.line, "message": one.message}
                for one in verdict.problems
            ],
            "faults": verdict.faults,
        }
    )


def _used(used: Sequence[Used]) -> list[dict[str, Any]]:
    return [
        {"element": one.element, "places": [{"path": path, "line": line} for path, line in one.places]}
        for one in used
    ]
