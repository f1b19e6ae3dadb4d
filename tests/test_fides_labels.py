"""The labels of elements and purposes that ship are labels of the real taxonomy."""

from __future__ import annotations

from pathlib import Path

import pytest

from purposelint.policy import load_policy, rules_folder, shipped_policies
from purposelint.policy.catalogue import read_catalog


def test_labels_are_those_of_the_taxonomy() -> None:
    taxonomy = pytest.importorskip("fideslang").DEFAULT_TAXONOMY
    categories = {one.fides_key for one in taxonomy.data_category}
    uses = {one.fides_key for one in taxonomy.data_use}
    catalog, mistakes = read_catalog(rules_folder(), (), Path(), None)
    assert catalog is not None
    assert not mistakes
    said = {(one.id, label) for one in catalog.elements.values() for label in one.fides}
    assert {(name, label) for name, label in said if label not in categories} == set()
    policies = [load_policy(name, catalog, Path()) for name in shipped_policies()]
    meant = {(name, use) for each in policies for name, one in each.purposes.items() for use in one.fides}
    assert {(name, use) for name, use in meant if use not in uses} == set()
