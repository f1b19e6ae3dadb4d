"""Every kind of syntax that LibCST knows is lowered, or passed over on purpose."""

from __future__ import annotations

import inspect
from collections.abc import MutableMapping
from typing import Any

import libcst as cst
import pytest
from libcst._nodes import expression, module, statement

from purposelint.domain.expressions import Call, Name, Seq
from purposelint.domain.statements import ExprStmt
from purposelint.extract import nodes, walk
from purposelint.extract.operations import AUGMENTED, BINARY, COMPARISONS, UNARY
from purposelint.extract.patterns import PATTERNS
from stages.extract.rendering import facts_of

_READ_WITH_THEIR_OWNERS = {
    # Parts of a statement, read by the statement's handler.
    *("Module", "IndentedBlock", "SimpleStatementLine", "SimpleStatementSuite", "Else", "Finally"),
    *("ExceptHandler", "ExceptStarHandler", "WithItem", "AsName", "ImportAlias", "AssignTarget", "NameItem"),
    *("Decorator", "MatchCase", "From", "Annotation", "Parameters", "Param", "TypeParameters", "TypeParam"),
    *("TypeVar", "TypeVarTuple", "ParamSpec"),
    # Parts of an expression, read by the expression's handler.
    *("Arg", "Element", "DictElement", "StarredDictElement", "ComparisonTarget", "CompFor", "CompIf"),
    *("SubscriptElement", "Index", "Slice", "FormattedStringText", "FormattedStringExpression"),
    *("TemplatedStringText", "TemplatedStringExpression"),
    # Parts of a pattern.
    *("MatchMappingElement", "MatchKeywordElement", "MatchOrElement"),
}
_WITHOUT_MEANING = {
    *(
        "LeftSquareBracket",
        "RightSquareBracket",
        "LeftCurlyBrace",
        "RightCurlyBrace",
        "LeftParen",
        "RightParen",
    ),
    *("Asynchronous", "ParamStar", "ParamSlash"),
}


def _concrete_nodes() -> set[str]:
    found = set()
    for source in (module, statement, expression):
        for name, kind in vars(source).items():
            if (
                not inspect.isclass(kind)
                or not issubclass(kind, cst.CSTNode)
                or kind.__module__ != source.__name__
            ):
                continue
            if not name.startswith(("_", "Base")) and name not in {"MatchPattern", "MatchSequence"}:
                found.add(name)
    return found


def test_every_node_is_known() -> None:
    tables = (walk.EXPRESSIONS, walk.SMALL, walk.STATEMENTS, PATTERNS)
    lowered = {kind.__name__ for table in tables for kind in table}
    assert _concrete_nodes() == lowered | _READ_WITH_THEIR_OWNERS | _WITHOUT_MEANING
    assert not lowered & (_READ_WITH_THEIR_OWNERS | _WITHOUT_MEANING)


@pytest.mark.parametrize(
    ("base", "table"),
    [
        (cst.BaseUnaryOp, UNARY),
        (cst.BaseBinaryOp, BINARY),
        (cst.BaseAugOp, AUGMENTED),
        (cst.BaseCompOp, COMPARISONS),
    ],
)
def test_every_operator_is_known(base: type[cst.CSTNode], table: dict[type[cst.CSTNode], str]) -> None:
    assert {kind.__name__ for kind in base.__subclasses__()} == {kind.__name__ for kind in table}


def _forget(patch: pytest.MonkeyPatch, table: MutableMapping[Any, Any], kind: type[cst.CSTNode]) -> None:
    patch.delitem(table, kind)


def test_an_unknown_expression_keeps_what_is_in_it(monkeypatch: pytest.MonkeyPatch) -> None:
    _forget(monkeypatch, walk.EXPRESSIONS, nodes.Comparison)
    facts = facts_of("x = (f(a) < g(b) == [c.d])\nh(e)\n")
    assert facts.functions[0].calls == ("f", "g", "h")
    value = facts.functions[0].body[0].value  # type: ignore[union-attr]
    assert isinstance(value, Seq)
    assert [type(item) for item in value.items] == [Call, Call, Seq]


def test_an_unknown_statement_keeps_what_is_in_it(monkeypatch: pytest.MonkeyPatch) -> None:
    _forget(monkeypatch, walk.STATEMENTS, nodes.While)
    _forget(monkeypatch, walk.SMALL, nodes.Assert)
    facts = facts_of("while a:\n  f(b)  # c\nassert d, g(h)\ni\n")
    assert facts.functions[0].calls == ("f", "g")
    assert [type(each) for each in facts.functions[0].body] == [ExprStmt] * 3


def test_an_unknown_pattern_keeps_what_is_in_it(monkeypatch: pytest.MonkeyPatch) -> None:
    _forget(monkeypatch, PATTERNS, nodes.MatchOr)
    facts = facts_of("match a:\n  case 1 | b.c:\n    f(d)\n")
    assert facts.functions[0].calls == ("f",)


def test_names_are_names() -> None:
    facts = facts_of("a\n")
    statement_ = facts.functions[0].body[0]
    assert isinstance(statement_, ExprStmt)
    assert isinstance(statement_.value, Name)
