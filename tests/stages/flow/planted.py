"""Programs by chance in which the mail of a user surely gets to a sink, by steps that each hand it on."""

from __future__ import annotations

import re
from typing import NamedTuple

from hypothesis import strategies as st

Lines = list[str]

_HELPERS = """
class Box:
    def __init__(self, held):
        self.held = held
    def get(self):
        return self.held
class Problem(Exception):
    pass
class Manager:
    def __init__(self, held):
        self.held = held
    def __enter__(self):
        return self.held
    def __exit__(self, *about):
        return None
def same(value):
    return value
def put(table, value):
    table['k'] = value
def given(value):
    yield value
def called(function, value):
    return function(value)
def failing(value):
    raise Problem(value)
""".strip().splitlines()

_STEPS: tuple[tuple[str, ...], ...] = (
    ("{new} = {old}",),
    ("{new} = same({old})",),
    ("{new} = f'<{{{old}}}>'",),
    ("{new} = str({old}).strip()",),
    ("if flag:", "    {new} = {old}", "else:", "    {new} = ''"),
    ("{new} = {old} if flag else ''",),
    ("{new} = ''", "for part in many:", "    {new} = {old}"),
    ("{new} = ''", "while flag:", "    {new} = {old}", "    if many:", "        break"),
    ("box = Box({old})", "{new} = box.held"),
    ("box = Box('')", "box.held = {old}", "{new} = box.get()"),
    ("table = {{'k': {old}, 'n': 1}}", "{new} = table['k']"),
    ("table = {{}}", "put(table, {old})", "{new} = table.get('k')"),
    ("table = {{**{{'k': {old}}}}}", "{new} = table.pop('k')"),
    ("items = [1]", "items.append({old})", "{new} = items[1]"),
    ("items = [{old}, 2]", "items.extend(many)", "{new} = items[0]"),
    ("{new}, other = {old}, 1",),
    ("other, *{new} = 1, {old}", "{new} = {new}[0]"),
    ("{new} = [part for part in [{old}] if flag][0]",),
    ("{new} = next(iter({{part: 1 for part in [{old}]}}))",),
    ("{new} = list(given({old}))[0]",),
    ("for {new} in given({old}):", "    pass"),
    (
        "{new} = ''",
        "try:",
        "    raise Problem({old})",
        "except Problem as problem:",
        "    {new} = str(problem)",
    ),
    ("{new} = ''", "try:", "    failing({old})", "except Problem as problem:", "    {new} = problem.args[0]"),
    ("try:", "    {new} = {old}", "finally:", "    other = 1"),
    ("with Manager({old}) as {new}:", "    pass"),
    ("def inner():", "    return {old}", "{new} = inner()"),
    ("def inner():", "    nonlocal {new}", "    {new} = {old}", "inner()"),
    ("{new} = (lambda part: part)({old})",),
    ("{new} = called(same, {old})",),
    ("{new} = called(lambda part: Box(part).get(), {old})",),
    ("match {old}:", "    case {new}:", "        pass"),
    ("if ({new} := {old}):", "    pass"),
)

UNRELATED: tuple[Lines, ...] = (
    ["unrelated = 1"],
    ["unrelated = {'k': many}", "unrelated['k'] = 'x'"],
    ["if unrelated_flag:", "    unrelated = 2"],
    ["if unrelated_flag:", "    raise KeyError(1)"],
    ["for unrelated in many:", "    unrelated_call(unrelated)"],
    ["while unrelated_flag:", "    break"],
    [
        "try:",
        "    unrelated_call()",
        "except KeyError as unrelated:",
        "    pass",
        "finally:",
        "    unrelated = 3",
    ],
    ["with unrelated_manager() as unrelated:", "    unrelated.begin()"],
    [
        "def unrelated(first, *others):",
        "    for one in others:",
        "        first.append(one)",
        "    return first",
    ],
    ["class Unrelated:", "    held = 1", "    def get(self):", "        return self.held"],
    ["unrelated = [one for one in many if one]"],
    ["same(1)"],
)


class Planted(NamedTuple):
    """A program whose last line shows the mail; its lines from `begin` on are the function's body."""

    lines: Lines
    begin: int

    @property
    def text(self) -> str:
        """The program as a module."""
        return "\n".join(self.lines) + "\n"

    @property
    def places(self) -> list[int]:
        """Lines of the body before which a statement may stand."""
        continued = ("else:", "except ", "finally:", "nonlocal ", "case ")
        body = range(self.begin, len(self.lines))
        return [n for n in body if not self.lines[n].lstrip().startswith(continued)]

    def with_more(self, before: int, added: Lines) -> Planted:
        """The program with a statement put before one of its lines, as deep as that line."""
        depth = " " * (len(self.lines[before]) - len(self.lines[before].lstrip()))
        return Planted(
            [*self.lines[:before], *(depth + line for line in added), *self.lines[before:]], self.begin
        )

    def renamed(self) -> Planted:
        """The program with other names for the variables that hand the mail on."""
        return Planted([re.sub(r"\bstep_(\d+)\b", r"thing_of_\1", line) for line in self.lines], self.begin)

    def without_source(self) -> Planted:
        """The same program over a constant."""
        return Planted([line.replace("user.email", "'x'") for line in self.lines], self.begin)

    def with_helper(self) -> Planted:
        """The program with its sink in a function of its own."""
        last = self.lines[-1].replace("print(", "tell(")
        helper = ["def tell(value):", "    print(value)"]
        return Planted([*helper, *self.lines[:-1], last], self.begin + len(helper))


def _planted(steps: list[tuple[str, ...]]) -> Planted:
    body = ["step_0 = user.email"]
    for number, step in enumerate(steps):
        if any("nonlocal" in line for line in step):
            body.append(f"step_{number + 1} = ''")
        body += [line.format(old=f"step_{number}", new=f"step_{number + 1}") for line in step]
    body.append(f"print(step_{len(steps)})")
    head = [*_HELPERS, "def run(user, flag, many):"]
    return Planted([*head, *(f"    {line}" for line in body)], len(head))


def programs() -> st.SearchStrategy[Planted]:
    """Programs of up to six steps."""
    return st.lists(st.sampled_from(_STEPS), min_size=1, max_size=6).map(_planted)


def every_step() -> list[Planted]:
    """Each step in a program of its own."""
    return [_planted([step]) for step in _STEPS]
