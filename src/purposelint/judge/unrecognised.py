"""What no rule describes: packages whose calls get personal data, vendors of whose calls none is known."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from sys import stdlib_module_names

from purposelint.domain.catalog import Catalog
from purposelint.domain.dossier import Package
from purposelint.domain.flows import Flows, Handover
from purposelint.domain.library import Library
from purposelint.domain.program import Program
from purposelint.domain.unrecognised import Undescribed, UnknownCall, Unreached, Unrecognised, package_of
from purposelint.domain.vendor_names import VendorNames

_ALWAYS = "*"

_SPEAKING = ("relay", "handler", "hook", "channel", "callback", "workflow", "extension", "registry")
"""Entries that are heard otherwise than by a call: a library with any may be in use without one."""


def described(catalog: Catalog) -> frozenset[str]:
    """Top-level packages of which the rules speak, and Python's own."""
    libraries = catalog.libraries.values()
    imported = (name for library in libraries for name in library.imports)
    named = (library.name.partition("#")[0] for library in libraries)
    return frozenset((*imported, *named, *stdlib_module_names)) - {_ALWAYS}


def packages(
    program: Program, known: Collection[str], is_there: Callable[[str], bool]
) -> tuple[Package, ...]:
    """Packages that files import and that are neither `known` nor the project's, in order of name.

    They are told by their first names; where the project has a part of one (`acme.mail` beside a folder
    `acme`), by two. `is_there` says whether a module of that path lies in the project, be it left out.
    """
    own = {".".join(parts[:end]) for parts in map(_parts, program.modules) for end in (1, 2)}
    roots, folders = _folders(program)
    files: dict[str, set[str]] = {}
    for module in program.modules.values():
        for one in module.facts.imports:
            first, *rest = one.module.split(".")
            if one.level or not first or first in known:
                continue
            name = first if first not in own else f"{first}.{rest[0]}" if rest else first
            if name not in own:
                files.setdefault(name, set()).add(module.path)
    return tuple(
        Package(name, tuple(sorted(paths)))
        for name, paths in sorted(files.items())
        if not any(map(is_there, _paths(name, roots, folders)))
    )


def _parts(name: str) -> list[str]:
    return name.split(".")


def _folders(program: Program) -> tuple[set[str], dict[str, set[str]]]:
    """Folders that modules are imported from, and by first names those that these stand for."""
    roots: set[str] = {""}
    folders: dict[str, set[str]] = {}
    for name, module in program.modules.items():
        top, *below = name.split(".")
        parts = module.path.removesuffix("/__init__.py").split("/")
        folder = parts[: len(parts) - len(below)]
        roots.add("/".join(folder[:-1]))
        folders.setdefault(top, set()).add("/".join(folder))
    return roots, folders


def _paths(name: str, roots: Iterable[str], folders: Mapping[str, Iterable[str]]) -> Iterator[str]:
    """Where a package would lie if it were the project's own."""
    first, _, second = name.partition(".")
    around = folders.get(first, ()) if second else roots
    yield from (f"{folder}/{second or first}".lstrip("/") for folder in sorted(around))


def unrecognised(
    catalog: Catalog, found: Iterable[Package], handovers: Iterable[Handover], flows: Flows | None
) -> Unrecognised:
    """What goes into calls of the packages `found`; with the flows of a whole project also idle vendors."""
    names = {package.name for package in found}
    by_package: dict[str, dict[str, list[Handover]]] = {}
    for one in sorted(handovers):
        package = package_of(one.call, names)
        if package:
            by_package.setdefault(package, {}).setdefault(one.call, []).append(one)
    got = [Undescribed(name, tuple(map(_call, calls.values()))) for name, calls in by_package.items()]
    got.sort(key=lambda one: (-len(one.elements), one.package))
    idle = _unreached(catalog, names, flows) if flows is not None else ()
    return Unrecognised(tuple(got), tuple(sorted(set(idle))))


def _call(handed: list[Handover]) -> UnknownCall:
    first = handed[0].place
    elements = tuple(sorted({one.element for one in handed}))
    return UnknownCall(handed[0].call, elements, f"{first.path}:{first.span.line}")


def _unreached(catalog: Catalog, names: Collection[str], flows: Flows) -> Iterator[Unreached]:
    """Vendors whose packages are called, and none of whose calls any rule knows."""
    for library, own in _of_vendors(catalog):
        known = any(_begins(flows.described, name) for name in own)
        if not known and _begins(flows.undescribed, own[0]):
            yield Unreached(library.vendor, own[0])
    vendors = VendorNames(catalog.libraries.values())
    for head in flows.undescribed:
        wrapper = vendors.wrapper(f"{head}.*")
        if wrapper is not None and package_of(head, names) and not _begins(flows.described, wrapper.package):
            yield Unreached(wrapper.library.vendor, wrapper.package)


def _of_vendors(catalog: Catalog) -> Iterator[tuple[Library, list[str]]]:
    """Libraries of vendors that are in use where one of their calls is known, with what is imported of each.

    A package that several libraries share (`google`) says of none that it is called.
    """
    sharing = Counter(name for library in catalog.libraries.values() for name in set(library.imports))
    for library in catalog.libraries.values():
        own = [name for name in library.imports or (library.name,) if name != _ALWAYS]
        told = library.vendor and library.sink and not any(getattr(library, kind) for kind in _SPEAKING)
        if told and own and (own[0] == library.name or sharing[own[0]] == 1):
            yield library, own


def _begins(heads: Iterable[str], name: str) -> bool:
    return any(head == name or head.startswith(f"{name}.") for head in heads)
