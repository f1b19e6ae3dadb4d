"""What is stated of a field, by its marker, its class's docstring or a dataset, whatever its name says.

A marker (`Personal("identity.email")`) decides. A docstring of OEP-30 states kinds of data for a whole class:
a field whose name may be one of them is. A dataset labels columns: it tells what no name shows, makes surer
what it agrees with, and says what is no personal data; it never takes another element's place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from purposelint.classify.names import Reading
from purposelint.classify.surroundings import Declared
from purposelint.classify.tables import table_names
from purposelint.classify.weigh import RAISED, Weighed
from purposelint.domain.catalog import Catalog
from purposelint.domain.datasets import Labelled
from purposelint.domain.expressions import Expr
from purposelint.domain.markers import PERSONAL, Markers
from purposelint.domain.place import Place, span_between
from purposelint.domain.program import ClassInfo, Program
from purposelint.domain.sightings import Evidence, Sighting

_TYPES = re.compile(r"^[ \t]*\.\.[ \t]+pii_types?[ \t]*:[ \t]*(?P<types>[^\n]*)$", re.MULTILINE)
_NO_PII = re.compile(r"^[ \t]*\.\.[ \t]+no_pii[ \t]*:[ \t]*(?P<words>[^\n]*)$", re.MULTILINE)


class Statements:
    """What markers, docstrings and datasets state of the fields of a program."""

    def __init__(self, program: Program, catalog: Catalog) -> None:
        """Index what the datasets label and which element each kind of OEP-30 may mean."""
        self._program = program
        self._elements = catalog.elements
        self._markers = Markers(program)
        self._labelled: Mapping[tuple[str, str], Labelled] = {
            (each.table, each.column): each for each in reversed(catalog.labelled)
        }

    def parameters(self) -> dict[tuple[str, str], tuple[Sighting, ...]]:
        """Parameters that markers declare, by the symbol of their function and their name."""
        found: dict[tuple[str, str], tuple[Sighting, ...]] = {}
        for symbol, info in self._program.functions.items():
            for parameter in info.facts.params:
                if parameter.annotation is None:
                    continue
                marked = [*self._marked(info.module, parameter.annotation)]
                if not marked:
                    continue
                place = Place(info.path, span_between(parameter.at, parameter.to), symbol)
                found[symbol, parameter.name] = tuple(
                    Sighting(f"{symbol}.{parameter.name}", element, "high", _says(element), place)
                    for element in marked
                )
        return found

    def applied(
        self, info: ClassInfo, declared: Declared, reading: Reading, weighed: Weighed
    ) -> list[Weighed]:
        """What a field holds, an entry an element: what was weighed, and what is stated of it."""
        marked = [
            Weighed(element, "high", _says(element))
            for element in self._marked(info.module, declared.field.annotation)
        ]
        if marked:
            return marked
        weighed = self._annotated(info, declared, reading, weighed)
        return self._of_dataset(self._label(info, declared), reading, weighed)

    def denied(self, info: ClassInfo, declared: Declared) -> str:
        """Why a field holds no personal data, as a docstring or dataset says; '' where none says so."""
        if any(self._marked(info.module, declared.field.annotation)):
            return ""
        found = _NO_PII.search(info.facts.docstring)
        words = found["words"].strip() if found is not None else ""
        if any(letter.isalnum() for letter in words):
            return words
        label = self._label(info, declared)
        return label.says if label is not None and not label.is_personal else ""

    def _marked(self, module: str, annotation: Expr | None) -> Iterator[str]:
        for said in self._markers.of(module, annotation):
            if said.marker == PERSONAL:
                yield from (each for each in said.words or () if each in self._elements)

    def _annotated(self, info: ClassInfo, declared: Declared, reading: Reading, weighed: Weighed) -> Weighed:
        """With the kinds of data that the class's docstring lists."""
        found = _TYPES.search(info.facts.docstring)
        for kind in re.findall(r"\w+", found["types"].lower()) if found is not None else ():
            evidence = Evidence("declared", f"the docstring of its class lists `{kind}`")
            if weighed.element and kind in self._elements[weighed.element].oep30:
                return _surer(weighed, evidence)
            for match in reading.matches:
                fits = declared.column.shape in match.element.shapes
                if not weighed.element and fits and kind in match.element.oep30:
                    return Weighed(match.element.id, "medium", (evidence,))
        return weighed

    def _of_dataset(self, label: Labelled | None, reading: Reading, weighed: Weighed) -> list[Weighed]:
        """With what a dataset says of the column."""
        if label is None or not label.is_personal:
            return [weighed]
        says = Evidence("declared", label.says)
        if weighed.element:
            return [_surer(weighed, says) if weighed.element in label.elements else weighed]
        meant = dict.fromkeys(each for group in label.meant for each in _one_of(group, reading))
        if meant:
            return [Weighed(element, "high", (says,)) for element in meant]
        doubt = Evidence("declared", f"{label.says}, which tells no single element", against=True)
        return [replace(weighed, doubts=(*weighed.doubts, doubt))]

    def _label(self, info: ClassInfo, declared: Declared) -> Labelled | None:
        if not self._labelled:
            return None
        columns = dict.fromkeys((declared.column.other_name or declared.field.name, declared.field.name))
        keys = ((table, column) for table in table_names(self._program, info) for column in columns)
        return next((self._labelled[key] for key in keys if key in self._labelled), None)


def _says(element: str) -> tuple[Evidence, ...]:
    return (Evidence("declared", f"`Personal` declares it {element}"),)


def _one_of(elements: tuple[str, ...], reading: Reading) -> tuple[str, ...]:
    """Of the elements that a category may mean the one that the name speaks of, or the only one."""
    named = tuple(match.element.id for match in reading.matches if match.element.id in elements)
    return named[:1] or (elements if len(elements) == 1 else ())


def _surer(weighed: Weighed, evidence: Evidence) -> Weighed:
    return replace(weighed, confidence=RAISED[weighed.confidence], evidence=(*weighed.evidence, evidence))
