from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from purposelint.report.escaping import cells, fit, obeyed_by_none, shorten, visible, well_formed


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain text", "plain text"),
        ("\x1b[31mred", "\\x1b[31mred"),
        ("two\nlines\r", "two\\nlines\\r"),
        ("right\u202eleft", "right\\u202eleft"),
        ("zero\u200bwidth", "zero\\u200bwidth"),
        ("\udc80.py", "\\udc80.py"),
        ("##[group]x ##vso[x] ## [x", "\\x23#[group]x \\x23#vso[x] ## [x"),
        ("[bold]markup[/bold]", "[bold]markup[/bold]"),
        ("Größe 名前", "Größe 名前"),
    ],
)
def test_what_a_terminal_obeys_is_written_out(text: str, shown: str) -> None:
    assert visible(text) == shown


@given(st.text())
def test_visible_text_has_no_control_characters(text: str) -> None:
    assert not {unicodedata.category(char) for char in visible(text)} & {"Cc", "Cf", "Cs", "Zl", "Zp"}


@given(st.text(), st.integers(20, 200), st.integers(1, 50), st.integers(0, 20))
def test_a_fitted_line_keeps_its_width_and_its_mark(line: str, width: int, start: int, length: int) -> None:
    shown = fit(line, ((start, start + length),), width)
    assert cells(shown.text) <= max(width, 12)
    begin, end = shown.marks[0]
    assert 0 <= begin <= end <= cells(shown.text)


def test_a_mark_stands_under_its_words_after_tabs_and_wide_characters() -> None:
    shown = fit('\tlog("名前", user.email)', ((12, 22),), 80)
    begin, end = shown.marks[0]
    assert shown.text == '    log("名前", user.email)'
    assert (begin, end) == (4 + 5 + 4 + 3, 4 + 5 + 4 + 3 + 10)


def test_a_long_line_is_cut_around_the_data() -> None:
    line = "x = [" + "1, " * 200 + "user.email" + ", 2" * 200 + "]"
    start = line.index("user.email") + 1
    shown = fit(line, ((start, start + 10),), 60)
    begin, end = shown.marks[0]
    assert shown.text[begin:end] == "user.email"
    assert shown.text[0] == shown.text[-1] == "…"
    assert cells(shown.text) <= 60


def test_a_line_of_megabytes_is_cut_as_well() -> None:
    line = "a" * 3_000_000 + "user.email" + "b" * 3_000_000
    shown = fit(line, ((3_000_001, 3_000_011),), 80)
    begin, end = shown.marks[0]
    assert shown.text[begin:end] == "user.email"


def test_shortening_counts_wide_characters_twice() -> None:
    assert shorten("名前名前", 5) == "名前…"
    assert shorten("short", 5) == "short"


def test_lone_surrogates_become_escapes() -> None:
    assert well_formed("a\ud800b") == "a\\ud800b"


def test_no_line_begins_as_a_command_to_a_build_server() -> None:
    assert obeyed_by_none("  ::error::x") == "  \\x3a:error::x"
    assert obeyed_by_none("a.py:1:1: x::y") == "a.py:1:1: x::y"


def test_a_command_in_an_excerpt_is_written_out_and_the_mark_moves_along() -> None:
    shown = fit("a ##[group] user.email", ((13, 23),), 80)
    begin, end = shown.marks[0]
    assert shown.text == "a \\x23#[group] user.email"
    assert shown.text[begin:end] == "user.email"
