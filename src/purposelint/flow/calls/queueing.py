"""What a task is handed by a call that does not run it: the queue keeps it for a worker, by entry."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from purposelint.domain.expressions import Call
from purposelint.domain.frameworks import Handler
from purposelint.flow.lookup.known import KnownSink
from purposelint.flow.methods import sinks
from purposelint.flow.objects.arguments import Argument
from purposelint.flow.state.frame import Frame

if TYPE_CHECKING:
    from purposelint.flow.calls.callee import Callee

_PACKED = ("args", "kwargs")


def keep(frame: Frame, call: Call, callee: Callee, arguments: Sequence[Argument]) -> None:
    """Remember what reaches the queue of a task that is called by one of its other names, or by its own."""
    knowledge = frame.engine.knowledge
    if not knowledge.kept:
        return
    for task in callee.tasks:
        entry = frame.engine.handler_calling(task.function, task.name)
        for known in _queue(knowledge.kept, entry, task.name):
            packed = entry is not None and task.name in entry.packed
            sinks.record(frame, known, call, _in_packets(arguments) if packed else arguments, None)
    for symbol, _ in callee.functions:
        for entry, _ in frame.engine.handlers(symbol) if symbol in frame.engine.program.functions else ():
            for known in _queue(knowledge.kept, entry, "") if entry.called else ():
                sinks.record(frame, known, call, arguments, None)


def _queue(kept: dict[str, KnownSink], entry: Handler | None, name: str) -> Iterator[KnownSink]:
    if entry is not None and entry.kept in kept and name not in entry.at_once:
        yield kept[entry.kept]


def _in_packets(arguments: Sequence[Argument]) -> list[Argument]:
    """Of a call that takes them as `args` and `kwargs`, what the task is handed."""
    return [
        argument
        for number, argument in enumerate(arguments)
        if argument.name in _PACKED or (argument.name is None and number < len(_PACKED))
    ]
