"""What an element is known by, in the words that `explain` and the pages of elements share."""

from __future__ import annotations

from collections.abc import Iterator

from purposelint.domain.catalog import Element

_EVIDENCE = (
    ("strong: enough alone", "strong"),
    ("context: beside a person", "context"),
    ("weak: with a second witness", "weak"),
    ("also of these owners", "owners"),
    ("any field of such an owner that speaks of", "topics"),
    ("something else", "not_names"),
    ("things have them too", "shared"),
    ("not of these owners", "not_owners"),
    ("a machine's beside", "not_beside"),
    ("not where spoken of", "not_about"),
    ("stands beside it", "beside"),
    ("Faker providers that agree", "faker"),
    ("regular expressions that agree", "patterns"),
    ("types that are it", "types"),
    ("types that agree", "witness_types"),
    ("shapes of a column", "shapes"),
)
"""Evidence, each with the key of the entry that holds it."""


def evidence_of(element: Element) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Each kind of evidence with its words; kinds without any are left out, so are shapes that mean any."""
    for told, key in _EVIDENCE:
        words: tuple[str, ...] = getattr(element, key)
        if words and not (key == "shapes" and words == ("any",)):
            yield told, words
