from __future__ import annotations

import dataclasses
import json

from purposelint.domain.promises import Promises, Unkept, Unpromised, Used
from purposelint.domain.verdict import Code, FileCounts, Problem, RunInfo, Verdict
from purposelint.report.element_sets import EVERY, folded
from purposelint.report.promises_json import promises_json
from purposelint.report.promises_markdown import promises_markdown
from purposelint.report.promises_page import promises_page

HOSTILE = "pay\x1b[2J|`ment`"
KNOWN = ("identity.email", "identity.phone", "login.cookie")
VERDICT = Verdict(
    run=RunInfo("0.1", "r", "own", "3", "own.toml", "d", project="shop"),
    findings=(),
    judgements=(),
    files=FileCounts(2, 1, 1),
    problems=(Problem("PUR901", "app/broken.py", "cannot be parsed", 4),),
    codes=(Code("PUR202", "sending-not-permitted", "error", "", "", ""),),
)
PROMISES = Promises(
    whole=False,
    unpromised=(
        Unpromised(
            "PUR202",
            "share",
            "partner",
            (HOSTILE,),
            ("stripe",),
            ("1.4",),
            (
                Used("identity.email", (("app/a.py", 3), ("app/b.py", 4))),
                Used("login.cookie", (("c.py", 1),)),
            ),
        ),
    ),
    hidden={"suppressed": 2, "sensitivity low": 7},
    made=9,
    kept=4,
    unkept=(
        Unkept(("payment",), ("self",), (), True, ("login.cookie",)),
        Unkept(("payment", "*"), ("self", "*"), ("1.4",), False, ("identity.email", "identity.phone")),
    ),
    exceptions=(),
    never_handled=("identity.phone",),
    never_named=(),
    known=KNOWN,
)


def test_the_page_says_both_ways() -> None:
    assert promises_page(VERDICT, PROMISES).splitlines() == [
        "Policy own, version 3, and the code of shop",
        "1 file read.",
        "Only a part of the project was read: what is called unkept or never handled here may be kept",
        "elsewhere.",
        "",
        "Flows that the policy does not promise",
        "Each element with the number of places; `purposelint check` shows every one:",
        "  PUR202 sending-not-permitted: share to partner (stripe) for pay\\x1b[2J|`ment`, clause 1.4",
        "      identity.email (2), login.cookie",
        "",
        "Promises that no declaration keeps, though the code handles the data (PUR502)",
        "The recipient gets these elements, and no declaration gives such a purpose:",
        "  payment to self",
        "      login.cookie",
        "",
        "Promises that no code keeps (PUR502)",
        "4 of 9 promises (element, purpose, recipient) are kept. The code does not hand these elements to",
        "these recipients:",
        "  payment, any to self, any, clause 1.4",
        "      identity.*",
        "",
        "Elements that the policy names and the code never handles",
        "  identity.phone",
        "",
        "Elements that the code handles and the policy never names (PUR501)",
        "  None.",
        "",
        "Not among the findings above",
        "  2 suppressed",
        "  7 not shown: sensitivity low",
        "",
        "Not analysed",
        "  PUR901 app/broken.py: cannot be parsed",
    ]


def test_markdown_has_the_same_rows_and_reads_nothing_as_markup() -> None:
    page = promises_markdown(VERDICT, PROMISES)
    assert "# Policy own, version 3, and the code of shop\n" in page
    assert "| `PUR202`, `sending-not-permitted` | `share` | `partner`, `stripe` | `` pay\\x1b[2J\\|" in page
    assert "| `payment`, `any` | `self`, `any` | `1.4` | `identity.*` |\n" in page
    assert "\nNone.\n" in page
    assert "\n\nEach element with the number of places; `purposelint check` shows every one:\n\n" in page
    assert "app/broken.py" in page
    assert "\x1b" not in page


def test_json_has_every_element_and_place() -> None:
    document = json.loads(promises_json(VERDICT, PROMISES))
    flow = document["unpromised"][0]
    assert flow["purposes"] == [HOSTILE]
    assert flow["elements"][0]["places"] == [{"path": "app/a.py", "line": 3}, {"path": "app/b.py", "line": 4}]
    assert document["promises"] == {"made": 9, "kept": 4}
    assert document["unkept"][1]["elements"] == ["identity.email", "identity.phone"]
    assert document["unkept"][1]["code"] == "PUR502"
    assert not document["whole"]


def test_groups_are_folded_only_when_whole() -> None:
    assert folded(["identity.phone", "identity.email"], KNOWN) == ["identity.*"]
    assert folded(["identity.phone", "login.cookie"], KNOWN) == ["identity.phone", "login.cookie"]
    assert folded(KNOWN, KNOWN) == [EVERY]
    assert folded(["other.thing"], KNOWN) == ["other.thing"]
    assert folded([], ()) == []


def test_exceptions_stand_apart_with_how_much_they_permit() -> None:
    legal = Unkept(("legal",), ("authority",), ("9",), False, ("identity.email", "identity.phone"))
    handled = Unkept(("legal",), ("authority",), ("9",), True, ("login.cookie",))
    told = dataclasses.replace(PROMISES, exceptions=(handled, legal))
    page = promises_page(VERDICT, told)
    assert "\nExceptions that no code makes use of\n" in page
    assert "\n  legal to authority, clause 9\n      3 elements\n" in page
    assert "Exceptions" not in promises_page(VERDICT, PROMISES)
    assert json.loads(promises_json(VERDICT, told))["exceptions"][1] == {
        "purposes": ["legal"],
        "recipients": ["authority"],
        "clauses": ["9"],
        "handled": False,
        "elements": ["identity.email", "identity.phone"],
    }
