"""Nothing that really happens is lost: programs are run, and what they show must have been found."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings

from stages.flow.control_flow import Lines, printed_lines, programs
from stages.flow.programs import lines as found_lines

_RUNS = 12


@settings(
    max_examples=50,
    derandomize=True,
    deadline=None,
    database=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much],
)
@given(programs())
def test_every_line_that_shows_the_mail_is_found(program: Lines) -> None:
    text = "\n".join(program) + "\n"
    shown = {line for seed in range(_RUNS) for line in printed_lines(program, seed)}
    lost = shown - set(found_lines(text))
    assert not lost, f"lost lines {sorted(lost)} of\n" + "\n".join(
        f"{number:3} {line}" for number, line in enumerate(program, 1)
    )
