"""Small programs by chance: functions that call one another, loops, branches, containers, attributes."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeAlias

from hypothesis import strategies as st

Lines: TypeAlias = list[str]

FUNCTIONS = 3
_NAMES = ("one", "two", "given", "other")
_BEGIN = ["global LAST", "one = ''", "two = Box()"]


def _expressions() -> st.SearchStrategy[str]:
    leaves = st.sampled_from([*_NAMES, "user.email", "user.phone_number", "'x'", "LAST"])

    def grown(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
        pairs = st.tuples(inner, inner)
        return st.one_of(
            inner.map(lambda e: f"({e}).held"),
            inner.map(lambda e: f"({e})['k']"),
            inner.map(lambda e: f"[{e}]"),
            inner.map(lambda e: f"{{'k': {e}, 'n': 1}}"),
            inner.map(lambda e: f"f'{{{_unquoted(e)}}}'"),
            inner.map(lambda e: f"[item for item in [{e}]]"),
            inner.map(lambda e: f"len({e})"),
            pairs.map(lambda p: f"({p[0]}, {p[1]})[1]"),
            pairs.map(lambda p: f"({p[0]} or {p[1]})"),
            st.tuples(st.integers(0, FUNCTIONS - 1), pairs).map(
                lambda p: f"call_{p[0]}(user, {p[1][0]}, {p[1][1]})"
            ),
            inner.map(lambda e: f"two.set({e})"),
        )

    return st.recursive(leaves, grown, max_leaves=3)


def _unquoted(expression: str) -> str:
    return "user.email" if "'" in expression or "{" in expression else expression


def _flat(parts: Iterable[Lines]) -> Lines:
    return [line for part in parts for line in part]


def _indented(lines: Lines) -> Lines:
    return [f"    {line}" for line in lines]


_EXPRESSIONS = _expressions()
_SIMPLE = st.one_of(
    st.tuples(st.sampled_from(_NAMES), _EXPRESSIONS).map(lambda p: [f"{p[0]} = {p[1]}"]),
    _EXPRESSIONS.map(lambda e: [f"print({e})"]),
    _EXPRESSIONS.map(lambda e: [f"two.held = {e}"]),
    _EXPRESSIONS.map(lambda e: [f"given['k'] = {e}"]),
    _EXPRESSIONS.map(lambda e: [f"other.append({e})"]),
    _EXPRESSIONS.map(lambda e: [f"return {e}"]),
    _EXPRESSIONS.map(lambda e: [f"raise ValueError({e})"]),
    st.just(["del given['k']"]),
    st.just(["LAST = one"]),
)


def _compound(inner: st.SearchStrategy[Lines]) -> st.SearchStrategy[Lines]:
    blocks = st.lists(inner, min_size=1, max_size=3).map(lambda parts: _indented(_flat(parts)))
    tests = st.sampled_from(["one", "given == 'x'", "not other", "user.active"])
    return st.one_of(
        st.tuples(tests, blocks, blocks).map(lambda p: [f"if {p[0]}:", *p[1], "else:", *p[2]]),
        st.tuples(_EXPRESSIONS, blocks).map(lambda p: [f"for one in [{p[0]}]:", *p[1]]),
        st.tuples(tests, blocks).map(lambda p: [f"while {p[0]}:", *p[1]]),
        blocks.map(lambda block: ["try:", *block, "except ValueError as error:", "    print(error)"]),
    )


_STATEMENTS = st.recursive(_SIMPLE, _compound, max_leaves=4)


@st.composite
def programs(draw: Callable[[st.SearchStrategy[list[Lines]]], list[Lines]]) -> Lines:
    """Lines of a module with a class, three functions that may call one another, and a start."""
    module = [
        "LAST = ''",
        "class Box:",
        "    def __init__(self):",
        "        self.held = ''",
        "    def set(self, value):",
        "        self.held = value",
        "        return self",
        "    def __str__(self):",
        "        return f'{self.held}'",
    ]
    for number in range(FUNCTIONS):
        body = draw(st.lists(_STATEMENTS, min_size=1, max_size=4))
        module += [f"def call_{number}(user, given, other):", *_indented(_BEGIN), *_indented(_flat(body))]
    return module


UNRELATED: tuple[Lines, ...] = (
    ["unrelated = 1"],
    ["pass"],
    ["if unrelated_flag:", "    unrelated = 2"],
    ["for unrelated in range(3):", "    pass"],
    ["unrelated = {'k': 'x'}"],
    ["try:", "    unrelated_call()", "except KeyError:", "    pass", "finally:", "    unrelated = 3"],
    ["with unrelated_manager:", "    unrelated = 4"],
    ["match unrelated_flag:", "    case 1:", "        raise KeyError", "    case _:", "        pass"],
    ["while unrelated_flag:", "    break"],
    ["if unrelated_flag:", "    raise SystemExit(1)"],
    ["if isinstance(unrelated_flag, str) and not unrelated_flag:", "    exit(1)"],
)


def with_unrelated(lines: Lines, before: int, added: Lines) -> Lines:
    """The program with unrelated statements put before one of its lines, as deep as that line."""
    depth = len(lines[before]) - len(lines[before].lstrip())
    return [*lines[:before], *(" " * depth + line for line in added), *lines[before:]]


def places_for_more(lines: Lines) -> list[int]:
    """Lines before which a statement may stand."""
    continued = ("else:", "except ")
    return [n for n, line in enumerate(lines) if not line.lstrip().startswith(continued)]
