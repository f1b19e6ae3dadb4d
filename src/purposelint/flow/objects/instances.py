"""What is known of a variable whose class was tested."""

from __future__ import annotations

from collections.abc import Sequence

from purposelint.domain.expressions import Binary, Expr, Seq
from purposelint.flow.state import plain
from purposelint.flow.state.frame import Frame
from purposelint.flow.state.summary import GIVEN
from purposelint.flow.state.values import CONTAINERS, PLANTED, UNKNOWN, Instance, Obj, Ref, Static, Sym, Value

_SEQUENCES = frozenset(f"builtins.{name}" for name in ("list", "tuple", "set", "frozenset", "bytearray"))
_OPEN_CLASSES = frozenset({"typing.Protocol", "typing_extensions.Protocol", "abc.ABC"})
"""Bases of classes that decide themselves what is an instance of them."""


def narrow_class(frame: Frame, subject: str, wanted: Expr, *, holds: bool) -> None:
    """Take in that a variable is, or is not, an instance of one of the classes named."""
    value = frame.lookup(subject) if subject else None
    if value is None or not value.refs:
        return
    names = class_names(frame, wanted)
    if names:
        keep_instances(frame, subject, value, names, holds=holds)


def class_names(frame: Frame, wanted: Expr) -> list[str]:
    """Canonical names in the second argument of `isinstance`; none where one of them is not known."""
    if type(wanted) is Seq:
        found = [class_names(frame, item) for item in wanted.items]
        return [name for names in found for name in names] if all(found) else []
    if type(wanted) is Binary and wanted.op == "|":
        one, two = class_names(frame, wanted.left), class_names(frame, wanted.right)
        return [*one, *two] if one and two else []
    refs = frame.value(wanted).refs
    return [ref.name for ref in refs if type(ref) is Static] if len(refs) == 1 else []


def keep_instances(frame: Frame, subject: str, value: Value, names: Sequence[str], *, holds: bool) -> None:
    """Narrow a variable to what is an instance of a class; close the way where nothing is."""
    refs = instances(frame, value, names, holds=holds)
    if refs is None:
        frame.state = None
    elif (refs or holds) and subject and refs != value.refs:
        frame.bind(subject, Value(value.exact, value.vague, refs or UNKNOWN.refs, value.text))


def instances(frame: Frame, value: Value, names: Sequence[str], *, holds: bool) -> tuple[Ref, ...] | None:
    """Refs that may be instances of the classes (or not be, unless it holds); None if surely none is."""
    found: dict[Ref, None] = {}
    certain = bool(value.refs) and not (value.exact or value.vague)
    for ref in value.refs:
        answers = [_is_instance(frame, ref, name) for name in names]
        if holds:
            for name, answer in zip(names, answers, strict=True):
                if answer is not False:
                    found.update(dict.fromkeys(_as_instance(frame, ref, name, sure=answer is True)))
        elif True not in answers:
            found[ref] = None
        certain = certain and isinstance(ref, Obj) and _is_made_here(ref)
    if not found and certain:
        return None
    return tuple(found)


def _is_made_here(ref: Obj) -> bool:
    """Whether the function itself made an object: what a call gives, a decorator may have changed."""
    return ref.site[-1] not in (PLANTED, GIVEN)


def _is_instance(frame: Frame, ref: Ref, name: str) -> bool | None:
    """Whether what a ref stands for is an instance of a class, None where that is open."""
    kind = getattr(ref, "type", "")
    program = frame.engine.program
    if kind in program.classes:
        info = program.classes[kind]
        if name in info.lineage:
            return True
        if name in plain.KINDS and plain.is_other(frame.engine, ref):
            return False
        if not isinstance(ref, Obj):
            return None
        return False if _is_closed(frame, name) and not program.outside_bases(kind) else None
    if isinstance(ref, Obj) and kind in CONTAINERS:
        return _is_container(frame, kind, name)
    return None


def _is_closed(frame: Frame, name: str) -> bool:
    """Whether only a class's own lineage says what is an instance of it."""
    if name in plain.KINDS or name in _SEQUENCES or name == "builtins.dict":
        return True
    info = frame.engine.program.classes.get(name)
    if info is None or any(keyword.name == "metaclass" for keyword in info.facts.keywords):
        return False
    return _OPEN_CLASSES.isdisjoint(info.lineage)


def _is_container(frame: Frame, kind: str, name: str) -> bool | None:
    if name in plain.KINDS or (name in frame.engine.program.classes and _is_closed(frame, name)):
        return False
    if name == "builtins.dict":
        return None if kind == "dict" else False
    return False if kind == "dict" and name in _SEQUENCES else None


def _as_instance(frame: Frame, ref: Ref, name: str, *, sure: bool) -> tuple[Ref, ...]:
    """A ref as an instance of a class that it may be of."""
    if type(ref) is Sym and name in plain.KINDS:
        return (plain.part_of(ref),)
    if sure:
        return (ref,)
    program = frame.engine.program
    if type(ref) is Instance and (not ref.type or "()" in ref.type):
        return (_retyped(frame, ref, name), ref) if ref.type else (Instance(name),)
    if type(ref) is Sym and not ref.type and not name.startswith("builtins."):
        return (_retyped(frame, ref, name),)
    if (type(ref) is Sym or type(ref) is Instance) and ref.type in program.classes:
        return (_retyped(frame, ref, name),) if name in program.subclasses.get(ref.type, ()) else (ref,)
    return (ref,)


def _retyped(frame: Frame, ref: Sym | Instance, name: str) -> Ref:
    """The same thing under a class that says more; what was put into it stays."""
    new = Sym(ref.path, name) if isinstance(ref, Sym) else Instance(name, ref.site)
    if frame.state is not None and ref in frame.state:
        frame.state.setdefault(new, frame.state[ref])
    return new
