"""Patterns of hosts that a policy and a configuration state: a host, or `*.` before a domain."""

from __future__ import annotations

import re
from ipaddress import ip_address
from urllib.parse import urlsplit

_LABEL = re.compile(r"[\w-]+")
_ADDRESS = re.compile(r"[/\\?#@]")
_PORT = re.compile(r"(?P<host>.*):[0-9]*")
_EXAMPLE = "api.example.com"


def host_mistake(word: str) -> str:
    """Why no host of an address is what a pattern says, and what to write; '' of a pattern as it should be.

    The host that code sends to is known without scheme, port and path, so a pattern with one meets nothing.
    """
    if not word.strip():
        return f'is blank: write a host, as in "{_EXAMPLE}", or leave it out'
    if not word.strip("*. "):
        return f'"{word}" would be every host: name them, or a domain, as in "*.example.com"'
    if _ADDRESS.search(word):
        return f'"{word}" is an address: {_write(_host_in(word))}'
    if _is_host(word):
        return ""
    if word.startswith("[") or _PORT.fullmatch(word):
        part = "brackets" if word.endswith("]") else "a port"
        return f'"{word}" has {part}: {_write(_host_in(f"//{word}"))}'
    if "*" in word.removeprefix("*."):
        return f'"{word}" has a star where none can stand: write "*." before a domain, as in "*.example.com"'
    return f'"{word}" is no host: {_write(word.strip(" ."))}'


def _write(host: str) -> str:
    """The advice, with the host itself where it is plain which one is meant."""
    return (
        f'write the host alone, "{host}"' if _is_host(host) else f'write the host alone, as in "{_EXAMPLE}"'
    )


def _host_in(address: str) -> str:
    try:
        return urlsplit(address if "//" in address else f"//{address}").hostname or ""
    except ValueError:
        return ""


def _is_host(word: str) -> bool:
    try:
        ip_address(word)
    except ValueError:
        return all(_LABEL.fullmatch(label) for label in word.removeprefix("*.").split("."))
    return True
