"""Which declarations apply to a case: nearest wins, then back along the flow."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import msgspec

from purposelint.domain.place import Place, Span, encloses
from purposelint.domain.sightings import Sighting
from purposelint.judge.cases import Case
from purposelint.judge.declarations.by_line import ByLine
from purposelint.judge.declarations.model import Bound, Declaration, Exemption, Node
from purposelint.judge.declarations.scopes import Scopes
from purposelint.judge.declarations.side_file import SideDeclaration
from purposelint.judge.declarations.words import covers

_OF_SOURCES = ("element", "statement", "field")
_WIDTHS = {"element": 0, "parameter": 1, "statement": 2, "field": 3, "block": 4}


class Cover(msgspec.Struct, frozen=True):
    """What is declared for a case, merged over the declarations of one node.

    `step` is the index in `Case.handed` of the place where it was found: 0 is the sink itself.
    """

    node: Node
    declarations: tuple[Declaration, ...]
    purposes: tuple[str, ...]
    recipients: tuple[str, ...]
    because: str
    step: int = 0


class Coverage:
    """All declarations of a run, asked case by case; remembers which of them were of use."""

    def __init__(
        self,
        scopes: Mapping[str, Scopes],
        bounds: Mapping[str, Bound],
        side: tuple[SideDeclaration, ...],
    ) -> None:
        self._scopes = scopes
        self._files = {path: _File(bound) for path, bound in bounds.items()}
        self._side = side
        self.used: set[Declaration | Exemption] = set()

    def of(self, case: Case) -> Cover | None:
        """The declaration in force for a case, None where nothing is declared.

        What a stored field declares covers its storing, in a cache or a file too, but no copy in another
        record's column: that is a promise of its own, with its own time limit and readers.
        """
        for step in range(len(case.handed)):
            found = self.at_step(case, step)
            if found is not None:
                return found
        return self.ceiling(case) if case.activity == "store" and not case.copied else None

    def at_step(self, case: Case, step: int) -> Cover | None:
        """What is declared around one of the calls that handed the data on."""
        place = case.handed[step]
        file, scopes = self._files.get(place.path), self._scopes.get(place.path)
        if file is not None and scopes is not None and file.declared:
            around = scopes.around(place.span)
            owned = [node for node in file.nodes.near(place.span) if _owns(node, place, case)]
            owned += file.parameters_of(around, place.path, case)
            for node in (*sorted(owned, key=_nearness), *around):
                cover = self._merged(file, node, case.element, step)
                if cover is not None:
                    return cover
        return self._from_side_file(place, case, step)

    def ceiling(self, case: Case) -> Cover | None:
        """What the field that the data comes from declares for itself."""
        return self._of_source(case.source, len(case.handed))

    def of_field(self, sighting: Sighting) -> Cover | Exemption | None:
        """What a field declares of itself: purposes, or that it is no personal data."""
        exempted = self._exempted(sighting.place) if sighting.place is not None else None
        return exempted or self._of_source(sighting, 0)

    def observe(self, sighting: Sighting) -> None:
        """Note that a field holds personal data: what is declared at it is of use without any flow."""
        self._of_source(sighting, 0)
        if sighting.place is not None:
            self._exempted(sighting.place)

    def _of_source(self, sighting: Sighting, step: int) -> Cover | None:
        place = sighting.place
        file = self._files.get(place.path) if place is not None else None
        if place is None or file is None:
            return None
        nodes = [node for node in file.nodes.near(place.span) if _declares(node, place)]
        for node in sorted(nodes, key=_nearness):
            cover = self._merged(file, node, sighting.element, step)
            if cover is not None:
                return cover
        return None

    def exemption(self, case: Case) -> Exemption | None:
        """The `not-personal` that takes the case's source out.

        It stands at the field or parameter; for what a parameter brings also at the statement or argument
        that hands it to the sink; for data that no line declares, at the statement or argument that reads
        it; for what a column takes in, at the column too.
        """
        at_column = self._exempted(case.place) if case.column else None
        begins = case.source.place or case.origin
        found = at_column or self._exempted(begins)
        if found is None and not case.stored and self._parameter_at(begins):
            return self._exempted(case.data or case.place)
        return found

    def parameter(self, case: Case) -> str:
        """The name of the parameter that a case's data begins at, '' where it begins elsewhere."""
        return self._parameter_at(case.source.place or case.origin)

    def _parameter_at(self, place: Place) -> str:
        scopes = self._scopes.get(place.path)
        return scopes.parameters.get(place.span, "") if scopes is not None else ""

    def _exempted(self, place: Place) -> Exemption | None:
        file = self._files.get(place.path)
        for found in file.exemptions.near(place.span) if file is not None else ():
            owner = found.node.owner
            if owner is None:
                continue
            within = found.node.level == "field" and encloses(place.span, owner)
            if encloses(owner, place.span) or within:
                self.used.add(found)
                return found
        return None

    def _merged(self, file: _File, node: Node, element: str, step: int) -> Cover | None:
        """Declarations of a node for an element; those that name it win over those that name none."""
        here = file.declared.get(node, [])
        named = [found for found in here if any(covers(name, element) for name in found.elements)]
        return self._cover(node, named or [found for found in here if not found.elements], step)

    def _from_side_file(self, place: Place, case: Case, step: int) -> Cover | None:
        symbol = case.column or (case.source.symbol if case.stored else place.symbol)
        for side in self._side:
            found = side.declaration
            speaks = not found.elements or any(covers(name, case.element) for name in found.elements)
            if speaks and side.reaches(place.path, symbol):
                return self._cover(found.node, [found], step)
        return None

    def _cover(self, node: Node, found: list[Declaration], step: int) -> Cover | None:
        if not found:
            return None
        self.used.update(found)
        return Cover(
            node=node,
            declarations=tuple(found),
            purposes=_union(found, lambda declaration: declaration.purposes),
            recipients=_union(found, lambda declaration: declaration.recipients),
            because="; ".join(declaration.because for declaration in found if declaration.because),
            step=step,
        )


class _File:
    """The declarations of one file, found by node, by line and by parameter."""

    def __init__(self, bound: Bound) -> None:
        self.declared: dict[Node, list[Declaration]] = {}
        for declaration in bound.declarations:
            self.declared.setdefault(declaration.node, []).append(declaration)
        self.nodes = ByLine((node.owner, node) for node in self.declared if node.owner is not None)
        self.exemptions = ByLine(
            (found.node.owner, found) for found in bound.exemptions if found.node.owner is not None
        )
        self._parameters: dict[int, list[Node]] = {}
        for node in self.declared:
            if node.level == "parameter":
                self._parameters.setdefault(node.holder, []).append(node)

    def parameters_of(self, around: tuple[Node, ...], path: str, case: Case) -> list[Node]:
        """Parameters, of the functions around, that bear a declaration and brought the data."""
        functions = (node.holder for node in around if node.level == "function")
        return [
            node
            for function in functions
            for node in self._parameters.get(function, ())
            if node.owner is not None and _carries(node.owner, path, case)
        ]


def _union(found: list[Declaration], part: Callable[[Declaration], tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for declaration in found for name in part(declaration)))


def _owns(node: Node, place: Place, case: Case) -> bool:
    """Whether a node's declaration speaks of what happens at the place."""
    owner = node.owner
    if owner is None or node.level == "parameter":
        return False
    if case.stored and place == case.place:
        return encloses(owner, place.span) or encloses(place.span, owner)
    if encloses(owner, place.span):
        return True
    inside = node.level in {"element", "field"} and encloses(place.span, owner)
    return inside and _carries(owner, place.path, case)


def _carries(owner: Span, path: str, case: Case) -> bool:
    return any(touched.path == path and encloses(owner, touched.span) for touched in case.touched)


def _declares(node: Node, place: Place) -> bool:
    owner = node.owner
    if owner is None or node.level not in _OF_SOURCES:
        return False
    return encloses(owner, place.span) or encloses(place.span, owner)


def _nearness(node: Node) -> tuple[int, int, int, Node]:
    owner = node.owner
    size = (owner.end_line - owner.line, owner.end_column - owner.column) if owner else (0, 0)
    return (_WIDTHS.get(node.level, 9), *size, node)
