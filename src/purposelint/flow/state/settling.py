"""What is left in shared things says the same whoever calls: trees without anything of callers."""

from __future__ import annotations

from purposelint.flow.state.summary import ObjectTree, Tree
from purposelint.flow.state.values import SYMBOL_MASK, Bound, Instance, Ref, Sym, Value


class Settled:
    """What trees say whoever calls. They share parts, and so does what is made of them."""

    def __init__(self) -> None:
        self._known: dict[int, tuple[Tree, Tree | None]] = {}

    def of(self, tree: Tree) -> Tree | None:
        """What a tree says whoever calls; None where that is nothing."""
        found = self._known.get(id(tree))
        if found is None:
            found = self._known[id(tree)] = tree, self._without_callers(tree)
        return found[1]

    def _without_callers(self, tree: Tree) -> Tree | None:
        refs = tuple(settled_ref for ref in tree.refs if (settled_ref := _settled(ref)) is not None)
        objects = tuple(
            ObjectTree(
                made.number,
                made.type,
                tuple((field, inner) for field, held in made.fields if (inner := self.of(held)) is not None),
            )
            for made in tree.objects
        )
        exact, vague = tree.exact & ~SYMBOL_MASK, tree.vague & ~SYMBOL_MASK
        if not (exact or vague or refs or objects or tree.text):
            return None
        found = Tree(exact, vague, tree.text, refs, objects)
        return tree if found == tree else found


def settled(tree: Tree) -> Tree | None:
    """What one tree says whoever calls; None where that is nothing."""
    return Settled().of(tree)


def _settled(ref: Ref) -> Ref | None:
    if type(ref) is Sym:
        return Instance(ref.type) if ref.type else None
    if type(ref) is Bound:
        return Bound(ref.function, _settled_value(ref.receiver))
    return ref


def _settled_value(value: Value) -> Value:
    refs = tuple(found for ref in value.refs if (found := _settled(ref)) is not None)
    return Value(value.exact & ~SYMBOL_MASK, value.vague & ~SYMBOL_MASK, refs, value.text)
