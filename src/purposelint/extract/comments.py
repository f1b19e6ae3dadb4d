"""Who owns each comment: a statement, an element inside brackets, or the scope.

Comments between statements are read off the tree. A comment inside brackets belongs to

- the argument, item or parameter that it stands behind, in, or, on a line of its own, before;
- else (behind the opening bracket, or alone before the closing one) to what owns the bracket: the
  element of an outer bracket that it stands in, or the statement.

The span of an element is that of its value (`Arg.at`, `Item.at`), of a parameter all of it.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from typing import NamedTuple

from purposelint.domain.facts import Comment, CommentOwner
from purposelint.extract import nodes as cst
from purposelint.extract.cursor import Cursor, MisalignedError
from purposelint.extract.tokens import Remark


class Element(NamedTuple):
    """An element of a bracket: its first token, the one behind it, and its span."""

    first: int
    behind: int
    at: int
    to: int


class Ownership:
    """Comments of one file as the walk reaches them.

    `pending` is the index of the token before which the next comment stands: trivia of the tree need
    not be looked at until the cursor is there.
    """

    def __init__(self, cursor: Cursor) -> None:
        self.cursor = cursor
        self._last = len(cursor.tokens.texts) - 1
        self.comments: list[Comment] = []
        self.attached: dict[int, list[str]] = {}
        """Start of a statement -> texts of the comments that belong to it."""
        self._elements: dict[int, list[Element]] = {}
        self.held: list[Remark] = []
        self._remarks = iter(cursor.tokens.remarks)
        self._next: Remark | None = None
        self.pending = 0
        self._advance()
        self.brackets = _brackets_with_comments(cursor)
        """Opening brackets whose elements must be told by `register`."""

    def register(self, opening: int, elements: list[Element]) -> None:
        """Tell the elements of a bracket."""
        self._elements[opening] = elements

    def hold(self, lines: Iterable[cst.EmptyLine | cst.TrailingWhitespace]) -> None:
        """Take the comments of these trivia; `own` says whose they are."""
        if self.pending <= self.cursor.index:
            self.hold_bracketed()
            for line in lines:
                if line.comment is not None:
                    self._take(line.comment.value)

    def hold_bracketed(self) -> None:
        """Take the comments inside brackets that the cursor has passed."""
        while self._next is not None and self._next.bracket >= 0 and self.pending <= self.cursor.index:
            self._hold_next()

    def hold_passed(self) -> None:
        """Take every comment that the cursor has passed, whatever it stands in."""
        while self._next is not None and self.pending <= self.cursor.index:
            self._hold_next()

    def own(self, at: int, to: int, function: int, defines: str = "") -> None:
        """Give the comments held to a statement, or to the elements in it that own them."""
        if self.pending <= self.cursor.index:
            self.hold_bracketed()
        if not self.held:
            return
        owner: CommentOwner
        for remark in self.held:
            element = self._element_of(remark) if remark.bracket >= 0 else None
            if element is None:
                owner, owner_at, owner_to = "statement", at, to
                self.attached.setdefault(at, []).append(remark.text.lstrip("#!: \t"))
            else:
                owner, owner_at, owner_to = "element", element.at, element.to
            self._add(remark, owner, (owner_at, owner_to), function, defines)
        self.held.clear()

    def own_by_scope(self, lines: Iterable[cst.EmptyLine], function: int) -> None:
        """Give the comments of the trivia that end a block to its scope."""
        self.hold(lines)
        for remark in self.held:
            self._add(remark, "scope", (0, 0), function, "")
        self.held.clear()

    def finished(self) -> tuple[Comment, ...]:
        """All comments in source order. Raises MisalignedError if one was not reached."""
        while self._is_lost():
            self._hold_next()
        self.own_by_scope((), 0)
        if self._next is not None or self.held:
            raise MisalignedError("a comment", self.cursor.tokens.line(self.cursor.index))
        return tuple(sorted(self.comments, key=lambda comment: comment.at))

    def _advance(self) -> None:
        self._next = next(self._remarks, None)
        self.pending = sys.maxsize if self._next is None else self._next.follower

    def _take(self, text: str) -> None:
        text = text.rstrip()
        while self._next is not None and self._next.text != text and self._is_lost():
            self._hold_next()
        if self._next is None or self._next.bracket >= 0 or self._next.text != text:
            raise MisalignedError(text, self.cursor.tokens.line(self.cursor.index))
        self._hold_next()

    def _is_lost(self) -> bool:
        """Whether the tree may lack the next comment.

        LibCST loses some that end a file, where they are indented otherwise than what follows them.
        """
        remark = self._next
        return remark is not None and remark.bracket < 0 and remark.follower >= self._last

    def _hold_next(self) -> None:
        assert self._next is not None
        self.held.append(self._next)
        self._advance()

    def _add(
        self, remark: Remark, owner: CommentOwner, span: tuple[int, int], function: int, defines: str
    ) -> None:
        self.comments.append(
            Comment(remark.text, remark.at, owner, span[0], span[1], function, defines, remark.trailing)
        )

    def _element_of(self, remark: Remark) -> Element | None:
        """The innermost element that owns a comment inside brackets."""
        bracket = remark.bracket
        found = _direct(self._elements.get(bracket, ()), remark)
        while found is None and bracket >= 0:
            inner, bracket = bracket, self.cursor.tokens.parents[bracket]
            around = self._elements.get(bracket, ())
            found = next((each for each in around if each.first <= inner < each.behind), None)
        return found


def _direct(elements: Iterable[Element], remark: Remark) -> Element | None:
    """The element of its own bracket that owns a comment."""
    before = None
    for element in elements:
        if element.first < remark.follower < element.behind:
            return element
        if element.behind <= remark.follower:
            before = element
        elif not remark.trailing:
            return element
    return before if remark.trailing else None


def _brackets_with_comments(cursor: Cursor) -> set[int]:
    """Opening brackets with a comment anywhere inside."""
    parents = cursor.tokens.parents
    found: set[int] = set()
    for remark in cursor.tokens.remarks:
        bracket = remark.bracket
        while bracket >= 0 and bracket not in found:
            found.add(bracket)
            bracket = parents[bracket]
    return found
