"""An analysis of some files finds in them what an analysis of the whole program finds there."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import msgspec
import pytest

from purposelint import analysis, session
from purposelint.classify import classify
from purposelint.domain.flows import Flow, Flows, Focus
from purposelint.domain.program import Program
from purposelint.domain.sightings import Sightings
from purposelint.flow import trace
from purposelint.remembering.known import from_elsewhere
from stages.flow.programs import linked
from support.library_examples import shipped_catalog

ROOT = Path(__file__).resolve().parents[3]
PROJECTS = ("fixtures/clinic", "fixtures/shop", "fixtures/telemetry", "tests/cases")


@cache
def _read(project: str) -> tuple[Program, Sightings, Flows]:
    settings = session.settings_for([ROOT / project], None, {"cache": False, "include_tests": True})
    made = analysis.run(settings)
    return made.program, made.sightings, trace(made.program, made.sightings, made.catalog)


def _files() -> list[tuple[str, str]]:
    return [
        (project, path.relative_to(ROOT).as_posix())
        for project in PROJECTS
        for path in sorted((ROOT / project).rglob("*.py"))
    ]


def _in(flows: Flows, path: str) -> set[Flow]:
    """Flows that are told in a file: where they end, or at the column that they fill."""
    return {_as_compared(flow, path) for flow in flows.flows if flow.told.path == path}


def _as_compared(flow: Flow, path: str) -> Flow:
    """What nobody handles is told more surely among the few that leave data than among all that raise."""
    return msgspec.structs.replace(flow, confidence="low") if "error_handlers" in path else flow


def test_there_are_flows_across_files() -> None:
    across = [
        flow
        for project in PROJECTS
        for flow in _read(project)[2].flows
        if {hop.place.path for hop in flow.trace} != {flow.place.path}
    ]
    assert len(across) > 20


@pytest.mark.parametrize(("project", "file"), _files(), ids=lambda value: Path(value).stem)
def test_flows_of_a_file_are_those_of_the_whole(project: str, file: str) -> None:
    program, sightings, whole = _read(project)
    paths = [module.path for module in program.modules.values() if file.endswith(module.path)]
    catalog, _ = session.load(session.settings_for([ROOT / project]))
    for path in paths:
        own = frozenset(symbol for symbol, info in program.functions.items() if info.path == path)
        others = from_elsewhere(program, whole.flows).get(path, ())
        narrow = trace(program, sightings, catalog, Focus(own.union(others), whole.writers))
        assert _in(narrow, path) == _in(whole, path)
        assert set(narrow.limits) <= set(whole.limits)
        assert not narrow.faults


def test_what_another_file_leaves_in_a_class_is_found_where_it_is_looked_for() -> None:
    program = linked(
        {
            "kept.py": "class Kept:\n    pass\n",
            "fill.py": "from kept import Kept\n\ndef fill(user):\n    Kept.latest = user.email\n",
            "show.py": "import logging, kept\n\ndef show():\n    logging.info(kept.Kept().latest)\n",
        }
    )
    sightings = classify(program, shipped_catalog())
    whole = trace(program, sightings, shipped_catalog())
    narrow = trace(program, sightings, shipped_catalog(), Focus(frozenset({"show.show"}), whole.writers))
    assert len(_in(whole, "show.py")) == 1
    assert _in(narrow, "show.py") == _in(whole, "show.py")
