"""Holds the names of rules/libraries against the real packages: `make library-truth`.

Installs what the entries are about into throwaway environments, resolves every dotted name there and
compares the stated parameters with the real signatures. Prints what does not agree, and exits 1 then.
A few files share an environment; where their packages cannot live together, it is halved until they can.
`--environments DIR` keeps the environments, so that a second run is quick; `--note` writes into each file
the version that it was checked against.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import subprocess
import sys
import tempfile
import venv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from shutil import rmtree
from typing import Any, TypeGuard

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

ROOT = Path(__file__).resolve().parents[1]
_LIBRARIES = ROOT / "rules" / "libraries"
_PROBE = Path(__file__).with_name("library_probe.py")
_TOGETHER = 6
_PATIENCE = 240

Documents = dict[str, dict[str, Any]]
_NAMED = {
    **dict.fromkeys(("guard", "callback", "workflow", "ending"), ("call",)),
    "sink": ("call", "attribute"),
    "source": ("call", "attribute"),
    "passthrough": ("call", "attribute"),
    "type": ("of", "is"),
    "column": ("type",),
    "model": ("base", "decorator", "constructors", "wrappers", "methods", "tables"),
    "query": ("attribute", "call"),
    "handler": ("decorator",),
    "failure": ("call", "raises"),
    "service": ("decorator", "register", "lookup", "inject"),
    "registry": ("attribute",),
    "extension": ("call", "of"),
    "relay": ("call", "tuned_by"),
    "setting": ("call", "attribute"),
}


@dataclass
class Report:
    """What the environments said."""

    names: int = 0
    late: int = 0
    doubts: list[str] = field(default_factory=list)
    versions: dict[str, str] = field(default_factory=dict)

    def add(self, said: dict[str, Any]) -> None:
        """Take in what one environment said."""
        self.names += said["names"]
        self.late += said["late"]
        self.doubts += said["doubts"]
        self.versions |= said["versions"]


def main(arguments: Sequence[str]) -> int:
    """Check all libraries, or those named."""
    parser = argparse.ArgumentParser(description="Hold library entries against the real packages.")
    parser.add_argument("libraries", nargs="*", help="names of library files; all when none is given")
    parser.add_argument("--environments", type=Path, help="where to keep the virtual environments")
    parser.add_argument("--note", action="store_true", help="write the version checked into each file")
    options = parser.parse_args(arguments)
    documents = dict(_documents(options.libraries))
    report = Report()
    for stem in [stem for stem, data in documents.items() if data.get("unpackaged")]:
        print(f"{stem} {documents.pop(stem)['checked']}: on no index, its names were read in its source")
    with tempfile.TemporaryDirectory() as scratch:
        for group in _groups(documents):
            _check(group, options.environments, Path(scratch), report)
    for stem, data in documents.items():
        _compare(stem, data, report, note=options.note)
    print("\n".join(report.doubts))
    print(f"{report.names} names, {report.late} made at run time, {len(report.doubts)} in doubt")
    return 1 if report.doubts else 0


def _groups(documents: Documents) -> Iterator[Documents]:
    """A few libraries at a time; those that ask for a version of their own are alone."""
    apart = [stem for stem, data in documents.items() if any(_is_pinned(p) for p in _packages(stem, data))]
    yield from ({stem: documents[stem]} for stem in apart)
    shared = [stem for stem in documents if stem not in apart]
    for start in range(0, len(shared), _TOGETHER):
        yield {stem: documents[stem] for stem in shared[start : start + _TOGETHER]}


def _is_pinned(package: str) -> bool:
    return bool(set("<>=~") & set(package))


def _check(group: Documents, kept: Path | None, scratch: Path, report: Report) -> None:
    """Ask about a group in an environment of its own, or about either half where it cannot be installed."""
    packages = sorted({name for stem, data in group.items() for name in _packages(stem, data)})
    place = (kept or scratch) / "-".join(sorted(group))[:100]
    python = place / ("Scripts" if os.name == "nt" else "bin") / "python"
    known = python.exists()
    if not known:
        venv.create(place, with_pip=True)
    if packages and not known and not _install(python, packages):
        if len(group) > 1:
            rmtree(place)
            for half in _halves(group):
                _check(half, kept, scratch, report)
            return
        missing = [name for name in packages if not _install(python, [name])]
        report.doubts += [f"{name}: cannot be installed" for name in missing]
    report.add(_said(python, group, packages, scratch))
    if not kept:
        rmtree(place)


def _halves(group: Documents) -> Iterator[Documents]:
    stems = list(group)
    middle = len(stems) // 2
    for half in (stems[:middle], stems[middle:]):
        yield {stem: group[stem] for stem in half}


def _said(python: Path, group: Documents, packages: Sequence[str], scratch: Path) -> dict[str, Any]:
    questions = [question for stem, data in group.items() for question in _questions(stem, data)]
    asked = scratch / "questions.json"
    asked.write_text(json.dumps({"questions": questions, "packages": packages}), encoding="utf-8")
    done = subprocess.run(
        [str(python), str(_PROBE), str(asked)], check=False, stdout=subprocess.PIPE, text=True, cwd=scratch
    )
    if done.returncode:
        return {
            "names": len(questions),
            "late": 0,
            "doubts": [f"{', '.join(group)}: no answer"],
            "versions": {},
        }
    said: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return said


def _compare(stem: str, data: dict[str, Any], report: Report, *, note: bool) -> None:
    """Say, or write into the file, where the version that answered is not the one that is noted."""
    packages = _packages(stem, data)
    found = report.versions.get(packages[0], "") if packages else ""
    if not found or found == data["checked"]:
        return
    print(f"{stem}: noted {data['checked']}, checked {found}")
    if note:
        path = _LIBRARIES / f"{stem}.toml"
        text = path.read_text(encoding="utf-8")
        path.write_text(
            re.sub(r'(?m)^checked = ".*"$', f'checked = "{found}"', text, count=1), encoding="utf-8"
        )


def _documents(wanted: Sequence[str]) -> Iterator[tuple[str, dict[str, Any]]]:
    for path in sorted(_LIBRARIES.glob("*.toml")):
        if not wanted or path.stem in wanted:
            yield path.stem, tomllib.loads(path.read_text(encoding="utf-8"))


def _packages(stem: str, data: dict[str, Any]) -> list[str]:
    if data.get("checked") == "stdlib":
        return []
    return list(data.get("packages") or [stem])


def _install(python: Path, packages: Sequence[str]) -> bool:
    command = [
        str(python),
        "-m",
        "pip",
        "install",
        "--quiet",
        "--disable-pip-version-check",
        "--prefer-binary",
    ]
    try:
        return subprocess.run([*command, *packages], check=False, timeout=_PATIENCE).returncode == 0
    except subprocess.TimeoutExpired:
        return False


def _questions(stem: str, data: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """A question a dotted name; calls with the parameters that their entry states."""
    added = tuple(f"{name}." for name in data.get("added", []))
    for kind, keys in _NAMED.items():
        for entry in data.get(kind, []):
            for key in keys:
                for name in _several(entry.get(key, [])):
                    where = f"{stem}: {kind} {entry.get('id', '')}".strip()
                    question: dict[str, Any] = {"where": where, "name": name}
                    question["added"] = f"{name}.".startswith(added)
                    if key == "call":
                        question["parameters"] = entry.get("parameters", [])
                        question["arguments"] = _several(entry.get("arguments", []))
                    yield question


def _several(value: object) -> list[str]:
    return [value] if isinstance(value, str) else [str(one) for one in value] if _is_list(value) else []


def _is_list(value: object) -> TypeGuard[list[object]]:
    return isinstance(value, list)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
