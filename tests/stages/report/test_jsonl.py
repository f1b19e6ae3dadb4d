from __future__ import annotations

import json

from purposelint.domain.verdict import Problem
from purposelint.report import render
from stages.report.sample_verdict import sample, sent


def test_each_line_is_a_finding_as_json_tells_it() -> None:
    whole = json.loads(render("json", sample()))
    lines = render("jsonl", sample()).splitlines()
    assert [json.loads(line) for line in lines] == [
        one for one in whole["findings"] if one["status"] == "open"
    ]


def test_problems_are_lines_with_the_same_keys() -> None:
    text = render("jsonl", sample(found=(sent(),), problems=(Problem("PUR901", "app/x.py", "bad", 3),)))
    finding, problem = map(json.loads, text.splitlines())
    assert list(problem) == list(finding)
    assert (problem["code"], problem["name"], problem["path"], problem["line"], problem["severity"]) == (
        "PUR901",
        "file-not-analysed",
        "app/x.py",
        3,
        "error",
    )


def test_nothing_found_is_nothing_said() -> None:
    assert not render("jsonl", sample(found=()))
