"""Lines of ancestors: C3 where it works, depth first where a hierarchy is broken."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence

_LONGEST = 200
"""Ancestors kept for one class; generated towers of classes would otherwise cost their square."""


def lineages(parents: Mapping[str, Sequence[str]]) -> dict[str, tuple[str, ...]]:
    """MRO of every class of `parents`, itself first; a name that is no key has no ancestors.

    Where C3 finds no order, or bases form a cycle, ancestors come depth first, each once.
    """
    done: dict[str, tuple[str, ...]] = {}
    for start in parents:
        open_: set[str] = set()
        pending = [start]
        while pending:
            name = pending[-1]
            open_.add(name)
            bases = () if name in done else parents.get(name, ())
            missing = [base for base in bases if base in parents and base not in done and base not in open_]
            if missing:
                pending.extend(missing)
                continue
            pending.pop()
            if name not in done:
                done[name] = _line(name, parents, done)[:_LONGEST]
    return done


def _line(
    name: str, parents: Mapping[str, Sequence[str]], done: Mapping[str, tuple[str, ...]]
) -> tuple[str, ...]:
    bases = list(dict.fromkeys(parents[name]))
    if len(bases) < 2 and all(base in done or base not in parents for base in bases):
        above = done.get(bases[0], (bases[0],)) if bases else ()
        return (name, *above) if name not in above else _depth_first(name, parents)
    if all(base in done or base not in parents for base in bases):
        merged = _merge([*(list(done.get(base, (base,))) for base in bases), list(bases)])
        if merged is not None and name not in merged:
            return (name, *merged)
    return _depth_first(name, parents)


def _merge(sequences: list[list[str]]) -> list[str] | None:
    """C3: repeatedly take the first head that is in no tail; None where there is none."""
    in_tails = Counter(name for sequence in sequences for name in sequence[1:])
    rests = [list(reversed(sequence)) for sequence in sequences if sequence]
    result: list[str] = []
    while rests:
        head = next((rest[-1] for rest in rests if not in_tails[rest[-1]]), None)
        if head is None:
            return None
        result.append(head)
        for rest in rests:
            if rest[-1] == head:
                rest.pop()
                if rest:
                    in_tails[rest[-1]] -= 1
        rests = [rest for rest in rests if rest]
    return result


def _depth_first(name: str, parents: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    seen: dict[str, None] = {}
    pending = [name]
    while pending and len(seen) < _LONGEST:
        each = pending.pop()
        if each not in seen:
            seen[each] = None
            pending.extend(reversed(parents.get(each, ())))
    return tuple(seen)


def below(lines: Mapping[str, Sequence[str]], is_class: Callable[[str], bool]) -> dict[str, tuple[str, ...]]:
    """For each name of any lineage, the classes that have it above them, in order of `lines`."""
    found: dict[str, list[str]] = {}
    for name, line in lines.items():
        if is_class(name):
            for ancestor in line[1:]:
                found.setdefault(ancestor, []).append(name)
    return {name: tuple(found[name]) for name in sorted(found)}
