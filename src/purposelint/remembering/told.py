"""Findings that the last run over the project told of: what a run over a few files finds besides is new."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from purposelint import host
from purposelint.domain.settings import Settings
from purposelint.domain.verdict import Finding

_KIND = "told"
_ENCODER = msgspec.msgpack.Encoder()
_DECODER = msgspec.msgpack.Decoder(frozenset[str])


def told_before(settings: Settings) -> frozenset[str] | None:
    """Fingerprints of all findings of the last run over the project, None where none is remembered."""
    data = host.recall(settings.root, _KIND, _key()) if settings.cache else None
    try:
        return None if data is None else _DECODER.decode(data)
    except (msgspec.MsgspecError, UnicodeDecodeError):
        return None


def remember_told(settings: Settings, findings: Iterable[Finding]) -> None:
    """Keep the fingerprints of a run over the project."""
    if settings.cache and settings.covers_project:
        told = sorted(one.fingerprint for one in findings)
        if told_before(settings) != frozenset(told):
            host.keep(settings.root, _KIND, _key(), _ENCODER.encode(told))


def _key() -> str:
    """Whatever is made of the fingerprints must mean the same now."""
    return host.digest(("judge",), ())
