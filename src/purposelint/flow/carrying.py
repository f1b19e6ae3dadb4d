"""Which argument of a call carries what reaches a sink inside the callee."""

from __future__ import annotations

from collections.abc import Iterator

from purposelint.domain.expressions import Arg
from purposelint.flow.arguments import Binding
from purposelint.flow.frame import Frame
from purposelint.flow.values import Path, Value, labelled


def carriers(frame: Frame, binding: Binding, path: Path, flat: Value) -> Iterator[tuple[Arg | None, Value]]:
    """The argument behind a path of the callee with its labels; several where `**kwargs` collected them."""
    first = binding.carriers.get(path[0])
    parts = {key: part for (port, key), part in binding.parts.items() if port == path[0]}
    chosen = parts.get(path[1]) if len(path) > 1 else None
    if chosen is not None or len(parts) < 2:
        yield (chosen.arg if chosen else first), flat
        return
    exact, vague = flat.exact, flat.vague
    for part in parts.values():
        held = frame.deep(part.value)
        whole = held.exact | held.vague
        if whole & (flat.exact | flat.vague):
            yield part.arg, labelled(flat.exact & whole, flat.vague & whole)
            exact, vague = exact & ~whole, vague & ~whole
    if exact or vague:
        yield first, labelled(exact, vague)
