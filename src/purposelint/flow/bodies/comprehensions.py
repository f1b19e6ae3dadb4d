"""Comprehensions: a scope of their own, whose variables neither leak nor hide those around them."""

from __future__ import annotations

from collections.abc import Sequence

from purposelint.domain.expressions import (
    Clause,
    Comp,
    Name,
    Star,
)
from purposelint.flow.access import stated_names, turns
from purposelint.flow.access.narrowing import narrow
from purposelint.flow.calls import assign
from purposelint.flow.methods import key_turns
from purposelint.flow.objects import copies, mappings, sequences
from purposelint.flow.objects.spreading import spread
from purposelint.flow.state.alternatives import in_turn
from purposelint.flow.state.branches import merge
from purposelint.flow.state.frame import Frame
from purposelint.flow.state.keys import key_of
from purposelint.flow.state.store import State
from purposelint.flow.state.values import ANY, NOTHING, Sym, Value, join

_MOST_EVALUATIONS = 16
"""Times that one element is evaluated, by turns of all the comprehensions around it."""


def evaluate(frame: Frame, expr: Comp) -> Value:
    """What a comprehension holds."""
    outer = frame.state or {}
    names = dict.fromkeys(name for clause in expr.clauses for name in turns.bound_names(clause.target))
    hidden = {name: outer.get(name) for name in names}
    before = dict(frame.state) if frame.state is not None else None
    counted, unrolled = frame.counted, frame.unrolled
    result = _Result(frame, expr)
    result.clause(0)
    frame.counted, frame.unrolled = counted, unrolled
    if frame.state is None:
        frame.state = before
    if frame.state is not None:
        for name, held in hidden.items():
            if held is None:
                frame.state.pop(name, None)
            else:
                frame.state[name] = held
    return result.value()


class _Result:
    """A comprehension under evaluation: clause by clause, turn by turn where the items are known."""

    def __init__(self, frame: Frame, expr: Comp) -> None:
        self.frame = frame
        self.expr = expr
        self.kind = "list" if expr.kind == "generator" else expr.kind
        self.site = frame.site(expr)
        self.made = frame.fresh(self.site, "dict") if self.kind == "dict" else NOTHING
        self.items: list[Value] = []
        self.keyed: key_turns.Turns | None = None
        self.whole = NOTHING
        self.certain = True

    def value(self) -> Value:
        """The finished container; what may be left out by a test is at no known place."""
        if self.kind == "dict":
            return self._mapping()
        made = sequences.made_of(self.frame, self.site, self.kind, [(item, False) for item in self.items])
        if not self.certain:
            sequences.forget_places(self.frame, made)
        return made

    def _mapping(self) -> Value:
        """The finished dict: in place of its own items a copy of the mapping that it keeps as it is."""
        if self.whole is not NOTHING:
            for field, held in self.frame.fields(self.made.refs[0]).items():
                self.frame.write(self.whole, field, held)
            return self.whole
        if not self.certain:
            self.frame.write(self.made, ANY, NOTHING)
        return self.made

    def clause(self, number: int) -> None:
        """Go through one clause, and inside it through the next ones."""
        if number == len(self.expr.clauses):
            self._add()
            return
        clause = self.expr.clauses[number]
        iterated = self.frame.value(clause.iter)
        known = _chosen(self.frame, clause)
        if known is None:
            known = stated_names.listed(self.frame, clause.iter, iterated)
        if known is None:
            iterated = _filtered(self.frame, clause, iterated)
            known = turns.items_of(self.frame, iterated)
        if known is not None and len(known) * self.frame.unrolled <= _MOST_EVALUATIONS:
            self.frame.unrolled *= max(len(known), 1)
            self.frame.counted = self.frame.counted | set(turns.bound_names(clause.target))
        else:
            self.certain = False
            if self._key_by_key(clause, number) or self._part_by_part(clause, iterated, number):
                return
            known = [self.frame.elements_of(iterated)]
        for item in known:
            if self.frame.state is not None:
                self._turn(clause, item, number)

    def _key_by_key(self, clause: Clause, number: int) -> bool:
        """A turn for each key that is named, and one for the others; False where these are not told apart."""
        expr, frame = self.expr, self.frame
        parts = [part for part in (expr.element, expr.value, *clause.tests) if part is not None]
        only = len(expr.clauses) == 1
        keyed = key_turns.of(frame, clause.target, clause.iter, parts, id(clause)) if only else None
        if keyed is None:
            return False
        frame.counted = frame.counted | set(turns.bound_names(clause.target))
        for item in keyed.named:
            self._turn(clause, item, number)
        self.keyed = keyed
        self._turn(clause, keyed.others, number)
        self.keyed = None
        return True

    def _part_by_part(self, clause: Clause, iterated: Value, number: int) -> bool:
        """A turn for each text of the collections that are known, and one for the others that it may be."""
        frame, parted = self.frame, turns.parted(self.frame, iterated)
        if parted is None or len(parted.named) * frame.unrolled > _MOST_EVALUATIONS:
            return False
        frame.unrolled *= len(parted.named)
        frame.counted = frame.counted | set(turns.bound_names(clause.target))
        for item in (*parted.named, *([frame.elements_of(parted.rest)] if parted.rest.refs else ())):
            before = frame.copied()
            if frame.state is not None:
                self._turn(clause, item, number)
                frame.state = merge(before, frame.state)
        return True

    def _turn(self, clause: Clause, item: Value, number: int) -> None:
        """What the conditions say holds inside the turn only."""
        frame = self.frame
        assign.bind_target(frame, clause.target, item)
        if self.keyed is not None:
            key_turns.note_others(frame, self.keyed)
        told: list[tuple[State, State]] = []
        for test in clause.tests:
            frame.value(test)
            plain = dict(frame.state or {})
            self.certain = self.certain and turns.decided(frame, test) is not None
            narrow(frame, test, holds=True)
            if frame.state is None:
                frame.state = plain
                break
            told.append((plain, dict(frame.state)))
        else:
            self.clause(number + 1)
        _forget(frame, told)

    def _add(self) -> None:
        frame, expr = self.frame, self.expr
        if self.kind == "dict" and type(expr.element) is Star:
            spread(frame, frame.value(expr.element.value), self.made)
            return
        element = frame.value(expr.element)
        if expr.value is None:
            self.items.append(element)
            return
        held = frame.value(expr.value)
        if self.keyed is not None and key_turns.keeps(frame, self.keyed, expr.element, held):
            self.whole = key_turns.copied(frame, self.keyed, self.site)
            if self.whole is not NOTHING:
                return
        in_turn(frame, element, lambda one: self._put(one, held))

    def _put(self, key: Value, held: Value) -> None:
        frame, field = self.frame, key_of(self.expr.element, key)
        if not self.certain:
            held = join(frame.read(self.made, field), held)
        frame.put(self.made, field, key, held)


def _forget(frame: Frame, told: Sequence[tuple[State, State]]) -> None:
    """What the conditions of a comprehension said holds inside it only."""
    state = frame.state if frame.state is not None else {}
    for plain, narrowed in reversed(told):
        for key, held in plain.items():
            if narrowed.get(key) is not held and state.get(key) is narrowed.get(key):
                state[key] = held
        for key in [key for key, held in narrowed.items() if key not in plain and state.get(key) is held]:
            if type(key) is Sym:
                del state[key]


# --- conditions on keys --------------------------------------------------------------------------


def _chosen(frame: Frame, clause: Clause) -> list[Value] | None:
    """Turns for the keys that a test lets in by name; None where no test names them."""
    key = _key(clause)
    for test in clause.tests if key else ():
        texts = key_turns.texts_of(frame, test, key, ("==", "in"))
        if texts is None:
            continue
        mapping = key_turns.mapping_of(clause.iter)
        if mapping is None:
            return [Value(0, 0, (), text) for text in texts] if type(clause.target) is Name else None
        return [key_turns.entry(frame, mapping, text, id(clause)) for text in texts]
    return None


def _filtered(frame: Frame, clause: Clause, iterated: Value) -> Value:
    """What is iterated, without the keys that a test keeps out by name."""
    key, mapping = _key(clause), key_turns.mapping_of(clause.iter)
    gone: list[str] = []
    for test in clause.tests if key and mapping is not None else ():
        gone.extend(key_turns.texts_of(frame, test, key, ("!=", "not in")) or ())
    if not gone or mapping is None or turns.items_of(frame, iterated) is not None:
        return iterated
    site = frame.numbered((id(clause), "rest"))
    rest = copies.without(frame, frame.value(mapping), ["[" + text for text in gone], site)
    return mappings.items(frame, rest, (*site, 1))


def _key(clause: Clause) -> str:
    """The variable of a clause that stands for a key."""
    target = clause.target
    return key_turns.key_of(target) or (target.id if type(target) is Name else "")
