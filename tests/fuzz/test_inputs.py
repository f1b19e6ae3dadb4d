"""Whatever a configuration, policy, dataset or rules say: it is in force, or its mistakes are told."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from purposelint import session
from purposelint.errors import InputError, InputMistake
from purposelint.policy.catalogue import read_catalog
from support.damaged import damaged, parsed, written
from support.fuzzing import tries
from support.places import FIXTURES, RULES

CONFIGURATION: dict[str, Any] = {
    "policy": "policy.toml",
    "exclude": ["scripts/**", "!scripts/a.py"],
    "select": ["PUR1", "PUR201"],
    "fail-on": "warning",
    "own-hosts": ["*.shop.example"],
    "declarations": ["side.toml"],
    "datasets": ["data.yml"],
    "limits": {"nesting": 150, "file-seconds": 5},
    "declare": [
        {
            "paths": ["billing/**"],
            "symbols": ["billing.export.*"],
            "elements": ["identity.name"],
            "purposes": ["payment"],
            "because": "the accountant's list",
            "by": "M. Brandt",
            "on": "2026-05-04",
            "review_by": "2027-05-04",
        }
    ],
}
DATASET = b"""\
dataset:
  - fides_key: shop
    collections:
      - name: accounts
        fields:
          - name: handle
            data_categories: [user.contact.email, system.operations]
"""
SOUND: dict[str, Mapping[str, Any]] = {
    "purposelint.toml": CONFIGURATION,
    "side.toml": {"declare": CONFIGURATION["declare"]},
    "policy.toml": parsed(FIXTURES / "shop" / "privacy" / "policy.toml"),
}
LIBRARIES = ["requests", "sentry_sdk", "django", "celery", "logging"]


def _holds(mistakes: tuple[InputMistake, ...]) -> None:
    assert mistakes
    for each in mistakes:
        assert each.path
        assert each.message
        assert str(each)


def _load(files: Mapping[str, bytes]) -> None:
    """Load settings and policy of a folder with these files; either it works or mistakes are told."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        (root / "data.yml").write_bytes(DATASET)
        for name, data in files.items():
            (root / name).write_bytes(data)
        try:
            session.load(session.settings_for([root]))
        except InputError as error:
            _holds(error.mistakes)


def _sound() -> dict[str, bytes]:
    return {
        name: "\n".join(f'"{key}" = {written(value)}' for key, value in data.items()).encode()
        for name, data in SOUND.items()
    }


def test_what_is_damaged_was_sound(tmp_path: Path) -> None:
    for name, data in {**_sound(), "data.yml": DATASET}.items():
        (tmp_path / name).write_bytes(data)
    catalog, policy = session.load(session.settings_for([tmp_path]))
    assert catalog.labelled
    assert policy.head.id == "lindenmarkt"


@pytest.mark.parametrize("name", SOUND)
def test_a_damaged_file_is_in_force_or_told(name: str) -> None:
    @tries(25)
    @given(damaged(SOUND[name]))
    def holds(data: bytes) -> None:
        _load({**_sound(), name: data})

    holds()


@tries(25)
@given(
    st.lists(st.sampled_from(DATASET.decode().split("\n")) | st.text("ab:-[]{}&*!|>'\"# \n\t", max_size=9))
)
def test_a_damaged_dataset_is_in_force_or_told(lines: list[str]) -> None:
    _load({**_sound(), "data.yml": "\n".join(lines).encode()})


@pytest.mark.parametrize("name", LIBRARIES)
def test_a_damaged_library_is_in_force_or_told(name: str) -> None:
    sound = parsed(RULES / "libraries" / f"{name}.toml")
    elements = (RULES / "elements" / "identity.toml").read_bytes()

    @tries(10)
    @given(damaged(sound))
    def holds(data: bytes) -> None:
        with tempfile.TemporaryDirectory() as folder:
            root = Path(folder)
            (root / "elements").mkdir()
            (root / "libraries").mkdir()
            (root / "elements" / "identity.toml").write_bytes(elements)
            (root / "libraries" / f"{name}.toml").write_bytes(data)
            catalog, mistakes = read_catalog(root, [], root, None)
        assert catalog is not None or mistakes
        if mistakes:
            _holds(tuple(mistakes))

    holds()
