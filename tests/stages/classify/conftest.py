"""Sightings of a program given as text."""

from __future__ import annotations

from collections.abc import Callable
from textwrap import dedent
from typing import TypeAlias

import pytest

from purposelint.classify import classify
from purposelint.domain.catalog import Catalog
from purposelint.domain.facts import FileFacts, SourceFile
from purposelint.domain.sightings import Sightings
from purposelint.extract import extract
from purposelint.link import link
from support.library_examples import shipped_catalog

Sighted: TypeAlias = Callable[..., Sightings]
Found: TypeAlias = Callable[..., dict[str, str]]


@pytest.fixture
def catalog() -> Catalog:
    """All shipped knowledge."""
    return shipped_catalog()


def _facts(path: str, text: str) -> FileFacts:
    facts = extract(SourceFile(path, dedent(text).encode()))
    assert isinstance(facts, FileFacts), facts
    return facts


@pytest.fixture
def sighted(catalog: Catalog) -> Sighted:
    """Sights one module's text, `models.py` unless files are given by path."""

    def sight(text: str = "", files: dict[str, str] | None = None) -> Sightings:
        texts = files or {"models.py": text}
        return classify(link(_facts(path, each) for path, each in texts.items()), catalog)

    return sight


@pytest.fixture
def found(sighted: Sighted) -> Found:
    """Elements of the fields of a text by `Class.field`; fields that hold none are left out."""

    def find(text: str = "", files: dict[str, str] | None = None) -> dict[str, str]:
        fields = sighted(text, files).fields.items()
        return {f"{owner.rpartition('.')[2]}.{name}": each[0].element for (owner, name), each in fields}

    return find
