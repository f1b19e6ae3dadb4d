"""Folders of the checkout that tests read."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
RULES = ROOT / "rules"
FIXTURES = ROOT / "fixtures"
CASES = ROOT / "tests" / "cases"
CASES_OPEN = ROOT / "tests" / "cases_open"
SNAPSHOTS = ROOT / "tests" / "snapshots"
SOURCE = ROOT / "src" / "purposelint"
