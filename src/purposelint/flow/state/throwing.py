"""Exceptions on their way: told apart by class, with what only their traceback shows."""

from __future__ import annotations

import builtins
from collections.abc import Iterable
from functools import lru_cache
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

from purposelint.flow.state.values import (
    ANY,
    NOTHING,
    THINGS,
    Instance,
    Obj,
    Ref,
    Static,
    Value,
    join,
    labelled,
    of,
)

if TYPE_CHECKING:
    from purposelint.flow.engine import Engine
    from purposelint.flow.state.frame import Frame

_MOST_KINDS = 12
"""Classes of exceptions told apart on one way; any more are one of unknown class."""

_BUILTIN = "builtins."
_EVERYTHING = f"{_BUILTIN}BaseException"

ALL = frozenset({_EVERYTHING, f"{_BUILTIN}Exception"})
"""Classes above all that functions raise on purpose."""

_GROUPS = frozenset({f"{_BUILTIN}ExceptionGroup", f"{_BUILTIN}BaseExceptionGroup"})

ARGUMENTS = ".args"
"""Field in which an exception keeps what it was made with."""

NOTES = ".__notes__"
MEMBERS = ".exceptions"

CAUGHT = "!caught"
"""Port of the exception that a function's caller is handling."""


class Thrown(NamedTuple):
    """An exception, and what its traceback shows beside it: the exceptions that led to it."""

    value: Value
    behind: Value = NOTHING


Raised: TypeAlias = dict[str, Thrown]
"""Exceptions by canonical class, '' for one of unknown class."""

Fit: TypeAlias = Literal["always", "perhaps", "never"]


def merge(raised: Raised, kind: str, thrown: Thrown) -> None:
    """Add one more exception."""
    if kind not in raised and _is_full(raised):
        kind = ""
    before = raised.get(kind)
    if before is not None:
        thrown = Thrown(join(before.value, thrown.value), join(before.behind, thrown.behind))
    raised[kind] = thrown


def make_room(frame: Frame, raised: Raised, kind: str, thrown: Thrown) -> None:
    """Before a class too many comes, give up one that carries no data: any handler may get that."""
    if not kind or kind in raised or not _is_full(raised) or not _carries(frame, thrown):
        return
    for known in [known for known in raised if known]:
        if not _carries(frame, raised[known]):
            merge(raised, "", raised.pop(known))
            return


def _is_full(raised: Raised) -> bool:
    return len(raised) - ("" in raised) >= _MOST_KINDS


def _carries(frame: Frame, thrown: Thrown) -> bool:
    """Whether an exception holds data anywhere, or something led to it that does."""
    return any(frame.whole(part) is not NOTHING for part in thrown)


def by_kind(frame: Frame, value: Value, at: int) -> list[tuple[str, Value]]:
    """What is raised, by class; a class that is raised is an instance made without arguments."""
    refs: dict[str, list[Ref]] = {}
    for ref in value.refs:
        if type(ref) is Static:
            own = ref.name in frame.engine.program.classes
            made = frame.fresh((at, 18), ref.name).refs[0] if own else Instance(ref.name, (at,))
            refs.setdefault(ref.name, []).append(made)
        elif isinstance(ref, THINGS):
            refs.setdefault(ref.type if "()" not in ref.type else "", []).append(ref)
    if len(refs) > 1:
        refs.pop("", None)
    if not refs:
        return [("", value)]
    return [(kind, Value(value.exact, value.vague, tuple(found))) for kind, found in refs.items()]


def hand_on(frame: Frame, kind: str, thrown: Thrown, at: int) -> None:
    """Let an exception go outwards; one of unknown class is told by what it is."""
    if not kind and thrown == Thrown(NOTHING):
        return
    for known, part in [(kind, thrown.value)] if kind else by_kind(frame, thrown.value, at):
        frame.raise_(known, Thrown(part, thrown.behind))


def traceback(frame: Frame, raised: Raised) -> Value:
    """All that a traceback shows of exceptions: texts, notes, members of groups, and what led to them."""
    shown = NOTHING
    for thrown in raised.values():
        notes, members = frame.read(thrown.value, NOTES), frame.read(thrown.value, MEMBERS)
        for part in (thrown.value, thrown.behind, notes, members):
            flat = frame.deep(part)
            if flat is not NOTHING:
                shown = labelled(shown.exact | flat.exact, shown.vague | flat.vague)
    return shown


def values(raised: Raised) -> Value:
    """The exceptions themselves, joined."""
    result = NOTHING
    for thrown in raised.values():
        result = thrown.value if result is NOTHING else join(result, thrown.value)
    return result


def split(engine: Engine, raised: Raised, kinds: tuple[str, ...]) -> tuple[Raised, Raised]:
    """What a handler of these classes gets, and what may pass it by; no class stands for any."""
    caught: Raised = {}
    left: Raised = {}
    for kind, thrown in raised.items():
        fit = _fit(engine, kind, _is_exact(thrown.value), kinds)
        if fit != "never":
            caught[kind] = thrown
        if fit != "always":
            left[kind] = thrown
    return caught, left


def split_groups(frame: Frame, raised: Raised, kinds: tuple[str, ...], at: int) -> tuple[Raised, Raised]:
    """What `except*` gets: a group of those that fit, and what is left in theirs."""
    caught, left = split(frame.engine, raised, kinds)
    for kind in caught:
        left.pop(kind, None)
    fitting = [thrown.value for thrown in caught.values()]
    message = NOTHING
    for group in sorted(_GROUPS & raised.keys()):
        thrown = left.pop(group, None) or caught.pop(group)
        message = join(message, frame.read(frame.read(thrown.value, ARGUMENTS), 0))
        inner: Raised = {}
        for kind, value in by_kind(frame, frame.elements_of(frame.read(thrown.value, MEMBERS)), at):
            merge(inner, kind, Thrown(value))
        chosen, rest = split(frame.engine, inner, kinds)
        rest = {kind: member for kind, member in rest.items() if kind not in chosen}
        fitting = [value for value in fitting if value is not thrown.value]
        fitting.extend(member.value for member in chosen.values())
        if rest:
            left[group] = Thrown(group_of(frame, message, [values(rest)], (at, 20)), thrown.behind)
    if not fitting:
        return {}, left
    made = group_of(frame, message, fitting, (at, 19))
    return {f"{_BUILTIN}ExceptionGroup": Thrown(made)}, left


def group_of(frame: Frame, message: Value, members: Iterable[Value], site: tuple[int, int]) -> Value:
    """A group of exceptions, which prints its message only."""
    made = of(Instance(f"{_BUILTIN}ExceptionGroup", site))
    texts = frame.fresh((*site, 0), "tuple")
    listed = frame.fresh((*site, 1), "list")
    frame.write(texts, 0, message)
    for member in members:
        frame.write(listed, ANY, member)
    if frame.state is not None:
        frame.state[made.refs[0]] = {ARGUMENTS: texts, MEMBERS: listed}
    return made


def _is_exact(value: Value) -> bool:
    """Whether an exception is of its very class: the code that made it was seen."""
    return all(isinstance(ref, Obj) or (type(ref) is Instance and ref.site) for ref in value.refs)


def is_below(engine: Engine, kind: str, above: str) -> bool:
    """Whether every exception of a class is one of another class, or of the same."""
    return _relation(engine, kind, above, exact=False) == "always" or (bool(kind) and above in ALL)


def is_strictly_below(engine: Engine, kind: str, above: str) -> bool:
    """Whether a class is another one's subclass, as far as that is known."""
    if kind in ALL or above in ALL:
        return above in ALL and kind not in ALL
    same = kind.rpartition(".")[2] == above.rpartition(".")[2]
    return not same and _relation(engine, kind, above, exact=False) == "always"


def _fit(engine: Engine, kind: str, exact: bool, kinds: tuple[str, ...]) -> Fit:
    if not kinds or _EVERYTHING in kinds:
        return "always"
    found = [_relation(engine, kind, handled, exact=exact) for handled in kinds]
    return "always" if "always" in found else "perhaps" if "perhaps" in found else "never"


def _relation(engine: Engine, kind: str, handled: str, *, exact: bool) -> Fit:
    """How an exception's class stands to a handler's; classes of different libraries are strangers."""
    if not kind or not handled:
        return "perhaps"
    above, wanted = _lineage(engine, kind), _lineage(engine, handled)
    if wanted[0] in above or _is_namesake(engine, above, handled):
        return "always"
    if above[0] in wanted:
        return "never" if exact else "perhaps"
    unseen = [name for name in above if not _is_known(engine, name)]
    if handled.startswith(_BUILTIN):
        return "perhaps" if unseen else "never"
    if _is_known(engine, handled):
        return "never"
    package = handled.partition(".")[0]
    return "perhaps" if any(name.partition(".")[0] == package for name in above) else "never"


def _is_namesake(engine: Engine, above: tuple[str, ...], handled: str) -> bool:
    """Whether a class has the name of one that is handled, by which its library may have it in two places."""
    last, own = handled.rpartition(".")[2], engine.program.classes
    return any(each.rpartition(".")[2] == last and not (each in own and handled in own) for each in above)


def _is_known(engine: Engine, kind: str) -> bool:
    if kind in engine.program.classes or kind.startswith(_BUILTIN):
        return True
    return bool(engine.knowledge.exceptions_above(kind))


def _lineage(engine: Engine, kind: str) -> tuple[str, ...]:
    """A class and all that is known to be above it."""
    info = engine.program.classes.get(kind)
    found: dict[str, None] = {}
    for name in info.lineage if info else (kind,):
        for base in engine.knowledge.exceptions_above(name) or (name,):
            found.update(dict.fromkeys(_builtin_lineage(base)))
    return tuple(found)


@lru_cache(maxsize=512)
def _builtin_lineage(kind: str) -> tuple[str, ...]:
    """Classes above one of Python's own, by their proper names; of any other class itself."""
    found = getattr(builtins, kind.removeprefix(_BUILTIN), None) if kind.startswith(_BUILTIN) else None
    if not isinstance(found, type):
        newer = (f"{_BUILTIN}Exception", _EVERYTHING) if kind.startswith(_BUILTIN) else ()
        return (kind, *newer)
    return tuple(_BUILTIN + base.__name__ for base in found.__mro__)
