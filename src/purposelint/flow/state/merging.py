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
    objects = tuple(
        ObjectTree(
            made.number, made.type, tuple((name, condensed(held)) for name, held in by_field(made.fields))
        )
        for made in by_type(tree.objects)
    )
    return Tree(tree.exact, tree.vague, tree.text, tree.refs, objects)


def essence(tree: Tree) -> Tree:
    """What a tree says, whatever the numbers of its objects."""
    refs = tuple(Instance(ref.type) if isinstance(ref, Instance) else ref for ref in tree.refs)
    objects = (
        ObjectTree(
            0, made.type, tuple(sorted(((n, essence(held)) for n, held in by_field(made.fields)), key=_name))
        )
        for made in by_type(tree.objects)
    )
    kinds = sorted(objects, key=lambda made: made.type)
    return Tree(tree.exact, tree.vague, tree.text, tuple(dict.fromkeys(refs)), tuple(kinds))


def _name(field: tuple[Field, Tree]) -> str:
    return str(field[0])
