"""Declarations written to the statements that own them: behind the code, else on a line above."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from purposelint.domain.facts import SourceFile
from purposelint.domain.mended import Changed, Left, Rewritten, Stated, Wanted
from purposelint.domain.place import Span
from purposelint.edit.skeletons import (
    Skeleton,
    comment_lines,
    comment_of,
    comments_of,
    filled,
    skeletons_at,
    without,
)
from purposelint.edit.splicing import Splice, above, behind, code_of, edited, unchanged
from purposelint.edit.statements import Spot, Spots
from purposelint.edit.text import Text, UneditableError, text_of
from purposelint.edit.tree import tree_of

_TAB = 4
_LAST = re.compile(r"#\s*(?:fmt|yapf)\s*:")
"""Comments that hold for what stands before them and tell a formatter to keep off."""

_NO_ROOM = "it shares its line with other statements: give it a line of its own first"
_UNREAD = "the declaration that stands there has a mistake of its own, mend that first: {}"
_NOWHERE = "no statement of the file holds it"
_OTHER_PROGRAM = "a comment there would change the program, or could not be written"


@dataclass(frozen=True, slots=True)
class Spoken:
    """An element of something at a place of the file that has its verdict already."""

    span: Span
    element: str


@dataclass(frozen=True, slots=True)
class _Plan:
    """What is to be done for one statement."""

    changed: Changed
    splices: tuple[Splice, ...]


def declare(
    source: SourceFile,
    wanted: Sequence[Wanted],
    spoken: Iterable[Spoken] = (),
    flawed: Mapping[int, str] = MappingProxyType({}),
    width: int = 88,
) -> Rewritten:
    """Write a declaration to each statement that wants one; nothing of the program changes.

    A declaration speaks of all elements unless something else is `spoken` of at its statement, or that is the
    header of a class. One that
    would make a line longer than `width` stands above, on as many lines as it takes, and names its elements:
    tools that look for code in comments take `# purpose: payment` alone on a line for some. At a declaration
    on a `flawed` line, which nobody can read as it stands, no other is written; each line says what is wrong
    there.
    """
    try:
        text = text_of(source.data)
        spots = Spots(tree_of(text.whole), len(text.lines))
    except UneditableError as error:
        return Rewritten(unchanged(source), left=(Left(source.path, 0, str(error)),))
    return _File(source, text, spots, tuple(spoken), flawed, width).rewritten(wanted)


@dataclass(frozen=True, slots=True)
class _File:
    source: SourceFile
    text: Text
    spots: Spots
    spoken: tuple[Spoken, ...]
    flawed: Mapping[int, str]
    width: int

    def rewritten(self, wanted: Sequence[Wanted]) -> Rewritten:
        plans: list[_Plan] = []
        left: list[Left] = []
        for spot, wishes in self._by_spot(wanted).items():
            plan = self._plan(spot, wishes) if spot is not None else self._left(wishes, _NOWHERE)
            if isinstance(plan, _Plan):
                plans.append(plan)
            elif plan is not None:
                left.append(plan)
        edit, wrong = edited(self.source, self.text, [plan.splices for plan in plans])
        for index in wrong:
            changed = plans[index].changed
            left.append(Left(changed.path, changed.line, _OTHER_PROGRAM, ", ".join(changed.elements)))
        done = tuple(plan.changed for index, plan in enumerate(plans) if index not in wrong)
        return Rewritten(edit, tuple(sorted(done, key=lambda one: one.line)), tuple(left))

    def _by_spot(self, wanted: Iterable[Wanted]) -> dict[Spot | None, list[Wanted]]:
        found: dict[Spot | None, list[Wanted]] = {}
        for each in wanted:
            found.setdefault(self.spots.of(each.span), []).append(each)
        return found

    def _plan(self, spot: Spot, wishes: Sequence[Wanted]) -> _Plan | Left | None:
        """What to do for a statement; None where its skeletons say all already."""
        names = tuple(sorted({each.element for each in wishes}))
        rest: Stated | None = Stated(names, wishes[0].purposes, wishes[0].because)
        splices: list[Splice] = []
        skeletons = tuple(skeletons_at(self.text, spot))
        unread = self.flawed.keys() - {each.line for each in skeletons}
        for line in comment_lines(self.text, spot):
            if line in unread:
                return self._left(wishes, _UNREAD.format(self.flawed[line]))
        for skeleton in skeletons:
            if rest is None:
                break
            if rest.purposes:
                splices += self._filled(spot, skeleton, rest, names)
            rest = without(rest, skeleton.elements)
        if rest is not None:
            placed = self._placed(spot, rest, is_all=rest.elements == names)
            if not placed:
                return self._left(wishes, _NO_ROOM)
            splices += placed
        if not splices:
            return None
        told = "  ".join(each.text.strip() for each in splices if each.text)
        spans = tuple(each.span for each in wishes)
        return _Plan(Changed(self.source.path, spot.first, told, spot.last, names, spans), tuple(splices))

    def _filled(self, spot: Spot, skeleton: Skeleton, stated: Stated, names: tuple[str, ...]) -> list[Splice]:
        """The skeleton with its purpose: behind the code where it stands there and fits, else above."""
        line = code_of(self.text, skeleton.line)
        before, after = line[: skeleton.start - 1].rstrip(), line[skeleton.end - 1 :]
        is_all = stated.elements == names == tuple(sorted(skeleton.elements))
        short = is_all and not self._is_shared(spot, stated)
        parts = filled(skeleton, stated, short=short and bool(before))
        if not parts:
            return []
        new = "  ".join(map(comment_of, parts))
        stands = f"{before}  " if before else line[: skeleton.start - 1]
        if after.strip() or (before and not spot.above) or self._is_short(f"{stands}{new}{after}"):
            return [Splice(skeleton.line, skeleton.start, skeleton.end, new)]
        if before:
            named = filled(skeleton, stated, short=False)
            taken_out = Splice(skeleton.line, len(before) + 1, skeleton.end, "")
            return [taken_out, *self._above(spot.first, named, comment_of(parts[0]) if short else "")]
        *first, last = self._comments(skeleton.line, parts)
        placed = [above(self.text, skeleton.line, comment) for comment in first]
        return [*placed, Splice(skeleton.line, skeleton.start, skeleton.end, last)]

    def _placed(self, spot: Spot, stated: Stated, *, is_all: bool) -> list[Splice]:
        """Where comments go; nothing where one would belong to something else."""
        is_plain = bool(stated.purposes) and is_all and not self._is_shared(spot, stated)
        plain = comment_of(Stated((), stated.purposes, stated.because)) if is_plain else ""
        short = plain or comment_of(stated)
        if spot.behind and (not spot.above or self._fits(spot.last, short)):
            return [behind(self.text, spot.last, short)]
        return self._above(spot.first, (stated,), plain) if spot.above else []

    def _above(self, line: int, parts: Sequence[Stated], plain: str) -> list[Splice]:
        """Comments above a line: the `plain` one, unless it would be taken for code or there is none."""
        is_code = len(parts[0].purposes) == 1 and not parts[0].because
        comments = [plain] if plain and not is_code else self._comments(line, parts)
        return [above(self.text, line, comment) for comment in comments]

    def _comments(self, line: int, parts: Sequence[Stated]) -> list[str]:
        """What is stated as comments that stand alone on lines, indented as this one is."""
        code = self.text.lines[line - 1].expandtabs(_TAB)
        room = self.width - (len(code) - len(code.lstrip()))
        return [comment for part in parts for comment in comments_of(part, room)]

    def _is_shared(self, spot: Spot, stated: Stated) -> bool:
        """Whether a comment without elements would speak of others, or of fields that a base may yet get."""
        return spot.of_class or bool(self._others(spot, stated))

    def _others(self, spot: Spot, stated: Stated) -> set[str]:
        """Elements at a statement that are spoken of besides those that are stated."""
        return {each.element for each in self.spoken if spot.holds(each.span)} - set(stated.elements)

    def _fits(self, line: int, comment: str) -> bool:
        code = code_of(self.text, line)
        if _LAST.search(code):
            return False
        return self._is_short(f"{code}  {comment}")

    def _is_short(self, line: str) -> bool:
        return len(line.expandtabs(_TAB)) <= self.width

    def _left(self, wishes: Sequence[Wanted], why: str) -> Left:
        names = ", ".join(sorted({each.element for each in wishes}))
        return Left(self.source.path, wishes[0].span.line, why, names)
