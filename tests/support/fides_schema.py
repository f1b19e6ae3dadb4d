"""What Fides takes for datasets and systems, as far as an export writes them: an unknown key is an error."""

from __future__ import annotations

from typing import Any

_KEY = {"type": "string", "pattern": "^[a-zA-Z0-9_.<>-]+$"}
_KEYS = {"type": "array", "items": _KEY}
_TEXT = {"type": "string"}


def _object(required: tuple[str, ...], **properties: Any) -> dict[str, Any]:  # noqa: ANN401 - parts of a schema
    return {
        "type": "object",
        "properties": properties,
        "required": list(required),
        "additionalProperties": False,
    }


def _list(items: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": items}


_FIELD = _object(("name",), name=_TEXT, description=_TEXT, data_categories=_KEYS)
_COLLECTION = _object(("name", "fields"), name=_TEXT, description=_TEXT, fields=_list(_FIELD))
_DATASET = _object(
    ("fides_key", "collections"),
    fides_key=_KEY,
    name=_TEXT,
    description=_TEXT,
    collections=_list(_COLLECTION),
)
_FLOW = _object(
    ("fides_key", "type"),
    fides_key=_KEY,
    type={"enum": ["dataset", "system", "user"]},
    data_categories=_KEYS,
)
_DECLARATION = _object(
    ("data_categories", "data_use"),
    name=_TEXT,
    data_categories=_KEYS,
    data_use=_KEY,
    data_subjects=_KEYS,
    legal_basis_for_processing={
        "enum": [
            "Consent",
            "Contract",
            "Legal obligations",
            "Vital interests",
            "Public interest",
            "Legitimate interests",
        ]
    },
    retention_period=_TEXT,
    processes_special_category_data={"type": "boolean"},
    dataset_references=_KEYS,
    egress=_KEYS,
)
_SYSTEM = _object(
    ("fides_key", "system_type", "privacy_declarations"),
    fides_key=_KEY,
    name=_TEXT,
    description=_TEXT,
    system_type=_TEXT,
    dataset_references=_KEYS,
    egress=_list(_FLOW),
    privacy_declarations=_list(_DECLARATION),
    legal_name=_TEXT,
    dpo=_TEXT,
    legal_basis_for_transfers=_list(_TEXT),
    meta={"type": "object"},
)
FIDES = _object((), dataset=_list(_DATASET), system=_list(_SYSTEM))
