"""Whether Fides takes an export: by our own schema, and by the rules that no schema can say."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import jsonschema
import yaml

from support.fides_schema import FIDES


def read_export(text: str) -> dict[str, Any]:
    """An export, read as YAML and held against everything that Fides demands of it."""
    document = yaml.safe_load(text)
    assert isinstance(document, dict)
    jsonschema.validate(document, FIDES)
    datasets, systems = document.get("dataset", []), document.get("system", [])
    _all_different(one["fides_key"] for one in datasets)
    _all_different(one["fides_key"] for one in systems)
    for dataset in datasets:
        _all_different(one["name"] for one in dataset["collections"])
        for collection in dataset["collections"]:
            _all_different(one["name"] for one in collection["fields"])
    known = {one["fides_key"] for one in datasets}, {one["fides_key"] for one in systems}
    for system in systems:
        _refers_to_what_is_there(system, *known)
    return document


def _refers_to_what_is_there(system: Mapping[str, Any], datasets: set[str], systems: set[str]) -> None:
    sent = {one["fides_key"] for one in system.get("egress", [])}
    assert sent <= systems - {system["fides_key"], "user"}
    assert set(system.get("dataset_references", [])) <= datasets
    for declaration in system["privacy_declarations"]:
        assert set(declaration.get("egress", [])) <= sent
        assert set(declaration.get("dataset_references", [])) <= datasets


def _all_different(names: Iterable[str]) -> None:
    found = list(names)
    assert len(found) == len(set(found)), found
