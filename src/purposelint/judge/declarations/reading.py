"""All declarations of a run: comments of every file, and the side file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from purposelint.domain.catalog import Catalog
from purposelint.domain.markers import Markers
from purposelint.domain.policy import Policy
from purposelint.domain.program import Program
from purposelint.domain.settings import Settings
from purposelint.judge.declarations.bind import bind
from purposelint.judge.declarations.model import Bound, Declaration, Exemption, Flaw
from purposelint.judge.declarations.scopes import Scopes
from purposelint.judge.declarations.side_file import SideDeclaration, read_side_file
from purposelint.judge.declarations.words import words_of


@dataclass(frozen=True, slots=True, eq=False)
class Declared:
    """What the code and the configuration declare; mappings are keyed by path."""

    scopes: Mapping[str, Scopes]
    bounds: Mapping[str, Bound]
    side: tuple[SideDeclaration, ...]
    side_flaws: tuple[Flaw, ...]

    @property
    def declarations(self) -> tuple[Declaration, ...]:
        """Every declaration, by file and place; those of the side file last."""
        in_code = (found for bound in self.bounds.values() for found in bound.declarations)
        return (*in_code, *(side.declaration for side in self.side))

    @property
    def exemptions(self) -> tuple[Exemption, ...]:
        """Every `not-personal`."""
        return tuple(found for bound in self.bounds.values() for found in bound.exemptions)

    @property
    def flaws(self) -> tuple[Flaw, ...]:
        """Everything that could not be read or understood."""
        return (*(flaw for bound in self.bounds.values() for flaw in bound.flaws), *self.side_flaws)


def read_declarations(program: Program, catalog: Catalog, policy: Policy, settings: Settings) -> Declared:
    """Read and bind all declarations of a program."""
    words = words_of(catalog, policy)
    scopes = {module.path: Scopes(module) for module in program.modules.values()}
    markers = Markers(program)
    bounds = {path: bind(around.module, around, words, markers) for path, around in sorted(scopes.items())}
    side, side_flaws = read_side_file(settings, words)
    return Declared(scopes, bounds, side, side_flaws)
