"""The statements that stand in others are those that the facts know."""

from __future__ import annotations

from typing import get_args, get_type_hints

from purposelint.domain.statements import Statement
from purposelint.judge.declarations.blocks import WITHIN


def _kinds(hint: object) -> list[object]:
    return [hint, *(kind for inner in get_args(hint) for kind in _kinds(inner))]


def test_every_key_that_holds_statements_is_looked_into() -> None:
    kinds = {*Statement.__subclasses__()}
    assert {
        kind: keys
        for kind in kinds
        if (
            keys := tuple(
                name for name, hint in get_type_hints(kind).items() if not kinds.isdisjoint(_kinds(hint))
            )
        )
    } == dict(WITHIN)
