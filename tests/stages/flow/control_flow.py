"""Programs by chance whose every way is control flow and tests, and what really happens when they run."""

from __future__ import annotations

import random
import sys
from collections.abc import Callable, Iterable
from typing import Any, TypeAlias

from hypothesis import strategies as st

Lines: TypeAlias = list[str]

MAIL = "ada@shop.example"
_MOST_TESTS = 60
_NAMES = ("one", "two", "three")

_MODULE = """
import sys
ALLOWED = {'x', 'y'}
class Problem(Exception):
    pass
class Manager:
    def __enter__(self):
        return self
    def __exit__(self, kind, problem, trace):
        return kind is Problem
def fail():
    raise Problem()
def fail_sometimes(user):
    if user.flag():
        raise Problem()
def leave():
    sys.exit(1)
def choose(user, given):
    if not given:
        return 'x'
    if user.flag():
        return given
    return None
""".strip().splitlines()


def _flat(parts: Iterable[Lines]) -> Lines:
    return [line for part in parts for line in part]


def _block(inner: st.SearchStrategy[Lines]) -> st.SearchStrategy[Lines]:
    parts = st.lists(inner, min_size=1, max_size=3)
    return parts.map(lambda found: [f"    {line}" for line in _flat(found)])


_NAME = st.sampled_from(_NAMES)
_CONDITION = st.one_of(
    st.just("user.flag()"),
    st.tuples(
        _NAME,
        st.sampled_from(
            [
                "{}", "not {}", "{} == 'x'", "'x' != {}", "{} is None", "{} is not None", "{} in ('x', 'y')",
                "{} not in ALLOWED", "isinstance({}, str)", "isinstance({}, dict)", "({} := user.email)",
                "type({}) is str", "len({} or '') == 0", "not (len({} or '') > 0)", "True", "False",
            ]
        ),
    ).map(lambda pair: pair[1].format(pair[0])),
)  # fmt: skip
_TEST = st.one_of(
    _CONDITION,
    st.tuples(_CONDITION, st.sampled_from(["and", "or"]), _CONDITION).map(
        lambda p: f"({p[0]} {p[1]} {p[2]})"
    ),
    _CONDITION.map(lambda test: f"not ({test})"),
)
_VALUE = st.one_of(
    st.sampled_from(["user.email", "'x'", "None", *_NAMES]),
    st.tuples(_NAME, _NAME).map(lambda p: f"({p[0]} or {p[1]})"),
    st.tuples(_NAME, _NAME).map(lambda p: f"({p[0]} and {p[1]})"),
    st.tuples(_NAME, _TEST, _NAME).map(lambda p: f"({p[0]} if {p[1]} else {p[2]})"),
    _NAME.map(lambda name: f"choose(user, {name})"),
)
_SIMPLE = st.one_of(
    st.tuples(_NAME, _VALUE).map(lambda p: [f"{p[0]} = {p[1]}"]),
    _NAME.map(lambda name: [f"print({name})"]),
    _NAME.map(lambda name: [f"print({name})"]),
    st.tuples(_NAME, _TEST).map(lambda p: [f"print([{p[0]} for _ in (1, 2) if {p[1]}])"]),
    st.sampled_from([["raise Problem()"], ["return"], ["fail()"], ["fail_sometimes(user)"], ["leave()"]]),
)
_LEAVING = st.sampled_from([["break"], ["continue"], ["pass"]])


def _matched(parts: tuple[str, Lines, Lines, Lines, str]) -> Lines:
    name, first, second, third, last = parts
    cases = [["case 'x' | None:", *first], [f"case str() as two if {last}:", *second], ["case _:", *third]]
    return [f"match {name}:", *(f"    {line}" for line in _flat(cases))]


def _compound(inner: st.SearchStrategy[Lines]) -> st.SearchStrategy[Lines]:
    block = _block(inner)
    in_loop = _block(st.one_of(inner, _LEAVING, st.tuples(_TEST, _LEAVING).map(_guarded)))
    pair = st.tuples(_TEST, block, block)
    return st.one_of(
        pair.map(lambda p: [f"if {p[0]}:", *p[1], "else:", *p[2]]),
        st.tuples(_TEST, block, _TEST, block).map(lambda p: [f"if {p[0]}:", *p[1], f"elif {p[2]}:", *p[3]]),
        st.tuples(_TEST, in_loop, block).map(
            lambda p: [f"while user.flag() and {p[0]}:", *p[1], "else:", *p[2]]
        ),
        in_loop.map(lambda body: ["while True:", "    if user.flag():", "        break", *body]),
        st.tuples(in_loop, block).map(lambda p: ["for _ in (1, 2, 3):", *p[0], "else:", *p[1]]),
        st.tuples(block, block).map(lambda p: ["try:", *p[0], "except Problem:", *p[1]]),
        st.tuples(block, block).map(lambda p: ["try:", *p[0], "finally:", *p[1]]),
        st.tuples(block, block, block, block).map(
            lambda p: ["try:", *p[0], "except Problem:", *p[1], "else:", *p[2], "finally:", *p[3]]
        ),
        block.map(lambda body: ["with Manager():", *body]),
        st.tuples(_NAME, block, block, block, _TEST).map(_matched),
    )


def _guarded(parts: tuple[str, Lines]) -> Lines:
    return [f"if {parts[0]}:", *(f"    {line}" for line in parts[1])]


_STATEMENTS = st.recursive(_SIMPLE, _compound, max_leaves=12)


@st.composite
def programs(draw: Callable[[st.SearchStrategy[list[Lines]]], list[Lines]]) -> Lines:
    """Lines of a module with a function `run(user)`."""
    body = _flat(draw(st.lists(_STATEMENTS, min_size=2, max_size=5)))
    begin = ["one = two = 'x'", "three = user.email"]
    return [*_MODULE, "def run(user):", *(f"    {line}" for line in [*begin, *body, "print(one)"])]


class _Halt(BaseException):
    """The program has been followed far enough."""


class _User:
    """A person, and the chance that decides tests."""

    email = MAIL

    def __init__(self, seed: int) -> None:
        self._chance = random.Random(seed)
        self._left = _MOST_TESTS

    def flag(self) -> bool:
        """Decide a test."""
        self._left -= 1
        if not self._left:
            raise _Halt
        return self._chance.random() < 0.5


def printed_lines(lines: Lines, seed: int) -> set[int]:
    """Lines whose `print` really showed the mail in one run."""
    seen: set[int] = set()

    def show(value: object) -> None:
        if MAIL in str(value):
            seen.add(sys._getframe(1).f_lineno)

    namespace: dict[str, Any] = {"print": show}
    exec(compile("\n".join(lines) + "\n", "run", "exec"), namespace)
    try:
        namespace["run"](_User(seed))
    except (_Halt, SystemExit, namespace["Problem"]):
        pass
    return seen
