"""Verdicts of runs: where nothing has changed that one was made from, it is taken as it stands."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property

import msgspec

from purposelint import host
from purposelint._version import __version__
from purposelint.domain.catalog import Catalog
from purposelint.domain.facts import Unreadable
from purposelint.domain.policy import Policy
from purposelint.domain.settings import Settings
from purposelint.domain.verdict import Verdict
from purposelint.remembering.about import run_info
from purposelint.remembering.recalling import recalled
from purposelint.remembering.told import as_bytes, told_before

_KIND = "verdict"
_EVERYTHING = (".",)
_ENCODER = msgspec.msgpack.Encoder()
_DECODER = msgspec.msgpack.Decoder(Verdict)


class KeptVerdict:
    """The verdict of one run, as far as it is kept.

    It stands for code, knowledge, policy, configuration, the day, and every file by its content. Nothing
    is kept without `settings.cache`, of a run in which a file could not be read, or of one that failed.
    """

    def __init__(self, settings: Settings, catalog: Catalog, policy: Policy) -> None:
        """Nothing is read yet."""
        self._settings = settings
        self._catalog = catalog
        self._policy = policy
        self._tests = 0
        self._looked: host.Looked | None = None

    def recall(self) -> Verdict | None:
        """The verdict that was kept, with the commit as it is now."""
        found = recalled(self._settings.root, _KIND, self._key, _DECODER) if self._key else None
        if found is None:
            return None
        files = msgspec.structs.replace(found.files, tests=self._tests)
        return replace(found, run=run_info(self._settings, self._catalog, self._policy), files=files)

    def keep(self, verdict: Verdict) -> None:
        """Keep a verdict, but for what is the same in all, unless a file was changed while it was made."""
        if self._key and not verdict.problems and not verdict.faults and self._made() == self._key:
            host.keep(self._settings.root, _KIND, self._key, _ENCODER.encode(replace(verdict, codes=())))

    @property
    def contents(self) -> dict[str, bytes]:
        """What stood for the content of each file that could be read when the verdict was first asked for."""
        return {
            path: seen.content for path, seen in (self._looked or {}).items() if isinstance(seen, host.Seen)
        }

    @cached_property
    def _key(self) -> str:
        return self._made()

    def _made(self) -> str:
        """What stands for all that the verdict is made from; '' where that cannot be told."""
        settings = self._settings
        if not settings.cache or not all(path.is_relative_to(settings.root) for path in settings.paths):
            return ""
        discovery = host.discover(settings)
        self._tests = discovery.outside.test_files(settings.root)
        looked = host.look(discovery, settings)
        self._looked = looked if self._looked is None else self._looked
        if discovery.unreadable or any(isinstance(seen, Unreadable) for seen in looked.values()):
            return ""
        contents = [
            part
            for path, seen in looked.items()
            if not isinstance(seen, Unreadable)
            for part in (path.encode(), seen.content)
        ]
        return host.digest(_EVERYTHING, [*self._asked(), *contents])

    def _asked(self) -> Iterator[bytes]:
        """Everything but the files: code is counted besides."""
        settings = self._settings
        today = dt.datetime.now(tz=dt.timezone.utc).date()
        told = told_before(settings, self._policy) if settings.names_part else None
        yield from (__version__.encode(), str(sys.version_info[:2]).encode(), today.isoformat().encode())
        yield from (self._catalog.digest.encode(), self._policy.digest.encode())
        stated = {settings.configuration_path, *(each.path for each in settings.declarations())} - {""}
        for path in sorted(stated):  # reports quote their lines
            source = host.read(settings.root, path)
            yield path.encode()
            yield b"" if isinstance(source, Unreadable) else source.data
        yield _ENCODER.encode(
            (
                settings.root.name,
                sorted(path.relative_to(settings.root).as_posix() for path in settings.paths),
                settings.configuration,
                settings.configuration_path,
                settings.declarations(),
                settings.force_exclude,
                as_bytes(told),
            )
        )
