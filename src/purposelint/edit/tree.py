"""The tree of a file, and whether another text is the same program."""

from __future__ import annotations

import ast
import warnings
from collections.abc import Iterator

import libcst as cst

from purposelint.edit.text import UneditableError

_LAYOUT = (
    cst.BaseParenthesizableWhitespace,
    cst.Comment,
    cst.EmptyLine,
    cst.Newline,
    cst.TrailingWhitespace,
)


def tree_of(text: str) -> cst.Module:
    """Parse a text. Raises UneditableError where LibCST does not accept it."""
    try:
        return cst.parse_module(text)
    except (cst.ParserSyntaxError, cst.CSTValidationError, RecursionError, MemoryError) as error:
        raise UneditableError("it cannot be parsed") from error
    except BaseException as error:  # the native parser's panics derive from BaseException alone
        if type(error).__name__ != "PanicException":
            raise
        raise UneditableError("it cannot be parsed") from error


def same_program(before: str, after: str, renamed: tuple[str, str] | None = None) -> bool:
    """Whether two texts differ in nothing but comments and layout.

    Held against each other are the trees that Python makes of them, or LibCST's, where this version of
    Python does not know the language of the first. Of what is `renamed`, text constants may be the second
    in place of the first; then only Python's trees are looked at.
    """
    known = _dumped(before, renamed)
    if known is not None:
        return known == _dumped(after, renamed)
    if renamed is not None:
        return False
    try:
        return _same_trees(tree_of(before), tree_of(after))
    except UneditableError:
        return False


def _same_trees(one: cst.CSTNode, other: cst.CSTNode) -> bool:
    waiting: list[tuple[object, object]] = [(one, other)]
    while waiting:
        left, right = waiting.pop()
        if isinstance(left, cst.CSTNode):
            if type(left) is not type(right):
                return False
            waiting += zip(_parts(left), _parts(right), strict=True)
        elif isinstance(left, list | tuple):
            if not isinstance(right, list | tuple):
                return False
            mine, theirs = _kept(left), _kept(right)
            if len(mine) != len(theirs):
                return False
            waiting += zip(mine, theirs, strict=True)
        elif left != right:
            return False
    return True


def _parts(node: object) -> Iterator[object]:
    """Values of a node's fields, without those that are layout; places of layout give None."""
    assert isinstance(node, cst.CSTNode)
    for name in node.__dataclass_fields__:
        value = getattr(node, name)
        yield None if isinstance(value, _LAYOUT) or name in {"default_indent", "default_newline"} else value


def _kept(values: list[object] | tuple[object, ...]) -> list[object]:
    return [value for value in values if not isinstance(value, _LAYOUT)]


def _dumped(text: str, renamed: tuple[str, str] | None) -> str | None:
    """The tree that Python makes of a text, None where this version does not accept it."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # what a file says of itself is not told by an edit
            tree = ast.parse(text)
            for node in ast.walk(tree) if renamed is not None else ():
                if isinstance(node, ast.Constant) and renamed is not None and node.value == renamed[0]:
                    node.value = renamed[1]
            return ast.dump(tree)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None
