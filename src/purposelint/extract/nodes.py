"""The tree that LibCST's parser makes for us: its nodes with their fields, and nothing that edits them.

The native parser asks the module `libcst` for the class of each node and calls it with the node's fields.
While `parsing` parses, this module stands there. Its classes keep what they are called with; what the
lowering never looks at, two thirds of all nodes, is not made at all. So parsing takes three quarters of
its time, and a run that parses one file does not wait an eighth of a second for LibCST's own classes.
The names, and for a type checker the classes too, are LibCST's own.
"""

from __future__ import annotations

from collections.abc import Iterator
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from libcst import *  # noqa: F403 - what a type checker sees
    from libcst import CSTNode, ParserSyntaxError

    Node = CSTNode
else:

    class Node(SimpleNamespace):
        """A node; every field that the parser gave is an attribute."""

        __slots__ = ()

    CSTNode = Node

    class ParserSyntaxError(Exception):
        """What the parser does not accept: `message`, and `raw_line` and `raw_column`, from 1 and 0."""

        def __init__(self, message: str, lines: object, raw_line: int, raw_column: int) -> None:
            super().__init__(message)
            self.message = message
            self.lines = lines
            self.raw_line = raw_line
            self.raw_column = raw_column


OPTIONAL = {
    "AnnAssign": ("value", "equal", "semicolon"),
    "Annotation": ("whitespace_before_indicator",),
    "Arg": ("keyword", "equal", "comma"),
    "Assert": ("msg", "comma", "semicolon"),
    "Assign": ("semicolon",),
    "AugAssign": ("semicolon",),
    "Break": ("semicolon",),
    "ClassDef": ("lpar", "rpar", "type_parameters"),
    "CompFor": ("inner_for_in", "asynchronous"),
    "Continue": ("semicolon",),
    "Del": ("semicolon",),
    "DictElement": ("comma",),
    "Element": ("comma",),
    "EmptyLine": ("comment",),
    "ExceptHandler": ("type", "name"),
    "ExceptStarHandler": ("name",),
    "Expr": ("semicolon",),
    "For": ("orelse", "asynchronous"),
    "FormattedStringExpression": ("conversion", "format_spec", "equal"),
    "From": ("whitespace_before_from",),
    "FunctionDef": ("returns", "asynchronous", "type_parameters"),
    "Global": ("semicolon",),
    "If": ("orelse",),
    "Import": ("semicolon",),
    "ImportAlias": ("asname", "comma"),
    "ImportFrom": ("lpar", "rpar", "semicolon"),
    "IndentedBlock": ("indent",),
    "Index": ("star", "whitespace_after_star"),
    "Lambda": ("whitespace_after_lambda",),
    "LazyImport": ("semicolon",),
    "LazyImportFrom": ("lpar", "rpar", "semicolon"),
    "Match": ("indent",),
    "MatchAs": ("pattern", "name", "whitespace_before_as", "whitespace_after_as"),
    "MatchCase": ("guard",),
    "MatchKeywordElement": ("comma",),
    "MatchList": ("lbracket", "rbracket"),
    "MatchMapping": ("rest", "trailing_comma"),
    "MatchMappingElement": ("comma",),
    "MatchOrElement": ("separator",),
    "MatchSequenceElement": ("comma",),
    "MatchStar": ("name", "comma"),
    "NameItem": ("comma",),
    "Nonlocal": ("semicolon",),
    "Param": ("annotation", "equal", "default", "comma", "star"),
    "Parameters": ("star_arg", "star_kwarg", "posonly_ind"),
    "Pass": ("semicolon",),
    "Raise": ("exc", "cause", "whitespace_after_raise", "semicolon"),
    "Return": ("value", "whitespace_after_return", "semicolon"),
    "Slice": ("step", "second_colon"),
    "StarredDictElement": ("comma",),
    "StarredElement": ("comma",),
    "SubscriptElement": ("comma",),
    "TemplatedStringExpression": ("conversion", "format_spec", "equal"),
    "TrailingWhitespace": ("comment",),
    "Try": ("orelse", "finalbody"),
    "TryStar": ("orelse", "finalbody"),
    "TypeAlias": (
        "type_parameters",
        "whitespace_after_name",
        "whitespace_after_type_parameters",
        "semicolon",
    ),
    "TypeParam": ("comma", "equal", "default"),
    "TypeVar": ("bound", "colon"),
    "While": ("orelse",),
    "With": ("asynchronous", "lpar", "rpar"),
    "WithItem": ("asname", "comma"),
    "Yield": ("value", "whitespace_after_yield"),
}
"""Fields that the parser leaves out where the source has nothing there, by node."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


PLAIN = _words(
    "Add AddAssign And AsName AssignTarget Attribute Await BinaryOperation BitAnd BitAndAssign BitInvert "
    "BitOr BitOrAssign BitXor BitXorAssign BooleanOperation Call Comment CompIf Comparison "
    "ComparisonTarget ConcatenatedString Decorator Dict DictComp Divide DivideAssign Ellipsis Else Equal "
    "Finally Float FloorDivide FloorDivideAssign FormattedString FormattedStringText GeneratorExp "
    "GreaterThan GreaterThanEqual IfExp Imaginary ImportStar In Integer Is IsNot LeftShift "
    "LeftShiftAssign LessThan LessThanEqual List ListComp MatchClass MatchOr MatchSingleton MatchTuple "
    "MatchValue MatrixMultiply MatrixMultiplyAssign Minus Module Modulo ModuloAssign Multiply "
    "MultiplyAssign Name NamedExpr Not NotEqual NotIn Or ParamSpec ParamStar Plus Power PowerAssign "
    "RightShift RightShiftAssign Set SetComp SimpleStatementLine SimpleStatementSuite SimpleString "
    "StarredDictComp Subscript Subtract SubtractAssign TemplatedString TemplatedStringText Tuple "
    "TypeParameters TypeVarTuple UnaryOperation"
)
"""Nodes whose every field the parser gives."""

UNSEEN = _words(
    "AssignEqual Asynchronous Colon Comma Dot LeftCurlyBrace LeftParen LeftSquareBracket Newline ParamSlash "
    "ParenthesizedWhitespace RightCurlyBrace RightParen RightSquareBracket Semicolon SimpleWhitespace"
)
"""Nodes of which nobody asks more than whether one is there."""

MADE: Any = "there".format
"""Stands for the class of an unseen node: takes any fields at the least cost, and gives what is true."""


def _make(name: str) -> Any:  # noqa: ANN401 - a class, or what stands for one
    if name in UNSEEN:
        return MADE
    return type(name, (Node,), {"__slots__": (), **dict.fromkeys(OPTIONAL.get(name, ()))})


if not TYPE_CHECKING:
    globals().update({name: _make(name) for name in sorted(OPTIONAL.keys() | PLAIN | UNSEEN)})

    def __getattr__(name: str) -> type[Node]:
        """A node of a newer LibCST, of which we know nothing but that it is there."""
        if not name[:1].isupper():
            raise AttributeError(name)
        made = globals()[name] = _make(name)
        return made


def is_there(node: object) -> bool:
    """Whether the source has anything where an optional node may stand."""
    return node is not None


def children(node: CSTNode) -> Iterator[CSTNode]:
    """Nodes in the fields of a node, in the order of the fields."""
    for value in vars(node).values():
        for each in value if isinstance(value, (list, tuple)) else (value,):
            if isinstance(each, Node):
                yield each
