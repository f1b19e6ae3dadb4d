"""Terms of the Data Privacy Vocabulary (DPV) as SARIF taxonomies: what data, and what it is declared for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from purposelint.domain.verdict import Finding, Terms

_GROUP = "W3C Data Privacy Vocabularies and Controls Community Group"
_TERM = re.compile(r"(?:(?:dpv|pd):)?([A-Za-z][A-Za-z0-9_-]{0,99})")
"""A term as an entry or a policy writes it, with or without a prefix; whatever else is there names none."""


class _Vocabulary(NamedTuple):
    name: str
    full_name: str
    at: str
    said: str


_DATA = _Vocabulary(
    "DPV-PD",
    "Data Privacy Vocabulary: Personal Data",
    "https://w3id.org/dpv/pd",
    "Categories of personal data, as far as results refer to them.",
)
_PURPOSES = _Vocabulary(
    "DPV",
    "Data Privacy Vocabulary",
    "https://w3id.org/dpv",
    "Purposes, as far as results refer to them.",
)


class Taxa:
    """The terms that some findings refer to; nothing where neither their elements nor purposes name any."""

    def __init__(self, terms: Terms | None, findings: Sequence[Finding]) -> None:
        self._terms = terms or Terms("")
        used: dict[_Vocabulary, set[str]] = {_DATA: set(), _PURPOSES: set()}
        for finding in findings:
            for vocabulary, term in self._named(finding):
                used[vocabulary].add(term)
        self._used = {vocabulary: sorted(names) for vocabulary, names in used.items() if names}
        self._places = {
            (vocabulary, name): (number, index)
            for number, (vocabulary, names) in enumerate(self._used.items())
            for index, name in enumerate(names)
        }

    @property
    def taxonomies(self) -> list[dict[str, Any]]:
        """Each vocabulary with the terms that are used of it, sorted."""
        return [self._taxonomy(vocabulary, names) for vocabulary, names in self._used.items()]

    @property
    def references(self) -> list[dict[str, Any]]:
        """The taxonomies by name and index, as the tool says that it knows them."""
        return [_reference(vocabulary, number) for number, vocabulary in enumerate(self._used)]

    def of(self, finding: Finding) -> list[dict[str, Any]]:
        """References of one finding, each term once: its element's, then those of its declared purposes."""
        made: list[dict[str, Any]] = []
        for vocabulary, term in dict.fromkeys(self._named(finding)):
            number, index = self._places[vocabulary, term]
            made.append({"id": term, "index": index, "toolComponent": _reference(vocabulary, number)})
        return made

    def _named(self, finding: Finding) -> Iterator[tuple[_Vocabulary, str]]:
        yield from ((_DATA, term) for term in _terms(self._terms.elements, [finding.element or ""]))
        yield from ((_PURPOSES, term) for term in _terms(self._terms.purposes, finding.purposes))

    def _taxonomy(self, vocabulary: _Vocabulary, names: Iterable[str]) -> dict[str, Any]:
        made: dict[str, Any] = {
            "name": vocabulary.name,
            "fullName": vocabulary.full_name,
            "organization": _GROUP,
            "shortDescription": {"text": vocabulary.said},
            "informationUri": vocabulary.at,
            "isComprehensive": False,
            "taxa": [{"id": name, "helpUri": f"{vocabulary.at}#{name}"} for name in names],
        }
        return made | ({"version": self._terms.version} if self._terms.version else {})


def _terms(known: Mapping[str, tuple[str, ...]], names: Iterable[str]) -> Iterator[str]:
    for name in names:
        for word in known.get(name, ()):
            found = _TERM.fullmatch(word)
            if found is not None:
                yield found[1]


def _reference(vocabulary: _Vocabulary, number: int) -> dict[str, Any]:
    return {"name": vocabulary.name, "index": number}
