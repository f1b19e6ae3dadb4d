"""The examples of docs/declarations.md as programs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from support.places import ROOT

PAGE = ROOT / "docs" / "declarations.md"
_BLOCK = re.compile(r"^```(?P<kind>\w+)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)

_ENDS = re.compile(r"\b20\d\d-\d\d-\d\d\b")
"""The day on which a suppression of the page ends: put off, so that the tests do not end with it."""

PREAMBLE = """\
import logging
from dataclasses import dataclass, field
from typing import Annotated

import attrs
import requests
from django.db import models
from pydantic import BaseModel, Field
from sqlalchemy import Column, MetaData, String, Table
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

logger = logging.getLogger(__name__)
"""
"""What the examples use without importing it."""

_CONFIGURATION = 'policy = "policy.toml"\ndatasets = ["dataset.yml"]\n'
_POLICY = """\
[policy]
extends = ["default"]
id = "taught"
title = "The shop of the examples"
default = "allow"

[recipients.carrier]
hosts = ["api.carrier.example"]

[recipients.partner]
vendors = ["stripe"]
"""


def blocks(kind: str) -> Iterator[tuple[int, str]]:
    """The fenced blocks of a kind (`python`, `text`, `yaml`) in order, each with its line on the page."""
    page = PAGE.read_text(encoding="utf-8")
    for block in _BLOCK.finditer(page):
        if block["kind"] == kind:
            yield page.count("\n", 0, block.start()) + 1, _ENDS.sub("2099-01-31", block["text"])


def write_project(folder: Path, programs: Iterable[str]) -> None:
    """A project of some examples, under a policy that knows their words and with the page's dataset."""
    dataset = next(text for _, text in blocks("yaml"))
    (folder / "policy.toml").write_text(_POLICY, encoding="utf-8")
    (folder / "dataset.yml").write_text(dataset, encoding="utf-8")
    (folder / "purposelint.toml").write_text(_CONFIGURATION, encoding="utf-8")
    for number, program in enumerate(programs):
        (folder / f"example_{number}.py").write_text(f"{PREAMBLE}\n\n{program}", encoding="utf-8")
