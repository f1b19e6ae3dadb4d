"""What several functions leave in one place: one object for each type, with the fields of all."""

from __future__ import annotations

from collections.abc import Sequence

from purposelint.flow.state.summary import ObjectTree, Tree
from purposelint.flow.state.values import SYMBOL_MASK, Field, Instance, Value, join

Fields = tuple[tuple[Field, Tree], ...]


def merged(trees: Sequence[Tree]) -> Tree:
    """The tree of whatever any of these trees may be; its objects stay side by side."""
    if len(trees) == 1:
        return trees[0]
    first, *others = trees
    value = Value(first.exact, first.vague, first.refs, first.text)
    for tree in others:
        value = join(value, Value(tree.exact, tree.vague, tree.refs, tree.text))
    objects = dict.fromkeys(made for tree in trees for made in tree.objects)
    return Tree(value.exact, value.vague, value.text, value.refs, tuple(objects))


def by_type(objects: Sequence[ObjectTree]) -> Sequence[ObjectTree]:
    """One object for each type, with the fields of all of them; a field may be there several times."""
    if len(objects) < 2:
        return objects
    grouped: dict[str, list[ObjectTree]] = {}
    for made in objects:
        grouped.setdefault(made.type, []).append(made)
    if len(grouped) == len(objects):
        return objects
    return [
        ObjectTree(
            same[0].number, kind, tuple(dict.fromkeys(field for made in same for field in made.fields))
        )
        for kind, same in grouped.items()
    ]


def sources(*trees: Tree) -> int:
    """The sources anywhere in trees; parts that they share are looked at once."""
    mask = 0
    pending = list(trees)
    seen: set[int] = set()
    while pending:
        tree = pending.pop()
        mask |= tree.exact | tree.vague
        for made in tree.objects:
            if id(made) not in seen:
                seen.add(id(made))
                pending.extend(held for _, held in made.fields)
    return mask & ~SYMBOL_MASK


def by_field(fields: Fields) -> Fields:
    """Every field once, with all that may be in it."""
    grouped: dict[Field, list[Tree]] = {}
    for field, tree in fields:
        grouped.setdefault(field, []).append(tree)
    if len(grouped) == len(fields):
        return fields
    return tuple((field, merged(trees)) for field, trees in grouped.items())


def condensed(tree: Tree) -> Tree:
    """A tree with one object for each type at every level, so that what is handed on can't grow."""
    return _condensed(tree, {})


_Known = dict[int, tuple[Tree, Tree]]
"""What was made of parts that were met already, by the part's identity: trees share theirs."""


def _condensed(tree: Tree, known: _Known) -> Tree:
    _, found = known.get(id(tree), (tree, None))
    if found is None:
        objects = tuple(
            ObjectTree(
                made.number,
                made.type,
                tuple((name, _condensed(held, known)) for name, held in by_field(made.fields)),
            )
            for made in by_type(tree.objects)
        )
        found = Tree(tree.exact, tree.vague, tree.text, tree.refs, objects)
        known[id(tree)] = tree, found
    return found


class Essences:
    """What trees say, whatever the numbers of their objects: the same for two trees that say the same.

    Trees share their parts, and so do the essences of all trees that one of these is asked for.
    """

    def __init__(self) -> None:
        self._same: dict[ObjectTree, ObjectTree] = {}

    def of(self, tree: Tree) -> Tree:
        """The essence of a tree."""
        return self._of(tree, {})

    def _of(self, tree: Tree, known: _Known) -> Tree:
        _, found = known.get(id(tree), (tree, None))
        if found is None:
            refs = tuple(Instance(ref.type) if type(ref) is Instance else ref for ref in tree.refs)
            objects = sorted(
                (self._object(made, known) for made in by_type(tree.objects)), key=lambda made: made.type
            )
            found = Tree(tree.exact, tree.vague, tree.text, tuple(dict.fromkeys(refs)), tuple(objects))
            known[id(tree)] = tree, found
        return found

    def _object(self, made: ObjectTree, known: _Known) -> ObjectTree:
        fields = sorted(((name, self._of(held, known)) for name, held in by_field(made.fields)), key=_name)
        essence = ObjectTree(0, made.type, tuple(fields))
        return self._same.setdefault(essence, essence)


def _name(field: tuple[Field, Tree]) -> str:
    return str(field[0])
