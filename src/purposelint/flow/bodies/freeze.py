"""A finished frame as a summary: values without their store."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from purposelint.flow.application import generators
from purposelint.flow.bodies.trees import Freezer, Width
from purposelint.flow.calls import endings
from purposelint.flow.state import merged, merging, planting, store, throwing
from purposelint.flow.state.fields import is_known_item, is_unnamed
from purposelint.flow.state.frame import Frame
from purposelint.flow.state.settling import Settled, settled
from purposelint.flow.state.stating import stated
from purposelint.flow.state.summary import (
    Deferred,
    Kept,
    Leak,
    Mutation,
    RaisedTree,
    Summary,
    Tree,
)
from purposelint.flow.state.values import (
    ANY,
    CLEARED,
    KEY_OF,
    NOTHING,
    SYMBOL_MASK,
    Field,
    Instance,
    Path,
    SharedObj,
    Static,
    Sym,
    Value,
)

_MOST_MUTATIONS = 60
_MOST_LEAKS = 60

_CALLERS = (Sym, Static, SharedObj)
"""What was there before a function began, and is there when it ends."""


def freeze(frame: Frame, width: Width) -> Summary:
    """Summary of a frame whose body has run; `width` is what it tells apart.

    Printing what an object holds may run code that writes: it writes to a copy of the store.
    """
    returned = generators.made(frame) if frame.yields else frame.returned
    if returned is not None and not frame.yields:
        returned = stated(frame, returned, frame.info.facts.returns)
    frame.state = dict(frame.final)
    trees = Freezer(frame, width)
    result = trees.result(returned) if returned is not None else None
    raised = _raised(frame, trees)
    mutations = _mutations(frame, trees)
    exports = _exports(frame, trees)
    leaks = _leaks(frame)
    deferred = _deferred(frame, trees)
    given = [result] if result is not None else []
    given.extend(tree for one in raised for tree in (one.value, one.behind))
    return Summary(
        tuple(frame.symbols),
        merging.sources(*given, *(mutation.value for mutation in mutations)),
        result,
        raised,
        mutations,
        leaks,
        deferred,
        endings.returns(frame),
        exports,
        _kept(frame, trees),
        _said_of(frame),
        _fills(frame) if mutations or (result is not None and result.objects) else (),
    )


def _fills(frame: Frame) -> tuple[str, ...]:
    """Columns of which it, or a callee, tells what is put into them: whoever gets the record need not."""
    own = {leak.sink.column for leak in frame.leaks.values() if leak.sink.column}
    return tuple(sorted(own | frame.filling.below))


def _said_of(frame: Frame) -> tuple[tuple[int, Path], ...]:
    """Sources that only the name of an attribute of a parameter brings, by that attribute."""
    found: dict[Path, int] = {}
    for index, path in frame.said_of.items():
        if path is not None and len(path) == 2 and isinstance(path[0], int):
            found[path] = found.get(path, 0) | 1 << index
    return tuple((mask, path) for path, mask in found.items())


def _kept(frame: Frame, trees: Freezer) -> tuple[Kept, ...]:
    without_callers = Settled()
    found = []
    for (ref, field), value in list(frame.kept.items()):
        tree = without_callers.of(trees.tree(value, 1))
        if tree is not None:
            found.append(Kept(ref, field, tree))
    for (ref, field), (value, known) in list(frame.left_below.items()):
        tree = without_callers.of(trees.tree(value, 1)) if (ref, field) not in frame.kept else None
        if tree is not None and merging.sources(tree) & ~known:
            found.append(Kept(ref, field, tree))
    return tuple(found)


def _raised(frame: Frame, trees: Freezer) -> tuple[RaisedTree, ...]:
    """Exceptions that leave the function, with what they hold where they are raised."""
    kept = frame.final
    frame.final = frame.thrown[0] or {}
    frame.state = dict(frame.final)
    found = tuple(
        RaisedTree(
            kind,
            merging.condensed(trees.tree(thrown.value, 0)),
            merging.condensed(trees.tree(thrown.behind, 0)),
        )
        for kind, thrown in list(frame.raised[0].items())  # printing what is raised may raise more
        if kind in frame.engine.program.classes or throwing.traceback(frame, {kind: thrown}) is not NOTHING
    )
    frame.final = kept
    frame.state = dict(kept)
    return found


def _deferred(frame: Frame, trees: Freezer) -> tuple[Deferred, ...]:
    found = []
    for call in list(frame.deferred.values()):
        frame.final, kept = call.state or {}, frame.final
        given = tuple((a.name, a.star, trees.tree(a.value, 1)) for a in call.arguments)
        frame.final = kept
        found.append(Deferred(call.path, call.method, given, call.place))
    return tuple(found)


def _leaks(frame: Frame) -> tuple[Leak, ...]:
    """Leaks that depend on the caller: what one argument takes to one sink, by the shortest way."""
    best: dict[tuple[object, ...], Leak] = {}
    for leak in frame.leaks.values():
        if not (leak.exact | leak.vague) & SYMBOL_MASK:
            continue
        key = (leak.sink, leak.data.path, leak.data.span)
        before = best.get(key)
        best[key] = (
            leak if before is None else _with(*sorted((before, leak), key=lambda one: len(one.handed)))
        )
    if len(best) > _MOST_LEAKS:
        frame.limited = True
    return tuple(best.values())[:_MOST_LEAKS]


def _with(leak: Leak, longer: Leak) -> Leak:
    exact = leak.exact | longer.exact
    return replace(leak, exact=exact, vague=(leak.vague | longer.vague) & ~exact)


def _mutations(frame: Frame, trees: Freezer) -> tuple[Mutation, ...]:
    """What the function leaves in its caller's objects, shallow paths first."""
    found: list[Mutation] = []
    for ref, fields in list(frame.final.items()):  # printing an object makes new ones
        if not fields or not isinstance(fields, dict) or not isinstance(ref, _CALLERS):
            continue
        if fields is not frame.loaded.get(ref):
            found += _mutations_of(frame, trees, ref, fields)
    for name in sorted(frame.rebound):
        value = frame.final.get(name)
        if type(value) is Value:
            found.append(Mutation(("^" + name,), "=", trees.tree(value, 0), weak=False))
    found.sort(key=lambda m: (m.field != CLEARED, len(m.path), str(m.path), str(m.field)))
    if len(found) > _MOST_MUTATIONS:
        frame.limited = True
    return tuple(found[:_MOST_MUTATIONS])


def _mutations_of(
    frame: Frame, trees: Freezer, ref: Sym | Static | SharedObj, fields: store.Fields
) -> Iterator[Mutation]:
    """What the function leaves in one of them, as far as its callers are told."""
    left = merged.for_the_caller(fields, frame.symbols) if type(ref) is Sym else merged.without(fields)
    path = _port(ref)
    before = frame.loaded.get(ref, {})
    for field in sorted(left, key=str):
        held = left[field]
        if field in before and is_unnamed(field):
            held = _added(held, before[field])
        unchanged = (held, planting.without_before(held))
        if held == store.initial(ref, field) or before.get(field) in unchanged:
            continue
        weak = is_unnamed(field) or not _definite(ref, field, held)
        if weak and _says_nothing(frame, ref, field, held):
            continue
        tree = trees.tree(held, 1)
        removed = held is NOTHING and is_known_item(field)
        mutation = Mutation(path, field, tree, weak, removed, _depends(field, tree))
        if type(ref) is not SharedObj or planting.is_told(mutation):
            yield mutation


def _added(held: Value, before: Value) -> Value:
    """What a function itself adds to what it found in something shared."""
    refs = tuple(ref for ref in held.refs if ref not in before.refs)
    return (
        Value(held.exact & ~before.exact, held.vague & ~before.vague, refs, held.text)
        if held != before
        else held
    )


def _says_nothing(frame: Frame, ref: Sym | Static | SharedObj, field: Field, held: Value) -> bool:
    """Whether a field that may have been overwritten holds what was there, or nothing with data or class."""
    if type(ref) is SharedObj and field == ANY and held is NOTHING:
        return True  # it may lack some of its items, which nobody asks of what others may add to
    if held.exact or held.vague or held.text or field == CLEARED or is_unnamed(field):
        return False
    before = store.initial(ref, field).refs
    own = frame.engine.program.classes
    return all(
        r in before or (type(r) is Instance and r.type not in own and r not in frame.final) for r in held.refs
    )


def _port(ref: Sym | Static | SharedObj) -> Path:
    if isinstance(ref, Sym):
        return ref.path
    return ("@" + ref.name,) if isinstance(ref, Static) else (f"#{ref.site[0]}",)


def _depends(field: Field, value: Tree) -> bool:
    """Whether what is written, or under which key, depends on what the caller hands in."""
    handed = isinstance(field, str) and field.startswith(KEY_OF)
    return handed or settled(value) != value


def _definite(ref: Sym | Static | SharedObj, field: Field, held: Value) -> bool:
    """Whether a field no longer holds what was there before: it was overwritten on every way."""
    return not any(r in held.refs for r in store.initial(ref, field).refs)


def _exports(frame: Frame, trees: Freezer) -> dict[str, Tree]:
    if frame.info.facts.kind not in ("module", "class"):
        return {}
    return {
        name: trees.tree(value, 0)
        for name, value in list(frame.final.items())
        if isinstance(name, str) and type(value) is Value
    }
