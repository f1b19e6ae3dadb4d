"""Calls at which an activity happens, whatever comes to them: for those who ask what a line does."""

from __future__ import annotations

from purposelint.domain.flows import SinkCall, SinkPoint


class SinkCalls:
    """Every call that an entry describes as a sink, each once."""

    def __init__(self) -> None:
        """Begin with none."""
        self._noted: set[SinkCall] = set()

    def note(self, point: SinkPoint) -> None:
        """Remember a call, with or without data."""
        self._noted.add(SinkCall(point.place, point.call, point.id, point.activity, point.vendor))

    def all(self) -> tuple[SinkCall, ...]:
        """All of them, in order of place."""
        return tuple(sorted(self._noted))
