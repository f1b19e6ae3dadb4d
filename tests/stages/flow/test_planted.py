"""A flow that is surely there stays found whatever is put beside it, and however its program is written."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from stages.flow.planted import UNRELATED, Planted, every_step, programs
from stages.flow.programs import line, traced
from support.places import ROOT

_QUICK = settings(
    max_examples=60,
    derandomize=True,
    deadline=None,
    database=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


def _is_found(program: Planted) -> bool:
    flows = [flow for flow in traced(program.text).flows if line(flow) == len(program.lines)]
    return any(flow.confidence != "low" and not flow.guard for flow in flows)


def _name(program: Planted) -> str:
    return program.lines[program.begin + 1].strip()


@pytest.mark.parametrize("program", every_step(), ids=_name)
def test_each_step_hands_on(program: Planted) -> None:
    assert _is_found(program)


@_QUICK
@given(programs())
def test_where_no_data_begins_none_is_found(program: Planted) -> None:
    assert not traced(program.without_source().text).flows


@_QUICK
@given(programs())
def test_steps_one_after_the_other_hand_on(program: Planted) -> None:
    assert _is_found(program), program.text


@_QUICK
@given(programs(), st.data())
def test_nothing_unrelated_hides_a_flow(program: Planted, data: st.DataObject) -> None:
    for added in data.draw(st.lists(st.sampled_from(UNRELATED), min_size=1, max_size=3)):
        program = program.with_more(data.draw(st.sampled_from(program.places)), added)
    assert _is_found(program), program.text


@_QUICK
@given(programs())
def test_names_of_variables_change_nothing(program: Planted) -> None:
    def told(of: Planted) -> list[tuple[int, str, str, str]]:
        return [(line(f), f.source.element, f.sink.id, f.confidence) for f in traced(of.text).flows]

    assert told(program) == told(program.renamed())


@_QUICK
@given(programs())
def test_a_sink_in_a_function_of_its_own_is_reached(program: Planted) -> None:
    assert _is_found(program.with_helper()), program.text


_REPORT = """
from stages.flow.planted import every_step
from stages.flow.programs import traced
texts = [program.text for program in every_step()]
text = "".join(text.replace("def run(", f"def run_{number}(") for number, text in enumerate(texts))
flows = traced(text)
print(flows.flows, flows.limits, flows.counts)
"""


def test_the_order_of_hashes_changes_nothing() -> None:
    def told(seed: str) -> str:
        paths = os.pathsep.join([str(ROOT / "tests"), str(ROOT / "src")])
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": paths}
        done = subprocess.run(
            [sys.executable, "-c", _REPORT], env=environment, capture_output=True, text=True, check=True
        )
        return done.stdout

    assert told("1") == told("2") != ""
