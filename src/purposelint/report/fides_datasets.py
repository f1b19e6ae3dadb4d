"""Fides datasets: what the code stores, as a collection a model and a field a column."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TypeAlias

from purposelint.domain.catalog import Catalog
from purposelint.domain.verdict import Finding
from purposelint.report.fides_keys import is_key, keys_for

_Models: TypeAlias = dict[str, dict[str, list[Finding]]]
"""Columns of models by the model's symbol and the column's name."""


def categories_of(elements: Iterable[str], catalog: Catalog) -> list[str]:
    """Fides's categories of elements, sorted; an element that has none adds none."""
    entries = (catalog.elements.get(element) for element in elements)
    return sorted({label for entry in entries if entry for label in entry.fides if is_key(label)})


def dataset_keys(uses: Sequence[Finding], service: str) -> dict[str, str]:
    """The key of the dataset that is kept at each vendor; '' is what the service keeps itself."""
    vendors = sorted({one.vendor or "" for one in uses if is_column(one)})
    keys = keys_for(_name(vendor, service) for vendor in vendors)
    return {vendor: keys[_name(vendor, service)] for vendor in vendors}


def is_column(use: Finding) -> bool:
    """Whether a use is a stored field of a model, rather than something that a statement writes."""
    return use.activity == "store" and bool(use.owner)


def datasets(
    uses: Sequence[Finding], keys: Mapping[str, str], service: str, catalog: Catalog
) -> list[dict[str, Any]]:
    """One dataset for each place where models are kept; only columns that hold personal data stand in it."""
    return [
        {
            "fides_key": key,
            "name": _name(vendor, service),
            "description": _where(vendor, service),
            "collections": _collections([one for one in uses if (one.vendor or "") == vendor], catalog),
        }
        for vendor, key in keys.items()
    ]


def _name(vendor: str, service: str) -> str:
    return f"{service} at {vendor}" if vendor else f"{service} storage"


def _where(vendor: str, service: str) -> str:
    kept = f"keeps at {vendor}" if vendor else "stores"
    return f"Personal data in what {service} {kept}, a collection a model. Other columns are left out."


def _collections(uses: Iterable[Finding], catalog: Catalog) -> list[dict[str, Any]]:
    models: _Models = {}
    for one in uses:
        if is_column(one):
            models.setdefault(one.owner, {}).setdefault(one.expr, []).append(one)
    short = Counter(_last(owner) for owner in models)
    found = [
        {
            "name": _last(owner) if short[_last(owner)] == 1 else owner,
            "description": _declared_at(owner, columns),
            "fields": [_field(name, columns[name], catalog) for name in sorted(columns)],
        }
        for owner, columns in models.items()
    ]
    return sorted(found, key=lambda one: str(one["name"]))


def _last(symbol: str) -> str:
    return symbol.rpartition(".")[2]


def _declared_at(owner: str, columns: Mapping[str, Sequence[Finding]]) -> str:
    """Where the model stands, without lines: they change with every edit."""
    paths = sorted({one.place.path for uses in columns.values() for one in uses})
    return f"{owner} in {', '.join(paths)}"


def _field(name: str, uses: Sequence[Finding], catalog: Catalog) -> dict[str, Any]:
    elements = sorted({one.element for one in uses if one.element})
    purposes = sorted({purpose for one in uses for purpose in one.purposes})
    why = f"declared for {', '.join(purposes)}" if purposes else "no purpose declared"
    field: dict[str, Any] = {"name": name, "description": f"{', '.join(elements)}; {why}"}
    categories = categories_of(elements, catalog)
    return {**field, "data_categories": categories} if categories else field
