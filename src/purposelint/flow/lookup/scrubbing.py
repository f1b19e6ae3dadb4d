"""Which names a set-up takes out of what it collects: those of its entry, and those that code lists."""

from __future__ import annotations

from collections.abc import Iterator

from purposelint.domain.chains import stated_text
from purposelint.domain.expressions import Attr, Expr, Name
from purposelint.domain.mentions import parts_of
from purposelint.domain.program import FunctionInfo
from purposelint.domain.relays import Relay
from purposelint.flow.lookup.definitions import Definitions


def scrubbed(
    definitions: Definitions, info: FunctionInfo, entry: Relay, stated: Expr | None
) -> tuple[str, ...]:
    """The names in small letters; `stated` is the argument that lists more of them, if there is one."""
    own = _texts(definitions, info, stated) if stated is not None else ()
    return tuple(sorted({each.lower() for each in (*entry.scrubs, *own)}))


def _texts(definitions: Definitions, info: FunctionInfo, stated: Expr) -> Iterator[str]:
    """All texts in an expression, and in what the names in it were bound to: `DENYLIST = DEFAULTS + OWN`."""
    waiting, read = [(info, stated)], {id(stated)}
    while waiting:
        scope, expr = waiting.pop()
        for node in parts_of(expr):
            text = stated_text(node) if isinstance(node, Expr) else ""
            if text:
                yield text
            for each in definitions.of(scope, node) if (type(node) is Name or type(node) is Attr) else ():
                if id(each.expr) not in read:
                    read.add(id(each.expr))
                    waiting.append((each.info, each.expr))
