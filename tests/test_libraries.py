"""Every library entry does what its own examples say."""

from __future__ import annotations

import re

import pytest

from support.library_examples import (
    Example,
    entries,
    examples,
    library_files,
    module_text,
    shipped_catalog,
    shows,
)


def test_every_file_is_a_library_of_its_name() -> None:
    names = [path.stem for path in library_files()]
    assert list(shipped_catalog().libraries) == names
    assert names


def test_every_entry_has_a_hit_and_a_miss() -> None:
    bare = [
        f"{library.name}: {kind} {label}"
        for library in shipped_catalog().libraries.values()
        for kind, label, entry in entries(library)
        if not entry.hits or not entry.misses
    ]
    assert bare == []


def test_every_guard_that_leaves_something_says_what() -> None:
    """Reviewers read it in the record of processing: they know no ids of entries."""
    guards = [guard for library in shipped_catalog().libraries.values() for guard in library.guard]
    assert {guard.id for guard in guards if not guard.does and guard.gives != "nothing"} == set()


def test_every_library_says_what_it_was_checked_against() -> None:
    said = {library.name: library.checked for library in shipped_catalog().libraries.values()}
    wrong = [name for name, checked in said.items() if not re.fullmatch(r"stdlib|\d[\w.]*", checked)]
    assert wrong == []


def test_every_source_and_reference_to_an_element_is_known() -> None:
    catalog = shipped_catalog()
    used = {
        element
        for library in catalog.libraries.values()
        for element in (
            *(source.element for source in library.source),
            *(column.element for column in library.column),
            *(element for model in library.model for element in model.inherits.values()),
        )
        if element
    }
    assert used
    assert sorted(used - set(catalog.elements)) == []


def test_no_dotted_call_is_listed_twice_in_one_kind() -> None:
    seen: dict[tuple[str, str], str] = {}
    twice = []
    for library in shipped_catalog().libraries.values():
        for kind, label, entry in entries(library):
            if kind not in {"guard", "column"}:
                continue
            for name in getattr(entry, "call", ()) or getattr(entry, "type", ()):
                if (kind, name) in seen:
                    twice.append(f"{name}: {seen[kind, name]} and {label}")
                seen[kind, name] = label
    assert twice == []


@pytest.mark.parametrize("example", examples(), ids=str)
def test_example(example: Example) -> None:
    said = "a hit that is missed" if example.wanted else "a miss that is hit"
    assert shows(example) == example.wanted, f"{said}:\n{module_text(example)}"
