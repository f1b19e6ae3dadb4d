"""What values hold: reading and writing fields over everything that a value refers to."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from purposelint.domain.expressions import Node
from purposelint.flow.state import item_classes, merged, planting, store
from purposelint.flow.state.fields import is_open_key
from purposelint.flow.state.filling import Filling
from purposelint.flow.state.rows import row_class
from purposelint.flow.state.showing import Showing
from purposelint.flow.state.values import (
    ANY,
    EACH,
    KEY_OF,
    KEYS,
    MAX_PATH,
    MAX_REFS,
    NOTHING,
    OPEN_KEY,
    SEQUENCES,
    UNKNOWN,
    AttributeDict,
    Field,
    Instance,
    Obj,
    Ref,
    SharedObj,
    Static,
    Sym,
    Value,
    holds,
    join,
    of,
    outlives,
)

if TYPE_CHECKING:
    from purposelint.flow.state.store import Fields


class Holding(Showing):
    """The part of a frame that knows what is inside values."""

    def __init__(self) -> None:
        """Begin without objects."""
        super().__init__()
        self._sites: dict[object, int] = {}
        self.arrivals: set[frozenset[Ref]] = set()
        """What a parameter may be at one call or another: always exactly one of them."""
        self.filling = Filling()

    def bounded(self, value: Value) -> Value:
        """The value itself, or its labels alone once it refers to too many things."""
        raise NotImplementedError

    def read(self, value: Value, field: Field) -> Value:
        """Join of a field over everything a value refers to; refs that say nothing add nothing."""
        state = self.state
        if state is None:
            state = {}
        result = NOTHING
        if len(value.refs) > MAX_REFS:
            self.work += len(value.refs) // 2
        for ref in value.refs:
            if holds(ref):
                found = (
                    planting.current(self._frame(), ref, field)
                    if type(ref) is Static or type(ref) is SharedObj
                    else store.read(state, ref, field)
                )
                if found is not None and self.item_classes:
                    found = item_classes.item(self.item_classes, ref, field, found)
                if found is not None:
                    result = found if result is NOTHING else join(result, found)
        return result

    def write(self, value: Value, field: Field, held: Value, *, kept: bool = True) -> None:
        """Write a field of everything a value refers to: strongly if that is one object.

        `kept` is false for what a callee has noted already as left in something shared.
        """
        if self.state is None:
            return
        self.work += 1
        held = self.bounded(held)
        refs = [ref for ref in value.refs if holds(ref)]
        strong = self._is_one(refs)
        records = self.engine.neutral.kinds
        for ref in refs:
            if records and self._may_be_filled(ref, records):
                self.filling.note(self._frame(), ref, field, held)
            if kept and type(ref) is AttributeDict and outlives(ref.owner):
                planting.keep(self._frame(), ref.owner, store.as_attribute(field), held)
            elif kept and outlives(ref):
                planting.keep(self._frame(), ref, field, held)
            fits = store.write(self.state, ref, field, held, strong=strong)
            if not fits and (held.exact or held.vague or held.refs):
                self.limited = True

    def _may_be_filled(self, ref: Ref, records: frozenset[str]) -> bool:
        kind = getattr(ref, "type", "")
        return kind in records or ref in self.filling.opened or type(ref) is AttributeDict

    def put(self, holder: Value, field: Field, key: Value, held: Value) -> None:
        """`holder[key] = held`: data in a key that is no constant is kept too."""
        self.write(holder, field, held)
        if field == ANY or (isinstance(field, str) and field.startswith((KEY_OF, OPEN_KEY))):
            self.keep_key(holder, key)
        mapping = merged.under_its_key(key, held, self.symbols) if field == ANY else None
        if mapping is not None:
            self.merge(mapping, holder)

    def merge(self, mapping: Sym, target: Value) -> None:
        """Note that a mapping of the caller's was put into another: it may have any key that is there."""
        for ref in target.refs:
            for field, held in list(self.fields(ref).items()) if isinstance(ref, Obj | Sym) else ():
                if isinstance(field, str) and field.startswith("["):
                    self.write(of(ref), field, join(held, self.read(of(mapping), field)))
        self.write(target, merged.MERGED, of(mapping))

    def keep_key(self, holder: Value, key: Value) -> None:
        """Remember what a key of a mapping holds; an index of a sequence is no data."""
        if self.state is None or not (key.refs or key.exact or key.vague):
            return
        for ref in holder.refs:
            if holds(ref) and getattr(ref, "type", "") not in SEQUENCES:
                self.write(of(ref), KEYS, key)

    def remove(self, holder: Value, field: Field) -> None:
        """Take a known item out of everything that a value refers to."""
        refs = [ref for ref in holder.refs if holds(ref)]
        if self.state is not None and self._is_one(refs) and field != ANY and not is_open_key(field):
            for ref in refs:
                store.remove(self.state, ref, field)

    def clear(self, holder: Value) -> None:
        """Take every item out, where it is known of what."""
        refs = [ref for ref in holder.refs if holds(ref)]
        if self.state is not None and self._is_one(refs):
            for ref in refs:
                store.clear(self.state, ref)

    def _is_one(self, refs: Sequence[Ref]) -> bool:
        """Whether refs are one object at every call."""
        return len(refs) == 1 or (bool(self.arrivals) and frozenset(refs) in self.arrivals)

    # --- items ---------------------------------------------------------------------------------

    def part(self, value: Value, field: Field) -> Value:
        """A field of a value; of something of the outside, something unknown."""
        named = self.engine.item_value(self._frame(), value, field)
        if named is not None:
            return named
        found = self.read(value, field)
        if found is NOTHING and any(type(ref) is Instance for ref in value.refs):
            return UNKNOWN
        return found

    def elements_of(self, value: Value) -> Value:
        """What iterating over a value gives: items of a sequence, keys of a mapping."""
        own = self.engine.iterated(self._frame(), value) if value.refs else None
        if own is None:
            return self._all_of(value, EACH)
        return join(own.value, self._all_of(own.rest, EACH)) if own.rest.refs else own.value

    def values_of(self, value: Value) -> Value:
        """What is under any key or index of a value."""
        return self._all_of(value, ANY)

    def _all_of(self, value: Value, field: Field) -> Value:
        result = self.part(value, field)
        for ref in value.refs:
            kind = row_class(ref)
            if kind:
                result = join(result, of(Instance(kind, getattr(ref, "site", ()))))
            elif type(ref) is AttributeDict and field == ANY:
                result = join(result, self._frame().any_attribute(of(ref.owner)))
        if not (value.exact or value.vague):
            return result
        return Value(result.exact | value.exact, result.vague | value.vague, result.refs)

    def fields(self, ref: Ref) -> Fields:
        """The fields that were written on an object, none if none were."""
        return store.fields_of(self.state or {}, ref) or {}

    def known_items(self, value: Value) -> list[Value] | None:
        """Items of a sequence in their order, None where not every one is known, as others may add to it."""
        if value.exact or value.vague or len(value.refs) != 1 or self.state is None:
            return None
        ref = value.refs[0]
        if not isinstance(ref, Obj) or ref.type not in SEQUENCES:
            return None
        if outlives(ref) and (ref.type == "list" or any(self.engine.shared.written(ref).values())):
            return None
        fields = store.fields_of(self.state, ref)
        if fields is None or ANY in fields:
            return None
        items = [fields.get(n) for n in range(sum(isinstance(field, int) for field in fields))]
        return [item for item in items if item is not None] if None not in items else None

    def length(self, value: Value, otherwise: int) -> int:
        """Number of items of a sequence whose every item is known, else what is given."""
        counts = []
        for ref in value.refs:
            items = self.known_items(Value(value.exact, value.vague, (ref,)))
            if items is None:
                return otherwise
            counts.append(len(items))
        return max(counts, default=otherwise)

    def derived(self, ref: Sym, step: str, gone: Sequence[Field] = ()) -> Sym:
        """A copy of the caller's container: what was written on it so far is written on the copy too."""
        if len(ref.path) >= MAX_PATH or self.state is None:
            return ref
        made = Sym((*ref.path, step), "")
        if ref.path in self.item_classes:
            self.item_classes[made.path] = self.item_classes[ref.path]
        fields = {field: held for field, held in self.fields(ref).items() if field not in gone}
        if fields:
            self.state[made] = fields
        else:
            self.state.pop(made, None)
        return made

    # --- objects -------------------------------------------------------------------------------

    def copy_fields(self, source: Value, target: Value) -> None:
        """Write everything that is known to be in one value into another."""
        for ref in source.refs:
            for field, held in self.fields(ref).items():
                self.write(target, field, held)

    def site(self, node: Node) -> tuple[int, ...]:
        """A number for a node that makes an object: displays keep no position of their own."""
        return self.numbered(id(node))

    def numbered(self, key: object) -> tuple[int, ...]:
        """The place of an object that is made anew whenever the same thing happens again."""
        return (self._sites.setdefault(key, len(self._sites)),)

    def fresh(self, site: tuple[int, ...], kind: str) -> Value:
        """A new object made at a place, without fields."""
        ref = Obj(site, kind)
        if self.state is not None:
            self.state[ref] = {}
        return of(ref)
