"""Finding and reading policy files: shipped names, paths, package data, and what they extend."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from purposelint._version import __version__
from purposelint.domain.policy import PolicyFile
from purposelint.errors import InputMistake
from purposelint.policy.documents import Document, meant, read
from purposelint.policy.locations import label_of
from purposelint.policy.names import find_policy
from purposelint.policy.schema import conform, shown
from purposelint.policy.toml_lines import KeyPath, Toml

_SCHEMA = 1
_DEEPEST = 20
_OWN_HEAD = ("schema", "requires", "extends", "locked")
"""Keys of `[policy]` that speak of their own file alone."""

_REQUIRED = {
    "policy": ("id", "title"),
    "purposes": ("title",),
    "recipients": (),
    "question": ("text", "clause"),
}
"""Keys that a table must have and may take over from a base."""


@dataclass(frozen=True)
class Link:
    """One file of a chain of policies, with the values it states."""

    document: Document
    file: PolicyFile


@dataclass
class Chain:
    """Policy files, base first, each once; `stack` are the files being read, to see circles."""

    root: Path
    links: list[Link] = field(default_factory=list)
    mistakes: list[InputMistake] = field(default_factory=list)
    stack: list[Path] = field(default_factory=list)
    done: set[Path] = field(default_factory=set)
    stated: dict[tuple[str, str], dict[str, Any]] = field(default_factory=dict)
    """Tables as written so far, by kind and name: a file that extends another changes them key by key."""
    heads: dict[Path, dict[str, Any]] = field(default_factory=dict)
    unread: bool = False
    """Some file that another extends could not be read: what the rest refers to may stand there."""


def read_chain(name: str, root: Path, said_by: Document | None = None) -> Chain:
    """Read a policy (a shipped name, a path from `root`, or `package:NAME`) and all it extends."""
    chain = Chain(root)
    found = find_policy(name, root, root)
    if isinstance(found, Path):
        _follow(chain, found)
    else:
        chain.mistakes.append(_said(found, said_by))
    return chain


def _said(message: str, said_by: Document | None, *at: str | int) -> InputMistake:
    where = at or ("policy",)
    return said_by.mistake(where, message) if said_by else InputMistake("policy", "", message)


def _follow(chain: Chain, place: Path) -> None:
    """Read what `place` extends, then `place` itself."""
    if place in chain.done:
        return
    label = label_of(place, chain.root)
    document = read(place, label)
    if not isinstance(document, Document):
        chain.mistakes.append(document)
        chain.unread = True
        return
    chain.stack.append(place)
    if _usable(chain, document):
        bases = _follow_bases(chain, document, place)
        _take(chain, document, place, bases)
    else:
        chain.unread = True
    chain.stack.pop()
    chain.done.add(place)


def _follow_bases(chain: Chain, document: Document, place: Path) -> list[Path]:
    """Read the files that one extends, and say which these are."""
    bases: list[Path] = []
    stated = document.data["policy"].get("extends", [])
    names = [stated] if isinstance(stated, str) else stated
    chain.unread |= not isinstance(names, list)
    for index, name in enumerate(names if isinstance(names, list) else ()):
        found = find_policy(name, place.parent, chain.root) if isinstance(name, str) else None
        if len(chain.stack) > _DEEPEST:
            found = f"extends more than {_DEEPEST} files in a row"
        if isinstance(found, str):
            chain.mistakes.append(document.mistake(("policy", "extends", index), found))
        elif found in chain.stack:
            circle = [*chain.stack[chain.stack.index(found) :], found]
            message = "extends itself: " + " > ".join(label_of(each, chain.root) for each in circle)
            chain.mistakes.append(document.mistake(("policy", "extends", index), message))
        elif found is not None:
            _follow(chain, found)
            bases.append(found)
            continue
        chain.unread = True
    return bases


def _usable(chain: Chain, document: Document) -> bool:
    """Whether this version can read the file at all: nothing else is said of one from the future."""
    head = document.data.get("policy")
    if not isinstance(head, Mapping):
        chain.mistakes.append(document.mistake((), 'table "policy" is missing'))
        return False
    schema = head.get("schema", _SCHEMA)
    if schema != _SCHEMA:
        message = f"schema {shown(schema)} is not known, purposelint {__version__} reads schema {_SCHEMA}"
        chain.mistakes.append(document.mistake(("policy", "schema"), message))
        return False
    requires = head.get("requires", "")
    message = _unmet(requires) if isinstance(requires, str) else ""
    if message:
        chain.mistakes.append(document.mistake(("policy", "requires"), message))
    return not message


def _unmet(requires: str) -> str:
    """What is wrong with `requires`, a lower bound such as `>=0.1`; '' if it is met or empty."""
    if not requires:
        return ""
    bound = re.fullmatch(r">=\s*(\d+(?:\.\d+)*)", requires.strip())
    if not bound:
        return f'"{requires}" is not of the form ">=0.1"'
    wanted = [int(part) for part in bound.group(1).split(".")]
    here = [int(part) for part in re.findall(r"\d+", __version__)[:3]]
    return "" if here >= wanted else f"needs purposelint {requires}, this is {__version__}"


def _take(chain: Chain, document: Document, place: Path, bases: Sequence[Path]) -> None:
    """Check one file, whatever has a name completed with what its bases say under the same name."""
    data = dict(document.data)
    before = dict(chain.stated)
    over = _Over(chain, before)
    inherited = [(key, value) for base in bases for key, value in chain.heads.get(base, {}).items()]
    data["policy"] = over.merged(("policy",), dict(inherited), document.data["policy"], bool(bases))
    chain.heads[place] = {key: value for key, value in data["policy"].items() if key not in _OWN_HEAD}
    for part in ("purposes", "recipients"):
        tables = data.get(part)
        if isinstance(tables, Mapping):
            data[part] = {key: over.completed((part, key), (part, key), each) for key, each in tables.items()}
    questions = data.get("question")
    if isinstance(questions, list):
        data["question"] = [
            over.completed(("question", index), ("question", _id_of(each)), each)
            for index, each in enumerate(questions)
        ]
        chain.mistakes += () if chain.unread else _unasked(document, before, questions)
    file, mistakes = conform(document, data, PolicyFile, told=over.told)
    chain.mistakes += mistakes
    if file:
        chain.links.append(Link(document, file))
    chain.unread |= file is None


@dataclass
class _Over:
    """Tables of one file over those of the same name in its bases, whose mistakes are told there."""

    chain: Chain
    before: Mapping[tuple[str, str], Mapping[str, Toml]]
    told: set[KeyPath] = field(default_factory=set)
    """Keys that the file does not state and a base does, or must, or may if it could not be read."""

    def merged(
        self, at: KeyPath, base: Mapping[str, Toml], table: Mapping[str, Toml], is_based: bool
    ) -> dict[str, Toml]:
        elsewhere = {*base, *(_REQUIRED[str(at[0])] if is_based or self.chain.unread else ())}
        self.told |= {(*at, key) for key in elsewhere if key not in table}
        return {**base, **table}

    def completed(self, at: KeyPath, key: tuple[str, str], table: Toml) -> Toml:
        """A table over the base's table of the same name, and from now on the one that files build on."""
        if not isinstance(table, Mapping):
            return table
        whole = self.merged(at, self.before.get(key, {}), table, key in self.before)
        self.chain.stated[key] = whole
        return whole


def _unasked(
    document: Document, before: Mapping[tuple[str, str], Mapping[str, Toml]], questions: Sequence[Toml]
) -> Iterator[InputMistake]:
    """Decisions about questions that neither a base nor the file itself states."""
    asked = [name for kind, name in before if kind == "question"]
    for index, each in enumerate(questions):
        name = _id_of(each)
        if name and name not in asked and "decision" in each and "text" not in each:
            yield document.mistake(("question", index, "id"), f'no base asks "{name}"{meant(name, asked)}')


def _id_of(table: Toml) -> str:
    return str(table.get("id", "")) if isinstance(table, Mapping) else ""
