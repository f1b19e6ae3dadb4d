"""Long lists of elements, said shortly."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

EVERY = "every element"


def folded(elements: Iterable[str], known: Sequence[str]) -> list[str]:
    """Elements in order; a group of which all known ones are there is said as `group.*`."""
    there = set(elements)
    if known and there.issuperset(known):
        return [EVERY]
    groups: dict[str, set[str]] = {}
    for element in known:
        groups.setdefault(_group(element), set()).add(element)
    whole = {group for group, members in groups.items() if len(members) > 1 and members <= there}
    single = (element for element in there if _group(element) not in whole)
    return sorted([*(f"{group}.*" for group in whole), *single])


def _group(element: str) -> str:
    return element.partition(".")[0]
