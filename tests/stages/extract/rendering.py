"""Facts as text that a person can read and compare, one line a fact."""

from __future__ import annotations

from collections.abc import Iterable
from textwrap import dedent

import msgspec

from purposelint.domain import expressions as e
from purposelint.domain.facts import Class, FileFacts, Function, SourceFile
from purposelint.domain.place import column_of, line_of
from purposelint.extract import extract

_POINTS = ("at", "to", "end", "owner_at", "owner_to")


def facts_of(text: str) -> FileFacts:
    """Facts of a source text, its common indentation removed."""
    facts = extract(SourceFile("app/module.py", dedent(text).lstrip("\n").encode()))
    assert isinstance(facts, FileFacts), facts
    return facts


def span(at: int, to: int) -> str:
    """`1:1-1:5`."""
    return f"{line_of(at)}:{column_of(at)}-{line_of(to)}:{column_of(to)}"


def expression(node: object) -> str:
    """An expression, pattern or part of one: Python where Python says it, else the node's name and fields."""
    if node is None:
        return "-"
    if isinstance(node, tuple):
        return f"[{', '.join(expression(each) for each in node)}]"
    if isinstance(node, e.Name):
        return node.id
    if isinstance(node, e.Const):
        return repr(node.value) if node.value is not None else node.kind
    if isinstance(node, e.Attr):
        return f"{expression(node.value)}.{node.name}"
    if isinstance(node, e.Sub):
        return f"{expression(node.value)}[{expression(node.index)}]"
    if isinstance(node, e.Call):
        return f"{expression(node.func)}({', '.join(expression(each) for each in node.args)})"
    if isinstance(node, e.Arg):
        return "*" * node.star + (f"{node.name}=" if node.name else "") + expression(node.value)
    if isinstance(node, msgspec.Struct):
        fields = [each for each in node.__struct_fields__ if each not in _POINTS]
        return f"{type(node).__name__}({', '.join(expression(getattr(node, each)) for each in fields)})"
    return str(node)


def statements(body: Iterable[msgspec.Struct], indent: str) -> Iterable[str]:
    """Statements of a block, each with its span, blocks in it indented."""
    for statement in body:
        blocks, parts = [], []
        for name in statement.__struct_fields__:
            value = getattr(statement, name)
            if name in {"body", "orelse", "handlers", "final", "cases"}:
                blocks.append((name, value))
            elif name not in _POINTS:
                parts.append(expression(value))
        place = span(statement.at, statement.to)  # type: ignore[attr-defined]
        yield f"{indent}{place} {type(statement).__name__} {', '.join(parts)}".rstrip()
        for name, block in blocks:
            if block:
                yield f"{indent}  {name}:"
                yield from statements(block, indent + "    ")


def _function(number: int, each: Function) -> Iterable[str]:
    flags = [name for name in ("is_async", "is_generator") if getattr(each, name)]
    place = f"{span(each.at, each.to)} ends {span(each.end, each.end)}"
    yield f"function {number} {each.kind} {each.qualname} {place}"
    yield f"  parent {each.parent} class {each.class_} {' '.join(flags)}".rstrip()
    for name in ("docstring", "locals", "calls", "decorators"):
        value = getattr(each, name)
        if value:
            yield f"  {name} {expression(value)}"
    if each.returns is not None:
        yield f"  returns {expression(each.returns)}"
    for param in each.params:
        says = f"{expression(param.annotation)} = {expression(param.default)}"
        yield f"  param {span(param.at, param.to)} {param.kind} {param.name}: {says}"
    yield from statements(each.body, "  ")


def _class(number: int, each: Class) -> Iterable[str]:
    yield f"class {number} {each.qualname} {span(each.at, each.to)} ends {span(each.end, each.end)}"
    yield f"  parent {each.parent} body {each.body}"
    for name in ("bases", "keywords", "decorators", "docstring"):
        value = getattr(each, name)
        if value:
            yield f"  {name} {expression(value)}"
    for field in each.fields:
        says = f"{expression(field.annotation)} = {expression(field.value)}"
        yield f"  field {span(field.at, field.to)} {field.name}: {says} {field.comment!r}"


def render(facts: FileFacts) -> str:
    """All facts of a file."""
    lines = [f"{facts.lines} lines, exports {expression(facts.exports)}"]
    lines += [f"{expression(each)} at {span(each.at, each.at)}" for each in facts.imports]
    lines += [expression(each) for each in facts.stars]
    for number, function in enumerate(facts.functions):
        lines += _function(number, function)
    for number, each in enumerate(facts.classes):
        lines += _class(number, each)
    lines += [comment_line(facts, number) for number in range(len(facts.comments))]
    lines += [f"mention {each.kind} {each.receiver or '-'} {each.name}" for each in facts.mentions]
    return "\n".join(lines) + "\n"


def comment_line(facts: FileFacts, number: int) -> str:
    """One comment with its owner."""
    each = facts.comments[number]
    where = f"{each.text!r} {span(each.at, each.at)}"
    owner = each.owner if each.owner == "scope" else f"{each.owner} {span(each.owner_at, each.owner_to)}"
    flags = f"{' trailing' if each.trailing else ''}{f' defines {each.defines}' if each.defines else ''}"
    return f"comment {where} {owner} in {each.function}{flags}"
