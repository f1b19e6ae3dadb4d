"""What scanned files put into names, strings and comments stays text, in every format there is."""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from markdown_it import MarkdownIt

from purposelint.cli.app import app

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


def _said(*arguments: str) -> str:
    result = CliRunner().invoke(app, arguments)
    assert result.exit_code == 3, result.output
    assert "team" in result.stdout
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e]", result.stdout)
    assert not re.search(r"^\s*::", result.stdout, re.MULTILINE)
    assert not re.search(r"##\w*\[", result.stdout)
    return result.stdout


@pytest.mark.parametrize("name", ["full", "concise"])
def test_nothing_commands_a_terminal_or_a_build_server(project: Path, name: str) -> None:
    shown = _said("check", "--output-format", name, "--verbose")
    assert r"\x3a:error file=x::pwned.py:11:5: PUR101" in shown
    assert r"\x23#[group]pwned.py:11:5: PUR101" in shown
    assert project.name


@pytest.mark.usefixtures("project")
def test_a_line_is_explained_as_text() -> None:
    for line in (11, 12, 13, 14):
        for number in range(len(COMMANDS)):
            result = CliRunner().invoke(app, ["explain", f"m{number}.py:{line}"])
            assert not re.search(r"^\s*::|##\w*\[", result.stdout, re.MULTILINE), result.stdout


def _texts(value: Any) -> list[str]:  # noqa: ANN401 - JSON is any of these
    if isinstance(value, dict):
        return [text for key, item in value.items() for text in (key, *_texts(item))]
    if isinstance(value, list):
        return [text for item in value for text in _texts(item)]
    return [value] if isinstance(value, str) else []


@pytest.mark.usefixtures("project")
def test_json_says_what_stands_there_and_commands_nobody() -> None:
    document = json.loads(_said("check", "--output-format", "json"))
    paths = {one["path"] for one in document["findings"]}
    assert {f"{text}.py" for text in HOSTILE} <= paths
    assert not any(path.startswith(("/", "../")) for path in paths)


@pytest.mark.usefixtures("project")
def test_sarif_points_at_nothing_outside_and_shows_no_link() -> None:
    document = json.loads(_said("check", "--output-format", "sarif"))
    (run,) = document["runs"]
    for result in run["results"]:
        said = json.dumps(result)
        assert not any("](" in text for text in re.findall(r'"text": "([^"]*)"', said)), said
        for uri in re.findall(r'"uri": "([^"]*)"', said):
            assert re.fullmatch(r"[\w./~%-]+", uri), uri
            assert not uri.startswith("/")
            assert ".." not in uri.split("/")
    assert not any(re.search("[\x00-\x1f\x7f\u202e]", text) for text in _texts(run["results"]))


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
