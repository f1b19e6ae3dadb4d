"""Which names a set-up takes out of what it collects: those of its entry, and those that code lists."""

from __future__ import annotations

from collections.abc import Iterator

from purposelint.domain.chains import stated_text
from purposelint.domain.expressions import Attr, Expr, Name
from purposelint.domain.mentions import parts_of
from purposelint.domain.program import FunctionInfo
from purposelint.domain.relays import Relay
from purposelint.flow.lookup.definitions import Definitions

_DEEPEST = 3
"""Names by way of which a list is followed: `DENYLIST = DEFAULTS + OWN`."""


def scrubbed(
    definitions: Definitions, info: FunctionInfo, entry: Relay, stated: Expr | None
) -> tuple[str, ...]:
    """The names in small letters; `stated` is the argument that lists more of them, if there is one."""
    own = _texts(definitions, info, stated, 0) if stated is not None else ()
    return tuple(sorted({each.lower() for each in (*entry.scrubs, *own)}))


def _texts(definitions: Definitions, info: FunctionInfo, expr: Expr, depth: int) -> Iterator[str]:
    """All texts in an expression, and in what the names in it were bound to."""
    for node in parts_of(expr):
        text = stated_text(node) if isinstance(node, Expr) else ""
        if text:
            yield text
        elif isinstance(node, Name | Attr) and depth < _DEEPEST:
            for each in definitions.of(info, node):
                yield from _texts(definitions, each.info, each.expr, depth + 1)
