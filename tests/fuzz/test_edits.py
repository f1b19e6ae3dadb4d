"""Declarations written into programs that nobody wrote: nothing else changes, and each has its owner."""

from __future__ import annotations

import ast
import re
import warnings

import hypothesmith
from hypothesis import given
from hypothesis import strategies as st

from purposelint.domain.facts import Comment, FileFacts, SourceFile
from purposelint.domain.mended import Rewritten, Wanted
from purposelint.domain.place import Span, column_of, encloses, line_of, span_between
from purposelint.edit import declare
from purposelint.extract import extract
from support.fuzzing import spliced, tries

_PURPOSE = "made_up_purpose"
_ABOVE = re.compile(rb"(?m)^[ \t]*# purpose: identity\.email for made_up_purpose(?:\r\n|\r|\n)")
_BEHIND = re.compile(rb"  # purpose: (?:identity\.email for )?made_up_purpose")
_CALL = re.compile(r"[\w.]+\([^#]*\)")
_WIDTHS = st.sampled_from([1, 60, 1000])


def _places(text: str) -> list[Span]:
    """Where the statements and calls of a text begin; none where this Python cannot read it."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            tree = ast.parse(text)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return []
    lines = re.split(r"\r\n|\r|\n", text)
    found: set[Span] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.stmt | ast.Call):
            line = lines[node.lineno - 1]
            column = len(line.encode()[: node.col_offset].decode()) + 1
            found.add(Span(node.lineno, column, node.lineno, column + 1))
    return sorted(found)


def _declared(text: str, spans: list[Span], width: int) -> Rewritten:
    wanted = [Wanted(span, "identity.email", (_PURPOSE,)) for span in spans]
    return declare(SourceFile("x.py", text.encode()), wanted, width=width)


def _holds(text: str, width: int) -> None:
    spans = _places(text)
    found = _declared(text, spans, width)
    after = found.edit.after
    assert _BEHIND.sub(b"", _ABOVE.sub(b"", after)) == text.encode()
    if spans:
        assert ast.dump(ast.parse(after)) == ast.dump(ast.parse(text))
    facts = extract(SourceFile("x.py", after))
    if not isinstance(facts, FileFacts):
        return
    ours = [comment for comment in facts.comments if _PURPOSE in comment.text]
    for changed in found.changed:
        for span in changed.spans:
            line = found.edit.moved(span.line)
            place = Span(line, span.column, line, span.column)
            assert any(_owns(comment, place) for comment in ours), (span, after.decode())


def _owns(comment: Comment, place: Span) -> bool:
    """Whether a comment belongs to what something begins in, the decorators of a definition included."""
    if comment.owner == "scope":
        return False
    owner = span_between(comment.owner_at, comment.owner_to)
    if encloses(owner, place):
        return True
    decorated = place.line < owner.line and bool(comment.defines)
    return decorated and line_of(comment.at) <= place.line + 1 and column_of(comment.at) > 0


@tries(60)
@given(hypothesmith.from_grammar(), _WIDTHS)
def test_programs_of_the_grammar(text: str, width: int) -> None:
    _holds(text, width)


@tries(15)
@given(hypothesmith.from_node(), _WIDTHS)
def test_programs_of_the_parsers_own_nodes(text: str, width: int) -> None:
    _holds(text, width)


@tries(100)
@given(spliced(), _WIDTHS, st.integers(1, 4))
def test_pieces_of_programs(text: str, width: int, together: int) -> None:
    _holds(_joined(text, together), width)


def _joined(text: str, together: int) -> str:
    """A program with up to so many calls that follow each other on one line, as `a(); b()`."""
    lines: list[str] = []
    count = 0
    for line in text.split("\n"):
        same = bool(lines) and _indent(line) == _indent(lines[-1].split("; ")[0])
        if count and same and _CALL.fullmatch(line.strip()):
            lines[-1] += f"; {line.strip()}"
            count = (count + 1) % together
        else:
            lines.append(line)
            count = int(together > 1 and bool(_CALL.fullmatch(line.strip())))
    return "\n".join(lines)


def _indent(line: str) -> str:
    return line[: len(line) - len(line.lstrip())]
