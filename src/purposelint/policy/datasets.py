"""Dataset files in the form of fideslang: which columns they label with which categories of data.

The files are read as a tree of nodes, so that every mistake has its line and nothing is ever constructed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from purposelint.domain.catalog import Element
from purposelint.domain.datasets import Labelled
from purposelint.domain.settings import Settings
from purposelint.errors import InputMistake
from purposelint.policy.locations import label_of, resolved
from purposelint.policy.toml_lines import KeyPath, spelled

if TYPE_CHECKING:
    from yaml import Node

_OWN = "system"
"""Category, with all below it, of what is the system's own and nobody's."""

_PRECISE = 3
"""Words of a category that speaks for the narrower ones below it: `user.contact.address`."""

_TEXT = "tag:yaml.org,2002:str"


@dataclass(frozen=True, slots=True)
class Datasets:
    """What all dataset files label, in their order, with the bytes they were read from and every mistake."""

    labelled: tuple[Labelled, ...] = ()
    content: bytes = b""
    mistakes: tuple[InputMistake, ...] = ()


def read_datasets(settings: Settings, elements: Mapping[str, Element]) -> Datasets:
    """Read the dataset files that the configuration names; without any, no parser is loaded."""
    names = settings.configuration.datasets
    if not names:
        return Datasets()
    by_category: dict[str, list[str]] = {}
    for element in elements.values():
        for category in element.fides:
            by_category.setdefault(category, []).append(element.id)
    contents: list[bytes] = []
    reading = _Reading(by_category)
    for name in names:
        place = resolved(settings.root, name)
        reading.label = label_of(place, settings.root) if place is not None else name
        try:
            content = place.read_bytes() if place is not None else b""
        except OSError as error:
            reading.say(None, (), f"cannot be read: {error.strerror or error}")
            continue
        contents.append(content)
        reading.file(content)
    return Datasets(tuple(reading.labelled), b"\0".join(contents), tuple(reading.mistakes))


@dataclass
class _Reading:
    by_category: Mapping[str, list[str]]
    label: str = ""
    labelled: list[Labelled] = field(default_factory=list)
    mistakes: list[InputMistake] = field(default_factory=list)

    def say(self, node: Node | None, key: KeyPath, message: str) -> None:
        line = node.start_mark.line + 1 if node is not None else 0
        self.mistakes.append(InputMistake(self.label, spelled(key), message, line))

    def file(self, content: bytes) -> None:
        """Read one file; whatever keeps it from being read is a mistake."""
        try:
            root = _parsed(content)
        except _UnparsedError as error:
            self.mistakes.append(InputMistake(self.label, "", error.message, error.line))
            return
        stated = _entries(root).get("dataset")
        if stated is None:
            self.say(root, ("dataset",), "a dataset file begins with a list `dataset:`")
            return
        for at, dataset in self._listed(stated, ("dataset",)):
            collections = self._member(dataset, ("dataset", at), "collections")
            for number, collection in self._listed(collections, ("dataset", at, "collections")):
                self._collection(collection, ("dataset", at, "collections", number))

    def _collection(self, collection: Node, key: KeyPath) -> None:
        table = self._name(collection, key)
        fields = self._member(collection, key, "fields")
        for number, each in self._listed(fields, (*key, "fields")):
            own = (*key, "fields", number)
            column = self._name(each, own)
            stated = _entries(each).get("data_categories")
            categories = list(self._texts(stated, (*own, "data_categories"))) if stated is not None else []
            if table and column and categories:
                self.labelled.append(self._label(table, column, categories, each.start_mark.line + 1))

    def _label(self, table: str, column: str, categories: list[str], line: int) -> Labelled:
        says = f"{self.label}:{line} labels `{table}.{column}` {', '.join(categories)}"
        own = all(category == _OWN or category.startswith(f"{_OWN}.") for category in categories)
        return Labelled(table, column, tuple(map(self._meant, categories)), says, is_personal=not own)

    def _meant(self, category: str) -> tuple[str, ...]:
        """Elements of a category, or of the one above it that speaks for it."""
        above = category
        while above not in self.by_category and above.count(".") >= _PRECISE:
            above = above.rpartition(".")[0]
        return tuple(self.by_category.get(above, ()))

    def _member(self, node: Node, key: KeyPath, name: str) -> Node | None:
        found = _entries(node).get(name)
        if found is None:
            self.say(node, key, f"has no `{name}`")
        return found

    def _name(self, node: Node, key: KeyPath) -> str:
        found = self._member(node, key, "name")
        names = list(self._texts(found, (*key, "name"), several=False)) if found is not None else []
        return names[0] if names else ""

    def _listed(self, node: Node | None, key: KeyPath) -> Iterator[tuple[int, Node]]:
        """The mappings of a list, each with its number."""
        if node is None or isinstance(node.value, str) or _is_mapping(node):
            if node is not None:
                self.say(node, key, "must be a list")
            return
        for number, each in enumerate(node.value):
            if _is_mapping(each):
                yield number, each
            else:
                self.say(each, (*key, number), "must be a table of keys and values")

    def _texts(self, node: Node, key: KeyPath, *, several: bool = True) -> Iterator[str]:
        """A text; the texts of a list, where several may stand."""
        nodes: Iterable[Node] = (node,)
        if several:
            if isinstance(node.value, str) or _is_mapping(node):
                self.say(node, key, "must be a list of texts")
                return
            nodes = node.value
        for each in nodes:
            if isinstance(each.value, str) and each.tag == _TEXT and each.value.strip():
                yield each.value
            else:
                self.say(each, key, "must be a text" if not several else "must be a list of texts")


class _UnparsedError(Exception):
    """What keeps a file from being parsed, and where (line 0: not known)."""

    def __init__(self, message: str, line: int = 0) -> None:
        super().__init__(message)
        self.message = message
        self.line = line


def _parsed(content: bytes) -> Node | None:
    """The tree of a YAML text; None of an empty one."""
    import yaml  # noqa: PLC0415 - loaded only where a configuration names a dataset

    try:
        root: Node | None = yaml.compose(content.decode("utf-8-sig"), Loader=yaml.SafeLoader)
    except UnicodeDecodeError as error:
        raise _UnparsedError("is not UTF-8 text", content.count(b"\n", 0, error.start) + 1) from None
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        said = error.problem or error.context or "it cannot be parsed"
        raise _UnparsedError(f"is not valid YAML: {said}", mark.line + 1 if mark else 0) from None
    except yaml.YAMLError as error:
        raise _UnparsedError(f"is not valid YAML: {str(error).splitlines()[0]}") from None
    except RecursionError:
        raise _UnparsedError("is nested too deeply") from None
    return root


def _is_mapping(node: Node) -> bool:
    return str(getattr(node, "id", "")) == "mapping"


def _entries(node: Node | None) -> dict[str, Node]:
    """Keys and values of a mapping; nothing of any other node. An empty value counts as left out."""
    if node is None or not _is_mapping(node):
        return {}
    return {key.value: value for key, value in node.value if isinstance(key.value, str) and value.value != ""}
