"""What holds of every program: the analysis ends, gives the same twice, and loses nothing to a bystander."""

from __future__ import annotations

import ast

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from purposelint.domain.flows import Flow
from stages.flow.generated import UNRELATED, places_for_more, programs, with_unrelated
from stages.flow.programs import traced

_QUICK = settings(
    max_examples=40,
    derandomize=True,
    deadline=None,
    database=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


def _text(lines: list[str]) -> str:
    return "\n".join(lines) + "\n"


@_QUICK
@given(programs())
def test_the_analysis_ends_and_gives_the_same_twice(lines: list[str]) -> None:
    text = _text(lines)
    ast.parse(text)
    first, second = traced(text), traced(text)
    assert first.flows == second.flows
    assert first.limits == second.limits
    assert first.counts == second.counts


@_QUICK
@given(programs(), st.data())
def test_no_flow_is_lost_when_an_unrelated_statement_is_added(lines: list[str], data: st.DataObject) -> None:
    before = data.draw(st.sampled_from(places_for_more(lines)))
    added = data.draw(st.sampled_from(UNRELATED))

    def key(flow: Flow, shift: int) -> tuple[object, ...]:
        places = (flow.place.span.line, flow.sink.place.span.line)
        moved = tuple(line + (shift if line > before else 0) for line in places)
        return (*moved, flow.source.element, flow.sink.id, flow.guard)

    had = {key(flow, len(added)) for flow in traced(_text(lines)).flows}
    has = {key(flow, 0) for flow in traced(_text(with_unrelated(lines, before, added))).flows}
    assert had <= has, f"lost {sorted(map(str, had - has))} by {added} before line {before + 1}"


@_QUICK
@given(programs())
def test_every_flow_can_be_told(lines: list[str]) -> None:
    for flow in traced(_text(lines)).flows:
        assert flow.trace
        assert flow.trace[-1].place == flow.sink.place
        assert flow.handed[0] == flow.sink.place
        assert flow.handed[-1] == flow.place
        assert all(1 <= hop.place.span.line <= len(lines) for hop in flow.trace)
