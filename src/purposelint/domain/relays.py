"""What a service sets up once, after which records that it logs leave for somebody else as well."""

from __future__ import annotations

from collections.abc import Mapping

from purposelint.domain.catalog import Activity, Confidence, Rule

LEVELS: Mapping[str, int] = {
    "trace": 5,
    "debug": 10,
    "info": 20,
    "success": 25,
    "warning": 30,
    "warn": 30,
    "error": 40,
    "exception": 40,
    "critical": 50,
    "fatal": 50,
}
"""Levels by name, and by the method that logs at one, as `logging` counts them (loguru's in between)."""


class Relay(Rule, frozen=True, kw_only=True):
    """A call that, once made anywhere, hands on what certain sinks are given.

    `call`: canonical names of what sets it up, or of a log handler's class that a logging configuration
    names under `class`. `takes` are ids of sinks, in which `*` stands for any part. Of log sinks only
    calls of the `level`, a number as in `logging`, and above are handed on; 0 is all, also those of unknown
    level. `given` names the parameter that states another level, `tuned_by` other calls that do by
    theirs, the parameter `tuned` of `tuned_parameters`, their positional ones; None there says that nothing
    is handed on. `loosened_by` are calls by which loggers let more through: where the level is not stated
    otherwise, the lowest of theirs holds. `parameters` is the order of the set-up's own. `when` maps
    parameters to constants that must be stated (`*`: anything), `unless_is` to those with which nothing is
    handed on; `a.b` is the key `b` of a dict that is stated as `a`. `hook` names the parameter whose
    function may take data out before it leaves: by rewriting one of the parts `carries` of what it gets.
    With `frames`, what leaves is not what the sinks are given but the local variables of the functions in
    which they hand on an exception, without those whose name is one of `scrubs` (`*` for any part, case does
    not count), or one of the texts that the parameter `scrubber` states. `confidence` is that of the entry,
    low where only a default of the library says so; stated as in `confirmed_by`, it is certain,
    whatever `unless_is` says of that parameter.
    """

    id: str
    call: tuple[str, ...]
    takes: tuple[str, ...]
    level: int = 0
    parameters: tuple[str, ...] = ()
    given: str = ""
    tuned_by: tuple[str, ...] = ()
    tuned: str = ""
    loosened_by: tuple[str, ...] = ()
    tuned_parameters: tuple[str, ...] = ()
    when: Mapping[str, tuple[str, ...]] = {}
    unless_is: Mapping[str, tuple[str, ...]] = {}
    hook: str = ""
    carries: tuple[str, ...] = ()
    frames: bool = False
    scrubs: tuple[str, ...] = ()
    scrubber: str = ""
    confidence: Confidence = "high"
    confirmed_by: Mapping[str, tuple[str, ...]] = {}
    activity: Activity = "share"
    vendor: str = ""
    hits: tuple[str, ...] = ()
    misses: tuple[str, ...] = ()
