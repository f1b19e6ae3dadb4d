"""A tiny folder of rules, and ways to read one policy text against it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from purposelint.domain.catalog import Catalog
from purposelint.domain.policy import Policy
from purposelint.policy.catalogue import read_catalog
from purposelint.policy.policies import load_policy

ELEMENTS = {
    "identity": ["identity.email", "identity.phone", "identity.name"],
    "device": ["device.imei"],
    "location": ["location.city", "location.region"],
}
VOCABULARY = """
person_owners = ["user"]
thing_owners = ["server"]
metadata_tails = ["type"]
metadata_heads = ["has"]
neutral_heads = ["user"]
guarded_heads = ["masked"]
"""


def element(name: str, more: str = "") -> str:
    return (
        f'[[element]]\nid = "{name}"\ntitle = "x"\nsensitivity = "high"\n'
        f'hits = ["a"]\nmisses = ["b"]\n{more}\n'
    )


def write_rules(folder: Path) -> Path:
    (folder / "elements").mkdir(parents=True)
    (folder / "libraries").mkdir()
    for group, names in ELEMENTS.items():
        (folder / "elements" / f"{group}.toml").write_text("\n".join(element(name) for name in names))
    (folder / "vocabulary.toml").write_text(VOCABULARY)
    return folder


@pytest.fixture
def rules(tmp_path: Path) -> Path:
    return write_rules(tmp_path / "rules")


@pytest.fixture
def catalog(rules: Path, tmp_path: Path) -> Catalog:
    catalog, mistakes = read_catalog(rules, [], tmp_path, None)
    assert mistakes == []
    assert catalog is not None
    return catalog


@pytest.fixture
def policy_of(catalog: Catalog, tmp_path: Path) -> Callable[[str], Policy]:
    def load(text: str) -> Policy:
        (tmp_path / "policy.toml").write_text(text)
        return load_policy("policy.toml", catalog, tmp_path)

    return load
