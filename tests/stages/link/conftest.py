"""A program from texts."""

from __future__ import annotations

from collections.abc import Callable
from textwrap import dedent
from typing import TypeAlias

import pytest

from purposelint.domain.facts import FileFacts, SourceFile
from purposelint.domain.program import Program
from purposelint.extract import extract
from purposelint.link import link

Linked: TypeAlias = Callable[[dict[str, str]], Program]


def _facts(path: str, text: str) -> FileFacts:
    facts = extract(SourceFile(path, dedent(text).encode()))
    assert isinstance(facts, FileFacts), facts
    return facts


@pytest.fixture
def linked() -> Linked:
    """Links the texts of a project, given by path."""
    return lambda files: link(_facts(path, text) for path, text in files.items())
