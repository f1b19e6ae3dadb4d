"""Whether a file could overwhelm a recursive parser: such files are parsed in a child process."""

from __future__ import annotations

_DEEPEST = 50
_LONGEST_LINE = 1000
_LONGEST_BRACKET = 1000
_MOST_BRANCHES = 500
_KEPT = b"()[]{}\n"
_DROPPED = bytes(set(range(256)) - set(_KEPT))


def is_calm(data: bytes) -> bool:
    """Whether no line, bracket or chain of branches is so long or deep that parsing it may crash or stall.

    Brackets are counted in text and comments too: it is only ever more cautious for that.
    """
    if data.count(b"elif") > _MOST_BRANCHES:
        return False
    if any(len(line) > _LONGEST_LINE for line in data.splitlines()):
        return False
    depth = 0
    lines = 0
    for byte in data.translate(None, _DROPPED):
        if byte == 10:
            lines = lines + 1 if depth else 0
        elif byte in b"([{":
            depth += 1
        else:
            depth = max(0, depth - 1)
        if depth > _DEEPEST or lines > _LONGEST_BRACKET:
            return False
    return True
