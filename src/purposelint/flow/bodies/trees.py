"""Values as trees that need no store: what a finished function hands out, with the objects it made."""

from __future__ import annotations

from enum import Enum, auto

import msgspec

from purposelint.flow.application.callables import FUNCTION_FIELD, function_of
from purposelint.flow.application.decoration import named
from purposelint.flow.state import merged, merging, store, trimming
from purposelint.flow.state.frame import Frame
from purposelint.flow.state.summary import DEEPEST_OBJECT, ObjectTree, Tree
from purposelint.flow.state.values import (
    ANY,
    BEFORE,
    BEGUN,
    CAPTURED,
    CONTAINERS,
    FUNCTION,
    PARTIAL,
    PLANTED,
    UNKNOWN,
    AttributeDict,
    Bound,
    Field,
    Instance,
    Obj,
    Ref,
    Static,
    Value,
)


class Width(Enum):
    """How much of what a function makes its summary tells apart."""

    WHOLE = auto()
    ONE_OF_A_TYPE = auto()
    FLAT = auto()


class Freezer:
    """Trees of one frame. Objects are numbered in the order in which they are met.

    So two analyses that hand out the same differ in nothing, wherever the objects were made. What is
    given up to reach a fixpoint is said by `width`.
    """

    def __init__(self, frame: Frame, width: Width) -> None:
        self._frame = frame
        self._own = frame.engine.program.classes
        self._collapse = width is Width.FLAT
        self._condense = width is Width.ONE_OF_A_TYPE
        self._numbers: dict[tuple[int, ...], int] = {}
        self._store = frame.final
        self._frozen: dict[tuple[Ref, int], ObjectTree] = {}
        self._flattened: dict[Value, Tree] = {}

    def result(self, value: Value) -> Tree:
        """What a function returns, with what its own calls of the unknown gave, which go one further."""
        tree = self.tree(value, 0)
        guessed = value.vague & self._frame.undescribed & ~value.exact
        return msgspec.structs.replace(tree, vague=tree.vague | guessed) if guessed else tree

    def tree(self, value: Value, depth: int) -> Tree:
        """A value with the objects that the function made, as far as its width tells them apart."""
        if self._frame.final is not self._store:
            self._store = self._frame.final
            self._frozen.clear()
            self._flattened.clear()
        tree = self._tree(value, depth)
        return merging.condensed(tree) if self._condense and tree.objects else tree

    def _tree(self, value: Value, depth: int) -> Tree:
        """A value with the objects that the function made; too deep a one gives up its objects.

        What is only somewhere inside, after calls that nobody described, stays in the function, if it is
        not the result itself: handed on from call to call it would soon be everywhere. What a given-up
        object held goes one call further.
        """
        if self._collapse or depth > DEEPEST_OBJECT:
            flat = self._flat(value)
            return self._as_container(value, flat) if self._collapse and not depth else flat
        if not value.refs:
            return Tree(value.exact, 0, value.text, (), ())
        objects: list[ObjectTree] = []
        refs: list[Ref] = []
        for ref in value.refs:
            made = self._object(ref, depth)
            if made is not None:
                objects.append(made)
            elif ref not in BEFORE.refs:
                refs.append(self._apart(ref))
        return Tree(value.exact, 0, value.text, trimming.refs(refs, self._own), trimming.objects(objects))

    def _as_container(self, value: Value, flat: Tree) -> Tree:
        """Containers without items of their own: what was somewhere inside may be any item, at any depth."""
        types = (ref.type for ref in value.refs if isinstance(ref, Obj) and ref.type in CONTAINERS)
        kinds = tuple(dict.fromkeys(types)) if flat.vague else ()
        item = Tree(0, flat.vague, "", UNKNOWN.refs, ())
        made: tuple[ObjectTree, ...] = ()
        for level in range(DEEPEST_OBJECT if kinds else 0):
            held = ((ANY, item),)
            made = tuple(ObjectTree(self._number((level, n)), kind, held) for n, kind in enumerate(kinds))
            item = Tree(0, flat.vague, "", UNKNOWN.refs, made)
        return msgspec.structs.replace(flat, objects=made) if made else flat

    def _flat(self, value: Value) -> Tree:
        """A value without objects: many hold the same few things, which are looked through once."""
        tree = self._flattened.get(value)
        if tree is None:
            tree = self._flattened[value] = self._looked_through(value)
        return tree

    def _looked_through(self, value: Value) -> Tree:
        kept = tuple(
            self._apart(ref)
            for ref in value.refs
            if type(getattr(ref, "owner", ref)) is not Obj and ref not in BEFORE.refs
        )
        flat = self._frame.deep(value)
        if len(kept) < len(value.refs) and (flat.exact or flat.vague):
            self._frame.limited = True
        text = "" if self._collapse else value.text
        return Tree(value.exact, (flat.exact | flat.vague) & ~value.exact, text, kept, ())

    def _object(self, ref: Ref, depth: int) -> ObjectTree | None:
        """What the function made, with what it holds; None for anything else."""
        if type(ref) is Static or type(ref) is Bound:
            return self._code(ref, depth)
        site, kind = self._made(ref)
        if not site:
            return None
        if self._frame.leaving:
            return self._with_contents(ref, site, kind, depth)
        tree = self._frozen.get((ref, depth))
        if tree is None:
            tree = self._frozen[ref, depth] = self._with_contents(ref, site, kind, depth)
        return tree

    def _with_contents(self, ref: Ref, site: tuple[int, ...], kind: str, depth: int) -> ObjectTree:
        number = self._number(site)
        fields = merged.for_the_caller(store.fields_of(self._frame.final, ref) or {}, self._frame.symbols)
        inside = ((field, self._tree(held, depth + 1)) for field, held in fields.items() if field != BEGUN)
        held = trimming.fields(inside, self._own)
        if kind.startswith(FUNCTION) and not any(str(field).startswith(CAPTURED) for field, _ in held):
            held += self._captured(function_of(ref), depth)
        return ObjectTree(number, kind, held)

    def _made(self, ref: Ref) -> tuple[tuple[int, ...], str]:
        """Place and type of an object that the function made; an empty place for anything else."""
        if type(ref) is AttributeDict:
            return (ref.owner.site, "dict") if type(ref.owner) is Obj else ((), "")
        if type(ref) is Obj or (type(ref) is Instance and ref.site and ref in self._frame.final):
            return ref.site, ref.type
        return (), ""

    def _number(self, site: tuple[int, ...]) -> int:
        return self._numbers.setdefault(site, len(self._numbers))

    def _apart(self, ref: Ref) -> Ref:
        """A ref under its number, where the place that gave it is what tells it apart."""
        if type(ref) is Instance and ref.site:
            return Instance(ref.type, (self._number(ref.site), PLANTED))
        return ref

    def _code(self, ref: Static | Bound, depth: int) -> ObjectTree | None:
        """A callable that only this frame can read as an object that can leave it; None for any other."""
        if isinstance(ref, Static):
            captured = self._captured(ref.name, depth)
            at = self._frame.engine.program.functions[ref.name].facts.at if captured else 0
            return ObjectTree(self._number((at, 19)), FUNCTION + ref.name, captured) if captured else None
        if not any(isinstance(held, Obj) for held in ref.receiver.refs):
            return None
        function = self._tree(named(self._frame, ref.function), depth + 1)
        receiver = self._tree(ref.receiver, depth + 1)
        held: tuple[tuple[Field, Tree], ...] = ((FUNCTION_FIELD, function), (0, receiver))
        return ObjectTree(self._number((self._frame.info.facts.at, 20)), PARTIAL + ref.function, held)

    def _captured(self, symbol: str, depth: int) -> tuple[tuple[Field, Tree], ...]:
        """The variables around it that an inner function takes along when it leaves its maker."""
        frame = self._frame
        if frame.info.facts.kind not in ("function", "lambda") or symbol in frame.leaving:
            return ()
        info = frame.engine.program.functions.get(symbol)
        if info is None or not symbol.startswith(f"{frame.info.symbol}."):
            return ()
        kept: list[tuple[Field, Tree]] = []
        frame.leaving.add(symbol)
        for name in sorted(frame.engine.free_names(symbol)):
            owner = frame.engine.owner_of_captured(info, name)
            value = frame.final.get(name) if owner == frame.info.symbol else None
            if owner and not owner.startswith(frame.info.symbol):
                value = frame.sym(("^" + name,), "")
            if type(value) is Value:
                kept.append((CAPTURED + name, self._tree(value, depth + 1)))
        frame.leaving.discard(symbol)
        return tuple(kept)
