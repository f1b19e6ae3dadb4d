"""Source bytes become the text that Python would read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from purposelint.extract.decode import DecodeError, decode


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"", ""),
        ("é = '𐐀'\n".encode(), "é = '𐐀'\n"),
        (b"\xef\xbb\xbfa\n", "a\n"),
        (b"# coding: latin-1\nx = '\xe9'\n", "# coding: latin-1\nx = 'é'\n"),
        (
            b"#!/bin/x\n# -*- coding: cp1252 -*-\nx = '\x80'\n",
            "#!/bin/x\n# -*- coding: cp1252 -*-\nx = '€'\n",
        ),
        (b"a\r\nb\rc\n\x0cd", "a\r\nb\rc\n\x0cd"),
    ],
)
def test_texts(data: bytes, text: str) -> None:
    assert decode(data) == text


_HEADS = st.sampled_from([b"", b"# coding: utf-7\n", b"# coding: unicode_escape\n", b"\xef\xbb\xbf"])


@given(st.binary(max_size=200), _HEADS)
def test_any_bytes(data: bytes, head: bytes) -> None:
    try:
        text = decode(head + data)
    except DecodeError as error:
        text = error.reason
    assert "\0" not in text
    assert text.encode().decode() == text
