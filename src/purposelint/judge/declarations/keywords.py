"""Keywords of markers that no marker has: `Personal(purposes=...)`, `@purpose("payment", recipient=...)`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from purposelint.domain.expressions import Call
from purposelint.domain.markers import NOT_PERSONAL, PERSONAL, last_name, texts
from purposelint.judge.codes import UNREADABLE_DECLARATION
from purposelint.judge.declarations.directives import WHAT, Defect
from purposelint.judge.declarations.words import nearest

_PURPOSE = "purpose"
_KNOWN: Mapping[str, tuple[str, ...]] = {
    _PURPOSE: ("elements", "to", "because"),
    PERSONAL: ("purpose", "to", "because"),
    NOT_PERSONAL: ("words",),
}
_POSITIONAL: Mapping[str, tuple[str, tuple[str, ...]]] = {
    _PURPOSE: ("purposes", ("purpose", "purposes", "name", "names")),
    PERSONAL: ("elements", ("element", "elements", "personal")),
    NOT_PERSONAL: ("words", ("because", "reason", "why", "what")),
}
"""What stands in the positions of each, and the keywords that it is written as by mistake."""
_ALSO: Mapping[str, str] = {
    "recipient": "to",
    "recipients": "to",
    "reason": "because",
    "why": "because",
    "words": "because",
}
_EXAMPLES: Mapping[str, str] = {
    _PURPOSE: 'purpose("...", elements="...", to="...", because="...")',
    PERSONAL: 'Personal("...", purpose="...", to="...", because="...")',
    NOT_PERSONAL: f'NotPersonal("{WHAT}")',
}


def strange_keywords(call: Call) -> tuple[Defect, ...]:
    """A defect for each keyword that the marker called does not have, with the one that was meant."""
    marker = last_name(call.func)
    return tuple(
        Defect(
            UNREADABLE_DECLARATION.code,
            f"`{marker}` has no keyword `{argument.name[:80]}`{_meant(marker, argument.name)}",
            _EXAMPLES[marker],
        )
        for argument in call.args
        if argument.name is not None and argument.name not in _KNOWN[marker]
    )


def nothing_said(call: Call) -> Defect:
    """The defect of a marker without anything in its brackets."""
    marker = last_name(call.func)
    message = f"this `{marker}` says neither what is held nor what for"
    return Defect(UNREADABLE_DECLARATION.code, message, _EXAMPLES[marker])


def texts_of(call: Call) -> Iterator[str]:
    """Every constant text among the arguments of a call, whatever it is called there."""
    for argument in call.args:
        yield from texts(argument.value) or ()


def _meant(marker: str, name: str) -> str:
    what, mistaken = _POSITIONAL[marker]
    if name in mistaken:
        return f"; {what} stand first, without one"
    known = _KNOWN[marker]
    also = {name_: meant for name_, meant in _ALSO.items() if meant in known}
    meant = nearest(name, (*known, *also))
    return f"; did you mean `{also.get(meant, meant)}`?" if meant else ""
