"""What is known of a library's exceptions: the schema of `failure` entries."""

from __future__ import annotations

from purposelint.domain.catalog import Rule


class Failure(Rule, frozen=True, kw_only=True):
    """A call whose exception repeats what the call was given.

    `call` as in a sink. The exception `raises[0]`, below the others in `raises`, shows the `arguments`;
    `parameters` is the order of positional parameters where it differs. `unhandled` says that the call runs
    the functions of the program that nobody calls: what leaves them leaves the call too, but for what
    handlers told by the entries `inside`, by id, take first, and the classes that the framework `handles`.
    Without a `call` the entry says no more than what is above an exception that the program itself raises
    or handles.
    """

    id: str
    call: tuple[str, ...] = ()
    arguments: tuple[str, ...] = ()
    parameters: tuple[str, ...] = ()
    receivers: tuple[str, ...] = ()
    raises: tuple[str, ...] = ()
    unhandled: bool = False
    inside: tuple[str, ...] = ()
    handles: tuple[str, ...] = ()
    hits: tuple[str, ...] = ()
    misses: tuple[str, ...] = ()
