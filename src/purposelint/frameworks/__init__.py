"""Implicit things that code alone does not show: constructors and fields of records, bases out of sight."""

from __future__ import annotations

from purposelint.frameworks.bases import hidden_base
from purposelint.frameworks.kinds import RecordKind
from purposelint.frameworks.records import (
    RecordField,
    declared_record,
    record_fields,
    record_kind,
)

__all__ = [
    "RecordField",
    "RecordKind",
    "declared_record",
    "hidden_base",
    "record_fields",
    "record_kind",
]
