"""What `make site` refuses, told without building it: pages nobody finds, links that lead nowhere."""

from __future__ import annotations

import importlib.util
import re
from functools import cache
from pathlib import Path
from types import ModuleType

import pytest

from support.places import ROOT

_DOCS = ROOT / "docs"
_BESIDE = ("README.md", "CHANGELOG.md", "rules/README.md", "src/purposelint_markers/README.md")
_PAGES = sorted([*_DOCS.rglob("*.md"), *(ROOT / name for name in _BESIDE)])
_FENCED = re.compile(r"^(?P<fence>```+|~~~+).*?^(?P=fence)`*$", re.MULTILINE | re.DOTALL)
_HEADING = re.compile(r"^#{1,6} (.+?)\s*#*$", re.MULTILINE)
_CODE = re.compile(r"`[^`\n]*`")
_LINK = re.compile(r"\]\((?!https?:|mailto:)(?P<path>[^)#\s]*)(?:#(?P<anchor>[^)\s]*))?\)")


def _name(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


@pytest.fixture(scope="module")
def conf() -> ModuleType:
    """`docs/conf.py`, which needs no Sphinx to tell the navigation."""
    spec = importlib.util.spec_from_file_location("conf", _DOCS / "conf.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@cache
def _prose(page: Path) -> str:
    """A page without its blocks of code."""
    return _FENCED.sub("", page.read_text(encoding="utf-8"))


@cache
def _anchors(page: Path) -> frozenset[str]:
    """The anchors of its headings, as forges make them: the second of two alike ends in `-1`."""
    seen: dict[str, int] = {}
    found = set()
    for title in _HEADING.findall(_prose(page)):
        words = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", title).lower()
        slug = re.sub(r"[^\w\- ]", "", words).replace(" ", "-")
        found.add(f"{slug}-{seen[slug]}" if slug in seen else slug)
        seen[slug] = seen.get(slug, 0) + 1
    return frozenset(found)


def _broken(page: Path, path: str, anchor: str | None) -> bool:
    target = (page.parent / path).resolve() if path else page
    if not target.is_file():
        return True
    return bool(anchor) and target.suffix == ".md" and anchor not in _anchors(target)


@pytest.mark.parametrize("page", _PAGES, ids=_name)
def test_every_link_and_anchor_leads_somewhere(page: Path) -> None:
    links = _LINK.finditer(_CODE.sub("", _prose(page)))
    assert [link.group() for link in links if _broken(page, link["path"], link["anchor"])] == []


@pytest.mark.parametrize("page", _PAGES, ids=_name)
def test_every_page_has_one_title(page: Path) -> None:
    assert len(re.findall(r"^# .+$", _prose(page), re.MULTILINE)) == 1


def test_every_page_is_in_the_navigation(conf: ModuleType) -> None:
    """Listed on the index once, or below a page of its folder's name."""
    listed = [f"{page.lstrip('/')}.md" for pages in conf.sections().values() for page in pages]
    below = {_name(page) for page in _DOCS.glob("*/*.md") if f"docs/{page.parent.name}.md" in listed}
    expected = {*map(_name, _PAGES)} - below - {"docs/index.md"}
    assert sorted(listed) == sorted(expected), (
        "list each page once in docs/index.md: `- [Title](page.md): ...`"
    )


def test_no_section_of_the_index_is_empty(conf: ModuleType) -> None:
    assert len(conf.sections()) > 3
    assert all(conf.sections().values())


def test_an_anchor_that_is_not_there_is_told(tmp_path: Path) -> None:
    page = tmp_path / "a.md"
    page.write_text("# A `b`: c_d\n\n## Two\n\n```text\n# no heading\n```\n\n## Two\n")
    assert _anchors(page) == {"a-b-c_d", "two", "two-1"}
    assert not _broken(page, "", "two-1")
    assert _broken(page, "", "three")
    assert _broken(page, "b.md", None)
    assert _broken(page, "..", None)
