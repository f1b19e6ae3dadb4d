"""`locked = true`: what a policy file fixes, files that extend it can only tighten.

A locked purpose or recipient keeps what it states: switches turn only to the stricter side, what it
includes or maps only shrinks, keys that it left out may be added. Nobody grants more for a locked
purpose, to a locked recipient, or of what a locked permit grants. What lifts a locked prohibition stays
what it was. A locked question can only be decided as forbidden. A locked `[policy]` locks its whole file
but its questions, and `default = "deny"` with it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import TypeAlias

import msgspec

from purposelint.domain.policy import PolicyFile, Purpose, Question, Recipient
from purposelint.errors import InputMistake
from purposelint.policy.grants import Ground, widened
from purposelint.policy.locked_questions import locked_with, question_mistakes
from purposelint.policy.reach import Taken, below
from purposelint.policy.toml_lines import Toml

_STRICT: Mapping[str, bool] = {"closed": True, "declarable": False, "exception": False, "locked": True}
"""Switches, and the side that is stricter: to it each may be turned, never back."""

_SHRINKING = ("includes",)
_FREE = ("usual",)
"""What nothing is permitted by."""

_MAPPING = ("vendors", "hosts")
"""Who a recipient is: a base that names nobody leaves it to others."""

_Table: TypeAlias = Purpose | Recipient


def lock_mistakes(
    files: Sequence[Taken], recipients: Collection[str], elements: tuple[str, ...]
) -> Iterator[InputMistake]:
    """Everything by which a file loosens what one before it, in the order of a chain, locks."""
    purposes: dict[str, Purpose] = {}
    tables: dict[tuple[str, str], tuple[_Table, str]] = {}
    questions: dict[str, tuple[Question, str]] = {}
    ground = Ground(recipients, elements)
    for number, taken in enumerate(files):
        merged = {**purposes, **taken.link.file.purposes}
        yield from _default(files[:number], taken)
        yield from _tables(taken, tables)
        yield from _mapped_elsewhere(taken, tables)
        yield from _lifted(files[:number], taken, purposes, merged)
        yield from question_mistakes(taken, questions)
        yield from widened(ground, taken, merged)
        questions = locked_with(questions, taken)
        purposes = merged
        ground.add(taken)


def _default(before: Sequence[Taken], taken: Taken) -> Iterator[InputMistake]:
    for base in before:
        head = base.link.file.policy
        if head.locked and head.default == "deny" and taken.link.file.policy.default == "allow":
            message = f'is locked as "deny" in {base.link.document.label}'
            yield taken.link.document.mistake(("policy", "default"), message)
            return


def _tables(taken: Taken, tables: dict[tuple[str, str], tuple[_Table, str]]) -> Iterator[InputMistake]:
    """Compare purposes and recipients with the locked ones of the same name, then lock this file's own."""
    file, document = taken.link.file, taken.link.document
    for part, stated in (("purposes", file.purposes), ("recipients", file.recipients)):
        for name, table in stated.items():
            base = tables.get((part, name))
            for key, message in _loosened(base[0], table) if base else ():
                said = f'{message}: {part[:-1]} "{name}" is locked in {base[1] if base else ""}'
                yield document.mistake((part, name, key), said)
            if base is None and (table.locked or file.policy.locked):
                tables[part, name] = (table, document.label)


def _loosened(base: _Table, table: _Table) -> Iterator[tuple[str, str]]:
    """Keys in which a table is looser than a locked one, and how."""
    maps_nobody = isinstance(base, Recipient) and not (base.vendors or base.hosts)
    for key in base.__struct_fields__:
        before: Toml = getattr(base, key)
        now: Toml = getattr(table, key)
        if before == now or key in _FREE:
            continue
        if key in _STRICT:
            if now != _STRICT[key]:
                yield key, f"cannot become {str(now).lower()}"
        elif key in _SHRINKING or (key in _MAPPING and not maps_nobody):
            more = [word for word in now if word not in before]
            if more:
                yield key, f'cannot gain "{more[0]}"'
        elif before and key not in _MAPPING:
            yield key, "cannot be changed"


def _mapped_elsewhere(
    taken: Taken, tables: Mapping[tuple[str, str], tuple[_Table, str]]
) -> Iterator[InputMistake]:
    """Vendors and hosts of a locked recipient that a file gives to another."""
    for (_, owner), (table, label) in tables.items():
        if not isinstance(table, Recipient) or label == taken.link.document.label:
            continue
        for name, recipient in taken.link.file.recipients.items():
            for key in _MAPPING:
                for index, word in enumerate(getattr(recipient, key) if name != owner else ()):
                    if word in getattr(table, key):
                        message = f'"{word}" belongs to recipient "{owner}", which is locked in {label}'
                        yield taken.link.document.mistake(("recipients", name, key, index), message)


def _lifted(
    before: Sequence[Taken], taken: Taken, old: Mapping[str, Purpose], new: Mapping[str, Purpose]
) -> Iterator[InputMistake]:
    """Changes of `includes` by which a purpose escapes a locked prohibition or question."""
    for base in before:
        for kind, number, escaped in _escaped(base.link.file, old, new):
            if escaped:
                word = "prohibition" if kind == "forbid" else kind
                document = base.link.document
                where = f"{document.named((kind, number))} is locked in {document.label}"
                message = f"lets {', '.join(sorted(escaped))} escape a {word}: {where}"
                yield taken.link.document.mistake(_changed_at(taken, old), message)


def _escaped(
    file: PolicyFile, old: Mapping[str, Purpose], new: Mapping[str, Purpose]
) -> Iterator[tuple[str, int, set[str]]]:
    """Locked prohibitions and questions of a file, with the purposes that they no longer reach."""
    for number, forbid in enumerate(file.forbid):
        if forbid.locked or file.policy.locked:
            lifted = below(new, forbid.unless) - below(old, forbid.unless) - set(forbid.unless)
            yield "forbid", number, lifted | _left(forbid.purposes, old, new)
    for number, question in enumerate(file.question):
        if question.locked:
            yield "question", number, _left(question.purposes, old, new)


def _left(names: tuple[str, ...], old: Mapping[str, Purpose], new: Mapping[str, Purpose]) -> set[str]:
    return below(old, names) - below(new, names) - set(names)


def _changed_at(taken: Taken, old: Mapping[str, Purpose]) -> tuple[str, ...]:
    """The key of the first purpose whose `includes` this file changes."""
    for name, purpose in taken.link.file.purposes.items():
        before = old[name].includes if name in old else ()
        if purpose.includes != before:
            return ("purposes", name, "includes")
    return ("purposes",)


def locks_anything(files: Sequence[Taken]) -> bool:
    """Whether there is a lock at all: most chains have none, and need no comparison."""
    tables: list[msgspec.Struct] = []
    for taken in files[:-1]:
        file = taken.link.file
        tables += [file.policy, *file.purposes.values(), *file.recipients.values()]
        tables += [*file.permit, *file.forbid, *file.question]
    return any(getattr(table, "locked", False) for table in tables)
