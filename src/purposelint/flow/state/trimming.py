"""What a summary may leave out: parts without data, code or a class of the project, told by place only."""

from __future__ import annotations

from collections.abc import Container, Iterable

from purposelint.flow.state.summary import ObjectTree, Tree
from purposelint.flow.state.values import ANY, CONTAINERS, KEYS, Field, Instance, Ref


def is_silent(tree: Tree, own: Container[str]) -> bool:
    """Whether nobody could tell anything from a tree: no data, no code, no class in `own`."""
    if tree.exact or tree.vague or tree.text:
        return False
    refs = all(type(ref) is Instance and ref.type not in own for ref in tree.refs)
    return refs and all(made.type in CONTAINERS and not made.fields for made in tree.objects)


def is_silent_in(field: Field, tree: Tree, own: Container[str]) -> bool:
    """Whether nobody could tell anything from what a field holds; a key is asked for its data alone."""
    if field != KEYS or tree.exact or tree.vague:
        return is_silent(tree, own)
    return not tree.objects and not any(getattr(ref, "type", "") in own for ref in tree.refs)


def fields(held: Iterable[tuple[Field, Tree]], own: Container[str]) -> tuple[tuple[Field, Tree], ...]:
    """Fields of an object without those that say of no known item that something unknown is there."""
    return tuple((name, tree) for name, tree in held if name not in (ANY, KEYS) or not is_silent(tree, own))


def objects(made: list[ObjectTree]) -> tuple[ObjectTree, ...]:
    """Objects, of those without fields one a type."""
    if len(made) < 2:
        return tuple(made)
    kept = {each if each.fields else each.type: each for each in reversed(made)}
    return tuple(reversed(kept.values()))


def refs(found: list[Ref], own: Container[str]) -> tuple[Ref, ...]:
    """References, of instances of one class of the outside of which nothing else is known the first."""
    if len(found) < 2:
        return tuple(found)
    kept: dict[object, Ref] = {}
    for ref in found:
        plain = type(ref) is Instance and ref.type not in own
        kept.setdefault(("plain", ref.type) if plain and type(ref) is Instance else ref, ref)
    return tuple(kept.values())
