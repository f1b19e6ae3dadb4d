"""What one call's findings say, said together."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec

from purposelint.report import Look, render
from purposelint.report.subjects import sentences
from stages.report.sample_verdict import logged, sample
from support.pipeline import check_folder


def _one(element: str, code: str, message: str = "is logged by log.info", **more: Any) -> Any:  # noqa: ANN401 - fields of a finding
    made = logged("email", (1, 2), element=element, line=3)
    quoted = f" (`{code}`)" if code else ""
    return msgspec.structs.replace(made, message=f"{element}{quoted} {message}", **more)


def test_elements_of_which_the_same_is_wrong_are_one_sentence() -> None:
    same = (_one("identity.email", "extra"), _one("identity.phone", "extra"), _one("identity.name", "extra"))
    told = "identity.email, identity.phone and identity.name in `extra` are logged by log.info"
    assert sentences(same) == [(told, "")]
    apart = (_one("identity.email", "a.x"), _one("identity.phone", "a. is y", confidence="low"))
    told = "identity.email (`a.x`) and identity.phone (`a. is y`, low confidence) are logged by log.info"
    assert sentences(apart) == [(told, "")]


def test_one_element_in_two_expressions_is_named_once() -> None:
    found = (_one("identity.email", "a.email"), _one("identity.email", "b.email"))
    assert sentences(found) == [("identity.email (`a.email`, `b.email`) is logged by log.info", "")]


def test_what_differs_stays_apart() -> None:
    found = (
        _one("identity.email", "x", "is logged by a. The policy permits: p"),
        _one("identity.phone", "x", "is logged by b. The policy permits: p"),
        _one("identity.name", "x", "is logged by b. The policy permits: q"),
        msgspec.structs.replace(_one("", ""), message="a comment is wrong", confidence="low"),
    )
    assert sentences(found) == [
        ("identity.email (`x`) is logged by a.", "The policy permits: p"),
        ("identity.phone (`x`) is logged by b.", "The policy permits: p"),
        ("identity.name (`x`) is logged by b.", "The policy permits: q"),
        ("a comment is wrong (low confidence)", ""),
    ]


def test_help_says_what_it_is_for_where_there_are_several() -> None:
    mail = _one("identity.email", "x", remedy="take x out")
    phone = _one("identity.phone", "x", remedy="# purpose: payment")
    assert "= help: take x out" in render("full", sample(found=(mail,)))
    two = render("full", sample(found=(mail, phone)))
    assert "= help for identity.email: take x out\n" in two
    assert "= help for identity.phone: leave it out of the log, or say what it is for, as in:" in two
    again = msgspec.structs.replace(mail, code="PUR201", remedy="do not send it")
    codes = render("full", sample(found=(mail, again)))
    assert "= help for PUR101: take x out\n" in codes
    assert "= help for PUR201: do not send it\n" in codes


_HELPER = """\
import logging

log = logging.getLogger(__name__)


def tell(who):
    log.info("to %s", who){comment}


"""


def _callers(folder: Path, comment: str, number: int, *, verbose: bool = False) -> str:
    calls = "".join(f"def call{n}(user):\n    tell(user.email)\n\n\n" for n in range(number))
    (folder / "app.py").write_text(_HELPER.format(comment=comment) + calls, encoding="utf-8")
    return " ".join(render("full", check_folder(folder), Look(width=100, verbose=verbose)).split())


def test_a_helper_that_many_findings_go_through_is_named_and_a_purpose_there_covers_them(
    tmp_path: Path,
) -> None:
    told = (
        "5 findings go through app.tell (app.py:7). Leave it out there, or, if all are for one purpose,"
        " declare it there: it covers them."
    )
    assert told in _callers(tmp_path, "", 5, verbose=True)
    assert "what 5 calls hand in is logged" in _callers(tmp_path, "", 5)
    assert "findings go through" not in _callers(tmp_path, "", 5)
    assert "findings go through" not in _callers(tmp_path, "", 4)
    assert "No findings" in _callers(tmp_path, "  # purpose: security_protection", 5)
    (tmp_path / "purposelint.toml").write_text("strict-callers = true\n")
    assert "findings go through" not in _callers(tmp_path, "", 5)
