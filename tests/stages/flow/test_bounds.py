"""The analysis ends on anything, and says where it met a bound."""

from __future__ import annotations

from itertools import pairwise

import pytest

from stages.flow.programs import lines, traced


def _many_parameters(count: int) -> str:
    reads = "\n".join(f"    print(first.field_{n}.held)" for n in range(count))
    return f"def show(first):\n{reads}\n"


def test_a_usual_program_meets_no_bound() -> None:
    assert traced("def show(user):\n    print(user.email)\n").limits == ()


def test_too_many_paths_of_one_parameter_are_noted() -> None:
    assert traced(_many_parameters(300)).limits == ("app.show",)


def test_too_many_ways_out_are_noted() -> None:
    calls = "\n".join(f"    first.method_{n}(first)" for n in range(40))
    known = "class First:\n" + "".join(f"    def method_{n}(self, it): ...\n" for n in range(40))
    assert traced(f"{known}def show(first):\n{calls}\n").limits == ("app.show",)


def test_calls_that_nothing_known_could_answer_are_no_loss() -> None:
    calls = "\n".join(f"    first.method_{n}(first)" for n in range(40))
    assert traced(f"def show(first):\n{calls}\n").limits == ()


def test_a_loop_that_changes_for_long_is_noted_and_ends() -> None:
    names = [f"name_{n}" for n in range(12)]
    first = " = ".join(names)
    moved = "\n".join(f"        {one} = {two}" for one, two in pairwise(names))
    head = f"def show(users):\n    {first} = ''\n    for user in users:\n"
    text = f"{head}{moved}\n        {names[-1]} = user.email\n"
    assert traced(text).limits == ("app.show",)


_GROWING = {
    "a list in a list": "def grow(value):\n    return grow([value])\n",
    "a dict in a dict, both ways": (
        "def one(value):\n    return two({'a': value}) if value else value\n"
        "def two(value):\n    return one({'b': value}) if value else value\n"
    ),
    "a longer path": "def walk(node):\n    node.held = node.next.held\n    return walk(node.next)\n",
    "a builder in a loop": (
        "def build(query):\n    while query:\n        query = query.filter(query).order()\n    return query\n"
    ),
    "functions that hand themselves on": (
        "def one(function):\n    return function(function)\ndef two():\n    return one(one)\n"
    ),
    "an object of itself": (
        "class Node:\n    def __init__(self):\n        self.next = self\n        self.all = [self]\n"
        "def show():\n    node = Node()\n    node.all.append(node.all)\n"
        "    print(node, node.all, node.next.next)\n"
    ),
    "a text of itself": "def grow(text):\n    while text:\n        text = f'{text}{text}'\n    return text\n",
    "classes that inherit from one another": (
        "class One(Two):\n    def show(self):\n        return super().show()\n"
        "class Two(One):\n    def show(self):\n        return super().show()\n"
        "def show():\n    return One().show()\n"
    ),
    "a property of itself": (
        "class Node:\n    @property\n    def held(self):\n        return self.held\n"
        "def show(node: Node):\n    print(node.held)\n"
    ),
    "a generator of itself": (
        "def walk(node):\n    yield node\n    yield from walk(node.next)\n    print(list(walk(node)))\n"
    ),
    "a function handed to itself": "def apply(f):\n" + "    f(f)\n" * 6 + "apply(apply)\n",
    "functions that hand over each other": "".join(
        f"def step_{n}(call):\n" + f"    call(step_{n + 1})\n" * 6 for n in range(20)
    )
    + "def step_20(call):\n    print(call)\ndef start(user):\n    step_0(lambda f: f(user.email))\n",
    "a decorator of itself": (
        "def wrap(function):\n    def inner(*args):\n        return wrap(inner)(*args)\n    return inner\n"
        "@wrap\ndef tell(value):\n    return tell(value)\nprint(tell(1))\n"
    ),
    "a function wrapped again and again": (
        "def wrap(function):\n    def inner(*args):\n        return function(*args)\n    return inner\n"
        "def start(tell):\n" + "    tell = wrap(tell)\n" * 400 + "    print(tell(1))\n"
    ),
    "a closure of itself": (
        "def outer(value):\n    def inner():\n        return [inner(), value, outer(inner)]\n"
        "    return inner\n"
    ),
}


@pytest.mark.parametrize("text", _GROWING.values(), ids=_GROWING.keys())
def test_what_grows_without_end_ends(text: str) -> None:
    flows = traced(text)
    assert flows.counts["functions"] >= 1


def _wheel(count: int) -> str:
    """Functions that each call two others of the same circle."""
    return "\n".join(
        f"def step_{n}(value):\n    if value:\n        return step_{(n + 1) % count}({{'k{n}': value}})\n"
        f"    return [value, step_{(n * 7 + 3) % count}(value)]"
        for n in range(count)
    )


def test_recursion_of_many_functions_ends() -> None:
    found = traced(_wheel(25))
    assert found.limits


@pytest.mark.parametrize("count", [2, 3, 25])
def test_a_recursion_that_met_a_bound_keeps_its_flows(count: int) -> None:
    assert lines(_wheel(count) + "\ndef start(user):\n    print(step_0(user.email))\n")


def test_a_chain_of_hundreds_of_branches_and_calls_ends() -> None:
    text = "def show(user, value):\n" + "".join(
        f"    if value == {n}:\n        value = user.email + value\n    value = str(value)\n"
        for n in range(300)
    )
    assert lines(text + "    print(value)\n") == [902]


def _hooks(count: int) -> str:
    """A base with a hook, one class that tells, and many that do not, each of which is called."""
    quiet = "".join(
        f"class Quiet{n}(Base):\n    def hook(self, value):\n        pass\n" for n in range(count)
    )
    calls = "".join(f"    Quiet{n}().run(user.email)\n" for n in range(count))
    return (
        "class Base:\n    def run(self, value):\n        self.hook(value)\n"
        "    def hook(self, value):\n        pass\n"
        "class Loud(Base):\n    def hook(self, value):\n        print(value)\n"
        f"{quiet}def show(user):\n{calls}"
    )


def test_methods_are_told_apart_for_a_bounded_number_of_classes() -> None:
    assert lines(_hooks(24)) == []
    assert len(lines(_hooks(30))) == 6


def test_classes_that_make_classes_without_end_end() -> None:
    text = "class Base:\n    def grow(self):\n        return Next0().grow()\n"
    text += "".join(
        f"class Next{n}(Base):\n    def grow(self):\n        Next{(n + 1) % 40}().step()\n"
        f"        return super().grow()\n    def step(self):\n        return self.grow()\n"
        for n in range(40)
    )
    assert lines(text + "def show():\n    return Base().grow()\n") == []
