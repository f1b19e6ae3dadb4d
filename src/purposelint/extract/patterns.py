"""Patterns of match statements."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeAlias

from purposelint.domain.chains import receiver_word
from purposelint.domain.expressions import Const, Expr
from purposelint.domain.statements import (
    AsPattern,
    ClassPattern,
    MapPattern,
    OrPattern,
    Pattern,
    SeqPattern,
    StarPattern,
    ValuePattern,
)
from purposelint.extract import nodes as cst
from purposelint.extract.walk import Walk, lower_unknown

_VALUES = frozenset({cst.MatchValue, cst.MatchSingleton})
"""Patterns that are an expression: the brackets that they have are those of the expression."""

_Handler: TypeAlias = Callable[[Walk, Any, str], Pattern]


def lower_pattern(walk: Walk, node: cst.CSTNode, word: str) -> Pattern:
    """Lower a pattern; names that it captures are bound in the scope.

    `word` is the last word of what it is matched against: it owns the keys that the pattern names.
    """
    if type(node) not in _VALUES and getattr(node, "lpar", None):
        walk.cursor.enter(len(node.lpar))  # type: ignore[attr-defined]
    handler = PATTERNS.get(type(node))
    return handler(walk, node, word) if handler else ValuePattern(lower_unknown(walk, node))


def _capture(walk: Walk, node: cst.Name | None) -> str | None:
    """The name that a pattern binds; None for `_`."""
    if node is None:
        walk.cursor.take("_")
        return None
    walk.cursor.take(node.value)
    walk.bind_name(node.value)
    return node.value


def _value(walk: Walk, node: cst.MatchValue | cst.MatchSingleton, _word: str) -> Pattern:
    return ValuePattern(walk.expr(node.value))


def _as(walk: Walk, node: cst.MatchAs, word: str) -> Pattern:
    inner = None if node.pattern is None else lower_pattern(walk, node.pattern, word)
    return AsPattern(inner, _capture(walk, node.name))


def _or(walk: Walk, node: cst.MatchOr, word: str) -> Pattern:
    return OrPattern(tuple([lower_pattern(walk, each.pattern, word) for each in node.patterns]))


def _star(walk: Walk, node: cst.MatchStar, _word: str) -> Pattern:
    return StarPattern(_capture(walk, node.name))


def _element(walk: Walk, node: cst.MatchSequenceElement, word: str) -> Pattern:
    return lower_pattern(walk, node.value, word)


def _list(walk: Walk, node: cst.MatchList, word: str) -> Pattern:
    if node.lbracket is None:
        return _sequence(walk, node.patterns, word)
    opening = walk.cursor.take("[")
    result = _sequence(walk, node.patterns, word)
    walk.cursor.close(opening)
    return result


def _tuple(walk: Walk, node: cst.MatchTuple, word: str) -> Pattern:
    opening = walk.cursor.index - 1
    result = _sequence(walk, node.patterns, word)
    walk.cursor.close(opening)
    return result


def _sequence(walk: Walk, nodes: Sequence[cst.MatchSequenceElement | cst.MatchStar], word: str) -> Pattern:
    return SeqPattern(tuple([lower_pattern(walk, node, word) for node in nodes]))


def _mapping(walk: Walk, node: cst.MatchMapping, word: str) -> Pattern:
    opening = walk.cursor.take("{")
    keys: list[Expr] = []
    patterns: list[Pattern] = []
    for element in node.elements:
        key = walk.expr(element.key)
        owner = word
        if isinstance(key, Const) and isinstance(key.value, str):
            walk.mentions.add(("key", word, key.value))
            owner = key.value[:60]
        keys.append(key)
        patterns.append(lower_pattern(walk, element.pattern, owner))
    rest = None if node.rest is None else _capture(walk, node.rest)
    walk.cursor.close(opening)
    return MapPattern(tuple(keys), tuple(patterns), rest)


def _class(walk: Walk, node: cst.MatchClass, word: str) -> Pattern:
    cls = walk.expr(node.cls)
    opening = walk.cursor.opening()
    positional = tuple([lower_pattern(walk, each.value, word) for each in node.patterns])
    names: list[str] = []
    patterns: list[Pattern] = []
    for keyword in node.kwds:
        name = keyword.key.value
        walk.cursor.take(name)
        walk.mentions.add(("attribute", receiver_word(cls), name))
        names.append(name)
        patterns.append(lower_pattern(walk, keyword.pattern, name))
    walk.cursor.close(opening)
    return ClassPattern(cls, positional, tuple(names), tuple(patterns))


PATTERNS: dict[type[cst.CSTNode], _Handler] = {
    cst.MatchValue: _value,
    cst.MatchSingleton: _value,
    cst.MatchAs: _as,
    cst.MatchOr: _or,
    cst.MatchStar: _star,
    cst.MatchSequenceElement: _element,
    cst.MatchList: _list,
    cst.MatchTuple: _tuple,
    cst.MatchMapping: _mapping,
    cst.MatchClass: _class,
}
"""How each kind of pattern is lowered."""
