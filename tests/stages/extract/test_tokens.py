"""The scan covers the text, agrees with Python's own tokenizer, and reads fast what it reads slowly."""

from __future__ import annotations

import io
import tokenize
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from purposelint.extract.fstrings import is_opening
from purposelint.extract.grammar import KEYWORDS
from purposelint.extract.scan import _scan_slowly, scan
from purposelint.extract.tokens import ScanError
from support.places import ROOT, SOURCE

_FILES = sorted(SOURCE.rglob("*.py"))[::8]


@pytest.mark.parametrize("path", _FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_words_and_comments_are_those_of_python(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    ours = [word for word in scan(text).texts if word.isidentifier()]
    found = list(tokenize.generate_tokens(io.StringIO(text).readline))
    words = [each.string for each in found if each.type == tokenize.NAME]
    if not any(is_opening(text, start) for start in scan(text).starts):
        assert ours == words
    comments = [each.string for each in found if each.type == tokenize.COMMENT]
    assert [remark.text for remark in scan(text).remarks] == [comment.rstrip() for comment in comments]


@pytest.mark.parametrize("path", _FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_the_slow_scan_gives_the_same(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    fast, slow = scan(text), _scan_slowly(text)
    assert (fast.texts, fast.at, fast.starts, fast.ends) == (slow.texts, slow.at, slow.starts, slow.ends)
    assert [remark.follower for remark in fast.remarks] == [remark.follower for remark in slow.remarks]


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("a.b = 'c'", ["a", "b", "'c'"]),
        ("return'a'if b else\"c\"", ["return", "'a'", "if", "b", "else", '"c"']),
        ("rb'a' Rb'b' u'c' bR'd'", ["rb'a'", "Rb'b'", "u'c'", "bR'd'"]),
        ("'a\\'b' '' \"\" '\\\\'", ["'a\\'b'", "''", '""', "'\\\\'"]),
        ("'''a'b''c\\'''d''' x", ["'''a'b''c\\'''d'''", "x"]),
        ("'a\\\r\nb' c", ["'a\\\r\nb'", "c"]),
        ("0xE-5 1e-5 1.e5 1_0j 1if a", ["0xE", "5", "1e-5", "1.e5", "1_0j", "1", "if", "a"]),
        ("f'a{b!r:>{c}}d' e", ["f'", "b", "c", "'", "e"]),
        ("f'{{a}}{b}' e", ["f'", "b", "'", "e"]),
        (
            "f'{a[\"b\"]}' f'{a['b']}' e",
            ["f'", "a", "[", '"b"', "]", "'", "f'", "a", "[", "'b'", "]", "'", "e"],
        ),
        ("f'{a:{b}{c}}' e", ["f'", "a", "b", "c", "'", "e"]),
        ("f'{f\"{f'{a}'}\"}' e", ["f'", 'f"', "f'", "a", "'", '"', "'", "e"]),
        ("f'''{\na # '}\n}''' e", ["f'''", "a", "'''", "e"]),
        ("f'\\N{BULLET}{a}\\'' e", ["f'", "a", "'", "e"]),
        ("rf'\\{a}\\'' e", ["rf'", "a", "'", "e"]),
        ("f'{a != b}{c!r}{d:=5}' e", ["f'", "a", "b", "c", "d", "'", "e"]),
        ("f'{(lambda x: {1: x})}' e", ["f'", "(", "lambda", "x", "{", "1", "x", "}", ")", "'", "e"]),
        ("t'{a}' T'' fr'{b}'", ["t'", "a", "'", "T'", "'", "fr'", "b", "'"]),
        ("x = 1 # f'{ ( ' \"\ny", ["x", "1", "y"]),
        ("नाम = x·y + 𐐀", ["नाम", "x·y", "𐐀"]),
    ],
)
def test_forms(text: str, tokens: list[str]) -> None:
    found = scan(text)
    assert found.texts == [*tokens, ""]
    assert [text[start:end] for start, end in zip(found.starts, found.ends, strict=True)] == found.texts


def test_keywords_are_no_names() -> None:
    assert {"if", "await", "not"} <= KEYWORDS
    assert not {"None", "match", "print", "type", "_"} & KEYWORDS


@given(st.text(alphabet="ab1 \n\r\t'\"\\#{}()[]fr!:=.é\x0c", max_size=60))
@settings(max_examples=400, deadline=None)
def test_any_text_is_split_or_refused(text: str) -> None:
    try:
        tokens = scan(text)
    except ScanError:
        return
    assert tokens.starts[-1] == tokens.ends[-1] == len(text)
    assert tokens.starts == sorted(tokens.starts)
    assert all(start < end for start, end in zip(tokens.starts[:-1], tokens.ends, strict=False))
    slow = _scan_slowly(text)
    assert tokens.texts == slow.texts
