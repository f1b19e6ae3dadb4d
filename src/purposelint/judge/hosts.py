"""Hosts of addresses: which are the service's own, and which a policy's pattern means."""

from __future__ import annotations

from ipaddress import ip_address

_OWN_SUFFIXES = (".localhost", ".local", ".localdomain", ".internal", ".intranet", ".home.arpa", ".svc")
"""Names that nobody outside can have: RFC 6761, 6762 and 8375, ICANN's `.internal`, a cluster's services."""


def bare_host(host: str) -> str:
    """A host without port, brackets, case and final dot."""
    bare = host.strip().lower()
    if bare.startswith("["):
        return bare[1:].partition("]")[0]
    return (bare.partition(":")[0] if bare.count(":") == 1 else bare).rstrip(".")


def is_own(address: str) -> bool:
    """Whether only the service's own network has a host: this machine, a private address, a bare name.

    A name without a dot is one of a container or of a machine beside this one.
    """
    try:
        found = ip_address(address)
    except ValueError:
        return "." not in address or address.endswith(_OWN_SUFFIXES)
    return found.is_private or found.is_loopback or found.is_link_local


def is_on(address: str, pattern: str) -> bool:
    """Whether a host is the pattern, or under it for `*.suffix`."""
    pattern = pattern.lower()
    return address.endswith(pattern[1:]) if pattern.startswith("*.") else address == pattern
