"""Shared things in a function's store: what they hold when the function first looks at them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING

from purposelint.domain.frameworks import Registry
from purposelint.flow.state import merging, store
from purposelint.flow.state.fields import is_open_key
from purposelint.flow.state.shared import Home, Left
from purposelint.flow.state.summary import Mutation, ObjectTree, Tree
from purposelint.flow.state.values import (
    ANY,
    BEFORE,
    BETWEEN,
    CONTAINERS,
    FUNCTION,
    NOTHING,
    PARTIAL,
    PLANTED,
    Field,
    Instance,
    Obj,
    Ref,
    SharedObj,
    Static,
    Sym,
    Value,
    join,
    of,
    outlives,
)

if TYPE_CHECKING:
    from purposelint.flow.state.frame import Frame


def load(frame: Frame, ref: Ref) -> None:
    """Bring a shared thing into the store; what it holds comes with the first question for it."""
    state = frame.state
    if state is not None and ref not in state and frame.engine.shared.lasts(ref):
        state[ref] = store.Unasked(partial(_before, frame, ref), {})


def ask(frame: Frame, ref: Ref) -> None:
    """Make the function depend on what a shared thing holds."""
    load(frame, ref)
    if frame.state is not None:
        store.fields_of(frame.state, ref)


def is_missing(frame: Frame, ref: Static, field: Field) -> bool:
    """Whether nothing is under a name of a shared thing; the function depends on that name alone then."""
    load(frame, ref)
    fields = (frame.state or {}).get(ref)
    if type(fields) is not store.Unasked:
        return not fields
    if fields or ref in frame.loaded or not frame.engine.shared.is_missing(ref, field, frame.key):
        return not frame.fields(ref)
    return True


def _before(frame: Frame, ref: Ref, state: store.State) -> store.Fields:
    """What a shared thing held when the function began, which from now on depends on that."""
    fields = frame.loaded.get(ref)
    kept, frame.state = frame.state, state
    if fields is None:
        fields = frame.loaded[ref] = store.Loaded()
        frame.engine.shared.readers.setdefault(ref, set()).add(frame.key)
        _fill(frame, ref, fields)
    for held in fields.values():
        for inner in held.refs:
            if type(inner) is SharedObj:
                load(frame, inner)
    frame.state = kept
    return fields


def _fill(frame: Frame, ref: Ref, fields: store.Fields) -> None:
    """What a thing was made with, and what functions leave in it.

    What this function leaves there itself comes later than what it finds, and so does what it is told
    of by those that it calls.
    """
    shared = frame.engine.shared
    home = shared.homes.get(ref)
    for field, tree in merging.by_field(home.fields) if home else ():
        way = (*home.way, field) if home else ()
        fields[field] = plant(
            frame, tree, Home(home.body if home else "", home.name if home else "", way, ()), ref
        )
    for left in shared.left(ref):
        value = fields.get(left.field, NOTHING)
        if type(ref) is Static:
            value = _made_by_body(frame, ref.name, str(left.field))
        others = _without_own(frame, ref, left)
        if others.writers:
            value = join(value, plant(frame, others.together, Home("", "", (left.field,), ()), ref))
            _enter(frame, ref, others)
        if value is not NOTHING:
            fields[left.field] = frame.bounded(value)
            if is_open_key(left.field):
                fields.setdefault(ANY, NOTHING)


def _without_own(frame: Frame, ref: Ref, left: Left) -> Left:
    called = frozenset(frame.info.callees)
    telling = called if type(ref) is Static else called.intersection(dict(left.sources))
    return left.without({frame.info.symbol, *telling})


def left_by_others(frame: Frame, ref: SharedObj) -> Iterator[tuple[Field, Value, Callable[[], None]]]:
    """What others leave in each field of a thing that no code made, with what notes that it came from there.

    The function depends on all of it from now on.
    """
    shared = frame.engine.shared
    shared.readers.setdefault(ref, set()).add(frame.key)
    for left in shared.left(ref):
        others = _without_own(frame, ref, left)
        if others.writers:
            value = plant(frame, others.together, Home("", "", (left.field,), ()), ref)
            yield left.field, value, partial(_enter, frame, ref, others)


def _enter(frame: Frame, ref: Ref, left: Left) -> None:
    """Remember that sources came into this frame by what functions leave."""
    start = frame.info.facts.at
    for writer, mask in left.sources:
        frame.enter(mask, start, start, _shown(ref, left.field), writer)


def _shown(ref: Ref, field: Field) -> str:
    owner = f"{ref.name.rpartition('.')[2]}" if type(ref) is Static else ""
    return f"{owner}{field}".partition(BETWEEN)[0].strip("[.")


def _made_by_body(frame: Frame, owner: str, field: str) -> Value:
    """What a module's or class's own body leaves under a name."""
    engine, name = frame.engine, field.removeprefix(".")
    if owner in engine.program.modules:
        return engine.exported(frame, f"{owner}.<module>", name, "")
    body = engine.program.functions.get(f"{owner}.<body>")
    return engine.exported(frame, body.symbol, name, "") if body and name in body.facts.locals else NOTHING


def current(frame: Frame, ref: Ref, field: Field) -> Value | None:
    """A field of a shared thing at this point; None where nothing is known of it."""
    if frame.state is None:
        return None
    load(frame, ref)
    found = store.read(frame.state, ref, field)
    if found is None or BEFORE.refs[0] not in found.refs:
        return found
    now, before = without_before(found), frame.loaded.get(ref, {}).get(field, NOTHING)
    return None if now is NOTHING and before is NOTHING else join(now, before)


def held_by(frame: Frame, target: Value, field: Field) -> Value:
    """What a field of a target may still hold after a write that may not happen; nothing shared is asked."""
    state = frame.state or {}
    waits = bool(target.refs) and all(type(state.get(ref)) is store.Unasked for ref in target.refs)
    return BEFORE if waits else frame.read(target, field)


def without_before(value: Value) -> Value:
    """A value as far as this function wrote it."""
    if BEFORE.refs[0] not in value.refs:
        return value
    refs = tuple(ref for ref in value.refs if ref not in BEFORE.refs)
    stripped = Value(value.exact, value.vague, refs, value.text)
    return NOTHING if stripped == NOTHING else stripped


def registry(frame: Frame, entry: Registry | None) -> Value:
    """The one object of the program that an entry speaks of; nothing where there is no entry."""
    if entry is None:
        return NOTHING
    named = (name for name in (*entry.items_of, *entry.attribute) if not name.startswith("*."))
    ref = frame.engine.shared.address(("", entry.id), next(named, "dict"), None)
    if ref is None:
        return NOTHING
    frame.engine.shared.of_frameworks.add(ref)
    load(frame, ref)
    return of(ref)


def is_told(left: Mutation) -> bool:
    """Whether callers are told what may have been put into something shared: only of data.

    Caches and pools of clients are filled below every other call. That is found where it was left, as
    everybody else finds it; told from call to call, each caller would look into all that lies there.
    """
    held = left.value
    return not left.weak or left.depends or bool(held.exact or held.vague or merging.sources(held))


def shared_here(frame: Frame, number: int) -> Value:
    """A shared object; in the body that makes it, what that body has made."""
    shared = frame.engine.shared
    ref = shared.objects[number]
    home = shared.homes.get(ref)
    if home is None or home.body != frame.info.symbol:
        load(frame, ref)
        return of(ref)
    value = holder = frame.lookup(home.name) or NOTHING
    for field in home.way:
        holder, value = value, frame.read(value, field)
    if value is NOTHING and home.way and holder.refs:
        # others find it there only because what this body calls has put it there: it does so from here
        value = frame.fresh(frame.numbered(ref), ref.type)
        frame.write(holder, home.way[-1], value)
    return value


def keep(frame: Frame, ref: Ref, field: Field, held: Value) -> None:
    """Note that this function writes into a shared thing."""
    if not frame.engine.shared.lasts(ref):
        return
    load(frame, ref)
    key = (ref, field)
    before = frame.kept.get(key)
    frame.kept[key] = held if before is None else join(before, held)
    if type(ref) is Static and ref.name in frame.engine.program.modules:
        frame.engine.shared.variables.add(f"{ref.name}{field}")


def left_by_callee(frame: Frame, target: Value, field: Field, held: Value, known: int) -> None:
    """Remember an object that a callee left in something shared: what is put into it here is there too."""
    if any(type(ref) is Obj for ref in held.refs):
        for ref in target.refs:
            if outlives(ref) and frame.engine.shared.lasts(ref):
                before, sources_before = frame.left_below.get((ref, field), (held, 0))
                frame.left_below[ref, field] = (join(before, held), known | sources_before)


def plant(frame: Frame, tree: Tree, home: Home, within: Ref | None) -> Value:
    """A tree that outlives calls as a value here: its objects are the same for all that look there.

    Those that functions left in one place are one for each type.
    """
    refs: list[Ref] = []
    exact = tree.exact
    for ref in tree.refs:
        if type(ref) is Sym:
            continue
        if type(ref) is SharedObj:
            load(frame, ref)
        if type(ref) is Instance and ref.site and ref.type in frame.engine.knowledge.holders:
            refs.extend(_object(frame, ObjectTree(ref.site[0], ref.type, ()), home, within).refs)
            continue
        refs.append(_apart(frame, ref, (home.body, home.name, home.way, within)))
    for made in tree.objects if home.body else merging.by_type(tree.objects):
        planted = _object(frame, made, home, within)
        exact |= planted.exact
        refs.extend(planted.refs)
    return Value(exact, tree.vague, tuple(dict.fromkeys(refs)), tree.text)


def _object(frame: Frame, made: ObjectTree, home: Home, within: Ref | None) -> Value:
    engine = frame.engine
    key = (home.body, home.name, home.way, within, made.number if home.body else -1)
    of_code = made.type.startswith((FUNCTION, PARTIAL))
    captured = within is not None and getattr(within, "type", "").startswith(FUNCTION)
    if captured and made.type in CONTAINERS:  # a cache: what one call leaves there is asked for by its key
        return _of_outside(frame, made, (*key, made.type))
    own = made.type in CONTAINERS or made.type in engine.program.classes
    if not of_code and not own and made.type not in engine.knowledge.holders:
        return _of_outside(frame, made, (*key, made.type))
    ref = engine.shared.address((*key, made.type), made.type, within)
    if ref is None:
        frame.limited = True
        return Value(merging.sources(Tree(0, 0, "", (), (made,))), 0, (Instance(made.type),))
    engine.shared.homes[ref] = home._replace(fields=made.fields)
    if not home.body and within is not None and len(home.way) == 1:
        engine.shared.lies_in(ref, within, home.way[0])
    load(frame, ref)
    return of(ref)


def _apart(frame: Frame, ref: Ref, home: tuple[object, ...]) -> Ref:
    """A ref as it is here: something of the outside that was left in one place is one for the program."""
    if type(ref) is not Instance or not ref.site:
        return ref
    numbers = frame.engine.outside_numbers
    return Instance(ref.type, (numbers.setdefault((*home, ref.site[0], ref.type), len(numbers)), PLANTED))


def _of_outside(frame: Frame, made: ObjectTree, key: tuple[object, ...]) -> Value:
    """Something of the outside, with what the body that made it put into it; later writes stay unseen."""
    number = frame.engine.outside_numbers.setdefault(key, len(frame.engine.outside_numbers))
    obj = Obj((number, PLANTED), made.type)
    if frame.state is not None and obj not in frame.state:
        frame.state[obj] = {}
        for field, held in merging.by_field(made.fields):
            frame.write(of(obj), field, plant(frame, held, Home("", f"#{number}", (field,), ()), None))
    return of(obj)
