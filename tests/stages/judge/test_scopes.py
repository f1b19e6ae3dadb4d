"""Scopes of one module, also of one that defines more than people write."""

from __future__ import annotations

import time

from purposelint.domain.facts import FileFacts, SourceFile
from purposelint.extract import extract
from purposelint.judge.declarations.scopes import Scopes
from purposelint.link import link


def scopes_of(text: str) -> Scopes:
    facts = extract(SourceFile("app.py", text.encode()))
    assert isinstance(facts, FileFacts)
    (module,) = link([facts]).modules.values()
    return Scopes(module)


def test_of_several_that_bear_a_name_the_last_is_meant() -> None:
    scopes = scopes_of("def f(): pass\ndef f(): pass\nclass A: pass\nclass A:\n  def f(self): pass\n")
    last = [scopes.defined("f", "function"), scopes.defined("A", "class"), scopes.defined("A.f", "function")]
    assert [node and (node.level, node.holder, node.name) for node in last] == [
        ("function", 2, "function app.f"),
        ("class", 1, "class app.A"),
        ("function", 5, "function app.A.f"),
    ]
    assert scopes.defined("", "function") is None
    assert scopes.defined("A", "function") is None


def test_thousands_of_definitions_are_looked_up_at_once() -> None:
    scopes = scopes_of("".join(f"def f{number}(): pass\n" for number in range(10_000)))
    begun = time.process_time()
    assert all(scopes.defined(f"f{number}", "function") for number in range(10_000))
    assert time.process_time() - begun < 2, "a search through all functions takes half a minute"
