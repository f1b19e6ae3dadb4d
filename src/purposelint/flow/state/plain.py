"""What of a value is plain: a text or a number, neither an object nor a container."""

from __future__ import annotations

from typing import TYPE_CHECKING

from purposelint.flow.state.values import CONTAINERS, MAX_PATH, UNKNOWN, Path, Ref, Sym, Value

if TYPE_CHECKING:
    from purposelint.flow.engine import Engine

STEP = "?"
"""The step of a path to what is plain of what the caller handed in: only there its class is known."""

KINDS = frozenset(f"builtins.{name}" for name in ("str", "bytes", "int", "float", "bool", "complex"))
"""Classes of plain values."""


def is_part(path: Path) -> bool:
    """Whether a path ends at what is plain of something."""
    return path[-1] == STEP


def whole(path: Path) -> Path:
    """The path to all of which another one leads to what is plain."""
    return path[:-1] if is_part(path) else path


def part_of(ref: Sym) -> Sym:
    """What is plain of what the caller handed in."""
    return ref if is_part(ref.path) or len(ref.path) >= MAX_PATH else Sym((*ref.path, STEP), "")


def taken(engine: Engine, value: Value) -> Value:
    """What is plain of a value."""
    refs = [part_of(ref) if type(ref) is Sym else ref for ref in value.refs if not is_other(engine, ref)]
    return Value(value.exact, value.vague, tuple(refs) or (value.refs and UNKNOWN.refs), value.text)


def is_other(engine: Engine, ref: Ref) -> bool:
    """Whether something is no plain value: a container, or of a class with fields and no text below."""
    kind = getattr(ref, "type", "")
    if kind in CONTAINERS:
        return True
    info = engine.program.classes.get(kind)
    if info is None or not KINDS.isdisjoint(info.lineage):
        return False
    return bool(engine.declared_fields(kind)) or not engine.program.outside_bases(kind)


def without_parts(value: Value) -> Value:
    """A value without what is plain of something that it may be as a whole."""
    if not any(type(ref) is Sym and ref.path[-1] == STEP for ref in value.refs):
        return value
    wholes = {ref.path for ref in value.refs if type(ref) is Sym and not is_part(ref.path)}
    refs = tuple(
        ref
        for ref in value.refs
        if not (type(ref) is Sym and is_part(ref.path) and whole(ref.path) in wholes)
    )
    return value if len(refs) == len(value.refs) else Value(value.exact, value.vague, refs, value.text)
