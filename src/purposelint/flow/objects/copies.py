"""Copies of containers: of the code's own objects made here, of what a caller handed in at the call.

A copy of a caller's container is a step of its path, so that what is written on it stays on the copy.
"""

from __future__ import annotations

from collections.abc import Iterable

from purposelint.flow.objects import sequences
from purposelint.flow.objects.spreading import spread
from purposelint.flow.state.fields import without_step
from purposelint.flow.state.frame import Frame
from purposelint.flow.state.values import (
    BETWEEN,
    CONTAINERS,
    COPY,
    SEQUENCES,
    SLICE,
    WITHOUT,
    AttributeDict,
    Field,
    Obj,
    Ref,
    Sym,
    Value,
    of,
)

_DEEP = "deep"
"""In the step of a path, in place of a kind: a copy whose own containers are copies too."""

_MOST_LEFT_OUT = 48
"""Keys that one copy of a caller's mapping leaves out; it holds any that is left out beyond."""

_MOST_COPIED = 24
"""Containers after which a deep copy shares with its original what it holds further inside."""


def copied(frame: Frame, value: Value, kind: str, site: tuple[int, ...], *, handed: str = "") -> Value:
    """A container of its own with what another one holds; of the same kind where none is named.

    `handed` is how the caller copies what it handed in, if not as that kind.
    """
    refs: list[Ref] = []
    for number, ref in enumerate(value.refs):
        if type(ref) is Sym:
            refs.append(frame.derived(ref, f"{COPY}{handed or kind}#{site[-1]}"))
        elif isinstance(ref, Obj) and ref.type in CONTAINERS:
            refs.extend(_made(frame, ref, kind or ref.type, (*site, number)).refs)
        elif type(ref) is AttributeDict:
            made = frame.fresh((*site, number), "dict")
            spread(frame, of(ref), made)
            refs.extend(made.refs)
        else:
            refs.append(ref)
    return Value(value.exact, value.vague, tuple(refs))


def deeply(frame: Frame, value: Value, site: tuple[int, ...]) -> Value:
    """A container of its own, in which the code's own containers are copies too, each once."""
    top = copied(frame, value, "", site, handed=_DEEP)
    made: dict[Ref, Ref] = dict(zip(value.refs, top.refs, strict=True))
    waiting = [ref for ref in top.refs if isinstance(ref, Obj)]
    while waiting and frame.state is not None:
        frame.limited = frame.limited or len(made) > _MOST_COPIED
        if len(made) > _MOST_COPIED:
            break
        ref = waiting.pop()
        fields = dict(frame.fields(ref))
        for field, held in fields.items():
            for inner in held.refs:
                if isinstance(inner, Obj) and inner.type in CONTAINERS and inner not in made:
                    (own,) = _made(frame, inner, inner.type, (*site, 0, len(made))).refs
                    made[inner] = own
                    waiting.extend([own] if isinstance(own, Obj) else [])
            refs = tuple(dict.fromkeys(made.get(inner, inner) for inner in held.refs))
            fields[field] = Value(held.exact, held.vague, refs, held.text)
        frame.state[ref] = fields
    return top


def begun(frame: Frame, value: Value, site: tuple[int, ...]) -> Value:
    """A new dict that begins with what a mapping, or pairs, hold."""
    if len(value.refs) == 1 and type(value.refs[0]) is Sym and not (value.exact or value.vague):
        return copied(frame, value, "dict", site)
    made = frame.fresh(site, "dict")
    spread(frame, value, made)
    return made


def is_container(frame: Frame, ref: Ref) -> bool:
    """Whether a thing is, or as far as is known may be, a container."""
    if type(ref) is Sym:
        return ref.type not in frame.engine.program.classes
    return isinstance(ref, Obj) and ref.type in CONTAINERS


def _made(frame: Frame, ref: Obj, kind: str, site: tuple[int, ...]) -> Value:
    if kind in SEQUENCES:
        return sequences.copied(frame, site, kind, of(ref))
    made = frame.fresh(site, kind)
    spread(frame, of(ref), made)
    for field, held in frame.fields(ref).items():
        if isinstance(field, str) and field.startswith("."):
            frame.write(made, field, held)
    return made


def without(frame: Frame, value: Value, fields: Iterable[Field], site: tuple[int, ...]) -> Value:
    """A mapping without some of its keys."""
    gone = sorted(dict.fromkeys(fields), key=str)
    refs: list[Ref] = []
    for number, ref in enumerate(value.refs):
        if type(ref) is Sym:
            refs.append(_without(frame, ref, gone))
        elif isinstance(ref, Obj) and ref.type == "dict":
            made = _made(frame, ref, "dict", (*site, number))
            for field in gone:
                frame.remove(made, field)
            refs.extend(made.refs)
        else:
            refs.append(ref)
    return Value(value.exact, value.vague, tuple(refs))


def _without(frame: Frame, ref: Sym, gone: list[Field]) -> Ref:
    """A caller's mapping without some keys: one step of its path, however often keys are left out."""
    last = ref.path[-1]
    if not (isinstance(last, str) and last.startswith(WITHOUT)):
        return frame.derived(ref, without_step(gone), gone)
    every = sorted({*_named_by(last), *gone}, key=str)
    if len(every) > _MOST_LEFT_OUT:
        return ref
    made = Sym((*ref.path[:-1], without_step(every)), "")
    if frame.state is not None and made != ref:
        frame.state[made] = {field: held for field, held in frame.fields(ref).items() if field not in gone}
    return made


def _named_by(step: str) -> list[Field]:
    """The keys that a step leaves out."""
    return [name if name.startswith("[") else int(name) for name in step[1:].split(BETWEEN)]


def step(frame: Frame, value: Value, field: str, site: tuple[int, ...]) -> Value:
    """What a step of a callee's path that makes a copy stands for here."""
    if field.startswith(SLICE):
        return sequences.sliced(frame, site, value, sequences.bounds_of(field))
    if field.startswith(COPY):
        kind = field[1:].partition("#")[0]
        return deeply(frame, value, site) if kind == _DEEP else copied(frame, value, kind, site)
    return without(frame, value, _named_by(field), site)
