"""The flow map: elements to parts of the code to recipients, as a Sankey diagram in inline SVG.

It is laid out here: what draws such diagrams for Python brings a plotting library or a script that fetches
and computes in the reader's browser, and three columns with a fixed order need neither.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from purposelint.domain.verdict import Verdict
from purposelint.report.escaping import shorten
from purposelint.report.page.entries import Entries, Entry
from purposelint.report.page.parts import parts_of
from purposelint.report.page.words import OPEN, SELF, counted, party_of, recipient_title, title_of

_COLUMNS = (285, 525, 745)
_NODE = 12
_GAP = 12
_TALLEST = 620
_LEAST = 5.0
_ROW = 17.0
"""Height that a label needs."""

_MOST = (18, 12, 12)
"""Nodes of a column; what is smaller than these is put together."""

_OTHERS = " others"
"""Ends the name of nodes that were put together, which stand last."""

_LABEL = (35, 27, 38)


class Node(NamedTuple):
    """A node as drawn; `x`, `y` and `height` in the units of the picture."""

    name: str
    label: str
    x: float
    y: float
    height: float
    amount: int
    side: str


class Ribbon(NamedTuple):
    """A band between two nodes: its outline, whether it has open findings, and what a reader is told."""

    path: str
    is_open: bool
    told: str


class River(NamedTuple):
    """The picture: its height, nodes and ribbons, and the headings of its columns."""

    height: int
    nodes: tuple[Node, ...]
    ribbons: tuple[Ribbon, ...]
    heads: tuple[tuple[int, str], ...]
    folded: tuple[str, ...]


class _Drop(NamedTuple):
    """One use on its way: the names of its three nodes, and whether it is an open finding."""

    names: tuple[str, str, str]
    is_open: bool


def river_of(verdict: Verdict, entries: Entries) -> River:
    """The map of all uses; without nodes where there are none."""
    found = entries.uses()
    part_of = parts_of([one.finding.place.path for one in found])
    drops = [_drop(one, part_of, verdict) for one in found]
    titles = {drop.names[0]: title_of(drop.names[0], verdict.dossier) for drop in drops}
    folded: list[str] = []
    for column, most in enumerate(_MOST):
        drops = _folded(drops, column, most, folded, titles if column == 0 else {})
    return _drawn(drops, tuple(folded), titles) if drops else River(0, (), (), (), ())


def _drop(entry: Entry, part_of: Mapping[str, str], verdict: Verdict) -> _Drop:
    one = entry.finding
    party = party_of(one)
    if party.name:
        known = recipient_title(party.recipient, verdict.dossier)
        end = party.name if party.recipient == SELF else f"{party.name} ({known})"
    elif one.activity == "share":
        end = recipient_title(party.recipient, verdict.dossier)
    else:
        end = "Logs" if one.activity == "log" else "Own storage"
    return _Drop((one.element or "", part_of[one.place.path], end), entry.state in OPEN)


def _folded(
    drops: list[_Drop], column: int, most: int, folded: list[str], titles: Mapping[str, str]
) -> list[_Drop]:
    """The same, with the smallest nodes of a column put together where there are too many."""
    amounts = Counter(drop.names[column] for drop in drops)
    if len(amounts) <= most:
        return drops
    ranked = sorted(amounts, key=lambda name: (-amounts[name], name))
    small = set(ranked[most - 1 :])
    name = f"{len(small)}{_OTHERS}"
    folded.append(f"{name}: {', '.join(titles.get(one, one) for one in sorted(small))}")
    return [_renamed(drop, column, name) if drop.names[column] in small else drop for drop in drops]


def _renamed(drop: _Drop, column: int, name: str) -> _Drop:
    first, second, third = (name if at == column else one for at, one in enumerate(drop.names))
    return _Drop((first, second, third), drop.is_open)


def _drawn(drops: list[_Drop], folded: tuple[str, ...], titles: Mapping[str, str]) -> River:
    orders = _orders(drops)
    height = max(_needed(order) for order in orders)
    scale = min((height - _GAP * (len(order) - 1)) / len(drops) for order in orders)
    nodes: dict[tuple[int, str], Node] = {}
    lowest = 0.0
    for column, order in enumerate(orders):
        amounts = Counter(drop.names[column] for drop in drops)
        heights = [max(amounts[name] * scale, _LEAST) for name in order]
        slots = [max(tall, _ROW - _GAP + _LEAST) for tall in heights]
        y = 40 + max(0.0, (height - sum(slots) - _GAP * (len(order) - 1)) / 2)
        for name, tall, slot in zip(order, heights, slots, strict=True):
            title = titles.get(name, name) if column == 0 else name
            label = shorten(title, _LABEL[column])
            side = "end" if column == 0 else "start"
            at = (_COLUMNS[column], round(y, 1), round(tall, 1))
            nodes[column, name] = Node(title, label, *at, amounts[name], side)
            y += slot + _GAP
        lowest = max(lowest, y)
    ribbons = [ribbon for column in (0, 1) for ribbon in _ribbons(drops, column, orders, nodes)]
    heads = tuple(zip(_COLUMNS, ("Personal data", "Where in the code", "Who gets it"), strict=True))
    return River(int(lowest) + 10, tuple(nodes.values()), tuple(ribbons), heads, folded)


def _needed(order: Sequence[str]) -> float:
    return min(max(len(order) * (_ROW + _GAP), 240), _TALLEST)


def _orders(drops: list[_Drop]) -> list[list[str]]:
    """Names of each column, top to bottom: the first by group, the others by where their data comes from."""
    first = sorted({drop.names[0] for drop in drops}, key=lambda name: (name.endswith(_OTHERS), name))
    orders = [first]
    for column in (1, 2):
        before = {name: at for at, name in enumerate(orders[-1])}
        centre: dict[str, list[int]] = {}
        for drop in drops:
            centre.setdefault(drop.names[column], []).append(before[drop.names[column - 1]])
        orders.append(sorted(centre, key=lambda name: (sum(centre[name]) / len(centre[name]), name)))
    return orders


def _ribbons(
    drops: Iterable[_Drop], column: int, orders: list[list[str]], nodes: dict[tuple[int, str], Node]
) -> Iterable[Ribbon]:
    amounts: Counter[tuple[str, str, bool]] = Counter(
        (drop.names[column], drop.names[column + 1], drop.is_open) for drop in drops
    )
    left: Counter[str] = Counter()
    right: Counter[str] = Counter()
    rank = [{name: at for at, name in enumerate(order)} for order in orders]
    ordered = sorted(amounts, key=lambda key: (rank[column][key[0]], rank[column + 1][key[1]], not key[2]))
    tops = {}
    for key in ordered:
        tops[key] = left[key[0]]
        left[key[0]] += amounts[key]
    for key in sorted(amounts, key=lambda key: (rank[column + 1][key[1]], rank[column][key[0]], not key[2])):
        source, target, is_open = key
        begin, end = nodes[column, source], nodes[column + 1, target]
        path = _band(
            begin.x + _NODE,
            begin.y + begin.height * tops[key] / begin.amount,
            begin.height * amounts[key] / begin.amount,
            end.x,
            end.y + end.height * right[target] / end.amount,
            end.height * amounts[key] / end.amount,
        )
        right[target] += amounts[key]
        state = "with open findings" if is_open else "without open findings"
        yield Ribbon(path, is_open, f"{begin.name} to {end.name}: {counted(amounts[key], 'use')} {state}")


def _band(x: float, top: float, tall: float, to_x: float, to_top: float, to_tall: float) -> str:
    """The outline of a band from the right edge of one node to the left edge of another."""
    middle = (x + to_x) / 2
    return (
        f"M{x:.0f} {top:.1f}C{middle:.0f} {top:.1f} {middle:.0f} {to_top:.1f} {to_x:.0f} {to_top:.1f}"
        f"V{to_top + to_tall:.1f}C{middle:.0f} {to_top + to_tall:.1f} {middle:.0f} {top + tall:.1f}"
        f" {x:.0f} {top + tall:.1f}Z"
    )
