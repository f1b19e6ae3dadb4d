"""Classes that a project chooses to stand for one of its framework's, such as the model of its users."""

from __future__ import annotations

from collections.abc import Iterator

from purposelint.domain.chains import stated_text
from purposelint.domain.expressions import Name
from purposelint.domain.frameworks import Service
from purposelint.domain.program import Program
from purposelint.domain.statements import Assign
from purposelint.flow.lookup.knowledge import Knowledge


class Choices:
    """The chosen classes, by the canonical names of what gives or names them."""

    def __init__(self, program: Program, knowledge: Knowledge) -> None:
        """Look for each when it is asked for."""
        self._program = program
        self._knowledge = knowledge
        self._chosen: dict[str, str] = {}

    def of(self, name: str) -> str:
        """The class that a call or a name of a setting stands for; '' for any other."""
        entry = self._knowledge.choosing.get(name)
        if entry is None:
            return ""
        found = self._chosen.get(entry.id)
        if found is None:
            found = self._chosen[entry.id] = self._stated(entry) or self._below(entry) or entry.otherwise
        return found

    def stand_ins(self) -> dict[str, str]:
        """Classes of the project by the names of those that a library has where none is chosen."""
        found = {entry.otherwise: self.of(name) for name, entry in self._knowledge.choosing.items()}
        return {name: chosen for name, chosen in found.items() if chosen in self._program.classes}

    def _stated(self, entry: Service) -> str:
        """The class that the project's settings name, where they all name the same."""
        named = {symbol for text in self._texts(entry.setting) for symbol in self._classes(text)}
        return named.pop() if len(named) == 1 else ""

    def _texts(self, setting: str) -> Iterator[str]:
        for module in self._program.modules:
            body = self._program.functions.get(f"{module}.<module>")
            if body is None or setting not in body.facts.locals:
                continue
            for statement in body.facts.body:
                if type(statement) is Assign and any(
                    type(target) is Name and target.id == setting for target in statement.targets
                ):
                    yield stated_text(statement.value)

    def _classes(self, text: str) -> Iterator[str]:
        """Classes that `app.Name` may name: of that name, in the application's package or any one below."""
        before, _, last = text.rpartition(".")
        for symbol in self._program.classes:
            module, _, name = symbol.rpartition(".")
            if last and name == last and before.rpartition(".")[2] in module.split("."):
                yield symbol

    def _below(self, entry: Service) -> str:
        """The only class of the project below a base that has none below itself."""
        below = dict.fromkeys(each for base in entry.base for each in self._program.subclasses.get(base, ()))
        last = [each for each in below if not self._program.subclasses.get(each)]
        return last[0] if len(last) == 1 else ""
