"""A fault of the analysis itself costs the function that it happens in, and is told."""

from __future__ import annotations

import pytest

from purposelint.classify import classify
from purposelint.flow import fixpoint, trace
from purposelint.flow.engine import Engine
from purposelint.flow.state.frame import Frame
from stages.flow.programs import linked
from support.library_examples import shipped_catalog

PROGRAM = """
def broken(user):
    print(user.email)

def whole(user):
    broken(user)
    print(user.email)
"""


def test_a_fault_in_one_function_costs_no_other_its_flows(monkeypatch: pytest.MonkeyPatch) -> None:
    analyse = fixpoint.analyse

    def failing(engine: Engine, key: str) -> Frame:
        if key.endswith("broken"):
            raise KeyError(key)
        return analyse(engine, key)

    monkeypatch.setattr(fixpoint, "analyse", failing)
    program = linked(PROGRAM)
    flows = trace(program, classify(program, shipped_catalog()), shipped_catalog())
    assert [flow.place.span.line for flow in flows.flows] == [6]
    (fault,) = flows.faults
    assert fault.startswith("app.broken (KeyError at test_faults.py:")
    assert not flows.limits
