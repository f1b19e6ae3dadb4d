"""Findings that the last run over the project told of: what a run over a few files finds besides is new."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from purposelint import host
from purposelint.domain.policy import Policy
from purposelint.domain.settings import Settings
from purposelint.domain.verdict import Finding
from purposelint.judge.within import kind_of
from purposelint.remembering.recalling import recalled

_KIND = "told"
_ENCODER = msgspec.msgpack.Encoder()
_DECODER = msgspec.msgpack.Decoder(frozenset[str])


def told_before(settings: Settings, policy: Policy) -> frozenset[str] | None:
    """Fingerprints and kinds of what the last run over the project found, asked the same; None without."""
    return recalled(settings.root, _KIND, _key(settings, policy), _DECODER) if settings.cache else None


def remember_told(settings: Settings, policy: Policy, findings: Iterable[Finding]) -> None:
    """Keep the fingerprints and kinds of what a run over the project found."""
    if settings.cache and settings.covers_project and not settings.unsaved:
        told = sorted({text for one in findings for text in (one.fingerprint, kind_of(one))})
        if told_before(settings, policy) != frozenset(told):
            host.keep(settings.root, _KIND, _key(settings, policy), _ENCODER.encode(told))


def _key(settings: Settings, policy: Policy) -> str:
    """What fingerprints are made of must mean the same now, and what was asked must leave none out."""
    return host.digest(("judge",), (_ENCODER.encode(settings.configuration), policy.digest.encode()))
