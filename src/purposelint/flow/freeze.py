"""A finished frame as a summary: values without their store."""

from __future__ import annotations

from purposelint.flow import endings, generators, planting, store, throwing, trimming
from purposelint.flow.callables import FUNCTION_FIELD, function_of
from purposelint.flow.decoration import named
from purposelint.flow.frame import Frame
from purposelint.flow.summary import (
    DEEPEST_OBJECT,
    Deferred,
    Kept,
    Leak,
    Mutation,
    ObjectTree,
    RaisedTree,
    Summary,
    Tree,
)
from purposelint.flow.values import (
    ANY,
    ANY_ATTRIBUTE,
    BEFORE,
    BEGUN,
    CAPTURED,
    CLEARED,
    FUNCTION,
    KEY_OF,
    KEYS,
    NOTHING,
    PARTIAL,
    SPREAD,
    SYMBOL_MASK,
    AttributeDict,
    Bound,
    Field,
    Instance,
    Obj,
    Path,
    Ref,
    SharedObj,
    Static,
    Sym,
    Value,
    is_known_item,
)

_MOST_MUTATIONS = 60
_MOST_LEAKS = 60


def freeze(frame: Frame, *, collapse: bool) -> Summary:
    """Summary of a frame whose body has run; `collapse` gives up structure to force a fixpoint.

    Printing what an object holds may run code that writes: it writes to a copy of the store.
    """
    frame.state = dict(frame.final)
    returned = frame.returned
    if frame.yields:
        returned = generators.made(frame)
    result = _tree(frame, returned, 0, collapse=collapse) if returned is not None else None
    raised = _raised(frame, collapse=collapse)
    mutations = _mutations(frame, collapse=collapse)
    exports = _exports(frame, collapse=collapse)
    leaks = _leaks(frame)
    deferred = _deferred(frame, collapse=collapse)
    given = [result] if result is not None else []
    given.extend(tree for one in raised for tree in (one.value, one.behind))
    return Summary(
        tuple(frame.symbols),
        planting.sources(*given, *(mutation.value for mutation in mutations)),
        result,
        raised,
        mutations,
        leaks,
        deferred,
        endings.returns(frame),
        exports,
        _kept(frame, collapse=collapse),
    )


def _kept(frame: Frame, *, collapse: bool) -> tuple[Kept, ...]:
    found = []
    for (ref, field), value in list(frame.kept.items()):
        tree = planting.settled(_tree(frame, value, 1, collapse=collapse))
        if tree is not None:
            found.append(Kept(ref, field, tree))
    return tuple(found)


def _raised(frame: Frame, *, collapse: bool) -> tuple[RaisedTree, ...]:
    """Exceptions that leave the function, with what they hold where they are raised."""
    kept = frame.final
    frame.final = frame.thrown[0] or {}
    frame.state = dict(frame.final)
    found = tuple(
        RaisedTree(
            kind,
            _tree(frame, thrown.value, 0, collapse=collapse),
            _tree(frame, thrown.behind, 0, collapse=collapse),
        )
        for kind, thrown in list(frame.raised[0].items())  # printing what is raised may raise more
        if kind in frame.engine.program.classes or throwing.traceback(frame, {kind: thrown}) is not NOTHING
    )
    frame.final = kept
    frame.state = dict(kept)
    return found


def _deferred(frame: Frame, *, collapse: bool) -> tuple[Deferred, ...]:
    found = []
    for call in list(frame.deferred.values()):
        frame.final, kept = call.state or {}, frame.final
        given = tuple((a.name, a.star, _tree(frame, a.value, 1, collapse=collapse)) for a in call.arguments)
        frame.final = kept
        found.append(Deferred(call.path, call.method, given, call.place))
    return tuple(found)


def _leaks(frame: Frame) -> tuple[Leak, ...]:
    """Leaks that depend on the caller, the shortest way to each sink."""
    best: dict[tuple[object, ...], Leak] = {}
    for leak in frame.leaks.values():
        if not (leak.exact | leak.vague) & SYMBOL_MASK:
            continue
        key = (leak.sink, leak.data.path, leak.data.span)
        before = best.get(key)
        if before is None or len(leak.handed) < len(before.handed):
            best[key] = leak
    if len(best) > _MOST_LEAKS:
        frame.limited = True
    return tuple(best.values())[:_MOST_LEAKS]


def _tree(frame: Frame, value: Value, depth: int, *, collapse: bool) -> Tree:
    """A value with the objects that the function made; too deep a one gives up its objects.

    What is only somewhere inside, after calls that nobody described, stays in the function: handed on
    from call to call it would soon be everywhere. What a given-up object held goes one call further.
    """
    if collapse or depth > DEEPEST_OBJECT:
        kept = tuple(
            r for r in value.refs if type(getattr(r, "owner", r)) is not Obj and r not in BEFORE.refs
        )
        flat = frame.deep(value)
        text = "" if collapse else value.text
        return Tree(value.exact, (flat.exact | flat.vague) & ~value.exact, text, kept, ())
    objects: list[ObjectTree] = []
    refs: list[Ref] = []
    own = frame.engine.program.classes
    for ref in value.refs:
        if ref in BEFORE.refs:
            continue
        made = _made(frame, ref)
        if made is not None:
            fields = store.fields_of(frame.final, ref) or {}
            inside = (
                (field, _tree(frame, fields[field], depth + 1, collapse=collapse))
                for field in fields
                if field != BEGUN
            )
            held = trimming.fields(inside, own)
            if not any(str(field).startswith(CAPTURED) for field, _ in held):
                held += _captured(frame, function_of(ref), depth)
            objects.append(ObjectTree(made[0], made[1], held))
            continue
        code = _code(frame, ref, depth) if isinstance(ref, Static | Bound) else None
        if code is not None:
            objects.append(code)
        else:
            refs.append(ref)
    kept_refs = trimming.refs(refs, own, frame.final)
    return Tree(value.exact, 0, value.text, kept_refs, trimming.objects(objects))


def _code(frame: Frame, ref: Static | Bound, depth: int) -> ObjectTree | None:
    """A callable that only this frame can read as an object that can leave it; None for any other."""
    if isinstance(ref, Static):
        captured = _captured(frame, ref.name, depth)
        at = frame.engine.program.functions[ref.name].facts.at if captured else 0
        return ObjectTree((at, 19), FUNCTION + ref.name, captured) if captured else None
    if not any(isinstance(held, Obj) for held in ref.receiver.refs):
        return None
    function = _tree(frame, named(frame, ref.function), depth + 1, collapse=False)
    receiver = _tree(frame, ref.receiver, depth + 1, collapse=False)
    held: tuple[tuple[Field, Tree], ...] = ((FUNCTION_FIELD, function), (0, receiver))
    return ObjectTree((frame.info.facts.at, 20), PARTIAL + ref.function, held)


def _captured(frame: Frame, symbol: str, depth: int) -> tuple[tuple[Field, Tree], ...]:
    """The variables around it that an inner function takes along when it leaves its maker."""
    if frame.info.facts.kind not in ("function", "lambda") or symbol in frame.leaving:
        return ()
    if not symbol.startswith(f"{frame.info.symbol}.") or symbol not in frame.engine.program.functions:
        return ()
    info = frame.engine.program.functions[symbol]
    kept: list[tuple[Field, Tree]] = []
    frame.leaving.add(symbol)
    for name in sorted(frame.engine.free_names(symbol)):
        owner = frame.engine.owner_of_captured(info, name)
        value = frame.final.get(name) if owner == frame.info.symbol else None
        if owner and not owner.startswith(frame.info.symbol):
            value = frame.sym(("^" + name,), "")
        if isinstance(value, Value):
            kept.append((CAPTURED + name, _tree(frame, value, depth + 1, collapse=False)))
    frame.leaving.discard(symbol)
    return tuple(kept)


def _made(frame: Frame, ref: Ref) -> tuple[tuple[int, ...], str] | None:
    """Place and type of an object that the function made, None for anything else."""
    if isinstance(ref, AttributeDict):
        return (ref.owner.site, "dict") if type(ref.owner) is Obj else None
    if type(ref) is Obj or (isinstance(ref, Instance) and ref.site and ref in frame.final):
        return ref.site, ref.type
    return None


def _mutations(frame: Frame, *, collapse: bool) -> tuple[Mutation, ...]:
    """What the function leaves in its caller's objects, shallow paths first."""
    found: list[Mutation] = []
    for ref, fields in list(frame.final.items()):  # printing an object makes new ones
        if not isinstance(ref, Sym | Static | SharedObj) or not isinstance(fields, dict):
            continue
        path = _port(ref)
        before = frame.loaded.get(ref, {})
        for field in sorted(fields, key=str):
            held = fields[field]
            if held == store.initial(ref, field) or before.get(field) in (
                held,
                planting.without_before(held),
            ):
                continue
            weak = field in (ANY, KEYS, ANY_ATTRIBUTE, SPREAD) or not _definite(ref, field, held)
            if weak and _says_nothing(frame, ref, field, held):
                continue
            tree = _tree(frame, held, 1, collapse=collapse)
            removed = held is NOTHING and is_known_item(field)
            found.append(Mutation(path, field, tree, weak, removed, _depends(field, tree)))
    for name in sorted(frame.rebound):
        value = frame.final.get(name)
        if isinstance(value, Value):
            found.append(Mutation(("^" + name,), "=", _tree(frame, value, 0, collapse=collapse), weak=False))
    found.sort(key=lambda m: (m.field != CLEARED, len(m.path), str(m.path), str(m.field)))
    if len(found) > _MOST_MUTATIONS:
        frame.limited = True
    return tuple(found[:_MOST_MUTATIONS])


def _says_nothing(frame: Frame, ref: Sym | Static | SharedObj, field: Field, held: Value) -> bool:
    """Whether a field that may have been overwritten holds what was there, or nothing with data or class."""
    if held.exact or held.vague or held.text or field in (ANY, KEYS, ANY_ATTRIBUTE, SPREAD, CLEARED):
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
    return handed or planting.settled(value) != value


def _definite(ref: Sym | Static | SharedObj, field: Field, held: Value) -> bool:
    """Whether a field no longer holds what was there before: it was overwritten on every way."""
    return not any(r in held.refs for r in store.initial(ref, field).refs)


def _exports(frame: Frame, *, collapse: bool) -> dict[str, Tree]:
    if frame.info.facts.kind not in ("module", "class"):
        return {}
    return {
        name: _tree(frame, value, 0, collapse=collapse)
        for name, value in list(frame.final.items())
        if isinstance(name, str) and isinstance(value, Value)
    }
