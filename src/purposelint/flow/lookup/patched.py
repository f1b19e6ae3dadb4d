"""What the project puts under a name of a package: `logging.Logger.d = logging.Logger.debug`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from purposelint.domain.chains import dotted, stated_text
from purposelint.domain.expressions import Attr, Call, Expr, Lambda, Name
from purposelint.domain.frameworks import Extension
from purposelint.domain.program import FunctionInfo, Program
from purposelint.domain.statements import Assign, If, Return, Stmt, Try
from purposelint.flow.lookup.knowledge import Knowledge
from purposelint.flow.lookup.known import NOT_KNOWN
from purposelint.flow.lookup.loop_values import turns_around
from purposelint.flow.lookup.registrations import Registration, calls_of, symbol_of
from purposelint.flow.state.asking import blocks_of

_PARTIAL = frozenset({"functools.partialmethod", "functools.partial", "builtins.staticmethod"})
"""Calls that give the function which they are handed first, some of its arguments filled in."""

_SETTING = "builtins.setattr"


class Put(NamedTuple):
    """A function by canonical name that the project put somewhere, and how many arguments are filled in."""

    function: str
    filled: int


class Patched:
    """Functions that stand under names of packages because the project put them there.

    What stood there before is taken to stand there still: a patch mostly ends by calling it.
    """

    def __init__(self, program: Program, knowledge: Knowledge) -> None:
        """Read the assignments to attributes, and the calls of `setattr`, of module and function bodies."""
        self._program = program
        self._knowledge = knowledge
        self._known: dict[str, dict[Put, None]] = {}
        self._by_index = {(info.path, info.index): symbol for symbol, info in program.functions.items()}
        for info in program.functions.values():
            if info.facts.kind != "class":
                for target, value in _assignments(info.facts.body):
                    self._put(info, target.value, target.name, value)
        for made in calls_of(program, ("setattr",)):
            given = made.given(("object", "name", "value"))
            if made.canonical == _SETTING and len(given) == 3:
                self._put_by_name(made, given)
        for made in calls_of(program, knowledge.extending):
            entry = knowledge.extension((made.canonical,), made.last, made.receiver)
            if entry is not None and entry.methods:
                self._put_methods(entry, made)

    def under(self, name: str) -> Iterable[Put]:
        """What was put under an outside name, and under the names that were put there in turn."""
        found: dict[Put, None] = {}
        waiting = [(name, 0)]
        while waiting:
            at, filled = waiting.pop()
            for put in self._known.get(at, ()):
                reached = Put(put.function, put.filled + filled)
                if all(known.function != put.function for known in found):
                    found[reached] = None
                    waiting.append((put.function, reached.filled))
        return found

    def _put_by_name(self, made: Registration, given: Mapping[str, Expr]) -> None:
        """`setattr(holder, name, value)`, also of the names that a loop goes through."""
        info, name, value = made.info, given["name"], given["value"]
        if type(name) is not Name:
            self._put(info, given["object"], stated_text(name), value)
            return
        for bound in turns_around(self._program, info, made.node, name.id):
            held = bound.get(value.id, value) if type(value) is Name else value
            self._put(info, given["object"], stated_text(bound.get(name.id)), held)

    def _put_methods(self, entry: Extension, made: Registration) -> None:
        """Every method of a class of the project's own, under its name in the types that an entry names."""
        program = self._program
        kind = symbol_of(program, made.info, made.given(entry.parameters).get(entry.methods))
        lineage = program.classes[kind].lineage if kind in program.classes else ()
        names = {
            name for base in lineage if base in program.classes for name in program.classes[base].methods
        }
        for name in sorted(names):
            for owner in entry.of:
                self._enter(f"{owner}.{name}", program.method(kind, name), 0)

    def _put(self, info: FunctionInfo, holder: Expr, name: str, value: Expr) -> None:
        if not name or not symbol_of(self._program, info, holder):
            return
        at = self._program.resolve(info.module, f"{dotted(holder)}.{name}", info.imports)
        under = self._called(at)
        if not under or under in self._program.functions:
            return
        filled = 0
        if type(value) is Call and symbol_of(self._program, info, value.func) in _PARTIAL and value.args:
            filled, value = len(value.args) - 1, value.args[0].value
        self._enter(under, self._function(info, value), filled)

    def _enter(self, under: str, function: str, filled: int) -> None:
        if function not in self._program.functions:
            function = self._called(function)
        elif self._knowledge.of_call((under,), "", "", resolved=True) is not NOT_KNOWN:
            return
        if function:
            self._known.setdefault(under, {})[Put(function, filled)] = None

    def _function(self, info: FunctionInfo, value: Expr) -> str:
        """The function that an expression is: by name, a lambda, or one that a function makes and returns."""
        if type(value) is Lambda:
            return self._by_index.get((info.path, value.function), "")
        maker = symbol_of(self._program, info, value.func) if type(value) is Call else ""
        if maker not in self._program.functions:
            return symbol_of(self._program, info, value)
        made = (
            each.value
            for each in blocks_of(self._program.functions[maker].facts.body)
            if type(each) is Return
        )
        named = (f"{maker}.{each.id}" for each in made if type(each) is Name)
        return next((each for each in named if each in self._program.functions), "")

    def _called(self, name: str) -> str:
        """An outside name as calls spell it, `logging.Logger.w` of `logging.getLogger().w`; '' for others."""
        owner, _, last = name.rpartition(".")
        if owner.endswith("()"):
            owner = self._knowledge.type_of_call(owner[:-2])
        is_outside = owner and "(" not in owner and owner.partition(".")[0] not in self._program.modules
        return f"{owner}.{last}" if is_outside else ""


def _assignments(body: Sequence[Stmt]) -> Iterator[tuple[Attr, Expr]]:
    """Attributes that statements set, with what they are set to, in branches too; a chain of `elif` nests."""
    waiting = list(body)
    while waiting:
        statement = waiting.pop()
        if type(statement) is Assign:
            yield from ((each, statement.value) for each in statement.targets if type(each) is Attr)
        elif type(statement) is If:
            waiting.extend((*statement.body, *statement.orelse))
        elif type(statement) is Try:
            waiting.extend(inner for handler in statement.handlers for inner in handler.body)
            waiting.extend((*statement.body, *statement.orelse, *statement.final))
