"""The analysis of one function in progress: its store, its symbols, what it returned and leaked."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from purposelint.domain.expressions import Expr, Name
from purposelint.domain.facts import Mention
from purposelint.domain.library import Guard
from purposelint.domain.place import Place, span_between
from purposelint.domain.program import FunctionInfo
from purposelint.domain.statements import Stmt
from purposelint.flow.state import tested, widening
from purposelint.flow.state.computed_names import ComputedNames
from purposelint.flow.state.deferral import Deferrals, DeferredCall, Implicits
from purposelint.flow.state.holding import Holding
from purposelint.flow.state.identity import is_code
from purposelint.flow.state.store import State
from purposelint.flow.state.summary import Leak, Origin, Symbol
from purposelint.flow.state.values import (
    MAX_CODE,
    MAX_REFS,
    SYMBOL_MASK,
    UNKNOWN,
    Field,
    Obj,
    Path,
    Ref,
    Static,
    Sym,
    Template,
    Value,
    bits,
    labelled,
    of,
)
from purposelint.flow.state.ways import Ways

if TYPE_CHECKING:
    from purposelint.domain.flows import SinkPoint
    from purposelint.flow.engine import Engine
    from purposelint.flow.objects.arguments import Argument
    from purposelint.flow.objects.copying import Copied
    from purposelint.flow.state.asking import Key
    from purposelint.flow.state.correlation import Split
    from purposelint.flow.state.item_classes import ItemClass

_MUCH = 3
"""The part of the work allowed after which a function hurries."""

_KEYS_MERGED = 64
"""Variables and objects that are merged in the time that one expression takes."""

_MOST_ORIGINS = 40
"""Places remembered at which one source enters a function; a trace names the nearest."""


class Signing(NamedTuple):
    """How a task was signed that waits for what others give; `leaks` came of it without that."""

    arguments: Sequence[Argument]
    place: tuple[int, int]
    leaks: Mapping[tuple[object, ...], Leak]


class Frame(Holding, ComputedNames, Ways):
    """One function under analysis. `state` is None where the code can't be reached.

    `standing` is where the statement in progress stands, `implicits` are calls that Python makes by
    itself and that lead into each other. `guessed` are labels that unknown calls of this function may give,
    `undescribed` those of calls of which no caller knows more. `left_below` are objects that callees left
    in shared things, with the sources that they held.
    `key` names the analysis, `own_class` the class of the method's own receiver where it is for one.
    `splits` are branches that were joined again, by the variable that decided, `tested` fields that a test
    found empty, with what they held. `counted` are variables of loops whose turns are taken one by one,
    `turning` how many such loops are under way, `other_keys` say of a loop's key which texts it is not.
    `signings` are tasks that wait for what others give, `switches` parameters known to be true or false.
    `said_of` are sources that the name of one attribute of the caller's alone brings, with its path,
    `exports` names of bodies of which it was noted what they bring.
    `unrolled` is the product of the turns of comprehensions under way, `work` what it has cost so
    far, of what is `allowed`.
    """

    def __init__(self, engine: Engine, key: str) -> None:
        """Begin with an empty store."""
        self.engine = engine
        self.key = key
        symbol, self.own_class = engine.receivers.chosen(key)
        self.info: FunctionInfo = engine.program.functions[symbol]
        Holding.__init__(self)
        Ways.__init__(self)
        self.leaks: dict[tuple[object, ...], Leak] = {}
        self.kept_by_sinks: list[tuple[SinkPoint, Value, Expr, Argument]] = []
        self.origins: dict[int, list[Origin]] = {}
        self.said_of: dict[int, Path | None] = {}
        self.rebound: set[str] = set()
        self.globals: set[str] = set()
        self.loaded: dict[Ref, dict[Field, Value]] = {}
        self.kept: dict[tuple[Ref, Field], Value] = {}
        self.left_below: dict[tuple[Ref, Field], tuple[Value, int]] = {}
        self.yields: dict[int, Value] = {}
        self.deferred: dict[tuple[object, ...], DeferredCall] = {}
        self.deferrals = Deferrals()
        self.signings: dict[Ref, Signing] = {}
        self.leaving: set[str] = set()
        self.entries: dict[tuple[str, ...], Copied] = {}
        self.item_classes: dict[Path, ItemClass] = {}
        self.handed_classes: set[Path] = set()
        self.guessed = 0
        self.undescribed = 0
        self.limited = False
        self.work = 0
        self.allowed = engine.budget.allowance(self.info, key)
        self.standing = (self.info.facts.at, self.info.facts.to)
        self.implicits = Implicits()
        self.splits: dict[str, dict[Key, Split]] = {}
        self.tested: dict[tuple[Ref, Field], Value] = {}
        self.other_keys: dict[str, tuple[Value, frozenset[str]]] = {}
        self.counted: set[str] = set()
        self.turning = 0
        self.unrolled = 1
        self.switches: dict[str, bool] = {}
        self.exports: set[tuple[str, str]] = set()

    # --- the store -----------------------------------------------------------------------------

    def lookup(self, name: str) -> Value | None:
        """Value of a local name, None where it is not bound on this way."""
        found = (self.state or {}).get(name)
        if type(found) is not Value:
            return None
        return found if len(found.refs) <= MAX_CODE else self._cut(found)

    def bind(self, name: str, value: Value) -> None:
        """Bind a local name."""
        if name in self.globals:
            self.write(of(Static(self.info.module)), "." + name, value)
        elif self.state is not None:
            self.state[name] = self.bounded(value)
            if self.splits:
                self.splits.pop(name, None)
            if self.switches:
                self.switches.pop(name, None)

    def know(self, name: str, value: Value) -> None:
        """Take in what a test says that a local name holds: it is bound as before."""
        if self.state is not None:
            self.state[name] = value

    def bounded(self, value: Value) -> Value:
        """The value itself; of too many things one container in place of several, else its labels alone."""
        if len(value.refs) <= MAX_REFS:
            return value
        if self.state is not None:
            self.work += len(value.refs)
            value = widening.merged(self.state, value)
            if len(value.refs) <= MAX_REFS:
                return value
        kept = tuple(ref for ref in value.refs if is_code(ref) or type(ref) is Template)
        if len(kept) == len(value.refs) <= MAX_CODE:
            return value
        kept = kept[:MAX_CODE]
        self.limited = self.limited or not widening.is_told_by_labels(self.state, value, kept)
        flat = self.flattened(value)
        return Value(flat.exact, flat.vague, kept)

    def _cut(self, value: Value) -> Value:
        """Of too many things that came together on several ways the first, with the labels of all."""
        value = widening.merged(self.state or {}, value)
        if len(value.refs) <= MAX_CODE:
            return value
        self.limited = True
        flat = self.flattened(value)
        return Value(flat.exact, flat.vague, value.refs[:MAX_CODE])

    def flattened(self, value: Value) -> Value:
        """A value without structure: what its parts hold is then somewhere inside, nobody knows where."""
        exact = value.exact
        for ref in value.refs:
            if type(ref) is Sym:
                exact |= self.path_mask(ref.path)
        flat = self.deep(value)
        return labelled(exact, (flat.exact | flat.vague) & ~exact)

    def copied(self) -> State | None:
        """A copy of the store for one of several ways; a large one is work, as it is merged again later."""
        if self.state is None:
            return None
        self.work += len(self.state) // _KEYS_MERGED
        return dict(self.state)

    @property
    def hurries(self) -> bool:
        """Whether the function has taken so much work that from here on each loop is turned but once."""
        return self.work > self.allowed // _MUCH

    def is_spent(self) -> bool:
        """Whether the function has had all the work that one may take; that is told."""
        self.limited = self.limited or self.work > self.allowed
        return self.work > self.allowed

    # --- labels --------------------------------------------------------------------------------

    def guarded(self, value: Value, guard: Guard) -> Value:
        """The labels of a value behind a guard."""
        flat = self.deep(value)
        return labelled(self.masked(flat.exact | flat.vague, guard))

    def masked(self, mask: int, guard: Guard) -> int:
        """A mask behind a guard."""
        self.engine.guardings.note(self.info, self.standing, guard, mask)
        result = self.engine.labels.guarded(mask, guard)
        for index in bits(mask & SYMBOL_MASK):
            symbol = self.symbols[index]
            result |= self.symbol(symbol if symbol.guard else Symbol(symbol.path, guard))
        return result

    def enter(
        self, mask: int, at: int, to: int, text: str, callee: str = "", path: Path | None = None
    ) -> None:
        """Remember where sources entered this function; `path` is what of the caller's they are said of."""
        new = mask & ~SYMBOL_MASK
        if not new:
            return
        origin = Origin(self.place(at, to), text, callee)
        for index in bits(new):
            if self.said_of.setdefault(index, path) != path:
                self.said_of[index] = None
            known = self.origins.setdefault(index, [])
            if len(known) < _MOST_ORIGINS and origin not in known:
                known.append(origin)

    def name_labels(self, kind: str, receiver: str, name: str, *, computed: bool = False) -> int:
        """Mask of what a name says about its value where its owner is not known."""
        labels, mention = self.engine.labels, Mention(kind, receiver, name)
        return labels.of_computed(mention) if computed else labels.of_mention(mention)

    # --- places --------------------------------------------------------------------------------

    def place(self, at: int, to: int) -> Place:
        """A place in this function."""
        return Place(self.info.path, span_between(at, max(at, to)), self.engine.public_symbol(self.info))

    def receiver(self, expr: Expr) -> str:
        """Word of what owns an attribute; a method's own self is its class."""
        if type(expr) is Name and expr.id in ("self", "cls") and self.info.owner:
            return self.info.owner.rpartition(".")[2]
        return self.engine.receiver_word(expr)

    def _frame(self) -> Frame:
        return self

    def is_exactly(self, ref: Ref) -> bool:
        """Whether a ref is of the class that it states, of none below it: made here, or so asked for."""
        if isinstance(ref, Obj):
            return True
        own = self.own_class
        if type(ref) is Static:
            other = ref.name != (own.kind if own else self.info.owner)
            return other or bool(own and own.exact) or not self.engine.is_classmethod(self.info.symbol)
        return bool(own and own.exact and type(ref) is Sym and ref.path == (0,) and ref.type == own.kind)

    def analysis_of(self, info: FunctionInfo, first: Value | None) -> str:
        """Key of a callee's analysis, by its first argument: a method's is that for the receiver's class."""
        if first is None or len(first.refs) != 1 or not self.engine.gets_receiver(info):
            return info.symbol
        ref = first.refs[0]
        kind = ref.name if type(ref) is Static else getattr(ref, "type", "")
        if kind not in self.engine.program.classes:
            return info.symbol
        return self.engine.receivers.key(info, kind, exact=self.is_exactly(ref))

    # --- values --------------------------------------------------------------------------------

    def value(self, expr: Expr) -> Value:
        """Evaluate an expression; after too much work nothing is known of it."""
        self.work += 1
        if self.work > self.allowed and self.is_spent():
            return UNKNOWN
        evaluate: Callable[[Frame, Expr], Value] = self.engine.evaluators[type(expr)]
        return evaluate(self, expr)

    def run(self, body: Sequence[Stmt]) -> None:
        """Execute statements in order until the end is no longer reachable.

        A statement that nests deeper than the interpreter's stack is left out, the others are not.
        """
        executors, depths = self.engine.executors, self.depths()
        for statement in body:
            state = self.state
            if state is None:
                return
            self.standing = (statement.at, statement.to)
            try:
                executors[type(statement)](self, statement)
            except RecursionError:
                self.limited = True
                self.state = state
                self.unwind(depths)

    def finish(self) -> None:
        """Join all ways out; what a test said holds inside only."""
        super().finish()
        tested.forget(self)

    def sym(self, path: Path, kind: str) -> Value:
        """What the caller handed in at a path."""
        return of(Sym(path, kind))


def start_of(expr: Expr, default: int) -> int:
    """Packed point at which an expression starts, as far as its form keeps it."""
    current: object = expr
    while current is not None:
        at = getattr(current, "at", None)
        if isinstance(at, int):
            return at
        current = getattr(current, "value", None)
    return default
