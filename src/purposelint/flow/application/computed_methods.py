"""Methods and functions whose name is put together: `getattr(self, "handle_" + kind)`."""

from __future__ import annotations

from collections.abc import Iterator

from purposelint.domain.expressions import Call, Expr, Name
from purposelint.flow.application.decoration import named
from purposelint.flow.lookup.knowledge import UNNAMED
from purposelint.flow.state.frame import Frame
from purposelint.flow.state.keys import attribute_key, is_handed
from purposelint.flow.state.values import (
    MAX_CODE,
    MORE,
    THINGS,
    Bound,
    Path,
    Ref,
    Static,
    Sym,
    Value,
    of,
)


def beginning_with(frame: Frame, holder: Value, name: Value) -> tuple[Ref, ...]:
    """Everything that can be called on a value under a name of which the beginning is known."""
    prefix = name.text.partition(MORE)[0].partition("%")[0] if MORE in name.text else ""
    if not prefix.isidentifier():
        return ()
    found: dict[Ref, None] = {}
    for ref in holder.refs:
        found.update(dict.fromkeys(_of_ref(frame, ref, prefix)))
    frame.limited = frame.limited or len(found) > MAX_CODE
    return tuple(found)[:MAX_CODE]


def unnamed(frame: Frame, holder: Value) -> tuple[Ref, ...]:
    """Calls of a library under a name that nobody knows, where entries say what any of them does."""
    found: dict[Ref, None] = {}
    for ref in holder.refs:
        owner = ref.name if type(ref) is Static else getattr(ref, "type", "")
        if owner and frame.engine.knowledge.speaks_of_unnamed(owner):
            found[Static(f"{owner}.{UNNAMED}")] = None
    return tuple(found)


def handed_method(frame: Frame, called: Expr) -> list[tuple[Path, str]]:
    """`getattr(o, name)(...)` where the caller hands in both: paths of `o`, the name's port as method."""
    if not (type(called) is Call and type(called.func) is Name and called.func.id == "getattr"):
        return []
    if len(called.args) < 2 or frame.lookup("getattr") is not None:
        return []
    field = attribute_key(frame.value(called.args[1].value))
    if not is_handed(field):
        return []
    holder = frame.value(called.args[0].value)
    return [(ref.path, str(field)[1:]) for ref in holder.refs if type(ref) is Sym]


def _of_ref(frame: Frame, ref: Ref, prefix: str) -> Iterator[Ref]:
    program = frame.engine.program
    if type(ref) is Static and ref.name in program.modules:
        names = program.modules[ref.name].names
        for name in sorted(each for each in names if each.startswith(prefix)):
            if names[name] in program.functions:
                yield from named(frame, names[name]).refs
    elif type(ref) is Static:
        for method in frame.engine.methods_beginning_with(ref.name, prefix, exact=True):
            yield from named(frame, method).refs
    elif isinstance(ref, THINGS):
        for method in frame.engine.methods_beginning_with(ref.type, prefix, exact=frame.is_exactly(ref)):
            yield Bound(method, of(ref))
