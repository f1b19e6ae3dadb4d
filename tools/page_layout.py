"""How the generated pages of docs/ are laid out: a page, a table, words in code."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

MADE = "<!-- Made by `make docs`; edit what it is made from instead. -->\n"


def page(title: str, lead: str, blocks: Iterable[str]) -> str:
    """A page with its mark, title, lead and blocks."""
    return "\n".join([MADE, f"# {title}\n", lead + "\n", *blocks]).rstrip() + "\n"


def table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    """A Markdown table."""
    lines = [head, tuple("---" for _ in head), *rows]
    return "".join("| " + " | ".join(_cell(cell) for cell in line) + " |\n" for line in lines)


def _cell(text: str) -> str:
    return " ".join(text.replace("|", "\\|").split())


def quoted(words: Iterable[str]) -> str:
    """Words as code, with commas between."""
    return ", ".join(f"`{word}`" for word in words)


def on_one_line(examples: Iterable[str]) -> Iterator[str]:
    """Examples of several lines, each on one."""
    return (example.strip().replace("\n", "; ") for example in examples)
