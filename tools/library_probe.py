"""Answers, in an environment that has the packages, whether the names that library entries state are there.

library_truth.py runs it with the interpreter of that environment: it needs nothing but the standard library.
"""

from __future__ import annotations

import contextlib
import importlib
import importlib.metadata
import inspect
import json
import re
import sys
import warnings
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

_AT_RUN_TIME = "made at run time"
_DEFINITION = r"(?m)^\s*(?:async def |def |class |self\.)?(\w+)\s*[(:=]"


def main(asked: Path) -> int:
    """Print as JSON what is in doubt, how many names there are and which versions answered."""
    warnings.simplefilter("ignore")
    content = json.loads(asked.read_text(encoding="utf-8"))
    with contextlib.redirect_stdout(sys.stderr):
        _prepare_django()
        questions = content["questions"]
        answers = [(question, _answer(question)) for question in questions]
        doubts = [
            f"{q['where']}: {q['name']}: {said}" for q, said in answers if said not in {"", _AT_RUN_TIME}
        ]
        doubts += _unknown_arguments(questions)
    late = sum(said == _AT_RUN_TIME for _, said in answers)
    versions = {package: _version(package) for package in content["packages"]}
    report = {"names": len(questions), "late": late, "doubts": doubts, "versions": versions}
    print(json.dumps(report))
    return 0


def _version(package: str) -> str:
    try:
        return importlib.metadata.version(re.split(r"[\[<>=~]", package)[0])
    except importlib.metadata.PackageNotFoundError:
        return ""


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
    if name.startswith("*.") or question["added"]:
        return _AT_RUN_TIME if question["added"] else ""
    plain = re.split(r"\(\)|\[\]|\.[*?]", name)[0]
    try:
        found, rest = _resolved(plain)
    except (ImportError, AttributeError) as error:
        return str(error) or type(error).__name__
    last = name.rpartition(".")[2]
    if name.startswith(f"{plain}.*.") and found and last.isidentifier() and not _is_defined(found, last):
        return f"nothing in the package defines {last}"
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
    if any(hasattr(owner, "__getattr__") or _looks_up_itself(owner) for owner in owners):
        return True
    if not inspect.isclass(value):
        return hasattr(value, "__mro_entries__")
    return _set_on_instances(value, word)


def _looks_up_itself(owner: object) -> bool:
    above = owner.__mro__ if inspect.isclass(owner) else ()
    return any("__getattribute__" in vars(each) for each in above if each not in {object, type})


def _is_defined(value: object, word: str) -> bool:
    """Whether the package of an object has a function, or an attribute, of that name anywhere."""
    home = value if inspect.ismodule(value) else sys.modules.get(getattr(value, "__module__", "") or "")
    return home is None or home.__file__ is None or word in _defined(_package(home.__name__))


def _package(name: str) -> str:
    """The outermost package around a module that is no namespace shared with others."""
    words = name.split(".")
    tops = [".".join(words[: count + 1]) for count in range(len(words))]
    return next((top for top in tops if getattr(sys.modules.get(top), "__file__", None)), name)


@cache
def _defined(package: str) -> frozenset[str]:
    place = Path(sys.modules[package].__file__ or "")
    files = place.parent.rglob("*.py*") if place.stem == "__init__" else [place]
    texts = [path.read_text("utf-8", "replace") for path in files if path.suffix in {".py", ".pyi"}]
    return frozenset(word for text in texts for word in re.findall(_DEFINITION, text))


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
    sys.exit(main(Path(sys.argv[1])))
