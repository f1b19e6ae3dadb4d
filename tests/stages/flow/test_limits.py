"""Every bound of the analysis: hitting one that can cost a flow is told, by the name of the function."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from purposelint import flow
from purposelint.domain import metadata
from purposelint.flow.application import apply
from purposelint.flow.state import budget, shared
from stages.flow.limit_programs import KEPT_DEEP, TOLD, in_function
from stages.flow.programs import traced
from stages.flow.rings import visitor

_BOUND = re.compile(r"^(_?(?:MOST|MUCH|MAX|DEEPEST|LONGEST|STOP)(?:_[A-Z]+)*) = ", re.MULTILINE)

_EACH_BY_ITSELF = "what is told apart up to there is taken together beyond: no flow is lost"
_ONLY_WORDS = "only words of the report depend on it"
_FOR_REVIEWERS = "only unknown calls, which are no flows, are followed less far"
HARMLESS = {
    "addresses._DEEPEST_ADDRESS": "an address that is stated further off is one that the code does not show",
    "addresses._MOST_ADDRESSES": "of more addresses than that the others are not compared",
    "addresses._MOST_STEPS": "an address that is stated further off is one that the code does not show",
    "carried._MOST_CARRIED": "a branch that is not carried on closes no way",
    "carrying._DEEPEST_PART": _ONLY_WORDS,
    "comprehensions._MOST_EVALUATIONS": _EACH_BY_ITSELF,
    "container_builtins._MOST_ROWS": _EACH_BY_ITSELF,
    "copies._MOST_LEFT_OUT": "a mapping from which more keys are taken still holds them",
    "definitions._DEEPEST_MAKER": "an address that is stated further off is one that the code does not show",
    "deferral._DEEPEST_CALLEE": "a call beyond is one of something unknown, as is any call of the outside",
    "deferral._DEEPEST_ITEM": "a call beyond is one of something unknown, as is any call of the outside",
    "endings._MOST_TARGETS": "of more functions it is not asked whether they return: they may",
    "fixpoint._DEEPEST_DEMAND": "a function that is not analysed at once is analysed later",
    "formatting._MOST_FIELDS": "a template with more fields shows every argument; one of `Template` is told",
    "frame._MOST_ORIGINS": _ONLY_WORDS,
    "frame._MUCH": "a loop that is turned too few times from there on is told as any such loop is",
    "guarding._MOST_ARGUMENTS": "a guard that is not known to hold takes nothing out",
    "key_turns._MOST_NAMED": _EACH_BY_ITSELF,
    "kept_records._LONGEST_CHAIN": "the class of a record that a longer query gives is not known",
    "service_values._LONGEST_CHAIN": "of a longer chain the name is judged as it stands, which alarms sooner",
    "keyed._LONGEST_CHAIN": "of a longer chain a later word is taken to be what is read from",
    "knowledge._LONGEST_TYPE": "the class of an outside thing that nobody names is not known",
    "mappings._MOST_ENTRIES": _EACH_BY_ITSELF,
    "metadata._MOST_NAMES": "fifty names that modules give to one type, each by way of the next",
    "narrowing._DEEPEST": "a test that is not taken in closes no way",
    "narrowing._MOST_ALTERNATIVES": "a test that is not taken in closes no way",
    "receivers._MOST_VARIANTS": "further classes get the method as it stands, with all overrides",
    "rendering._LONGEST": _ONLY_WORDS,
    "class_statements._LONGEST_CHAIN": "a class is not known by what longer statements of it say",
    "stated_names._MOST_NAMES": _EACH_BY_ITSELF,
    "stated_results._DEEPEST": "an annotation that nests deeper excludes no data",
    "tested._LONGEST_CHAIN": "a test that is not taken in closes no way",
    "services._DEEPEST": "what lies deeper keeps its labels",
    "throwing._MOST_KINDS": "any more are one exception of unknown class, which any handler may catch",
    "told_objects._DEEPEST": "an exception may reach every handler where nobody knows of which object it is",
    "origins._MOST_HOPS": _ONLY_WORDS,
    "texts._LONGEST_TEXT": _EACH_BY_ITSELF,
    "texts._MOST_TEXTS": _EACH_BY_ITSELF,
    "turns._MOST_TURNS": _EACH_BY_ITSELF,
    "handovers._MOST": _FOR_REVIEWERS,
    "passing._DEEPEST": _FOR_REVIEWERS,
    "values.MAX_PATH": "a field of what lies deeper is that itself",
    "switches._MOST_ANSWERS": "for further answers a function is told as it is for any",
    "service_parameters._MOST_CALLS": "of a word of more callers nothing is concluded",
}
"""Bounds that need not be told, and why."""


@pytest.mark.parametrize("bound", TOLD)
def test_a_bound_that_is_hit_is_told(bound: str) -> None:
    text, named = TOLD[bound]
    assert named in traced(text).limits


def test_too_much_work_in_one_function_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(budget, "_MOST_AT_ONCE", 300)
    monkeypatch.setattr(budget, "_FOR_EACH_LINE", 0)
    monkeypatch.setattr(budget, "_LEAST", 0)
    flows = traced(in_function(["print(user.email)", *["a = b"] * 300, "print(user.phone_number)"]))
    assert flows.limits == ("app.show",)
    assert [flow.place.span.line for flow in flows.flows] == [2]


_GOES_ROUND = """
def first(value, depth):
    return second(value, depth - 1) if depth else value
def second(value, depth):
    return third([value], depth)
def third(value, depth):
    return first(value[0], depth)
def show(user):
    print(first(user.email, 3))
"""


def test_a_large_ring_is_not_analysed_again_and_again_and_a_small_one_beside_it_is(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(budget, "_AGAIN_FOR_ALL", 1_000)
    flows = traced(visitor(20) + _GOES_ROUND)
    assert {limit.rpartition("_")[0] for limit in flows.limits} == {"app.Visitor.visit"}
    assert any(flow.sink.id.endswith("print") for flow in flows.flows)


_RECURSIVE = (
    "def even(value, n):\n    print(value)\n    odd(value, n)\ndef odd(value, n):\n    even(value, n)\n"
)
"""Each needs what the other does: the one that comes first is analysed again."""


def test_too_much_work_over_all_turns_of_a_function_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    assert not traced(_RECURSIVE).limits
    monkeypatch.setattr(budget, "_MOST_OVER_TURNS", 0)
    assert traced(_RECURSIVE).limits == ("app.odd",)


def test_too_much_work_in_all_is_told_and_every_function_is_seen_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(budget, "_FOR_ALL", 0)
    monkeypatch.setattr(budget, "_FOR_EACH_FUNCTION", 0)
    flows = traced(f"{_RECURSIVE}def show(user):\n    print(user.email)\n")
    assert flows.limits == ("app.odd",)
    assert [flow.place.span.line for flow in flows.flows] == [7]


def test_a_round_is_left_out_where_nothing_is_left_for_it_and_that_is_told(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(budget, "_FOR_ALL", 0)
    monkeypatch.setattr(budget, "_FOR_EACH_FUNCTION", 0)
    kept = "HELD = {}\ndef show():\n    print(HELD['k'])\ndef begin(user):\n    HELD['k'] = user.email\n"
    assert "app.show" in traced(kept).limits


def test_shared_objects_too_deep_within_others_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shared, "_DEEPEST", 1)
    assert traced(KEPT_DEEP).limits == ("app.fill_more", "app.show")


def test_a_statement_that_is_given_up_leaves_what_is_around_it_as_it_was(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def too_deep(*_arguments: object) -> None:
        raise RecursionError

    monkeypatch.setattr(apply, "handed_on", too_deep)
    flows = traced(
        "def calls(function, value):\n    function(value)\n"
        "def fails(user):\n    calls(print, 'x')\n    raise ValueError(user.email)\n"
        "def show(user):\n    try:\n        fails(user)\n    except ValueError as error:\n"
        "        print(error)\n"
    )
    assert flows.limits == ("app.fails",)
    assert [flow.place.span.line for flow in flows.flows] == [10]


def test_every_bound_is_told_or_harmless() -> None:
    room = Path(flow.__file__).parent
    found = {
        f"{path.stem}.{name}"
        for path in (*room.rglob("*.py"), Path(metadata.__file__))
        for name in _BOUND.findall(path.read_text(encoding="utf-8"))
    }
    found -= {"budget._MOST_AT_ONCE", "budget._MOST_OVER_TURNS", "shared._DEEPEST"}  # have tests of their own
    unlisted = found - TOLD.keys() - HARMLESS.keys()
    assert not unlisted, f"say in TOLD by which program, or in HARMLESS why no flow is lost: {unlisted}"
    assert (HARMLESS.keys() | TOLD.keys()) - found == {"showing.SYMBOLS"}
