"""Which functions a function may call, and in which order functions are analysed."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from purposelint.domain.program import Program
from purposelint.link import order
from purposelint.link.components import strongly_connected

Linked = Callable[[dict[str, str]], Program]

CLASSES = """
import stripe
from functools import wraps
class Base:
    def __init__(self): ...
    def save(self): ...
    def abstract(self): ...
class Sub(Base):
    def save(self):
        super().save()
    def abstract(self): ...
    def only_here(self): ...
class Record:
    def __post_init__(self): ...
    def __call__(self): ...
    def __enter__(self) -> "Record": ...
    def __exit__(self, *a): ...
    def __iter__(self): ...
class Plain: ...
def make() -> Base: ...
def helper(): ...
def decorate(f):
    @wraps(f)
    def wrapper(*a): ...
    return wrapper
record = Record()
client = stripe.Client()
"""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("def f():\n    helper()", ["helper"]),
        ("def f():\n    make().save()", ["Base.save", "Sub.save", "make"]),
        ("def f():\n    Base()", ["Base.__init__"]),
        ("def f():\n    Sub()", ["Base.__init__"]),
        ("def f():\n    Record()", ["Record.__post_init__"]),
        ("def f():\n    Plain()", []),
        ("def f():\n    record()", ["Record.__call__"]),
        ("def f():\n    x = Record()\n    x()", ["Record.__call__", "Record.__post_init__"]),
        ("def f():\n    client.charges.create()", []),
        ("def f():\n    print(unknown(1))", []),
        ("def f(x: Base):\n    x.save()", ["Base.save", "Sub.save"]),
        ("def f(x: Sub):\n    x.save()", ["Sub.save"]),
        ("def f(x: Base):\n    x.only_here()", ["Sub.only_here"]),
        ("def f(x: 'list[Base]'):\n    for y in x:\n        y.save()", ["Base.save", "Sub.save"]),
        ("def f():\n    x = Sub()\n    x.abstract()", ["Base.__init__", "Sub.abstract"]),
        ("def f():\n    Base.save(1)", ["Base.save"]),
        (
            "def f():\n    with Record() as r:\n        r()",
            ["Record.__call__", "Record.__enter__", "Record.__exit__", "Record.__post_init__"],
        ),
        ("def f(r: Record):\n    for x in r: ...", ["Record.__iter__"]),
        ("def f():\n    def g():\n        helper()\n    return g", ["f.g"]),
        ("def f():\n    return lambda: helper()", ["f.<lambda>"]),
        ("def f():\n    def helper(): ...\n    helper()", ["f.helper"]),
        ("def f(helper):\n    helper()", []),
        ("def f():\n    from a import make as m\n    m()", ["make"]),
        ("@decorate\ndef f(): ...", ["decorate"]),
        ("def f():\n    x: Base = load()\n    def g():\n        x.save()\n", ["f.g"]),
    ],
)
def test_callees(linked: Linked, text: str, expected: list[str]) -> None:
    callees = linked({"a.py": f"{CLASSES}{text}\n"}).functions["a.f"].callees
    assert [callee.removeprefix("a.") for callee in callees] == expected


def test_a_closure_knows_the_values_around_it(linked: Linked) -> None:
    program = linked({"a.py": f"{CLASSES}def f():\n    x: Sub = load()\n    def g():\n        x.save()\n"})
    assert program.functions["a.f.g"].callees == ("a.Sub.save",)


@pytest.mark.parametrize(
    ("method", "expected"),
    [
        ("self.step()", ["A.step", "B.step"]),
        ("self.repo.get()", ["Repo.get"]),
        ("super().run()", ["Top.run"]),
        ("super().step().go()", []),
        ("self.__class__()", ["A.__init__"]),
        ("self.hook()", ["B.hook"]),
    ],
)
def test_callees_of_methods(linked: Linked, method: str, expected: list[str]) -> None:
    text = f"""
    class Repo:
        def get(self): ...
    class Top:
        def run(self): ...
    class A(Top):
        def __init__(self, repo: Repo):
            self.repo = repo
        def run(self):
            {method}
        def step(self): ...
    class B(A):
        def step(self): ...
        def hook(self): ...
    """
    callees = linked({"a.py": text}).functions["a.A.run"].callees
    assert [callee.removeprefix("a.") for callee in callees] == expected


def test_cls_makes_instances_and_static_methods_have_no_self(linked: Linked) -> None:
    program = linked(
        {
            "a.py": """
            class A:
                def __init__(self): ...
                def go(self): ...
                @classmethod
                def make(cls):
                    cls().go()
                @staticmethod
                def bare(self):
                    self.go()
            """
        }
    )
    assert program.functions["a.A.make"].callees == ("a.A.__init__", "a.A.go")
    assert program.functions["a.A.bare"].callees == ()


def test_callees_come_before_callers(linked: Linked) -> None:
    program = linked(
        {"a.py": "def a():\n    b()\ndef b():\n    c()\ndef c():\n    b()\n    d()\ndef d(): ...\n"}
    )
    assert [each for each in program.components if "a.<module>" not in each] == [
        ("a.d",),
        ("a.b", "a.c"),
        ("a.a",),
    ]
    assert order(program) == program.components


def test_every_function_is_in_one_component(linked: Linked) -> None:
    program = linked({"a.py": CLASSES})
    members = [symbol for component in program.components for symbol in component]
    assert sorted(members) == sorted(program.functions)


@settings(deadline=None)
@given(st.dictionaries(st.integers(0, 9), st.lists(st.integers(0, 9))))
def test_components_are_the_cycles_in_order(raw: dict[int, list[int]]) -> None:
    edges = {str(name): [str(to) for to in raw.get(name, [])] for name in range(10)}
    reach = {name: {name} for name in edges}
    for _ in edges:
        for name, targets in edges.items():
            for target in targets:
                reach[name] |= reach[target]
    components = strongly_connected(edges)
    place = {name: index for index, members in enumerate(components) for name in members}
    for name, targets in edges.items():
        assert {other for other in edges if other in reach[name] and name in reach[other]} == {
            other for other in edges if place[other] == place[name]
        }
        assert all(place[target] <= place[name] for target in targets)


def test_depth_costs_no_recursion() -> None:
    edges = {str(number): [str(number + 1)] for number in range(20_000)}
    edges["20000"] = []
    assert len(strongly_connected(edges)) == 20_001
