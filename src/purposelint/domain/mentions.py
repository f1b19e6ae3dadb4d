"""Which names one line of a file mentions: facts walked without a parser."""

from __future__ import annotations

from collections.abc import Iterator

from purposelint.domain.chains import receiver_word
from purposelint.domain.expressions import Arg, Attr, Call, Const, Expr, Name, Node, Seq, Sub
from purposelint.domain.facts import Class, Field, FileFacts, Function, Mention, Param
from purposelint.domain.place import line_of
from purposelint.domain.statements import AnnAssign, Assign, AugAssign

_OWN = frozenset({"self", "cls"})

_LEAVES = frozenset({str, int, bool, float, type(None)})
"""What is inside nodes and is no node."""


def fields_on(facts: FileFacts, line: int) -> tuple[tuple[Class, Field], ...]:
    """Fields whose declaration covers a line, with the class that declares each."""
    return tuple(
        (class_, field)
        for class_ in facts.classes
        for field in class_.fields
        if line_of(field.at) <= line <= line_of(field.to)
    )


def mentions_on(facts: FileFacts, line: int) -> tuple[Mention, ...]:
    """Names that code on a line uses, sorted, each once; keyword names of calls count as keys."""
    found: set[Mention] = set()
    for function in facts.functions:
        owner = _class_name(facts, function)
        for parameter in function.params:
            if line_of(parameter.at) == line:
                found.add(Mention("parameter", "", parameter.name))
        for node in nodes_of(function):
            mention = _mention(node, line, owner)
            if mention is not None:
                found.add(mention)
    return tuple(sorted(found))


def called_on(facts: FileFacts, line: int) -> dict[Mention, bool]:
    """Names that code on a line only calls (true), and those of which it only calls something (false)."""
    found: dict[Mention, bool] = {}
    others: set[Mention] = set()
    for function in facts.functions:
        owner, nodes = _class_name(facts, function), tuple(nodes_of(function))
        callees = {id(node.func) for node in nodes if type(node) is Call}
        receivers = {id(step) for node in nodes if type(node) is Call for step in _below(node.func)}
        for node in nodes:
            mention = _mention(node, line, owner)
            if mention is None:
                continue
            if id(node) in callees or id(node) in receivers:
                found[mention] = found.get(mention, False) or id(node) in callees
            else:
                others.add(mention)
    return {mention: is_called for mention, is_called in found.items() if mention not in others}


def _below(callee: Expr) -> Iterator[Expr]:
    """What a name that is called is looked up in."""
    while type(callee) is Attr:
        callee = callee.value
        yield callee


def nodes_of(function: Function) -> Iterator[Node]:
    """All nodes of a function's own body."""
    params = tuple((parameter.annotation, parameter.default) for parameter in function.params)
    return parts_of((function.body, function.decorators, function.returns, params))


def parts_of(node: object) -> Iterator[Node]:
    """A node, or those of a tuple, and all inside; iterative, since code decides how deep they nest."""
    waiting = [node]
    while waiting:
        item = waiting.pop()
        if type(item) is tuple:
            waiting.extend(item)
        elif isinstance(item, Node) and type(item) is not Param:
            yield item
            for name in item.__struct_fields__:
                inner = getattr(item, name)
                if type(inner) not in _LEAVES:
                    waiting.append(inner)


def assigned_by(node: Node) -> Iterator[tuple[Expr, Expr]]:
    """Targets of an assignment, each with the value that it gets; nothing for any other statement."""
    if type(node) is Assign:
        yield from ((target, node.value) for target in node.targets)
    elif type(node) is AnnAssign and node.value is not None:
        yield node.target, node.value


def attributes_bound(function: Function) -> Iterator[str]:
    """Names of attributes that a function's own body assigns, of whatever object."""
    for node in nodes_of(function):
        if type(node) is Assign:
            targets: tuple[Expr, ...] = node.targets
        elif type(node) is AnnAssign or type(node) is AugAssign:
            targets = (node.target,)
        else:
            continue
        waiting = list(targets)
        while waiting:
            target = waiting.pop()
            if type(target) is Attr:
                yield target.name
            elif type(target) is Seq:
                waiting.extend(target.items)


def _mention(node: Node, line: int, owner: str) -> Mention | None:
    if type(node) is Name and line_of(node.at) == line and node.id not in _OWN:
        return Mention("variable", "", node.id)
    if type(node) is Attr and line_of(node.to) == line:
        return Mention("attribute", _receiver(receiver_word(node.value), owner), node.name)
    if type(node) is Sub and line_of(node.to) == line:
        key = node.index
        if type(key) is Const and isinstance(key.value, str):
            return Mention("key", _receiver(receiver_word(node.value), owner), key.value)
    if type(node) is Arg and node.name and line_of(node.at) == line:
        return Mention("key", "", node.name)
    return None


def _receiver(word: str, owner: str) -> str:
    return owner if owner and word in _OWN else word


def _class_name(facts: FileFacts, function: Function) -> str:
    """Name of the class whose method this is, '' otherwise."""
    return facts.classes[function.class_].name if 0 <= function.class_ < len(facts.classes) else ""
