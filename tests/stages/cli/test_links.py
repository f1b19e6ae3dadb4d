"""Lines that lead to a code host: which one, of which commit, and what can be no link."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from purposelint import host
from purposelint.domain.links import Links, is_template, mistake_in
from stages.cli.test_diff import LOGS, SENDS, commit, git, project, purposelint, told
from support.page import Page

__all__ = ["project"]

needs_git = pytest.mark.skipif(shutil.which("git") is None, reason="no git here")

TEMPLATE = "https://code.example/{commit}/{path}?l={line}"


@needs_git
@pytest.mark.parametrize(
    ("remote", "address"),
    [
        ("https://github.com/org/shop.git", "https://github.com/org/shop/blob/{0}/logs.py#L5"),
        ("https://jane:s3cret@github.com/org/shop", "https://github.com/org/shop/blob/{0}/logs.py#L5"),
        ("git@github.com:org/shop.git", "https://github.com/org/shop/blob/{0}/logs.py#L5"),
        ("ssh://git@github.com/org/shop.git/", "https://github.com/org/shop/blob/{0}/logs.py#L5"),
        ("https://gitlab.com/a/b/shop.git", "https://gitlab.com/a/b/shop/-/blob/{0}/logs.py#L5"),
        ("git@bitbucket.org:org/shop.git", "https://bitbucket.org/org/shop/src/{0}/logs.py#lines-5"),
        ("https://github.com.evil.example/org/shop", ""),
        ("https://git.example/org/shop", ""),
        ("https://github.com/../shop", ""),
        ('https://github.com/org/"><script>', ""),
        ("http://github.com/org/shop", ""),
        ("/srv/shop.git", ""),
        ("", ""),
    ],
)
def test_the_host_is_that_of_the_remote(project: Path, remote: str, address: str) -> None:
    if remote:
        git("remote", "add", "origin", remote)
    head = git("rev-parse", "HEAD")
    links = host.links_of(project, head)
    assert (links.to("logs.py", 5) if links else "") == address.format(head)


@needs_git
def test_a_template_says_another_host(project: Path) -> None:
    git("remote", "add", "origin", "https://github.com/org/shop")
    head = commit({"a b/ü#.py": LOGS})
    links = host.links_of(project, head, TEMPLATE)
    assert links is not None
    assert links.to("logs.py", 7) == f"https://code.example/{head}/logs.py?l=7"
    assert links.to("a b/ü#.py", 1) == f"https://code.example/{head}/a%20b/%C3%BC%23.py?l=1"


@needs_git
def test_what_is_not_at_the_commit_has_no_link(project: Path, tmp_path: Path) -> None:
    head = commit({"sends.py": SENDS, "same.py": LOGS})
    (project / "sends.py").write_text(SENDS + "\n")
    (project / "new.py").write_text(LOGS)
    (project / "link.py").symlink_to(tmp_path / "x.py")
    links = host.links_of(project, head, TEMPLATE)
    assert links is not None
    assert [bool(links.to(path, 1)) for path in ("same.py", "sends.py", "new.py", "link.py")] == [
        True, False, False, False,
    ]  # fmt: skip
    assert not links.to("same.py", 0)
    there = host.links_of(project, head, TEMPLATE, work_tree=False)
    assert there is not None
    assert there.to("sends.py", 1)


@needs_git
def test_a_project_in_a_folder_of_its_repository(project: Path) -> None:
    head = commit({"part/app.py": LOGS})
    links = host.links_of(project / "part", head, TEMPLATE)
    assert links is not None
    assert links.to("app.py", 2) == f"https://code.example/{head}/part/app.py?l=2"
    assert not links.to("logs.py", 1)


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        (TEMPLATE, True),
        ("https://code.example:8443/{path}", True),
        ("https://code.example/{path}#L{line}-L{line}", True),
        ("http://code.example/{path}", False),
        ("javascript:alert('{path}')", False),
        ("https://jane@code.example/{path}", False),
        ("https://jane:word@code.example/{path}", False),
        ("https://code.example/{commit}", False),
        ("https://code.example/{path}/{name}", False),
        ("https://code.example/{path}\n", False),
        ('https://code.example/{path}"><script>', False),
        ("https://code.example/{path}) [x](y", False),
        ("https://{path}/x", False),
        ("https:///{path}", False),
    ],
)  # fmt: skip
def test_what_a_template_may_be(text: str, is_one: bool) -> None:
    assert is_template(text) is is_one


def test_names_of_files_end_no_link() -> None:
    name = 'a">)\n<b>{line}../\udcff.py'
    address = Links(TEMPLATE, "0" * 40, "", frozenset({name})).to(name, 3)
    assert re.fullmatch(r"https://[A-Za-z0-9./%?=_-]+", address)
    assert address.endswith("?l=3")


@needs_git
@pytest.mark.parametrize(
    ("text", "mistake"),
    [
        ("https://code.example/{commit}/{path}#L{line}", ""),
        ("code.example/{path}", "it does not begin with https://"),
        ("https://code.example/{file}#L{line}", "{file} is no placeholder"),
        ("https://code.example/{commit}#L{line}", "it does not say where {path} goes"),
        ("https://me@code.example/{path}", "what is left without its placeholders is no address of a page"),
    ],
)
def test_what_is_wrong_with_a_template_is_said(text: str, mistake: str) -> None:
    assert mistake_in(text).startswith(mistake)
    assert bool(mistake_in(text)) is not is_template(text)


@pytest.mark.parametrize("command", ["report", "check", "diff"])
@pytest.mark.usefixtures("project")
def test_a_template_that_is_none_is_refused(command: str) -> None:
    result = purposelint(command, "--link-template", "http://code.example/{path}")
    assert result.exit_code == 2
    told = " ".join(result.stderr.replace("│", " ").split())
    assert "it does not begin with https://" in told
    assert "{path} (the file, from the top of the repository), {line} (its line), {commit}" in told
    assert "as in https://host/org/repo/blob/{commit}/{path}#L{line}. Write none for no links at all." in told


@needs_git
def test_every_page_for_people_has_them(project: Path) -> None:
    git("remote", "add", "origin", "git@github.com:org/shop.git")
    head = commit({"sends.py": SENDS})
    there = f"https://github.com/org/shop/blob/{head}/sends.py#L5"
    report = Page(purposelint("report", "--output", "-").stdout)
    assert there in report.links
    assert {
        link for link in report.links if not link.startswith(("#", "https://github.com/org/shop/"))
    } == set()
    comment = purposelint("check", "--output-format", "markdown").stdout
    assert f"- [`sends.py:5`](<{there}>) " in comment
    record = purposelint("report", "--record", "markdown").stdout
    assert f"[`sends.py:5`](<{there}>)" in record
    for arguments in (("HEAD~1", "HEAD"), ("HEAD~1",)):
        assert f"([`sends.py:5`](<{there}>))" in told(*arguments, "--output-format", "markdown")
        assert "https" not in told(*arguments)
    (project / "sends.py").write_text(SENDS + "\n")
    assert there not in told("HEAD~1", "--output-format", "markdown")
    assert there in told("HEAD~1", "HEAD", "--output-format", "markdown")
    assert there not in purposelint("report", "--output", "-").stdout


@needs_git
@pytest.mark.usefixtures("project")
def test_none_may_be_wanted_and_none_is_known_outside_of_git() -> None:
    git("remote", "add", "origin", "git@github.com:org/shop.git")
    commit({"sends.py": SENDS})
    for arguments in (
        ("report", "--output", "-"),
        ("check", "--output-format", "markdown"),
        ("diff", "HEAD~1", "--output-format", "markdown"),
    ):
        assert "https://github.com/org" in purposelint(*arguments).stdout
        assert "https://github.com/org" not in purposelint(*arguments, "--link-template", "none").stdout


@needs_git
@pytest.mark.usefixtures("project")
def test_what_was_taken_away_has_no_link() -> None:
    git("remote", "add", "origin", "git@github.com:org/shop.git")
    commit({"logs.py": LOGS.replace(".email)", ".email)  # purpose: security_protection")})
    commit({"logs.py": LOGS})
    text = told("HEAD~1", "HEAD", "--output-format", "markdown")
    assert "- 1 declaration: `security_protection` in `logs.py:5`\n" in text
