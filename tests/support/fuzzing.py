"""How long fuzzing takes, and the programs it makes out of those that are there."""

from __future__ import annotations

import os
import re
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from support.places import ROOT

TIMES = int(os.environ.get("PURPOSELINT_FUZZ", "0"))
"""How often over everything is tried; 0, as in CI, tries a little and always the same."""


def tries(number: int) -> settings:
    """Settings of a test that tries so many examples, or as many times more as the environment says."""
    return settings(
        max_examples=number * max(1, TIMES),
        derandomize=not TIMES,
        database=None,
        deadline=None,
        report_multiple_bugs=False,
        suppress_health_check=list(HealthCheck),
    )


def _cases() -> list[Path]:
    return sorted([*(ROOT / "tests" / "cases").glob("*.py"), *(ROOT / "fixtures").rglob("*.py")])


_TEXTS = [each.read_text(encoding="utf-8") for each in _cases()]
_HEADS = sorted({line for text in _TEXTS for line in re.findall(r"(?m)^(?:import|from) .*[^(\\]$", text)})
_BLOCKS = sorted({block.strip("\n") for text in _TEXTS for block in re.split(r"\n{3,}", text)[1:]})
_LINES = sorted({line.split("#")[0].strip() for block in _BLOCKS for line in block.split("\n")})
_WORDS = sorted(set(re.findall(r"\b[A-Za-z_]\w*\b", "\n".join(_LINES))))
_COMMENTS = sorted({found for text in _TEXTS for found in re.findall(r"# (?!expect).*", text)})


@st.composite
def spliced(draw: st.DrawFn) -> str:
    """A program out of pieces of several cases, with some of its lines and words changed."""
    heads = draw(st.lists(st.sampled_from(_HEADS), max_size=6))
    blocks = draw(st.lists(st.sampled_from(_BLOCKS), min_size=1, max_size=6))
    lines = ["import logging", *heads, "log = logging.getLogger(__name__)", *"\n\n".join(blocks).split("\n")]
    for change in draw(st.lists(st.sampled_from(_CHANGES), max_size=5)):
        at = draw(st.integers(0, len(lines) - 1))
        change(draw, lines, at)
    return "\n".join(lines) + "\n"


def _indent(line: str) -> str:
    return line[: len(line) - len(line.lstrip())]


def _drop(_: st.DrawFn, lines: list[str], at: int) -> None:
    if len(lines) > 1:
        del lines[at]


def _repeat(draw: st.DrawFn, lines: list[str], at: int) -> None:
    lines.insert(draw(st.integers(0, len(lines))), lines[at])


def _foreign(draw: st.DrawFn, lines: list[str], at: int) -> None:
    lines.insert(at, _indent(lines[at]) + draw(st.sampled_from(_LINES)))


def _comment(draw: st.DrawFn, lines: list[str], at: int) -> None:
    lines[at] += "  " + draw(st.sampled_from(_COMMENTS))


def _deeper(_: st.DrawFn, lines: list[str], at: int) -> None:
    lines[at:] = [f"    {line}" for line in lines[at:]]


def _rename(draw: st.DrawFn, lines: list[str], at: int) -> None:
    words = re.findall(r"\b[A-Za-z_]\w*\b", lines[at])
    if words:
        old, new = draw(st.sampled_from(words)), draw(st.sampled_from(_WORDS))
        everywhere = draw(st.booleans())
        for number in range(len(lines)) if everywhere else [at]:
            lines[number] = re.sub(rf"\b{old}\b", new, lines[number])


_CHANGES = [_drop, _repeat, _foreign, _comment, _deeper, _rename]
