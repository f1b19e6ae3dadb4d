"""Which file an import means, and the names of all modules."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from purposelint.domain.facts import FileFacts
from purposelint.link.roots import Root, Survey, ancestors, folder_of, is_package_file, join, location_of


@dataclass(slots=True)
class Layout:
    """Names of all modules, and what imports between them mean."""

    names: dict[str, str] = field(default_factory=dict)
    """Path -> module name, in order of paths."""

    by_location: dict[str, str] = field(default_factory=dict)
    """Location -> module name; a package goes before a module of the same location."""

    packages: frozenset[str] = frozenset()
    """Folders with an `__init__` file."""

    roots: dict[str, list[Root]] = field(default_factory=dict)
    """Top-level name -> its roots, sorted."""

    root_of: dict[str, Root] = field(default_factory=dict)
    """Path -> the root that names it."""

    _near: dict[tuple[str, str], tuple[Root, ...]] = field(default_factory=dict)
    _relative: dict[tuple[str, int, str], str] = field(default_factory=dict)

    def absolute(self, path: str, module: str) -> str:
        """Name of the project module that `import module` in file `path` means, '' for one outside.

        A module that should exist in a regular package of the project but was not analysed is named too.
        """
        top = module.partition(".")[0]
        roots = self._roots_near(path, top)
        below = module.replace(".", "/")
        for root in roots:
            found = self.by_location.get(join(root.folder, below))
            if found is not None:
                return found
        for root in roots:
            if join(root.folder, top) in self.packages:
                return root.dotted(join(root.folder, below))
        return ""

    def exact(self, path: str, module: str) -> str:
        """Like `absolute`, but '' unless that very module was analysed."""
        below = module.replace(".", "/")
        for root in self._roots_near(path, module.partition(".")[0]):
            found = self.by_location.get(join(root.folder, below))
            if found is not None:
                return found
        return ""

    def relative(self, path: str, level: int, module: str) -> str:
        """Name of the module that `from ..module` means; '' when it leads out of the project."""
        key = (path, level, module)
        found = self._relative.get(key)
        if found is None:
            found = self._relative[key] = self._read_relative(path, level, module)
        return found

    def _read_relative(self, path: str, level: int, module: str) -> str:
        folder = folder_of(path)
        package = self.names[path]
        if not is_package_file(path):
            package = package.rpartition(".")[0]
        for _ in range(level - 1):
            if not folder:
                return ""
            folder = folder_of(folder)
            package = package.rpartition(".")[0]
        found = self.by_location.get(join(folder, module.replace(".", "/")))
        return found if found is not None else ".".join(part for part in (package, module) if part)

    def _roots_near(self, path: str, top: str) -> tuple[Root, ...]:
        """Roots of `top` as a file sees them: its own, those around it, then the nearest others."""
        folder = folder_of(path)
        found = self._near.get((folder, top))
        if found is None:
            found = self._near[folder, top] = tuple(self._order_roots(path, folder, top))
        return found

    def _order_roots(self, path: str, folder: str, top: str) -> list[Root]:
        own = self.root_of[path].folder
        around = ancestors(folder)
        known = [root for root in self.roots.get(top, ()) if not root.private or root.folder == folder]
        if top in sys.stdlib_module_names:
            known = [root for root in known if root.folder == own and self._is_regular(join(own, top))]

        def distance(root: Root) -> tuple[int, int, str]:
            if root.folder == own:
                return (0, 0, "")
            if root.folder in around:
                return (1, around.index(root.folder), "")
            return (2, -_shared(folder, root.folder), root.folder)

        return sorted(known, key=distance)

    def _is_regular(self, location: str) -> bool:
        return location in self.packages or location in self.by_location


def _shared(one: str, other: str) -> int:
    """How many leading folders two folders share."""
    count = 0
    for left, right in zip(one.split("/"), other.split("/"), strict=False):
        if left != right:
            break
        count += 1
    return count


def lay_out(facts: Iterable[FileFacts]) -> Layout:
    """Name every file's module."""
    files = sorted(facts, key=lambda file: file.path)
    survey = Survey(files)
    layout = Layout(packages=survey.packages)
    layout.root_of = _prefixed({file.path: survey.root(file.path) for file in files})
    for root in sorted(set(layout.root_of.values()), key=lambda root: (root.folder, root.top)):
        layout.roots.setdefault(root.top, []).append(root)
    taken: Counter[str] = Counter()
    for path in sorted(layout.root_of, key=lambda path: (location_of(path), -is_package_file(path), path)):
        location = location_of(path)
        name = layout.root_of[path].dotted(location) or "__init__"
        taken[name] += 1
        unique = name if taken[name] == 1 else f"{name}#{taken[name]}"
        layout.names[path] = unique
        layout.by_location.setdefault(location, unique)
    layout.names = {file.path: layout.names[file.path] for file in files}
    return layout


def _prefixed(root_of: dict[str, Root]) -> dict[str, Root]:
    """Give roots whose files would share a name a prefix, the one nearest to the project root excepted."""
    sharing: dict[str, dict[str, Root]] = {}
    for path, root in root_of.items():
        sharing.setdefault(root.dotted(location_of(path)), {})[root.folder] = root
    renamed: dict[Root, Root] = {}
    for roots in sharing.values():
        if len(roots) == 1:
            continue
        depth = {folder: len([part for part in folder.split("/") if part]) for folder in roots}
        nearest = min(depth.values())
        keeps = sum(each == nearest for each in depth.values()) == 1
        for folder, root in roots.items():
            if not (keeps and depth[folder] == nearest):
                renamed[root] = Root(folder, root.top, root.private, folder.replace("/", "."))
    return {path: renamed.get(root, root) for path, root in root_of.items()}
