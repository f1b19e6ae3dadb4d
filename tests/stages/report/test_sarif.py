from __future__ import annotations

import dataclasses
import json
from typing import Any

import msgspec
import pytest
from jsonschema.validators import validator_for

from purposelint.domain.flows import Hop
from purposelint.domain.place import Place
from purposelint.domain.unrecognised import Unreached, Unrecognised
from purposelint.domain.verdict import Finding, Problem, Source, Verdict
from purposelint.judge.codes import CODES
from purposelint.report import render, sarif_limits
from purposelint.report.sarif_places import path_uri
from stages.report.sample_verdict import place, sample, sent
from support.places import ROOT

SCHEMA = ROOT / "tests" / "schemas" / "sarif-2.1.0.json"
"""The standard's own, as OASIS publishes it."""

PROBLEMS = (Problem("PUR901", "app/x y.py", "unexpected indent", 3), Problem("PUR902", "", "nothing"))


def run_of(text: str) -> dict[str, Any]:
    (run,) = json.loads(text)["runs"]
    assert isinstance(run, dict)
    return run


def only_result(text: str) -> dict[str, Any]:
    (result,) = run_of(text)["results"]
    assert isinstance(result, dict)
    return result


def test_the_log_is_valid_by_the_standards_schema() -> None:
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    validator = validator_for(schema)(schema)
    faulty = dataclasses.replace(hashed(told_of(declared())), faults=("app.odd (KeyError)",))
    for verdict in (sample(), sample(problems=PROBLEMS), sample(found=()), faulty):
        errors = [error.message for error in validator.iter_errors(json.loads(render("sarif", verdict)))]
        assert errors == []


def declared() -> Finding:
    """A finding whose declaration and clause are known."""
    said = Hop(place("app/views.py", 3, (70, 90)), "declared for payment to partner")
    side = Hop(place("purposelint.toml", 9, (1, 1)), "declared for payment")
    return msgspec.structs.replace(sent(), declared=(said, side), clause="1.4, 1.1")


def told_of(*found: Finding, folder: str = "", **lines: int) -> Verdict:
    verdict = sample(found=found)
    clauses = {key.replace("_", "."): line for key, line in lines.items()}
    run = msgspec.structs.replace(verdict.run, folder=folder, clause_lines=clauses)
    return dataclasses.replace(verdict, run=run)


def hashed(verdict: Verdict) -> Verdict:
    return dataclasses.replace(
        verdict, line_hashes={("app/views.py", 5): "abc:1", ("app/views.py", 4): "d:1"}
    )


def test_data_that_is_the_whole_place_has_no_context() -> None:
    found = msgspec.structs.replace(sent(), data=msgspec.convert(msgspec.to_builtins(sent().place), Place))
    assert found.data is not found.place
    assert (
        "contextRegion"
        not in only_result(render("sarif", told_of(found)))["locations"][0]["physicalLocation"]
    )


def test_declaration_and_clause_are_related_places() -> None:
    result = only_result(render("sarif", told_of(declared(), folder="services/shop", **{"1_4": 31})))
    told = [
        (
            one["message"]["text"],
            one["physicalLocation"]["artifactLocation"]["uri"],
            one["physicalLocation"].get("region", {}).get("startLine"),
        )
        for one in result["relatedLocations"]
    ]
    assert told[2:] == [
        ("Declared for payment to partner", "services/shop/app/views.py", 3),
        ("Declared for payment", "services/shop/purposelint.toml", 9),
        ("Policy default, clause 1.4", "services/shop/policies/own.toml", 31),
    ]
    assert [one["id"] for one in result["relatedLocations"]] == [1, 2, 3, 4, 5]
    policy = only_result(render("sarif", told_of(declared())))["relatedLocations"][-1]
    assert policy["message"]["text"] == "Policy default, clause 1.4, 1.1"
    assert "region" not in policy["physicalLocation"]


def test_services_of_one_repository_do_not_close_each_others_alerts() -> None:
    run = run_of(render("sarif", told_of(sent(), folder="services/shop")))
    assert run["automationDetails"]["id"] == "purposelint/services/shop/"
    uri = run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]
    assert uri == {"uri": "services/shop/app/views.py", "uriBaseId": "%SRCROOT%"}
    assert uri["uriBaseId"] in run["originalUriBaseIds"]


def test_the_worst_results_are_kept_and_what_is_left_out_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("purposelint.report.sarif_limits.RESULTS", 3)
    run = run_of(render("sarif", sample()))
    assert [one["ruleId"] for one in run["results"]] == ["PUR101", "PUR101", "PUR202"]
    assert not any(one.get("suppressions") for one in run["results"])
    (limits, told) = run["invocations"][0]["toolExecutionNotifications"]
    assert limits["message"]["text"] == "Analysis cut short in 1 functions: app.views.huge"
    assert told == {
        "level": "warning",
        "message": {"text": "3 findings are left out: code scanning takes 3 results of one run."},
    }


def test_packages_without_rules_are_a_notification() -> None:
    unknown = Unrecognised((), (Unreached("stripe", "stripe"),))
    run = run_of(render("sarif", dataclasses.replace(sample(), unrecognised=unknown)))
    told = run["invocations"][0]["toolExecutionNotifications"][-1]
    assert told == {
        "level": "note",
        "message": {"text": "No call of stripe was recognised."},
    }


def test_a_long_path_keeps_its_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("purposelint.report.sarif_limits.STEPS", 5)
    steps = tuple(Hop(place("app/views.py", line, (1, 2)), f"step {line}") for line in range(1, 13))
    run = run_of(render("sarif", sample(found=(msgspec.structs.replace(sent(), trace=steps),))))
    (flow,) = run["results"][0]["codeFlows"]
    lines = [
        one["location"]["physicalLocation"]["region"]["startLine"]
        for one in flow["threadFlows"][0]["locations"]
    ]
    assert lines == [1, 2, 10, 11, 12]
    notices = run["invocations"][0]["toolExecutionNotifications"]
    assert "paths of 1 findings have more than 5 steps" in notices[-1]["message"]["text"]


def test_no_limit_of_code_scanning_is_passed(monkeypatch: pytest.MonkeyPatch) -> None:
    assert sarif_limits.RESULTS == 25_000
    monkeypatch.setattr(sarif_limits, "RESULTS", 50)
    bare = msgspec.structs.replace(sent(), trace=(), sink=None, source=None, clause=None)
    long = msgspec.structs.replace(bare, message="x" * 100_000)
    run = run_of(render("sarif", sample(found=(long, *[bare] * 50))))
    assert len(run["results"]) == 50
    assert len(run["results"][0]["message"]["text"]) <= 4000
    for one in run["tool"]["driver"]["rules"]:
        assert len(one["properties"]["tags"]) <= 20
        assert max(map(len, one["properties"]["tags"])) <= 255
        assert len(one["name"]) <= 255


def test_every_code_of_ours_is_declared_within_the_limits() -> None:
    verdict = dataclasses.replace(sample(found=()), codes=tuple(CODES.values()))
    rules = run_of(render("sarif", verdict))["tool"]["driver"]["rules"]
    assert [one["id"] for one in rules] == sorted(CODES)
    for one in rules:
        assert len(one["shortDescription"]["text"]) <= 1024
        assert len(one["fullDescription"]["text"]) <= 1024
        assert one["help"]["markdown"]
        security = one["properties"].get("security-severity")
        assert (security is not None) == (one["id"][3] in "123" or one["id"] == "PUR501"), one["id"]
        assert security is None or 0 < float(security) <= 10


def test_a_fault_of_ours_is_told() -> None:
    verdict = dataclasses.replace(sample(found=()), faults=("app.odd (KeyError at x.py:1)",))
    invocation = run_of(render("sarif", verdict))["invocations"][0]
    assert not invocation["executionSuccessful"]
    told = invocation["toolExecutionNotifications"][0]
    assert told["level"] == "error"
    assert "app.odd" in told["message"]["text"]


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


@pytest.mark.parametrize(
    ("said", "told"), [("x", "x."), ("x.", "x."), ("did you mean `y`?", "did you mean `y`?")]
)
def test_a_message_is_a_sentence(said: str, told: str) -> None:
    finding = msgspec.structs.replace(sent(), message=said, clause=None, remedy="")
    assert only_result(render("sarif", sample(found=(finding,))))["message"]["text"] == told


def test_a_stored_field_has_a_code_flow_of_one_step() -> None:
    results = run_of(render("sarif", sample()))["results"]
    stored = next(result for result in results if result["ruleId"] == "PUR301")
    assert len(stored["codeFlows"][0]["threadFlows"][0]["locations"]) == 1


def test_our_fingerprint_knows_no_line_and_code_scannings_is_of_the_data() -> None:
    moved = msgspec.structs.replace(sent(), place=place("app/views.py", 40, (5, 6)), data=None)
    before = only_result(render("sarif", hashed(sample(found=(sent(),)))))["partialFingerprints"]
    after = only_result(render("sarif", hashed(sample(found=(moved,)))))["partialFingerprints"]
    assert before == {"primaryLocationLineHash": "abc:1", "purposelint/v1": "s-email"}
    assert after == {"purposelint/v1": "s-email"}


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


def test_what_is_silenced_can_be_left_out() -> None:
    baselined = msgspec.structs.replace(sent(), status="baselined")
    found = (*sample().findings, baselined)
    whole = run_of(render("sarif", sample(found=found)))
    part = run_of(render("sarif-open", sample(found=found)))
    assert [one for one in whole["results"] if "suppressions" not in one] == part["results"]
    assert len(whole["results"]) == len(part["results"]) + 2
    assert {**whole, "results": []} == {**part, "results": []}


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
