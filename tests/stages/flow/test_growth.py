"""Twice as long a function costs about twice the work: counted in steps of the engine, never by the clock."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from purposelint.flow import fixpoint
from purposelint.flow.engine import Engine
from purposelint.flow.state import budget
from purposelint.flow.state.frame import Frame
from stages.flow.limit_programs import in_function
from stages.flow.programs import solved, traced
from stages.flow.rings import methods_of_methods, visitor

_BOX = "import copy\nclass Box:\n    pass\ndef pair(one, two):\n    one.held = two\n    return [one, two]\n"
_MOST_GROWTH = 2.4
_MOST_GROWTH_OF_WAYS = 3
"""Every way copies the variables that there are by then, and new ones for each way are more and more."""

_MOST_STEPS = 400_000
_MOST_STEPS_OF_A_METHOD = 600


def _steps(monkeypatch: pytest.MonkeyPatch, text: str) -> int:
    """Work of all analyses of all functions of a program."""
    frames: list[Frame] = []
    analyse = fixpoint.analyse

    def counted(engine: Engine, key: str) -> Frame:
        frames.append(analyse(engine, key))
        return frames[-1]

    with monkeypatch.context() as patched:
        patched.setattr(fixpoint, "analyse", counted)
        traced(text)
    return sum(frame.work for frame in frames)


def _copies(count: int) -> str:
    first = ["d0 = {'a': user.email}"]
    step = "d{1} = {{**d{0}, 'a': {{'b': d{0}['a'], 'n': 1}}}}", "d{1} = copy.deepcopy(d{0})"
    return in_function([*first, *(step[n % 2].format(n, n + 1) for n in range(count))], _BOX)


def _handed_round(count: int) -> str:
    made = [f"o{n} = Box()" for n in range(6)]
    return in_function([*made, "x = o0", *(f"x = pair(x, o{n % 6})" for n in range(count))], _BOX)


def _attribute_each(count: int) -> str:
    branches = [line for n in range(count) for line in (f"if a == {n}:", f"    b.held_{n % 50} = user.email")]
    return in_function(branches)


def _else_ifs(count: int) -> str:
    ways = [line for n in range(count) for line in (f"elif a == {n}:", f"    x{n} = user.email")]
    return in_function(["if a:", "    pass", *ways])


def _calls_in_chain(count: int) -> str:
    return in_function(["x = a" + "".join(f".method_{n % 9}(user.email)" for n in range(count))])


def _loops(count: int) -> str:
    return in_function(
        line for n in range(count) for line in (f"for i{n} in a:", f"    x{n} = [i{n}, user.email]")
    )


def _attempts(count: int) -> str:
    one = (
        "try:",
        "    x{0} = pair(user, a)",
        "except ValueError as error:",
        "    print(error)",
        "finally:",
        "    y{0} = a",
    )
    return in_function((line.format(n) for n in range(count) for line in one), _BOX)


def _many_callers(count: int) -> str:
    callers = "".join(f"def caller_{n}(user):\n    tell(user.email)\n" for n in range(count))
    return f"def tell(value):\n    print(value)\n{callers}"


def _call_chain(count: int) -> str:
    steps = "".join(f"def step_{n}(value):\n    return step_{n + 1}(value)\n" for n in range(count))
    return f"{steps}def step_{count}(value):\n    print(value)\n"


def _nested_functions(count: int) -> str:
    body = [f"{'    ' * n}def inner_{n}(value_{n}):" for n in range(count)]
    body.append("    " * count + "print(" + ", ".join(f"value_{n}" for n in range(count)) + ")")
    body += ["    " * n + f"inner_{n}(user.email)" for n in reversed(range(count))]
    return in_function(body)


def _nested(begin: str, end: str, inner: str = "user.email") -> Callable[[int], str]:
    def program(count: int) -> str:
        text = inner
        for n in range(count):
            text = begin.format(n) + text + end.format(n)
        return in_function([f"x = {text}"], _BOX)

    return program


_GROWING: dict[str, tuple[int, Callable[[int], str]]] = {
    "dicts copied from one another": (100, _copies),
    "objects handed round": (100, _handed_round),
    "a branch for each attribute": (100, _attribute_each),
    "a chain of method calls": (120, _calls_in_chain),
    "callers of one function": (100, _many_callers),
    "functions that call the next": (100, _call_chain),
    "functions within functions": (12, _nested_functions),
    "comprehensions within comprehensions": (15, _nested("[", " for v{0} in ('a', 'b', 'c')]")),
    "dicts of comprehensions": (15, _nested("{{v{0}: ", " for v{0} in ('a', 'b', 'c')}}")),
    "comprehensions in tests": (15, _nested("[v for v in ('a', 'b') if ", "]")),
    "getattr of getattr": (15, _nested("getattr(", ", 'held', a)")),
    "conditions within conditions": (15, _nested("(a if ", " else b)")),
    "calls within calls": (15, _nested("pair(", ", a)")),
    "lambdas called at once": (15, _nested("(lambda v{0}: ", ")(a)")),
    "lambdas that are mapped": (15, _nested("list(map(lambda v{0}: ", ", a))")),
    "dicts within dicts": (40, _nested("{{'k': ", "}}")),
}

_OF_WAYS: dict[str, tuple[int, Callable[[int], str]]] = {
    "a chain of elif": (250, _else_ifs),
    "loops one after the other": (100, _loops),
    "tries one after the other": (100, _attempts),
}


@pytest.mark.parametrize(("count", "program"), _GROWING.values(), ids=_GROWING.keys())
def test_work_grows_with_the_length(
    monkeypatch: pytest.MonkeyPatch, count: int, program: Callable[[int], str]
) -> None:
    once, twice = (_steps(monkeypatch, program(size)) for size in (count, 2 * count))
    assert twice <= _MOST_GROWTH * once, f"{once} steps, then {twice}"


@pytest.mark.parametrize(("count", "program"), _OF_WAYS.values(), ids=_OF_WAYS.keys())
def test_work_of_ways_that_join_again_is_bounded(
    monkeypatch: pytest.MonkeyPatch, count: int, program: Callable[[int], str]
) -> None:
    once, twice = (_steps(monkeypatch, program(size)) for size in (count, 2 * count))
    assert twice <= _MOST_GROWTH_OF_WAYS * once, f"{once} steps, then {twice}"


@pytest.mark.parametrize("depth", [4, 10, 18])
def test_loops_within_loops_end_in_time(monkeypatch: pytest.MonkeyPatch, depth: int) -> None:
    heads = [
        line
        for n in range(depth)
        for line in (
            "    " * n + f"while a.test_{n}:",
            "    " * n + f"    x{n + 1} = x{n} = [x{n}, user.email]",
        )
    ]
    assert _steps(monkeypatch, in_function(["x0 = 1", *heads])) < _MOST_STEPS


def test_a_ring_of_many_functions_takes_a_bounded_share_of_work(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(budget, "_AGAIN_FOR_ALL", 5_000)
    once, twice = (_steps(monkeypatch, visitor(size)) for size in (30, 60))
    assert twice <= _MOST_GROWTH * once, f"{once} steps, then {twice}"
    assert once < _MOST_STEPS_OF_A_METHOD * 30


def test_methods_of_methods_of_methods_come_to_an_end() -> None:
    assert [flow.expr for flow in traced(methods_of_methods(40)).flows] == ["user.email"]


def _resolving(count: int) -> str:
    """Items that are found by a method which asks further such objects, so often one after the other."""
    asked = "".join(f"[{n!r}]" for n in range(count))
    return f"""
class Alias:
    def __init__(self, keys):
        self.keys = keys
    def resolve(self, data):
        base = data
        for key in self.keys:
            data = data[key]
        if isinstance(data, Alias):
            data = data.resolve(base)
        elif isinstance(data, tuple):
            alias, others = data
            data = alias.resolve(base)
        return data
class Data:
    def __init__(self, data, base=None):
        self._data = data
        self.base = data if base is None else base
    def __getitem__(self, key):
        orig = val = self._data[key]
        if isinstance(val, Alias):
            val = val.resolve(self.base)
        if isinstance(val, tuple):
            alias, others = val
            val = alias.resolve(self.base).copy()
            merge(val, others)
        if isinstance(val, dict):
            val = Data(val, base=self.base)
        if val is not orig:
            self._data[key] = val
        return val
def merge(one, other):
    for key, val2 in other.items():
        val1 = one.get(key)
        if isinstance(val2, dict):
            if isinstance(val1, tuple):
                alias, others = val1
                merge(others, val2)
                val1 = (alias, others)
            else:
                val1 = val1.copy()
                merge(val1, val2)
        one[key] = val1
def ask(made):
    return Data(made){asked}
"""


def test_what_calls_lead_to_ends_with_the_work_that_a_function_may_take(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(budget, "_MOST_AT_ONCE", 500)

    frame = solved(_resolving(3)).frame("app.ask")
    assert frame.work < 2 * 500
