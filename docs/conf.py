"""How `make site` builds the manual: Sphinx with MyST and furo.

Sphinx rather than a younger generator, since it makes every broken link, anchor and lost page an error.
Pages stay plain Markdown: the navigation is read from the links of docs/index.md, so there is one list to
keep. The repository is the source folder, so that links out of docs/ lead to the same files as on a forge.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # a test reads the navigation where Sphinx is not installed
    from sphinx.application import Sphinx

ROOT = Path(__file__).resolve().parent.parent
_SECTION = re.compile(r"^## (?P<title>.+)\n(?P<body>(?:(?!## ).*\n)*)", re.MULTILINE)
_PAGE = re.compile(r"^- \[[^\]]+\]\((?P<path>[\w./-]+)\.md\)", re.MULTILINE)

project = "purposelint"
author = "The purposelint maintainers"
extensions = ["myst_parser"]
root_doc = "docs/index"
include_patterns = [
    "docs/**.md",
    "CHANGELOG.md",
    "README.md",
    "rules/README.md",
    "src/purposelint_markers/README.md",
]
exclude_patterns = [".*", "build", "node_modules"]
nitpicky = True

myst_heading_anchors = 4

html_theme = "furo"
html_title = "purposelint"
html_static_path = ["style"]
html_css_files = ["site.css"]
html_js_files = [("site.js", {"defer": "defer"})]
html_copy_source = False
html_use_index = False
html_show_sphinx = False
html_show_copyright = False
html_last_updated_fmt = None
html_additional_pages = {"index": "begin.html"}
templates_path = ["style"]


def sections() -> dict[str, list[str]]:
    """The pages that each section of docs/index.md lists, by their names from the root of the repository."""
    text = (ROOT / "docs" / "index.md").read_text(encoding="utf-8")
    return {
        section["title"]: ["/" + _from_root(found) for found in _PAGE.findall(section["body"])]
        for section in _SECTION.finditer(text)
    }


def _from_root(link: str) -> str:
    return (ROOT / "docs" / link).resolve().relative_to(ROOT).as_posix()


def _navigate(_: Sphinx, name: str, source: list[str]) -> None:
    """Append a hidden table of contents to pages that others stand below."""
    if name == root_doc:
        source[0] += "".join(_contents(pages, title) for title, pages in sections().items())
    below = sorted(path.stem for path in (ROOT / name).glob("*.md"))
    if below:
        source[0] += _contents([f"{Path(name).name}/{stem}" for stem in below])


def _contents(pages: list[str], title: str = "") -> str:
    caption = [f":caption: {title}"] if title else []
    return "\n".join(["\n```{toctree}", ":hidden:", *caption, "", *pages, "```\n"])


def setup(app: Sphinx) -> None:
    """Let Sphinx know of the navigation."""
    app.connect("source-read", _navigate)
