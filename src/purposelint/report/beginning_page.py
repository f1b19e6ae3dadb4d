"""What `init` found, wrote and left, and what to do next."""

from __future__ import annotations

from purposelint.domain.created import Begun, New
from purposelint.domain.outline import Outline
from purposelint.report.beginnings import found
from purposelint.report.escaping import visible
from purposelint.report.look import Line, Look, paint
from purposelint.report.prose import wrapped

_WOULD = "What it would have said:"


def show_begun(outline: Outline, begun: Begun, look: Look, *, dry: bool) -> str:
    """Blocks: what the project is made of, what was written, what was left and its text, next steps."""
    written = [one for one in begun.new if not one.left]
    head, *rows = found(outline)
    blocks: list[list[Line]] = [[[(head, "head")], *([(row, "")] for row in rows)]]
    if written and dry:
        blocks += [_shown(one, f"{visible(one.path)}: would be written, {one.purpose}") for one in written]
    elif written:
        blocks.append([[("Written:", "head")], *(_row(one) for one in written)])
    blocks += [
        _shown(one, f"{visible(one.path)}: left, it {one.left}. {one.where or _WOULD}")
        if one.text
        else [[(f"{visible(one.path)}: left, it {one.left}.", "head")]]
        for one in begun.new
        if one.left
    ]
    blocks += [wrapped(sentence, look) for sentence in begun.told]
    if begun.steps:
        blocks.append([[("Next:", "head")], *(line for step in begun.steps for line in _step(step, look))])
    return "\n".join(paint(block, look) for block in blocks)


def _row(one: New) -> Line:
    return [(f"  {visible(one.path):<36}", "place"), (f" {one.purpose}", "")]


def _shown(one: New, heading: str) -> list[Line]:
    """A text below its heading: indented, unless it is to be pasted where indentation counts."""
    indent = "" if one.where else "  "
    rows = one.text.rstrip("\n").split("\n")
    return [[(heading, "head")], *([(f"{indent}{visible(row)}", "")] for row in rows)]


def _step(step: tuple[str, str], look: Look) -> list[Line]:
    command, why = step
    return [[(f"  $ {command}", "code")], *wrapped(why, look, indent=6)]
