"""Holds the names of rules/libraries against the real packages: `make library-truth`.

Installs what the entries are about into a throwaway environment, resolves every dotted name there and
compares the stated parameters with the real signatures. Prints what does not agree, and exits 1 then.
`--environment DIR` keeps the environment, so that a second run is quick.
"""

from __future__ import annotations

import argparse
import contextlib
import importlib
import importlib.metadata
import inspect
import json
import os
import re
import subprocess
import sys
import tempfile
import venv
import warnings
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any, TypeGuard

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

ROOT = Path(__file__).resolve().parents[1]
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
}
_AT_RUN_TIME = "made at run time"


def main(arguments: Sequence[str]) -> int:
    """Check all libraries, or those named."""
    parser = argparse.ArgumentParser(description="Hold library entries against the real packages.")
    parser.add_argument("libraries", nargs="*", help="names of library files; all when none is given")
    parser.add_argument("--environment", type=Path, help="where to keep the virtual environment")
    parser.add_argument("--probe", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args(arguments)
    if options.probe:
        return _probe(options.probe)
    with tempfile.TemporaryDirectory() as scratch:
        return _check(options.libraries, options.environment or Path(scratch) / "environment", Path(scratch))


def _check(wanted: Sequence[str], environment: Path, scratch: Path) -> int:
    """Check the libraries whose newest versions live together, then each that asks for another version."""
    documents = dict(_documents(wanted))
    for stem in [stem for stem, data in documents.items() if data.get("unpackaged")]:
        print(
            f"{stem} {documents.pop(stem)['checked']}: cannot be installed, its names were read in its source"
        )
    pinned = {
        stem for stem, data in documents.items() if any(set("<>=~") & set(p) for p in _packages(stem, data))
    }
    together = {stem: data for stem, data in documents.items() if stem not in pinned}
    failed = bool(together) and _check_in(environment, together, scratch)
    for stem in sorted(pinned):
        apart = environment.with_name(f"{environment.name}-{stem}")
        failed = _check_in(apart, {stem: documents[stem]}, scratch) or failed
    return 1 if failed else 0


def _check_in(environment: Path, documents: dict[str, dict[str, Any]], scratch: Path) -> bool:
    """Whether anything is wrong with these libraries; the environment is made where there is none."""
    python = environment / ("Scripts" if os.name == "nt" else "bin") / "python"
    if not python.exists():
        venv.create(environment, with_pip=True)
    packages = sorted({name for stem, data in documents.items() for name in _packages(stem, data)})
    whole = not packages or _install(python, packages)
    missing = [] if whole else [name for name in packages if not _install(python, [name])]
    for name in missing:
        print(f"{name}: cannot be installed")
    questions = [question for stem, data in documents.items() for question in _questions(stem, data)]
    asked = scratch / "questions.json"
    asked.write_text(json.dumps({"questions": questions, "packages": packages}), encoding="utf-8")
    done = subprocess.run([str(python), __file__, "--probe", str(asked)], check=False)
    return bool(missing) or done.returncode != 0


def _documents(wanted: Sequence[str]) -> Iterator[tuple[str, dict[str, Any]]]:
    for path in sorted((ROOT / "rules" / "libraries").glob("*.toml")):
        if not wanted or path.stem in wanted:
            yield path.stem, tomllib.loads(path.read_text(encoding="utf-8"))


def _packages(stem: str, data: dict[str, Any]) -> list[str]:
    if data.get("checked") == "stdlib":
        return []
    return list(data.get("packages") or [stem])


def _install(python: Path, packages: Sequence[str]) -> bool:
    command = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *packages]
    return subprocess.run(command, check=False).returncode == 0


def _questions(stem: str, data: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """A question a dotted name; calls with the parameters that their entry states."""
    for kind, keys in _NAMED.items():
        for entry in data.get(kind, []):
            for key in keys:
                for name in _several(entry.get(key, [])):
                    where = f"{stem}: {kind} {entry.get('id', '')}".strip()
                    question: dict[str, Any] = {"where": where, "name": name}
                    if key == "call":
                        question["parameters"] = entry.get("parameters", [])
                        question["arguments"] = _several(entry.get("arguments", []))
                    yield question


def _several(value: object) -> list[str]:
    return [value] if isinstance(value, str) else [str(one) for one in value] if _is_list(value) else []


def _is_list(value: object) -> TypeGuard[list[object]]:
    return isinstance(value, list)


# ── in the environment ──


def _probe(asked: Path) -> int:
    """Answer the questions in the interpreter that has the packages."""
    warnings.simplefilter("ignore")
    content = json.loads(asked.read_text(encoding="utf-8"))
    _prepare_django()
    questions = content["questions"]
    answers = [(question, _answer(question)) for question in questions]
    late = sum(answer == _AT_RUN_TIME for _, answer in answers)
    wrong = [
        f"{q['where']}: {q['name']}: {answer}" for q, answer in answers if answer not in {"", _AT_RUN_TIME}
    ]
    wrong += _unknown_arguments(questions)
    print("\n".join([*wrong, *map(_version, content["packages"])]))
    print(f"{len(questions)} names, {late} made at run time, {len(wrong)} in doubt")
    return 1 if wrong else 0


def _version(package: str) -> str:
    package = re.split(r"[\[<>=~]", package)[0]
    try:
        return f"{package} {importlib.metadata.version(package)}"
    except importlib.metadata.PackageNotFoundError:
        return f"{package} is not installed"


def _prepare_django() -> None:
    """Some of Django's modules can only be imported once it has settings."""
    try:
        django = importlib.import_module("django")
        settings = importlib.import_module("django.conf").settings
    except ImportError:
        return
    apps = [f"django.contrib.{name}" for name in ("contenttypes", "auth", "sessions")]
    engine = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}}
    settings.configure(INSTALLED_APPS=apps, DATABASES=engine, SECRET_KEY="truth")  # noqa: S106 - no secret
    django.setup()


def _answer(question: dict[str, Any]) -> str:
    """What is wrong with a name, '' if nothing."""
    name = question["name"]
    if name.startswith("*."):
        return ""
    plain = re.split(r"\(\)|\[\]|\.[*?]", name)[0]
    try:
        found, rest = _resolved(plain)
    except (ImportError, AttributeError) as error:
        return str(error) or type(error).__name__
    if rest or plain != name or "parameters" not in question:
        return rest
    return _order_mistake(found, question)


def _resolved(name: str) -> tuple[object, str]:
    """The object of a dotted name, as far as it can be followed without an instance."""
    words = name.split(".")
    value, words = _imported(words)
    for position, word in enumerate(words):
        try:
            value = _attribute(value, word)
        except AttributeError:
            if _made_later(value, word):
                return None, _AT_RUN_TIME
            raise
        if isinstance(value, property) or not _is_static(value):
            return None, "" if position == len(words) - 1 else _AT_RUN_TIME
    return value, ""


def _imported(words: list[str]) -> tuple[object, list[str]]:
    """The longest importable beginning, and the words behind it."""
    for count in range(len(words), 1, -1):
        with contextlib.suppress(Exception):
            return importlib.import_module(".".join(words[:count])), words[count:]
    return importlib.import_module(words[0]), words[1:]


def _attribute(value: object, word: str) -> object:
    try:
        return inspect.getattr_static(value, word) if inspect.isclass(value) else getattr(value, word)
    except AttributeError:
        if inspect.isclass(value) and any(word in getattr(c, "__annotations__", {}) for c in value.__mro__):
            return None
        return getattr(value, word)
    except Exception:  # noqa: BLE001 - a proxy outside its context says nothing about its names
        return None


def _is_static(value: object) -> bool:
    return inspect.isclass(value) or inspect.ismodule(value) or callable(value) or hasattr(value, "__func__")


def _made_later(value: object, word: str) -> bool:
    """Whether a name that is not there may still come, from `__getattr__`, a metaclass or an instance."""
    if inspect.ismodule(value):
        return _in_stub(value, word)
    owners = (value, type(value)) if inspect.isclass(value) else (type(value),)
    if any(hasattr(owner, "__getattr__") or "__getattribute__" in vars(owner) for owner in owners):
        return True
    if not inspect.isclass(value):
        return hasattr(value, "__mro_entries__")
    return type(value) is not type or _set_on_instances(value, word)


def _in_stub(module: ModuleType, word: str) -> bool:
    """Whether the module's stub file, or a submodule that cannot be imported here, has the name."""
    place = Path(module.__file__ or "namespace")
    parts = (place.with_suffix(".pyi"), place.parent / word / "__init__.py", place.parent / f"{word}.py")
    text = parts[0].read_text("utf-8") if parts[0].is_file() else ""
    stated = re.search(rf"^(class|def) {re.escape(word)}\b", text, re.MULTILINE)
    return stated is not None or any(part.is_file() for part in parts[1:])


def _set_on_instances(owner: type, word: str) -> bool:
    """Whether a method of the class, or of one above it, sets `self.word`."""
    for each in owner.__mro__[:-1]:
        with contextlib.suppress(OSError, TypeError):
            if re.search(rf"self\.{re.escape(word)}\b[^=\n]*=", inspect.getsource(each)):
                return True
    return False


def _signature(value: object) -> list[inspect.Parameter]:
    """Parameters of a callable without self; none where they cannot be known."""
    called = getattr(value, "__func__", value)
    try:
        parameters = inspect.signature(called).parameters.values() if callable(called) else ()
    except (TypeError, ValueError):
        return []
    return [one for one in parameters if one.name not in {"self", "cls"}]


def _order_mistake(value: object, question: dict[str, Any]) -> str:
    """Where a position carries data by the entry and not in truth, or the other way round."""
    carrying = set(question["arguments"])
    for stated, real in zip(question["parameters"], _signature(value), strict=False):
        if stated.startswith("*") or real.kind not in {real.POSITIONAL_OR_KEYWORD, real.KEYWORD_ONLY}:
            break
        if stated != real.name and ((stated in carrying) != (real.name in carrying)):
            return f"has {real.name} where {stated} is stated"
    return ""


def _unknown_arguments(questions: Sequence[dict[str, Any]]) -> list[str]:
    """Stated arguments that none of an entry's calls takes."""
    known: dict[str, set[str]] = {}
    wanted: dict[str, list[str]] = {}
    open_ended: set[str] = set()
    for question in questions:
        if "arguments" not in question:
            continue
        where = question["where"]
        wanted[where] = [n for n in question["arguments"] if n[:1] != "*" and n.partition(".")[0] != "self"]
        parameters = _signature(_found(question["name"]))
        known.setdefault(where, set()).update(one.name for one in parameters)
        if not parameters or any(one.kind in {one.VAR_KEYWORD, one.VAR_POSITIONAL} for one in parameters):
            open_ended.add(where)
    return [
        f"{where}: no call has a parameter {name}"
        for where, names in wanted.items()
        if where not in open_ended
        for name in names
        if name not in known[where]
    ]


def _found(name: str) -> object:
    if re.search(r"[*?]|\(\)|\[\]", name):
        return None
    with contextlib.suppress(ImportError, AttributeError):
        return _resolved(name)[0]
    return None


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
