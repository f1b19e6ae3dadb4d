"""Tokens as LibCST itself prints them: slow, and taken only where our own scan and the tree disagree.

LibCST's position metadata are made the same way: by printing the tree and noting which node
printed what.
"""

from __future__ import annotations

from itertools import accumulate

import libcst as cst
from libcst._nodes.internal import CodegenState

from purposelint.extract.grammar import BRACKETS, QUOTES
from purposelint.extract.tokens import ScanError, Tokens

_TRIVIA = (
    "SimpleWhitespace",
    "TrailingWhitespace",
    "ParenthesizedWhitespace",
    "Newline",
    "EmptyLine",
    "FormattedStringText",
    "FormattedStringExpression",
    "TemplatedStringText",
    "TemplatedStringExpression",
)
_FIELDS = frozenset({"FormattedStringExpression", "TemplatedStringExpression"})


class _Recorder(CodegenState):
    """Keeps the innermost node that printed each piece of text."""

    def __init__(self, module: cst.Module) -> None:
        super().__init__(module.default_indent, module.default_newline)
        self.open_nodes: list[str] = ["Module"]
        self.printers: list[str] = []

    def before_codegen(self, node: cst.CSTNode) -> None:
        self.open_nodes.append(type(node).__name__)

    def after_codegen(self, node: cst.CSTNode) -> None:  # noqa: ARG002 - LibCST's signature
        self.open_nodes.pop()

    def add_token(self, value: str) -> None:
        super().add_token(value)
        self._note()

    def add_indent_tokens(self) -> None:
        super().add_indent_tokens()
        self._note()

    def _note(self) -> None:
        printer = self.open_nodes[-1]
        if printer == "Comment" and not _FIELDS.isdisjoint(self.open_nodes):
            printer = "Newline"
        self.printers += [printer] * (len(self.tokens) - len(self.printers))


def record(source: str) -> Tokens:
    """Tokens of a source that parses. Raises ScanError if LibCST does not print it as it was."""
    module = cst.parse_module(source)
    recorder = _Recorder(module)
    module._codegen(recorder)  # noqa: SLF001 - the printing that positions come from has no public hook
    pieces = recorder.tokens
    if "".join(pieces)[: len(source)].rstrip() != source.rstrip():
        raise ScanError("its positions cannot be told", 0)
    ends = list(accumulate(map(len, pieces)))
    spans: list[tuple[int, int]] = []
    comments: list[tuple[int, int]] = []
    for piece, end, printer in zip(pieces, ends, recorder.printers, strict=False):
        span = (end - len(piece), end)
        if printer == "Comment":
            comments.append(span)
        elif printer not in _TRIVIA and _carries_position(piece.removeprefix(".")):
            spans.append((span[0] + piece.startswith("."), span[1]))
    spans.append((len(source), len(source)))
    return Tokens(source, [start for start, _ in spans], [end for _, end in spans], comments)


def _carries_position(piece: str) -> bool:
    """Whether a printed piece is a word, number, string or bracket."""
    if not piece:
        return False
    return piece in BRACKETS or piece[-1] in QUOTES or piece[0].isidentifier() or piece[0].isdigit()
