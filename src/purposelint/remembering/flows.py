"""Flows of a program that was traced before: what nothing has changed about is not followed again.

The policy has no part in them, nor has what is declared: whoever writes either waits for the judge alone.
"""

from __future__ import annotations

import sys
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

import msgspec

from purposelint import host
from purposelint.domain.catalog import Catalog
from purposelint.domain.facts import FileFacts
from purposelint.domain.flows import Flows, Focus
from purposelint.domain.program import Program
from purposelint.domain.settings import Settings
from purposelint.domain.sightings import Sightings
from purposelint.flow import trace
from purposelint.remembering.known import focus_on, keep_known, known_to
from purposelint.remembering.recalling import recalled

_KIND = "flows"
_ASIDE = "aside"
_ROOMS = ("domain", "extract", "link", "frameworks", "classify", "flow")
"""Folders of the package that decide which flows there are."""

_ENCODER = msgspec.msgpack.Encoder()
_DECODER = msgspec.msgpack.Decoder(Flows)


def key_of(facts: Iterable[FileFacts], sightings: Sightings, catalog: Catalog) -> str:
    """What stands for all that flows are made from: our code, knowledge, sightings, and every file's code.

    Comments are no part of it, but for what they make of a sighting.
    """
    files = (part for one in facts for part in (one.path.encode(), one.code))
    return host.digest(_ROOMS, (*_ground(catalog), *_seen(sightings), *files))


def _seen(sightings: Sightings) -> Iterator[bytes]:
    """All that sightings are looked up by."""
    for table in (sightings.fields, sightings.mentions, sightings.neutral, sightings.marked):
        yield _ENCODER.encode(list(table.items()))
    yield _ENCODER.encode((sorted(sightings.known), list(sightings.stems.items())))


def _ground(catalog: Catalog) -> tuple[bytes, ...]:
    return (str(sys.version_info[:2]).encode(), catalog.digest.encode())


@dataclass(frozen=True, slots=True)
class Remembered:
    """Flows of one program, as far as they are kept; `key` is what stands for all that they are made from.

    Without `settings.cache` nothing is looked for and nothing is kept. With `unknown` they tell what comes to
    unknown calls through parameters, too. What is found `aside` serves nothing but the same question.
    """

    settings: Settings
    key: str
    program: Program
    sightings: Sightings
    catalog: Catalog
    unknown: bool = False
    aside: bool = False

    def flows(self, named: Collection[str] = ()) -> Flows:
        """The flows that are kept under the key, else those of a new analysis.

        With files named it is about these, once a run over the project has told what their functions may
        find where others leave it; without such a run it is about the project.
        """
        if not self.settings.cache:
            return self._traced()
        found = recalled(self.settings.root, self._kind, self.key, _DECODER)
        if found is not None and self.unknown and found.handed_through is None:
            found = None
        if found is None and named:
            found = self._focused(named)
        return found if found is not None else self._anew(whole=bool(named) or self.settings.covers_project)

    @property
    def _kind(self) -> str:
        return _ASIDE if self.aside else _KIND

    def _anew(self, *, whole: bool) -> Flows:
        """The flows of the program, kept unless the analysis failed somewhere."""
        found = self._traced()
        if not found.faults:
            root = self.settings.root
            host.keep(root, self._kind, self.key, _ENCODER.encode(found))
            if whole and not self.aside:
                keep_known(self.settings, self._ground_key(), self.program, found)
        return found

    def _traced(self, focus: Focus | None = None) -> Flows:
        return trace(self.program, self.sightings, self.catalog, focus, unknown=self.unknown)

    def _focused(self, named: Collection[str]) -> Flows | None:
        known = known_to(self.settings.root, self._ground_key())
        if known is None:
            return None
        focus = focus_on(self.settings, self.program, named, known)
        return None if focus is None else self._traced(focus)

    def _ground_key(self) -> str:
        return host.digest(_ROOMS, _ground(self.catalog))
