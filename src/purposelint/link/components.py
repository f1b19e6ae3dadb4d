"""Strongly connected components of the call graph: the order in which functions are analysed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence


def strongly_connected(edges: Mapping[str, Sequence[str]]) -> tuple[tuple[str, ...], ...]:
    """Components of a graph, each before those that point to it; members in order of `edges`.

    Every target must be a key. Tarjan's algorithm on a stack of its own, so that depth costs no recursion.
    """
    number: dict[str, int] = {}
    lowest: dict[str, int] = {}
    waiting: dict[str, None] = {}
    rank = {name: index for index, name in enumerate(edges)}
    components: list[tuple[str, ...]] = []
    for start in edges:
        if start in number:
            continue
        number[start] = lowest[start] = len(number)
        waiting[start] = None
        path = [(start, iter(edges[start]))]
        while path:
            name, targets = path[-1]
            target = next(targets, None)
            if target is None:
                path.pop()
                if path:
                    above = path[-1][0]
                    lowest[above] = min(lowest[above], lowest[name])
                if lowest[name] == number[name]:
                    components.append(_take(name, waiting, rank))
            elif target not in number:
                number[target] = lowest[target] = len(number)
                waiting[target] = None
                path.append((target, iter(edges[target])))
            elif target in waiting:
                lowest[name] = min(lowest[name], number[target])
    return tuple(components)


def _take(root: str, waiting: dict[str, None], rank: Mapping[str, int]) -> tuple[str, ...]:
    """Remove the members of the component of `root` from the end of the waiting ones."""
    members: list[str] = []
    while True:
        name, _ = waiting.popitem()
        members.append(name)
        if name == root:
            return tuple(sorted(members, key=rank.__getitem__))
