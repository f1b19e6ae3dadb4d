"""Lists and tuples whose items are known by position: made, cut, put together and changed."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from purposelint.flow.state import store
from purposelint.flow.state.fields import is_item
from purposelint.flow.state.frame import Frame
from purposelint.flow.state.values import ANY, SEQUENCES, SLICE, Instance, Obj, Ref, Sym, Value

Items = list[Value]
Bounds = tuple[int | None, ...]


def made_of(frame: Frame, site: tuple[int, ...], kind: str, parts: Iterable[tuple[Value, bool]]) -> Value:
    """A sequence of values, and of the items of others (true beside them)."""
    items: Items = []
    rest: Items = []
    for value, unpacked in parts:
        known = frame.known_items(value) if unpacked else [value]
        if known is None:
            rest.append(frame.elements_of(value))
        else:
            (rest or items).extend(known)
    result = frame.fresh(site, kind)
    for number, item in enumerate(items):
        frame.write(result, number, item)
    for item in rest:
        frame.write(result, ANY, item)
    return result


def forget_places(frame: Frame, value: Value) -> None:
    """Any item may be at any place of a sequence, and there may be more or fewer of them."""
    held = frame.elements_of(value)
    frame.clear(value)
    frame.write(value, ANY, held)


def copied(frame: Frame, site: tuple[int, ...], kind: str, value: Value) -> Value:
    """`list(value)`: the same items in a sequence of its own."""
    return made_of(frame, site, kind, [(value, True)])


def sliced(frame: Frame, site: tuple[int, ...], value: Value, bounds: Bounds | None) -> Value:
    """`value[lower:upper:step]`; bounds are None where they are no literals."""
    own = [ref for ref in value.refs if isinstance(ref, Obj) and ref.type in SEQUENCES]
    refs = [_handed_in(frame, ref, bounds) for ref in value.refs if ref not in own]
    for number, ref in enumerate(own):
        part = Value(0, 0, (ref,))
        items = frame.known_items(part)
        if items is None or bounds is None or bounds[2:] == (0,):
            made = frame.fresh((*site, number), ref.type)
            frame.write(made, ANY, frame.elements_of(part))
        else:
            chosen = items[slice(*bounds)]
            made = made_of(frame, (*site, number), ref.type, [(item, False) for item in chosen])
        refs.extend(made.refs)
    return Value(_cut(frame, value, bounds), value.vague, tuple(refs))


def _cut(frame: Frame, value: Value, bounds: Bounds | None) -> int:
    """What a slice leaves of the data in a text: few enough characters are a mask, by entry."""
    left = _characters(bounds)
    guards = [guard for guard in frame.engine.knowledge.cuts if 0 <= left <= guard.keeps]
    if not value.exact or not guards or not all(_may_be_text(ref) for ref in value.refs):
        return value.exact
    return frame.masked(value.exact, guards[0])


def _may_be_text(ref: Ref) -> bool:
    return (type(ref) is Instance or type(ref) is Sym) and ref.type in ("", "builtins.str")


def _characters(bounds: Bounds | None) -> int:
    """How many characters a slice leaves at most, -1 where nobody knows."""
    if bounds is None or len(bounds) != 3 or bounds[2] is not None:
        return -1
    lower, upper = bounds[:2]
    if upper is None:
        return -lower if lower is not None and lower < 0 else -1
    if lower is None:
        return upper
    return max(upper - lower, 0) if (lower < 0) == (upper < 0) else -1


def _handed_in(frame: Frame, ref: Ref, bounds: Bounds | None) -> Ref:
    """A slice of what a caller handed in, which is cut where it is known; of a slice it is any part."""
    if type(ref) is not Sym:
        return ref
    last = ref.path[-1]
    if isinstance(last, str) and last.startswith(SLICE):
        return Sym((*ref.path[:-1], SLICE), "")
    if any(is_item(field) for field in frame.fields(ref)):
        return ref
    return frame.derived(ref, SLICE + (":".join(_bound(bound) for bound in bounds) if bounds else ""))


def _bound(bound: int | None) -> str:
    return "" if bound is None else str(bound)


def bounds_of(step: str) -> Bounds | None:
    """The bounds that a step of a path states, None where it states none."""
    parts = step.removeprefix(SLICE).split(":")
    return tuple(int(part) if part else None for part in parts) if len(parts) > 1 else None


def rest_of(frame: Frame, site: tuple[int, ...], value: Value, bounds: Bounds) -> Value:
    """The list that a starred name takes out of what is unpacked."""
    items = frame.known_items(value)
    if items is not None:
        return made_of(frame, site, "list", [(item, False) for item in items[slice(*bounds)]])
    if value.refs and all(type(ref) is Sym for ref in value.refs):
        return sliced(frame, site, value, bounds)
    rest = frame.fresh(site, "list")
    frame.write(rest, ANY, frame.elements_of(value))
    return rest


# --- changes in place --------------------------------------------------------------------------


def change(frame: Frame, value: Value, edit: Callable[[Items], object]) -> None:
    """Change a sequence as `edit` changes a list of its items; where they are not known, mix them."""
    items = frame.known_items(value)
    if items is None:
        mix(frame, value)
        return
    try:
        edit(items)
    except (IndexError, ValueError):
        return
    _replace(frame, value, items)


def mix(frame: Frame, value: Value) -> None:
    """Any item may now be at any place."""
    frame.write(value, ANY, frame.elements_of(value))


def add(frame: Frame, value: Value, item: Value, at: int | None) -> None:
    """An item put in at a place (None: at the end)."""
    items = frame.known_items(value)
    if items is None or len(frame.loops) > frame.turning:  # in a loop nobody counts how often
        if at is not None:
            mix(frame, value)
        frame.write(value, ANY, item)
        return
    items.insert(len(items) if at is None else at, item)
    _replace(frame, value, items)


def extend(frame: Frame, value: Value, others: Value) -> None:
    """The items of one sequence at the end of another."""
    items, more = frame.known_items(value), frame.known_items(others)
    if items is None or more is None or len(frame.loops) > frame.turning:
        frame.write(value, ANY, frame.elements_of(others))
        return
    _replace(frame, value, [*items, *more])


def put_slice(frame: Frame, value: Value, bounds: Bounds | None, others: Value | None) -> None:
    """`value[lower:upper] = others`, or without others `del value[lower:upper]`."""
    more = frame.known_items(others) if others is not None else []
    if bounds is None or more is None or frame.known_items(value) is None:
        mix(frame, value)
        if others is not None:
            frame.write(value, ANY, frame.elements_of(others))
        return

    def edit(items: Items) -> None:
        items[slice(*bounds)] = more

    change(frame, value, edit)


def _replace(frame: Frame, value: Value, items: Items) -> None:
    if frame.state is None:
        return
    ref = value.refs[0]
    kept: store.Fields = {field: held for field, held in frame.fields(ref).items() if not is_item(field)}
    frame.state[ref] = kept
    for number, item in enumerate(items):
        frame.write(value, number, item)
