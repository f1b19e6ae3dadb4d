"""Names as a program means them, with the type aliases and partial calls that its modules assign."""

from __future__ import annotations

from purposelint.domain.annotations import parse_annotation
from purposelint.domain.chains import dotted
from purposelint.domain.expressions import Binary, Call, Const, Expr, Name, Sub
from purposelint.domain.program import Program
from purposelint.domain.statements import AnnAssign, Assign

_PARTIAL = "functools.partial"
_LONGEST_CHAIN = 8


class Aliases:
    """Resolves dotted names of a program; reads what each module assigns once."""

    def __init__(self, program: Program) -> None:
        """Begin with nothing read."""
        self._program = program
        self._aliases: dict[str, dict[str, Expr]] = {}
        self._resolved: dict[tuple[str, str], str] = {}

    def resolve(self, module: str, text: str) -> str:
        """Canonical name of dotted text in a module; '' where its root is unknown.

        A name that a module assigns `partial(Column, nullable=False)` stands for `Column`.
        """
        if not text:
            return ""
        known = self._resolved.get((module, text))
        if known is not None:
            return known
        name = self._program.resolve(module, text)
        for _ in range(_LONGEST_CHAIN):
            meant = self._assigned(name)
            if meant is None or not isinstance(meant[1], Call):
                break
            name = self._program.resolve(meant[0], dotted(meant[1].args[0].value))
        name = self._of_value(name)
        self._resolved[module, text] = name
        return name

    def _of_value(self, name: str) -> str:
        """The name with its class in place of a module's variable: `app.db.Column` is a member of that."""
        owner, _, member = name.rpartition(".")
        kind = self._program.variable_types.get(owner, "")
        return (
            self._program.member(kind, member) if kind and name not in self._program.variable_types else name
        )

    def alias(self, name: str) -> tuple[str, Expr] | None:
        """Module and expression of a type alias (`Email = Annotated[str, ...]`); None where there is none."""
        meant = self._assigned(name)
        return None if meant is None or isinstance(meant[1], Call) else meant

    def _assigned(self, name: str) -> tuple[str, Expr] | None:
        """Module and value of a name that is assigned a type or a partial call."""
        module, _, last = name.rpartition(".")
        if module not in self._program.modules:
            return None
        found = self._aliases.get(module)
        if found is None:
            found = self._aliases[module] = self._of_module(module)
        meant = found.get(last)
        return (module, meant) if meant is not None else None

    def _of_module(self, module: str) -> dict[str, Expr]:
        """Names that the module body assigns a subscripted type, a union or a partial call to."""
        facts = self._program.modules[module].facts
        found: dict[str, Expr] = {}
        for statement in facts.functions[0].body if facts.functions else ():
            if isinstance(statement, Assign) and len(statement.targets) == 1:
                target, value = statement.targets[0], statement.value
            elif isinstance(statement, AnnAssign) and statement.value is not None:
                target, value = statement.target, statement.value
            else:
                continue
            if isinstance(target, Name) and (_is_type(value) or self._is_partial(module, value)):
                found[target.id] = value
        return found

    def _is_partial(self, module: str, expr: Expr) -> bool:
        """Whether a value is the call of a named callable with some arguments given already."""
        if not isinstance(expr, Call) or not expr.args or expr.args[0].name or expr.args[0].star:
            return False
        is_named = bool(dotted(expr.args[0].value))
        return is_named and self._program.resolve(module, dotted(expr.func)) == _PARTIAL

    @staticmethod
    def unquoted(expr: Expr) -> Expr:
        """An annotation written as text, read; others as they are."""
        if isinstance(expr, Const) and expr.kind == "str" and isinstance(expr.value, str):
            return parse_annotation(expr.value) or expr
        return expr


def _is_type(expr: Expr) -> bool:
    if isinstance(expr, Binary):
        return expr.op == "|" and _is_type(expr.left)
    return isinstance(expr, Sub) and dotted(expr.value)[:1].isalpha()
