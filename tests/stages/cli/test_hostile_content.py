"""What scanned files put into names, strings and comments stays text, in every format there is."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from click.testing import CliRunner
from markdown_it import MarkdownIt

from purposelint.cli.app import app
from purposelint.report import FORMATS
from support.commands import commands

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="other systems refuse such names")

COMMANDS = ("::error file=x::pwned", "##[group]pwned", "##vso[task.setvariable variable=a]pwned")
MARKUP = (
    "<img src=x onerror=pwn()>",
    "[pwned](javascript:pwn())",
    "a|`b|``pwned",
    "![pwned](x)",
    "&lt;b&gt;",
)
ODD = ("\x1b]0;pwned\x07", "\u202epwned", "=HYPERLINK(1)", "..\\..\\pwned", "#\n::warning::pwned", "@team")
HOSTILE = (*COMMANDS, *MARKUP, *ODD)


def _code(text: str) -> str:
    """A program that puts a text wherever a program can put one, and logs personal data."""
    line = text.encode("unicode_escape").decode().replace('"', "'")
    bare = text.replace("\n", " ").replace("\r", " ")
    return f'''import logging


class User:
    """ {line} """

    email: str  # purpose: {bare}


def f(user: User, data: dict):  # personal: {bare}
    logging.info("{line} %s", user.email)  # {bare}
    logging.info(data[" {line} "]["email {line}"])  # purposelint: ignore[{bare}] {bare}
    logging.info(data["{line}"].email)  # purpose: {bare} to {bare}
    # purpose: shopping
    logging.info("%s", (
        # {bare}
        user.email))
'''


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for number, text in enumerate(HOSTILE):
        (tmp_path / f"m{number}.py").write_text(_code(text), encoding="utf-8")
        for end, program in ((".py", _code("x")), ("\u00e9.py", "def (\n")):
            file = tmp_path / f"{text}{end}"
            file.parent.mkdir(exist_ok=True)
            file.write_text(program, encoding="utf-8")
    (tmp_path / "@team").mkdir()
    (tmp_path / "@team" / "broken.py").write_text("def (\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def _said(*arguments: str, commands_of_ours: bool = False) -> str:
    result = CliRunner().invoke(app, arguments)
    assert result.exit_code == 3, result.output
    assert "team" in result.stdout
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e]", result.stdout)
    assert commands_of_ours or not re.search(r"^\s*::", result.stdout, re.MULTILINE)
    assert not re.search(r"##\w*\[", result.stdout)
    return result.stdout


def _texts(value: Any) -> list[str]:  # noqa: ANN401 - JSON is any of these
    if isinstance(value, dict):
        return [text for key, item in value.items() for text in (key, *_texts(item))]
    if isinstance(value, list):
        return [text for item in value for text in _texts(item)]
    return [value] if isinstance(value, str) else []


def _terminal(shown: str) -> None:
    """Every finding stands there, its path first, as text."""
    assert r"\x3a:error file=x::pwned.py:11:5: PUR101" in shown
    assert r"\x23#[group]pwned.py:11:5: PUR101" in shown


def _json(shown: str) -> None:
    document = json.loads(shown)
    _paths({one["path"] for one in document["findings"]})


def _jsonl(shown: str) -> None:
    _paths({json.loads(line)["path"] for line in shown.splitlines()})


def _paths(paths: set[str]) -> None:
    """JSON says what stands there; who shows it has to escape it."""
    assert {f"{text}.py" for text in HOSTILE} <= paths
    assert not any(path.startswith(("/", "../")) for path in paths)


def _sarif(shown: str) -> None:
    """No address leads out of the project, and no message shows a link."""
    (run,) = json.loads(shown)["runs"]
    for result in run["results"]:
        said = json.dumps(result)
        assert not any("](" in text for text in re.findall(r'"text": "([^"]*)"', said)), said
        for uri in re.findall(r'"uri": "([^"]*)"', said):
            assert re.fullmatch(r"[\w./~%-]+", uri), uri
            assert not uri.startswith("/")
            assert ".." not in uri.split("/")
    assert not any(re.search("[\x00-\x1f\x7f\u202e]", text) for text in _texts(run["results"]))


def _github(shown: str) -> None:
    """The only commands are ours, with the properties that we give them."""
    read, others = commands(shown)
    assert len(read) > 10
    for one in read:
        assert one.name in {"error", "warning", "notice"}
        assert set(one.properties) <= {"title", "file", "line", "endLine", "col", "endColumn"}
        assert one.properties["line"].isdigit()
        assert re.match(r"PUR\d{3} [a-z-]+", one.properties["title"])
    assert all(line.startswith("purposelint: ") for line in others)


def _gitlab(shown: str) -> None:
    issues = json.loads(shown)
    assert len({one["fingerprint"] for one in issues}) == len(issues) > len(HOSTILE)
    assert not any(re.search("[\x00-\x1f\x7f\u202e]", text) for text in _texts(issues))


def _junit(shown: str) -> None:
    """It is XML, and no element or attribute is anybody else's."""
    root = ET.fromstring(shown)
    known = {"testsuites", "testsuite", "properties", "property", "testcase", "failure", "error"}
    assert {element.tag for element in root.iter()} <= {*known, "system-out"}
    attributes = {"name", "value", "classname", "file", "line", "type", "message", "time"}
    counts = {"tests", "failures", "errors", "skipped"}
    assert {name for element in root.iter() for name in element.attrib} <= attributes | counts


def _markdown(shown: str) -> None:
    """What is rendered has tags of ours alone; outside of code stands no name and nothing that links."""
    rendered = MarkdownIt("commonmark", {"html": True}).enable("table").render(shown)
    text = re.sub(r"<code>.*?</code>", "", rendered, flags=re.DOTALL).replace("<!-- purposelint -->", "")
    folded = {"details", "summary", "h3", "p", "ul", "li", "code"}
    assert set(re.findall(r"</?([a-z0-9]+)", text)) <= {*folded, "table", "thead", "tbody", "tr", "th", "td"}
    assert not re.search("<[a-z0-9]+ ", text), "no tag has an attribute"
    bare = re.sub(r"<[^>]+>", "", text)
    assert not re.search(r"[@#<>*_~|`\\\[\]]|://|&[^q]", bare), bare
    assert "HYPERLINK" not in bare


class _Page(HTMLParser):
    """Tags, attributes with their values, and the text of scripts."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: list[tuple[str, str]] = []
        self.scripts = ""
        self._tag = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._tag = tag
        self.tags.add(tag)
        self.attributes += [(name, value or "") for name, value in attrs]

    def handle_data(self, data: str) -> None:
        if self._tag in {"script", "style"}:
            self.scripts += data

    def handle_endtag(self, tag: str) -> None:
        del tag
        self._tag = ""


def _html(shown: str) -> None:
    """Nothing of a scanned file is a tag, runs, or leads anywhere but to a place of the page itself."""
    page = _Page(shown)
    assert {"html", "table", "li"} <= page.tags
    assert not page.tags & {"img", "iframe", "object", "embed", "link", "base", "video", "audio"}
    assert not [name for name, _ in page.attributes if name.startswith("on") or name in {"src", "style"}]
    assert not [value for name, value in page.attributes if name == "href" and not value.startswith("#")]
    assert "pwned" not in page.scripts


CHECKS: dict[str, Callable[[str], None]] = {
    "full": _terminal,
    "concise": _terminal,
    "json": _json,
    "jsonl": _jsonl,
    "sarif": _sarif,
    "sarif-open": _sarif,
    "github": _github,
    "gitlab": _gitlab,
    "junit": _junit,
    "markdown": _markdown,
    "html": _html,
}
"""How each format is held to it: a new one needs its own."""


def test_every_format_is_held_to_it() -> None:
    assert set(CHECKS) == set(FORMATS)


@pytest.mark.usefixtures("project")
@pytest.mark.parametrize("name", CHECKS)
def test_nothing_in_a_scanned_file_becomes_active(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setattr(sys.modules["purposelint.report.github"], "_MOST", 10_000)
    CHECKS[name](_said("check", "--output-format", name, "--verbose", commands_of_ours=name == "github"))


@pytest.mark.usefixtures("project")
def test_a_line_is_explained_as_text() -> None:
    for line in (11, 12, 13, 14):
        for number in range(len(COMMANDS)):
            result = CliRunner().invoke(app, ["explain", f"m{number}.py:{line}"])
            assert not re.search(r"^\s*::|##\w*\[", result.stdout, re.MULTILINE), result.stdout


@pytest.mark.usefixtures("project")
def test_markdown_of_coverage_renders_as_text_alone() -> None:
    page = _said("policy", "coverage", "--output-format", "markdown")
    rendered = MarkdownIt("commonmark", {"html": True}).enable("table").render(page)
    tags = set(re.findall(r"</?([a-z0-9]+)", rendered))
    assert tags <= {"h1", "h2", "p", "ul", "li", "table", "thead", "tbody", "tr", "th", "td", "code"}
    assert not re.search("<[a-z0-9]+ ", rendered), "no tag has an attribute"
    for row in re.findall(r"<tr>(.*?)</tr>", rendered, re.DOTALL):
        assert "pwned" not in re.sub(r"<code>.*?</code>", "", row, flags=re.DOTALL)
    assert "<code>@team/broken.py</code>" in rendered


@pytest.mark.usefixtures("project")
def test_coverage_on_a_terminal_commands_nobody() -> None:
    _said("policy", "coverage")
    assert _texts(json.loads(_said("policy", "coverage", "--output-format", "json")))
