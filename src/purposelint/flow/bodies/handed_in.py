"""Parameters that a framework fills with data of a request: `Header(alias="X-Real-IP")`, a type's values."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from purposelint.domain.chains import dotted, stated_text
from purposelint.domain.expressions import Call, Const
from purposelint.domain.facts import SUBMITTED, Param
from purposelint.domain.library import Source
from purposelint.domain.mentions import parts_of
from purposelint.domain.metadata import Stated
from purposelint.flow.access.key_labels import same_key, submitted
from purposelint.flow.lookup.registrations import arguments_of
from purposelint.flow.state.frame import Frame

_GIVEN_IN_ADDRESSES = ("credential.token", "credential.secret", "credential.password")


def mask(frame: Frame, param: Param, kind: str, named: int) -> int:
    """What entries say of a parameter, by what it asks for and by its type; else what its name says."""
    of_type = _of_type(frame, kind)
    if of_type:
        return of_type
    for sources, alias in _asked(frame, param):
        found = _of_key(frame, sources, alias or param.name)
        if alias and not found:
            found = _submitted(frame, sources, alias)
        if found and (alias or not named):
            return found
    return named or _of_address(frame, param)


def _of_address(frame: Frame, param: Param) -> int:
    """A credential that whoever asks gives in the address, as a decorator names it: `/reset/<token>`."""
    if not frame.info.facts.decorators:
        return 0
    given = frame.name_labels(SUBMITTED, "", param.name, computed=True)
    given &= frame.engine.labels.of_elements(_GIVEN_IN_ADDRESSES) if given else 0
    if not given:
        return 0
    part = re.compile(rf"[<{{](?:\w+(?:\([^)]*\))?:)?{re.escape(param.name)}(?::\w+)?[>}}]")
    texts = (node.value for node in parts_of(frame.info.facts.decorators) if type(node) is Const)
    return given if any(part.search(text) for text in texts if type(text) is str) else 0


def _of_type(frame: Frame, kind: str) -> int:
    """Labels of a type whose values are data."""
    sources = frame.engine.knowledge.source_attributes(kind) if kind else ()
    return frame.engine.source_mask([source for source in sources if not source.key], kind)


def _of_key(frame: Frame, sources: Sequence[Source], key: str) -> int:
    """Labels of what comes under a name, by the entries of that name, else by all names."""
    keyed = [source for source in sources if source.key and same_key(source.key, key)]
    return frame.engine.source_mask([*keyed, *(s for s in sources if not (s.key or s.container))], key)


def _submitted(frame: Frame, sources: Sequence[Source], name: str) -> int:
    """Labels of a field that a person fills in, by the name that is asked for."""
    if not any(source.container for source in sources):
        return 0
    return submitted(frame, sources, name)


def _asked(frame: Frame, param: Param) -> Iterator[tuple[Sequence[Source], str]]:
    """Sources that a parameter's default or annotation asks for, with the name under which they come."""
    engine, info = frame.engine, frame.info
    if not engine.knowledge.hands_in:
        return
    stated = [Stated(info, param.default)] if type(param.default) is Call else []
    for scope, expr in (*stated, *engine.providers.metadata.of(info, param.annotation)):
        text = dotted(expr.func) if type(expr) is Call else ""
        if type(expr) is not Call or not text:
            continue
        known = engine.knowledge.of_call((engine.resolve(scope, text),), "", "", resolved=True)
        sources = [source for source in known.sources if source.handed]
        if sources:
            alias = arguments_of(expr, ()).get(sources[0].asked)
            yield sources, stated_text(alias) if alias is not None else ""
