"""Whatever stands in the names, paths and texts of a verdict, each report stays what it is."""

from __future__ import annotations

import json
import re
from xml.etree import ElementTree as ET

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from purposelint.domain.flows import Hop
from purposelint.domain.place import Place, Span
from purposelint.domain.verdict import Problem, Verdict
from purposelint.report import render
from purposelint.report.escaping import visible
from purposelint.report.grouping import folds
from stages.report.sample_verdict import field, sample, sent
from support.commands import commands

_PIECES = (
    *("%0A", "%25", "%3A", "\n::error::x", "##[group]", "##vso[x]", "]]>", "<!--", "</details>", "&#64;"),
    *("@team", "#12", "GH-1", "`", "``", "|", "\\", "*", "_", "~~", "](x)", "http://x", " ", "a", "1.", "-"),
)
_TEXT = st.text(st.characters(exclude_categories=()), max_size=30) | st.lists(
    st.sampled_from(_PIECES), min_size=3, max_size=8
).map("".join)


@st.composite
def _verdicts(draw: st.DrawFn) -> Verdict:
    def some() -> str:
        return draw(_TEXT)

    place = Place(some() or "a", Span(1, 1, draw(st.integers(1, 3)), 5), some())
    flow = msgspec.structs.replace(
        sent(),
        message=some(),
        place=place,
        data=place,
        element=some(),
        expr=some(),
        clause=some() or None,
        remedy=some(),
        recipient=some(),
        trace=(Hop(place, some()),),
        declared=(Hop(place, some()),),
        suppression=some(),
        status=draw(st.sampled_from(["open", "suppressed", "baselined"])),
    )
    stored = msgspec.structs.replace(field("email", 2, element=some()), owner=f"a.{some()}", place=place)
    problems = (Problem("PUR901", some(), some(), 3),)
    return sample(found=(flow, stored), problems=problems)


def _is_clean(text: str) -> bool:
    return not re.search(
        "[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]", text
    )


@given(_verdicts())
@settings(max_examples=100, derandomize=True, deadline=None, database=None)
def test_junit_is_xml(verdict: Verdict) -> None:
    text = render("junit", verdict)
    assert _is_clean(text)
    tags = {element.tag for element in ET.fromstring(text).iter()}
    assert tags <= {
        "testsuites",
        "testsuite",
        "properties",
        "property",
        "testcase",
        "failure",
        "error",
        "system-out",
    }
    assert not re.search(r"^\s*::|##\w*\[", text, re.MULTILINE)


@given(_verdicts())
@settings(max_examples=100, derandomize=True, deadline=None, database=None)
def test_github_gets_our_commands_alone(verdict: Verdict) -> None:
    text = render("github", verdict)
    assert _is_clean(text)
    read, others = commands(text)
    assert others == []
    assert len(read) == len(text.splitlines())
    said = "\n".join(one.message for one in read)
    shown = [one.message for one in verdict.findings if one.status == "open" and not folds(one)]
    assert all(visible(message) in said for message in shown)
    assert {one.name for one in read} <= {"error", "warning", "notice"}
    assert all(
        set(one.properties) <= {"title", "file", "line", "endLine", "col", "endColumn"} for one in read
    )


@given(_verdicts())
@settings(max_examples=100, derandomize=True, deadline=None, database=None)
def test_json_of_every_kind_is_json(verdict: Verdict) -> None:
    issues = json.loads(render("gitlab", verdict))
    assert len({one["fingerprint"] for one in issues}) == len(issues)
    assert len(json.loads(render("sarif", verdict))["runs"][0]["results"]) == len(verdict.findings)
    lines = render("jsonl", verdict).splitlines()
    assert len(lines) == len(issues)
    assert all(json.loads(line)["status"] == "open" for line in lines)
    for name in ("gitlab", "sarif", "jsonl", "json"):
        assert render(name, verdict).isascii()


@given(_verdicts())
@settings(max_examples=100, derandomize=True, deadline=None, database=None)
def test_markdown_has_our_markup_alone(verdict: Verdict) -> None:
    page = render("markdown", verdict)
    assert _is_clean(page)
    rendered = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).render(page)
    text = re.sub(r"<code>.*?</code>", "", rendered, flags=re.DOTALL).replace("<!-- purposelint -->", "")
    known = {"details", "summary", "h3", "p", "ul", "li", "table", "thead", "tbody", "tr", "th", "td"}
    assert set(re.findall(r"</?([a-z0-9]+)", text)) <= known
    bare = re.sub(r"<[^>]+>", "", text)
    assert not re.search(r"[@#<>*_~|`\\\[\]$^%]|://|&(?!quot;)", bare), bare
