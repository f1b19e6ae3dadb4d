"""Attributes and items whose name is computed: `getattr(o, name)`, `d[key]`, all that an object has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from purposelint.flow.state import store
from purposelint.flow.state.fields import is_open_key
from purposelint.flow.state.identity import is_code
from purposelint.flow.state.keys import attribute_key, each_attribute_key, handed_keys, is_keyed_by, item_key
from purposelint.flow.state.values import (
    ANY,
    ANY_ATTRIBUTE,
    CONTAINERS,
    EACH,
    KEY_OF,
    MAX_PATH,
    THINGS,
    UNKNOWN,
    AttributeDict,
    Sym,
    Value,
    join,
    of,
)

if TYPE_CHECKING:
    from purposelint.flow.engine import Engine
    from purposelint.flow.state.frame import Frame
    from purposelint.flow.state.store import State
    from purposelint.flow.state.values import Field, Ref


def _is_one_of_some(holder: Value, name: Value) -> bool:
    """Whether an object of the caller's says which attributes are meant, though nobody knows which: not all.

    What the method's own object lists by their names (`for name in self.shown`) may be each of its own, and
    so may what a framework lists for its class.
    """
    ways = [ref.path for ref in name.refs if type(ref) is Sym]
    if any(type(ref) is Sym and ref.path == (0,) for ref in holder.refs):
        own = [way for way in ways if way[0] == 0]
        if any(way[2:] == (EACH,) or any(str(step)[:2] == "._" for step in way) for way in own):
            return False
    return bool(ways)


class ComputedNames:
    """The part of a frame that reads attributes and items without knowing their names."""

    engine: Engine
    state: State | None

    def read(self, value: Value, field: Field) -> Value:
        """Join of a field over everything a value refers to."""
        raise NotImplementedError

    def deep(self, value: Value) -> Value:
        """All labels of a value as a sink sees it."""
        raise NotImplementedError

    def _frame(self) -> Frame:
        raise NotImplementedError

    def attribute(self, holder: Value, name: Value) -> Value:
        """`getattr(holder, name)`: under a name that nobody knows stands what was set under such a name.

        It may also be any attribute that was set by name.
        """
        field = attribute_key(name)
        if field == ANY_ATTRIBUTE:
            each = each_attribute_key(name)
            handed = tuple(ref for ref in holder.refs if type(ref) is Sym) if each != field else ()
            if handed and not self._is_set_by_name(holder):
                rest = Value(0, 0, tuple(ref for ref in holder.refs if type(ref) is not Sym))
                found = self.read(Value(0, 0, handed), each)
                return join(found, self.read(rest, field)) if rest.refs else found
        found = self.read(holder, field)
        if field != ANY_ATTRIBUTE:
            return found
        if self._is_set_by_name(holder):
            flat = self.deep(found)
            return Value(0, flat.exact | flat.vague, UNKNOWN.refs)
        if self._frame().info.owner and _is_one_of_some(holder, name):
            refs = tuple(ref for ref in found.refs if type(ref) is not Sym or ref.path[-1] != ANY_ATTRIBUTE)
            return Value(found.exact, found.vague, refs or UNKNOWN.refs)
        return found

    def any_attribute(self, holder: Value) -> Value:
        """Join of all attributes of everything that a value may be, declared ones included."""
        result = self.read(holder, ANY_ATTRIBUTE)
        for ref in holder.refs:
            if isinstance(ref, THINGS):
                for held in self.engine.all_fields(self._frame(), ref).values():
                    result = join(result, held)
        return result

    def _is_set_by_name(self, holder: Value) -> bool:
        return any(store.is_named(field) for field in self._fields(holder))

    def item(self, holder: Value, key: Value) -> Value:
        """`holder[key]` for a key that is no literal.

        A key that the caller hands in selects there; one that nobody knows may select any item.
        """
        known = item_key(key)
        if known != ANY and not is_open_key(known):
            return self.read(holder, known)
        owners = tuple(ref.owner for ref in holder.refs if type(ref) is AttributeDict)
        if owners:
            return self.attribute(Value(0, 0, owners), key)
        port = handed_keys(key)
        handed = [ref for ref in holder.refs if type(ref) is Sym and port and not is_keyed_by(port, ref)]
        found = self.read(holder, known)
        chosen = any(isinstance(f, str) and f.startswith("[") for f in self._fields(holder))
        if chosen:
            flat = self.deep(found)
            self._frame().undescribed |= flat.exact | flat.vague
            kept = (ref for ref in found.refs if self._keeps_its_identity(ref))
            code = (ref for ref in found.refs if not isinstance(ref, THINGS) or is_code(ref))
            found = Value(0, flat.exact | flat.vague, (*kept, *code) or UNKNOWN.refs)
        if not handed:
            return found
        refs = tuple(r for r in found.refs if type(r) is not Sym)
        keyed = tuple(ref for ref in handed if len(ref.path) <= MAX_PATH)
        return join(Value(found.exact, found.vague, refs), self.read(Value(0, 0, keyed), f"{KEY_OF}{port}"))

    def _keeps_its_identity(self, ref: Ref) -> bool:
        """Whether one of several items, nobody knows which, says more than labels: a client, code."""
        kind = getattr(ref, "type", "")
        if type(ref) is Sym or kind not in CONTAINERS:
            known = kind in self.engine.program.classes or "." in kind
            return type(ref) is not Sym and known
        flat = self.deep(of(ref))
        return not (flat.exact or flat.vague)

    def _fields(self, value: Value) -> list[Field]:
        state = self.state or {}
        return [field for ref in value.refs for field in store.fields_of(state, ref) or {}]
