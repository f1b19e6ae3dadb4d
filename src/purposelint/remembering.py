"""Flows of a program that was traced before: what nothing has changed about is not followed again.

The policy has no part in them, nor has what is declared: whoever writes either waits for the judge alone.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping

import msgspec

from purposelint import host
from purposelint.domain.catalog import Catalog
from purposelint.domain.facts import FileFacts
from purposelint.domain.flows import Flows
from purposelint.domain.program import Program
from purposelint.domain.settings import Settings
from purposelint.domain.sightings import Sightings
from purposelint.flow import trace

_KIND = "flows"
_ROOMS = ("domain", "extract", "link", "frameworks", "classify", "flow")
"""Folders of the package that decide which flows there are."""

_ENCODER = msgspec.msgpack.Encoder()
_DECODER = msgspec.msgpack.Decoder(Flows)


def key_of(facts: Iterable[FileFacts], contents: Mapping[str, bytes], catalog: Catalog) -> str:
    """What stands for everything that flows are made from: code, knowledge, and every file by its content."""
    files = (part for one in facts for part in (one.path.encode(), contents[one.path]))
    return host.digest(_ROOMS, (str(sys.version_info[:2]).encode(), catalog.digest.encode(), *files))


def flows_of(settings: Settings, key: str, program: Program, sightings: Sightings, catalog: Catalog) -> Flows:
    """The flows kept under a key, else those of a new analysis; one that failed somewhere is not kept."""
    known = _recalled(settings, key) if settings.cache else None
    if known is not None:
        return known
    found = trace(program, sightings, catalog)
    if settings.cache and not found.faults:
        host.keep(settings.root, _KIND, key, _ENCODER.encode(found))
    return found


def _recalled(settings: Settings, key: str) -> Flows | None:
    data = host.recall(settings.root, _KIND, key)
    try:
        return None if data is None else _DECODER.decode(data)
    except (msgspec.MsgspecError, UnicodeDecodeError):
        return None
