"""Generated pages are what `make docs` would write now, and the README is true."""

from __future__ import annotations

import importlib.util
import re
import sys
from types import ModuleType

import pytest

from purposelint._version import __version__
from purposelint.cli.app import COMMANDS
from purposelint.domain.settings import Configuration
from purposelint.judge.codes import CODES
from purposelint.report.page.document import _headings
from support.library_examples import shipped_catalog
from support.places import ROOT


@pytest.fixture(scope="module")
def generator() -> ModuleType:
    """`tools/generate_docs.py`, which is a script and no package."""
    spec = importlib.util.spec_from_file_location("generate_docs", ROOT / "tools" / "generate_docs.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def made(generator: ModuleType) -> dict[str, str]:
    """The pages as they would be written now."""
    pages: dict[str, str] = generator.pages()
    return pages


def _committed(name: str) -> str:
    path = ROOT / "docs" / name
    return path.read_text(encoding="utf-8") if path.is_file() else ""


def _told(name: str, text: str) -> str:
    """What a page says; of a picture the words alone, since how it is drawn changes with the library."""
    if not name.endswith(".svg"):
        return text
    words = re.sub(r"<style>.*?</style>|<[^>]*>", " ", text, flags=re.DOTALL)
    return " ".join(words.split())


def test_generated_pages_are_fresh(made: dict[str, str]) -> None:
    stale = [name for name, text in made.items() if _told(name, _committed(name)) != _told(name, text)]
    assert stale == [], "run `make docs`"


def test_no_page_outlives_what_it_was_made_from(generator: ModuleType, made: dict[str, str]) -> None:
    assert generator.outdated(made) == [], "run `make docs`"


def test_generation_is_deterministic(generator: ModuleType, made: dict[str, str]) -> None:
    assert generator.pages() == made


def test_every_library_is_on_the_page_of_its_kind(made: dict[str, str]) -> None:
    kinds = {library.name: library.kind for library in shipped_catalog().libraries.values()}
    lost = [name for name, kind in kinds.items() if f"\n## {name}\n" not in made[f"libraries/{kind}.md"]]
    assert lost == []


def test_every_element_is_on_the_page_of_its_group(made: dict[str, str]) -> None:
    groups = {element.id: element.group for element in shipped_catalog().elements.values()}
    lost = [name for name, group in groups.items() if f"\n## {name}\n" not in made[f"elements/{group}.md"]]
    assert lost == []


def test_every_code_has_a_section(made: dict[str, str]) -> None:
    for code in CODES.values():
        assert f"## {code.code} {code.name}\n" in made["codes.md"]


def test_the_readme_names_every_code_group_and_exit_code() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    for group in sorted({code[:4] for code in CODES}):
        assert f"{group}xx" in text
    for number in range(5):
        assert re.search(rf"^\| {number} \|", text, re.MULTILINE), number


def test_the_readme_names_every_command() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    rows = text.partition("\n## Commands\n")[2].partition("\n## ")[0]
    named = [name for row in re.findall(r"^\| (`.+?) \|", rows, re.MULTILINE) for name in row.split(", ")]
    assert sorted(name.strip("`") for name in named if name != "`purposelint`") == sorted(COMMANDS)


def test_the_guide_for_reviewers_names_the_parts_of_the_report() -> None:
    text = (ROOT / "docs" / "for-reviewers.md").read_text(encoding="utf-8")
    parts = [one.title for one in _headings(*[0] * 6)]
    assert re.findall(r"^\d+\. \*\*(.+?)\*\*", text, re.MULTILINE) == parts


def test_every_key_of_the_configuration_is_told() -> None:
    text = (ROOT / "docs" / "configuration.md").read_text(encoding="utf-8")
    rows = text.partition("| key | default | meaning |\n")[2].partition("\n\n")[0]
    told = {name for row in rows.splitlines() for name in re.findall(r"`\[*([a-z-]+)\]*`", row.split("|")[1])}
    assert told == set(Configuration.__struct_encode_fields__)


def test_the_readme_map_is_true() -> None:
    """Every path of the map in the README exists."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    block = text.partition("```text\n")[2].partition("```")[0]
    named = [line.split()[0] for line in block.splitlines() if line.strip()]
    assert len(named) > 10
    assert [name for name in named if not (ROOT / name).exists()] == []


def test_the_changelog_speaks_of_this_version() -> None:
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert "## [Unreleased]" in text or f"## [{__version__}]" in text
