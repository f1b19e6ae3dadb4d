"""How text for a person looks: lines of styled pieces, painted only where the reader has colours."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeAlias

import msgspec

from purposelint.report.escaping import obeyed_by_none

Piece: TypeAlias = tuple[str, str]
"""(text, style); the style is a key of `STYLES` or ''."""

Line: TypeAlias = Sequence[Piece]

STYLES = {
    "error": "bold red",
    "warning": "bold magenta",
    "note": "bold cyan",
    "code": "bold",
    "place": "bold",
    "gutter": "blue",
    "faint": "dim",
    "good": "green",
    "head": "bold underline",
}
"""No yellow and no white: both vanish on a light background."""


class Look(msgspec.Struct, frozen=True):
    """What the reader's device can show and how much they want to see.

    `colour` is '' for plain text, else a colour system by rich's name (standard, 256, truecolor).
    `width` is in terminal cells. `group_by` is a key of `parting.KEYS`, '' for errors first, then by place.
    """

    colour: str = ""
    width: int = 100
    verbose: bool = False
    quiet: bool = False
    group_by: str = ""


PLAIN = Look()


def paint(lines: Iterable[Line], look: Look) -> str:
    """Join lines to text that ends in a newline ('' for no lines); nothing in a piece is read as markup."""
    if not look.colour:
        return "".join(obeyed_by_none("".join(text for text, _ in line).rstrip()) + "\n" for line in lines)
    return "".join(
        "".join(_coloured(text, style, look.colour) for text, style in line) + "\n" for line in lines
    )


def _coloured(text: str, style: str, system: str) -> str:
    if not style or not text:
        return text
    from rich.color import ColorSystem  # noqa: PLC0415 - plain output must not pay for rich
    from rich.style import Style  # noqa: PLC0415

    systems = {
        "standard": ColorSystem.STANDARD,
        "256": ColorSystem.EIGHT_BIT,
        "truecolor": ColorSystem.TRUECOLOR,
        "windows": ColorSystem.WINDOWS,
    }
    return Style.parse(STYLES[style]).render(text, color_system=systems.get(system, ColorSystem.STANDARD))
