"""What the names of modules and of function scopes stand for: imports, definitions, aliases, stars."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from purposelint.domain.chains import dotted
from purposelint.domain.facts import FileFacts, Import, StarImport
from purposelint.domain.program import BUILTINS
from purposelint.link.bodies import Body, read_body
from purposelint.link.layout import Layout
from purposelint.link.symbols import Symbols

_LONGEST_CHAIN = 60
"""Re-exports followed for one name; a longer chain keeps the name it had there."""


class Names:
    """Name tables of all modules, filled on demand so that re-exports and cycles need no order."""

    def __init__(
        self, layout: Layout, files: Mapping[str, FileFacts], symbols: Mapping[str, Symbols]
    ) -> None:
        """`files` and `symbols` are keyed by module name."""
        self.layout = layout
        self.files = files
        self.tables = {module: _Table(module, facts, symbols[module]) for module, facts in files.items()}
        self._stars: dict[str, tuple[str, ...]] = {}
        self._exported: dict[str, tuple[str, ...]] = {}
        self._done: dict[tuple[str, str], str] = {}
        self._visited: dict[tuple[str, str], str] = {}
        """What the search under way has seen; it is begun with no name and ends with none."""

        self._cuts = 0
        """How often searches met what they had seen already, so that what they found is not the last word."""

    def table(self, module: str) -> dict[str, str]:
        """Every name bound at a module's top level with its canonical name."""
        table = self.tables[module]
        names = {name: self.lookup(module, name) for name in table.own()}
        for star in self._star_modules(module):
            if star in self.tables:
                for name in self.exported(star):
                    if name not in names:
                        names[name] = self.lookup(star, name)
        return names

    def star(self, module: str) -> str:
        """The one outside module that `*` takes names from, '' for none or several."""
        outside = {star for star in self._star_modules(module) if star not in self.tables}
        return outside.pop() if len(outside) == 1 else ""

    def lookup(self, module: str, name: str, depth: int = 0) -> str:
        """Canonical name of a module's top-level `name`; '' where the module has no such name."""
        key = (module, name)
        found = self._done.get(key)
        if found is None:
            found = self._plain(module, name)
        if found is not None:
            return found
        if key in self._visited or depth > _LONGEST_CHAIN:
            self._cuts += 1
            return self._visited.get(key, "")
        outermost = not self._visited
        cuts = self._cuts
        self._visited[key] = ""
        found = self._bound(module, name, depth) or self._from_stars(module, name, depth)
        if outermost:
            found = found or self._as_written(module, name)
            self._visited.clear()
        elif self._cuts != cuts:
            self._visited[key] = found
            return found
        self._done[key] = found
        return found

    def _plain(self, module: str, name: str) -> str | None:
        """What a name stands for that needs no search; None where it does."""
        table = self.tables[module]
        if name in table.definitions:
            return table.definitions[name]
        imports = table.imports.get(name)
        if imports is None:
            return f"{module}.{name}" if name in table.variables and name not in table.aliases else None
        (statement, *others) = imports
        if others or statement.level or name in table.aliases:
            return None
        outside = statement.module.partition(".")[0] not in self.layout.roots
        return f"{statement.module}.{statement.name}" if outside and statement.name else None

    def _as_written(self, module: str, name: str) -> str:
        """What a name that only leads in a circle is called where it is imported from."""
        table = self.tables[module]
        for statement in table.imports.get(name, ()):
            return f"{self._source(table.facts.path, statement)}.{statement.name}"
        return f"{module}.{name}" if name in table.variables else ""

    def _source(self, path: str, statement: Import | StarImport) -> str:
        """Name of the module that an import takes from."""
        if statement.level:
            return self.layout.relative(path, statement.level, statement.module)
        return self.layout.absolute(path, statement.module) or statement.module

    def imported(self, path: str, statement: Import, depth: int = 0) -> str:
        """Canonical name of what an import binds."""
        module = self._source(path, statement)
        if statement.name is None:
            return module
        cuts = self._cuts
        if module in self.tables:
            found = self.lookup(module, statement.name, depth + 1)
            if found:
                return found
        submodule = self._submodule(path, statement)
        if not submodule and self._visited and self._cuts != cuts:
            return ""
        return submodule or f"{module}.{statement.name}"

    def _submodule(self, path: str, statement: Import) -> str:
        below = f"{statement.module}.{statement.name}" if statement.module else str(statement.name)
        if statement.level:
            found = self.layout.relative(path, statement.level, below)
            return found if found in self.tables else ""
        return self.layout.exact(path, below)

    def alternative(self, path: str, statements: Iterable[Import]) -> str:
        """What a name bound by several imports stands for: a project target before any other."""
        found = [self.imported(path, statement) for statement in statements]
        if len(found) == 1:
            return found[0]
        return next((name for name in found if self.in_project(name)), found[0] if found else "")

    def in_project(self, canonical: str) -> bool:
        """Whether a canonical name starts with a module of the project."""
        while canonical:
            if canonical in self.tables:
                return True
            canonical = canonical.rpartition(".")[0]
        return False

    def _bound(self, module: str, name: str, depth: int) -> str:
        table = self.tables[module]
        path = table.facts.path
        found = [self.imported(path, statement, depth) for statement in table.imports.get(name, ())]
        found += [self._alias(module, target, depth) for target in table.aliases.get(name, ())]
        found = [target for target in found if target]
        if len(found) == 1:
            return found[0]
        if found:
            return next((target for target in found if self.in_project(target)), found[0])
        return f"{module}.{name}" if name in table.variables and name not in table.imports else ""

    def _alias(self, module: str, target: str, depth: int) -> str:
        """Canonical name of a pure dotted chain as code at a module's top level means it."""
        root, *rest = target.split(".")
        owner = self.lookup(module, root, depth + 1)
        if not owner and root in BUILTINS and root not in self.tables[module].variables:
            owner = f"builtins.{root}"
        for part in rest if owner else ():
            inner = self.lookup(owner, part, depth + 1) if owner in self.tables else ""
            owner = inner or f"{owner}.{part}"
        return owner

    def base_before(self, module: str, name: str) -> str:
        """What an import bound to `name` before a class of that name replaced it (`class Foo(Foo)`)."""
        table = self.tables[module]
        return self.alternative(table.facts.path, table.imports.get(name, ()))

    def _star_modules(self, module: str) -> tuple[str, ...]:
        """Modules whose names a module takes over with `*`, later ones first."""
        found = self._stars.get(module)
        if found is None:
            facts = self.tables[module].facts
            stars = [self._source(facts.path, star) for star in reversed(facts.stars) if not star.function]
            found = self._stars[module] = tuple(star for star in stars if star != module)
        return found

    def exported(self, module: str) -> tuple[str, ...]:
        """Names that `from module import *` binds: `__all__`, else all without a leading underscore."""
        known = self._exported.get(module)
        if known is not None:
            return known
        names: dict[str, None] = {}
        seen: set[str] = set()
        pending = [module]
        while pending:
            each = pending.pop()
            if each in seen or each not in self.tables:
                continue
            seen.add(each)
            table = self.tables[each]
            if table.facts.exports is not None:
                names.update(dict.fromkeys(table.facts.exports))
                continue
            names.update(dict.fromkeys(name for name in table.own() if not name.startswith("_")))
            pending.extend(self._star_modules(each))
        known = self._exported[module] = tuple(names)
        return known

    def _from_stars(self, module: str, name: str, depth: int) -> str:
        for star in self._star_modules(module):
            table = self.tables.get(star)
            if table is None:
                continue
            exports = table.facts.exports
            if name in exports if exports is not None else not name.startswith("_"):
                found = self.lookup(star, name, depth + 1)
                if found:
                    return found
                if f"{star}.{name}" in self.tables:
                    return f"{star}.{name}"
        return ""


class _Table:
    """Bindings of one module's top level, by kind."""

    def __init__(self, module: str, facts: FileFacts, symbols: Symbols) -> None:
        self.module = module
        self.facts = facts
        self.imports: dict[str, list[Import]] = {}
        for statement in facts.imports:
            if statement.function == 0:
                self.imports.setdefault(statement.local, []).append(statement)
        self.definitions: dict[str, str] = {}
        for index, function in enumerate(facts.functions):
            if function.parent == 0 and function.kind == "function":
                self.definitions[function.name] = symbols.functions[index]
        for index, each in enumerate(facts.classes):
            if each.parent == 0:
                self.definitions[each.name] = symbols.classes[index]
        body = facts.functions[0] if facts.functions else None
        self.variables = frozenset(body.locals) if body else frozenset()
        self.aliases: dict[str, list[str]] = {}
        for name, target in _aliases(read_body(body)) if body else ():
            self.aliases.setdefault(name, []).append(target)

    def own(self) -> list[str]:
        """Names that this module binds itself, imports first, sorted within a kind by source."""
        return list(dict.fromkeys([*self.imports, *self.definitions, *sorted(self.variables)]))


def _aliases(body: Body) -> Iterator[tuple[str, str]]:
    """Names assigned a pure dotted chain and nothing else."""
    for name, bindings in body.names.items():
        values = {"" if each.via or each.value is None else dotted(each.value) for each in bindings}
        only = values.pop()
        if not values and only and only.partition(".")[0] != name:
            yield name, only
