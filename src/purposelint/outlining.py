"""What a project is made of: a look at its files and requirements before anything is judged."""

from __future__ import annotations

import sys
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from purposelint import host, policy
from purposelint.analysis import Progress, extract
from purposelint.domain.catalog import Catalog
from purposelint.domain.facts import FileFacts
from purposelint.domain.library import Library
from purposelint.domain.outline import Met, Outline, Package
from purposelint.domain.settings import Configuration, Settings
from purposelint.link import link

_ALWAYS = "*"
_STANDARD = "stdlib"
"""What an entry about a module of Python's own says it was checked with."""

_MARKS = frozenset({"manage.py", "pyproject.toml", "setup.py", "setup.cfg", "Pipfile"})
"""Files that begin a project."""

_SETUP = "setup.py"
_INSTALLERS = frozenset({"setuptools", "distutils"})
"""What sets up a distribution imports one of these; a module of a package may be called `setup` too."""

_MANAGES = "manage.py"
"""The only one of its kind below a root that begins a project is the command of that very project."""

_SAMPLES = frozenset(
    {"docs", "doc", "examples", "example", "samples", "demo", "benchmarks", "scripts", "tools"}
)


@host.uncollected()
def outline(root: Path, on_progress: Progress | None = None) -> Outline:
    """Look at the project that begins at `root`, whatever is configured there."""
    settings = Settings(root=root, paths=(root,), configuration=Configuration())
    discovery = host.discover(settings)
    told = None if on_progress is None else lambda done, total: on_progress("Reading files", done, total)
    facts, unreadable = host.cached_map(extract, discovery, settings, told)
    catalog, _ = policy.load(settings)
    paths, build = [one.path for one in facts], host.build_folders(root)
    modules, asked_for = _modules(facts), host.requirements(root)
    libraries = [
        (name, one) for name, one in catalog.libraries.items() if one.vendor or one.checked != _STANDARD
    ]
    imported = {name for name, one in libraries if not modules.isdisjoint(_own_imports(one, catalog))}
    vendors = {catalog.libraries[name].vendor for name in imported}
    stated = {name for name, one in libraries if _is_stated(one, asked_for) and one.vendor not in vendors}
    return Outline(
        name=root.name,
        files=len(facts),
        unreadable=len(unreadable),
        packages=tuple(sorted(one for one in _packages(facts) if one.folder or one.name not in build)),
        imported=_met(catalog, imported, modules),
        stated=_met(catalog, stated, modules),
        services=tuple(sorted(_services(root, facts))),
        samples=tuple(sorted({path.split("/")[0] for path in paths if "/" in path} & (_SAMPLES | build))),
    )


def _modules(facts: Iterable[FileFacts]) -> frozenset[str]:
    """Everything that is imported by name, with each package around it."""
    found: set[str] = set()
    for file in facts:
        named = [(each.module, each.name) for each in file.imports if not each.level]
        named += [(each.module, None) for each in file.stars if not each.level]
        for module, name in named:
            parts = [*module.split("."), *([name] if name else [])]
            found.update(".".join(parts[:end]) for end in range(1, len(parts) + 1))
    return frozenset(found)


def _own_imports(library: Library, catalog: Catalog) -> tuple[str, ...]:
    """Names under which a library itself is imported, without those that another entry is about."""
    names = library.imports or (library.name,)
    if names[0] != library.name and names[0] in {_ALWAYS, *sys.stdlib_module_names}:
        return ()
    return tuple(name for name in names if name == library.name or name not in catalog.libraries)


def _is_stated(library: Library, distributions: Collection[str]) -> bool:
    """Whether a vendor's library is asked for; the first of its packages is its own."""
    return bool(library.vendor) and host.normal((library.packages or (library.name,))[0]) in distributions


def _met(catalog: Catalog, names: Iterable[str], modules: Collection[str]) -> tuple[Met, ...]:
    """Libraries in order of title; of several that a vendor has, the one with the plainest title."""
    found: dict[str, Met] = {}
    for library in sorted((catalog.libraries[name] for name in names), key=lambda one: len(one.title)):
        title = library.title or library.name
        found.setdefault(
            library.vendor or title, Met(title, library.kind, library.vendor, _has_models(library, modules))
        )
    return tuple(sorted(found.values(), key=lambda one: one.title.lower()))


def _has_models(library: Library, modules: Collection[str]) -> bool:
    """Whether what makes a class one whose fields are stored is imported of a library."""
    bases = (base for model in library.model if model.activity == "store" for base in model.base)
    return any(base.rpartition(".")[0] in modules for base in bases)


def _packages(facts: tuple[FileFacts, ...]) -> Iterator[Package]:
    """What imports find at the top: packages and modules, each with the folder it lies in."""
    seen: set[Package] = set()
    for name, module in link(facts).modules.items():
        if "." in module.path.removesuffix(".pyi").removesuffix(".py"):
            continue  # `gunicorn.conf.py` is read by its path: no import finds it
        top, *below = name.split(".")
        steps = len(below) + (1 if module.is_package else 0)
        folder = "/".join(module.path.split("/")[: -steps - 1] if steps else module.path.split("/")[:-1])
        package = Package(top, folder)
        if below or module.is_package:
            seen.add(package)
    yield from seen


def _services(root: Path, facts: Sequence[FileFacts]) -> Iterator[str]:
    """Folders with code that look like projects of their own."""
    by_path = {one.path: one for one in facts}
    folders = {"/".join(path.split("/")[:end]) for path in by_path for end in range(1, path.count("/") + 1)}
    marks = {folder: set(_marks(root, folder, by_path)) for folder in folders}
    bare = [folder for folder, found in marks.items() if found == {_MANAGES}]
    is_packaged = any((root / mark).is_file() for mark in _MARKS)
    for folder, found in marks.items():
        if found and not (is_packaged and bare == [folder]):
            yield folder


def _marks(root: Path, folder: str, by_path: Mapping[str, FileFacts]) -> Iterator[str]:
    """Files in a folder that begin a project: a `setup.py` in a package only where it installs something."""
    for mark in _MARKS:
        if (root / folder / mark).is_file():
            read = by_path.get(f"{folder}/{mark}")
            in_package = mark == _SETUP and (root / folder / "__init__.py").is_file()
            if not in_package or (read is not None and not _INSTALLERS.isdisjoint(_modules((read,)))):
                yield mark
