"""Analyses of the flow, noted as they are made."""

from __future__ import annotations

import pytest

from purposelint import flow
from purposelint.domain.catalog import Catalog
from purposelint.domain.flows import Flows, Focus
from purposelint.domain.program import Program
from purposelint.domain.sightings import Sightings


@pytest.fixture
def traces(monkeypatch: pytest.MonkeyPatch) -> list[Focus | None]:
    """What each analysis was about; None for the whole program."""
    made: list[Focus | None] = []

    def noted(
        program: Program,
        sightings: Sightings,
        catalog: Catalog,
        focus: Focus | None = None,
        *,
        unknown: bool = False,
    ) -> Flows:
        made.append(focus)
        return flow.trace(program, sightings, catalog, focus, unknown=unknown)

    monkeypatch.setattr("purposelint.remembering.flows.trace", noted)
    return made
