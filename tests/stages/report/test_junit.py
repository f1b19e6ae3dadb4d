"""The report as JUnit readers take it: parsed, and held to what Jenkins' schema allows."""

from __future__ import annotations

import dataclasses
import re
from collections import Counter
from xml.etree import ElementTree as ET

import msgspec

from purposelint.domain.verdict import Finding, Problem, Verdict
from purposelint.report import render
from stages.report.sample_verdict import field, sample, sent

PROBLEMS = (Problem("PUR901", "app/x.py", "unexpected indent", 3), Problem("PUR902", "", "nothing"))

_ALLOWED = {
    "testsuites": (
        {"name", "time", "tests", "failures", "disabled", "errors", "skipped"},
        {"testsuite"},
    ),
    "testsuite": (
        {"name", "tests", "failures", "errors", "skipped", "time", "timestamp", "id", "package", "file"},
        {"properties", "testcase", "system-out", "system-err"},
    ),
    "properties": (set(), {"property"}),
    "property": ({"name", "value"}, set()),
    "testcase": (
        {"name", "classname", "time", "file", "line", "status", "assertions"},
        {"failure", "error", "skipped", "system-out", "system-err", "properties"},
    ),
    "failure": ({"type", "message"}, set()),
    "error": ({"type", "message"}, set()),
    "system-out": (set(), set()),
}
"""Element -> its attributes and children: junit-10.xsd of Jenkins' xUnit plugin, and `file` and `line`
of a test case, which GitLab and others read and Jenkins passes over."""


def _parsed(verdict: Verdict) -> ET.Element:
    root = ET.fromstring(render("junit", verdict))
    for element in root.iter():
        attributes, children = _ALLOWED[element.tag]
        assert set(element.attrib) <= attributes, element.tag
        assert {child.tag for child in element} <= children, element.tag
        if element.tag == "testcase":
            assert element.attrib["name"]
            assert element.attrib["classname"]
    for holder in root.iter():
        if holder.tag in {"testsuites", "testsuite"}:
            tags = Counter(child.tag for case in holder.iter("testcase") for child in case)
            assert holder.attrib["tests"] == str(len(list(holder.iter("testcase"))))
            assert holder.attrib["failures"] == str(tags["failure"])
            assert holder.attrib["errors"] == str(tags["error"])
    return root


def _failing(found: tuple[Finding, ...], fail_on: str) -> list[str]:
    verdict = sample(found=found)
    run = msgspec.structs.replace(verdict.run, options={"fail-on": fail_on})
    root = _parsed(dataclasses.replace(verdict, run=run))
    return [case.attrib["name"] for case in root.iter("testcase") if case.find("failure") is not None]


def test_a_case_is_a_code_in_a_file() -> None:
    cases = [(case.attrib["classname"], case.attrib["name"]) for case in _parsed(sample()).iter("testcase")]
    assert cases == [
        ("purposelint", "analysis"),
        ("app/models", "PUR301 stored-without-purpose"),
        ("app/views", "PUR101 logged-without-purpose"),
        ("app/views", "PUR202 sending-not-permitted"),
    ]


def test_what_fails_the_run_fails_its_case_and_the_rest_passes_with_its_words() -> None:
    found = sample().findings
    errors = ["PUR101 logged-without-purpose", "PUR202 sending-not-permitted"]
    assert _failing(found, "error") == errors
    assert _failing(found, "warning") == ["PUR301 stored-without-purpose", *errors]
    stored = next(case for case in _parsed(sample()).iter("testcase") if "PUR301" in case.attrib["name"])
    assert stored.findtext("system-out", "").startswith("app/models.py:2:5: [warning] Customer.email")


def test_a_failure_tells_all_findings_of_its_case() -> None:
    failure = next(_parsed(sample()).iter("failure"))
    assert failure.attrib["message"].endswith("is logged without a declared purpose (and 1 more)")
    rows = (failure.text or "").splitlines()
    assert [row.split(": ")[0] for row in rows] == ["app/views.py:3:5", "app/views.py:3:5", "help"]


def test_files_that_were_not_analysed_are_errors() -> None:
    root = _parsed(sample(found=(), problems=PROBLEMS))
    broken = [
        (case.attrib["name"], error.attrib["message"])
        for case in root.iter("testcase")
        for error in case.iter("error")
    ]
    assert broken == [("analysis", "nothing"), ("PUR901 file-not-analysed", "unexpected indent")]


def test_a_fault_of_ours_is_an_error() -> None:
    root = _parsed(dataclasses.replace(sample(found=()), faults=("app.odd (KeyError at x.py:1)",)))
    (error,) = root.iter("error")
    assert "app.odd (KeyError at x.py:1)" in error.attrib["message"]


def test_a_clean_run_is_a_test_that_passed() -> None:
    (case,) = _parsed(sample(found=())).iter("testcase")
    assert list(case) == []


def test_silenced_findings_are_counted() -> None:
    baselined = msgspec.structs.replace(sent(), status="baselined")
    root = _parsed(sample(found=(*sample().findings, baselined)))
    said = {one.attrib["name"]: one.attrib["value"] for one in root.iter("property")}
    assert (said["findings.suppressed"], said["findings.baselined"]) == ("1", "1")


def test_characters_that_xml_forbids_are_told_as_escapes() -> None:
    odd = "\x00\x08\x0b\x1b\x85\ud800\ufffe\uffff\U0001fffe ]]> <b a='1'>&amp;\"\n\t"
    evil = msgspec.structs.replace(
        field("email", 2, element="identity.email"), message=odd, name=odd, code="PUR302"
    )
    text = render("junit", sample(found=(evil,)))
    assert not re.search("[^\n\x20-\x7e]", text)
    case = list(_parsed(sample(found=(evil,))).iter("testcase"))[1]
    assert r"\x00\x08\x0b\x1b\x85\ud800\ufffe\uffff\U0001fffe ]]> <b a='1'>&amp;" in case.attrib["name"]


def test_paths_count_from_the_top_of_the_repository() -> None:
    verdict = sample(found=(sent(),))
    run = msgspec.structs.replace(verdict.run, folder="services/shop")
    case = list(_parsed(dataclasses.replace(verdict, run=run)).iter("testcase"))[1]
    assert case.attrib["file"] == "services/shop/app/views.py"
    assert case.attrib["classname"] == "services/shop/app/views"
