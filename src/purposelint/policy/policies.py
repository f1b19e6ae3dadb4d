"""Joining a chain of policy files into one `Policy`, checked against the catalogue."""

from __future__ import annotations

import difflib
import hashlib
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

import msgspec

from purposelint.domain.catalog import Catalog
from purposelint.domain.policy import Clause, Forbid, Permit, Policy, Purpose, Question, Recipient
from purposelint.errors import InputError, InputMistake
from purposelint.policy.chain import Chain, Link, read_chain
from purposelint.policy.clauses import is_digest
from purposelint.policy.dates import date_mistakes
from purposelint.policy.documents import Document, meant
from purposelint.policy.elements import Selector
from purposelint.policy.hosts import host_mistake
from purposelint.policy.locks import lock_mistakes, locks_anything
from purposelint.policy.overlaps import overlap_mistakes
from purposelint.policy.reach import ANY, Taken, below
from purposelint.policy.schema import TOP_OF_FILE
from purposelint.policy.toml_lines import KeyPath
from purposelint.policy.usual import usual_mistakes, written_out

_SLIP = 0.85
"""How like a known vendor an unknown one is, of 1, to be a slip of the pen."""
_MENTIONS = "mentions"
BUILT_IN_RECIPIENTS = ("self", "unmapped")

R = TypeVar("R", Permit, Forbid, Question)


def load_policy(name_or_path: str, catalog: Catalog, root: Path) -> Policy:
    """Load a policy by shipped name, path from `root`, or `package:NAME`; InputError with every mistake."""
    policy, mistakes = read_policy(name_or_path, catalog, root)
    if policy is None or mistakes:
        raise InputError(tuple(mistakes))
    return policy


def read_policy(
    name: str, catalog: Catalog | None, root: Path, said_by: Document | None = None
) -> tuple[Policy | None, list[InputMistake]]:
    """As `load_policy`, with mistakes as values. Without a catalogue only the files' form is checked.

    Nor is there a policy where a file that another extends cannot be read; the others are then checked
    for what cannot follow from that.
    """
    chain = read_chain(name, root, said_by)
    if not chain.links or catalog is None:
        return None, chain.mistakes
    merging = _Merging(catalog, chain)
    merging.run()
    return None if chain.unread else merging.policy(), [*chain.mistakes, *merging.mistakes]


@dataclass
class _Merging:
    """The joined policy while it grows, link by link, base first."""

    catalog: Catalog
    chain: Chain
    purposes: dict[str, Purpose] = field(default_factory=dict)
    recipients: dict[str, Recipient] = field(default_factory=dict)
    sets: dict[str, tuple[str, ...]] = field(default_factory=dict)
    permits: list[Permit] = field(default_factory=list)
    forbids: list[Forbid] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)
    clauses: dict[str, Clause] = field(default_factory=dict)
    files: list[Taken] = field(default_factory=list)
    named: set[str] = field(default_factory=set)
    exactly: set[str] = field(default_factory=set)
    mistakes: list[InputMistake] = field(default_factory=list)

    def run(self) -> None:
        for link in self.chain.links:
            self.purposes |= link.file.purposes
            self.recipients |= link.file.recipients
        for link in self.chain.links:
            self.sets |= link.file.sets
            self.clauses |= link.file.clauses
            self.files.append(_LinkCheck(self, link, Selector(self.catalog, self.sets)).run())
        for taken in self.files:
            self.permits += taken.permits
            self.forbids += taken.forbids
            self.questions += taken.questions
        self._one_decision_each()
        if not self.chain.unread:
            self._contradictions()

    def _contradictions(self) -> None:
        everybody = (*self.recipients, *BUILT_IN_RECIPIENTS)
        for taken in self.files:
            self.mistakes += overlap_mistakes(taken, self.purposes, everybody)
        if locks_anything(self.files):
            self.mistakes += lock_mistakes(self.files, everybody, tuple(self.catalog.elements))

    def _one_decision_each(self) -> None:
        """A question that a later file repeats by id replaces the earlier one: so decisions are recorded."""
        self.questions = list({question.id: question for question in self.questions}.values())

    def policy(self) -> Policy:
        last = self.chain.links[-1]
        digest = hashlib.sha256()
        for link in self.chain.links:
            digest.update(f"{link.document.label}\0{link.document.text}\0".encode())
        return Policy(
            head=last.file.policy,
            path=last.document.label,
            digest=digest.hexdigest(),
            purposes=self._with_usual(),
            recipients=self.recipients,
            permits=tuple(self.permits),
            forbids=tuple(self.forbids),
            questions=tuple(self.questions),
            named=frozenset(self.named),
            named_exactly=frozenset(self.exactly),
            clauses=self.clauses,
        )

    def _with_usual(self) -> dict[str, Purpose]:
        """Purposes whose `usual` needs no set to be understood."""
        selector = Selector(self.catalog, self.sets)
        return {
            name: msgspec.structs.replace(one, usual=written_out(one.usual, selector))
            for name, one in self.purposes.items()
        }


@dataclass
class _LinkCheck:
    """One file of the chain: its references checked, its rules expanded and added."""

    merging: _Merging
    link: Link
    selector: Selector

    def run(self) -> Taken:
        file = self.link.file
        self._sets()
        self._purposes()
        self._recipients()
        self._clauses()
        self._names((_MENTIONS,), file.mentions, star=True)
        permits = [self._rule(("permit", i), each) for i, each in enumerate(file.permit)]
        forbids = [self._rule(("forbid", i), each) for i, each in enumerate(file.forbid)]
        questions = [self._rule(("question", i), each) for i, each in enumerate(file.question)]
        self._questions()
        return Taken(self.link, tuple(permits), tuple(forbids), tuple(questions))

    def _rule(self, at: KeyPath, rule: R) -> R:
        """Check what a rule refers to; give it with its elements expanded."""
        told = len(self.merging.mistakes)
        elements = self._names((*at, "elements"), rule.elements, star=isinstance(rule, Permit))
        known = told == len(self.merging.mistakes) and not self.merging.chain.unread
        if any(rule.elements) and not elements and known:
            self._say((*at, "elements"), "means no element: what begins with ! takes out all the others")
        self._known((*at, "purposes"), rule.purposes, (*self.merging.purposes, ANY), "purpose")
        recipients = (*self.merging.recipients, *BUILT_IN_RECIPIENTS, ANY)
        self._known((*at, "recipients"), rule.recipients, recipients, "recipient")
        if isinstance(rule, Forbid):
            self._known((*at, "unless"), rule.unless, self.merging.purposes, "purpose")
        self._not_empty(at, rule)
        return msgspec.structs.replace(rule, elements=elements)

    def _not_empty(self, at: KeyPath, rule: Permit | Forbid | Question) -> None:
        """An empty list reads as none and would act as any; only `unless` can be one."""
        tables = self.link.document.data[str(at[0])]
        table = tables[int(at[1])] if isinstance(tables, list) else {}
        for key in ("elements", "purposes", "recipients", "activities"):
            if isinstance(table, Mapping) and table.get(key) == []:
                self._say((*at, key), f"must not be empty: {_instead_of_none(rule, key)}")

    def _names(self, at: KeyPath, words: tuple[str, ...], *, star: bool) -> tuple[str, ...]:
        """Expand a list of elements and note which of them the policy thereby names."""
        found = self._expanded(at, words)
        explicit = self.selector.explicit(words)
        self.merging.exactly.update(explicit)
        self.merging.named.update(found if star else explicit)
        return found

    def _expanded(self, at: KeyPath, words: tuple[str, ...]) -> tuple[str, ...]:
        def complain(index: int, message: str) -> None:
            # A word without a dot may be a set of a file that could not be read.
            if "." in words[index] or not self.merging.chain.unread:
                self._say((*at, index), message)

        return self.selector.expand(words, complain)

    def _sets(self) -> None:
        for name, words in self.link.file.sets.items():
            at: KeyPath = ("sets", name)
            if "." in name or ANY in name or name.startswith("!"):
                self._say(at, f'"{name}" cannot name a set: a set is one word without a dot')
            elif name == _MENTIONS:
                self._say(at, f"cannot be the name of a set: the key `{name}` belongs {TOP_OF_FILE}")
            if self.selector.circle(name):
                self._say(at, f'set "{name}" uses itself')
            self._expanded(at, words)

    def _purposes(self) -> None:
        known, unread = self.merging.purposes, self.merging.chain.unread
        for name, purpose in self.link.file.purposes.items():
            at: KeyPath = ("purposes", name, "includes")
            self._known(at, purpose.includes, known, "purpose")
            if name in below(known, (name,)):
                self._say(at, f'purpose "{name}" includes itself')
            for key, message in () if unread else usual_mistakes(purpose.usual, self.selector):
                self._say(("purposes", name, "usual", *key), message)

    def _recipients(self) -> None:
        """A vendor or host belongs to one recipient, and is one that a sink can have."""
        for name, recipient in self.link.file.recipients.items():
            self._reachable(name, recipient)
        for key in ("vendors", "hosts"):
            owner: dict[str, str] = {}
            for name, recipient in self.merging.recipients.items():
                for index, word in enumerate(getattr(recipient, key)):
                    first = owner.setdefault(word, name)
                    if first != name and name in self.link.file.recipients:
                        message = f'"{word}" is mapped to "{first}" already'
                        self._say(("recipients", name, key, index), message)

    def _reachable(self, name: str, recipient: Recipient) -> None:
        """Only slips of the pen are mistakes: a policy may list vendors that no library here names."""
        known = sorted({library.vendor for library in self.merging.catalog.libraries.values()} - {""})
        for index, word in enumerate(recipient.vendors):
            near = difflib.get_close_matches(word, known, 1, _SLIP) if word not in known else []
            if near:
                message = f'unknown vendor "{word}", did you mean "{near[0]}"?'
                self._say(("recipients", name, "vendors", index), message)
        for index, word in enumerate(recipient.hosts):
            message = host_mistake(word) if word else ""
            if message:
                self._say(("recipients", name, "hosts", index), message)

    def _questions(self) -> None:
        seen = {""}
        for index, question in enumerate(self.link.file.question):
            at: KeyPath = ("question", index)
            if question.id and question.id in seen:
                self._say((*at, "id"), f'question "{question.id}" is stated twice')
            seen.add(question.id)
            is_whole = bool(question.by and question.on) or self.merging.chain.unread
            if question.decision and not is_whole:
                self._say((*at, "decision"), 'a decision needs "by" and "on"')
            for key, message in date_mistakes(question):
                self._say((*at, key), message)

    def _clauses(self) -> None:
        for name, clause in self.link.file.clauses.items():
            if clause.sha256 and not is_digest(clause):
                message = "is no SHA-256 of 64 hexadecimal digits: `policy check --print-hashes` writes them"
                self._say(("clauses", name, "sha256"), message)

    def _known(self, at: KeyPath, words: tuple[str, ...], known: Collection[str], what: str) -> None:
        for index, word in enumerate(() if self.merging.chain.unread else words):
            if word and word not in known:
                hint = meant(word, (each for each in known if each != ANY))
                self._say((*at, index), f'unknown {what} "{word}"{hint}')

    def _say(self, at: KeyPath, message: str) -> None:
        self.merging.mistakes.append(self.link.document.mistake(at, message))


def _instead_of_none(rule: Permit | Forbid | Question, key: str) -> str:
    """What to write in place of an empty list: no key where that means any, else the widest list."""
    if key == "recipients" and isinstance(rule, Permit):
        return 'name who gets it, or leave the key out for "self" alone'
    if key == "activities":
        return "name some, or leave the key out for all"
    return 'name some, or write ["*"] for all'
