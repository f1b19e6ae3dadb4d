"""What a caller has at the paths of a callee: arguments, captured variables, defaults, and parts of these."""

from __future__ import annotations

from purposelint.domain.expressions import Attr, Const, Name
from purposelint.domain.program import FunctionInfo
from purposelint.flow.application import unknown_classes
from purposelint.flow.objects import copies, missing_items
from purposelint.flow.objects.arguments import Binding
from purposelint.flow.objects.mappings import entries_of
from purposelint.flow.state import plain, planting, recursive_data, store, texts
from purposelint.flow.state.fields import is_open_key
from purposelint.flow.state.forms import FORMS
from purposelint.flow.state.frame import Frame
from purposelint.flow.state.keys import (
    attribute_key,
    each_attribute_key,
    handed_key,
    handed_path,
    is_handed,
    is_plain,
    way_of,
)
from purposelint.flow.state.values import (
    ANY,
    ANY_ATTRIBUTE,
    AS_DICT,
    CAPTURED,
    COPY,
    DEFAULT,
    EACH,
    KEY_OF,
    KEYS,
    NOTHING,
    REACHED,
    REVEALED,
    SENT,
    THROWN,
    UNKNOWN,
    WITHOUT,
    Field,
    Instance,
    Path,
    Static,
    Sym,
    Value,
    attribute_dicts,
    join,
    of,
)


class Following:
    """Paths of one callee at one call site, each followed once."""

    def __init__(
        self, frame: Frame, info: FunctionInfo, binding: Binding, place: tuple[int, int], site: int
    ) -> None:
        """`site` tells calls that stand at one place apart."""
        self.frame = frame
        self.info = info
        self.binding = binding
        self.at, self.to = place
        self.site = site
        self._followed: dict[Path, Value] = {}

    def forget_paths(self) -> None:
        """Follow them anew from now on."""
        self._followed = {}

    def follow(self, path: Path) -> Value:
        """What the caller has at a path of the callee."""
        value = self._followed.get(path)
        if value is None:
            value = self._port(path[0]) if len(path) == 1 else self._step(path)
            self._followed[path] = value
        return value

    def _port(self, port: Field) -> Value:
        value = self.binding.values.get(port)
        if value is not None:
            return value
        return self._captured(port) if isinstance(port, str) else self._default(port)

    def _step(self, path: Path) -> Value:
        """The last step of a path: by a method of the project where the callee could not know of one."""
        value, field = self.follow(path[:-1]), path[-1]
        named = is_plain(field)
        if named and not value.refs:
            return NOTHING
        if field == REACHED:
            return recursive_data.reached(self.frame, value)
        if not named and field == plain.STEP:
            return plain.taken(self.frame.engine, value)
        if not named and field in FORMS:
            return self.frame.deep(value, FORMS[str(field)])
        touched = value.refs and self.frame.engine.protocols.touch(value.refs)
        if touched and (len(path) > 2 or not unknown_classes.knew(self.frame, self.info, path[0])):
            own = unknown_classes.read(self.frame, value, self.named(field), (self.at, self.to))
            if own is not None:
                return join(own.value, self._part(own.rest, field)) if own.rest.refs else own.value
        if not named and isinstance(field, str) and is_handed(field):
            return self._of_handed_name(path, value, field)
        return self._part(value, field)

    def _of_handed_name(self, path: Path, value: Value, field: str) -> Value:
        """Attributes whose names the callee was handed, as their owner is called here."""
        names = self._handed_names(field)
        if names is None:
            key = self.named(field)
            every = key == ANY_ATTRIBUTE and handed_path(field)[-1] in (EACH, KEYS)
            return self.frame.any_attribute(value) if every else self.frame.read(value, key)
        carrier = self.binding.carriers.get(path[0]) if len(path) == 2 else None
        owner = carrier.value if carrier is not None else Name("", self.at)
        result = NOTHING
        for name in names:
            held = self.frame.read(value, "." + name)
            if held is NOTHING or any(type(ref) is Sym for ref in value.refs):
                held = self.frame.engine.attribute(self.frame, value, Attr(owner, name, self.to))
            result = join(result, held)
        return result

    def _handed_names(self, field: str) -> list[str] | None:
        """The name, or all of a collection, that the callee was handed; None where not all are known."""
        handed = self._handed(handed_path(field))
        keys = [attribute_key(each) for each in handed or ()]
        names = [str(key)[1:] for key in keys if isinstance(key, str) and store.is_named(key)]
        known = handed is not None and len(names) == len(keys) and not any(map(is_handed, keys))
        return names if known else None

    def _handed(self, way: Path) -> list[Value] | None:
        """What stands at the end of a way, each where that is items or keys; None where not all are known."""
        if way[-1] not in (EACH, KEYS):
            value = self.follow(way)
            return [Value(0, 0, (), text) for text in texts.alternatives(value.text)] or [value]
        holder = self.follow(way[:-1])
        if not (holder.refs or holder.exact or holder.vague):
            return [] if not holder.text else None
        items = self.frame.known_items(holder)
        entries = entries_of(self.frame, holder) if items is None else None
        return items if entries is None else [entry.key for entry in entries]

    def named(self, field: Field) -> Field:
        """A field whose key was handed to the callee by the name that it has here."""
        if is_plain(field):
            return field
        if isinstance(field, str) and field.startswith(KEY_OF):
            return handed_key(self.follow(way_of(field)))
        if isinstance(field, str) and is_handed(field):
            way = handed_path(field)
            key = each_attribute_key if way[-1] in (EACH, KEYS) else attribute_key
            return key(self.follow(way))
        return field

    def method(self, name: str) -> str:
        """The method that a deferred call names, '' where nobody knows what is handed in as its name."""
        if not name.startswith(KEY_OF):
            return name
        field = self.named("." + name)
        return "" if field == ANY_ATTRIBUTE else str(field)[1:]

    def _part(self, value: Value, field: Field) -> Value:
        """One step of a path: a field of its own name, or an item whose key the callee was handed."""
        if is_plain(field):
            below = recursive_data.below(self.frame, value, field)
            found = self.frame.read(value, field) if below is None else below
            return UNKNOWN if found is NOTHING and self._is_of_the_outside(value) else found
        if isinstance(field, str) and field.startswith(KEY_OF):
            return self._of_handed_key(value, field)
        if field == AS_DICT:
            return attribute_dicts(value)
        if field == REVEALED:
            return self.frame.revealed(value)
        if field == ANY_ATTRIBUTE:
            return self.frame.any_attribute(value)
        if field == EACH:
            return self.frame.elements_of(value)
        if isinstance(field, str) and field[0] in (COPY, WITHOUT):
            return copies.step(self.frame, value, field, self.frame.numbered((self.site, value.refs, field)))
        part = self.frame.read(value, self.named(field))
        if field != ANY and not is_open_key(field):
            return part
        return Value(part.exact | value.exact, part.vague | value.vague, part.refs, part.text)

    def _of_handed_key(self, value: Value, field: str) -> Value:
        """The item whose key the callee was handed, or those whose keys a collection lists."""
        way = way_of(field)
        result = NOTHING
        handed = self._handed(way)
        for key in [self.follow(way)] if handed is None else handed:
            found = self.frame.item(value, key)
            if found is NOTHING:
                place = (self.at, self.to)
                found = missing_items.made(self.frame, value, handed_key(key), key, place)
            result = join(result, found)
        return result

    def _is_of_the_outside(self, value: Value) -> bool:
        """Whether something may hold what nobody in the project put there."""
        own = self.frame.engine.program.classes
        return any(type(ref) is Instance and ref.type not in own for ref in value.refs)

    def _captured(self, port: str) -> Value:
        """A captured variable: as the function object keeps it, else as its owner's frame has it now."""
        if port in (SENT, THROWN):
            return NOTHING
        if port.startswith("@"):
            return of(Static(port[1:]))
        if port.startswith("#"):
            return planting.shared_here(self.frame, int(port[1:]))
        name = port[1:]
        held = self.frame.read(self.binding.kept, CAPTURED + name)
        if held is not NOTHING:
            return held
        owner = self.frame.engine.owner_of_captured(self.info, name)
        if owner == self.frame.info.symbol:
            return self.frame.lookup(name) or NOTHING
        return self.frame.sym((port,), "") if self.frame.info.symbol.startswith(f"{owner}.") else NOTHING

    def _default(self, port: int) -> Value:
        if port < len(self.info.facts.params):
            param = self.info.facts.params[port]
            if param.kind in (2, 4):
                return self.frame.fresh((self.site, port), "tuple" if param.kind == 2 else "dict")
            if type(param.default) is Const and param.default.kind == "str" and param.default.value:
                return Value(0, 0, (), str(param.default.value))
        return self.frame.read(self.binding.kept, f"{DEFAULT}{port}")
