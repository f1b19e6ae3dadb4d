"""Checking parsed TOML against the domain's structs: every mistake of a file, not just the first."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Container, Mapping
from functools import lru_cache
from typing import Any, TypeAlias, TypeVar

import msgspec
from msgspec import inspect

from purposelint.errors import InputMistake
from purposelint.policy.documents import Document, meant
from purposelint.policy.toml_lines import KeyPath, Toml, spelled

T = TypeVar("T", bound=msgspec.Struct)
_Check: TypeAlias = Callable[["_Walk", KeyPath, Any, Any], Any]

TOP_OF_FILE = "at the top of the file, above all tables"

_SCALARS: dict[type[inspect.Type], tuple[type, str]] = {
    inspect.StrType: (str, "text"),
    inspect.BoolType: (bool, "true or false"),
    inspect.IntType: (int, "a whole number"),
}


def conform(
    document: Document,
    data: Mapping[str, Any],
    struct: type[T],
    at: KeyPath = (),
    told: Container[KeyPath] = (),
) -> tuple[T | None, list[InputMistake]]:
    """Make `data`, which stands at key `at` of the document, a struct, and tell all mistakes in it.

    A single value where a list is wanted is taken as a list of one. What is wrong or missing is
    replaced by an empty value, so that later checks can find the mistakes in the rest: a struct that
    comes with mistakes is for checking alone. None if nothing can be made of the data. Of keys that are
    `told` elsewhere nothing is said, neither what is wrong in them nor that they are missing.
    """
    walk = _Walk(document, _plain_keys(struct) if not at else (), told)
    tidy = walk.check(at, data, _type_of(struct))
    try:
        return msgspec.convert(tidy, struct), walk.mistakes
    except msgspec.ValidationError as error:
        return None, walk.mistakes or [document.mistake(at, str(error))]


@lru_cache(maxsize=64)
def _type_of(struct: type[msgspec.Struct]) -> inspect.Type:
    return inspect.type_info(struct)


@lru_cache(maxsize=256)
def _fields(struct: type[msgspec.Struct]) -> tuple[dict[str, inspect.Type], tuple[str, ...]]:
    """Types by key as written, and the keys that must be there."""
    info = _type_of(struct)
    if not isinstance(info, inspect.StructType):
        message = f"{struct.__name__} is no struct"
        raise TypeError(message)
    types = {field.encode_name: field.type for field in info.fields}
    return types, tuple(field.encode_name for field in info.fields if field.required)


def _plain_keys(struct: type[msgspec.Struct]) -> tuple[str, ...]:
    """Keys of a whole file that are neither tables nor lists of them: below a header they mean another."""
    tables = (inspect.StructType, inspect.DictType)
    types, _ = _fields(struct)
    return tuple(
        key
        for key, kind in types.items()
        if not isinstance(kind.item_type if isinstance(kind, inspect.VarTupleType) else kind, tables)
    )


class _Walk:
    """Collects mistakes on the way down; every method returns the value, tidied."""

    def __init__(self, document: Document, plain: tuple[str, ...], told: Container[KeyPath]) -> None:
        self.document = document
        self.told = told
        self.plain = plain
        """Keys that belong above all tables of the file."""
        self.mistakes: list[InputMistake] = []

    def check(self, path: KeyPath, value: Toml, kind: inspect.Type) -> Toml:
        if type(value) is dt.date and isinstance(kind, inspect.StrType):
            value = value.isoformat()  # TOML's own dates need no quotes
        scalar = _SCALARS.get(type(kind))
        if scalar is not None:
            wanted, said = scalar
            fits = isinstance(value, wanted) and (wanted is bool or not isinstance(value, bool))
            return value if fits else self.wrong(path, value, said, kind)
        check = _CHECKS.get(type(kind))
        return check(self, path, value, kind) if check else value

    def struct(self, path: KeyPath, value: Toml, kind: inspect.StructType) -> Toml:
        if not isinstance(value, Mapping):
            return self.wrong(path, value, "a table", kind)
        types, required = _fields(kind.cls)
        tidy = {}
        for key, item in value.items():
            if key in types:
                tidy[key] = self.check((*path, key), item, types[key])
            else:
                hint = self.misplaced((*path, key)) or meant(key, types)
                self.say((*path, key), f'unknown key "{key}"{hint}')
        for key in required:
            if key not in value:
                tidy[key] = _empty(types[key])
                if (*path, key) in self.told:
                    continue
                self.say(path, f'key "{key}" is missing')
            elif value[key] == "":
                self.say((*path, key), "must not be empty")
        return tidy

    def sequence(self, path: KeyPath, value: Toml, kind: inspect.VarTupleType) -> Toml:
        of_tables = isinstance(kind.item_type, inspect.StructType)
        if of_tables and isinstance(value, Mapping):
            return self.wrong(path, value, "a list of tables ([[...]])", kind)
        items = value if isinstance(value, list | tuple) else [value]
        if "" in items:
            self.say((*path, items.index("")), "must not be empty")
        return [self.check((*path, index), item, kind.item_type) for index, item in enumerate(items)]

    def mapping(self, path: KeyPath, value: Toml, kind: inspect.DictType) -> Toml:
        if not isinstance(value, Mapping):
            return self.wrong(path, value, "a table", kind)
        return {key: self.check((*path, key), item, kind.value_type) for key, item in value.items()}

    def choice(self, path: KeyPath, value: Toml, kind: inspect.LiteralType) -> Toml:
        if value in kind.values:
            return value
        words = [str(word) for word in kind.values if word != ""]
        hint = meant(value, words) if isinstance(value, str) else ""
        self.say(path, f"{shown(value)} is none of {', '.join(words)}{hint}")
        return _empty(kind)

    def wrong(self, path: KeyPath, value: Toml, wanted: str, kind: inspect.Type) -> Toml:
        self.say(path, f"must be {wanted}, not {_kind_of(value)}{self.misplaced(path)}")
        return _empty(kind)

    def misplaced(self, path: KeyPath) -> str:
        """Where a key belongs that stands in a table and is one of the whole file's; else ''."""
        key = path[-1] if path else ""
        if len(path) < 2 or key not in self.plain:
            return ""
        prefix = self.document.prefix
        where = f"in [{spelled(prefix)}], above the tables in it" if prefix else TOP_OF_FILE
        return f": `{key}` belongs {where}"

    def say(self, path: KeyPath, message: str) -> None:
        if any(path[:end] in self.told for end in range(len(path) + 1)):
            return
        self.mistakes.append(self.document.mistake(path, message))


_CHECKS: dict[type[inspect.Type], _Check] = {
    inspect.StructType: _Walk.struct,
    inspect.VarTupleType: _Walk.sequence,
    inspect.DictType: _Walk.mapping,
    inspect.LiteralType: _Walk.choice,
}


def _empty(kind: inspect.Type) -> Toml:
    """The value that stands in for one that is wrong or missing."""
    if isinstance(kind, inspect.StructType):
        types, required = _fields(kind.cls)
        return {key: _empty(types[key]) for key in required}
    if isinstance(kind, inspect.LiteralType):
        return kind.values[0]
    plain: dict[type[inspect.Type], Any] = {inspect.StrType: "", inspect.BoolType: False, inspect.IntType: 0}
    if isinstance(kind, inspect.VarTupleType):
        return []
    return plain.get(type(kind), {})


def shown(value: Toml) -> str:
    """A value as messages say it."""
    if isinstance(value, str):
        return f'"{value}"'
    try:
        return str(value)
    except ValueError:  # a hexadecimal number, which is read at any length and not written out
        return "a number of too many digits"


def _kind_of(value: Toml) -> str:
    names = {bool: "true or false", str: "text", int: "a number", float: "a number", list: "a list"}
    return names.get(type(value), "a table" if isinstance(value, Mapping) else type(value).__name__)
