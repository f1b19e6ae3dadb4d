"""What outlives calls: module variables, class attributes, the objects kept there, and who writes there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from purposelint.domain.program import Program
from purposelint.flow.state import merging, trimming
from purposelint.flow.state.fields import UNNAMED
from purposelint.flow.state.summary import Kept, Tree
from purposelint.flow.state.values import ANY, KEY_OF, PLANTED, Field, Ref, SharedObj, Static

_NOTHING = Tree(0, 0, "", (), ())
_DEEPEST = 3
"""Objects within objects that have an address of their own."""


class Home(NamedTuple):
    """Where an object that outlives calls comes from.

    `body` and `name` are the module or class body that made it and its name there, `way` the fields
    from there to the object; `body` is '' for one that a function or a framework put where it is.
    `fields` is what it was made with.
    """

    body: str
    name: str
    way: tuple[Field, ...]
    fields: tuple[tuple[Field, Tree], ...]


class Left:
    """What functions leave in one field: each its own tree, and one of what any of them may have left.

    `sources` has the mask of each writer that leaves any.
    """

    def __init__(self, field: Field, writers: Mapping[str, Tree], sources: Sequence[tuple[str, int]]) -> None:
        """Put together what these writers leave; there may be none any more."""
        self.field = field
        self.writers = writers
        self.sources = sources
        self.together = merging.condensed(merging.merged([*writers.values()] or [_NOTHING]))
        self._without: dict[frozenset[str], Left] = {}

    def without(self, symbols: AbstractSet[str]) -> Left:
        """What others than these leave."""
        own = frozenset(symbols & self.writers.keys())
        if not own:
            return self
        found = self._without.get(own)
        if found is None:
            others = {writer: tree for writer, tree in self.writers.items() if writer not in own}
            sources = [each for each in self.sources if each[0] not in own]
            found = self._without[own] = Left(self.field, others, sources)
        return found


def left_by(field: Field, writers: Mapping[str, Tree]) -> Left:
    """What functions leave in a field."""
    masks = ((writer, merging.sources(tree)) for writer, tree in writers.items())
    return Left(field, writers, [(writer, mask) for writer, mask in masks if mask])


class Shared:
    """Tables of the whole program; a summary's `kept` enters them between two rounds of the fixpoint."""

    def __init__(self, program: Program) -> None:
        """Begin with nothing kept."""
        self._program = program
        self._numbers: dict[tuple[object, ...], SharedObj] = {}
        self._depths: dict[Ref, int] = {}
        self._names: dict[object, str] = {}
        self._of_nobody: set[Ref] = set()
        self._lasting: dict[str, bool] = {}
        self._written: dict[Ref, dict[Field, dict[str, Tree]]] = {}
        self._left: dict[Ref, tuple[Left, ...]] = {}
        self._essences = merging.Essences()
        self._by_writer: dict[str, tuple[Kept, ...]] = {}
        self._touched: dict[Ref, None] = {}
        self._contents: dict[Ref, list[object]] = {}
        self._seen: dict[Ref, dict[object, int]] = {}
        self._places: dict[Ref, tuple[Ref, Field]] = {}
        self.objects: list[SharedObj] = []
        self.homes: dict[Ref, Home] = {}
        self.readers: dict[Ref, set[str]] = {}
        self._missing: dict[Ref, dict[Field, set[str]]] = {}
        """Who looked for a name where nobody leaves anything under it."""
        self.of_frameworks: set[Ref] = set()
        """What frameworks keep for the whole program: they, or another one, may have put things there."""
        self.variables: set[str] = set()
        """Canonical names of module variables that are bound outside their module's own body."""

    def address(self, key: tuple[object, ...], kind: str, within: Ref | None) -> SharedObj | None:
        """The object at an address, the same for all that ask; None where it lies too deep."""
        found = self._numbers.get(key)
        if found is None:
            depth = self._depths.get(within, 0) + 1 if within is not None else 0
            if depth > _DEEPEST:
                return None
            found = SharedObj((len(self.objects), PLANTED), kind)
            self._numbers[key] = found
            self._depths[found] = depth
            self._names[found] = repr(tuple(self._names.get(part, part) for part in key))
            if not key[0]:
                self._of_nobody.add(found)
            self.objects.append(found)
        return found

    def lies_in(self, ref: Ref, holder: Ref, field: Field) -> None:
        """Note where an object lies that functions leave: found there and put back, it is no other."""
        self._places[ref] = (holder, field)

    def name_of(self, ref: Ref) -> str:
        """What a ref that outlives calls is called in every analysis of the same program."""
        return ref.name if isinstance(ref, Static) else self._names.get(ref, "")

    def writers(self) -> dict[str, tuple[str, ...]]:
        """Analyses that leave something, by the name of what they leave it in; in order.

        Of what no code made, such as exceptions that nobody catches, only those that leave data count.
        """
        found: dict[str, set[str]] = {}
        for ref, fields in self._written.items():
            for left in fields.values():
                told = (each for each in left if ref not in self._of_nobody or merging.sources(left[each]))
                found.setdefault(self.name_of(ref), set()).update(told)
        return {name: tuple(sorted(found[name])) for name in sorted(found) if found[name]}

    def lasts(self, ref: Ref) -> bool:
        """Whether other calls find what is written into a ref; a class inside a function is new for each."""
        if type(ref) is not Static:
            return type(ref) is SharedObj
        found = self._lasting.get(ref.name)
        if found is None:
            found = self._lasting[ref.name] = self._is_lasting(ref.name)
        return found

    def _is_lasting(self, name: str) -> bool:
        info = self._program.classes.get(name)
        if info is None:
            return name in self._program.modules
        functions = self._program.modules[info.module].facts.functions
        around = info.facts.parent
        while functions[around].kind == "class":
            around = functions[around].parent
        return functions[around].kind == "module"

    def written(self, ref: Ref) -> Mapping[Field, Mapping[str, Tree]]:
        """What functions leave in the fields of a ref, each by the symbol of its writer."""
        return self._written.get(ref, {})

    def left(self, ref: Ref) -> tuple[Left, ...]:
        """The same in the order of the fields, each with what whoever looks there may find."""
        found = self._left.get(ref)
        if found is None:
            by_field = sorted(self._written.get(ref, {}).items(), key=lambda item: str(item[0]))
            found = self._left[ref] = tuple(left_by(field, dict(writers)) for field, writers in by_field)
        return found

    def is_missing(self, ref: Ref, field: Field, reader: str) -> bool:
        """Whether no function leaves anything in a field; if so, the reader hears of it once one does."""
        if ref in self.homes or self._may_hold(ref, field):
            return False
        self._missing.setdefault(ref, {}).setdefault(field, set()).add(reader)
        return True

    def _may_hold(self, ref: Ref, field: Field) -> bool:
        written = self._written.get(ref, {})
        return any(written.get(each) for each in (field, *UNNAMED))

    def readers_of(self, ref: Ref) -> set[str]:
        """Who may find something else in a ref that has changed."""
        found = set(self.readers.get(ref, ()))
        for field, readers in self._missing.get(ref, {}).items():
            if self._may_hold(ref, field):
                found |= readers
        return found

    def asked(self) -> tuple[Ref, ...]:
        """The refs in which some function looked for anything."""
        return tuple(dict.fromkeys((*self.readers, *self._missing)))

    def enter(self, symbol: str, summary_kept: Sequence[Kept], *, called: bool) -> None:
        """Take in what a function keeps, in place of what it kept before.

        Under a key that its callers hand in, they keep it themselves; where nobody calls, it is any key.
        """
        own = self._program.classes
        kept = tuple(
            _under_any_key(each)
            for each in summary_kept
            if not (called and _is_handed(each.field))
            and not trimming.is_silent_in(each.field, each.value, own)
        )
        before = self._by_writer.get(symbol, ())
        if kept == before:
            return
        self._by_writer[symbol] = kept
        for old in before:
            self._written[old.holder][old.field].pop(symbol, None)
        for new in kept:
            self._written.setdefault(new.holder, {}).setdefault(new.field, {})[symbol] = new.value
        for each in (*before, *kept):
            self._left.pop(each.holder, None)
        self._touched.update(dict.fromkeys(each.holder for each in (*before, *kept)))

    def changed(self, *, settling: bool = False) -> list[Ref]:
        """The refs of which readers would find something else than when this was asked last.

        While `settling` only data and types that they never saw there count: functions that read what
        others leave and put it back make the rest come and go for ever.
        """
        found = []
        for ref in self._touched:
            content, kinds = self._content(ref)
            seen = self._seen.setdefault(ref, {})
            news = any(mask & ~seen.get(kind, 0) or kind not in seen for kind, mask in kinds.items())
            if news if settling else content != self._contents.get(ref, []):
                found.append(ref)
            self._contents[ref] = content
            seen.update((kind, mask | seen.get(kind, 0)) for kind, mask in kinds.items())
        self._touched = {}
        return found

    def _content(self, ref: Ref) -> tuple[list[object], dict[object, int]]:
        """What functions leave in a ref, wherever the objects come from; and of what kind, with all sources.

        Who leaves it is part of it for data: each reader leaves out what it puts there itself.
        """
        content: list[object] = []
        kinds: dict[object, int] = {}
        for one in (each for each in self.left(ref) if each.writers):
            together = self._essences.of(one.together)
            moved = (each for each in together.refs if self._places.get(each) != (ref, one.field))
            own = sorted(moved, key=repr)
            sources = tuple(sorted(one.sources))
            content.append((one.field, together.text, together.exact, together.vague, sources))
            content.append((own, together.objects))
            kinds[one.field] = merging.sources(together)
            kinds.update(((one.field, each), 0) for each in own)
            kinds.update(((one.field, made.type), 0) for made in together.objects)
        return content, kinds


def _is_handed(field: Field) -> bool:
    return isinstance(field, str) and field.startswith(KEY_OF)


def _under_any_key(kept: Kept) -> Kept:
    return Kept(kept.holder, ANY, kept.value) if _is_handed(kept.field) else kept
