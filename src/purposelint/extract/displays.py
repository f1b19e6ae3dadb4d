"""Displays and comprehensions: lists, tuples, sets, dicts and generators."""

from __future__ import annotations

from collections.abc import Sequence

from purposelint.domain.expressions import Clause, Comp, Const, Expr, Item, Map, Seq, Star
from purposelint.extract import nodes as cst
from purposelint.extract.comments import Element
from purposelint.extract.walk import Walk


def lower_tuple(walk: Walk, node: cst.Tuple) -> Expr:
    """`a, b` and `(a, b)`."""
    cursor = walk.cursor
    if not node.lpar:
        return Seq("tuple", tuple([_lower_item(walk, element) for element in node.elements]))
    opening = cursor.index - 1
    items = _lower_items(walk, node.elements, opening)
    cursor.close(opening)
    return Seq("tuple", items)


def lower_list(walk: Walk, node: cst.List) -> Expr:
    """`[a, b]`."""
    opening = walk.cursor.take("[")
    items = _lower_items(walk, node.elements, opening)
    walk.cursor.close(opening)
    return Seq("list", items)


def lower_set(walk: Walk, node: cst.Set) -> Expr:
    """`{a, b}`."""
    opening = walk.cursor.take("{")
    items = _lower_items(walk, node.elements, opening)
    walk.cursor.close(opening)
    return Seq("set", items)


def _lower_items(walk: Walk, nodes: Sequence[cst.BaseElement], opening: int) -> tuple[Expr, ...]:
    if opening not in walk.ownership.brackets:
        return tuple([_lower_item(walk, node) for node in nodes])
    cursor = walk.cursor
    limit = cursor.tokens.partners[opening]
    items: list[Expr] = []
    elements: list[Element] = []
    for node in nodes:
        first, at = cursor.index, cursor.element_start()
        items.append(_lower_item(walk, node))
        cursor.skip_closers_before(limit)
        elements.append(Element(first, cursor.index, at, cursor.end()))
    walk.ownership.register(opening, elements)
    return tuple(items)


def _lower_item(walk: Walk, node: cst.BaseElement) -> Expr:
    return walk.expr(node.value if type(node) is cst.Element else node)


def lower_dict(walk: Walk, node: cst.Dict) -> Expr:
    """`{key: value, **rest}`; its constant keys are mentions of the word that owns it."""
    cursor = walk.cursor
    owner, walk.dict_owner = walk.dict_owner, ""
    opening = cursor.take("{")
    limit = cursor.tokens.partners[opening]
    items: list[Item] = []
    elements: list[Element] = []
    for element in node.elements:
        first = cursor.index
        key = walk.expr(element.key) if isinstance(element, cst.DictElement) else None
        cursor.skip_closers_before(limit)
        word = key.value if isinstance(key, Const) and isinstance(key.value, str) else ""
        if word:
            walk.mentions.add(("key", owner, word))
        at = cursor.element_start()
        if type(element.value) is cst.Dict:
            walk.dict_owner = word
        value = walk.expr(element.value)
        cursor.skip_closers_before(limit)
        items.append(Item(key, value, at, cursor.end()))
        elements.append(Element(first, cursor.index, at, items[-1].to))
    if opening in walk.ownership.brackets:
        walk.ownership.register(opening, elements)
    cursor.close(opening)
    return Map(tuple(items))


def lower_generator(walk: Walk, node: cst.GeneratorExp) -> Expr:
    """`(x for x in y)`."""
    return _comprehension(walk, "generator", node.elt, None, node.for_in)


def lower_list_comprehension(walk: Walk, node: cst.ListComp) -> Expr:
    """`[x for x in y]`."""
    opening = walk.cursor.take("[")
    result = _comprehension(walk, "list", node.elt, None, node.for_in)
    walk.cursor.close(opening)
    return result


def lower_set_comprehension(walk: Walk, node: cst.SetComp) -> Expr:
    """`{x for x in y}`."""
    opening = walk.cursor.take("{")
    result = _comprehension(walk, "set", node.elt, None, node.for_in)
    walk.cursor.close(opening)
    return result


def lower_dict_comprehension(walk: Walk, node: cst.DictComp) -> Expr:
    """`{k: v for k, v in y}`."""
    opening = walk.cursor.take("{")
    result = _comprehension(walk, "dict", node.key, node.value, node.for_in)
    walk.cursor.close(opening)
    return result


def lower_merging_comprehension(walk: Walk, node: cst.CSTNode) -> Expr:
    """`{**x for x in y}` (PEP 798): a dict comprehension whose element is `**x`, as a `Star`."""
    opening = walk.cursor.take("{")
    value: cst.CSTNode = node.value  # type: ignore[attr-defined]
    for_in: cst.CompFor = node.for_in  # type: ignore[attr-defined]
    element = Star(walk.expr(value))
    clauses = _clauses(walk, for_in)
    walk.cursor.close(opening)
    return Comp("dict", element, None, clauses)


def _comprehension(
    walk: Walk, kind: str, element: cst.CSTNode, value: cst.CSTNode | None, for_in: cst.CompFor
) -> Comp:
    lowered = walk.expr(element)
    lowered_value = walk.optional(value)
    return Comp(kind, lowered, lowered_value, _clauses(walk, for_in))


def _clauses(walk: Walk, for_in: cst.CompFor) -> tuple[Clause, ...]:
    clauses: list[Clause] = []
    current: cst.CompFor | None = for_in
    while current is not None:
        target = walk.expr(current.target)
        walk.mention_targets(target)
        iterated = walk.expr(current.iter)
        tests = tuple([walk.expr(each.test) for each in current.ifs])
        clauses.append(Clause(target, iterated, tests, current.asynchronous is not None))
        current = current.inner_for_in
    return tuple(clauses)
