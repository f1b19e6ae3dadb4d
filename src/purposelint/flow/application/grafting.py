"""A callee's trees as values of the frame that calls it: labels translated, objects made anew."""

from __future__ import annotations

from purposelint.flow.application.following import Following
from purposelint.flow.application.left_out import LeftOut
from purposelint.flow.objects.spreading import spread
from purposelint.flow.state import planting
from purposelint.flow.state.fields import is_open_key
from purposelint.flow.state.frame import Frame
from purposelint.flow.state.merged import MERGED
from purposelint.flow.state.summary import DEEPEST_OBJECT, GIVEN, ObjectTree, Summary, Symbol, Tree
from purposelint.flow.state.values import (
    ANY,
    CONTAINERS,
    FUNCTION,
    MAX_FIELDS,
    MAX_REFS,
    NOTHING,
    PARTIAL,
    SPREAD,
    SYMBOL_MASK,
    UNKNOWN,
    AttributeDict,
    Bound,
    Field,
    Instance,
    Obj,
    Ref,
    SharedObj,
    Sym,
    Value,
    attribute_dicts,
    bits,
    join,
    labelled,
    of,
)

_SPREAD = frozenset({SPREAD, MERGED})
"""Fields that hold mappings of the callee's caller, whose keys are known here."""

_FILLING_COST = 10
"""Expressions that cost as much as putting what a callee's object holds into one of this call."""


class Graft:
    """Trees and masks of one summary at one call site."""

    def __init__(self, paths: Following, summary: Summary, left_out: LeftOut) -> None:
        self.paths = paths
        self.frame: Frame = paths.frame
        self.summary = summary
        self.left_out = left_out
        self._masks: dict[int, Value] = {}
        self._pairs: dict[tuple[int, int], Value] = {}
        self._filled: dict[Ref, ObjectTree] = {}

    def forget(self) -> None:
        """Read anew: a call that was made now may have written to what was read."""
        self.paths.forget_paths()
        self._masks, self._pairs = {}, {}

    def _mask(self, index: int) -> Value:
        """Labels that one symbolic bit of the callee stands for here."""
        found = self._masks.get(index)
        if found is None:
            symbol: Symbol = self.summary.symbols[index]
            value = self.paths.follow(symbol.path)
            found = self.frame.guarded(value, symbol.guard) if symbol.guard else self.frame.deep(value)
            self._masks[index] = found
        return found

    def masks(self, exact: int, vague: int) -> Value:
        """A pair of the callee's masks in the caller's terms."""
        if not exact and not vague:
            return NOTHING
        found = self._pairs.get((exact, vague))
        if found is None:
            found = self._pairs[exact, vague] = self._translated(exact, vague)
        return found

    def _translated(self, exact: int, vague: int) -> Value:
        result_exact = self.left_out.without(exact & ~SYMBOL_MASK)
        result_vague = self.left_out.without(vague & ~SYMBOL_MASK)
        for index in bits(exact & SYMBOL_MASK):
            part = self._mask(index)
            result_exact |= part.exact
            result_vague |= part.vague
        for index in bits(vague & SYMBOL_MASK):
            part = self._mask(index)
            result_vague |= part.exact | part.vague
        return labelled(result_exact, result_vague & ~result_exact)

    def value(self, tree: Tree, depth: int = 0) -> Value:
        """A tree of the callee as a value here; objects become objects of this call site.

        What is held in many places of the tree is the same object here, and filled once.
        """
        if not depth:
            self._filled.clear()
        flat = self.masks(tree.exact, tree.vague) if tree.exact or tree.vague else NOTHING
        if not (tree.refs or tree.objects) or self.frame.is_spent():
            return Value(flat.exact, flat.vague, (), tree.text) if tree.text else flat
        exact, vague, text = flat.exact, flat.vague, tree.text
        refs: tuple[Ref, ...] = ()
        for ref in tree.refs:
            here = self._ref(ref)
            text = text or (here.text if len(tree.refs) == 1 and not tree.objects else "")
            exact |= here.exact
            vague |= here.vague
            if not refs:
                refs = here.refs
            else:
                refs += tuple([r for r in here.refs if r not in refs])
        for made in tree.objects:
            if depth > DEEPEST_OBJECT:
                continue
            obj = self._made(made)
            if self._filled.get(obj) is not made:
                self._fill(obj, made, depth + 1)
                self._filled[obj] = made
            refs = (*refs, obj)
        return Value(exact, vague, refs, text)

    def _fill(self, obj: Ref, made: ObjectTree, depth: int) -> None:
        """Put into an object what the callee's holds.

        What recurs keeps what its other turns hold, and so does what other functions of the call gave.
        """
        state = self.frame.state
        if state is None:
            return
        self.frame.work += _FILLING_COST
        other = self.frame.deferrals.turns.has_another(obj)
        again = obj in state and (other or self._recurs(made))
        if not again:
            state[obj] = {}
        parts = [(self.paths.named(field), self.value(held, depth)) for field, held in made.fields]
        if again or len(parts) >= MAX_FIELDS or any(name in _SPREAD for name, _ in parts):
            for name, part in sorted(parts, key=lambda part: part[0] not in _SPREAD):
                self.set(of(obj), name, join(self.frame.read(of(obj), name), part) if again else part)
            return
        fields: dict[Field, Value] = {}
        for name, part in parts:
            held = self.frame.bounded(part) if len(part.refs) > MAX_REFS else part
            fields[name] = join(fields[name], held) if name in fields else held
            if is_open_key(name):
                fields.setdefault(ANY, NOTHING)
        state[obj] = fields

    def _made(self, made: ObjectTree) -> Ref:
        """An object of the callee as one of this call site."""
        site = (self.paths.site, made.number, GIVEN)
        if self._recurs(made):
            site = (self.paths.info.facts.at, 0, GIVEN)
        own = made.type in CONTAINERS or made.type in self.frame.engine.program.classes
        own = own or made.type.startswith((FUNCTION, PARTIAL))
        return Obj(site, made.type) if own else Instance(made.type, site)

    def _recurs(self, made: ObjectTree) -> bool:
        """Whether a function that calls itself made an object: one of a class for all its deeper turns."""
        return self.paths.info is self.frame.info and made.type in self.frame.engine.program.classes

    def _ref(self, ref: Ref) -> Value:
        if type(ref) is Sym:
            value = self.paths.follow(ref.path)
            if value is NOTHING and ref.type:
                return UNKNOWN
            return value
        if type(ref) is Bound:
            return of(Bound(ref.function, self._receiver(ref)))
        if type(ref) is AttributeDict:
            return attribute_dicts(self._ref(ref.owner))
        if type(ref) is Instance and ref.site:
            return of(Instance(ref.type, (self.paths.site, ref.site[0], GIVEN)))
        if type(ref) is SharedObj:
            return planting.shared_here(self.frame, ref.site[0])
        return of(ref)

    def _receiver(self, method: Bound) -> Value:
        """Whose method it is here: no other method, since methods of methods of methods would never end."""
        receiver = NOTHING
        for part in method.receiver.refs:
            receiver = join(receiver, self._ref(part))
        if not any(type(ref) is Bound for ref in receiver.refs):
            return receiver
        things = tuple(ref for ref in receiver.refs if type(ref) is not Bound)
        return Value(receiver.exact, receiver.vague, things or UNKNOWN.refs, receiver.text)

    def set(self, target: Value, field: Field, value: Value, *, kept: bool = True) -> None:
        """Write a field; a mapping that the callee spread into attributes may be known here."""
        if field in _SPREAD:
            spread(self.frame, value, attribute_dicts(target) if field == SPREAD else target)
        else:
            self.frame.write(target, field, value, kept=kept)
