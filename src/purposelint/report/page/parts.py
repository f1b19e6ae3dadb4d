"""The parts that code falls into: folders, the large ones split further."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

_MOST = 10
"""Parts beyond which no folder is split any more."""

_HALF = 2
"""A folder with no more than one in so many of all uses is small enough."""


def parts_of(paths: Sequence[str]) -> Mapping[str, str]:
    """The part of each path, which stands there once for each use: a folder, or the file itself."""
    amounts = Counter(paths)
    part = dict.fromkeys(amounts, "")
    while True:
        sizes: Counter[str] = Counter()
        for path, amount in amounts.items():
            sizes[part[path]] += amount
        large = [name for name in sizes if sizes[name] * _HALF > len(paths) and name not in amounts]
        for name in sorted(large, key=lambda name: (-sizes[name], name)):
            finer = {path: _below(name, path) for path in part if part[path] == name}
            if len(sizes) - 1 + len(set(finer.values())) <= _MOST or len(sizes) == 1:
                part.update(finer)
                break
        else:
            return part


def _below(folder: str, path: str) -> str:
    """The folder or file of a path right below a folder above it."""
    depth = folder.count("/") + 1 if folder else 0
    return "/".join(path.split("/")[: depth + 1])
