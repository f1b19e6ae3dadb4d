"""Hosts that libraries list, and whose they are."""

from __future__ import annotations

from collections.abc import Iterator

from purposelint.domain.library import Library


class VendorHosts:
    """Vendors by host, of the libraries that were added."""

    def __init__(self) -> None:
        """Know no host yet."""
        self._hosts: dict[str, str] = {}

    def add(self, library: Library) -> None:
        """Take in the hosts of a library; the first that lists one has it."""
        for host in library.hosts:
            self._hosts.setdefault(host.lower().removeprefix("*."), library.vendor or library.name)

    def vendor_of(self, host: str) -> str:
        """Vendor whose host, or a parent domain of it, is listed; '' otherwise."""
        return next((self._hosts[part] for part in _domains(host) if self._hosts.get(part)), "")


def _domains(host: str) -> Iterator[str]:
    while host:
        yield host
        host = host.partition(".")[2]
