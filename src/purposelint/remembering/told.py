"""Findings that the last run over the project told of: what a run over a few files finds besides is new."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import msgspec

from purposelint import host
from purposelint.domain.facts import Unreadable
from purposelint.domain.policy import Policy
from purposelint.domain.settings import Settings
from purposelint.domain.verdict import Finding
from purposelint.judge.within import Before, kind_of
from purposelint.remembering.recalling import recalled

_KIND = "told"


class Told(msgspec.Struct, frozen=True):
    """Fingerprints and kinds of what a run found, and what stands for the text of every file it read."""

    findings: frozenset[str]
    files: Mapping[str, bytes]


_ENCODER = msgspec.msgpack.Encoder(order="deterministic")
_DECODER = msgspec.msgpack.Decoder(Told)


def told_before(settings: Settings, policy: Policy) -> Told | None:
    """What the last run over the project found, asked the same; None without."""
    return recalled(settings.root, _KIND, _key(settings, policy), _DECODER) if settings.cache else None


def before(settings: Settings, policy: Policy) -> Before | None:
    """What the last run over the project told, and which files differ from what it saw; None without."""
    told = told_before(settings, policy)
    if told is None:
        return None
    files = told.files
    return Before(told.findings, lambda path: path not in files or _text(settings, path) != files[path])


def remember_told(
    settings: Settings, policy: Policy, findings: Iterable[Finding], contents: Mapping[str, bytes]
) -> None:
    """Keep what a run over the project found, and the hash of each file's content when it began."""
    if settings.cache and settings.covers_project and not settings.unsaved:
        texts = frozenset(text for one in findings for text in (one.fingerprint, kind_of(one)))
        told = Told(texts, contents)
        if told_before(settings, policy) != told:
            host.keep(settings.root, _KIND, _key(settings, policy), _ENCODER.encode(told))


def as_bytes(told: Told | None) -> bytes:
    """What was told as a part of a key; b'' for nothing."""
    return b"" if told is None else _ENCODER.encode(told)


def _text(settings: Settings, path: str) -> bytes:
    """What stands for a file's text as this run sees it; b'' where it cannot be read."""
    unsaved = next((one.data for one in settings.unsaved if one.path == path), None)
    if unsaved is not None:
        return host.content_hash(unsaved)
    source = host.read(settings.root, path, settings.configuration.limits.file_bytes)
    return b"" if isinstance(source, Unreadable) else host.content_hash(source.data)


def _key(settings: Settings, policy: Policy) -> str:
    """What fingerprints are made of must mean the same now, and what was asked must leave none out."""
    return host.digest(("judge",), (_ENCODER.encode(settings.configuration), policy.digest.encode()))
