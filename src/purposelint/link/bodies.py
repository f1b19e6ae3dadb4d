"""What the statements of one scope bind: names, attributes, results."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from purposelint.domain.expressions import Attr, Expr, Name
from purposelint.domain.facts import Function
from purposelint.domain.statements import (
    AnnAssign,
    Assign,
    For,
    If,
    Match,
    Return,
    Scope,
    Stmt,
    Try,
    While,
    With,
)


@dataclass(slots=True)
class Binding:
    """How one name or attribute gets its value: `via` is '' for plain assignment, `for` or `with` else."""

    value: Expr | None = None
    annotation: Expr | None = None
    via: str = ""


@dataclass(slots=True)
class Body:
    """What a function's own statements bind; what stands in a block comes after what is around it.

    `attributes` are those of the first parameter. `entered` are values of `with` items, `iterated`
    what `for` statements run over.
    """

    first: str
    names: dict[str, list[Binding]] = field(default_factory=dict)
    attributes: dict[str, list[Binding]] = field(default_factory=dict)
    globals: set[str] = field(default_factory=set)
    returned: list[Expr] = field(default_factory=list)
    entered: list[Expr] = field(default_factory=list)
    iterated: list[Expr] = field(default_factory=list)
    blocks: list[tuple[Stmt, ...]] = field(default_factory=list)

    def bind(self, target: Expr, binding: Binding) -> None:
        """Note that a target gets a value."""
        if isinstance(target, Name):
            self.names.setdefault(target.id, []).append(binding)
        elif isinstance(target, Attr) and isinstance(target.value, Name) and target.value.id == self.first:
            self.attributes.setdefault(target.name, []).append(binding)


def read_body(function: Function) -> Body:
    """Collect the bindings of a function's own statements, nested functions and classes left out."""
    body = Body(function.params[0].name if function.params else "")
    blocks, readers = body.blocks, _READERS
    blocks.append(function.body)
    while blocks:
        for statement in blocks.pop():
            reader = readers.get(type(statement))
            if reader is not None:
                reader(body, statement)
    return body


def _assign(body: Body, statement: Assign) -> None:
    binding = Binding(statement.value)
    for target in statement.targets:
        if type(target) is Name:
            body.names.setdefault(target.id, []).append(binding)
        else:
            body.bind(target, binding)


def _annotated(body: Body, statement: AnnAssign) -> None:
    body.bind(statement.target, Binding(statement.value, statement.annotation))


def _for(body: Body, statement: For) -> None:
    body.iterated.append(statement.iter)
    body.bind(statement.target, Binding(statement.iter, via="for"))
    body.blocks += (statement.orelse, statement.body)


def _with(body: Body, statement: With) -> None:
    for item in statement.items:
        body.entered.append(item.value)
        if item.target is not None:
            body.bind(item.target, Binding(item.value, via="with"))
    body.blocks.append(statement.body)


def _return(body: Body, statement: Return) -> None:
    if statement.value is not None:
        body.returned.append(statement.value)


def _scope(body: Body, statement: Scope) -> None:
    if statement.kind == "global":
        body.globals.update(statement.names)


def _branch(body: Body, statement: If | While) -> None:
    body.blocks += (statement.orelse, statement.body)


def _try(body: Body, statement: Try) -> None:
    handlers = [handler.body for handler in reversed(statement.handlers)]
    body.blocks += (statement.final, statement.orelse, *handlers, statement.body)


def _match(body: Body, statement: Match) -> None:
    body.blocks += [case.body for case in reversed(statement.cases)]


_READERS: dict[type, Callable[[Body, Any], None]] = {
    Assign: _assign,
    AnnAssign: _annotated,
    For: _for,
    With: _with,
    Return: _return,
    Scope: _scope,
    If: _branch,
    While: _branch,
    Try: _try,
    Match: _match,
}
