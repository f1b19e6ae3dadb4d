"""Which argument of a call carries what reaches a sink inside the callee."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import msgspec

from purposelint.domain.expressions import Arg
from purposelint.domain.flows import SinkPoint
from purposelint.flow.objects.arguments import Argument, Binding, shares
from purposelint.flow.state.frame import Frame
from purposelint.flow.state.summary import Deferred, Summary, Tree
from purposelint.flow.state.values import SYMBOL_MASK, Path, Sym, Value, bits

_DEEPEST_PART = 3


def carriers(frame: Frame, binding: Binding, path: Path, flat: Value) -> Iterator[tuple[Arg | None, Value]]:
    """The argument behind a path of the callee with its labels; several where `**kwargs` collected them."""
    first = binding.carriers.get(path[0])
    if not binding.parts:
        yield first, flat
        return
    parts = {key: part for (port, key), part in binding.parts.items() if port == path[0]}
    chosen = parts.get(path[1]) if len(path) > 1 else None
    if chosen is not None or len(parts) < 2:
        yield (chosen.arg if chosen else first), flat
        return
    yield from shares(frame, parts.values(), first, flat)


def addressed(frame: Frame, sink: SinkPoint, binding: Binding) -> SinkPoint:
    """A callee's sink to whose address this call hands the beginning: who receives, as far as it says."""
    arg, value = binding.carriers.get(sink.asks), binding.values.get(sink.asks)
    stated = frame.engine.addresses
    host = stated.host_in(value.text) if value is not None else ""
    if not host and arg is not None:
        host = stated.host(frame.info, arg.value, (arg.at, arg.to))
    if not host:
        asks = stated.parameter(frame.info, arg.value) if arg is not None else -1
        return msgspec.structs.replace(sink, asks=asks)
    return msgspec.structs.replace(
        sink, host=host, vendor=frame.engine.knowledge.vendor_of_host(host), asks=-1
    )


def handed_on(
    summary: Summary, binding: Binding, call: Deferred, evaluate: Callable[[Tree], Value]
) -> list[Argument]:
    """Arguments of a call that a callee left to this one, each with what brings it here."""
    return [
        Argument(name, evaluate(tree), star, None, *_brought(summary, binding, tree))
        for name, star, tree in call.arguments
    ]


def _brought(summary: Summary, binding: Binding, tree: Tree) -> tuple[Arg | None, tuple[Argument, ...]]:
    """The argument that brings what a callee's value was made of, None where nothing was handed in.

    With it all that `**kwargs` collected, where the value was made of the whole of that.
    """
    for part in _parts(tree, _DEEPEST_PART):
        paths = [ref.path for ref in part.refs if type(ref) is Sym]
        paths += [summary.symbols[index].path for index in bits((part.exact | part.vague) & SYMBOL_MASK)]
        for path in paths:
            collected = binding.parts.get((path[0], path[1])) if len(path) > 1 else None
            if collected is not None:
                return collected.arg, ()
            found = binding.carriers.get(path[0])
            if found is not None:
                return found, tuple(one for (port, _), one in binding.parts.items() if port == path[0])
    return None, ()


def _parts(tree: Tree, depth: int) -> Iterator[Tree]:
    """A value and what the objects in it hold."""
    yield tree
    for made in tree.objects if depth else ():
        for _, held in made.fields:
            yield from _parts(held, depth - 1)
