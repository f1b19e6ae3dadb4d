"""Bases of classes as canonical names, and the lines of ancestors they make."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from purposelint.domain.chains import chain
from purposelint.domain.expressions import Call, Expr, Sub
from purposelint.domain.program import ClassInfo
from purposelint.frameworks import hidden_base
from purposelint.link.assembly import Assembly
from purposelint.link.mro import below, lineages
from purposelint.link.scopes import Scope


def build_hierarchy(assembly: Assembly) -> None:
    """Fill in bases, lineages and subclasses of all classes.

    A base that is a module variable keeps its symbol; its lineage goes on with what the variable holds. One
    that is a member of an object of the project's goes on with that member of the bases outside.
    """
    parents: dict[str, tuple[str, ...]] = {}
    bases: dict[str, tuple[str, ...]] = {}
    for symbol, info in assembly.classes.items():
        bases[symbol] = tuple(dict.fromkeys(_bases(assembly, info)))
        found = [*bases[symbol], *_mixed_in(assembly, info), *_hidden(assembly, info, bases[symbol])]
        parents[symbol] = tuple(dict.fromkeys(found))
    for listed in list(bases.values()):
        for base in listed:
            if base in assembly.variable_types and base not in parents:
                parents[base] = (assembly.variable_types[base],)
            elif base not in parents and (inherited := _members(base, bases) or _of_value(assembly, base)):
                parents[base] = inherited
    lines = lineages(parents)
    for symbol, info in list(assembly.classes.items()):
        assembly.classes[symbol] = ClassInfo(
            symbol,
            info.module,
            info.path,
            info.index,
            info.facts,
            bases[symbol],
            lines[symbol],
            info.methods,
            info.setters,
            info.attribute_types,
        )
    assembly.subclasses.update(below(lines, assembly.classes.__contains__))


def _members(base: str, bases: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """The member of outside classes that a base is: `db.Model` of a project's `class Db(SQLAlchemy)`."""
    owner, _, member = base.rpartition(".")
    waiting, seen, found = [owner.removesuffix("()")], set[str](), list[str]()
    while waiting:
        each = waiting.pop()
        if each in bases and each not in seen:
            seen.add(each)
            waiting.extend(bases[each])
        elif each not in bases and seen:
            found.append(f"{each}().{member}")
    return tuple(dict.fromkeys(found))


def _of_value(assembly: Assembly, base: str) -> tuple[str, ...]:
    """The member of a value's class that a base is by another name: `Model = db.Model`."""
    owner, _, member = base.rpartition(".")
    kind = assembly.variable_types.get(owner, "")
    return (f"{kind}.{member}",) if kind else ()


def _scope(assembly: Assembly, info: ClassInfo) -> Scope:
    """Scope in which the class statement stands."""
    return assembly.scopes[assembly.symbols[info.module].functions[info.facts.parent]]


def _bases(assembly: Assembly, info: ClassInfo) -> Iterator[str]:
    scope = _scope(assembly, info)
    for expr in info.facts.bases:
        while isinstance(expr, Sub):
            expr = expr.value  # noqa: PLW2901
        text = chain(expr)
        found = scope.chain(text) if text else ""
        if found == info.symbol:
            found = assembly.names.base_before(info.module, text)
        if found and found != info.symbol:
            yield found


def _hidden(assembly: Assembly, info: ClassInfo, bases: tuple[str, ...]) -> Iterator[str]:
    """What a base of a package that is out of sight is, as the fields of the class show."""
    outside = [base for base in bases if base not in assembly.classes]
    if not outside:
        return
    scope = _scope(assembly, info)
    calls = (field.value for field in info.facts.fields if isinstance(field.value, Call))
    found = hidden_base(outside, (_named(scope, call.func) for call in calls))
    if found:
        yield found


def _mixed_in(assembly: Assembly, info: ClassInfo) -> Iterator[str]:
    """Project classes handed to a call that makes a base: `with_metaclass(Meta, Model)`."""
    scope = _scope(assembly, info)
    for expr in info.facts.bases:
        for argument in expr.args if isinstance(expr, Call) else ():
            found = _named(scope, argument.value)
            if found in assembly.classes and found != info.symbol:
                yield found


def _named(scope: Scope, expr: Expr) -> str:
    text = chain(expr)
    return scope.chain(text) if text else ""
