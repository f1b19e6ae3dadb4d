"""Keys and attributes named by data may be any text, also one that means something to the analysis."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from stages.flow.programs import traced

_MARKS = "$*()[].:-~@#^!?'<>{}% 0a\\\x00"
_WORDS = (
    "each",
    "keys",
    "cleared",
    "$0",
    "$1",
    "$1.a",
    "$1[]",
    "*",
    "**",
    "()",
    "[",
    "::",
    "..",
    "__dict__x",
)

PROGRAM = """
from types import SimpleNamespace

class Box:
    pass

def put(box, name, value):
    setattr(box, name, value)

def get(box, name):
    return getattr(box, name)

def item(kept, name):
    return kept[name]

def use(user, other):
    kept = {{{name}: user.email, "plain": 1}}
    print(kept[{name}])
    print(kept["plain"])
    box = Box()
    put(box, {name}, user.email)
    put(box, "plain", 1)
    print(get(box, {name}))
    print(get(box, "plain"))
    print(item(kept, {name}))
    print(item(kept, "plain"))
    made = SimpleNamespace(**kept)
    print(get(made, {name}))
    print(made.plain)
    print({{**vars(box)}}[{name}])
    print({{**vars(box)}}["plain"])
"""
_TO_FLAG = {17, 22, 24, 27, 29}


@settings(max_examples=60, derandomize=True, deadline=None, database=None)
@given(st.one_of(st.sampled_from(_WORDS), st.text(_MARKS, min_size=1, max_size=5)))
def test_a_name_of_any_text_is_a_name(name: str) -> None:
    flows = traced(PROGRAM.format(name=repr(name))).flows
    found = {flow.place.span.line for flow in flows}
    assert found == _TO_FLAG
