from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import msgspec
import pytest
from jsonschema.validators import validator_for

from purposelint.domain.verdict import Problem, Source
from purposelint.report import render
from purposelint.report.sarif_places import path_uri
from stages.report.sample_verdict import place, sample, sent

ROOT = Path(__file__).resolve().parents[3]
SCHEMA = Path(
    os.environ.get("PURPOSELINT_SARIF_SCHEMA", ROOT.parent / "shared" / "schemas" / "sarif-2.1.0.json")
)
PROBLEMS = (Problem("PUR901", "app/x y.py", "unexpected indent", 3), Problem("PUR902", "", "nothing"))


def run_of(text: str) -> dict[str, Any]:
    (run,) = json.loads(text)["runs"]
    assert isinstance(run, dict)
    return run


def only_result(text: str) -> dict[str, Any]:
    (result,) = run_of(text)["results"]
    assert isinstance(result, dict)
    return result


@pytest.mark.skipif(not SCHEMA.is_file(), reason="no copy of the SARIF schema (PURPOSELINT_SARIF_SCHEMA)")
def test_the_log_is_valid_by_the_standards_schema() -> None:
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    validator = validator_for(schema)(schema)
    for verdict in (sample(), sample(problems=PROBLEMS), sample(found=())):
        errors = [error.message for error in validator.iter_errors(json.loads(render("sarif", verdict)))]
        assert errors == []


def test_every_code_is_a_rule_even_when_nothing_is_found() -> None:
    run = run_of(render("sarif", sample(found=())))
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == ["PUR101", "PUR202", "PUR301", "PUR901"]
    for rule in rules:
        assert rule["help"]["text"]
        assert rule["shortDescription"]["text"]
        assert len(rule["fullDescription"]["text"]) <= 1024
        assert rule["properties"]["precision"]
        assert rule["properties"]["problem.severity"]
    severities = [rule["properties"].get("security-severity") for rule in rules]
    assert severities == ["4.0", "6.0", "4.0", None]


def test_a_long_explanation_is_cut_to_what_scanners_take() -> None:
    verdict = sample()
    long = tuple(msgspec.structs.replace(code, explanation="word " * 400) for code in verdict.codes)
    object.__setattr__(verdict, "codes", long)
    (rule, *_) = run_of(render("sarif", verdict))["tool"]["driver"]["rules"]
    assert len(rule["fullDescription"]["text"]) <= 1024
    assert rule["fullDescription"]["text"].endswith("…")


def test_a_flow_is_a_code_flow_with_the_data_highlighted() -> None:
    result = only_result(render("sarif", sample(found=(sent(),))))
    physical = result["locations"][0]["physicalLocation"]
    assert physical["region"] == {"startLine": 5, "startColumn": 9, "endLine": 5, "endColumn": 13}
    assert physical["contextRegion"]["endLine"] == 7
    steps = result["codeFlows"][0]["threadFlows"][0]["locations"]
    uris = [step["location"]["physicalLocation"]["artifactLocation"]["uri"] for step in steps]
    assert uris == ["app/models.py", "app/views.py", "app/mail.py"]
    told = [one["message"]["text"] for one in result["relatedLocations"]]
    assert told == [
        "Comes from app.models.Customer.email",
        "Leaves by requests.post",
        "Policy default, clause 1.4",
    ]


def test_a_stored_field_has_a_code_flow_of_one_step() -> None:
    results = run_of(render("sarif", sample()))["results"]
    stored = next(result for result in results if result["ruleId"] == "PUR301")
    assert len(stored["codeFlows"][0]["threadFlows"][0]["locations"]) == 1


def test_fingerprints_do_not_know_lines() -> None:
    moved = msgspec.structs.replace(sent(), place=place("app/views.py", 40, (5, 6)))
    before = only_result(render("sarif", sample(found=(sent(),))))["partialFingerprints"]
    after = only_result(render("sarif", sample(found=(moved,))))["partialFingerprints"]
    assert before == after
    assert set(before) == {"primaryLocationLineHash", "purposelint/v1"}


def test_suppressions_and_problems_are_native() -> None:
    run = run_of(render("sarif", sample(problems=PROBLEMS)))
    (silenced,) = [result for result in run["results"] if result.get("suppressions")]
    assert silenced["suppressions"] == [
        {"kind": "inSource", "status": "accepted", "justification": "a test account"}
    ]
    invocation = run["invocations"][0]
    assert invocation["executionSuccessful"] is False
    notice = invocation["toolExecutionNotifications"][0]
    assert notice["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "app/x%20y.py"


def test_the_run_says_what_its_columns_and_its_name_are() -> None:
    run = run_of(render("sarif", sample()))
    assert run["columnKind"] == "unicodeCodePoints"
    assert run["automationDetails"]["id"] == "purposelint/shop/"
    assert render("sarif", sample()) == render("sarif", sample())


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("a/b.py", "a/b.py"),
        ("a b/c#d?.py", "a%20b/c%23d%3F.py"),
        ("x:y.py", "x%3Ay.py"),
        ("ü.py", "%C3%BC.py"),
        ("\udcff.py", "%FF.py"),
        ("\ud800.py", "%ED%A0%80.py"),
    ],
)
def test_paths_are_percent_encoded(path: str, uri: str) -> None:
    assert path_uri(path) == uri


def test_words_from_code_make_no_links() -> None:
    evil = msgspec.structs.replace(
        sent(), message="[click](https://evil.example)", source=Source("[a](b)", "app/models.py", 2)
    )
    assert "](" not in render("sarif", sample(found=(evil,)))
