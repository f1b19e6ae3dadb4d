"""A purpose under another name wherever something is declared for it: an edited policy may ask for that."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import NamedTuple

import msgspec

from purposelint import host, policy
from purposelint.analysis import Progress, extract
from purposelint.domain.facts import SourceFile, Unreadable
from purposelint.domain.markers import PERSONAL
from purposelint.domain.mended import Changed, Edit, Left, Mended, Reworded, Rewritten
from purposelint.domain.place import Span
from purposelint.domain.policy import Policy
from purposelint.domain.settings import Settings
from purposelint.edit import renamed as with_names
from purposelint.edit import stretch
from purposelint.judge.declarations.lists import purposes_in
from purposelint.judge.declarations.model import Declaration
from purposelint.judge.declarations.reading import Declared, read_declarations
from purposelint.link import link
from purposelint.mending.basis import mended, source_of, untouched

_BOTH = "it names {} as well: take {} out by hand"
_BY_HAND = "which text names it there is not plain: change it by hand"
_COMMENT = "comment"
_PERSONAL = f"{PERSONAL}(".encode()


class Renaming(NamedTuple):
    """What a renaming gave, and every purpose that declarations name."""

    mended: Mended
    named: frozenset[str]


@host.uncollected()
def renamed(settings: Settings, old: str, new: str, on_progress: Progress | None = None) -> Renaming:
    """A purpose under its new name in all declarations of the paths, as edits that are yet to be written.

    `new` is a purpose of the policy in force; `old` need be none any more.
    """
    catalog, in_force, _ = policy.load_policy_beside(settings)
    whole = msgspec.structs.replace(settings, paths=(settings.root, *settings.paths))
    discovery = host.discover(whole)
    looked = host.look(discovery, whole)
    work = partial(extract, limits=settings.configuration.limits)
    told = None if on_progress is None else partial(on_progress, "Reading files")
    facts, unreadable = host.cached_map(work, discovery, whole, told)
    declared = read_declarations(link(facts), catalog, _knowing(in_force, old, new), whole)
    found = [
        *_files(declared, settings, looked, old, new),
        *_tables(settings, old, new),
    ]
    unread = [Left(one.path, one.line, one.reason) for one in unreadable if _is_asked(one.path, settings)]
    words = {flaw.defect.word for flaw in declared.flaws if flaw.defect.word}
    named = {name for each in declared.declarations for name in each.purposes}
    return Renaming(mended(found, unread), frozenset(named | words if found else (named | words) - {old}))


def _knowing(policy_in_force: Policy, old: str, new: str) -> Policy:
    """A policy that knows the old name too, so that what is declared for it can be read."""
    purposes = policy_in_force.purposes
    return replace(policy_in_force, purposes={old: purposes[new], **purposes})


def _is_asked(path: str, settings: Settings) -> bool:
    file = settings.root / Path(path)
    return any(file.is_relative_to(asked) for asked in settings.paths or (settings.root,))


def _files(
    declared: Declared, settings: Settings, looked: host.Looked, old: str, new: str
) -> Iterator[Rewritten]:
    """Files of code that declare something for the purpose, those with types that do so included."""
    by_path = {
        path: [each for each in bound.declarations if old in each.purposes]
        for path, bound in sorted(declared.bounds.items())
        if _is_asked(path, settings)
    }
    has_types = any(each.carrier == PERSONAL for each in declared.declarations if old in each.purposes)
    for path, meant in by_path.items():
        source = source_of(settings, looked, path) if meant or has_types else None
        if isinstance(source, Left):
            yield untouched(source)
        elif source is not None and (meant or _PERSONAL in source.data):
            yield _file(source, meant, old, new)


def _file(source: SourceFile, meant: Iterable[Declaration], old: str, new: str) -> Rewritten:
    comments: list[Reworded] = []
    code: dict[Span, None] = {}
    left: list[Left] = []
    for each in meant:
        if each.carrier == _COMMENT:
            text = stretch(source, each.place.span)
            comments.append(Reworded(each.place.span, _reworded(text, old, new)))
        elif new in each.purposes:
            left.append(Left(source.path, each.place.span.line, _BOTH.format(new, old)))
        elif each.carrier != PERSONAL:  # which may stand elsewhere, behind the name of a type
            code[each.place.span] = None
    made = with_names(source, comments, tuple(code), old, new)
    return msgspec.structs.replace(made, left=(*made.left, *left))


def _reworded(text: str, old: str, new: str) -> str:
    """A comment with the new name in its list of purposes, once."""
    start, end = purposes_in(text)
    items = re.split(r"([ \t]*,[ \t]*)", text[start:end])
    is_there = any(item.strip() == new for item in items)
    kept: list[str] = []
    for index in range(0, len(items), 2):
        item = items[index]
        if item.strip() == old and is_there:
            continue
        separator = items[index - 1] if kept else ""
        kept += [separator, item.replace(old, new) if item.strip() == old else item]
        is_there = is_there or item.strip() == old
    return text[:start] + "".join(kept) + text[end:]


def _tables(settings: Settings, old: str, new: str) -> Iterator[Rewritten]:
    """Files with `[[declare]]` tables for the purpose."""
    by_path: dict[str, list[int]] = {}
    for placed in settings.declarations():
        if old in placed.declare.purposes and _is_asked(placed.path, settings):
            by_path.setdefault(placed.path, []).append(placed.index)
    for path, tables in sorted(by_path.items()):
        source = host.read(settings.root, path)
        if isinstance(source, Unreadable):
            yield untouched(Left(path, 0, source.reason))
            continue
        made = policy.with_purpose(source.data, tables, old, new)
        if made is None:
            yield untouched(Left(path, 0, _BY_HAND))
            continue
        after, lines = made
        was, now = source.data.decode().split("\n"), after.decode().split("\n")
        changed = (Changed(path, at, now[at - 1].strip(), at, before=was[at - 1].strip()) for at in lines)
        yield Rewritten(Edit(path, source.data, after), tuple(changed))
