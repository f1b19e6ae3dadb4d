"""Comments that meant to declare a purpose, at what has none, with words that the policy does not know.

Elsewhere such a comment is prose. At a finding that waits for a purpose it is most likely an attempt,
and its author should learn why it does not count.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import replace

import msgspec

from purposelint.domain.facts import Comment
from purposelint.domain.likeness import with_such_a_part
from purposelint.domain.place import encloses, line_of, span_between
from purposelint.domain.program import Module
from purposelint.domain.verdict import NOT_COUNTED, Finding
from purposelint.judge.declarations.words import Words
from purposelint.judge.drafts import Draft
from purposelint.judge.proposals import is_declarable

_ATTEMPT = re.compile(r"#[ \t]*purposes?[ \t]*:[ \t]*(\w+(?:[ \t]*,[ \t]*\w+)*)[ \t]*$", re.IGNORECASE)
_LONGEST = 200
_SHOWN = 3


class Strangers:
    """Such comments of each file, by path."""

    def __init__(self, modules: Mapping[str, Module]) -> None:
        self._attempts = {
            module.path: found
            for module in modules.values()
            if (found := [each for each in module.facts.comments if _is_attempt(each)])
        }

    def told(self, draft: Draft, known: Words) -> Draft:
        """The draft; with the words that are no purposes, where a comment at it has nothing but such.

        A word that is nearly known is a finding of its own (PUR401).
        """
        finding = draft.finding
        if not is_declarable(finding):
            return draft
        for comment in self._attempts.get(finding.place.path, ()):
            words = _unknown(comment, known)
            if words and _is_at(comment, finding):
                message = f"{finding.message}. {NOT_COUNTED}{_said(words, known.purposes)}"
                return replace(draft, finding=msgspec.structs.replace(finding, message=message))
        return draft

    def unknown(self, known: Words) -> dict[str, dict[int, str]]:
        """Such comments by path and line: what is wrong with their words."""
        return {
            path: {
                line_of(each.at): _said(words, known.purposes)
                for each in found
                if (words := _unknown(each, known))
            }
            for path, found in self._attempts.items()
        }


def _is_attempt(comment: Comment) -> bool:
    return comment.owner != "scope" and len(comment.text) <= _LONGEST and bool(_words(comment))


def _words(comment: Comment) -> list[str]:
    found = _ATTEMPT.search(comment.text)
    return [word.strip() for word in found[1].split(",")] if found else []


def _unknown(comment: Comment, known: Words) -> list[str]:
    """Its words; none where one of them is nearly known, which is a finding of its own (PUR401)."""
    words = _words(comment)
    return [] if any(known.nearly_knows(word) for word in words) else words


def _is_at(comment: Comment, finding: Finding) -> bool:
    """Whether the comment's statement begins where the finding does, or its element lies within that."""
    owner, here = span_between(comment.owner_at, comment.owner_to), finding.place.span
    return not comment.defines and (owner.line == here.line or encloses(here, owner))


def _said(words: list[str], purposes: Collection[str]) -> str:
    shown = ", ".join(f"`{word}`" for word in words[:_SHOWN])
    verb = "are no purposes" if len(words) > 1 else "is no purpose"
    meant = dict.fromkeys(
        name for word in words[:_SHOWN] for name in with_such_a_part(word.lower(), purposes)
    )
    hint = (
        f"; did you mean {' or '.join(f'`{name}`' for name in meant)}?"
        if meant
        else " (`purposelint policy show`)"
    )
    return f"{shown} {verb} of this policy{hint}"
