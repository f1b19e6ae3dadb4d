from __future__ import annotations

import json

import msgspec

from purposelint.domain.verdict import Problem
from purposelint.report import render
from stages.report.sample_verdict import findings, sample, sent

FINDING_KEYS = [
    *("code", "name", "message", "path", "line", "column", "end_line", "end_column", "symbol", "activity"),
    *("element", "data", "source", "sink", "vendor", "recipient", "purposes", "clause", "severity"),
    *("confidence", "fingerprint", "status", "trace"),
]


def test_the_contract_has_every_key_in_order() -> None:
    told = json.loads(render("json", sample(problems=(Problem("PUR901", "app/x.py", "bad", 3),))))
    assert list(told) == ["version", "run", "findings", "flows", "files", "analysis", "problems"]
    assert list(told["run"]) == ["tool", "rules", "policy", "commit", "dirty", "options"]
    assert told["run"]["policy"] == {"id": "default", "version": "1", "sha256": "bb"}
    for finding in told["findings"]:
        assert list(finding) == FINDING_KEYS
    for flow in told["flows"]:
        assert list(flow) == ["verdict", "why", *FINDING_KEYS]
    assert told["files"] == {"discovered": 4, "analysed": 3, "unreadable": 1}
    nothing: dict[str, list[str]] = {"undescribed": [], "unreached": []}
    assert told["analysis"] == {"limits": ["app.views.huge"], "faults": [], "unrecognised": nothing}
    assert told["problems"] == [{"code": "PUR901", "path": "app/x.py", "line": 3, "message": "bad"}]


def test_a_flow_is_told_with_its_data_its_sink_and_its_way() -> None:
    (finding,) = json.loads(render("json", sample(found=(sent(),))))["findings"]
    assert finding["data"] == {"expr": "user", "line": 5, "column": 9, "end_line": 5, "end_column": 13}
    assert finding["sink"] == {"id": "requests.post", "path": "app/mail.py", "line": 2}
    assert finding["source"] == {"symbol": "app.models.Customer.email", "path": "app/models.py", "line": 2}
    assert [hop["line"] for hop in finding["trace"]] == [2, 5, 2]
    assert (finding["line"], finding["end_line"]) == (4, 7)


def test_every_flow_is_there_permitted_ones_too() -> None:
    told = json.loads(render("json", sample()))
    assert len(told["flows"]) == len(findings()) + 1
    assert told["flows"][-1]["verdict"] == "permitted"


def test_bytes_are_the_same_each_time_and_plain_ascii() -> None:
    odd = msgspec.structs.replace(sent(), message="名前 \ud800 \x7f \u2028")
    first, second = render("json", sample(found=(odd,))), render("json", sample(found=(odd,)))
    assert first == second
    assert first.isascii()
    assert "\x7f" not in first
    assert json.loads(first)["findings"][0]["message"] == "名前 \\ud800 \x7f \u2028"
