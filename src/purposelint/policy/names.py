"""What the name of a policy means: one that ships, a file, or the data of an installed package."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from pathlib import Path

from purposelint.policy.documents import meant
from purposelint.policy.locations import label_of, resolved, rules_folder, shipped_policies

_PACKAGE = "package:"
_DATA_FILE = "policy.toml"
_SUFFIX = ".toml"
_SHOWN = 3
_WAYS = "one that ships ({}), a TOML file, or package:NAME for one in an installed package"


def find_policy(name: str, folder: Path, root: Path) -> Path | str:
    """The file that a name means, or what is wrong with the name; files are relative to `folder`."""
    if name.startswith(_PACKAGE):
        return _in_package(name.removeprefix(_PACKAGE))
    shipped = shipped_policies()
    if not name.strip():
        return f"names no policy: write {_WAYS.format(', '.join(shipped))}"
    place = resolved(folder, name)
    if place is not None and _is_folder(place) and name not in shipped:
        return _not_a_folder(name, place)
    if _is_path(name):
        if place is not None and _is_file(place):
            return place
        return f'there is no file "{label_of(place, root) if place else name}"{_with_suffix(name, place)}'
    if name in shipped:
        return (rules_folder() / "policies" / f"{name}{_SUFFIX}").resolve()
    others = f" (there is {', '.join(shipped)}; a file needs its {_SUFFIX})"
    hint = _with_suffix(name, place) or meant(name, shipped) or others
    return f'no policy "{name}" comes with purposelint{hint}'


def from_root(root: Path, place: Path) -> str:
    """A path as the configuration would state it: relative to the root, with forward slashes."""
    try:
        return Path(os.path.relpath(place, root)).as_posix()
    except ValueError:  # another drive
        return place.as_posix()


def given_here(root: Path, name: str) -> str:
    """A policy's name of the command line: a path from the current folder is said from the root."""
    if name.startswith(_PACKAGE) or name in shipped_policies() or not name.strip():
        return name
    here = resolved(Path(), name)
    return from_root(root, here) if here and (_is_path(name) or _is_folder(here)) else name


def _is_path(name: str) -> bool:
    return name.endswith(_SUFFIX) or "/" in name or "\\" in name


def _is_folder(place: Path) -> bool:
    try:
        return place.is_dir()
    except OSError:  # a name too long for one
        return False


def _is_file(place: Path) -> bool:
    try:
        return place.is_file()
    except OSError:
        return False


def _not_a_folder(name: str, place: Path) -> str:
    files = _some(f'"{name.rstrip("/")}/{each.name}"' for each in sorted(place.glob(f"*{_SUFFIX}")))
    return f'"{name}" is a folder: name the policy\'s file in it, {files or f"which ends in {_SUFFIX}"}'


def _with_suffix(name: str, place: Path | None) -> str:
    """A hint at a file that only lacks its ending."""
    there = place is not None and _is_file(Path(f"{place}{_SUFFIX}"))
    return f', did you mean "{name}{_SUFFIX}"?' if there else ""


def _in_package(name: str) -> Path | str:
    """The policy file of an installed package, found in the package's list of files; nothing is imported."""
    from importlib import metadata  # noqa: PLC0415  (slow to import, seldom needed)

    package, _, inner = name.partition("/")
    if not package:
        return f'names no package: write "{_PACKAGE}NAME", with the name it is installed by'
    try:
        files = metadata.distribution(package).files or ()
    except (metadata.PackageNotFoundError, ValueError):
        if package in sys.stdlib_module_names:
            told = f'"{package}" is a module of Python itself and has no policy'
            return f"{told}: name a package with a {_DATA_FILE}"
        return f'package "{package}" is not installed beside purposelint: install it there, or name a file'
    for file in sorted(files, key=lambda each: (len(each.parts), str(each))):
        inside = file.as_posix()
        if inside.endswith(f"/{inner}") or inside == inner if inner else file.name == _DATA_FILE:
            return Path(str(file.locate())).resolve()
    others = _some(f'"{_PACKAGE}{package}/{file}"' for file in files if file.name.endswith(_SUFFIX))
    hint = f"it has {others}" if others else f"name a package with a {_DATA_FILE}, or a file"
    return f'package "{package}" has no file "{inner or _DATA_FILE}": {hint}'


def _some(words: Iterable[str]) -> str:
    found = list(words)
    return ", ".join(found[:_SHOWN]) + ", ..." * (len(found) > _SHOWN)
