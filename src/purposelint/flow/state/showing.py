"""What a value shows when it is logged, sent, stored or turned into text.

The most frequent question of the analysis: the usual answers, for text and for one untouched object,
come first.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from purposelint.flow.state import item_classes, store
from purposelint.flow.state.fields import without_step
from purposelint.flow.state.forms import INSIDE, ITEMS, REPR, STEPS, TEXT
from purposelint.flow.state.rows import row_class
from purposelint.flow.state.store import State
from purposelint.flow.state.summary import Symbol
from purposelint.flow.state.throwing import ARGUMENTS
from purposelint.flow.state.values import (
    ANY,
    AS_DICT,
    CLEARED,
    CONTAINERS,
    NOTHING,
    REVEALED,
    SYMBOLS,
    THINGS,
    UNKNOWN,
    AttributeDict,
    Instance,
    Obj,
    Path,
    Ref,
    Sym,
    Value,
    holds,
    labelled,
)

if TYPE_CHECKING:
    from purposelint.flow.engine import Engine
    from purposelint.flow.state.frame import Frame
    from purposelint.flow.state.item_classes import ItemClass

_LOOKS_AT_ONCE = 4
"""Things looked at that cost as much as an expression."""

_DEEPEST = 8
"""Containers within containers that a sink looks into."""

_DEEPEST_RECORD = 4
"""Containers within containers in which a serialiser is taken to find records, and the most of these."""

_MOST_OBJECTS = 8


class Showing:
    """The part of a frame that turns values into labels."""

    engine: Engine
    state: State | None
    limited: bool
    work: int
    item_classes: dict[Path, ItemClass]

    def __init__(self) -> None:
        """Begin without symbols."""
        self.symbols: list[Symbol] = []
        self._symbol_masks: dict[Symbol, int] = {}
        self._path_masks: dict[Path, int] = {}
        self._printing: set[Ref] = set()

    def deep(self, value: Value, form: str = TEXT) -> Value:
        """All labels of a value as a sink or a text sees it: its own, and those of containers' contents.

        `form` is which text of an object is asked for.
        """
        refs = value.refs
        if not refs:
            return value if value.exact or value.vague else NOTHING
        if form is TEXT and len(refs) == 1 and not self._has_more(refs[0]):
            ref = refs[0]
            exact = value.exact
            if type(ref) is Sym:
                exact |= self._path_masks.get(ref.path) or self.path_mask(ref.path)
            return Value(exact, value.vague) if exact or value.vague else NOTHING
        return self._search(value, form)

    def _has_more(self, ref: Ref) -> bool:
        """Whether more than a ref itself shows: what was put into it, or a form of its own."""
        state = self.state
        if (state is not None and ref in state) or type(ref) is AttributeDict:
            return True
        if self.item_classes and type(ref) is Sym and ref.path in self.item_classes:
            return True
        kind = getattr(ref, "type", "")
        return bool(kind) and self.engine.is_special(kind)

    def plain(self, value: Value) -> Value:
        """Labels of texts and of what containers hold, without those that objects show when printed."""
        return self._search(value, "")

    def _search(self, value: Value, form: str) -> Value:
        if self.is_spent():
            return labelled(value.exact, value.vague)
        exact = vague = 0
        seen: set[tuple[Ref, str]] = set()
        pending: list[tuple[Value, int, str]] = [(value, 0, form)]
        while pending:
            current, depth, form = pending.pop()
            if self._conceals(current.refs):
                continue
            exact |= current.exact
            vague |= current.vague
            for ref in current.refs:
                if (ref, form) in seen:
                    continue
                seen.add((ref, form))
                own, inside = self._shown(ref, depth, form)
                exact |= own.exact
                vague |= own.vague
                below = self._form_inside(ref, form) if inside else ""
                for held in inside:
                    if held.refs:
                        pending.append((held, depth + 1, below))
                    else:
                        exact |= held.exact
                        vague |= held.vague
        self.work += len(seen) // _LOOKS_AT_ONCE
        return labelled(exact, vague)

    def is_spent(self) -> bool:
        """Whether the function has had all the work that one may take."""
        raise NotImplementedError

    def _form_inside(self, ref: Ref, form: str) -> str:
        """The form in which the contents of a thing show; an exception shows a single argument as text."""
        if type(ref) is not Instance:
            return INSIDE.get(form, "")
        held = (store.fields_of(self.state or {}, ref) or {}).get(ARGUMENTS)
        made_with = self._frame().length(held, 1) if held is not None else 1
        return REPR if made_with > 1 or form == REPR else ITEMS if form else ""

    def _conceals(self, refs: tuple[Ref, ...]) -> bool:
        """Whether one of several things prints without what it holds."""
        conceals = self.engine.knowledge.conceals
        for ref in refs:
            kind = _type(ref)
            if kind and conceals(kind):
                return True
        return False

    def _shown(self, ref: Ref, depth: int, form: str) -> tuple[Value, Sequence[Value]]:
        """What a ref itself shows in a form, without objects for '', and the contents that show with it."""
        exact = vague = 0
        inside: Sequence[Value] = ()
        if type(ref) is Sym:
            exact = self._rest_mask(ref, form, depth)
        elif type(ref) is AttributeDict:
            inside = self._all_fields(ref.owner) if depth < _DEEPEST else ()
            return Value(self._of_caller(ref.owner)), inside
        elif not isinstance(ref, THINGS):
            return NOTHING, ()
        if form and ref.type and self.engine.is_special(ref.type):
            shown = self._printed(ref, form)
            exact, vague = exact | shown.exact, shown.vague
            if form in (TEXT, REPR) and isinstance(ref, Obj) and self.engine.says_its_text(ref.type, form):
                return Value(exact, vague), ()
        inside = self._contents(ref)
        if self.item_classes and type(ref) is Sym:
            inside = [*inside, *item_classes.shown(self.item_classes, ref)]
        if inside and depth >= _DEEPEST:
            self.limited, inside = True, ()
        return labelled(exact, vague), inside

    def revealed(self, value: Value) -> Value:
        """What a value holds that conceals it when it is printed."""
        refs = (
            Sym((*ref.path, REVEALED), "") if type(ref) is Sym else UNKNOWN.refs[0]
            for ref in value.refs
            if self.engine.knowledge.conceals(_type(ref)) or type(ref) is Sym
        )
        return Value(value.exact, value.vague, tuple(refs))

    def caller_fields(self, ref: Sym) -> Value:
        """Labels of everything that an object of the caller's has there."""
        return Value(self.path_mask(ref.path) | self._of_caller(ref), 0)

    def _rest_mask(self, ref: Sym, form: str = TEXT, depth: int = 0) -> int:
        """Mask of what the caller handed in, as far as nothing was written over it.

        Of something unknown inside a container the caller is asked for its text, whatever it may be.
        """
        fields = (self.state or {}).get(ref)
        path = ref.path
        if fields and CLEARED in fields:
            return 0
        gone = store.overwritten(ref, fields) if fields else ()
        if gone:
            path = (*path, without_step(gone))
        if form in STEPS and (ref.type or not depth) and self.engine.differs(ref.type, form):
            path = (*path, STEPS[form])
        return self.path_mask(path)

    def _of_caller(self, ref: Ref) -> int:
        """Mask of all attributes that an object of the caller's has there."""
        return self.path_mask((*ref.path, AS_DICT)) if type(ref) is Sym else 0

    def _all_fields(self, ref: Ref) -> list[Value]:
        """What the attributes of an instance hold; of the caller's object, what is known of them here."""
        if not isinstance(ref, THINGS):
            return []
        written = store.fields_of(self.state or {}, ref) or {}
        found = self.engine.all_fields(self._frame(), ref)
        if type(ref) is Sym:
            return [
                held if "." + name in written else Value(held.exact, held.vague)
                for name, held in found.items()
            ]
        return [*found.values(), *(held for field, held in written.items() if not store.is_named(field))]

    def _printed(self, ref: Obj | Sym | Instance, form: str) -> Value:
        """A printed form of an instance; of one that is being printed already nothing more."""
        if ref in self._printing or not self.engine.has_form(ref.type):
            return NOTHING
        self._printing.add(ref)
        shown = self.engine.printed(self._frame(), ref, form)
        self._printing.discard(ref)
        return shown

    def _frame(self) -> Frame:
        """This frame, whole."""
        raise NotImplementedError

    def whole(self, value: Value) -> Value:
        """All labels anywhere in a value: the fields of instances too, as `asdict` shows them."""
        flat = self.deep(value)
        refs = (AttributeDict(ref) for ref in self.objects_in(value) if _type(ref))
        fields = self.deep(Value(0, 0, tuple(refs)))
        return labelled(flat.exact | fields.exact, flat.vague | fields.vague)

    def objects_in(self, value: Value) -> list[Ref]:
        """Instances of classes of the project, and what the caller handed in, through containers of them."""
        found: dict[Ref, None] = {}
        pending = [(value, 0)]
        while pending and len(found) < _MOST_OBJECTS:
            current, depth = pending.pop()
            for ref in current.refs:
                kind = _type(ref)
                if kind in self.engine.program.classes or (type(ref) is Sym and not kind):
                    found[ref] = None
                elif row_class(ref):
                    found[Instance(row_class(ref))] = None
                elif kind in CONTAINERS and (fields := store.fields_of(self.state or {}, ref)):
                    self.limited = self.limited or depth >= _DEEPEST_RECORD
                    if depth < _DEEPEST_RECORD:
                        pending.extend((held, depth + 1) for held in fields.values())
        self.limited = self.limited or bool(pending)
        return list(found)

    def keep(self, target: Value, held: Value) -> None:
        """Put data into something that keeps it: the variable's own labels grow with it."""
        if self.state is None:
            return
        for ref in target.refs:
            if holds(ref):
                store.write(self.state, ref, ANY, held, strong=False)
        for name, value in list(self.state.items()):
            if isinstance(name, str) and value.refs and value.refs == target.refs:
                self.state[name] = Value(
                    value.exact | held.exact, value.vague | held.vague, value.refs, value.text
                )

    def _contents(self, ref: Obj | Sym | Instance) -> Sequence[Value]:
        """What shows when a thing is printed: the contents of containers, not the fields of instances.

        Whatever was put into something of the outside (a message, a session) goes where it goes; a class of
        the project says itself what it shows.
        """
        fields = store.fields_of(self.state, ref) if self.state else None
        if not fields:
            return ()
        if type(ref) is Instance and ref.type not in self.engine.program.classes:
            return [fields[ARGUMENTS]] if ARGUMENTS in fields else list(fields.values())
        return [
            held for field, held in fields.items() if not (isinstance(field, str) and field.startswith("."))
        ]

    def path_mask(self, path: Path) -> int:
        """Mask of the symbolic bit of a path."""
        mask = self._path_masks.get(path)
        if mask is None:
            mask = self._path_masks[path] = self.symbol(Symbol(path))
        return mask

    def symbol(self, symbol: Symbol) -> int:
        """Mask of a symbol; when bits run out, paths of one port share a bit."""
        mask = self._symbol_masks.get(symbol)
        if mask is None:
            if len(self.symbols) >= SYMBOLS - 1:
                self.limited = True
                shorter = Symbol(symbol.path[:1], symbol.guard)
                return self._symbol_masks.get(shorter) or self._symbol_masks[self.symbols[-1]]
            mask = self._symbol_masks[symbol] = 1 << len(self.symbols)
            self.symbols.append(symbol)
        return mask


def _type(ref: Ref) -> str:
    return getattr(ref, "type", "")
