from __future__ import annotations

import dataclasses
import re

import msgspec
import pytest

from purposelint.domain.unrecognised import Undescribed, UnknownCall, Unreached, Unrecognised
from purposelint.domain.verdict import Finding, Judgement, Problem
from purposelint.report import FORMATS, Look, render
from purposelint.report.grouping import open_findings
from purposelint.report.parting import KEYS, parts
from stages.report.sample_verdict import field, findings, place, sample, sent


def test_a_call_is_told_once_with_all_its_elements() -> None:
    text = render("full", sample())
    assert text.count("app/views.py:3:5: PUR101 logged-without-purpose [error]") == 1
    assert (
        """\
3 |     logger.info("login of %s, %s", user.email, user.phone)
  |                                    ^^^^^^^^^^ identity.email
  |                                                ^^^^^^^^^^ identity.phone
"""
        in text
    )


def test_a_stop_within_quoted_code_ends_no_sentence() -> None:
    (told,) = sample(found=(sent(),)).findings
    message = "identity.email (`f'No rules of {user}. Skip'`) is logged. The policy permits here: messaging"
    text = render("full", sample(found=(msgspec.structs.replace(told, message=message),)))
    assert "  identity.email (`f'No rules of {user}. Skip'`) is logged.\n  The policy permits here" in text


def test_the_way_of_the_data_is_numbered_and_shows_its_lines() -> None:
    text = render("full", sample(found=(sent(),)))
    assert (
        """\
  = path of the data:
      1. app/models.py:2  Customer.email is identity.email (EmailField)
         email = models.EmailField()
      2. app/views.py:5  user is handed to notify()
      3. app/mail.py:2  user.email is sent by requests.post()
         requests.post(URL, json={"to": user.email})
  = clause: 1.4 of policy default
  = help: declare a purpose that the policy permits:
          # purpose: messaging to partner
"""
        in text
    )


@pytest.mark.parametrize(("count", "doubt"), [(5, "medium"), (4, "medium"), (5, "high")])
def test_a_field_that_many_doubtful_findings_come_from_is_named_once(count: int, doubt: str) -> None:
    many = tuple(
        msgspec.structs.replace(sent(), place=place("app/views.py", line, (5, 6)), confidence=doubt)
        for line in range(1, count + 1)
    )
    told = "5 findings come from Customer.email (app/models.py:2). If that is no personal data, say so there"
    text = " ".join(render("full", sample(found=many)).split())
    assert text.count(told) == (count == 5 and doubt == "medium")


def test_stored_fields_fold_to_a_line_a_model_after_the_errors() -> None:
    text = render("full", sample())
    line = "  Customer (app/models.py:2): 3 fields, 1 declared; missing: email, phone"
    assert line in text.split("\n")
    assert text.index("PUR202") < text.index("PUR301 stored-without-purpose: 2 stored fields of 1 model")
    assert "app/models.py:2:5" not in text


def test_what_must_never_be_stored_does_not_fold() -> None:
    code = field("cvv", 9, element="financial.card_authentication", severity="error")
    text = render("full", sample(found=(code, field("email", 8, element="identity.email"))))
    assert "Customer.cvv (financial.card_authentication) is stored" in text
    assert "Customer.email (identity.email) is stored" not in text


def test_errors_come_before_warnings_and_notes() -> None:
    note = msgspec.structs.replace(sent(), severity="note", place=place("app/a.py", 1, (1, 2)))
    text = render("full", sample(found=(note, *findings())))
    assert text.index("[error]") < text.index("[note")


def test_what_is_suppressed_is_counted_not_shown() -> None:
    text = render("full", sample())
    assert "app/views.py:1:1" not in text
    assert "1 suppressed" in text


def test_problems_and_counts_close_the_report() -> None:
    text = render("full", sample(problems=(Problem("PUR901", "app/x.py", "unexpected indent", 3),)))
    assert "app/x.py:3: PUR901 file-not-analysed [error] unexpected indent" in text
    cut = (
        "Cut short at a bound: 1 of 2 functions (views.huge). What is found in them counts, more may be"
        " missing: look through those yourself that handle personal data (docs/troubleshooting.md)."
    )
    assert "3 files analysed, 1 not analysed; policy default (version 1).\nCut" in text
    assert " ".join(text.split()).endswith(cut)
    assert "Found 3 errors, 2 warnings; 1 suppressed" in text


def test_many_functions_that_met_a_bound_are_a_share_and_named_where_that_is_asked_for() -> None:
    limits = tuple(f"app.views.f{number}" for number in range(1200))
    verdict = dataclasses.replace(sample(), limits=limits, counts={"functions": 2300})
    text = " ".join(render("full", verdict).split())
    assert text.endswith(
        "Cut short at a bound: 1,200 of 2,300 functions. What is found in them counts, more may be missing"
        " (--verbose names them)."
    )
    verbose = " ".join(render("full", verdict, Look(verbose=True)).split())
    assert "1,200 of 2,300 functions (app.views.f0, app.views.f1, " in verbose


def test_the_summary_counts_elements_by_activity() -> None:
    text = render("full", sample())
    assert re.search(r"log +share +store\n +identity.email +1 +1 +1\n +identity.phone +1 +\. +1\n", text)


def _rows(text: str, head: str) -> list[list[int]]:
    """The numbers of a table, row by row, the last one being its sums."""
    table = text[text.index(head) :].split("\n\n", maxsplit=1)[0].splitlines()[1:]
    return [
        [int(cell.replace(".", "0")) for cell in re.findall(r"(?<=\s)[\d.]+(?=\s|$)", row)] for row in table
    ]


def test_the_numbers_of_one_run_add_up() -> None:
    comment = Finding("PUR405", "x", "says no why", place("app/a.py", 1, (1, 2)), "error", fingerprint="c")
    shown = sample(found=(*sample().findings, comment))
    text = render("full", shown)
    found = [one for one in shown.findings if one.status == "open"]
    assert (
        f"{len(found)} findings at {len({one.place for one in found})} places, one for each element" in text
    )
    *codes, sums = _rows(text, "    error  warning")
    assert sums == [sum(column) for column in zip(*codes, strict=True)]
    assert f"Found {sums[0]} errors, {sums[1]} warnings;" in text
    assert sum(sums) == len(found)
    *elements, total, about = _rows(text, "log   share")
    assert total == [sum(column) for column in zip(*elements, strict=True)]
    assert sum(total) + sum(about) == len(found)
    assert "  and 1 about declarations and suppressions\n" in text


def test_a_clean_run_says_so_briefly() -> None:
    text = render("full", dataclasses.replace(sample(found=()), limits=()))
    assert text == (
        "No findings; other flows and fields: 1 permitted.\n3 files analysed; policy default (version 1).\n"
    )


def test_what_no_finding_tells_of_is_explained_a_line_each() -> None:
    whys = (
        "sensitivity low is under --min-sensitivity medium",
        "sensitivity low is under --min-sensitivity medium",
        "confidence low is under --min-confidence medium",
        "PUR301 is switched off",
        "declared not personal: a host's name",
    )
    kept = sample(found=())
    told = dataclasses.replace(
        kept,
        judgements=tuple(Judgement("quiet", why, sent()) for why in whys),
        files=msgspec.structs.replace(kept.files, tests=4),
        limits=(),
    )
    assert " ".join(render("full", told).split()) == (
        "No findings; other flows and fields: 5 quiet."
        " 3 files analysed; policy default (version 1)."
        " Quiet: 2 of low sensitivity (--min-sensitivity), 1 of low confidence (--min-confidence),"
        " 1 switched off (--select, --ignore), 1 declared not personal."
        " Left out: 4 files of tests and migrations (--include-tests)."
    )


UNRECOGNISED = Unrecognised(
    (
        Undescribed("odd.mail", (UnknownCall("odd.mail.send", ("identity.email",), "app/mail.py:3"),)),
        Undescribed("strange", (UnknownCall("strange.push", ("identity.email",), "app/views.py:3"),)),
    ),
    (Unreached("posthog", "odd.posthog_api"), Unreached("stripe", "stripe")),
)


def test_packages_without_rules_are_told_where_there_are_any() -> None:
    made = dataclasses.replace(sample(found=()), unrecognised=UNRECOGNISED)
    text, verbose = render("full", made), render("full", made, Look(verbose=True))
    told = " ".join(text.split())
    assert "1 element goes into calls of 2 packages without rules: odd.mail (1), strange (1)." in told
    assert "No call of odd.posthog_api (posthog), stripe was recognised." in told
    assert "a rule file of your own describes them" in told
    assert "odd.mail.send" not in text
    assert "  odd.mail.send gets identity.email (app/mail.py:3)\n" in verbose
    assert "Not recognised" not in render("full", sample())


def test_quiet_leaves_the_summary_out_and_verbose_adds_the_analysis() -> None:
    assert "files analysed" not in render("full", sample(), Look(quiet=True))
    verbose = render("full", sample(), Look(verbose=True))
    assert "Analysis: calls: 5, functions: 2." in verbose


def test_a_function_at_which_the_analysis_failed_is_told_without_being_asked() -> None:
    failed = dataclasses.replace(sample(), faults=("app.views.odd (KeyError at x.py:1)",))
    told = render("full", failed)
    assert "Not followed by a fault of purposelint: 1 function, app.views.odd (KeyError at x.py:1)." in told
    assert "by a fault" not in render("full", sample())


def test_plain_text_has_no_escapes_and_colours_only_add_them() -> None:
    plain = render("full", sample())
    coloured = render("full", sample(), Look(colour="standard"))
    assert "\x1b" not in plain
    assert "\x1b[" in coloured
    stripped = re.sub(r"\x1b\[[0-9;]*m", "", coloured)
    assert [line.rstrip() for line in stripped.split("\n")] == plain.split("\n")


def test_text_from_code_cannot_write_to_the_terminal() -> None:
    evil = msgspec.structs.replace(
        sent(), message="\x1b[2Jgone\u202e", remedy="a\x07b", place=place("a\x1b]0;x\x07.py", 1, (1, 2))
    )
    verdict = sample(found=(evil,))
    assert isinstance(verdict.excerpts, dict)
    verdict.excerpts["a\x1b]0;x\x07.py", 1] = "x = '\x1b[2J[red]\u202e'"
    for name in FORMATS:
        assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", render(name, verdict)), name
    assert "[red]" in render("full", verdict)


def test_lines_fit_the_terminal() -> None:
    long = msgspec.structs.replace(field("email", 2, element="identity.email"), code="PUR302", owner="")
    verdict = sample(found=(long,))
    assert isinstance(verdict.excerpts, dict)
    verdict.excerpts["app/models.py", 2] = "    email = models.EmailField(" + "help_text='x', " * 60 + ")"
    text = render("full", verdict, Look(width=80))
    assert max(len(line) for line in text.split("\n") if " | " in line) <= 80


def test_many_elements_of_one_mark_are_counted() -> None:
    kinds = [f"identity.kind_{number}" for number in range(9)]
    found = tuple(msgspec.structs.replace(sent(), element=kind, fingerprint=kind) for kind in kinds)
    text = render("full", sample(found=found))
    assert "^ 9 elements" in text
    assert all(len(line) <= 120 for line in text.split("\n"))


def test_a_finding_without_source_lines_still_shows_what_and_where() -> None:
    bare = Finding("PUR401", "unknown-word", "no purpose 'paymnt'", place("gone.py", 9, (1, 5)), "error")
    text = render("full", sample(found=(bare,)))
    assert text.startswith("gone.py:9:1: PUR401 unknown-word [error]\n  no purpose 'paymnt'\n\n")


def test_findings_are_gone_through_part_by_part() -> None:
    text = render("full", sample(), Look(group_by="element"))
    heads = [line for line in text.split("\n") if re.fullmatch(r"[a-z_]+\.[a-z_]+  \d+ .*", line)]
    assert heads == ["identity.email  2 errors, 1 warning", "identity.phone  1 error, 1 warning"]
    phone = text[text.index(heads[1]) :]
    assert "identity.email" not in phone[: phone.index("PUR101 logged-without-purpose  ")]
    assert "1 field, 0 declared; missing: phone" in phone


def test_every_finding_stands_in_one_part() -> None:
    whole = sample()
    for key in KEYS:
        divided = [one.fingerprint for _, part in parts(whole, key) for one in part.findings]
        assert sorted(divided) == sorted(one.fingerprint for one in open_findings(whole))


@pytest.mark.parametrize(
    ("key", "names"),
    [
        ("file", ["app/views.py", "app/models.py"]),
        ("sink", ["logs", "sent: acme", "stored: app.models.Customer"]),
        ("purpose", ["no declared purpose", "payment"]),
    ],
)
def test_parts_are_named_by_what_they_share_worst_first(key: str, names: list[str]) -> None:
    assert [name for name, _ in parts(sample(), key)] == names


def test_a_finding_about_a_comment_has_a_part_of_its_own() -> None:
    comment = Finding("PUR405", "x", "says no why", place("app/a.py", 1, (1, 2)), "error", fingerprint="c")
    assert [name for name, _ in parts(sample(found=(comment,)), "element")] == [
        "declarations and suppressions"
    ]


def test_the_summary_counts_elements_and_where_they_are_many_their_groups() -> None:
    few = render("full", sample(found=tuple(field(f"f{n}", n, element=f"identity.e{n}") for n in range(12))))
    many = render("full", sample(found=tuple(field(f"f{n}", n, element=f"identity.e{n}") for n in range(13))))
    assert "  identity.e3        .       .       1" in few
    assert "  identity       .       .      13" in many
