"""What a service is told from outside, and what its code says for want of that."""

from __future__ import annotations

from purposelint.domain.catalog import Rule


class Setting(Rule, frozen=True, kw_only=True):
    """A call that asks for a setting, or an object whose attributes are settings.

    The calls `call` (canonical names) give what their parameter `default` states where nothing else is
    set; `parameters` is the order of their positional ones. An attribute of an `attribute` is what a
    module of the project binds under its name. Only addresses are read so: whoever runs the service may
    set another value, so that no way through the program is decided by them.
    """

    id: str
    call: tuple[str, ...] = ()
    parameters: tuple[str, ...] = ()
    default: str = ""
    attribute: tuple[str, ...] = ()
    hits: tuple[str, ...] = ()
    misses: tuple[str, ...] = ()
