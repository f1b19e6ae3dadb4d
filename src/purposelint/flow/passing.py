"""Unknown calls of data that only callers hand in: each function is analysed once more, for the report.

A check asks for no such thing, so that summaries need not tell of it. All that functions give, change and
leave is known when this begins, and nothing that was found before changes by it.
"""

from __future__ import annotations

from purposelint.domain.flows import Handover
from purposelint.flow.engine import Engine
from purposelint.flow.fixpoint import Result, analyse
from purposelint.flow.objects.handovers import Awaiting

_DEEPEST = 12
"""Functions begun one within the other because each asked what the next one leaves to it."""


def handed_through(engine: Engine, result: Result) -> tuple[Handover, ...]:
    """What comes to unknown calls by way of parameters, what came there anyhow among it."""
    once_more = _OnceMore(engine)
    engine.handovers.below = once_more.below
    for key in result.reports:
        once_more.below(key)
    return engine.handovers.all()


class _OnceMore:
    """Analyses that are done, callees first, and those under way."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._done: set[str] = set()
        self._begun: set[str] = set()

    def below(self, key: str) -> Awaiting:
        """Unknown calls that an analysis leaves to its callers; of a recursion what is known so far."""
        is_due = key not in self._done and key not in self._begun and len(self._begun) <= _DEEPEST
        if is_due and key in self._engine.summaries:
            self._begun.add(key)
            try:
                analyse(self._engine, key)
            except RecursionError:
                pass  # what it leaves to others stays unknown, as it is where it was given up
            except Exception:  # noqa: BLE001, S110 - it was analysed before, and what failed then is told
                pass
            self._begun.discard(key)
            self._done.add(key)
        return self._engine.handovers.awaiting.get(key, {})
