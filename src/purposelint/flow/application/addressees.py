"""Parameters that say who gets a message: `to` of `send_sms` is a number, `to` of `send_email` an address."""

from __future__ import annotations

from purposelint.domain.facts import Param
from purposelint.domain.words import words
from purposelint.flow.state.frame import Frame


def mask(frame: Frame, param: Param) -> int:
    """What a parameter for whoever gets a message holds, by the channel that its function or class names."""
    vocabulary = frame.engine.knowledge.vocabulary
    if param.name not in vocabulary.addressees:
        return 0
    called = frame.info.facts.name
    said = words(called)
    if frame.info.owner and not frozenset(said).isdisjoint(vocabulary.deliveries):
        said = (*said, *words(frame.info.owner.rpartition(".")[2]))
    reached = next((vocabulary.channels[word] for word in said if word in vocabulary.channels), "")
    return frame.name_labels("parameter", "", reached, computed=True) if reached else 0
