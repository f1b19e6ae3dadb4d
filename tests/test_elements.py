"""Every element's own examples: its hits are found under its id, its misses are silent.

An example is `field`, `Owner.field` or `Owner.field: dotted.Type`; it becomes a column of a stored
model, alone in its class, so that nothing but the example speaks for it.
"""

from __future__ import annotations

import pytest

from purposelint.classify import classify, classify_name
from purposelint.domain.expressions import Attr, Expr, Name
from purposelint.domain.facts import Class, Field, FileFacts
from purposelint.domain.place import pack
from purposelint.domain.program import ClassInfo, Module, Program
from support.library_examples import shipped_catalog as catalog

NOBODY = "Record"
"""Owner of examples that name none: a word that says nothing."""


def expression(dotted: str) -> Expr:
    root, *rest = dotted.split(".")
    expr: Expr = Name(root, 0)
    for name in rest:
        expr = Attr(expr, name, 0)
    return expr


def parts(example: str) -> tuple[str, str, str]:
    """Owner, field and dotted type of an example."""
    name, _, type_ = example.partition(": ")
    owner, _, field = name.rpartition(".")
    return owner or NOBODY, field, type_


def seen(example: str) -> str:
    """Element that the example's column is taken for, '' for none."""
    owner, name, type_ = parts(example)
    annotation = expression(type_ or "typing.Any")
    field = Field(name, annotation, None, "", pack(2, 5), pack(2, 20))
    facts = Class(owner, owner, 0, 1, (), (), (), (field,), "", pack(1, 1), pack(1, 10), pack(2, 20))
    symbol = f"records.{owner}"
    info = ClassInfo(symbol, "records", "records.py", 0, facts, (), (symbol, "sqlmodel.base"), {}, {})
    names = {root: root for root in (type_.partition(".")[0], "typing", "builtins") if root}
    file = FileFacts("records.py", 2, (), (), None, (), (facts,), (), b"")
    module = Module("records", "records.py", is_package=False, facts=file, names=names)
    program = Program({"records": module}, {symbol: info}, {})
    sightings = classify(program, catalog()).fields.get((symbol, name), ())
    return sightings[0].element if sightings else ""


ELEMENTS = sorted(catalog().elements)


@pytest.mark.parametrize("element_id", ELEMENTS)
def test_hits_are_found_under_their_own_element(element_id: str) -> None:
    wrong = {hit: seen(hit) for hit in catalog().elements[element_id].hits if seen(hit) != element_id}
    assert wrong == {}


@pytest.mark.parametrize("element_id", ELEMENTS)
def test_false_friends_are_not_taken_for_the_element(element_id: str) -> None:
    taken = [miss for miss in catalog().elements[element_id].misses if seen(miss) == element_id]
    assert taken == []


@pytest.mark.parametrize("element_id", ELEMENTS)
def test_an_element_has_examples_both_ways(element_id: str) -> None:
    element = catalog().elements[element_id]
    assert len(element.hits) >= 3
    assert len(element.misses) >= 3


@pytest.mark.parametrize("element_id", ELEMENTS)
def test_asking_for_a_name_answers_as_a_field_does(element_id: str) -> None:
    for hit in catalog().elements[element_id].hits:
        owner, name, type_ = parts(hit)
        answer = classify_name(catalog(), owner, name, type_)
        assert [sighting.element for sighting in answer] == [element_id], hit
        assert answer[0].evidence


def test_every_item_of_the_source_policy_has_an_element() -> None:
    clauses = {element.clause for element in catalog().elements.values()}
    assert {f"1.2({number})" for number in range(1, 9)} <= clauses


def test_no_name_is_listed_twice() -> None:
    listed: dict[str, list[str]] = {}
    for element in catalog().elements.values():
        for name in (*element.strong, *element.context, *element.weak):
            listed.setdefault(name, []).append(element.id)
    shared = {name: ids for name, ids in listed.items() if len(ids) > 1}
    assert set(shared) <= {"pin", "position"}, "these belong to two elements, by their owner"
