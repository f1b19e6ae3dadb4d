"""What a file defines at its top, by its lines: known again in another file, whatever the text is."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from purposelint.extract import definitions

TEXT = '''"""About."""
import os
LIMIT: int = 3
@one(
    1,
)
@two
def first(
    a,
):
    """Says.

def nothing(): in a string
# nor this
    """
    return a  # the end

# about the next one
async def second():
    return """
def neither():
    pass
"""


class Third:
    def method(self):
        pass
if os:
    def inside(): ...
LIMIT_2 = LIMIT == 3
'''


def test_definitions_have_their_decorators_and_end_before_the_next() -> None:
    found = {name: (one.first, one.last) for name, one in definitions(TEXT).items()}
    assert found == {
        "LIMIT": (3, 3),
        "first": (4, 16),
        "second": (19, 23),
        "Third": (26, 28),
        "LIMIT_2": (31, 31),
    }


def test_what_is_defined_twice_is_none() -> None:
    assert list(definitions("def a(): ...\nx = 1\ndef a(): return 1\n")) == ["x"]


def test_line_ends_of_other_systems() -> None:
    crlf = {name: one[1:3] for name, one in definitions(TEXT.replace("\n", "\r\n")).items()}
    assert crlf == {name: one[1:3] for name, one in definitions(TEXT).items()}


def test_most_words_must_be_the_same() -> None:
    one = definitions("def a(x):\n    log(x.email)\n    return x\n")["a"]
    assert one.is_like(definitions("@new\ndef a(x):\n    log(x.email)\n    return x\n")["a"])
    assert not one.is_like(definitions("def a(x):\n    return send(to=x.phone, by=other)\n")["a"])


@given(st.lists(st.sampled_from(['"""', "'''", '"', "'", "\\", "\n", "def a():", "  b", "#", "@c", "x = 1"])))
def test_any_text_is_read(pieces: list[str]) -> None:
    text = "".join(pieces)
    for one in definitions(text).values():
        assert 1 <= one.first <= one.last <= text.count("\n") + 1
